/* sc-cli-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-question.h"

#include <glib/gi18n-lib.h>

/* What the command line says. */
typedef struct
{
  char *format;
  GStrv flows;
  GStrv roles;
  char *persona;
  char *app;
  gboolean compare;
  char *with;
  gboolean tables;
  GStrv words; /* the file, and the roles to compare */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_strfreev (self->flows);
  g_strfreev (self->roles);
  g_free (self->persona);
  g_free (self->app);
  g_free (self->with);
  g_strfreev (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "flow", 'F', 0, G_OPTION_ARG_STRING_ARRAY, &self->flows,
      N_ ("Show only this flow; may be given several times"), N_ ("NAME|ID") },
    { "role", 'R', 0, G_OPTION_ARG_STRING_ARRAY, &self->roles,
      N_ ("Show only this role; may be given several times"), N_ ("NAME|ID") },
    { "tables", 't', 0, G_OPTION_ARG_NONE, &self->tables,
      N_ ("Also show the tables of the stages and Process"), NULL },
    { "persona", 'p', 0, G_OPTION_ARG_STRING, &self->persona,
      N_ ("Say what a persona, or people with these roles together, can do"), N_ ("ROLE,…") },
    { "app", 'a', 0, G_OPTION_ARG_STRING, &self->app,
      N_ ("The app that they work in, by its unique name"), N_ ("APP") },
    { "compare", 'c', 0, G_OPTION_ARG_NONE, &self->compare,
      N_ ("Say in which privileges two roles, or sets of roles, differ"), NULL },
    { "with", 'w', 0, G_OPTION_ARG_FILENAME, &self->with, N_ ("Take the second one from this file"),
      N_ ("OTHER") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("How to say it: text, csv, json or markdown"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE [ROLE…]", _ ("Says who may do what with the flows of a solution."),
      _ ("Without other options it prints each flow with the levels that each role has.\n"
         "Roles are named by name or id; of several that people have together there are commas\n"
         "between. With --compare, two of them follow the file:\n\n"
         "  stagecraft-cli access FILE --compare \"Sales Rep\" \"Team Lead,Lead Viewer\"\n"
         "  stagecraft-cli access FILE --compare \"Sales Rep\" --with OTHER\n\n"
         "Exit status: 0 when it was said, 2 when not."),
      entries);

  return sc_cli_parse (context, "access", argc, argv);
}

/* NULL when the options go together; else what is wrong. */
static const char *
find_fault (const Options *self)
{
  const guint n = self->words != NULL ? g_strv_length (self->words) : 0;

  if (sc_answer_format_from_nick (self->format) == SC_N_ANSWERS)
    return _ ("The format must be “text”, “csv”, “json” or “markdown”.");
  if (self->compare
      && (self->persona != NULL || self->tables || self->flows != NULL || self->roles != NULL))
    return _ ("Besides --compare there can only be --with and --format.");
  if (self->persona != NULL && (self->tables || self->roles != NULL))
    return _ ("Besides --persona there can only be --app, --flow and --format.");
  if (self->app != NULL && self->persona == NULL)
    return _ ("--app belongs to --persona.");
  if (self->with != NULL && !self->compare)
    return _ ("--with belongs to --compare.");
  if (self->compare && n != 3 && !(n == 2 && self->with != NULL))
    return _ ("Name one file and the two roles to compare; with --with one is enough.");
  if (!self->compare && n != 1)
    return _ ("Name one file.");
  return NULL;
}

ScExitStatus
sc_cli_access (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  g_auto (ScAccessQuestion) question = { NULL };
  const char *fault;

  if (!parse (&options, argc, argv))
    return SC_EXIT_FAILURE;
  fault = find_fault (&options);
  if (fault != NULL)
    return sc_cli_complain_usage ("access", fault);
  question.format = sc_answer_format_from_nick (options.format);
  question.tables = options.tables;
  if (!sc_access_question_open (&question, options.words[0], (const char *const *) options.flows,
                                (const char *const *) options.roles))
    return SC_EXIT_FAILURE;
  if (options.compare)
    return sc_cli_access_print_comparison (
        &question, options.words[1], options.words[2] != NULL ? options.words[2] : options.words[1],
        options.with);
  if (options.persona != NULL)
    return sc_cli_access_print_persona (&question, options.persona, options.app);
  sc_cli_access_print_matrix (&question);
  return SC_EXIT_SUCCESS;
}
