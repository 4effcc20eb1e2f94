/* sc-rule-state.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* What a rule comes to in the solution that is open. */
typedef enum
{
  SC_RULE_STATE_CLEAN,     /* nothing was found */
  SC_RULE_STATE_FOUND,     /* there are problems */
  SC_RULE_STATE_UNCHECKED, /* something it needs is not loaded, for some or all of the solution */
  SC_RULE_STATE_OFF
} ScRuleState;

/* n_problems may be NULL. */
ScRuleState sc_rule_get_state (const ScRule *rule, ScEditor *editor, guint *n_problems);
/* How severe the solution takes it; for a rule that is off, what it would be. */
ScSeverity sc_rule_get_severity_in (const ScRule *rule, const ScSolution *solution);
/* "3 problems", "Not checked", "Off" or "": translated. Free with g_free(). */
char *sc_rule_dup_state (const ScRule *rule, ScEditor *editor);
/* "81 rules checked, 9 not checked, 2 off": translated. Free with g_free(). */
char *sc_rules_dup_summary (const ScSolution *solution, guint *n_unchecked);
/* "Each stage": what the rule looks at, translated. */
const char *sc_rule_get_scope_title (const ScRule *rule);

G_END_DECLS
