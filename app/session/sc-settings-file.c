/* sc-settings-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-settings-file.h"

#include "sc-definition.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* Far more than a setting for every rule, and all columns of the tables that flows use. */
#define MAX_BYTES (32 * 1024 * 1024)

gboolean
sc_settings_file_has (const ScSolution *solution)
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

static gboolean
has_equal (const ScList *list, const ScValue *value)
{
  sc_list_foreach (list, const ScValue *, other)
    {
      if (sc_value_equal (other, value))
        return TRUE;
    }
  return FALSE;
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

static gboolean
has_relationship (const ScList *relationships, const char *name)
{
  sc_list_foreach (relationships, const ScRelationship *, relationship)
    {
      if (sc_name_equal (relationship->name, name))
        return TRUE;
    }
  return FALSE;
}

/* The first thing in a settings file that solution would take away; NULL when there is none. What
 * people have decided has to be the same, metadata only has to be there. */
static char *
name_lost (const ScSolution *present, const ScSolution *solution)
{
  sc_list_foreach (present->rule_settings, const ScRuleSetting *, setting)
    {
      if (!has_equal (solution->rule_settings, &setting->base))
        return g_strdup_printf (_ ("the decision about the rule %s"), setting->rule);
    }
  sc_list_foreach (present->personas, const ScPersona *, persona)
    {
      if (!has_equal (solution->personas, &persona->base))
        return g_strdup_printf (_ ("the persona “%s”"), persona->name);
    }
  sc_list_foreach (present->imported, const ScTable *, table)
    {
      if (!has_table (solution->imported, table->name))
        return g_strdup_printf (_ ("the imported table “%s”"), table->name);
    }
  sc_list_foreach (present->imported_relationships, const ScRelationship *, relationship)
    {
      if (!has_relationship (solution->imported_relationships, relationship->name))
        return g_strdup_printf (_ ("the imported relationship “%s”"), relationship->name);
    }
  return NULL;
}

/* Nobody agrees to the loss of a file beside the one that is named. */
static gboolean
loses_nothing (const ScSolution *present,
               const ScSolution *solution,
               const char *path,
               GError **error)
{
  g_autofree char *file = sc_settings_file_get_path (path);
  g_autofree char *name = g_filename_display_basename (file);
  g_autofree char *lost = name_lost (present, solution);

  if (lost == NULL)
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               /* Translators: a file; a thing with its article, such as “the persona “Sales””. */
               _ ("“%s” holds %s, which the solution does not have so and which would be lost. "
                  "Choose another place, or move that file away first."),
               name, lost);
  return FALSE;
}

gboolean
sc_settings_file_prepare (const ScSolution *solution,
                          const char *path,
                          gboolean own,
                          ScFileChange *change,
                          GError **error)
{
  g_autofree char *file = sc_settings_file_get_path (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (ScSolution) present = NULL;
  g_autoptr (ScSolution) settings = NULL;

  *change = (ScFileChange){ NULL };
  if (sc_file_look (file, &change->expected, &problem))
    present = sc_settings_file_read (path, &problem);
  if (!sc_settings_file_has (solution) && (problem != NULL || !own))
    return TRUE;
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (present == NULL ? !sc_settings_file_has (solution)
                      : sc_settings_file_is_same (present, solution))
    return TRUE;
  if (!own && present != NULL && !loses_nothing (present, solution, path, error))
    return FALSE;
  change->path = g_steal_pointer (&file);
  if (sc_settings_file_has (solution))
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
  if (settings == NULL || !sc_settings_file_has (settings))
    return sc_solution_ref (solution);
  joined = sc_solution_copy (solution);
  sc_settings_file_copy (joined, settings);
  return joined;
}
