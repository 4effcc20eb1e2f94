/* sc-rule-state.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-rule-state.h"

#include <glib/gi18n-lib.h>

static const ScRuleSetting *
get_setting (const ScRule *rule, const ScSolution *solution)
{
  return solution != NULL
             ? sc_rule_settings_find (solution->rule_settings, sc_rule_get_id (rule), NULL)
             : NULL;
}

static gboolean
is_off (const ScRule *rule, const ScSolution *solution)
{
  const ScRuleSetting *setting = get_setting (rule, solution);

  return setting != NULL && setting->level == SC_RULE_OFF;
}

static gboolean
is_unchecked (const ScRule *rule, const ScSolution *solution)
{
  g_autofree char *why = sc_rule_explain_unchecked (rule, solution);

  return why != NULL;
}

ScRuleState
sc_rule_get_state (const ScRule *rule, ScEditor *editor, guint *n_problems)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  guint n = 0;

  sc_list_foreach (sc_editor_get_problems (editor), const ScProblem *, problem)
    {
      n += problem->rule == rule;
    }
  if (n_problems != NULL)
    *n_problems = n;
  if (is_off (rule, solution))
    return SC_RULE_STATE_OFF;
  if (n > 0)
    return SC_RULE_STATE_FOUND;
  return solution != NULL && is_unchecked (rule, solution) ? SC_RULE_STATE_UNCHECKED
                                                           : SC_RULE_STATE_CLEAN;
}

ScSeverity
sc_rule_get_severity_in (const ScRule *rule, const ScSolution *solution)
{
  const ScRuleSetting *setting = get_setting (rule, solution);

  if (setting != NULL && setting->level >= SC_RULE_ADVICE)
    return (ScSeverity) ((int) setting->level - (int) SC_RULE_ADVICE);
  return sc_rule_get_severity (rule);
}

char *
sc_rule_dup_state (const ScRule *rule, ScEditor *editor)
{
  guint n;

  switch (sc_rule_get_state (rule, editor, &n))
    {
    case SC_RULE_STATE_OFF:
      return g_strdup (_ ("Off"));
    case SC_RULE_STATE_FOUND:
      return g_strdup_printf (ngettext ("%u problem", "%u problems", n), n);
    case SC_RULE_STATE_UNCHECKED:
      return g_strdup (_ ("Not checked"));
    case SC_RULE_STATE_CLEAN:
    default:
      return g_strdup ("");
    }
}

char *
sc_rules_dup_summary (const ScSolution *solution, guint *n_unchecked)
{
  GString *text = g_string_new (NULL);
  guint n_off = 0, n_checked = 0;

  *n_unchecked = 0;
  for (const ScRule *const *rule = sc_rule_list (); *rule != NULL; rule++)
    {
      if (is_off (*rule, solution))
        n_off++;
      else if (solution != NULL && is_unchecked (*rule, solution))
        (*n_unchecked)++;
      else
        n_checked++;
    }
  g_string_append_printf (text, ngettext ("%u rule checked", "%u rules checked", n_checked),
                          n_checked);
  if (*n_unchecked > 0)
    g_string_append_printf (text, ngettext (", %u not checked", ", %u not checked", *n_unchecked),
                            *n_unchecked);
  if (n_off > 0)
    g_string_append_printf (text, ngettext (", %u off", ", %u off", n_off), n_off);
  return g_string_free (text, FALSE);
}

const char *
sc_rule_get_scope_title (const ScRule *rule)
{
  switch (sc_rule_get_scope (rule))
    {
    case SC_SCOPE_FLOW:
      return _ ("Each flow");
    case SC_SCOPE_STAGE:
      return _ ("Each stage");
    case SC_SCOPE_STEP:
      return _ ("Each step");
    case SC_SCOPE_SOLUTION:
    default:
      return _ ("The solution as a whole");
    }
}
