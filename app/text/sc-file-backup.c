/* sc-file-backup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-backup.h"

#include "sc-file-private.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

struct _ScFileBackup
{
  char *held; /* NULL: nothing */
  char *kept; /* where it goes */
};

/* Whether something may be put there that only replaces a file. */
static gboolean
check_place (const char *path, GError **error)
{
  struct stat info;
  int code = 0;

  if (lstat (path, &info) != 0)
    code = errno != ENOENT ? errno : 0;
  else if (!S_ISREG (info.st_mode))
    code = S_ISDIR (info.st_mode) ? EISDIR : EEXIST;
  if (code != 0)
    sc_file_set_write_error (error, path, code);
  return code == 0;
}

ScFileBackup *
sc_file_backup_new (const char *path, GError **error)
{
  g_autoptr (ScFileBackup) self = g_new0 (ScFileBackup, 1);
  g_autofree char *real = sc_file_resolve (path);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  struct stat info;

  if (real == NULL || stat (real, &info) != 0 || !S_ISREG (info.st_mode))
    return g_steal_pointer (&self);
  self->kept = g_strconcat (real, SC_FILE_BACKUP, NULL);
  if (!check_place (self->kept, error))
    return NULL;
  folder = g_path_get_dirname (real);
  name = g_strdup_printf (".stagecraft-%08x%08x.old", g_random_int (), g_random_int ());
  self->held = g_build_filename (folder, name, NULL);
  if (sc_file_link (real, &info, self->held))
    return g_steal_pointer (&self);
  sc_file_set_write_error (error, self->kept, errno);
  g_clear_pointer (&self->held, g_free);
  return NULL;
}

void
sc_file_backup_keep (ScFileBackup *self)
{
  if (self->held != NULL && TEMP_FAILURE_RETRY (rename (self->held, self->kept)) == 0)
    g_clear_pointer (&self->held, g_free);
}

void
sc_file_backup_free (ScFileBackup *self)
{
  if (self->held != NULL)
    unlink (self->held);
  g_free (self->held);
  g_free (self->kept);
  g_free (self);
}
