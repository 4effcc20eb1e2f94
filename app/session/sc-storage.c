/* sc-storage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-storage-private.h"

#include "sc-definition.h"
#include "sc-file.h"
#include "sc-name.h"
#include "sc-settings-file.h"
#include "sc-xml.h"

static ScStorage *
storage_new (ScStorageKind kind, const char *path, const ScSolution *solution)
{
  ScStorage *self = g_new0 (ScStorage, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->path = g_canonicalize_filename (path, NULL);
  self->solution = sc_solution_ref (solution);
  return self;
}

ScStorage *
sc_storage_new_package (ScPackage *package)
{
  static const ScStorageKind kinds[] = {
    [SC_PACKAGE_XAML] = SC_STORAGE_XAML,
    [SC_PACKAGE_FOLDER] = SC_STORAGE_FOLDER,
    [SC_PACKAGE_ZIP] = SC_STORAGE_ZIP,
  };
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autoptr (ScSolution) solution = NULL;
  g_autofree char *note = NULL;
  ScStorage *self;

  solution = sc_settings_file_join (sc_package_get_solution (package),
                                    sc_package_get_path (package), &note);
  self
      = storage_new (kinds[sc_package_get_kind (package)], sc_package_get_path (package), solution);
  self->package = package;
  g_strv_builder_addv (notes, (const char **) sc_package_get_notes (package));
  if (note != NULL)
    g_strv_builder_add (notes, note);
  self->notes = g_strv_builder_end (notes);
  return self;
}

ScStorage *
sc_storage_new_definition (const char *path, const ScSolution *solution, GBytes *bytes)
{
  ScStorage *self = storage_new (SC_STORAGE_DEFINITION, path, solution);

  self->bytes = bytes;
  return self;
}

ScStorage *
sc_storage_ref (const ScStorage *self)
{
  ScStorage *storage = (ScStorage *) self;

  g_atomic_ref_count_inc (&storage->refs);
  return storage;
}

void
sc_storage_unref (ScStorage *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->path);
  sc_solution_unref (self->solution);
  g_clear_pointer (&self->package, sc_package_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_strfreev (self->notes);
  g_free (self);
}

gboolean
sc_storage_names_definition (const char *path)
{
  return g_str_has_suffix (path, SC_DEFINITION_SUFFIX);
}

static ScStorage *
open_definition (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScSolution) solution = NULL;

  bytes = sc_file_read (path, SC_XML_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  solution = sc_definition_read (bytes, path, error);
  if (solution == NULL)
    return NULL;
  return sc_storage_new_definition (path, solution, g_steal_pointer (&bytes));
}

ScStorage *
sc_storage_open (const char *path, GError **error)
{
  g_autoptr (ScPackage) package = NULL;
  g_autofree char *name = g_filename_display_name (path);

  if (sc_storage_names_definition (path) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return open_definition (path, error);
  package = sc_package_open (path, error);
  if (package == NULL
      || !sc_definition_check_texts (sc_package_get_solution (package), name, error))
    return NULL;
  return sc_storage_new_package (g_steal_pointer (&package));
}

/* What of list names a table or relationship that the other has not. */
static ScList *
append_missing (const ScList *list, const ScList *other, gsize name_offset)
{
  g_autoptr (GHashTable) names = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  ScList *result = sc_list_ref (list);

  for (guint i = 0; i < sc_list_length (list); i++)
    {
      const char *name = G_STRUCT_MEMBER (const char *, sc_list_get (list, i), name_offset);

      if (name != NULL)
        g_hash_table_add (names, (gpointer) name);
    }
  for (guint i = 0; i < sc_list_length (other); i++)
    {
      gconstpointer item = sc_list_get (other, i);
      const char *name = G_STRUCT_MEMBER (const char *, item, name_offset);
      ScList *longer;

      if (name != NULL && g_hash_table_contains (names, name))
        continue;
      longer = sc_list_append (result, item);
      sc_list_unref (result);
      result = longer;
    }
  return result;
}

ScSolution *
sc_storage_complete (const ScStorage *self, const ScSolution *solution)
{
  ScSolution *complete = sc_solution_copy (self->solution);

  sc_take_value (
      complete, tables,
      append_missing (solution->tables, self->solution->tables, G_STRUCT_OFFSET (ScTable, name)));
  sc_settings_file_copy (complete, solution);
  sc_take_value (complete, relationships,
                 append_missing (solution->relationships, self->solution->relationships,
                                 G_STRUCT_OFFSET (ScRelationship, name)));
  return complete;
}

ScStorageKind
sc_storage_get_kind (const ScStorage *self)
{
  return self->kind;
}

const char *
sc_storage_get_path (const ScStorage *self)
{
  return self->path;
}

const ScSolution *
sc_storage_get_solution (const ScStorage *self)
{
  return self->solution;
}

const ScPackage *
sc_storage_get_package (const ScStorage *self)
{
  return self->package;
}

GBytes *
sc_storage_get_bytes (const ScStorage *self)
{
  return self->bytes;
}

const char *const *
sc_storage_get_notes (const ScStorage *self)
{
  static const char *const none[] = { NULL };

  return self->notes != NULL ? (const char *const *) self->notes : none;
}

char **
sc_storage_list_new_notes (const ScStorage *self, const ScStorage *before)
{
  const char *const *known = sc_storage_get_notes (before);
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  for (const char *const *note = sc_storage_get_notes (self); *note != NULL; note++)
    {
      if (!g_strv_contains (known, *note))
        g_strv_builder_add (notes, *note);
    }
  return g_strv_builder_end (notes);
}

gboolean
sc_storage_holds_same (const ScStorage *self, const ScStorage *other)
{
  if (self->package == NULL || other->package == NULL)
    return sc_solution_equal (self->solution, other->solution);
  return sc_package_holds_same (self->package, other->package);
}

char *
sc_storage_explain_unsaveable (const ScStorage *self, const ScSolution *solution)
{
  return self->package != NULL ? sc_package_explain_unsaveable (self->package, solution) : NULL;
}

gboolean
sc_storage_get_difference (
    const ScStorage *self, const char *flow, guint *line, GBytes **held, GBytes **written)
{
  return self->package != NULL
         && sc_package_get_difference (self->package, flow, line, held, written);
}

const char *
sc_storage_find_rewrite (const ScStorage *self, const ScSolution *solution)
{
  return self->package != NULL ? sc_package_find_rewrite (self->package, solution) : NULL;
}

ScStorage *
sc_storage_accept_rewrite (const ScStorage *self, const char *flow)
{
  return self->package != NULL
             ? sc_storage_new_package (sc_package_accept_rewrite (self->package, flow))
             : sc_storage_ref (self);
}
