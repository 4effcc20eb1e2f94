/* sc-document-look.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-document-private.h"

/* Milliseconds until the file is read once more after it was opened: whoever opens it has better
 * things to do first. */
#define START_MS 1000

/* What a worker is asked to look at. */
typedef struct
{
  ScStorage *storage;
  ScSolution *base; /* nullable */
  ScSolution *mine;
  char *stamp; /* of files that need not be read again; NULL: of none */
} Job;

/* And what it found. */
typedef struct
{
  ScStamp *stamp;
  ScDisk *disk; /* NULL: nothing was done to the files */
} Found;

static void
job_free (gpointer data)
{
  Job *job = data;

  sc_storage_unref (job->storage);
  g_clear_pointer (&job->base, sc_solution_unref);
  sc_solution_unref (job->mine);
  g_free (job->stamp);
  g_free (job);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  sc_stamp_free (found->stamp);
  sc_disk_unref (found->disk);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

/* The stamp is taken first: what is written while the files are read makes it another one. */
static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  Found *found = g_new0 (Found, 1);

  found->stamp = sc_stamp_new (job->storage);
  if (job->stamp == NULL || g_strcmp0 (job->stamp, found->stamp->text) != 0)
    found->disk = sc_disk_look (job->storage, job->base, job->mine);
  g_task_return_pointer (task, found, found_free);
}

/* disk: NULL for nothing to decide on. */
static void
set_disk (ScDocument *self, const ScDisk *disk)
{
  g_autoptr (ScDisk) before = self->disk;

  self->disk = disk != NULL ? sc_disk_ref (disk) : NULL;
  if (before == NULL && disk == NULL)
    return;
  sc_document_update_protection (self);
  /* For programs that drive the designer. */
  g_debug ("disk %d", disk != NULL ? (int) disk->state : SC_DISK_SAME);
  sc_document_emit_disk_changed (self);
}

/* The files say what they did. */
static void
confirm (ScDocument *self, const ScDisk *disk)
{
  if (disk->storage != NULL)
    {
      sc_document_adopt (self, disk->storage, self->saved, disk->theirs);
      return;
    }
  if (self->base == NULL)
    self->base = sc_solution_ref (disk->theirs);
  set_disk (self, NULL);
}

static void
consider (ScDocument *self, const Job *job, const ScDisk *disk)
{
  if (disk->state == SC_DISK_SAME)
    confirm (self, disk);
  else if (disk->like_mine && job->mine == sc_document_get_solution (self))
    sc_document_adopt (self, disk->storage, job->mine, disk->theirs);
  else if (self->disk == NULL || !sc_disk_equal (self->disk, disk))
    set_disk (self, disk);
}

static void start (ScDocument *self);

static void
tell_waiting (ScDocument *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
}

/* Whoever waits wants to know what is there after the last thing that happened. */
static void
go_on (ScDocument *self)
{
  if (self->looking != NULL)
    return;
  if (self->look_again)
    start (self);
  else
    tell_waiting (self);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Found) found = g_task_propagate_pointer (G_TASK (result), NULL);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (ScDocument) self = NULL;

  /* The document has gone. */
  if (found == NULL)
    return;
  self = g_object_ref (SC_DOCUMENT (data));
  g_clear_object (&self->looking);
  if (job->storage != self->storage)
    {
      self->look_again = TRUE;
    }
  else
    {
      g_free (self->stamp);
      self->stamp = g_strdup (found->stamp->text);
      if (self->watch != NULL)
        sc_watch_set (self->watch, found->stamp->files, found->stamp->folders);
      if (found->disk != NULL)
        consider (self, job, found->disk);
    }
  go_on (self);
}

static void
start (ScDocument *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->look_again = FALSE;
  if (self->storage == NULL)
    {
      tell_waiting (self);
      return;
    }
  job = g_new0 (Job, 1);
  job->storage = sc_storage_ref (self->storage);
  job->base = self->base != NULL ? sc_solution_ref (self->base) : NULL;
  job->mine = sc_solution_ref (sc_document_get_solution (self));
  job->stamp = g_strdup (self->stamp);
  /* Without a reference: what is closed is not kept open by a disk that is slow. */
  self->looking = g_cancellable_new ();
  task = g_task_new (NULL, self->looking, looked_cb, self);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
look (ScDocument *self)
{
  if (self->looking != NULL)
    self->look_again = TRUE;
  else
    start (self);
}

static void
happened_cb (gpointer self)
{
  look (self);
}

static gboolean
start_cb (gpointer data)
{
  ScDocument *self = data;

  self->starting = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

void
sc_document_watch (ScDocument *self)
{
  g_return_if_fail (SC_IS_DOCUMENT (self));

  if (self->watch != NULL)
    return;
  self->watch = sc_watch_new (happened_cb, self);
  self->starting = g_timeout_add (START_MS, start_cb, self);
}

void
sc_document_look (ScDocument *self)
{
  g_return_if_fail (SC_IS_DOCUMENT (self));

  if (self->watch != NULL && self->starting == 0)
    look (self);
}

void
sc_document_look_async (ScDocument *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (SC_IS_DOCUMENT (self));

  g_task_set_source_tag (task, sc_document_look_async);
  g_ptr_array_add (self->waiting, task);
  g_clear_pointer (&self->stamp, g_free);
  look (self);
}

gboolean
sc_document_look_finish (ScDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sc_document_find_changed (ScDocument *self, const ScStorage *storage)
{
  g_autoptr (ScDisk) disk = sc_disk_new_changed (storage, self->saved);

  g_return_if_fail (self->storage == NULL);

  self->storage = sc_storage_ref (storage);
  self->base = sc_solution_ref (self->saved);
  set_disk (self, disk);
}

void
sc_document_wrote (ScDocument *self)
{
  g_clear_pointer (&self->stamp, g_free);
  sc_document_look (self);
}

void
sc_document_stop_looking (ScDocument *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    g_task_return_new_error (g_ptr_array_index (self->waiting, i), G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "closed");
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->starting, g_source_remove);
  g_clear_pointer (&self->watch, sc_watch_free);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->base, sc_solution_unref);
  g_clear_pointer (&self->disk, sc_disk_unref);
}
