/* sc-storage-save.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-storage-private.h"

#include "sc-definition.h"
#include "sc-file.h"
#include "sc-name.h"
#include "sc-package-create.h"
#include "sc-settings-file.h"
#include "sc-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* known: what is there; NULL when a person has agreed that it is replaced. */
static ScStorage *
write_definition (const ScSolution *solution,
                  const char *path,
                  const ScFileState *known,
                  GError **error)
{
  g_autoptr (GBytes) bytes = sc_definition_write (solution);
  ScFileChange change = { path, bytes };

  if (known != NULL)
    change.expected = *known;
  if (!sc_file_write_both (&change, NULL, error))
    return NULL;
  return sc_storage_new_definition (path, solution, g_steal_pointer (&bytes));
}

/* How a package comes to be at a path, together with a file beside it; see ScFileChange. */
typedef ScPackage *(*Write) (gconstpointer data,
                             const ScSolution *solution,
                             const char *path,
                             const ScFileChange *along,
                             GError **error);

/* Writes a package with the settings beside it. own: what is there of these where solution is kept;
 * NULL when it is kept elsewhere. */
static ScStorage *
write_package (Write write,
               gconstpointer data,
               const ScSolution *solution,
               const char *path,
               const ScFileState *own,
               GError **error)
{
  ScFileChange settings;
  ScPackage *package = NULL;

  if (sc_settings_file_prepare (solution, path, own != NULL, &settings, error))
    {
      if (own != NULL)
        settings.expected = *own;
      package = write (data, solution, path, settings.path != NULL ? &settings : NULL, error);
    }
  sc_settings_file_clear (&settings);
  return package != NULL ? sc_storage_new_package (package) : NULL;
}

static ScPackage *
save (gconstpointer package,
      const ScSolution *solution,
      const char *path,
      const ScFileChange *along,
      GError **error)
{
  return sc_package_save_along (package, solution, FALSE, along, error);
}

static ScPackage *
rewrite (gconstpointer package,
         const ScSolution *solution,
         const char *path,
         const ScFileChange *along,
         GError **error)
{
  return sc_package_save_along (package, solution, TRUE, along, error);
}

static ScPackage *export(gconstpointer flow,
                         const ScSolution *solution,
                         const char *path,
                         const ScFileChange *along,
                         GError **error)
{
  return sc_package_export_xaml (flow, path, along, error) ? sc_package_open (path, error) : NULL;
}

static ScPackage *
create (gconstpointer kind,
        const ScSolution *solution,
        const char *path,
        const ScFileChange *along,
        GError **error)
{
  return sc_package_create (solution, GPOINTER_TO_INT (kind), path, along, error);
}

static ScPackage *
convert (gconstpointer package,
         const ScSolution *solution,
         const char *path,
         const ScFileChange *along,
         GError **error)
{
  return sc_package_convert (package, solution, path, along, error);
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
  return write_package (export, sc_list_get (solution->flows, 0), solution, path, NULL, error);
}

static ScStorage *
create_package (const ScSolution *solution, ScPackageKind kind, const char *path, GError **error)
{
  return write_package (create, GINT_TO_POINTER (kind), solution, path, NULL, error);
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
  return write_package (save, package, solution, sc_package_get_path (package), NULL, error);
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
  if (sc_storage_names_definition (path))
    return write_definition (solution, path, NULL, error);
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
  return write_package (convert, self->package, solution, path, NULL, error);
}

/* FALSE when somebody else wrote the file since it was read: saving would lose their work. known is
 * filled in with what is there. */
static gboolean
definition_is_ours (const ScStorage *self, ScFileState *known, GError **error)
{
  g_autoptr (GBytes) present = NULL;

  if (!sc_file_look (self->path, known, error))
    return FALSE;
  if (known->presence == SC_FILE_ABSENT)
    return TRUE;
  present = sc_file_read (self->path, SC_XML_MAX_BYTES, error);
  if (present == NULL)
    return FALSE;
  if (g_bytes_equal (present, self->bytes))
    return TRUE;
  sc_file_set_changed_error (error, self->path);
  return FALSE;
}

gboolean
sc_storage_settings_are_ours (const ScStorage *self,
                              const ScSolution *solution,
                              ScFileState *known,
                              GError **error)
{
  g_autofree char *file = sc_settings_file_get_path (self->path);
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (ScSolution) present = NULL;

  if (!sc_file_look (file, known, error))
    return FALSE;
  present = sc_settings_file_read (self->path, &unreadable);
  /* What cannot be read is not written over anyway. */
  if (unreadable != NULL)
    return TRUE;
  if (present == NULL)
    present = sc_solution_new ();
  if (sc_settings_file_is_same (present, self->solution)
      || sc_settings_file_is_same (present, solution))
    return TRUE;
  sc_file_set_changed_error (error, file);
  return FALSE;
}

ScStorage *
sc_storage_save (const ScStorage *self, const ScSolution *solution, gboolean anew, GError **error)
{
  ScFileState known;

  if (self->kind == SC_STORAGE_DEFINITION)
    return definition_is_ours (self, &known, error)
               ? write_definition (solution, self->path, &known, error)
               : NULL;

  if (!sc_storage_settings_are_ours (self, solution, &known, error))
    return NULL;
  return write_package (anew ? rewrite : save, self->package, solution, self->path, &known, error);
}
