/* sc-cli.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROGRAM "stagecraft-cli"
/* Of a command and its arguments in the help. */
#define USAGE_WIDTH 27

static const struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  ScExitStatus (*run) (int argc, char **argv);
} commands[] = {
  { "info", "FILE", N_ ("Lists the flows of a solution with their counts"), sc_cli_info },
  { "check", "FILE…", N_ ("Checks flows against the rules of Dataverse"), sc_cli_check },
  { "convert", "IN OUT", N_ ("Writes a solution in another format"), sc_cli_convert },
  { "export", "IN OUT", N_ ("Writes a package to deploy, if nothing is wrong with it"),
    sc_cli_export },
  { "import-metadata", "FILE DATA",
    N_ ("Keeps with a solution what an environment says of its tables"), sc_cli_import_metadata },
  { "tables", "[FILE]", N_ ("Lists the tables that are known"), sc_cli_tables },
  { "columns", "TABLE [FILE]", N_ ("Lists the columns of a table"), sc_cli_columns },
  { "new", "OUT", N_ ("Makes a new solution"), sc_cli_new },
  { "access", "FILE [ROLE…]", N_ ("Says who may do what with the flows"), sc_cli_access },
  { "grant", "FILE", N_ ("Gives a role access to flows"), sc_cli_grant },
  { "revoke", "FILE", N_ ("Takes access to flows from a role"), sc_cli_revoke },
  { "rules", "[RULE…]", N_ ("Lists the rules, or explains some of them"), sc_cli_rules },
};

/* "info FILE", as the help shows it. */
static void
print_command (const char *name, const char *arguments, const char *summary)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", name, arguments);

  g_print ("  ");
  sc_cli_print_padded (usage, USAGE_WIDTH, FALSE);
  g_print ("%s\n", summary);
}

static void
print_help (void)
{
  g_print ("%s\n  " PROGRAM " %s\n\n%s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] FILE…"),
           _ ("Reads, checks and converts business process flows of Dataverse."), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    print_command (commands[i].name, commands[i].arguments, _ (commands[i].summary));
  print_command ("help", "[COMMAND]", _ ("Shows this, or the help of a command"));
  g_print ("\n%s\n", _ ("Options:"));
  g_print ("  ");
  sc_cli_print_padded ("-h, --help", USAGE_WIDTH, FALSE);
  g_print ("%s\n  ", _ ("Shows this, or the help of a command behind it"));
  sc_cli_print_padded ("--version", USAGE_WIDTH, FALSE);
  g_print ("%s\n\n%s\n", _ ("Shows the version of the program"),
           _ ("FILE is a definition (.stagecraft), a bare flow (.xaml), the folder of an unpacked\n"
              "solution, or a solution as it was exported (.zip)."));
  g_print ("\n%s\n",
           _ ("Exit status: 0 when all is well, 1 when check found an error or an error blocks\n"
              "the export, 2 when the command line is wrong or a file cannot be read or\n"
              "written."));
}

GOptionContext *
sc_cli_context_new (const char *arguments,
                    const char *summary,
                    const char *description,
                    const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (arguments);

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  return context;
}

gboolean
sc_cli_parse (GOptionContext *context, const char *command, int argc, char **argv)
{
  g_autofree char *name = g_strdup_printf (PROGRAM " %s", command);
  g_autoptr (GError) error = NULL;

  /* GOption takes the program's name for the help from here. */
  g_set_prgname (name);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;
  sc_cli_complain_usage (command, error->message);
  return FALSE;
}

void
sc_cli_complain (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_autofree char *clean = sc_cli_clean (valid);

  g_printerr (PROGRAM ": %s\n", clean);
}

ScExitStatus
sc_cli_complain_usage (const char *command, const char *message)
{
  g_autofree char *help = g_strconcat (PROGRAM, command != NULL ? " " : "",
                                       command != NULL ? command : "", " --help", NULL);

  sc_cli_complain (message);
  /* Translators: a command to type. */
  g_printerr (_ ("Type “%s” for help.\n"), help);
  return SC_EXIT_FAILURE;
}

gboolean
sc_cli_is_json (const char *command, const char *format, gboolean *valid)
{
  g_autofree char *message = NULL;

  *valid = format == NULL || strcmp (format, "text") == 0 || strcmp (format, "json") == 0;
  if (*valid)
    return format != NULL && strcmp (format, "json") == 0;
  message = g_strdup_printf (_ ("The format must be “text” or “json”; found “%s”."), format);
  sc_cli_complain_usage (command, message);
  return FALSE;
}

ScStorage *
sc_cli_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScStorage *storage = sc_storage_open (path, &error);

  if (storage == NULL)
    {
      sc_cli_complain (error->message);
      return NULL;
    }
  for (const char *const *note = sc_storage_get_notes (storage); *note != NULL; note++)
    sc_cli_complain (*note);
  return storage;
}

static ScExitStatus
run_command (const char *name, int argc, char **argv)
{
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return commands[i].run (argc, argv);
  message = g_strdup_printf (name[0] == '-' ? _ ("There is no option “%s” before the command.")
                                            : _ ("There is no command “%s”."),
                             name);
  return sc_cli_complain_usage (NULL, message);
}

static ScExitStatus
show_help (const char *command)
{
  char *arguments[] = { (char *) command, (char *) "--help", NULL };

  if (command != NULL && command[0] != '-' && strcmp (command, "help") != 0)
    return run_command (command, 2, arguments);
  print_help ();
  return SC_EXIT_SUCCESS;
}

ScExitStatus
sc_cli_run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : NULL;

  g_set_prgname (PROGRAM);
  if (name == NULL)
    return sc_cli_complain_usage (NULL, _ ("A command is missing."));
  if (strcmp (name, "--version") == 0)
    {
      g_print ("stagecraft %s\n", SC_VERSION);
      return SC_EXIT_SUCCESS;
    }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0)
    return show_help (argc > 2 ? argv[2] : NULL);
  return run_command (name, argc - 1, argv + 1);
}
