/* sc-column-lists.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-column-lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-file-error.h"

/* Bytes around an option, label or target where it is written. */
#define MARKUP 50

struct _ScColumnLists
{
  GHashTable *choices; /* name in lower case → Shared */
  GHashTable *targets; /* see make_key() → Shared */
  gsize asked_for;     /* bytes of all lists that columns got */
};

typedef struct
{
  GPtrArray *items; /* of a list that grows; nullable */
  ScList *list;     /* NULL until somebody asks for one that grows */
  gsize size;       /* bytes of list, when it is written */
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

static gsize
measure_labels (const ScList *labels)
{
  gsize size = 0;

  sc_list_foreach (labels, const ScLabel *, label)
    {
      size += MARKUP + (label->text != NULL ? strlen (label->text) : 0);
    }
  return size;
}

static gsize
measure_options (const ScList *options)
{
  gsize size = 0;

  sc_list_foreach (options, const ScOption *, option)
    {
      size += MARKUP + measure_labels (option->labels);
    }
  return size;
}

void
sc_column_lists_take_choice (ScColumnLists *self, const char *name, ScList *options)
{
  Shared *shared = g_new0 (Shared, 1);

  shared->list = options;
  shared->size = measure_options (options);
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
get_list (ScColumnLists *self, GHashTable *lists, const char *key)
{
  Shared *shared = g_hash_table_lookup (lists, key);

  if (shared == NULL)
    return NULL;
  if (shared->list == NULL && shared->items != NULL)
    {
      shared->list = sc_list_new ((gconstpointer const *) shared->items->pdata, shared->items->len);
      shared->size = measure_labels (shared->list);
    }
  self->asked_for += shared->size;
  return shared->list;
}

const ScList *
sc_column_lists_get_options (ScColumnLists *self, const char *choice)
{
  g_autofree char *name = g_ascii_strdown (choice, -1);

  return get_list (self, self->choices, name);
}

const ScList *
sc_column_lists_get_targets (ScColumnLists *self, const char *table, const char *column)
{
  g_autofree char *key = make_key (table, column);

  return get_list (self, self->targets, key);
}

gboolean
sc_column_lists_check (const ScColumnLists *self, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (self->asked_for <= SC_COLUMN_LISTS_MAX_BYTES)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is not read: the choices and lookups that its columns share are more than "
                  "%d MB when each column has its own, the most that Stagecraft reads."),
               name, SC_COLUMN_LISTS_MAX_BYTES / (1024 * 1024));
  return FALSE;
}
