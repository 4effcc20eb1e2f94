/* sc-column-lists.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-column-lists.h"

struct _ScColumnLists
{
  GHashTable *choices; /* name in lower case → Shared */
  GHashTable *targets; /* see make_key() → Shared */
};

typedef struct
{
  GPtrArray *items; /* of a list that grows; nullable */
  ScList *list;     /* NULL until somebody asks for one that grows */
} Shared;

static void
shared_free (gpointer data)
{
  Shared *self = data;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  sc_list_unref (self->list);
  g_free (self);
}

ScColumnLists *
sc_column_lists_new (void)
{
  ScColumnLists *self = g_new0 (ScColumnLists, 1);

  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shared_free);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shared_free);
  return self;
}

void
sc_column_lists_free (ScColumnLists *self)
{
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->targets);
  g_free (self);
}

void
sc_column_lists_take_choice (ScColumnLists *self, const char *name, ScList *options)
{
  Shared *shared = g_new0 (Shared, 1);

  shared->list = options;
  g_hash_table_replace (self->choices, g_ascii_strdown (name, -1), shared);
}

/* No name has a line end. */
static char *
make_key (const char *table, const char *column)
{
  return g_strconcat (table, "\n", column, NULL);
}

void
sc_column_lists_add_target (ScColumnLists *self, const ScRelationship *relationship)
{
  g_autofree char *key = make_key (relationship->referencing, relationship->attribute);
  Shared *shared = g_hash_table_lookup (self->targets, key);

  if (shared == NULL)
    {
      shared = g_new0 (Shared, 1);
      shared->items = sc_list_collect ();
      g_hash_table_insert (self->targets, g_steal_pointer (&key), shared);
    }
  g_ptr_array_add (shared->items, sc_label_new_text (0, relationship->referenced));
  g_clear_pointer (&shared->list, sc_list_unref);
}

static const ScList *
get_list (GHashTable *lists, const char *key)
{
  Shared *shared = g_hash_table_lookup (lists, key);

  if (shared == NULL)
    return NULL;
  if (shared->list == NULL && shared->items != NULL)
    shared->list = sc_list_new ((gconstpointer const *) shared->items->pdata, shared->items->len);
  return shared->list;
}

const ScList *
sc_column_lists_get_options (ScColumnLists *self, const char *choice)
{
  g_autofree char *name = g_ascii_strdown (choice, -1);

  return get_list (self->choices, name);
}

const ScList *
sc_column_lists_get_targets (ScColumnLists *self, const char *table, const char *column)
{
  g_autofree char *key = make_key (table, column);

  return get_list (self->targets, key);
}
