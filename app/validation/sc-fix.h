/* sc-fix.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-validation.h"

G_BEGIN_DECLS

/* A repair of a problem, worked out: what it is called and what comes of it. Nothing is done until
 * somebody commits `after`, as one edit. */
typedef struct
{
  char *title; /* says what happens, with names: "Do not require “Budget”"; translated */
  ScSolution *after;
} ScFix;

void sc_fix_free (ScFix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFix, sc_fix_free)

/* TRUE when there may be repairs of what the rule finds. */
gboolean sc_rule_has_fixes (const ScRule *rule);
/* TRUE when all that the rule finds can be repaired at once without a person's choice. */
gboolean sc_rule_can_fix_all (const ScRule *rule);

/* The repairs of problem, which is one of solution's: of ScFix, the likeliest first. Only what
 * takes the problem away and makes no new error is listed. Never NULL; empty when a person has to
 * decide. Validates each outcome: for one problem that is looked at, not for all of them. A
 * validator that is used for all these functions looks only at what a repair changes. Free with
 * g_ptr_array_unref(). */
GPtrArray *
sc_fix_list (ScValidator *validator, const ScSolution *solution, const ScProblem *problem);

/* The repairs of P-01, also for a flow that the rule says nothing of because it is a draft or there
 * are no roles: ways to let somebody use it. Of ScFix; the last is a role of its own. Empty for a
 * flow without a unique name. Never NULL; free with g_ptr_array_unref(). */
GPtrArray *sc_fix_list_let_use (const ScSolution *solution, const ScFlow *flow);

/* Repairs all that rule finds in problems (of ScProblem), each by the likeliest repair. n_fixed is
 * how many of them that took away. Never NULL; solution itself (with a reference) where nothing
 * could be done. */
ScSolution *sc_fix_all (ScValidator *validator,
                        const ScSolution *solution,
                        const ScList *problems,
                        const ScRule *rule,
                        guint *n_fixed);

/* What else an edit does: problems that are gone after it, and ones that are new. */
void sc_fix_compare (ScValidator *validator,
                     const ScSolution *before,
                     const ScSolution *after,
                     guint *n_gone,
                     guint *n_new);

G_END_DECLS
