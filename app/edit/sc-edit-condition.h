/* sc-edit-condition.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* Splits the way behind stage in two: a branch with a clause on column (Yes, the first choice, or
 * "has a value") and an "otherwise" branch, each with one new stage; both merge where the stage led
 * before. */
ScSolution *sc_edit_condition_add (const ScSolution *solution,
                                   const char *flow,
                                   const char *stage,
                                   const char *column,
                                   GError **error);
/* The stages of the branches stay, in a row. */
ScSolution *sc_edit_condition_delete (const ScSolution *solution,
                                      const char *flow,
                                      const char *stage,
                                      GError **error);
ScSolution *sc_edit_branch_set_name (const ScSolution *solution,
                                     const char *flow,
                                     const char *stage,
                                     guint branch,
                                     const char *name,
                                     GError **error);
/* The stages of the branch stay, where no other way may lead to them any more. With the last branch
 * that asks something the condition goes too, and the flow goes on as "otherwise" did. */
ScSolution *sc_edit_branch_delete (
    const ScSolution *solution, const char *flow, const char *stage, guint branch, GError **error);
/* Joins all clauses of the branch in one way. */
ScSolution *sc_edit_branch_set_join (const ScSolution *solution,
                                     const char *flow,
                                     const char *stage,
                                     guint branch,
                                     ScJoin join,
                                     GError **error);

/* Lets the way that leaves way.after by way.branch lead to the stage target; NULL: the flow ends
 * there. INVALID where that would be a loop. */
ScSolution *sc_edit_way_lead (
    const ScSolution *solution, const char *flow, ScSlot way, const char *target, GError **error);
/* The way leads to a copy, with fresh ids, of where it leads now and of all that follows. */
ScSolution *sc_edit_way_duplicate_tail (const ScSolution *solution,
                                        const char *flow,
                                        ScSlot way,
                                        GError **error);

G_END_DECLS
