/* sc-edit-condition.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-flow-graph.h"

G_BEGIN_DECLS

/* Splits the way behind stage in two: a branch with a clause on column (Yes, the first choice, or
 * "has a value"; NULL: the column of the first step that can be asked for) and an "otherwise"
 * branch, each with one new stage; both merge where the stage led before. */
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
/* A new branch at that place among those that ask (clamped), with a clause on column (NULL: as
 * above) and a new stage that leads to where the others meet. */
ScSolution *sc_edit_branch_add (const ScSolution *solution,
                                const char *flow,
                                const char *stage,
                                guint position,
                                const char *column,
                                GError **error);
/* A branch for when no other applies. It leads to where the flow goes on then; where it would end,
 * to a new stage. */
ScSolution *sc_edit_branch_add_otherwise (const ScSolution *solution,
                                          const char *flow,
                                          const char *stage,
                                          GError **error);
/* to is the position once it has been taken out; clamped: what is done otherwise stays the last. */
ScSolution *sc_edit_branch_move (const ScSolution *solution,
                                 const char *flow,
                                 const char *stage,
                                 guint branch,
                                 guint to,
                                 GError **error);
/* Deletes the branch with the stages that no other way leads to. */
ScSolution *sc_edit_branch_delete_with_stages (
    const ScSolution *solution, const char *flow, const char *stage, guint branch, GError **error);
/* The stages that only this branch of the stage at that position leads to: a flag for each stage of
 * the flow that graph is of. Free with g_free(). */
gboolean *
sc_branch_find_own_stages (const ScFlow *flow, const ScFlowGraph *graph, guint stage, guint branch);
/* Takes the stages that only this branch leads to, as they are, to slot. The branch then leads to
 * where they led; one that would lead nowhere goes, too. */
ScSolution *sc_edit_branch_take (const ScSolution *solution,
                                 const char *flow,
                                 const char *stage,
                                 guint branch,
                                 ScSlot slot,
                                 GError **error);
/* For a branch that leads to a stage which branches itself: the inner branches become branches of
 * stage, each behind a stage of its own like the one between. One level less deep, and for every
 * row the same stages in the same order. INVALID where a flow cannot say that: stage has to be on
 * the same table and show all columns that the inner branches ask for, none of what is put
 * together may be joined by Or, no other way may lead to the stage between, and the inner branches
 * may not meet before the outer ones do. */
ScSolution *sc_edit_branch_rotate (
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
/* The way leads to a copy, with fresh ids, of where it leads now and of all that follows. INVALID
 * where no other way leads there: the stages are its own already. */
ScSolution *sc_edit_way_duplicate_tail (const ScSolution *solution,
                                        const char *flow,
                                        ScSlot way,
                                        GError **error);

/* The three below keep what Dataverse asks of branches: those of a condition meet all together, or
 * not at all; INVALID where that cannot be. No stage is left behind. */

/* The way leads to the stage target. Where that takes it, the ways of the other branches that lead
 * where this one did come along. */
ScSolution *sc_edit_way_merge (
    const ScSolution *solution, const char *flow, ScSlot way, const char *target, GError **error);
/* The flow ends where the way did lead on. */
ScSolution *
sc_edit_way_end (const ScSolution *solution, const char *flow, ScSlot way, GError **error);
/* The way no longer meets others: it gets a copy of all that follows. Where three or more met, each
 * gets one. */
ScSolution *
sc_edit_way_unmerge (const ScSolution *solution, const char *flow, ScSlot way, GError **error);

G_END_DECLS
