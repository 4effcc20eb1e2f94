/* sc-edit-branch.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

const ScBranch *
sc_place_find_branch (ScPlace *self,
                      const ScSolution *solution,
                      const char *flow,
                      const char *stage,
                      guint branch,
                      GError **error)
{
  const ScBranch *found = NULL;

  if (!sc_place_find_stage (self, solution, flow, stage, error))
    return NULL;
  if (self->stage->condition != NULL)
    found = sc_list_get (self->stage->condition->branches, branch);
  if (found == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The branch is no longer in the flow."));
  return found;
}

ScSolution *
sc_place_put_branch (const ScPlace *self, guint position, ScBranch *branch)
{
  g_autoptr (ScBranch) changed = branch;
  const ScList *branches = self->stage->condition->branches;
  ScCondition *condition;
  ScStage *stage;

  if (sc_branch_equal (changed, sc_list_get (branches, position)))
    return sc_edit_unchanged (self->solution);
  condition = sc_condition_copy (self->stage->condition);
  sc_take_value (condition, branches, sc_list_replace (branches, position, changed));
  stage = sc_stage_copy (self->stage);
  sc_take_value (stage, condition, condition);
  return sc_place_put_stage (self, stage);
}

static gboolean
asks_something (const ScList *branches)
{
  sc_list_foreach (branches, const ScBranch *, branch)
    {
      if (!branch->otherwise)
        return TRUE;
    }
  return FALSE;
}

/* The stage with these branches, or without a condition where none of them asks anything. */
ScStage *
sc_edit_make_branching (const ScStage *stage, const ScList *branches)
{
  const ScBranch *otherwise = sc_list_get (branches, 0);
  ScStage *changed = sc_stage_copy (stage);
  ScCondition *condition;

  if (!asks_something (branches))
    {
      sc_set_value (changed, condition, NULL);
      if (otherwise != NULL)
        sc_set_string (changed, next, otherwise->target);
      return changed;
    }
  condition = sc_condition_copy (stage->condition);
  sc_set_value (condition, branches, branches);
  sc_take_value (changed, condition, condition);
  return changed;
}

ScSolution *
sc_edit_branch_delete (
    const ScSolution *solution, const char *flow, const char *stage, guint branch, GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autoptr (ScList) branches = NULL;
  ScPlace place;

  if (sc_place_find_branch (&place, solution, flow, stage, branch, error) == NULL)
    return NULL;
  branches = sc_list_remove (place.stage->condition->branches, branch);
  sc_graph_edit_init (&graph, place.flow);
  sc_graph_edit_put (&graph, place.stage_position, sc_edit_make_branching (place.stage, branches));
  return sc_place_put_flow (&place, sc_graph_edit_finish (&graph));
}

static ScList *
join_clauses (const ScList *clauses, ScJoin join)
{
  GPtrArray *joined = sc_list_collect ();

  sc_list_foreach (clauses, const ScClause *, clause)
    {
      ScClause *changed;

      if (clause_i == 0 || clause->join == join)
        {
          g_ptr_array_add (joined, sc_clause_ref (clause));
          continue;
        }
      changed = sc_clause_copy (clause);
      changed->join = join;
      g_ptr_array_add (joined, changed);
    }
  return sc_list_new_take (joined);
}

ScSolution *
sc_edit_branch_set_join (const ScSolution *solution,
                         const char *flow,
                         const char *stage,
                         guint branch,
                         ScJoin join,
                         GError **error)
{
  const ScBranch *present;
  ScBranch *changed;
  ScPlace place;

  present = sc_place_find_branch (&place, solution, flow, stage, branch, error);
  if (present == NULL)
    return NULL;
  changed = sc_branch_copy (present);
  sc_take_value (changed, clauses, join_clauses (present->clauses, join));
  return sc_place_put_branch (&place, branch, changed);
}

ScSolution *
sc_edit_branch_set_name (const ScSolution *solution,
                         const char *flow,
                         const char *stage,
                         guint branch,
                         const char *name,
                         GError **error)
{
  const ScBranch *present;
  ScBranch *changed;
  ScPlace place;

  present = sc_place_find_branch (&place, solution, flow, stage, branch, error);
  if (present == NULL)
    return NULL;
  changed = sc_branch_copy (present);
  sc_set_string (changed, name, name);
  return sc_place_put_branch (&place, branch, changed);
}
