/* sc-edit-rule.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-rule.h"

#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

static guint
sorted_position (const ScList *settings, const char *rule)
{
  sc_list_foreach (settings, const ScRuleSetting *, setting)
    {
      if (g_strcmp0 (setting->rule, rule) > 0)
        return setting_i;
    }
  return sc_list_length (settings);
}

ScSolution *
sc_edit_rule_set (const ScSolution *solution,
                  const char *rule,
                  ScRuleLevel level,
                  int limit,
                  const char *reason,
                  GError **error)
{
  g_autoptr (ScRuleSetting) setting = NULL;
  const ScRuleSetting *present;
  const ScList *settings = solution->rule_settings;
  ScSolution *after;
  guint position;

  if (rule == NULL || *rule == '\0' || sc_rule_level_get_nick (level) == NULL || limit < 0)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("There is no such setting."));
  present = sc_rule_settings_find (settings, rule, &position);
  if (level == SC_RULE_AS_IS && limit == 0)
    {
      if (present == NULL)
        return sc_edit_unchanged (solution);
      after = sc_solution_copy (solution);
      sc_take_value (after, rule_settings, sc_list_remove (settings, position));
      return after;
    }
  setting = present != NULL ? sc_rule_setting_copy (present) : sc_rule_setting_new ();
  sc_set_string (setting, rule, present != NULL ? present->rule : rule);
  setting->level = level;
  setting->limit = limit;
  sc_set_string (setting, reason, reason != NULL && *reason != '\0' ? reason : NULL);
  if (present != NULL && sc_rule_setting_equal (setting, present))
    return sc_edit_unchanged (solution);
  after = sc_solution_copy (solution);
  sc_take_value (after, rule_settings,
                 present != NULL
                     ? sc_list_replace (settings, position, setting)
                     : sc_list_insert (settings, sorted_position (settings, rule), setting));
  return after;
}
