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

/* Far more than a setting for every rule. */
#define MAX_BYTES (1024 * 1024)

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

gboolean
sc_settings_file_write (const ScSolution *solution, const char *path, GError **error)
{
  g_autofree char *file = sc_settings_file_get_path (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (ScSolution) present = sc_settings_file_read (path, &problem);
  g_autoptr (ScSolution) settings = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (problem != NULL && solution->rule_settings == NULL)
    return TRUE;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (sc_value_equal (present != NULL ? present->rule_settings : NULL, solution->rule_settings))
    return TRUE;
  if (solution->rule_settings == NULL)
    return remove_file (file, error);
  settings = sc_solution_new ();
  settings->language = SC_LANGUAGE_ENGLISH;
  sc_set_value (settings, rule_settings, solution->rule_settings);
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
  if (settings == NULL || settings->rule_settings == NULL)
    return sc_solution_ref (solution);
  joined = sc_solution_copy (solution);
  sc_set_value (joined, rule_settings, settings->rule_settings);
  return joined;
}
