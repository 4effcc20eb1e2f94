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
  char *path; /* real, of the file in it; NULL: it leads nowhere */
  char *held; /* what it is called meanwhile; NULL: nothing was there */
};

static char *
get_kept_name (const ScFileBackup *self)
{
  g_autofree char *name = g_path_get_basename (self->path);

  return g_strconcat (name, SC_FILE_BACKUP, NULL);
}

/* Whether something may be put there that only replaces a file. */
static gboolean
check_place (const ScFileBackup *self, GError **error)
{
  g_autofree char *path = g_strconcat (self->path, SC_FILE_BACKUP, NULL);
  g_autofree char *name = get_kept_name (self);
  struct stat info;
  int code = 0;

  if (fstatat (self->folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    code = errno != ENOENT ? errno : 0;
  else if (!S_ISREG (info.st_mode))
    code = S_ISDIR (info.st_mode) ? EISDIR : EEXIST;
  if (code != 0)
    sc_file_set_write_error (error, path, code);
  return code == 0;
}

/* FALSE with errno set. */
static gboolean
hold (ScFileBackup *self, const struct stat *info)
{
  g_autoptr (ScFileStep) step = sc_file_step_new (SC_FILE_STEP_REPLACE, self->path);

  if (!sc_file_step_hold_alone (step, self->folder, info))
    return FALSE;
  self->held = sc_file_step_get_old_name (step);
  return TRUE;
}

ScFileBackup *
sc_file_backup_hold (const char *path, GError **error)
{
  g_autoptr (ScFileBackup) self = g_new0 (ScFileBackup, 1);
  struct stat info;

  self->folder = -1;
  self->path = sc_file_resolve (path);
  if (self->path == NULL)
    return g_steal_pointer (&self);
  self->folder = sc_file_open_parent (-1, self->path);
  if (stat (self->path, &info) != 0 || !S_ISREG (info.st_mode)
      || (self->folder >= 0 && hold (self, &info)))
    return g_steal_pointer (&self);
  sc_file_set_write_error (error, path, errno);
  return NULL;
}

ScFileBackup *
sc_file_backup_new (const char *path, GError **error)
{
  g_autoptr (ScFileBackup) self = sc_file_backup_hold (path, error);

  if (self == NULL || (self->held != NULL && !check_place (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
sc_file_backup_keep (ScFileBackup *self)
{
  g_autofree char *kept = self->held != NULL ? get_kept_name (self) : NULL;

  if (kept != NULL
      && TEMP_FAILURE_RETRY (renameat (self->folder, self->held, self->folder, kept)) == 0)
    g_clear_pointer (&self->held, g_free);
}

void
sc_file_backup_put_back (ScFileBackup *self)
{
  g_autofree char *name = self->folder >= 0 ? g_path_get_basename (self->path) : NULL;

  if (name != NULL && self->held == NULL)
    unlinkat (self->folder, name, 0);
  else if (name != NULL)
    (void) !TEMP_FAILURE_RETRY (renameat (self->folder, self->held, self->folder, name));
  /* What cannot be put back stays under that name rather than nowhere. */
  g_clear_pointer (&self->held, g_free);
}

void
sc_file_backup_free (ScFileBackup *self)
{
  if (self->held != NULL)
    unlinkat (self->folder, self->held, 0);
  sc_file_close (self->folder);
  g_free (self->held);
  g_free (self->path);
  g_free (self);
}
