/* sc-recovery.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-recovery-private.h"

/* What the worker is asked to do next; now is NULL when all is saved. */
typedef struct
{
  ScSolution *now;
  ScSolution *saved;
  char *path;
} Job;

struct _ScRecovery
{
  GThread *thread;          /* NULL before there is something to do */
  ScRecoveryWriter *writer; /* the worker's */

  GMutex mutex; /* guards what follows */
  GCond changed;
  Job *next;
  gboolean busy;
  gboolean stopped;
  gboolean failing;

  GMainContext *context;
  ScRecoveryFailed failed;
  gpointer data;
  GList *told; /* sources of messages on their way */
};

typedef struct
{
  ScRecovery *recovery;
  char *message;
} Message;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->now, sc_solution_unref);
  g_clear_pointer (&job->saved, sc_solution_unref);
  g_free (job->path);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

char *
sc_recovery_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "stagecraft", "recovery", NULL);
}

static void
message_free (gpointer data)
{
  Message *message = data;

  g_free (message->message);
  g_free (message);
}

static gboolean
tell_cb (gpointer data)
{
  Message *message = data;

  message->recovery->failed (message->message, message->recovery->data);
  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
tell (ScRecovery *self, const GError *error)
{
  Message *message;
  GSource *source;

  if (self->failing || self->failed == NULL || self->stopped)
    return;
  message = g_new0 (Message, 1);
  message->recovery = self;
  message->message = g_strdup (error->message);
  source = g_idle_source_new ();
  g_source_set_callback (source, tell_cb, message, message_free);
  g_source_attach (source, self->context);
  self->told = g_list_prepend (self->told, source);
}

static gboolean
do_job (ScRecovery *self, Job *job, GError **error)
{
  if (job->now != NULL)
    return sc_recovery_writer_write (self->writer, job->now, job->saved, job->path, error);
  sc_recovery_writer_clear (self->writer);
  return TRUE;
}

static gpointer
work (gpointer data)
{
  ScRecovery *self = data;

  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      g_autoptr (Job) job = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      while (self->next == NULL && !self->stopped)
        g_cond_wait (&self->changed, &self->mutex);
      if (self->next == NULL)
        break;
      job = g_steal_pointer (&self->next);
      self->busy = TRUE;
      g_mutex_unlock (&self->mutex);
      done = do_job (self, job, &error);
      g_mutex_lock (&self->mutex);
      self->busy = FALSE;
      if (!done)
        tell (self, error);
      self->failing = !done;
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

ScRecovery *
sc_recovery_new (const char *folder, ScRecoveryFailed failed, gpointer data)
{
  ScRecovery *self = g_new0 (ScRecovery, 1);

  self->writer = sc_recovery_writer_new (folder);
  self->failed = failed;
  self->data = data;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  return self;
}

static void
drop_source (gpointer data)
{
  g_source_destroy (data);
  g_source_unref (data);
}

void
sc_recovery_free (ScRecovery *self)
{
  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_clear_pointer (&self->next, job_free);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_list_free_full (self->told, drop_source);
  sc_recovery_writer_free (self->writer);
  g_main_context_unref (self->context);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
hand_over (ScRecovery *self, Job *job)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->next, job_free);
  self->next = job;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  if (self->thread == NULL)
    self->thread = g_thread_new ("recovery", work, self);
}

void
sc_recovery_keep (ScRecovery *self,
                  const ScSolution *now,
                  const ScSolution *saved,
                  const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->now = sc_solution_ref (now);
  job->saved = sc_solution_ref (saved);
  job->path = g_strdup (path);
  hand_over (self, job);
}

void
sc_recovery_forget (ScRecovery *self)
{
  if (self->thread != NULL)
    hand_over (self, g_new0 (Job, 1));
}

gboolean
sc_recovery_flush (ScRecovery *self)
{
  gboolean failing;

  g_mutex_lock (&self->mutex);
  while (self->next != NULL || self->busy)
    g_cond_wait (&self->changed, &self->mutex);
  failing = self->failing;
  g_mutex_unlock (&self->mutex);
  return !failing;
}
