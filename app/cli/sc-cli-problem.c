/* sc-cli-problem.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"

#include <glib/gi18n-lib.h>

ScPlace
sc_place_find (const ScSolution *solution, const ScProblem *problem)
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

void
sc_cli_add_problem (ScJson *json, const ScSolution *solution, const ScProblem *problem)
{
  const ScPlace place = sc_place_find (solution, problem);

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

const char *
sc_cli_get_severity_word (int severity)
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

char *
sc_place_describe (const ScPlace *self)
{
  GString *text = g_string_new (NULL);
  const char *const names[] = { self->role, self->flow, self->stage, self->step };

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
    width = MAX (width, sc_cli_get_width (sc_cli_get_severity_word (severity)));
  return width;
}

void
sc_cli_print_problem (const ScSolution *solution, const ScProblem *problem)
{
  const ScPlace place = sc_place_find (solution, problem);
  const guint width = get_severity_width ();
  g_autofree char *names = sc_place_describe (&place);
  g_autofree char *where = sc_cli_clean (names);
  g_autofree char *message = sc_cli_clean (problem->message);

  g_print ("  ");
  sc_cli_print_padded (sc_cli_get_severity_word (problem->severity), width, FALSE);
  g_print ("  %-5s  %s\n", sc_rule_get_id (problem->rule), where);
  g_print ("  %*s         %s\n", (int) width, "", message);
}
