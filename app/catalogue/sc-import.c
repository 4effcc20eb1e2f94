/* sc-import.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-import.h"

#include <glib/gi18n-lib.h>

#include "sc-csdl.h"
#include "sc-file.h"
#include "sc-name.h"
#include "sc-standard-table.h"
#include "sc-table-folder.h"
#include "sc-xml.h"

typedef struct
{
  const char *path;
  GCancellable *cancellable; /* nullable */
  char *source;              /* what the tables say of where they come from */
  GHashTable *used;          /* the tables of the flows */
  GHashTable *wanted;        /* those that are kept */
  GPtrArray *tables;         /* of ScTable */
  GPtrArray *relationships;  /* of ScRelationship, all that were found */
} Import;

static void
import_clear (Import *self)
{
  g_free (self->source);
  g_clear_pointer (&self->used, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->relationships, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static GHashTable *
collect_used (const ScSolution *solution)
{
  GHashTable *used = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      {
        if (stage->table != NULL && *stage->table != '\0')
          g_hash_table_add (used, (gpointer) stage->table);
      }
  return used;
}

/* Custom tables, and the standard ones that Microsoft lists. */
static gboolean
may_have_flows (const char *name)
{
  return strchr (name, '_') != NULL || sc_standard_table_find (name) != NULL;
}

/* The tables of the flows, and those that relationships lead to from there. */
static void
choose_tables (Import *self)
{
  GHashTableIter iter;
  gpointer name;

  self->wanted = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (self->wanted, name);
  for (guint i = 0; i < self->relationships->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (self->relationships, i);

      if (relationship->referenced != NULL && relationship->referencing != NULL
          && g_hash_table_contains (self->used, relationship->referenced)
          && may_have_flows (relationship->referencing))
        g_hash_table_add (self->wanted, (gpointer) relationship->referencing);
    }
}

/* Takes over the table. The table of a flow holds no step's columns unless a flow is on it. */
static void
take_table (Import *self, ScTable *table)
{
  if (table->backing && !g_hash_table_contains (self->used, table->name))
    {
      sc_table_unref (table);
      return;
    }
  sc_set_string (table, source, self->source);
  g_ptr_array_add (self->tables, table);
}

static gboolean
is_wanted (const Import *self, const ScCsdl *csdl, guint position)
{
  return g_hash_table_contains (self->wanted, sc_csdl_get_table_name (csdl, position));
}

static gboolean
check_inherited (const Import *self, const ScCsdl *csdl, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  gsize n = 0;

  for (guint i = 0; i < sc_csdl_count_tables (csdl); i++)
    if (is_wanted (self, csdl, i))
      n += sc_csdl_count_inherited (csdl, i);
  if (n <= SC_CSDL_MAX_INHERITED)
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is not read: its tables have more than %d columns of tables that they are "
                  "based on, the most that Stagecraft reads."),
               name, SC_CSDL_MAX_INHERITED);
  return FALSE;
}

static gboolean
read_document (Import *self, GError **error)
{
  g_autoptr (GBytes) bytes = sc_file_read (self->path, SC_XML_MAX_BYTES, error);
  g_autoptr (ScCsdl) csdl
      = bytes != NULL ? sc_csdl_read (bytes, self->path, self->cancellable, error) : NULL;

  if (csdl == NULL)
    return FALSE;
  for (guint i = 0; i < sc_csdl_count_tables (csdl); i++)
    sc_csdl_collect_relationships (csdl, i, self->relationships);
  choose_tables (self);
  if (!check_inherited (self, csdl, error))
    return FALSE;
  for (guint i = 0; i < sc_csdl_count_tables (csdl); i++)
    if (is_wanted (self, csdl, i))
      take_table (self, sc_csdl_make_table (csdl, i));
  return TRUE;
}

static gboolean
read_folder (Import *self, GError **error)
{
  g_autoptr (GPtrArray) all = sc_list_collect ();

  if (!sc_table_folder_read (self->path, all, self->relationships, error))
    return FALSE;
  choose_tables (self);
  for (guint i = 0; i < all->len; i++)
    {
      const ScTable *table = g_ptr_array_index (all, i);

      if (g_hash_table_contains (self->wanted, table->name))
        take_table (self, sc_table_copy (table));
    }
  return TRUE;
}

static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const ScTable *const *first = a;
  const ScTable *const *second = b;

  return g_ascii_strcasecmp ((*first)->name, (*second)->name);
}

static int
compare_relationships (gconstpointer a, gconstpointer b)
{
  const ScRelationship *const *first = a;
  const ScRelationship *const *second = b;

  return g_ascii_strcasecmp ((*first)->name, (*second)->name);
}

/* Those of which both tables are kept and one is in a flow, each name once. */
static ScList *
choose_relationships (Import *self)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  GPtrArray *chosen = sc_list_collect ();

  for (guint i = 0; i < self->tables->len; i++)
    g_hash_table_add (kept, (gpointer) ((ScTable *) g_ptr_array_index (self->tables, i))->name);
  for (guint i = 0; i < self->relationships->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (self->relationships, i);

      if (relationship->name != NULL && relationship->referenced != NULL
          && relationship->referencing != NULL
          && g_hash_table_contains (self->used, relationship->referenced)
          && g_hash_table_contains (kept, relationship->referencing)
          && g_hash_table_add (names, (gpointer) relationship->name))
        g_ptr_array_add (chosen, sc_relationship_ref (relationship));
    }
  g_ptr_array_sort (chosen, compare_relationships);
  return sc_list_new_take (chosen);
}

static gboolean
has_used_table (const Import *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const ScTable *table = g_ptr_array_index (self->tables, i);

      if (g_hash_table_contains (self->used, table->name))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_import_metadata (const char *path,
                    const ScSolution *solution,
                    GCancellable *cancellable,
                    ScList **tables,
                    ScList **relationships,
                    GError **error)
{
  g_auto (Import) import = { .path = path, .cancellable = cancellable };
  g_autofree char *shown = g_filename_display_name (path);

  import.source = g_filename_display_basename (path);
  import.used = collect_used (solution);
  import.tables = sc_list_collect ();
  import.relationships = sc_list_collect ();
  if (!(g_file_test (path, G_FILE_TEST_IS_DIR) ? read_folder (&import, error)
                                               : read_document (&import, error)))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!has_used_table (&import))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("There is nothing to import from “%s”: none of the tables that the flows "
                      "lead through is in it. Choose the metadata of the environment that the "
                      "flows belong to."),
                   shown);
      return FALSE;
    }
  g_ptr_array_sort (import.tables, compare_tables);
  *relationships = choose_relationships (&import);
  *tables = sc_list_new_take (g_steal_pointer (&import.tables));
  return TRUE;
}
