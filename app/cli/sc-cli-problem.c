/* sc-cli-problem.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"
#include "sc-shorten.h"

#include <glib/gi18n-lib.h>

static char *
tell (const char *text)
{
  return text != NULL ? sc_shorten (text, SC_MAX_QUOTED) : NULL;
}

ScPlace
sc_place_find (ScSolutionIndex *index, const ScProblem *problem)
{
  const int language = sc_solution_index_get_solution (index)->language;
  const ScFlow *flow = sc_solution_index_find_flow (index, problem->flow);
  const ScStage *stage = sc_solution_index_find_stage (index, flow, problem->stage);
  const ScStep *step = sc_solution_index_find_step (index, stage, problem->step);
  const ScRole *role = sc_solution_index_find_role (index, problem->role);

  return (ScPlace){
    .flow = flow != NULL ? tell (sc_flow_get_label (flow, language)) : NULL,
    .stage = stage != NULL ? tell (sc_stage_get_label (stage, language)) : NULL,
    .step = step != NULL ? tell (sc_step_get_label (step, language)) : NULL,
    .role = role != NULL ? tell (role->name) : NULL,
  };
}

ScPlace
sc_place_get_ids (const ScProblem *problem)
{
  return (ScPlace){
    .flow = tell (problem->flow),
    .stage = tell (problem->stage),
    .step = tell (problem->step),
    .role = tell (problem->role),
  };
}

void
sc_place_clear (ScPlace *self)
{
  g_free (self->flow);
  g_free (self->stage);
  g_free (self->step);
  g_free (self->role);
}

void
sc_place_add (const ScPlace *names, const ScPlace *ids, ScJson *json)
{
  sc_json_add_string (json, "flow", names->flow);
  sc_json_add_string (json, "stage", names->stage);
  sc_json_add_string (json, "step", names->step);
  sc_json_add_string (json, "role", names->role);
  sc_json_add_string (json, "flowId", ids->flow);
  sc_json_add_string (json, "stageId", ids->stage);
  sc_json_add_string (json, "stepId", ids->step);
  sc_json_add_string (json, "roleId", ids->role);
}

void
sc_cli_add_problem (ScJson *json, ScSolutionIndex *index, const ScProblem *problem)
{
  g_auto (ScPlace) names = sc_place_find (index, problem);
  g_auto (ScPlace) ids = sc_place_get_ids (problem);

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "rule", sc_rule_get_id (problem->rule));
  sc_json_add_string (json, "severity", sc_severity_get_nick (problem->severity));
  sc_json_add_string (json, "message", problem->message);
  sc_place_add (&names, &ids, json);
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
sc_cli_print_problem (ScSolutionIndex *index, const ScProblem *problem)
{
  g_auto (ScPlace) place = sc_place_find (index, problem);
  const guint width = get_severity_width ();
  g_autofree char *names = sc_place_describe (&place);
  g_autofree char *where = sc_cli_clean (names);
  g_autofree char *message = sc_cli_clean (problem->message);

  g_print ("  ");
  sc_cli_print_padded (sc_cli_get_severity_word (problem->severity), width, FALSE);
  g_print ("  %-5s  %s\n", sc_rule_get_id (problem->rule), where);
  g_print ("  %*s         %s\n", (int) width, "", message);
}
