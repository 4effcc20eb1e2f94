/* sc-storage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-storage.h"

#include "sc-definition.h"
#include "sc-file.h"
#include "sc-name.h"
#include "sc-package-create.h"
#include "sc-settings-file.h"
#include "sc-xml.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScStorage
{
  gatomicrefcount refs;
  ScStorageKind kind;
  char *path;
  ScSolution *solution; /* as it is on disk */
  ScPackage *package;   /* for Dataverse's own formats */
  GBytes *bytes;        /* of a definition, as it was read or written */
  GStrv notes;          /* those of the package, and one about its settings */
};

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

/* Takes over the package. */
static ScStorage *
storage_new_package (ScPackage *package)
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

/* The same for a package that was just written: its settings go beside it. */
static ScStorage *
finish_package (ScPackage *package, const ScSolution *solution, GError **error)
{
  if (package == NULL)
    return NULL;
  if (!sc_settings_file_write (solution, sc_package_get_path (package), error))
    {
      sc_package_unref (package);
      return NULL;
    }
  return storage_new_package (package);
}

/* Takes over the bytes. */
static ScStorage *
storage_new_definition (const char *path, const ScSolution *solution, GBytes *bytes)
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

static gboolean
names_definition (const char *path)
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
  return storage_new_definition (path, solution, g_steal_pointer (&bytes));
}

ScStorage *
sc_storage_open (const char *path, GError **error)
{
  ScPackage *package;

  if (names_definition (path) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return open_definition (path, error);
  package = sc_package_open (path, error);
  return package != NULL ? storage_new_package (package) : NULL;
}

static ScStorage *
write_definition (const ScSolution *solution, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = sc_definition_write (solution);

  if (!sc_file_write (path, bytes, error))
    return NULL;
  return storage_new_definition (path, solution, g_steal_pointer (&bytes));
}

/* What a .xaml holds of a solution: its only flow. */
static ScStorage *
write_xaml (const ScSolution *solution, const char *path, GError **error)
{
  if (sc_list_length (solution->flows) != 1)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("“%s” cannot be saved: a .xaml file holds one flow and the solution has %u. "
                      "Save it as .stagecraft."),
                   name, sc_list_length (solution->flows));
      return NULL;
    }
  if (!sc_package_export_xaml (sc_list_get (solution->flows, 0), path, error))
    return NULL;
  return finish_package (sc_package_open (path, error), solution, error);
}

static ScStorage *
create_package (const ScSolution *solution, ScPackageKind kind, const char *path, GError **error)
{
  return finish_package (sc_package_create (solution, kind, path, error), solution, error);
}

/* TRUE for a package of the same solution that holds nothing a value would not have, so that one
 * made from a value can take its place. */
static gboolean
is_replaceable (const ScPackage *package, const ScSolution *solution)
{
  const ScSolution *present = sc_package_get_solution (package);
  g_autofree char *reason = sc_package_explain_unmakeable (present);

  return reason == NULL && g_strcmp0 (present->unique_name, solution->unique_name) == 0
         && sc_package_get_kind (package) == SC_PACKAGE_ZIP;
}

/* What a package would lose that is not in place of what solution was read from; NULL for
 * nothing. */
static char *
explain_lost (const ScPackage *package, const ScSolution *solution)
{
  const ScSolution *present = sc_package_get_solution (package);
  g_autofree char *name = g_filename_display_basename (sc_package_get_path (package));

  if (present->unique_name != NULL && solution->unique_name != NULL
      && !sc_name_equal (present->unique_name, solution->unique_name))
    return g_strdup_printf (_ ("“%s” holds another solution (%s). Choose another place."), name,
                            present->unique_name);
  sc_list_foreach (present->flows, const ScFlow *, flow)
    {
      if (sc_solution_find_flow (solution, flow->id, NULL) == NULL)
        return g_strdup_printf (_ ("“%s” holds the flow “%s”, which the solution does not have and "
                                   "which would be lost. Choose another place, or open “%s” and "
                                   "delete the flow there."),
                                name, sc_flow_get_label (flow, present->language), name);
    }
  return NULL;
}

/* Puts the flows and roles of solution into a package of it. */
static ScStorage *
write_into_package (const ScSolution *solution, const char *path, GError **error)
{
  g_autoptr (ScPackage) package = sc_package_open (path, error);
  g_autofree char *reason = NULL;

  if (package == NULL)
    return NULL;
  reason = explain_lost (package, solution);
  if (reason == NULL)
    reason = sc_package_explain_unsaveable (package, solution);
  if (reason != NULL && is_replaceable (package, solution))
    return create_package (solution, SC_PACKAGE_ZIP, path, error);
  if (reason != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, reason);
      return NULL;
    }
  return finish_package (sc_package_save (package, solution, FALSE, error), solution, error);
}

static gboolean
is_empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* TRUE for a path that can only mean a folder that is not there yet: without an ending, unless
 * that is the last number of a version. */
static gboolean
names_folder (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char *ending = strrchr (name, '.');

  return g_str_has_suffix (path, G_DIR_SEPARATOR_S) || ending == NULL
         || (ending != name && g_ascii_isdigit (ending[1])
             && strspn (ending + 1, "0123456789") == strlen (ending + 1));
}

static gboolean
names_zip (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".zip");
}

ScStorage *
sc_storage_save_as (const ScSolution *solution, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (is_empty_folder (path))
    return create_package (solution, SC_PACKAGE_FOLDER, path, error);
  if (g_file_test (path, G_FILE_TEST_IS_DIR)
      || (names_zip (path) && g_file_test (path, G_FILE_TEST_EXISTS)))
    return write_into_package (solution, path, error);
  if (names_zip (path))
    return create_package (solution, SC_PACKAGE_ZIP, path, error);
  if (names_definition (path))
    return write_definition (solution, path, error);
  if (g_str_has_suffix (path, ".xaml"))
    return write_xaml (solution, path, error);
  if (names_folder (path) && !g_file_test (path, G_FILE_TEST_EXISTS))
    return create_package (solution, SC_PACKAGE_FOLDER, path, error);

  name = g_filename_display_name (path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” cannot be saved: Stagecraft writes files that end in .stagecraft, .xaml or "
                  ".zip, and unpacked solution folders."),
               name);
  return NULL;
}

ScStorage *
sc_storage_convert (const ScStorage *self,
                    const ScSolution *solution,
                    const char *path,
                    GError **error)
{
  ScPackage *package = sc_package_convert (self->package, solution, path, error);

  return package != NULL ? storage_new_package (package) : NULL;
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
  sc_take_value (complete, relationships,
                 append_missing (solution->relationships, self->solution->relationships,
                                 G_STRUCT_OFFSET (ScRelationship, name)));
  return complete;
}

/* FALSE when somebody else wrote the file since it was read: saving would lose their work. */
static gboolean
definition_is_ours (const ScStorage *self, GError **error)
{
  g_autoptr (GBytes) present = NULL;
  g_autofree char *name = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  present = sc_file_read (self->path, SC_XML_MAX_BYTES, error);
  if (present == NULL)
    return FALSE;
  if (g_bytes_equal (present, self->bytes))
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Nothing was written. "
                  "Save under another name, or open the file again."),
               name);
  return FALSE;
}

ScStorage *
sc_storage_save (const ScStorage *self,
                 const ScSolution *solution,
                 gboolean rewrite,
                 GError **error)
{
  if (self->kind == SC_STORAGE_DEFINITION)
    return definition_is_ours (self, error) ? write_definition (solution, self->path, error) : NULL;

  return finish_package (sc_package_save (self->package, solution, rewrite, error), solution,
                         error);
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

gboolean
sc_storage_holds_same (const ScStorage *self, const ScStorage *other)
{
  if (self->package == NULL || other->package == NULL)
    return sc_solution_equal (self->solution, other->solution);
  return sc_solution_equal (sc_package_get_solution (self->package),
                            sc_package_get_solution (other->package));
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
             ? storage_new_package (sc_package_accept_rewrite (self->package, flow))
             : sc_storage_ref (self);
}
