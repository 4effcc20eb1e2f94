/* sc-settle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-reporter-private.h"

/* The problem as the solution's settings want it; NULL for a rule that is off. */
static ScProblem *
settle (const ScProblem *problem, const ScList *settings, ScProblemPool *pool)
{
  static const ScSeverity severities[] = { [SC_RULE_ADVICE] = SC_SEVERITY_ADVICE,
                                           [SC_RULE_WARNING] = SC_SEVERITY_WARNING,
                                           [SC_RULE_ERROR] = SC_SEVERITY_ERROR };
  const ScRuleSetting *setting = sc_rule_settings_find (settings, problem->rule->id, NULL);
  ScProblem *other;

  if (setting != NULL && setting->level == SC_RULE_OFF)
    return NULL;
  if (setting == NULL || setting->level == SC_RULE_AS_IS
      || (int) severities[setting->level] == problem->severity)
    return sc_problem_ref (problem);
  other = sc_problem_copy (problem);
  other->rule = problem->rule;
  other->severity = (int) severities[setting->level];
  return sc_problem_pool_intern (pool, other);
}

ScList *
sc_problems_settle (ScList *problems, const ScList *settings, ScProblemPool *pool)
{
  GPtrArray *settled;

  if (settings == NULL || problems == NULL)
    return problems;
  settled = sc_list_collect ();
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      ScProblem *wanted = settle (problem, settings, pool);

      if (wanted != NULL)
        g_ptr_array_add (settled, wanted);
    }
  sc_list_unref (problems);
  return sc_list_new_take (settled);
}
