/* sc-rule-setting.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-list.h"

G_BEGIN_DECLS

typedef enum
{
  SC_RULE_AS_IS, /* as severe as the rule itself says */
  SC_RULE_OFF,
  SC_RULE_ADVICE,
  SC_RULE_WARNING,
  SC_RULE_ERROR
} ScRuleLevel;

/* "as-is", "off", "advice", "warning", "error": the names in files. NULL for other numbers. */
const char *sc_rule_level_get_nick (ScRuleLevel level);
/* FALSE for a name that is not known. */
gboolean sc_rule_level_from_nick (const char *nick, ScRuleLevel *level);

/* What a team has decided about a rule, for one solution. It is no part of a package. */
typedef struct
{
  ScValue base;
  const char *rule; /* its id, such as "F-01"; one that no rule has is kept */
  ScRuleLevel level;
  int limit;          /* in place of the rule's own figure; 0: the rule's own */
  const char *reason; /* why, for whoever comes later; nullable */
} ScRuleSetting;

SC_DECLARE_VALUE (ScRuleSetting, sc_rule_setting)

/* In a list of ScRuleSetting; NULL when there is none. position may be NULL. */
const ScRuleSetting *
sc_rule_settings_find (const ScList *settings, const char *rule, guint *position);
/* The limit that is set for the rule, else fallback. */
guint sc_rule_settings_get_limit (const ScList *settings, const char *rule, guint fallback);

G_END_DECLS
