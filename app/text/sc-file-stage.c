/* sc-file-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-stage.h"

#include "sc-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define TEMPLATE ".stagecraft-XXXXXX"

struct _ScFileStage
{
  char *place;
  char *path;
};

ScFileStage *
sc_file_stage_new (const char *place, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *path = g_build_filename (folder, TEMPLATE, NULL);
  ScFileStage *self;

  if (TEMP_FAILURE_RETRY (g_mkdtemp_full (path, 0777) != NULL ? 0 : -1) != 0)
    {
      sc_file_set_write_error (error, place, errno);
      return NULL;
    }
  self = g_new (ScFileStage, 1);
  *self = (ScFileStage){ g_strdup (place), g_steal_pointer (&path) };
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
sc_file_stage_free (ScFileStage *self)
{
  remove_tree (self->path);
  g_free (self->place);
  g_free (self->path);
  g_free (self);
}

char *
sc_file_stage_get_path (const ScFileStage *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

static gboolean
sync_file (const char *path)
{
  int fd = TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  gboolean synced = fd >= 0 && TEMP_FAILURE_RETRY (fsync (fd)) == 0;
  int code = errno;

  if (fd >= 0)
    close (fd);
  errno = code;
  return synced;
}

static gboolean
sync_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    return sync_file (path);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!sync_tree (child))
        return FALSE;
    }
  return sc_file_sync_folder (path);
}

gboolean
sc_file_stage_publish (const ScFileStage *self,
                       const char *name,
                       const ScFileChange *along,
                       GError **error)
{
  g_autofree char *path = sc_file_stage_get_path (self, name);
  g_autofree char *folder = g_path_get_dirname (self->place);

  if (!sync_tree (path))
    {
      sc_file_set_write_error (error, self->place, errno);
      return FALSE;
    }
  /* Alone it means nothing, so it goes first. */
  if (along != NULL && !sc_file_write_all (along, 1, NULL, NULL, error))
    return FALSE;
  if (TEMP_FAILURE_RETRY (rename (path, self->place)) != 0)
    {
      sc_file_set_write_error (error, self->place, errno);
      if (along != NULL)
        unlink (along->path);
      return FALSE;
    }
  /* All of it is in its place, which is no reason to take it back. */
  (void) sc_file_sync_folder (folder);
  return TRUE;
}
