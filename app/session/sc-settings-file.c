/* sc-settings-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-settings-file.h"

#include "sc-definition.h"
#include "sc-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Far more than a setting for every rule, and all columns of the tables that flows use. */
#define MAX_BYTES (32 * 1024 * 1024)

/* TRUE when solution has something that is kept beside a package. */
static gboolean
has_settings (const ScSolution *solution)
{
  return solution->rule_settings != NULL || solution->personas != NULL || solution->imported != NULL
         || solution->imported_relationships != NULL;
}

static void
copy_settings (ScSolution *draft, const ScSolution *from)
{
  sc_set_value (draft, rule_settings, from->rule_settings);
  sc_set_value (draft, personas, from->personas);
  sc_set_value (draft, imported, from->imported);
  sc_set_value (draft, imported_relationships, from->imported_relationships);
}

static ScSolution *
make_settings (const ScSolution *solution)
{
  ScSolution *settings = sc_solution_new ();

  settings->language = SC_LANGUAGE_ENGLISH;
  copy_settings (settings, solution);
  return settings;
}

char *
sc_settings_file_get_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return g_strconcat (absolute, SC_SETTINGS_SUFFIX, NULL);
}

ScSolution *
sc_settings_file_read (const char *path, GError **error)
{
  g_autofree char *file = sc_settings_file_get_path (path);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return NULL;
  bytes = sc_file_read (file, MAX_BYTES, error);
  return bytes != NULL ? sc_definition_read (bytes, file, error) : NULL;
}

static gboolean
remove_file (const char *file, GError **error)
{
  g_autofree char *name = NULL;
  int code;

  if (g_remove (file) == 0 || errno == ENOENT)
    return TRUE;
  code = errno;
  name = g_filename_display_name (file);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” cannot be removed: %s. Nothing was changed."), name, g_strerror (code));
  return FALSE;
}

static gboolean
holds (const ScSolution *present, const ScSolution *solution)
{
  return sc_value_equal (present->rule_settings, solution->rule_settings)
         && sc_value_equal (present->personas, solution->personas)
         && sc_value_equal (present->imported, solution->imported)
         && sc_value_equal (present->imported_relationships, solution->imported_relationships);
}

gboolean
sc_settings_file_write (const ScSolution *solution, const char *path, GError **error)
{
  g_autofree char *file = sc_settings_file_get_path (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (ScSolution) present = sc_settings_file_read (path, &problem);
  g_autoptr (ScSolution) settings = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (problem != NULL && !has_settings (solution))
    return TRUE;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (present == NULL ? !has_settings (solution) : holds (present, solution))
    return TRUE;
  if (!has_settings (solution))
    return remove_file (file, error);
  settings = make_settings (solution);
  bytes = sc_definition_write (settings);
  return sc_file_write (file, bytes, error);
}

ScSolution *
sc_settings_file_join (const ScSolution *solution, const char *path, char **note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) settings = sc_settings_file_read (path, &error);
  ScSolution *joined;

  *note = NULL;
  if (error != NULL)
    *note
        = g_strdup_printf (_ ("The settings beside the package were left out: %s"), error->message);
  if (settings == NULL || !has_settings (settings))
    return sc_solution_ref (solution);
  joined = sc_solution_copy (solution);
  copy_settings (joined, settings);
  return joined;
}
