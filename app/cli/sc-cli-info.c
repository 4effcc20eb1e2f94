/* sc-cli-info.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>

/* "definition", "xaml", "folder", "zip". */
static const char *
get_format (ScStorageKind kind)
{
  switch (kind)
    {
    case SC_STORAGE_DEFINITION:
      return "definition";
    case SC_STORAGE_XAML:
      return "xaml";
    case SC_STORAGE_FOLDER:
      return "folder";
    case SC_STORAGE_ZIP:
      return "zip";
    default:
      g_return_val_if_reached ("");
    }
}

static guint
count_conditions (const ScFlow *flow)
{
  guint n = 0;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      n += stage->condition != NULL;
    }
  return n;
}

static void
add_flow (ScJson *json, const ScSolution *solution, const ScFlow *flow)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "id", flow->id);
  sc_json_add_string (json, "name", sc_flow_get_label (flow, solution->language));
  sc_json_add_string (json, "uniqueName", flow->unique_name);
  sc_json_add_boolean (json, "active", flow->active);
  sc_json_add_int (json, "order", flow->order);
  sc_json_add_int (json, "stages", sc_list_length (flow->stages));
  sc_json_add_int (json, "steps", sc_flow_count_steps (flow));
  sc_json_add_int (json, "conditions", count_conditions (flow));
  sc_json_begin_array (json, "tables");
  for (guint i = 0; i < tables->len; i++)
    sc_json_add_string (json, NULL, g_ptr_array_index (tables, i));
  sc_json_end_array (json);
  sc_json_end_object (json);
}

static ScJson *
make_json (const char *path, const ScStorage *storage)
{
  const ScSolution *solution = sc_storage_get_solution (storage);
  g_autofree char *name = g_filename_display_name (path);
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "path", name);
  sc_json_add_string (json, "format", get_format (sc_storage_get_kind (storage)));
  sc_json_add_string (json, "name", sc_labels_get (solution->labels, solution->language));
  sc_json_add_string (json, "uniqueName", solution->unique_name);
  sc_json_add_string (json, "version", solution->version);
  sc_json_add_string (json, "publisher", solution->publisher);
  sc_json_add_string (json, "prefix", solution->prefix);
  sc_json_add_boolean (json, "managed", solution->managed);
  sc_json_add_int (json, "language", solution->language);
  sc_json_begin_array (json, "flows");
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      add_flow (json, solution, flow);
    }
  sc_json_end_array (json);
  sc_json_add_int (json, "tables", sc_list_length (solution->tables));
  sc_json_add_int (json, "relationships", sc_list_length (solution->relationships));
  sc_json_begin_array (json, "roles");
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      sc_json_add_string (json, NULL, role->name != NULL ? role->name : role->id);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  return json;
}

/* What is known of the solution as a whole; a bare flow has none of it. */
static void
print_solution (const char *path, const ScSolution *solution)
{
  g_autofree char *name = sc_cli_name_file (path);
  const char *title = sc_solution_get_title (solution);
  g_autoptr (GString) text = g_string_new (title != NULL && *title != '\0' ? title : name);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (solution->version != NULL)
    g_string_append_printf (text, " %s", solution->version);
  first = sc_cli_clean (text->str);
  g_print ("%s\n", first);
  if (solution->unique_name == NULL)
    return;

  if (solution->publisher != NULL)
    /* Translators: the unique names of a solution and of its publisher. */
    g_string_printf (text, _ ("%s by %s"), solution->unique_name, solution->publisher);
  else
    g_string_assign (text, solution->unique_name);
  second = sc_cli_clean (text->str);
  g_print ("%s, %s\n", second, solution->managed ? _ ("managed") : _ ("unmanaged"));
}

static char *
list_table_labels (const ScSolution *solution, const ScFlow *flow)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            sc_solution_get_table_label (solution, g_ptr_array_index (tables, i)));
  return g_string_free (text, FALSE);
}

static char **
make_cells (const ScSolution *solution, const ScFlow *flow)
{
  const char *label = sc_flow_get_label (flow, solution->language);
  g_autofree char *tables = list_table_labels (solution, flow);
  char **cells = g_new0 (char *, 6);

  /* Nothing obliges a flow to have a name, but a row must say which flow it is. */
  cells[0] = sc_cli_clean (*label != '\0' || flow->id == NULL ? label : flow->id);
  cells[1] = g_strdup (flow->active ? _ ("active") : _ ("draft"));
  cells[2] = g_strdup_printf ("%u", sc_list_length (flow->stages));
  cells[3] = g_strdup_printf ("%u", sc_flow_count_steps (flow));
  cells[4] = sc_cli_clean (tables);
  return cells;
}

static void
print_flows (const ScSolution *solution)
{
  const ScCliColumn columns[] = { { _ ("Flow"), FALSE },
                                  { _ ("State"), FALSE },
                                  { _ ("Stages"), TRUE },
                                  { _ ("Steps"), TRUE },
                                  { _ ("Tables"), FALSE } };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_ptr_array_add (rows, make_cells (solution, flow));
    }
  sc_cli_print_columns (columns, G_N_ELEMENTS (columns), rows);
}

static void
print_text (const char *path, const ScStorage *storage)
{
  const ScSolution *solution = sc_storage_get_solution (storage);
  const guint n_tables = sc_list_length (solution->tables);
  const guint n_roles = sc_list_length (solution->roles);
  g_autofree char *tables = NULL;
  g_autofree char *roles = NULL;

  print_solution (path, solution);
  g_print ("\n");
  if (sc_list_length (solution->flows) > 0)
    print_flows (solution);
  else
    g_print ("%s\n", _ ("No flows"));

  if (n_tables + n_roles == 0)
    return;
  tables = g_strdup_printf (ngettext ("%u table", "%u tables", n_tables), n_tables);
  roles = g_strdup_printf (ngettext ("%u role", "%u roles", n_roles), n_roles);
  g_print ("\n%s, %s\n", tables, roles);
}

ScExitStatus
sc_cli_info (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) paths = NULL;
  g_autoptr (ScStorage) storage = NULL;
  gboolean json, valid;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to say it: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE", _ ("Lists the flows of a solution with their counts."), NULL, entries);

  if (!sc_cli_parse (context, "info", argc, argv))
    return SC_EXIT_FAILURE;
  json = sc_cli_is_json ("info", format, &valid);
  if (!valid)
    return SC_EXIT_FAILURE;
  if (paths == NULL || paths[1] != NULL)
    return sc_cli_complain_usage ("info", _ ("Name one file."));

  storage = sc_cli_open (paths[0]);
  if (storage == NULL)
    return SC_EXIT_FAILURE;
  if (json)
    sc_cli_print_json (make_json (paths[0], storage));
  else
    print_text (paths[0], storage);
  return SC_EXIT_SUCCESS;
}
