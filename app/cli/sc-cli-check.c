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
  ScJson *json; /* NULL: text */
  guint found[SC_SEVERITY_ERROR + 1];
  gboolean unreadable;
} ScCheck;

/* The names of where a problem is, for people; NULL where it does not apply. */
typedef struct
{
  const char *flow;
  const char *stage;
  const char *step;
  const char *role;
} ScPlace;

static ScPlace
find_place (const ScSolution *solution, const ScProblem *problem)
{
  ScPlace place = { NULL, NULL, NULL, NULL };
  const int language = solution->language;
  const ScFlow *flow;
  const ScStage *stage;
  const ScStep *step;
  const ScRole *role;

  flow = problem->flow != NULL ? sc_solution_find_flow (solution, problem->flow, NULL) : NULL;
  stage = flow != NULL && problem->stage != NULL ? sc_flow_find_stage (flow, problem->stage, NULL)
                                                 : NULL;
  step = stage != NULL && problem->step != NULL ? sc_stage_find_step (stage, problem->step, NULL)
                                                : NULL;
  role = problem->role != NULL ? sc_solution_find_role (solution, problem->role, NULL) : NULL;

  if (flow != NULL)
    place.flow = sc_flow_get_label (flow, language);
  if (stage != NULL)
    place.stage = sc_stage_get_label (stage, language);
  if (step != NULL)
    place.step = sc_step_get_label (step, language);
  if (role != NULL)
    place.role = role->name;
  return place;
}

static void
add_finding (ScJson *json, const ScSolution *solution, const ScProblem *problem)
{
  const ScPlace place = find_place (solution, problem);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "rule", sc_rule_get_id (problem->rule));
  sc_json_add_string (json, "severity", sc_severity_get_nick (problem->severity));
  sc_json_add_string (json, "message", problem->message);
  sc_json_add_string (json, "flow", place.flow);
  sc_json_add_string (json, "stage", place.stage);
  sc_json_add_string (json, "step", place.step);
  sc_json_add_string (json, "role", place.role);
  sc_json_add_string (json, "flowId", problem->flow);
  sc_json_add_string (json, "stageId", problem->stage);
  sc_json_add_string (json, "stepId", problem->step);
  sc_json_add_string (json, "roleId", problem->role);
  sc_json_end_object (json);
}

static void
add_file (ScJson *json, const char *path, const ScSolution *solution, const ScList *problems)
{
  g_autofree char *name = g_filename_display_name (path);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "path", name);
  sc_json_begin_array (json, "findings");
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      add_finding (json, solution, problem);
    }
  sc_json_end_array (json);
  sc_json_end_object (json);
}

static const char *
get_severity_word (int severity)
{
  switch (severity)
    {
    case SC_SEVERITY_ERROR:
      return _ ("error");
    case SC_SEVERITY_WARNING:
      return _ ("warning");
    default:
      return _ ("advice");
    }
}

/* "Flow › Stage › Step", as far as it applies. */
static char *
describe_place (const ScPlace *place)
{
  GString *text = g_string_new (NULL);
  const char *const names[] = { place->role, place->flow, place->stage, place->step };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && *names[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " › " : "", names[i]);
  return g_string_free (text, FALSE);
}

static guint
get_severity_width (void)
{
  guint width = 0;

  for (int severity = SC_SEVERITY_ADVICE; severity <= SC_SEVERITY_ERROR; severity++)
    width = MAX (width, sc_cli_get_width (get_severity_word (severity)));
  return width;
}

/* A problem takes a line for what and where, and one for the sentence. */
static void
print_file (const char *path, const ScSolution *solution, const ScList *problems)
{
  g_autofree char *name = g_filename_display_name (path);
  const guint width = get_severity_width ();

  if (sc_list_length (problems) == 0)
    {
      g_print (_ ("%s: no problems\n"), name);
      return;
    }

  g_print ("%s\n", name);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      const ScPlace place = find_place (solution, problem);
      g_autofree char *names = describe_place (&place);
      g_autofree char *where = sc_cli_clean (names);
      g_autofree char *message = sc_cli_clean (problem->message);

      g_print ("  ");
      sc_cli_print_padded (get_severity_word (problem->severity), width, FALSE);
      g_print ("  %-5s  %s\n", sc_rule_get_id (problem->rule), where);
      g_print ("  %*s         %s\n", (int) width, "", message);
    }
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
  problems = sc_validator_run (validator, solution);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      self->found[problem->severity]++;
    }
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
  return self->found[SC_SEVERITY_ERROR] > 0 ? SC_EXIT_FINDINGS : SC_EXIT_SUCCESS;
}

ScExitStatus
sc_cli_check (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) paths = NULL;
  gboolean valid;
  ScCheck self = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to say it: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = sc_cli_context_new (
      "FILE…", _ ("Checks flows against the rules of Dataverse."),
      _ ("Exit status: 0 when no error was found, 1 when one was (warnings and advice do not\n"
         "count), 2 when a file cannot be read; the others are checked nevertheless."),
      entries);

  if (!sc_cli_parse (context, "check", argc, argv))
    return SC_EXIT_FAILURE;
  self.json = sc_cli_is_json ("check", format, &valid) ? sc_json_new () : NULL;
  if (!valid)
    return SC_EXIT_FAILURE;
  if (paths == NULL)
    return sc_cli_complain_usage ("check", _ ("A file to check is missing."));
  return check_files (&self, paths);
}
