/* sc-export.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-export.h"

#include "sc-file.h"
#include "sc-package-create.h"
#include "sc-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOTE_SUFFIX "-deployment.md"
#define ZIP_SUFFIX  ".zip"

/* These look at what a package has. One that is made from the value has the tables of all its
 * flows. */
static const char *const rules_of_packages[] = { "SL-01", "SL-02", NULL };

static gboolean
is_package (const ScStorage *storage)
{
  return storage != NULL
         && (sc_storage_get_kind (storage) == SC_STORAGE_FOLDER
             || sc_storage_get_kind (storage) == SC_STORAGE_ZIP);
}

GPtrArray *
sc_export_list_obstacles (const ScStorage *storage, const ScSolution *solution)
{
  GPtrArray *obstacles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_problem_unref);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      const char *id = sc_rule_get_id (problem->rule);

      if (problem->severity == SC_SEVERITY_ERROR
          && (is_package (storage) || !g_strv_contains (rules_of_packages, id)))
        g_ptr_array_add (obstacles, sc_problem_ref (problem));
    }
  return obstacles;
}

char *
sc_export_explain_refusal (const ScStorage *storage, const ScSolution *solution)
{
  const char *title = sc_solution_get_title (solution);

  if (!solution->managed)
    return is_package (storage) ? NULL : sc_package_explain_unmakeable (solution);
  return g_strdup_printf (_ ("“%s” is a managed solution, which is not meant to be changed. Export "
                             "the unmanaged one, and let an environment or the packager make the "
                             "managed one of it."),
                          title != NULL ? title : _ ("unnamed"));
}

char *
sc_export_raise_version (const char *version)
{
  return sc_version_raise (version);
}

static gboolean
has_zip_suffix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize length = strlen (name);

  return length > strlen (ZIP_SUFFIX)
         && g_ascii_strcasecmp (name + length - strlen (ZIP_SUFFIX), ZIP_SUFFIX) == 0;
}

char *
sc_export_get_note_path (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  if (has_zip_suffix (full))
    full[strlen (full) - strlen (ZIP_SUFFIX)] = '\0';
  return g_strconcat (full, NOTE_SUFFIX, NULL);
}

static gboolean
check_version (const char *version, GError **error)
{
  if (version == NULL || sc_version_is_valid (version))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               _ ("“%s” is not a version. Give two to four numbers with points between, such as "
                  "1.0.0.1."),
               version);
  return FALSE;
}

static gboolean
check_path (const ScExportOptions *options, GError **error)
{
  g_autofree char *name = g_filename_display_name (options->path);
  gboolean zip = has_zip_suffix (options->path);
  gboolean folder = g_file_test (options->path, G_FILE_TEST_IS_DIR);

  if (options->kind == SC_PACKAGE_ZIP && zip && !folder)
    return TRUE;
  if (options->kind == SC_PACKAGE_FOLDER && (!zip || folder))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               options->kind == SC_PACKAGE_FOLDER ? _ ("“%s” is the name of a zip file. Name a "
                                                       "folder.")
               : options->kind == SC_PACKAGE_XAML ? _ ("“%s” cannot be exported as a .xaml file: "
                                                       "that is not a package.")
               : folder ? _ ("“%s” is a folder. Name a file that ends in "
                             ".zip.")
                        : _ ("“%s” is not the name of a package. Let it end in .zip."),
               name);
  return FALSE;
}

static gboolean
check_solution (const ScStorage *storage, const ScSolution *solution, GError **error)
{
  g_autofree char *refusal = sc_export_explain_refusal (storage, solution);
  g_autoptr (GPtrArray) obstacles = NULL;
  const ScProblem *first;

  if (refusal != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, refusal);
      return FALSE;
    }
  obstacles = sc_export_list_obstacles (storage, solution);
  if (obstacles->len == 0)
    return TRUE;
  first = g_ptr_array_index (obstacles, 0);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               /* Translators: the last %s is a sentence. */
               ngettext ("Nothing was exported: %u error blocks it. %s: %s",
                         "Nothing was exported: %u errors block it. The first one is %s: %s",
                         obstacles->len),
               obstacles->len, sc_rule_get_id (first->rule), first->message);
  return FALSE;
}

static gboolean
write_package (const ScStorage *storage,
               const ScSolution *solution,
               const char *path,
               GError **error)
{
  g_autoptr (ScStorage) saved = NULL;

  if (storage != NULL && sc_file_is_same (sc_storage_get_path (storage), path))
    saved = sc_storage_save (storage, solution, FALSE, error);
  else if (storage != NULL)
    saved = sc_storage_save_copy (storage, solution, path, error);
  else
    saved = sc_storage_save_as (solution, path, error);
  return saved != NULL;
}

static gboolean
write_note (const ScSolution *solution, const char *path, GError **error)
{
  g_autofree char *note_path = sc_export_get_note_path (path);
  g_autofree char *note = sc_export_write_note (solution);
  gsize length = strlen (note);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&note), length);
  g_autoptr (GError) reason = NULL;

  if (sc_file_write (note_path, bytes, &reason))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               /* Translators: %s is a sentence. */
               _ ("The package was written, but not the note. %s"), reason->message);
  return FALSE;
}

gboolean
sc_export_run (const ScStorage *storage,
               const ScSolution *solution,
               const ScExportOptions *options,
               GError **error)
{
  g_autoptr (ScSolution) exported = NULL;

  g_return_val_if_fail (options != NULL && options->path != NULL, FALSE);

  if (!check_version (options->version, error) || !check_path (options, error)
      || !check_solution (storage, solution, error))
    return FALSE;
  if (options->version == NULL || g_strcmp0 (options->version, solution->version) == 0)
    {
      exported = sc_solution_ref (solution);
    }
  else
    {
      exported = sc_solution_copy (solution);
      sc_set_string (exported, version, options->version);
    }
  return write_package (storage, exported, options->path, error)
         && (!options->note || write_note (exported, options->path, error));
}
