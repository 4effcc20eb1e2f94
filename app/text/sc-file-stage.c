/* sc-file-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "sc-file-stage.h"

#include "sc-file-backup.h"
#include "sc-file-call.h"
#include "sc-file-private.h"
#include "sc-file-state.h"
#include "sc-file-tree.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX   ".stagecraft-"
#define SUFFIX   ".stage"
#define TEMPLATE PREFIX "XXXXXX" SUFFIX

struct _ScFileStage
{
  char *place;
  char *folder_path; /* of the folder that place lies in */
  int folder;
  char *name; /* in it */
  int lock;   /* on the hidden folder, as long as the process lives; -1: none */
};

static int
open_folder (int folder, const char *name)
{
  return sc_file_open_in (folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
}

/* One that is new may be about to be locked by whoever has made it. */
static void
remove_if_left (int folder, const char *name)
{
  int fd = open_folder (folder, name);
  struct stat info;

  if (fd < 0)
    return;
  if (fstat (fd, &info) == 0 && info.st_uid == geteuid () && sc_file_is_left (&info)
      && flock (fd, LOCK_EX | LOCK_NB) == 0)
    sc_file_remove_tree (folder, name);
  close (fd);
}

/* What a process that has died has left. */
static void
remove_left (int folder)
{
  g_autoptr (GPtrArray) names = sc_file_list_folder (folder);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX))
        remove_if_left (folder, name);
    }
}

static ScFileStage *
stage_new (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *path = real != NULL ? g_build_filename (real, TEMPLATE, NULL) : NULL;
  int fd = path != NULL ? sc_file_open_parent (-1, path) : -1;
  ScFileStage *self;

  if (fd < 0)
    return NULL;
  remove_left (fd);
  if (TEMP_FAILURE_RETRY (g_mkdtemp_full (path, 0777) != NULL ? 0 : -1) != 0)
    {
      sc_file_close (fd);
      return NULL;
    }
  self = g_new (ScFileStage, 1);
  *self = (ScFileStage){ g_strdup (place), g_steal_pointer (&real), fd, g_path_get_basename (path),
                         -1 };
  self->lock = open_folder (fd, self->name);
  /* Where folders cannot be locked, nobody takes one for left behind either. */
  if (self->lock >= 0)
    (void) !flock (self->lock, LOCK_EX | LOCK_NB);
  return self;
}

ScFileStage *
sc_file_stage_new (const char *place, GError **error)
{
  ScFileStage *self = stage_new (place);

  if (self == NULL)
    sc_file_set_write_error (error, place, errno);
  return self;
}

void
sc_file_stage_free (ScFileStage *self)
{
  sc_file_remove_tree (self->folder, self->name);
  sc_file_close (self->lock);
  sc_file_close (self->folder);
  g_free (self->place);
  g_free (self->folder_path);
  g_free (self->name);
  g_free (self);
}

char *
sc_file_stage_get_path (const ScFileStage *self, const char *name)
{
  return g_build_filename (self->folder_path, self->name, name, NULL);
}

static gboolean
move_to_place (const ScFileStage *self, const char *name, GError **error)
{
  g_autofree char *target = g_path_get_basename (self->place);
  int stage = sc_file_open_child (self->folder, self->name);
  gboolean moved
      = stage >= 0 && TEMP_FAILURE_RETRY (renameat (stage, name, self->folder, target)) == 0;

  sc_file_close (stage);
  if (!moved)
    sc_file_set_write_error (error, self->place, errno);
  return moved;
}

static gboolean
sync_staged (const ScFileStage *self, const char *name)
{
  int stage = sc_file_open_child (self->folder, self->name);
  gboolean synced = stage >= 0 && sc_file_sync_tree (stage, name);

  sc_file_close (stage);
  return synced;
}

/* Holding it is a change of what is told of the file, but no one else's. */
static ScFileBackup *
hold_known (ScFileChange *change, GError **error)
{
  ScFileState present;
  const gboolean known = sc_file_look (change->path, &present, NULL)
                         && !sc_file_state_differs (&change->expected, &present);
  ScFileBackup *before = sc_file_backup_hold (change->path, error);

  if (before != NULL && known && sc_file_look (change->path, &present, NULL))
    sc_file_state_follow (&change->expected, 1, &present);
  return before;
}

/* Alone along means nothing, so it goes first, and is taken back when it stays alone. */
static gboolean
publish_along (const ScFileStage *self, const char *name, const ScFileChange *along, GError **error)
{
  ScFileChange change = *along;
  g_autoptr (ScFileBackup) before = hold_known (&change, error);

  if (before == NULL || !sc_file_write_all (&change, 1, NULL, NULL, error))
    return FALSE;
  if (move_to_place (self, name, error))
    return TRUE;
  sc_file_backup_put_back (before);
  return FALSE;
}

gboolean
sc_file_stage_publish (const ScFileStage *self,
                       const char *name,
                       const ScFileChange *along,
                       GError **error)
{
  if (!sync_staged (self, name))
    {
      sc_file_set_write_error (error, self->place, errno);
      return FALSE;
    }
  if (!(along != NULL ? publish_along (self, name, along, error)
                      : move_to_place (self, name, error)))
    return FALSE;
  /* All of it is in its place, which is no reason to take it back. */
  (void) sc_file_sync_folder (self->folder);
  return TRUE;
}
