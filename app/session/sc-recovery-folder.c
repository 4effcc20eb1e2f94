/* sc-recovery-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-recovery-private.h"

#include "sc-definition.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

char *
sc_recovery_dup_part (const char *folder, guint64 part)
{
  g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT SC_DEFINITION_SUFFIX, part);

  return g_build_filename (folder, name, NULL);
}

/* flock() and not fcntl(): the lock belongs to the open file, so that another document of the same
 * process does not get it, and the kernel drops it however the process ends. */
int
sc_recovery_lock (const char *folder, gboolean create)
{
  g_autofree char *path = g_build_filename (folder, SC_RECOVERY_LOCK, NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (create ? O_CREAT | O_EXCL : 0), 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return -1;
    }
  return fd;
}

/* FALSE for a name that no part has. */
static gboolean
read_part_name (const char *name, guint64 *part)
{
  g_autofree char *digits = NULL;

  if (!g_str_has_suffix (name, SC_DEFINITION_SUFFIX))
    return FALSE;
  digits = g_strndup (name, strlen (name) - strlen (SC_DEFINITION_SUFFIX));
  return g_ascii_string_to_unsigned (digits, 10, 1, G_MAXUINT64, part, NULL);
}

void
sc_recovery_remove_parts (const char *folder, GHashTable *keep)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint64 part;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (read_part_name (name, &part) && (keep == NULL || !g_hash_table_contains (keep, &part)))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/* The list goes first: what is left behind when this is cut short is not taken for work. */
void
sc_recovery_remove (const char *folder)
{
  g_autofree char *work = g_build_filename (folder, SC_RECOVERY_WORK, NULL);
  g_autofree char *listed = g_build_filename (folder, SC_RECOVERY_LISTED, NULL);
  g_autofree char *lock = g_build_filename (folder, SC_RECOVERY_LOCK, NULL);

  g_unlink (work);
  sc_recovery_remove_parts (folder, NULL);
  g_unlink (listed);
  g_unlink (lock);
  g_rmdir (folder);
}
