/* sc-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-metadata.h"

#include "sc-merge-private.h"
#include "sc-name.h"
#include "sc-relationships.h"

struct _ScMetadata
{
  gatomicrefcount refs;
  ScCatalogue *catalogue; /* nullable */
  ScSolution *solution;
  GMutex mutex;
  GHashTable *merges; /* name of a table → ScMerge */
  ScList *heads;      /* of ScTable; NULL: not asked for */
  gboolean has_heads;
};

ScMetadata *
sc_metadata_new (const ScSolution *solution, ScCatalogue *catalogue)
{
  ScMetadata *self = g_new0 (ScMetadata, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->solution = sc_solution_ref (solution);
  self->catalogue = catalogue != NULL ? sc_catalogue_ref (catalogue) : NULL;
  self->merges = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, NULL,
                                        (GDestroyNotify) sc_merge_unref);
  return self;
}

ScMetadata *
sc_metadata_ref (ScMetadata *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_metadata_unref (ScMetadata *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->merges);
  sc_list_unref (self->heads);
  g_clear_pointer (&self->catalogue, sc_catalogue_unref);
  sc_solution_unref (self->solution);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
collect_from (const ScList *tables, const char *name, ScMetadataSource source, GArray *parts)
{
  sc_list_foreach (tables, const ScTable *, table)
    {
      const ScMergePart part = { table, source };

      if (sc_name_equal (table->name, name))
        g_array_append_val (parts, part);
    }
}

/* What each source has of a table, near to far. catalogued: that of the catalogue, or NULL. */
static GArray *
collect_parts (const ScSolution *solution, const char *name, const ScTable *catalogued)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (ScMergePart));

  collect_from (solution->tables, name, SC_METADATA_PACKAGE, parts);
  collect_from (solution->imported, name, SC_METADATA_IMPORTED, parts);
  if (catalogued != NULL)
    {
      const ScMergePart part = { catalogued, SC_METADATA_CATALOGUE };

      g_array_append_val (parts, part);
    }
  return parts;
}

static ScMerge *
find_merge (ScMetadata *self, const char *name)
{
  g_autoptr (GArray) parts = NULL;
  const ScTable *catalogued;
  ScMerge *merge;

  if (name == NULL)
    return NULL;
  merge = g_hash_table_lookup (self->merges, name);
  if (merge != NULL)
    return merge;
  catalogued = self->catalogue != NULL ? sc_catalogue_find_table (self->catalogue, name) : NULL;
  parts = collect_parts (self->solution, name, catalogued);
  if (parts->len == 0)
    return NULL;
  merge = sc_merge_new (parts);
  g_hash_table_insert (self->merges, (gpointer) merge->table->name, merge);
  return merge;
}

/* What was worked out of tables that are the same in the other solution. */
static void
take_over (ScMetadata *self, ScMetadata *from)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&from->mutex);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, from->merges);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      ScMerge *merge = value;
      const ScMergePart *last = &g_array_index (merge->parts, ScMergePart, merge->parts->len - 1);
      g_autoptr (GArray) parts = collect_parts (
          self->solution, name, last->source == SC_METADATA_CATALOGUE ? last->table : NULL);

      if (sc_merge_is_of (merge, parts))
        g_hash_table_insert (self->merges, (gpointer) merge->table->name, sc_merge_ref (merge));
    }
}

ScMetadata *
sc_metadata_follow (ScMetadata *self, const ScSolution *solution)
{
  const ScSolution *before = self->solution;
  ScMetadata *after;

  if (solution->tables == before->tables && solution->imported == before->imported
      && solution->relationships == before->relationships
      && solution->imported_relationships == before->imported_relationships)
    return sc_metadata_ref (self);
  after = sc_metadata_new (solution, self->catalogue);
  take_over (after, self);
  return after;
}

const ScTable *
sc_metadata_find_table (ScMetadata *self, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  const ScMerge *merge = find_merge (self, name);

  return merge != NULL ? merge->table : NULL;
}

static gboolean
has_table (const ScList *tables, const char *name)
{
  sc_list_foreach (tables, const ScTable *, table)
    {
      if (sc_name_equal (table->name, name))
        return TRUE;
    }
  return FALSE;
}

ScMetadataSource
sc_metadata_get_table_source (ScMetadata *self, const char *name)
{
  if (name == NULL)
    return SC_METADATA_NONE;
  if (has_table (self->solution->tables, name))
    return SC_METADATA_PACKAGE;
  if (has_table (self->solution->imported, name))
    return SC_METADATA_IMPORTED;
  if (self->catalogue != NULL && has_table (sc_catalogue_list_tables (self->catalogue), name))
    return SC_METADATA_CATALOGUE;
  return SC_METADATA_NONE;
}

const ScMetadataColumn *
sc_metadata_find_column (ScMetadata *self, const char *table, const char *column)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  const ScMerge *merge = find_merge (self, table);

  return merge != NULL && column != NULL ? g_hash_table_lookup (merge->by_name, column) : NULL;
}

static int
compare_heads (gconstpointer a, gconstpointer b)
{
  const ScTable *const *first = a;
  const ScTable *const *second = b;

  return g_ascii_strcasecmp ((*first)->name, (*second)->name);
}

/* The tables of all sources by name. */
static void
group_tables (GHashTable *groups, const ScList *tables, ScMetadataSource source)
{
  sc_list_foreach (tables, const ScTable *, table)
    {
      const ScMergePart part = { table, source };
      GArray *parts = g_hash_table_lookup (groups, table->name);

      if (parts == NULL)
        {
          parts = g_array_new (FALSE, TRUE, sizeof (ScMergePart));
          g_hash_table_insert (groups, (gpointer) table->name, parts);
        }
      g_array_append_val (parts, part);
    }
}

static ScList *
make_heads (ScMetadata *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal,
                                                         NULL, (GDestroyNotify) g_array_unref);
  GPtrArray *heads = sc_list_collect ();
  GHashTableIter iter;
  gpointer parts;

  group_tables (groups, self->solution->tables, SC_METADATA_PACKAGE);
  group_tables (groups, self->solution->imported, SC_METADATA_IMPORTED);
  if (self->catalogue != NULL)
    group_tables (groups, sc_catalogue_list_tables (self->catalogue), SC_METADATA_CATALOGUE);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &parts))
    g_ptr_array_add (heads, sc_merge_head (parts));
  g_ptr_array_sort (heads, compare_heads);
  return sc_list_new_take (heads);
}

const ScList *
sc_metadata_list_tables (ScMetadata *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!self->has_heads)
    self->heads = make_heads (self);
  self->has_heads = TRUE;
  return self->heads;
}

GPtrArray *
sc_metadata_list_relationships (ScMetadata *self, const char *referenced, const char *referencing)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) known = NULL;

  sc_relationships_collect (self->solution->relationships, referenced, referencing, found);
  sc_relationships_collect (self->solution->imported_relationships, referenced, referencing, found);
  if (self->catalogue == NULL)
    return found;
  known = sc_catalogue_list_relationships (self->catalogue, referenced, referencing);
  sc_relationships_add (known, found);
  return found;
}
