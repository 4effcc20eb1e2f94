/* sc-rule-setting.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-rule-setting.h"

#include "sc-name.h"

static const ScField rule_setting_fields[] = {
  SC_FIELD (ScRuleSetting, SC_FIELD_STRING, rule),
  SC_FIELD (ScRuleSetting, SC_FIELD_INT, level),
  SC_FIELD (ScRuleSetting, SC_FIELD_INT, limit),
  SC_FIELD (ScRuleSetting, SC_FIELD_STRING, reason),
  SC_FIELD_END,
};
const ScValueClass sc_rule_setting_class
    = { "ScRuleSetting", sizeof (ScRuleSetting), rule_setting_fields };

static const char *const nicks[] = {
  [SC_RULE_AS_IS] = "as-is",     [SC_RULE_OFF] = "off",     [SC_RULE_ADVICE] = "advice",
  [SC_RULE_WARNING] = "warning", [SC_RULE_ERROR] = "error",
};

const char *
sc_rule_level_get_nick (ScRuleLevel level)
{
  return level < G_N_ELEMENTS (nicks) ? nicks[level] : NULL;
}

gboolean
sc_rule_level_from_nick (const char *nick, ScRuleLevel *level)
{
  for (ScRuleLevel i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *level = i;
        return TRUE;
      }
  return FALSE;
}

const ScRuleSetting *
sc_rule_settings_find (const ScList *settings, const char *rule, guint *position)
{
  sc_list_foreach (settings, const ScRuleSetting *, setting)
    {
      if (!sc_name_equal (setting->rule, rule))
        continue;
      if (position != NULL)
        *position = setting_i;
      return setting;
    }
  return NULL;
}

guint
sc_rule_settings_get_limit (const ScList *settings, const char *rule, guint fallback)
{
  const ScRuleSetting *setting = sc_rule_settings_find (settings, rule, NULL);

  return setting != NULL && setting->limit > 0 ? (guint) setting->limit : fallback;
}
