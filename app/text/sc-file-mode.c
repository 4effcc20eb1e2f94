/* sc-file-mode.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-file-mode.h"

#include <string.h>
#include <sys/stat.h>

/* A version, then entries of a tag, permissions and an id, all little-endian. */
#define ACL_VERSION   2
#define ACL_HEADER    4
#define ACL_ENTRY     8
#define ACL_PERMITTED 2 /* where the permissions are in an entry */
#define ACL_GROUP_OBJ 0x04
#define ACL_OTHER     0x20

mode_t
sc_file_choose_mode (mode_t old, gboolean owner_kept, gboolean group_kept)
{
  mode_t mode = old & 07777;
  mode_t both = (mode >> 3) & mode & S_IRWXO;

  if (!owner_kept || !group_kept)
    mode &= ~(mode_t) (S_ISUID | S_ISGID);
  if (!group_kept)
    mode = (mode & ~(mode_t) (S_IRWXG | S_IRWXO)) | both << 3 | both;
  return mode;
}

/* The permissions in the only entry with that tag; NULL when there is none. */
static guint8 *
find_entry (guint8 *acl, gsize size, guint8 tag)
{
  for (gsize at = ACL_HEADER; at < size; at += ACL_ENTRY)
    {
      if (acl[at] == tag && acl[at + 1] == 0)
        return acl + at + ACL_PERMITTED;
    }
  return NULL;
}

gboolean
sc_file_narrow_acl (guint8 *acl, gsize size)
{
  static const guint8 version[ACL_HEADER] = { ACL_VERSION };
  guint8 *group, *other;

  if (size < ACL_HEADER || (size - ACL_HEADER) % ACL_ENTRY != 0
      || memcmp (acl, version, ACL_HEADER) != 0)
    return FALSE;
  group = find_entry (acl, size, ACL_GROUP_OBJ);
  other = find_entry (acl, size, ACL_OTHER);
  if (group == NULL || other == NULL)
    return FALSE;
  *group &= *other;
  *other = *group;
  return TRUE;
}
