/* sc-cli-new.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-template.h"
#include "sc-edit-solution.h"
#include "sc-file-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define NO_OPTION_PREFIX (-1)

/* What the command line says; NULL and NO_OPTION_PREFIX leave what a new solution has. */
typedef struct
{
  char *name;
  char *unique_name;
  char *version;
  char *publisher;
  char *prefix;
  int option_prefix;
  char *table;
  char *flow;
  char *template;
  gboolean list;
} ScNewFlags;

static void
clear_flags (ScNewFlags *flags)
{
  g_free (flags->name);
  g_free (flags->unique_name);
  g_free (flags->version);
  g_free (flags->publisher);
  g_free (flags->prefix);
  g_free (flags->table);
  g_free (flags->flow);
  g_free (flags->template);
}

/* The letters, digits and underscores of a name. NULL when there are none. */
static char *
derive_unique_name (const char *name)
{
  GString *text = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '_')
      g_string_append_c (text, *p);
  return g_string_free (text, text->len == 0);
}

static ScSolution *
make_solution (const ScNewFlags *flags, GError **error)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autofree char *derived = flags->name != NULL ? derive_unique_name (flags->name) : NULL;
  g_autoptr (ScSolution) named = NULL;
  g_autoptr (ScSolution) solution = NULL;

  if (flags->name != NULL && derived == NULL && flags->unique_name == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("No unique name can be made of “%s”. Give one with --unique-name."),
                   flags->name);
      return NULL;
    }
  named = sc_edit_solution_set_details (empty, flags->name,
                                        flags->unique_name != NULL ? flags->unique_name : derived,
                                        flags->version, flags->publisher, flags->prefix, error);
  if (named == NULL)
    return NULL;
  solution = sc_solution_copy (named);
  if (flags->option_prefix != NO_OPTION_PREFIX)
    solution->option_prefix = flags->option_prefix;
  if (flags->template == NULL && flags->table == NULL)
    return g_steal_pointer (&solution);
  return sc_cli_add_template (solution, flags->template, flags->flow, flags->table, error);
}

/* Complains about what the solution says of itself; a flow that is new may have its steps to come.
 */
static gboolean
check_solution (const ScSolution *solution)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);
  gboolean ok = TRUE;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->flow != NULL || problem->severity != SC_SEVERITY_ERROR)
        continue;
      sc_cli_complain (problem->message);
      ok = FALSE;
    }
  return ok;
}

static gboolean
is_empty_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return dir != NULL && g_dir_read_name (dir) == NULL;
}

/* Nothing that is there is written over. */
static gboolean
check_target (const char *out, GError **error)
{
  g_autofree char *name = g_filename_display_name (out);
  GStatBuf info;

  if (g_lstat (out, &info) != 0 || is_empty_folder (out))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” is there already. Name a file or folder that is not."), name);
  return FALSE;
}

static ScExitStatus
make_new (const ScNewFlags *flags, const char *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) solution = make_solution (flags, &error);
  g_autoptr (ScStorage) storage = NULL;
  g_autofree char *name = sc_cli_name_file (out);

  if (solution != NULL && !check_solution (solution))
    return SC_EXIT_FAILURE;
  if (solution != NULL && check_target (out, &error))
    storage = sc_storage_save_as (solution, out, &error);
  if (storage == NULL)
    {
      sc_cli_complain (error->message);
      return SC_EXIT_FAILURE;
    }
  /* Translators: the unique name of a solution, and its file. */
  g_print (_ ("Made the solution “%s” in “%s”.\n"), solution->unique_name, name);
  return SC_EXIT_SUCCESS;
}

static ScExitStatus
parse_and_make (ScNewFlags *flags, int argc, char **argv)
{
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "name", 'N', 0, G_OPTION_ARG_STRING, &flags->name, N_ ("Display name of the solution"),
      N_ ("NAME") },
    { "unique-name", 'u', 0, G_OPTION_ARG_STRING, &flags->unique_name,
      N_ ("Unique name; otherwise made of the display name"), N_ ("NAME") },
    { "version", 'V', 0, G_OPTION_ARG_STRING, &flags->version, N_ ("Version, otherwise 1.0.0.0"),
      N_ ("VERSION") },
    { "publisher", 'p', 0, G_OPTION_ARG_STRING, &flags->publisher,
      N_ ("Unique name of the publisher"), N_ ("NAME") },
    { "prefix", 'x', 0, G_OPTION_ARG_STRING, &flags->prefix,
      N_ ("The publisher's prefix, without underscore"), N_ ("PREFIX") },
    { "option-prefix", 'o', 0, G_OPTION_ARG_INT, &flags->option_prefix,
      N_ ("The publisher's prefix for choices, from 10000 to 99999"), N_ ("NUMBER") },
    { "table", 't', 0, G_OPTION_ARG_STRING, &flags->table,
      N_ ("Add a flow that begins on this table"), N_ ("TABLE") },
    { "template", 'T', 0, G_OPTION_ARG_STRING, &flags->template,
      N_ ("Add a flow made from this template"), N_ ("NAME") },
    { "flow", 'F', 0, G_OPTION_ARG_STRING, &flags->flow, N_ ("Name of that flow"), N_ ("NAME") },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &flags->list, N_ ("List the templates"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "OUT", _ ("Makes a new solution."),
      _ ("OUT is a .stagecraft or .zip file or a folder that is not there yet.\n\n"
         "Exit status: 0 when it was made, 2 when not."),
      entries);

  if (!sc_cli_parse (context, "new", argc, argv))
    return SC_EXIT_FAILURE;
  if (flags->list && paths == NULL)
    return sc_cli_list_templates ();
  if (paths == NULL || g_strv_length (paths) != 1)
    return sc_cli_complain_usage ("new", _ ("Name one file to write."));
  if (flags->flow != NULL && flags->table == NULL && flags->template == NULL)
    return sc_cli_complain_usage ("new", _ ("A flow needs a table. Name it with --table."));
  /* In a solution, 0 is a prefix that is not known. */
  if (flags->option_prefix == 0)
    return sc_cli_complain_usage ("new", _ ("The prefix for choices cannot be 0."));
  return make_new (flags, paths[0]);
}

ScExitStatus
sc_cli_new (int argc, char **argv)
{
  ScNewFlags flags = { .option_prefix = NO_OPTION_PREFIX };
  ScExitStatus status = parse_and_make (&flags, argc, argv);

  clear_flags (&flags);
  return status;
}
