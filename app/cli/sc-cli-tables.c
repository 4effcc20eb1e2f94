/* sc-cli-tables.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-cli-command.h"
#include "sc-metadata.h"

/* What is known of tables and columns, and from where. */

static const char *const sources[] = {
  [SC_METADATA_NONE] = NULL,
  [SC_METADATA_PACKAGE] = "solution",
  [SC_METADATA_IMPORTED] = "imported",
  [SC_METADATA_CATALOGUE] = "catalogue",
};

static const char *const levels[] = {
  [SC_REQUIRED_NONE] = "none",         [SC_REQUIRED_RECOMMENDED] = "recommended",
  [SC_REQUIRED_BUSINESS] = "business", [SC_REQUIRED_SYSTEM] = "system",
  [SC_REQUIRED_UNKNOWN] = NULL,
};

/* What is asked about: a solution with the catalogue, or the catalogue alone. */
typedef struct
{
  ScStorage *storage; /* nullable */
  ScCatalogue *catalogue;
  ScMetadata *metadata;
  int language;
} Known;

static void
known_clear (Known *self)
{
  g_clear_pointer (&self->metadata, sc_metadata_unref);
  g_clear_pointer (&self->catalogue, sc_catalogue_unref);
  g_clear_pointer (&self->storage, sc_storage_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static gboolean
known_open (Known *self, const char *path)
{
  g_autoptr (ScSolution) empty = sc_solution_new ();
  const ScSolution *solution = empty;

  empty->language = SC_LANGUAGE_ENGLISH;
  if (path != NULL)
    {
      self->storage = sc_cli_open (path);
      if (self->storage == NULL)
        return FALSE;
      solution = sc_storage_get_solution (self->storage);
    }
  self->language = solution->language;
  self->catalogue = sc_catalogue_new ();
  self->metadata = sc_metadata_new (solution, self->catalogue);
  return TRUE;
}

static void
print_field (const char *text, guint width)
{
  g_autofree char *clean = sc_cli_clean (text);

  sc_cli_print_padded (clean, width, FALSE);
}

/* As wide as the widest of them, with space behind it. */
static guint
widen (guint width, const char *text)
{
  return MAX (width, sc_cli_get_width (text) + 2);
}

static const char *
describe_enabled (const ScTable *table)
{
  return table->flow_enabled == SC_TRI_YES  ? _ ("flows")
         : table->flow_enabled == SC_TRI_NO ? _ ("no flows")
                                            : "";
}

static void
print_tables (Known *known)
{
  const ScList *tables = sc_metadata_list_tables (known->metadata);
  guint name = 0, label = 0, enabled = 0;

  sc_list_foreach (tables, const ScTable *, table)
    {
      name = widen (name, table->name);
      label = widen (label, sc_table_get_label (table, known->language));
      enabled = widen (enabled, describe_enabled (table));
    }
  sc_list_foreach (tables, const ScTable *, table)
    {
      print_field (table->name, name);
      print_field (sc_table_get_label (table, known->language), label);
      print_field (describe_enabled (table), enabled);
      g_print ("%s\n", sources[sc_metadata_get_table_source (known->metadata, table->name)]);
    }
}

static void
print_tables_json (Known *known)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_json_begin_array (json, "tables");
  sc_list_foreach (sc_metadata_list_tables (known->metadata), const ScTable *, table)
    {
      sc_json_begin_object (json, NULL);
      sc_json_add_string (json, "name", table->name);
      sc_json_add_string (json, "label", sc_labels_get (table->labels, known->language));
      if (table->flow_enabled != SC_TRI_UNKNOWN)
        sc_json_add_boolean (json, "flowEnabled", table->flow_enabled == SC_TRI_YES);
      sc_json_add_string (json, "source",
                          sources[sc_metadata_get_table_source (known->metadata, table->name)]);
      sc_json_end_object (json);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

static const char *
get_source (Known *known, const ScTable *table, const ScColumn *column)
{
  return sources[sc_metadata_find_column (known->metadata, table->name, column->name)->source];
}

static void
print_columns (Known *known, const ScTable *table)
{
  guint name = 0, label = 0, type = 0;

  sc_list_foreach (table->columns, const ScColumn *, column)
    {
      name = widen (name, column->name);
      label = widen (label, sc_column_get_label (column, known->language));
      type = widen (type, sc_column_type_get_nick (column->type));
    }
  sc_list_foreach (table->columns, const ScColumn *, column)
    {
      const char *level = levels[column->required];

      print_field (column->name, name);
      print_field (sc_column_get_label (column, known->language), label);
      print_field (sc_column_type_get_nick (column->type), type);
      print_field (level != NULL ? level : "", 13);
      g_print ("%s\n", get_source (known, table, column));
    }
}

static void
add_column (ScJson *json, Known *known, const ScTable *table, const ScColumn *column)
{
  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "name", column->name);
  sc_json_add_string (json, "label", sc_labels_get (column->labels, known->language));
  sc_json_add_string (json, "type", sc_column_type_get_nick (column->type));
  sc_json_add_string (json, "required", levels[column->required]);
  sc_json_add_boolean (json, "readOnly", column->read_only);
  sc_json_begin_array (json, "targets");
  sc_list_foreach (column->targets, const ScLabel *, target)
    {
      sc_json_add_string (json, NULL, target->text);
    }
  sc_json_end_array (json);
  sc_json_add_int (json, "options", sc_list_length (column->options));
  sc_json_add_string (json, "source", get_source (known, table, column));
  sc_json_end_object (json);
}

static void
print_columns_json (Known *known, const ScTable *table)
{
  ScJson *json = sc_json_new ();

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "table", table->name);
  sc_json_begin_array (json, "columns");
  sc_list_foreach (table->columns, const ScColumn *, column)
    {
      add_column (json, known, table, column);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
  sc_cli_print_json (json);
}

/* Parses the options that both have. FALSE, and status set, when that is all there is to do. */
static gboolean
parse (const char *command,
       const char *arguments,
       const char *summary,
       int argc,
       char **argv,
       gboolean *json,
       GStrv *words)
{
  g_autofree char *format = NULL;
  gboolean valid;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to say it: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      arguments, summary,
      _ ("FILE is a solution; without it only the catalogue of standard tables is asked."),
      entries);

  if (!sc_cli_parse (context, command, argc, argv))
    return FALSE;
  *json = sc_cli_is_json (command, format, &valid);
  return valid;
}

ScExitStatus
sc_cli_tables (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_auto (Known) known = { NULL };
  gboolean json;

  if (!parse ("tables", "[FILE]", _ ("Lists the tables that are known, and from where."), argc,
              argv, &json, &words))
    return SC_EXIT_FAILURE;
  if (words != NULL && words[1] != NULL)
    return sc_cli_complain_usage ("tables", _ ("Name one file."));
  if (!known_open (&known, words != NULL ? words[0] : NULL))
    return SC_EXIT_FAILURE;
  if (json)
    print_tables_json (&known);
  else
    print_tables (&known);
  return SC_EXIT_SUCCESS;
}

ScExitStatus
sc_cli_columns (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;
  g_auto (Known) known = { NULL };
  const ScTable *table;
  gboolean json;

  if (!parse ("columns", "TABLE [FILE]",
              _ ("Lists the columns of a table that are known, and from where."), argc, argv, &json,
              &words))
    return SC_EXIT_FAILURE;
  if (words == NULL || g_strv_length (words) > 2)
    return sc_cli_complain_usage ("columns", _ ("Name a table, and at most one file."));
  if (!known_open (&known, words[1]))
    return SC_EXIT_FAILURE;
  table = sc_metadata_find_table (known.metadata, words[0]);
  if (table == NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("Nothing is known of a table “%s”. Type “stagecraft-cli tables” for those that are."),
          words[0]);

      sc_cli_complain (message);
      return SC_EXIT_FAILURE;
    }
  if (json)
    print_columns_json (&known, table);
  else
    print_columns (&known, table);
  return SC_EXIT_SUCCESS;
}
