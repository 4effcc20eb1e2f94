/* sc-history.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-history.h"

typedef struct
{
  ScSolution *solution;
  char *name;
  char *group;
} Entry;

struct _ScHistory
{
  GPtrArray *entries; /* of Entry; the first one has no name */
  guint position;
  gboolean closed; /* the next edit does not extend the current one */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  sc_solution_unref (entry->solution);
  g_free (entry->name);
  g_free (entry->group);
  g_free (entry);
}

static Entry *
entry_new (const ScSolution *solution, const char *name, const char *group)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->solution = sc_solution_ref (solution);
  entry->name = g_strdup (name);
  entry->group = g_strdup (group);
  return entry;
}

static Entry *
entry_at (const ScHistory *self, guint position)
{
  return g_ptr_array_index (self->entries, position);
}

ScHistory *
sc_history_new (const ScSolution *first)
{
  ScHistory *self = g_new0 (ScHistory, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (self->entries, entry_new (first, NULL, NULL));
  return self;
}

void
sc_history_free (ScHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

const ScSolution *
sc_history_get_current (const ScHistory *self)
{
  return entry_at (self, self->position)->solution;
}

const char *
sc_history_get_group (const ScHistory *self)
{
  if (self->closed || self->position == 0 || self->position + 1 != self->entries->len)
    return NULL;
  return entry_at (self, self->position)->group;
}

static gboolean
extends_current (const ScHistory *self, const char *group)
{
  return group != NULL && g_strcmp0 (sc_history_get_group (self), group) == 0;
}

void
sc_history_commit (ScHistory *self, const ScSolution *solution, const char *name, const char *group)
{
  if (solution == sc_history_get_current (self))
    return;

  if (extends_current (self, group))
    g_ptr_array_set_size (self->entries, (int) self->position);
  else
    g_ptr_array_set_size (self->entries, (int) self->position + 1);

  g_ptr_array_add (self->entries, entry_new (solution, name, group));
  self->position = self->entries->len - 1;
  self->closed = FALSE;
}

void
sc_history_close_group (ScHistory *self)
{
  self->closed = TRUE;
}

gboolean
sc_history_can_undo (const ScHistory *self)
{
  return self->position > 0;
}

gboolean
sc_history_can_redo (const ScHistory *self)
{
  return self->position + 1 < self->entries->len;
}

const char *
sc_history_get_undo_name (const ScHistory *self)
{
  return entry_at (self, self->position)->name;
}

const char *
sc_history_get_redo_name (const ScHistory *self)
{
  return sc_history_can_redo (self) ? entry_at (self, self->position + 1)->name : NULL;
}

const ScSolution *
sc_history_undo (ScHistory *self)
{
  if (sc_history_can_undo (self))
    self->position--;
  self->closed = TRUE;
  return sc_history_get_current (self);
}

const ScSolution *
sc_history_redo (ScHistory *self)
{
  if (sc_history_can_redo (self))
    self->position++;
  self->closed = TRUE;
  return sc_history_get_current (self);
}

guint
sc_history_get_length (const ScHistory *self)
{
  return self->entries->len;
}

guint
sc_history_get_position (const ScHistory *self)
{
  return self->position;
}
