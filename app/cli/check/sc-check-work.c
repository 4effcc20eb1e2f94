/* sc-check-work.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-check-work.h"

/* How many outcomes per thread may wait to be taken. */
#define AHEAD 8

typedef struct
{
  GPtrArray *items;
  ScWorkFunc work;
  gpointer data;
  guint window;

  GMutex lock; /* of what follows */
  GCond changed;
  gpointer *outcomes; /* by position; NULL: not there yet, or taken */
  guint next;         /* the first item that nobody has begun */
  guint taken;        /* how many outcomes were taken */
} ScWork;

/* FALSE when there is nothing left to begin. */
static gboolean
begin_item (ScWork *self, guint *position)
{
  gboolean found;

  g_mutex_lock (&self->lock);
  while (self->next < self->items->len && self->next >= self->taken + self->window)
    g_cond_wait (&self->changed, &self->lock);
  found = self->next < self->items->len;
  if (found)
    *position = self->next++;
  g_mutex_unlock (&self->lock);
  return found;
}

static gpointer
run_worker (gpointer data)
{
  ScWork *self = data;
  guint position;

  while (begin_item (self, &position))
    {
      gpointer outcome = self->work (g_ptr_array_index (self->items, position), self->data);

      g_mutex_lock (&self->lock);
      self->outcomes[position] = outcome;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

static gpointer
wait_for (ScWork *self, guint position)
{
  gpointer outcome;

  g_mutex_lock (&self->lock);
  while (self->outcomes[position] == NULL)
    g_cond_wait (&self->changed, &self->lock);
  outcome = g_steal_pointer (&self->outcomes[position]);
  self->taken = position + 1;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return outcome;
}

static GPtrArray *
start_workers (ScWork *self, guint n)
{
  GPtrArray *threads = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      GThread *thread = g_thread_try_new ("check", run_worker, self, NULL);

      if (thread == NULL)
        break;
      g_ptr_array_add (threads, thread);
    }
  return threads;
}

void
sc_check_work (GPtrArray *items, guint n_threads, ScWorkFunc work, ScTakeFunc take, gpointer data)
{
  ScWork self = { .items = items, .work = work, .data = data };
  g_autofree gpointer *outcomes = g_new0 (gpointer, items->len + 1);
  g_autoptr (GPtrArray) threads = NULL;

  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  self.outcomes = outcomes;
  self.window = AHEAD * n_threads;
  threads = start_workers (&self, MIN (n_threads, items->len));
  for (guint i = 0; i < items->len; i++)
    take (threads->len > 0 ? wait_for (&self, i) : work (g_ptr_array_index (items, i), data), i,
          data);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  g_cond_clear (&self.changed);
  g_mutex_clear (&self.lock);
}
