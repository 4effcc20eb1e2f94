/* sc-rule-decision.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* What the solution makes of a rule: whether it is checked, how severe it is taken, to which figure
 * and why. */
#define SC_TYPE_RULE_DECISION (sc_rule_decision_get_type ())
G_DECLARE_FINAL_TYPE (ScRuleDecision, sc_rule_decision, SC, RULE_DECISION, AdwPreferencesGroup)

GtkWidget *sc_rule_decision_new (ScEditor *editor);
void sc_rule_decision_set_rule (ScRuleDecision *self, const ScRule *rule);

G_END_DECLS
