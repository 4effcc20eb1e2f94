/* sc-edit-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-edit.h"
#include "sc-edit-trigger.h"

G_BEGIN_DECLS

/* What the edits share. */

/* Where an edit works: a flow and, for most, a stage in it. Pointers into the solution. */
typedef struct
{
  const ScSolution *solution;
  const ScFlow *flow;
  guint flow_position;
  const ScStage *stage;
  guint stage_position;
} ScPlace;

gboolean
sc_place_find_flow (ScPlace *self, const ScSolution *solution, const char *flow, GError **error);
gboolean sc_place_find_stage (
    ScPlace *self, const ScSolution *solution, const char *flow, const char *stage, GError **error);

/* The solution with another flow or stage at the place; the same solution when they come out equal.
 * Take over the value. */
ScSolution *sc_place_put_flow (const ScPlace *self, ScFlow *flow);
ScSolution *sc_place_put_stage (const ScPlace *self, ScStage *stage);

/* A step and where it is. */
typedef struct
{
  ScPlace place;
  const ScStep *step;
  guint position;
} ScStepPlace;

gboolean sc_step_place_find (ScStepPlace *self,
                             const ScSolution *solution,
                             const char *flow,
                             const char *step,
                             GError **error);
/* The solution with another step there. Takes over the step. */
ScSolution *sc_step_place_put (const ScStepPlace *self, ScStep *step);

/* What is to be run, as it will be written; owned. */
typedef struct
{
  char *id;
  char *name;
  char *unique_name; /* "" where there is none */
  int type;
} ScRunTarget;

void sc_run_target_clear (ScRunTarget *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScRunTarget, sc_run_target_clear)
/* Clear self also after FALSE: INVALID, the runner cannot run it at the place, or something is not
 * said. */
gboolean sc_run_resolve (
    ScRunTarget *self, ScRunner runner, const ScPlace *place, const ScRun *run, GError **error);

/* The event that stands for the moment; stage: whose moment it is. */
ScTriggerEvent *sc_moment_make_event (ScMoment self, const ScFlow *flow, const char *stage);

/* Finds a branch of the condition behind a stage. */
const ScBranch *sc_place_find_branch (ScPlace *self,
                                      const ScSolution *solution,
                                      const char *flow,
                                      const char *stage,
                                      guint branch,
                                      GError **error);
/* The solution with another branch there, which leads where the one before did. Takes over the
 * value; the same solution when it is equal to the one before. */
ScSolution *sc_place_put_branch (const ScPlace *self, guint position, ScBranch *branch);

/* The solution itself, for an edit that changes nothing. */
ScSolution *sc_edit_unchanged (const ScSolution *solution);
gpointer
sc_edit_fail (GError **error, ScEditError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The stages of a flow while the ways between them are changed. */
typedef struct
{
  const ScFlow *flow;
  GPtrArray *stages; /* of const ScStage *, owned */
  char *first;       /* id of the first stage; NULL: the one at position 0 */
} ScGraphEdit;

void sc_graph_edit_init (ScGraphEdit *self, const ScFlow *flow);
void sc_graph_edit_clear (ScGraphEdit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScGraphEdit, sc_graph_edit_clear)

const ScStage *sc_graph_edit_find (const ScGraphEdit *self, const char *id, guint *position);
/* Takes over stage. */
void sc_graph_edit_add (ScGraphEdit *self, ScStage *stage);
/* Replaces the stage at position; takes over stage. */
void sc_graph_edit_put (ScGraphEdit *self, guint position, ScStage *stage);
void sc_graph_edit_remove (ScGraphEdit *self, guint position);
/* Lets a stage lead to target (nullable) by branch. */
void sc_graph_edit_lead (ScGraphEdit *self, guint position, int branch, const char *target);
/* Where a stage leads by branch; NULL where the flow ends. */
const char *sc_graph_edit_get_target (const ScGraphEdit *self, guint position, int branch);
/* The stage that slot is behind; FALSE when there is no such way. The place before the first stage
 * has no position: it is left as it is. */
gboolean sc_graph_edit_find_slot (
    const ScGraphEdit *graph, const ScPlace *place, ScSlot slot, guint *position, GError **error);
/* Where the way at slot leads; free with g_free(). */
char *sc_graph_edit_dup_slot_target (const ScGraphEdit *graph, ScSlot slot, guint position);
/* Puts a stage of the graph that nothing leads to yet on the way at slot. */
void
sc_graph_edit_lead_slot_to (ScGraphEdit *graph, ScSlot slot, guint position, const char *stage);
/* Every way to the stage from leads to target instead; ways out of the stages flagged in except
 * (nullable, by position) stay. */
void sc_graph_edit_redirect (ScGraphEdit *self,
                             const char *from,
                             const char *target,
                             const gboolean *except);
/* How many conditions have branches of which some meet and others do not. */
guint sc_graph_edit_count_partial (const ScGraphEdit *self);
gboolean sc_graph_edit_has_loop (const ScGraphEdit *self);
/* Lets the stage at position, which is the only one of a new branch of branching, lead to where the
 * other branches meet, so that they still do. */
void sc_graph_edit_join_branches (ScGraphEdit *self, guint branching, guint position);
/* Takes the condition of the stage away; the stages of its branches follow it in a row. */
void sc_graph_edit_straighten (ScGraphEdit *self, guint position);
/* The flow with the stages as they are now, to look at. */
ScFlow *sc_graph_edit_draft (const ScGraphEdit *self);
/* The flow with the stages in depth-first order, with the merges and transitions that follow. */
ScFlow *sc_graph_edit_finish (ScGraphEdit *self);
/* The solution with that flow; INVALID where it would lead in a circle that was not there. */
ScSolution *sc_graph_edit_finish_straight (ScGraphEdit *self, const ScPlace *place, GError **error);

/* TRUE when a way leads from stage, which may be NULL, straight to target. */
gboolean sc_edit_leads_to (const ScStage *stage, const char *target);
/* Transitions on ways that are gone follow them or go. Those that were on no way before are left
 * alone, as long as their stages are there: Dataverse leaves some behind itself, and ignores
 * them. */
void sc_edit_derive_transitions (const ScFlow *before, ScFlow *after);

/* A copy of the stages that are flagged in marked (one flag per stage of flow), with fresh ids for
 * them, their steps and workflows, added to self. Ways between them are copied, too. Returns the
 * ids, from old (they belong to flow) to new; free with g_hash_table_unref(). */
GHashTable *
sc_graph_edit_copy_stages (ScGraphEdit *self, const ScFlow *flow, const gboolean *marked);

/* A branch that leads to target; clause NULL: the one that is taken otherwise. Takes over
 * clause. */
ScBranch *sc_edit_make_branch (const char *name, ScClause *clause, const char *target);
/* The stage with these branches, or without a condition where none of them asks anything. */
ScStage *sc_edit_make_branching (const ScStage *stage, const ScList *branches);
/* The column that a new clause of the stage asks for: the one given or, with NULL, that of the
 * first step whose column can be asked for. NULL, and INVALID, when there is none. */
const char *sc_edit_choose_column (const ScSolution *solution,
                                   const ScStage *stage,
                                   const char *column,
                                   GError **error);

/* A unique name for a flow that no flow or table of the solution has. Free with g_free(). */
char *sc_edit_make_unique_name (const ScSolution *solution, const char *name);

/* A stage with one step that has no column. */
ScStage *sc_edit_make_stage (const ScSolution *solution,
                             const char *id,
                             const char *name,
                             const char *table);
/* A data step; column and label may be NULL. */
ScStep *sc_edit_make_step (const ScSolution *solution,
                           const char *table,
                           const char *id,
                           const char *label,
                           const char *column);
/* The control of step is that of the column of that name on table. */
void
sc_edit_bind_step (const ScSolution *solution, ScStep *step, const char *table, const char *name);
/* The same for a step that had another one, whose name its labels may have. */
void sc_edit_rebind_step (const ScSolution *solution,
                          ScStep *step,
                          const char *table,
                          const char *column);
/* The clause behind stage with another column, see sc_edit_clause_set_column(); one that asks for a
 * column of another table goes on to do so. */
ScClause *sc_edit_rebind_clause (const ScSolution *solution,
                                 const ScStage *stage,
                                 const ScClause *clause,
                                 const char *column);
/* A copy with fresh ids. */
ScStep *sc_edit_clone_step (const ScStep *step, const char *id);

/* The solution with what from knows of the tables, columns and relationships that the clip uses and
 * solution knows nothing of; not of the tables (of ScTableMatch) that are others here. Nothing is
 * added to a table of which all columns are known. clip: nullable. */
ScSolution *sc_edit_learn_tables (const ScSolution *solution,
                                  const ScSolution *from,
                                  const ScClip *clip,
                                  const ScList *tables);

G_END_DECLS
