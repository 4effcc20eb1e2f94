/* sc-settings-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-settings-file.h"

#include "sc-definition.h"

#include <glib/gi18n-lib.h>

/* Far more than a setting for every rule, and all columns of the tables that flows use. */
#define MAX_BYTES (32 * 1024 * 1024)

/* TRUE when solution has something that is kept beside a package. */
static gboolean
has_settings (const ScSolution *solution)
{
  return solution->rule_settings != NULL || solution->personas != NULL || solution->imported != NULL
         || solution->imported_relationships != NULL;
}

void
sc_settings_file_copy (ScSolution *draft, const ScSolution *from)
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
  sc_settings_file_copy (settings, solution);
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

gboolean
sc_settings_file_is_same (const ScSolution *a, const ScSolution *b)
{
  return sc_value_equal (a->rule_settings, b->rule_settings)
         && sc_value_equal (a->personas, b->personas) && sc_value_equal (a->imported, b->imported)
         && sc_value_equal (a->imported_relationships, b->imported_relationships);
}

gboolean
sc_settings_file_prepare (const ScSolution *solution,
                          const char *path,
                          ScFileChange *change,
                          GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (ScSolution) present = sc_settings_file_read (path, &problem);
  g_autoptr (ScSolution) settings = NULL;

  *change = (ScFileChange){ NULL };
  if (problem != NULL && !has_settings (solution))
    return TRUE;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (present == NULL ? !has_settings (solution) : sc_settings_file_is_same (present, solution))
    return TRUE;
  change->path = sc_settings_file_get_path (path);
  if (has_settings (solution))
    {
      settings = make_settings (solution);
      change->bytes = sc_definition_write (settings);
    }
  return TRUE;
}

void
sc_settings_file_clear (ScFileChange *change)
{
  g_free ((char *) change->path);
  g_clear_pointer (&change->bytes, g_bytes_unref);
  change->path = NULL;
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
  sc_settings_file_copy (joined, settings);
  return joined;
}
