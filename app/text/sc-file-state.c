/* sc-file-state.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-file-state.h"

#include <errno.h>
#include <fcntl.h>

static gint64
get_ns (const struct timespec *time)
{
  return (gint64) time->tv_sec * 1000000000 + time->tv_nsec;
}

ScFileState
sc_file_state_new (const struct stat *info)
{
  if (info == NULL)
    return (ScFileState){ .presence = SC_FILE_ABSENT };
  return (
      ScFileState){ SC_FILE_PRESENT,         info->st_dev,           info->st_ino, info->st_size,
                    get_ns (&info->st_mtim), get_ns (&info->st_ctim) };
}

static gboolean
is_same_file (const ScFileState *a, const ScFileState *b)
{
  return a->presence == SC_FILE_PRESENT && b->presence == SC_FILE_PRESENT && a->device == b->device
         && a->inode == b->inode;
}

static gboolean
has_same_content (const ScFileState *a, const ScFileState *b)
{
  return is_same_file (a, b) && a->size == b->size && a->written == b->written;
}

gboolean
sc_file_state_differs (const ScFileState *known, const ScFileState *present)
{
  if (known->presence == SC_FILE_PRESENT)
    return !has_same_content (known, present)
           || (known->changed != 0 && known->changed != present->changed);
  return known->presence == SC_FILE_ABSENT && present->presence != SC_FILE_ABSENT;
}

gboolean
sc_file_state_read (int folder, const char *name, ScFileState *state)
{
  struct stat info;
  const gboolean there = fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0;

  *state = sc_file_state_new (there ? &info : NULL);
  return there || errno == ENOENT;
}

void
sc_file_state_follow (ScFileState *known, guint n_known, const ScFileState *present)
{
  for (guint i = 0; i < n_known; i++)
    {
      if (has_same_content (&known[i], present))
        known[i].changed = present->changed;
    }
}
