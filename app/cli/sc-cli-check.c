/* sc-cli-check.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"
#include "sc-validation.h"

#include <glib/gi18n-lib.h>

/* What was found over all files. */
typedef struct
{
  ScJson *json;     /* NULL: text */
  char **rules;     /* ids of the only ones that count; NULL: all */
  ScSeverity least; /* what is less severe does not count */
  ScSeverity failing;
  guint found[SC_SEVERITY_ERROR + 1];
  gboolean unreadable;
} ScCheck;

static void
add_file (ScJson *json, const char *path, const ScSolution *solution, const ScList *problems)
{
  g_autofree char *name = g_filename_display_name (path);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "path", name);
  sc_json_begin_array (json, "findings");
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      sc_cli_add_problem (json, solution, problem);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
}

static void
print_file (const char *path, const ScSolution *solution, const ScList *problems)
{
  g_autofree char *name = sc_cli_name_file (path);

  if (sc_list_length (problems) == 0)
    {
      g_print (_ ("%s: no problems\n"), name);
      return;
    }

  g_print ("%s\n", name);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      sc_cli_print_problem (solution, problem);
    }
}

static gboolean
counts (const ScCheck *self, const ScProblem *problem)
{
  if (problem->severity < (int) self->least)
    return FALSE;
  for (guint i = 0; self->rules != NULL && self->rules[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->rules[i], sc_rule_get_id (problem->rule)) == 0)
      return TRUE;
  return self->rules == NULL;
}

/* Takes over problems; leaves those that count. */
static ScList *
select_problems (ScCheck *self, ScList *problems)
{
  GPtrArray *selected = sc_list_collect ();

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (!counts (self, problem))
        continue;
      self->found[problem->severity]++;
      g_ptr_array_add (selected, sc_problem_ref (problem));
    }
  sc_list_unref (problems);
  return sc_list_new_take (selected);
}

static void
check_file (ScCheck *self, const char *path)
{
  g_autoptr (ScStorage) storage = sc_cli_open (path);
  g_autoptr (ScValidator) validator = NULL;
  g_autoptr (ScList) problems = NULL;
  const ScSolution *solution;

  if (storage == NULL)
    {
      self->unreadable = TRUE;
      return;
    }
  solution = sc_storage_get_solution (storage);
  validator = sc_validator_new ();
  problems = select_problems (self, sc_validator_run (validator, solution));
  if (self->json != NULL)
    add_file (self->json, path, solution, problems);
  else
    print_file (path, solution, problems);
}

static void
print_sum (const ScCheck *self)
{
  const guint errors = self->found[SC_SEVERITY_ERROR];
  const guint warnings = self->found[SC_SEVERITY_WARNING];
  const guint advice = self->found[SC_SEVERITY_ADVICE];
  g_autofree char *error_text = NULL;
  g_autofree char *warning_text = NULL;
  g_autofree char *advice_text = NULL;

  if (errors + warnings + advice == 0)
    return;
  error_text = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  warning_text = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  advice_text
      = g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", advice), advice);
  g_print ("\n%s, %s, %s\n", error_text, warning_text, advice_text);
}

static ScExitStatus
check_files (ScCheck *self, char **paths)
{
  if (self->json != NULL)
    {
      sc_json_begin_object (self->json, NULL);
      sc_json_begin_array (self->json, "files");
    }
  for (guint i = 0; paths[i] != NULL; i++)
    check_file (self, paths[i]);
  if (self->json != NULL)
    {
      sc_json_end_array (self->json);
      sc_json_end_object (self->json);
      sc_cli_print_json (self->json);
    }
  else
    {
      print_sum (self);
    }

  if (self->unreadable)
    return SC_EXIT_FAILURE;
  for (ScSeverity severity = self->failing; severity <= SC_SEVERITY_ERROR; severity++)
    if (self->found[severity] > 0)
      return SC_EXIT_FINDINGS;
  return SC_EXIT_SUCCESS;
}

/* FALSE, and complains, when it is no severity. */
static gboolean
parse_severity (ScCheck *self, const char *name)
{
  g_autofree char *message = NULL;

  if (name == NULL)
    return TRUE;
  for (ScSeverity severity = SC_SEVERITY_ADVICE; severity <= SC_SEVERITY_ERROR; severity++)
    if (g_strcmp0 (name, sc_severity_get_nick (severity)) == 0)
      {
        self->least = self->failing = severity;
        return TRUE;
      }
  message = g_strdup_printf (_ ("The severity must be “error”, “warning” or “advice”; found “%s”."),
                             name);
  sc_cli_complain_usage ("check", message);
  return FALSE;
}

static gboolean
check_rule_names (char **rules)
{
  for (guint i = 0; rules != NULL && rules[i] != NULL; i++)
    {
      g_autofree char *message = NULL;

      if (sc_rule_find (rules[i]) != NULL)
        continue;
      message = g_strdup_printf (_ ("There is no rule “%s”."), rules[i]);
      sc_cli_complain_usage ("check", message);
      return FALSE;
    }
  return TRUE;
}

ScExitStatus
sc_cli_check (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *severity = NULL;
  g_auto (GStrv) rules = NULL;
  g_auto (GStrv) paths = NULL;
  gboolean valid;
  ScCheck self = { .failing = SC_SEVERITY_ERROR };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to say it: text or json"),
      N_ ("FORMAT") },
    { "severity", 's', 0, G_OPTION_ARG_STRING, &severity,
      N_ ("Report and fail from error, warning or advice on"), N_ ("SEVERITY") },
    { "rule", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &rules,
      N_ ("Report only this rule; may be given several times"), N_ ("RULE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE…", _ ("Checks flows against the rules of Dataverse."),
      _ ("Exit status: 0 when no error was found, 1 when one was (warnings and advice do not\n"
         "count without --severity), 2 when a file cannot be read; the others are checked "
         "nevertheless."),
      entries);

  if (!sc_cli_parse (context, "check", argc, argv))
    return SC_EXIT_FAILURE;
  self.json = sc_cli_is_json ("check", format, &valid) ? sc_json_new () : NULL;
  if (!valid || !parse_severity (&self, severity) || !check_rule_names (rules))
    return SC_EXIT_FAILURE;
  self.rules = rules;
  if (paths == NULL)
    return sc_cli_complain_usage ("check", _ ("A file to check is missing."));
  return check_files (&self, paths);
}
