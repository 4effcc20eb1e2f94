/* sc-edit-rule.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-rule-setting.h"

G_BEGIN_DECLS

/* What the solution has decided about a rule; see ScRuleSetting. Settings are sorted by rule; one
 * that says nothing (as is, no limit) goes, with its reason. */
ScSolution *sc_edit_rule_set (const ScSolution *solution,
                              const char *rule,
                              ScRuleLevel level,
                              int limit,
                              const char *reason,
                              GError **error);

G_END_DECLS
