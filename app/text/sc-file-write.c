/* sc-file-write.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include "sc-file-journal.h"
#include "sc-file-call.h"
#include "sc-file-private.h"
#include "sc-file-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* A save on its way. */
typedef struct
{
  const ScFileChange *changes;
  guint n_changes;
  char *folder; /* of the journal, a real path; NULL: there is none */
  int root;     /* the same, open; -1 */
  const char *base;
  GPtrArray *steps;   /* of ScFileStep */
  GArray *owners;     /* of guint: the change that a step belongs to */
  struct stat *old;   /* by change */
  gboolean *exists;   /* by change */
  ScFileState *known; /* by change */
  ScFileJournal *journal;
  guint n_begun; /* steps */
  guint failed;  /* the change that could not be made; errno says why */
} Save;

static void
save_clear (Save *self)
{
  sc_file_close (self->root);
  g_free (self->folder);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->owners);
  g_free (self->old);
  g_free (self->exists);
  g_free (self->known);
}

static void
add_step (Save *self, guint change, ScFileStepKind kind, const char *path)
{
  g_ptr_array_add (self->steps, sc_file_step_new (kind, path));
  g_array_append_val (self->owners, change);
}

static gboolean
makes_folder (const Save *self, const char *path)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const ScFileStep *step = g_ptr_array_index (self->steps, i);

      if (step->kind == SC_FILE_STEP_FOLDER && g_str_equal (step->path, path))
        return TRUE;
    }
  return FALSE;
}

/* The folders on the way to a file that are not there, outer ones first. */
static void
add_folders (Save *self, guint change, const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (self->folder == NULL
      || sc_file_journal_get_relative (self->folder, self->base, parent) == NULL
      || g_file_test (parent, G_FILE_TEST_EXISTS) || makes_folder (self, parent))
    return;
  add_folders (self, change, parent);
  add_step (self, change, SC_FILE_STEP_FOLDER, parent);
}

/* The real path of a change that can be made, and what is there. NULL with an error. */
static char *
find_place (Save *self, guint i, GError **error)
{
  const ScFileChange *change = &self->changes[i];
  g_autofree char *path = sc_file_resolve (change->path);

  if (path != NULL && change->real && !g_str_equal (path, change->path))
    {
      g_clear_pointer (&path, g_free);
      errno = ELOOP;
    }
  if (path == NULL)
    {
      sc_file_set_write_error (error, change->path, errno);
      return NULL;
    }
  self->exists[i] = stat (path, &self->old[i]) == 0;
  if (!self->exists[i] && errno != ENOENT && errno != ENOTDIR)
    {
      sc_file_set_write_error (error, change->path, errno);
      return NULL;
    }
  if (self->exists[i] && !S_ISREG (self->old[i].st_mode))
    {
      g_autofree char *name = g_filename_display_name (change->path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” is not a regular file, so it cannot be written."), name);
      return NULL;
    }
  /* Renaming asks for the permission of the folder only. A file that is read-only is so for a
   * reason. */
  if (self->exists[i] && access (path, W_OK) != 0)
    {
      sc_file_set_write_error (error, change->path, errno);
      return NULL;
    }
  return g_steal_pointer (&path);
}

static gboolean
plan_change (Save *self, guint i, GError **error)
{
  const ScFileChange *change = &self->changes[i];
  g_autofree char *path = find_place (self, i, error);
  ScFileState present;

  if (path == NULL)
    return FALSE;
  if (change->bytes == NULL && !self->exists[i])
    return TRUE;
  present = sc_file_state_new (self->exists[i] ? &self->old[i] : NULL);
  self->known[i] = change->expected;
  if (sc_file_state_differs (&self->known[i], &present))
    {
      sc_file_set_changed_error (error, change->path);
      return FALSE;
    }
  add_folders (self, i, path);
  add_step (self, i,
            change->bytes == NULL ? SC_FILE_STEP_REMOVE
            : self->exists[i]     ? SC_FILE_STEP_REPLACE
                                  : SC_FILE_STEP_CREATE,
            path);
  return TRUE;
}

/* The open folder that the name of a step is in: of what lies in the folder of the journal reached
 * from there, of others from the root of the file system on. -1 with errno set. */
static int
open_parent (const Save *self, const ScFileStep *step)
{
  const char *relative = self->root >= 0
                             ? sc_file_journal_get_relative (self->folder, self->base, step->path)
                             : NULL;

  return relative != NULL ? sc_file_open_parent (self->root, relative)
                          : sc_file_open_parent (-1, step->path);
}

/* Gives the file that will be replaced the name under which it waits, which makes it another one to
 * who looks; so it is looked at right before. */
static gboolean
hold_old (Save *self, int folder, const ScFileStep *step, guint change)
{
  g_autofree char *name = sc_file_step_get_name (step);
  g_autofree char *kept = sc_file_step_get_old_name (step);
  ScFileState present;

  if (!sc_file_step_check (step, folder, &self->known[change])
      || !sc_file_link (folder, name, &self->old[change], kept)
      || !sc_file_state_read (folder, name, &present))
    return FALSE;
  sc_file_state_follow (self->known, self->n_changes, &present);
  return TRUE;
}

/* Puts beside the place of a step what it needs. */
static gboolean
begin_step_in (Save *self, int folder, ScFileStep *step, guint change)
{
  const struct stat *old = self->exists[change] ? &self->old[change] : NULL;
  GBytes *bytes = self->changes[change].bytes;
  g_autofree char *name = sc_file_step_get_name (step);
  g_autofree char *waiting = sc_file_step_get_new_name (step);

  if (step->kind == SC_FILE_STEP_FOLDER)
    return TEMP_FAILURE_RETRY (mkdirat (folder, name, 0777)) == 0 || errno == EEXIST;
  if (self->steps->len == 1)
    return bytes == NULL || sc_file_step_put_alone (step, folder, old, bytes);
  if (bytes != NULL && !sc_file_put (folder, waiting, old, name, bytes))
    return FALSE;
  return old == NULL || self->folder == NULL || hold_old (self, folder, step, change);
}

static gboolean
begin_step (Save *self, ScFileStep *step, guint change)
{
  int folder = open_parent (self, step);
  gboolean begun = folder >= 0 && begin_step_in (self, folder, step, change);

  sc_file_close (folder);
  return begun;
}

typedef gboolean (*OnKnown) (const ScFileStep *step, int folder, const ScFileState *known);

/* Runs over all steps but those that make folders, in whose place nobody has written. */
static gboolean
for_each_known (Save *self, OnKnown function)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < self->steps->len; i++)
    {
      const ScFileStep *step = g_ptr_array_index (self->steps, i);
      int folder;

      if (step->kind == SC_FILE_STEP_FOLDER)
        continue;
      self->failed = g_array_index (self->owners, guint, i);
      folder = open_parent (self, step);
      ok = folder >= 0 && function (step, folder, &self->known[self->failed]);
      sc_file_close (folder);
    }
  return ok;
}

static gboolean
sync_parent (const Save *self, const ScFileStep *step)
{
  int folder = open_parent (self, step);
  gboolean synced = folder >= 0 && sc_file_sync_folder (folder);

  sc_file_close (folder);
  return synced;
}

/* Each folder once: waiting for the disk is what takes the time. */
static gboolean
sync_folders (const Save *self)
{
  g_autoptr (GHashTable) synced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->journal != NULL && !sc_file_sync_folder (self->root))
    return FALSE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const ScFileStep *step = g_ptr_array_index (self->steps, i);

      if (g_hash_table_add (synced, g_path_get_dirname (step->path)) && !sync_parent (self, step))
        return FALSE;
    }
  return TRUE;
}

/* Runs over the steps that have begun, the last one first. */
static gboolean
for_each_begun (Save *self, gboolean (*function) (const ScFileStep *step, int folder))
{
  gboolean ok = TRUE;

  for (guint i = self->n_begun; i > 0; i--)
    {
      const ScFileStep *step = g_ptr_array_index (self->steps, i - 1);
      int fd = open_parent (self, step);

      if (fd < 0)
        {
          ok = ok && errno == ENOENT;
          continue;
        }
      ok = function (step, fd) && ok;
      close (fd);
    }
  return ok;
}

/* What went wrong when what had been begun has been taken back, or not. */
static void
set_error (GError **error, const char *path, int code, gboolean undone)
{
  g_autofree char *name = g_filename_display_name (path);

  if (undone && code == ESTALE)
    sc_file_set_changed_error (error, path);
  else if (undone)
    sc_file_set_write_error (error, path, code);
  else if (code == ESTALE)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
                 _ ("“%s” was changed by another program since it was opened, and what was written "
                    "before it cannot be taken back. That is done when it is opened or saved the "
                    "next time."),
                 name);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                 _ ("“%s” cannot be written: %s; nor can what was written before it be taken "
                    "back. That is done when it is opened or saved the next time."),
                 name, g_strerror (code));
}

static void
set_gone_error (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” was not saved: another program took this save for one that was "
                  "interrupted, and has undone it. Save again."),
               name);
}

/* What went wrong is in errno. */
static void
give_up (Save *self, GError **error)
{
  const int code = errno;
  const char *path = self->changes[self->failed].path;
  const gboolean gone = self->journal != NULL && sc_file_journal_is_gone (self->journal);
  const gboolean undone = for_each_begun (self, sc_file_step_undo);

  if (self->journal != NULL)
    {
      sync_folders (self);
      sc_file_journal_close (self->journal, undone);
    }
  if (gone)
    set_gone_error (error, path);
  else
    set_error (error, path, code, undone || self->journal == NULL);
}

/* Only a journal needs to know the content again. */
static gboolean
open_journal (Save *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      ScFileStep *step = g_ptr_array_index (self->steps, i);
      GBytes *bytes = self->changes[g_array_index (self->owners, guint, i)].bytes;

      if (step->kind != SC_FILE_STEP_FOLDER && bytes != NULL)
        step->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    }
  self->journal = sc_file_journal_open (self->root, self->folder, self->base, self->steps);
  return self->journal != NULL;
}

static gboolean
open_root (Save *self)
{
  if (self->folder != NULL)
    self->root = sc_file_open (self->folder, O_PATH | O_DIRECTORY | O_NOFOLLOW, 0);
  return self->folder == NULL || self->root >= 0;
}

/* Puts everything beside its place, and on the disk. */
static gboolean
begin (Save *self)
{
  if (!open_root (self))
    return FALSE;
  if (self->steps->len > 1 && self->folder != NULL && !open_journal (self))
    return FALSE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      self->n_begun = i + 1;
      self->failed = g_array_index (self->owners, guint, i);
      if (!begin_step (self, g_ptr_array_index (self->steps, i), self->failed))
        return FALSE;
    }
  self->failed = 0;
  return self->journal == NULL || sync_folders (self);
}

/* Several are all looked at before the first one is replaced, so that there is mostly nothing to
 * take back. Replacing it changes what is told of its other names. */
static gboolean
check_all (Save *self)
{
  if (!for_each_known (self, sc_file_step_check))
    return FALSE;
  for (guint i = 0; i < self->n_changes; i++)
    self->known[i].changed = 0;
  return TRUE;
}

/* A folder that cannot be synced is no reason to take back the one file that is in place. */
static gboolean
finish (Save *self)
{
  if ((self->steps->len > 1 && !check_all (self)) || !for_each_known (self, sc_file_step_finish))
    return FALSE;
  self->failed = 0;
  return (sync_folders (self) || self->journal == NULL)
         && (self->journal == NULL || sc_file_journal_commit (self->journal));
}

/* What cannot be removed now is when the journal is found. */
static void
clean (Save *self)
{
  if (self->journal != NULL)
    sc_file_journal_close (self->journal, for_each_begun (self, sc_file_step_clean));
}

gboolean
sc_file_write_all (const ScFileChange *changes,
                   guint n_changes,
                   const char *folder,
                   const char *base,
                   GError **error)
{
  Save save = {
    .changes = changes,
    .n_changes = n_changes,
    .folder = folder != NULL ? sc_file_resolve (folder) : NULL,
    .root = -1,
    .base = base,
    .steps = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_file_step_free),
    .owners = g_array_new (FALSE, FALSE, sizeof (guint)),
    .old = g_new (struct stat, n_changes),
    .exists = g_new0 (gboolean, n_changes),
    .known = g_new0 (ScFileState, n_changes),
  };
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < n_changes; i++)
    ok = plan_change (&save, i, error);
  if (ok)
    {
      ok = begin (&save) && finish (&save);
      if (ok)
        clean (&save);
      else
        give_up (&save, error);
    }
  save_clear (&save);
  return ok;
}

gboolean
sc_file_write_both (const ScFileChange *change, const ScFileChange *along, GError **error)
{
  g_autofree char *real = along != NULL ? sc_file_resolve (change->path) : NULL;
  g_autofree char *folder = real != NULL ? g_path_get_dirname (real) : NULL;
  g_autofree char *base = real != NULL ? g_path_get_basename (real) : NULL;
  ScFileChange changes[2] = { *change };

  if (along != NULL)
    changes[1] = *along;
  return (folder == NULL || sc_file_settle (folder, base, error))
         && sc_file_write_all (changes, along != NULL ? 2 : 1, folder, base, error);
}

gboolean
sc_file_write_along (const char *path, GBytes *bytes, const ScFileChange *along, GError **error)
{
  const ScFileChange change = { path, bytes };

  return sc_file_write_both (&change, along, error);
}

gboolean
sc_file_write (const char *path, GBytes *bytes, GError **error)
{
  return sc_file_write_along (path, bytes, NULL, error);
}
