/* sc-catalogue.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-catalogue.h"

#include "sc-catalogue-resources.h"
#include "sc-definition-shape.h"
#include "sc-name.h"
#include "sc-relationships.h"

#define PATH "/org/stagecraft/Catalogue/"

struct _ScCatalogue
{
  gatomicrefcount refs;
  GMutex mutex;
  ScSolution *index;         /* its tables have no columns */
  ScSolution *relationships; /* nothing else */
  GHashTable *tables;        /* name → ScTable */
};

ScCatalogue *
sc_catalogue_new (void)
{
  ScCatalogue *self = g_new0 (ScCatalogue, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->tables = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL,
                                        (GDestroyNotify) sc_table_unref);
  return self;
}

ScCatalogue *
sc_catalogue_ref (ScCatalogue *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_catalogue_unref (ScCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->tables);
  sc_solution_unref (self->index);
  sc_solution_unref (self->relationships);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* The files are part of the program, and a test reads them all. */
static gpointer
read_file (const ScShape *shape, const char *name)
{
  g_autofree char *path = g_strconcat (PATH, name, ".xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (sc_catalogue_data_get_resource (), path, 0, &error);
  gpointer value = bytes != NULL ? sc_shape_read_document (shape, bytes, path, &error) : NULL;

  g_debug ("read %s", name);
  if (value == NULL)
    g_critical ("%s", error->message);
  return value;
}

static const ScList *
get_index (ScCatalogue *self)
{
  if (self->index == NULL)
    self->index = read_file (&sc_shape_catalogue, "index");
  return self->index != NULL ? self->index->tables : NULL;
}

static const ScTable *
get_table (ScCatalogue *self, const char *name)
{
  ScTable *table = g_hash_table_lookup (self->tables, name);

  if (table != NULL)
    return table;
  sc_list_foreach (get_index (self), const ScTable *, entry)
    {
      if (!sc_name_equal (entry->name, name))
        continue;
      table = read_file (&sc_shape_table, entry->name);
      if (table != NULL)
        g_hash_table_insert (self->tables, (gpointer) table->name, table);
      return table;
    }
  return NULL;
}

const ScList *
sc_catalogue_list_tables (ScCatalogue *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return get_index (self);
}

const ScTable *
sc_catalogue_find_table (ScCatalogue *self, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return name != NULL ? get_table (self, name) : NULL;
}

GPtrArray *
sc_catalogue_list_relationships (ScCatalogue *self, const char *referenced, const char *referencing)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GPtrArray *found = g_ptr_array_new ();

  if (self->relationships == NULL)
    self->relationships = read_file (&sc_shape_catalogue, "relationships");
  if (self->relationships != NULL)
    sc_relationships_collect (self->relationships->relationships, referenced, referencing, found);
  return found;
}
