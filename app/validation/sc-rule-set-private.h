/* sc-rule-set-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-reporter-private.h"

G_BEGIN_DECLS

/* Rules of one scope that look at the same. */
typedef struct
{
  guint uses;    /* of ScUses */
  GArray *rules; /* as sc_rules_apply() takes it */
} ScRuleGroup;

/* All rules, by what they are called for. */
typedef struct
{
  GPtrArray *solution_groups; /* of ScRuleGroup: SC_SCOPE_SOLUTION */
  GPtrArray *flow_groups;     /* of ScRuleGroup: SC_SCOPE_FLOW */
  GArray *stage_rules;
  GArray *step_rules;
  guint stage_uses; /* what all rules for stages and steps look at of the solution */
} ScRuleSet;

ScRuleSet *sc_rule_set_new (void);
void sc_rule_set_free (ScRuleSet *self);

void sc_rules_apply (const GArray *rules, const ScSubject *subject, ScReporter *reporter);

G_END_DECLS
