/* sc-uses-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-uses-private.h"

#include "sc-edit-private.h"
#include "sc-flow-graph.h"
#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* What an edit takes the ground from within a flow, found by comparing the flow before and after
 * it. */

/* A flow that the edit has changed. */
typedef struct
{
  ScUseFinder finder;       /* its solution is the one before */
  const ScSolution *result; /* the one after */
  const ScFlow *before, *after;
  GHashTable *old, *new; /* stages by id, see sc_flow_index_stages() */
  GHashTable *homes;     /* the stages of steps before, by the id of the step */
  ScFlowGraph *graph;    /* of after; NULL until it is needed */
} Change;

static const ScStage *
find_stage (const ScFlow *flow, GHashTable *index, const char *id)
{
  int position = sc_flow_index_find (index, id);

  return position >= 0 ? sc_list_get (flow->stages, (guint) position) : NULL;
}

static gboolean
shows_column (const ScStage *stage, const char *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (step->kind == SC_STEP_DATA && sc_name_equal (step->column, column))
        return TRUE;
    }
  return FALSE;
}

/* TRUE for a lookup to the table, and for one of which nobody knows where it leads. */
static gboolean
may_lead_to (const ScSolution *solution,
             const ScStage *stage,
             const ScStep *step,
             const char *table)
{
  const ScColumn *column
      = step->kind == SC_STEP_DATA && step->column != NULL && stage->table != NULL
            ? sc_solution_find_column (solution, stage->table, step->column)
            : NULL;
  ScColumnType type = column != NULL && column->type != SC_COLUMN_UNKNOWN
                          ? column->type
                          : sc_column_type_from_class_id (step->class_id);
  const ScList *targets = column != NULL ? column->targets : NULL;

  if (step->kind != SC_STEP_DATA || step->column == NULL
      || (type != SC_COLUMN_LOOKUP && type != SC_COLUMN_CUSTOMER && type != SC_COLUMN_OWNER))
    return FALSE;
  sc_list_foreach (targets, const ScLabel *, target)
    {
      if (sc_name_equal (target->text, table))
        return TRUE;
    }
  return targets == NULL;
}

/* A condition may ask for columns of the steps of its stage, and for those of the rows that the
 * lookups among them lead to (server error 0x80060436). */
static gboolean
offers (const ScSolution *solution, const ScStage *stage, const char *table, const char *column)
{
  if (table == NULL || sc_name_equal (table, stage->table))
    return shows_column (stage, column);
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (may_lead_to (solution, stage, step, table))
        return TRUE;
    }
  return FALSE;
}

/* TRUE when the stage offered the column before and does not any more. What was a column of its own
 * row does not become one of another row by a change of table. */
static gboolean
loses (const Change *self,
       const ScStage *before,
       const ScStage *after,
       const char *table,
       const char *column)
{
  gboolean own = table == NULL || sc_name_equal (table, before->table);

  if (!offers (self->finder.solution, before, table, column))
    return FALSE;
  if (own && table != NULL && !sc_name_equal (table, after->table))
    return TRUE;
  return !offers (self->result, after, table, column);
}

/* The column that the clause asks for, or compares with, and that is lost; NULL when none is. */
static const char *
find_lost_column (const Change *self,
                  const ScStage *before,
                  const ScStage *after,
                  const ScClause *clause,
                  const char **table)
{
  *table = sc_clause_get_table (clause, before);
  if (loses (self, before, after, clause->table, clause->column))
    return clause->column;
  sc_list_foreach (clause->operands, const ScOperand *, operand)
    {
      *table = operand->table;
      if (g_strcmp0 (operand->type, SC_OPERAND_COLUMN) == 0
          && loses (self, before, after, operand->table, operand->value))
        return operand->value;
    }
  return NULL;
}

static void
compare_clauses (Change *self, const ScStage *before, const ScStage *after)
{
  const ScList *branches = after->condition->branches;

  if (before->steps == after->steps && sc_name_equal (before->table, after->table))
    return;
  sc_list_foreach (branches, const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        const char *table;
        const char *column = find_lost_column (self, before, after, clause, &table);

        if (column == NULL)
          continue;
        sc_use_finder_add_branch (&self->finder, after, branch_i, (int) clause_i,
                                  _ ("It asks for “%s”, and is left with no step for that."),
                                  sc_use_finder_name_column (&self->finder, table, column));
      }
}

/* The position of the stage where the branches meet, or of one that another branch leads to: a
 * branch that leads there holds no stage. */
static gboolean
is_beside (Change *self, const ScStage *stage, guint branch, const char *target)
{
  int position = sc_flow_index_find (self->new, stage->id);

  if (self->graph == NULL)
    self->graph = sc_flow_graph_new (self->after);
  if (position >= 0 && self->graph->merge[position] >= 0
      && self->graph->merge[position] == sc_flow_index_find (self->new, target))
    return TRUE;
  sc_list_foreach (stage->condition->branches, const ScBranch *, other)
    {
      if (other_i != branch && sc_id_equal (other->target, target))
        return TRUE;
    }
  return FALSE;
}

static void
compare_branches (Change *self, const ScStage *before, const ScStage *after)
{
  sc_list_foreach (before->condition->branches, const ScBranch *, old)
    {
      const ScBranch *branch = sc_list_get (after->condition->branches, old_i);
      const ScStage *target;

      if (branch == NULL || old->target == NULL || sc_id_equal (old->target, branch->target))
        continue;
      target = branch->target != NULL ? find_stage (self->after, self->new, branch->target) : NULL;
      if (target == NULL)
        sc_use_finder_add_branch (&self->finder, after, old_i, -1,
                                  _ ("It is left leading to no stage."));
      else if (is_beside (self, after, old_i, branch->target))
        sc_use_finder_add_branch (&self->finder, after, old_i, -1,
                                  _ ("It is left without a stage and leads straight to “%s”."),
                                  sc_use_finder_name_stage (&self->finder, target));
    }
}

static void
add_condition (Change *self, const ScStage *stage, gboolean goes_along)
{
  g_autofree char *who = g_strdup_printf (_ ("Condition behind “%s”"),
                                          sc_use_finder_name_stage (&self->finder, stage));
  ScUse *use = sc_use_finder_add (
      &self->finder, SC_USE_CONDITION, who, "%s",
      goes_along ? _ ("It goes along; the stages of its branches stay, in a row.")
                 : _ ("It goes; the stages of its branches stay, in a row."));

  sc_set_string (use, stage, stage->id);
}

/* A step that comes to be on another table, which does not have its column as far as is known. */
static void
compare_tables (Change *self, const ScStage *stage)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      const ScStage *home = step->id != NULL ? g_hash_table_lookup (self->homes, step->id) : NULL;

      if (home == NULL || step->kind != SC_STEP_DATA || step->column == NULL || home->table == NULL
          || stage->table == NULL || sc_name_equal (home->table, stage->table)
          || sc_solution_find_column (self->result, stage->table, step->column) != NULL)
        continue;
      sc_use_finder_add_step (&self->finder, stage, step,
                              _ ("It shows “%s”, which “%s” is not known to have."),
                              sc_use_finder_name_column (&self->finder, home->table, step->column),
                              sc_solution_get_table_label (self->finder.solution, stage->table));
    }
}

static void
compare_stage (Change *self, const ScStage *before, const ScStage *after)
{
  if (before->condition != NULL && after->condition == NULL)
    add_condition (self, before, FALSE);
  if (before->condition != NULL && after->condition != NULL
      && sc_list_length (before->condition->branches)
             == sc_list_length (after->condition->branches))
    {
      compare_clauses (self, before, after);
      compare_branches (self, before, after);
    }
  compare_tables (self, after);
}

/* What waits for the stage, in it or elsewhere. */
static void
find_waiting (Change *self, const ScStage *gone)
{
  const char *name = sc_use_finder_name_stage (&self->finder, gone);

  sc_list_foreach (gone->triggers, const ScTrigger *, trigger)
    sc_use_finder_add_workflow (&self->finder, gone, trigger, _ ("It goes along."));
  sc_list_foreach (self->after->stages, const ScStage *, stage)
    {
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          if (sc_events_wait_for (trigger->events, gone->id))
            sc_use_finder_add_workflow (&self->finder, stage, trigger,
                                        _ ("It is left waiting for “%s”, which never comes."),
                                        name);
        }
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (sc_events_wait_for (step->events, gone->id))
            sc_use_finder_add_step (&self->finder, stage, step,
                                    _ ("It is left waiting for “%s”, which never comes."), name);
        }
    }
}

static gboolean
follows (const Change *self, const ScTransition *lost)
{
  sc_list_foreach (self->after->transitions, const ScTransition *, transition)
    {
      if (sc_name_equal (transition->relationship, lost->relationship)
          && sc_flow_find_transition (self->before, transition->source, transition->target) == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_ends (const ScFlow *flow, GHashTable *stages, const ScTransition *transition)
{
  return find_stage (flow, stages, transition->source) != NULL
         && find_stage (flow, stages, transition->target) != NULL;
}

/* A transition is lost with a stage at its end, unless it has come to another way, and by a change
 * of table. One whose way is gone, between stages that are still there, is not needed any more. */
static gboolean
is_lost (const Change *self, const ScTransition *transition)
{
  const ScStage *source = find_stage (self->after, self->new, transition->source);
  gboolean stays
      = sc_flow_find_transition (self->after, transition->source, transition->target) != NULL;

  if (!has_ends (self->before, self->old, transition))
    return FALSE;
  if (!has_ends (self->after, self->new, transition))
    return stays || !follows (self, transition);
  return !stays && sc_edit_leads_to (source, transition->target);
}

static void
compare_transitions (Change *self)
{
  sc_list_foreach (self->before->transitions, const ScTransition *, transition)
    {
      if (is_lost (self, transition))
        sc_use_finder_add_transition (&self->finder, transition, TRUE);
    }
}

static void
index_steps (Change *self)
{
  sc_list_foreach (self->before->stages, const ScStage *, stage)
    sc_list_foreach (stage->steps, const ScStep *, step)
      {
        if (step->id != NULL)
          g_hash_table_insert (self->homes, (gpointer) step->id, (gpointer) stage);
      }
}

static void
compare_stages (Change *self)
{
  sc_list_foreach (self->before->stages, const ScStage *, before)
    {
      const ScStage *after = find_stage (self->after, self->new, before->id);

      if (after != NULL && after != before)
        compare_stage (self, before, after);
      if (after != NULL || find_stage (self->before, self->old, before->id) != before)
        continue;
      if (before->condition != NULL)
        add_condition (self, before, TRUE);
      find_waiting (self, before);
    }
}

void
sc_use_finder_compare_flow (ScUseFinder *finder,
                            const ScSolution *result,
                            const ScFlow *before,
                            const ScFlow *after)
{
  g_autoptr (GHashTable) old = sc_flow_index_stages (before);
  g_autoptr (GHashTable) new = sc_flow_index_stages (after);
  g_autoptr (GHashTable) homes = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  Change self = { *finder, result, before, after, old, new, homes, NULL };

  self.finder.flow = before;
  index_steps (&self);
  compare_stages (&self);
  compare_transitions (&self);
  g_clear_pointer (&self.graph, sc_flow_graph_free);
}
