/* sc-severity.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-severity.h"

#include <glib/gi18n-lib.h>

const char *
sc_severity_get_icon_name (ScSeverity severity)
{
  switch (severity)
    {
    case SC_SEVERITY_ERROR:
      return "dialog-error-symbolic";
    case SC_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case SC_SEVERITY_ADVICE:
    default:
      return "dialog-information-symbolic";
    }
}

const char *
sc_severity_get_css_class (ScSeverity severity)
{
  switch (severity)
    {
    case SC_SEVERITY_ERROR:
      return "error";
    case SC_SEVERITY_WARNING:
      return "warning";
    case SC_SEVERITY_ADVICE:
    default:
      return "accent";
    }
}

const char *
sc_severity_get_title (ScSeverity severity)
{
  switch (severity)
    {
    case SC_SEVERITY_ERROR:
      return _ ("Error");
    case SC_SEVERITY_WARNING:
      return _ ("Warning");
    case SC_SEVERITY_ADVICE:
    default:
      return _ ("Advice");
    }
}

char *
sc_severity_format_count (ScSeverity severity, guint n)
{
  switch (severity)
    {
    case SC_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", n), n);
    case SC_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);
    case SC_SEVERITY_ADVICE:
    default:
      return g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", n), n);
    }
}

guint
sc_severity_count (const ScList *problems, ScSeverity severity)
{
  guint n = 0;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->severity == (int) severity)
        n++;
    }
  return n;
}

char *
sc_problem_dup_place (const ScProblem *problem, const ScSolution *solution, int language)
{
  const ScFlow *flow = problem->flow != NULL && solution != NULL
                           ? sc_solution_find_flow (solution, problem->flow, NULL)
                           : NULL;
  const ScRole *role = problem->role != NULL && solution != NULL
                           ? sc_solution_find_role (solution, problem->role, NULL)
                           : NULL;
  const ScStage *stage = NULL;
  const ScStep *step = NULL;

  if (flow != NULL && problem->stage != NULL)
    stage = sc_flow_find_stage (flow, problem->stage, NULL);
  if (stage != NULL && problem->step != NULL)
    step = sc_stage_find_step (stage, problem->step, NULL);
  else if (flow != NULL && problem->step != NULL)
    step = sc_flow_find_step (flow, problem->step, &stage, NULL);
  if (step != NULL)
    return g_strdup_printf ("%s › %s", sc_stage_get_label (stage, language),
                            sc_step_get_label (step, language));
  if (stage != NULL)
    return g_strdup (sc_stage_get_label (stage, language));
  if (role != NULL)
    return g_strdup (role->name);
  if (flow != NULL)
    return g_strdup (sc_flow_get_label (flow, language));
  return g_strdup ("");
}
