/* sc-file-backup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-backup.h"

#include "sc-file-private.h"
#include "sc-file-step.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct _ScFileBackup
{
  int folder; /* open; -1: none */
  char *held; /* names in it; NULL: nothing */
  char *kept; /* where it goes */
};

/* Whether something may be put there that only replaces a file. */
static gboolean
check_place (int folder, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  struct stat info;
  int code = 0;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    code = errno != ENOENT ? errno : 0;
  else if (!S_ISREG (info.st_mode))
    code = S_ISDIR (info.st_mode) ? EISDIR : EEXIST;
  if (code != 0)
    sc_file_set_write_error (error, path, code);
  return code == 0;
}

/* FALSE with errno set. */
static gboolean
hold (ScFileBackup *self, const char *real, const struct stat *info)
{
  g_autoptr (ScFileStep) step = sc_file_step_new (SC_FILE_STEP_REPLACE, real);

  if (!sc_file_step_hold_alone (step, self->folder, info))
    return FALSE;
  self->held = sc_file_step_get_old_name (step);
  return TRUE;
}

ScFileBackup *
sc_file_backup_new (const char *path, GError **error)
{
  g_autoptr (ScFileBackup) self = g_new0 (ScFileBackup, 1);
  g_autofree char *real = sc_file_resolve (path);
  g_autofree char *kept = NULL;
  struct stat info;

  self->folder = -1;
  if (real == NULL || stat (real, &info) != 0 || !S_ISREG (info.st_mode))
    return g_steal_pointer (&self);
  kept = g_strconcat (real, SC_FILE_BACKUP, NULL);
  self->kept = g_path_get_basename (kept);
  self->folder = sc_file_open_parent (-1, real);
  if (self->folder >= 0 && !check_place (self->folder, kept, error))
    return NULL;
  if (self->folder >= 0 && hold (self, real, &info))
    return g_steal_pointer (&self);
  sc_file_set_write_error (error, kept, errno);
  return NULL;
}

void
sc_file_backup_keep (ScFileBackup *self)
{
  if (self->held != NULL
      && TEMP_FAILURE_RETRY (renameat (self->folder, self->held, self->folder, self->kept)) == 0)
    g_clear_pointer (&self->held, g_free);
}

void
sc_file_backup_free (ScFileBackup *self)
{
  if (self->held != NULL)
    unlinkat (self->folder, self->held, 0);
  sc_file_close (self->folder);
  g_free (self->held);
  g_free (self->kept);
  g_free (self);
}
