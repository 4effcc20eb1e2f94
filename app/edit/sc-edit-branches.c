/* sc-edit-branches.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-clause-form.h"
#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

/* Which branches a condition has, and in what order. */

static guint
count_asking (const ScList *branches)
{
  guint n = 0;

  sc_list_foreach (branches, const ScBranch *, branch)
    n += !branch->otherwise;
  return n;
}

static gpointer
fail_for_condition (const ScPlace *place, GError **error)
{
  return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” does not branch."),
                       sc_stage_get_label (place->stage, place->solution->language));
}

static gboolean
find_condition (
    ScPlace *place, const ScSolution *solution, const char *flow, const char *stage, GError **error)
{
  if (!sc_place_find_stage (place, solution, flow, stage, error))
    return FALSE;
  return place->stage->condition != NULL || fail_for_condition (place, error) != NULL;
}

/* Takes over branch and, unless it is NULL, the one stage of the branch. */
static ScSolution *
insert_branch (const ScPlace *place, guint position, ScBranch *branch, ScStage *first)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autoptr (ScBranch) owned = branch;
  g_autoptr (ScList) branches
      = sc_list_insert (place->stage->condition->branches, position, branch);

  sc_graph_edit_init (&graph, place->flow);
  sc_graph_edit_put (&graph, place->stage_position,
                     sc_edit_make_branching (place->stage, branches));
  if (first != NULL)
    {
      sc_graph_edit_add (&graph, first);
      sc_graph_edit_join_branches (&graph, place->stage_position, graph.stages->len - 1);
    }
  return sc_place_put_flow (place, sc_graph_edit_finish (&graph));
}

ScSolution *
sc_edit_branch_add (const ScSolution *solution,
                    const char *flow,
                    const char *stage,
                    guint position,
                    const char *column,
                    GError **error)
{
  ScStage *first;
  ScPlace place;

  if (!find_condition (&place, solution, flow, stage, error))
    return NULL;
  column = sc_edit_choose_column (solution, place.stage, column, error);
  if (column == NULL)
    return NULL;
  first = sc_edit_make_stage (solution, NULL, _ ("New stage"), place.stage->table);
  return insert_branch (&place, MIN (position, count_asking (place.stage->condition->branches)),
                        sc_edit_make_branch (_ ("New branch"),
                                             sc_clause_make (solution, place.stage, column),
                                             first->id),
                        first);
}

ScSolution *
sc_edit_branch_add_otherwise (const ScSolution *solution,
                              const char *flow,
                              const char *stage,
                              GError **error)
{
  ScStage *first = NULL;
  const char *target;
  ScPlace place;

  if (!find_condition (&place, solution, flow, stage, error))
    return NULL;
  if (sc_condition_has_otherwise (place.stage->condition))
    return sc_edit_unchanged (solution);
  /* Some files have conditions without branches. */
  if (place.stage->condition->branches == NULL)
    return fail_for_condition (&place, error);
  target = place.stage->next;
  if (target == NULL)
    {
      first = sc_edit_make_stage (solution, NULL, _ ("New stage"), place.stage->table);
      target = first->id;
    }
  return insert_branch (&place, G_MAXUINT, sc_edit_make_branch (NULL, NULL, target), first);
}

ScSolution *
sc_edit_branch_move (const ScSolution *solution,
                     const char *flow,
                     const char *stage,
                     guint branch,
                     guint to,
                     GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autoptr (ScList) branches = NULL;
  const ScBranch *moved;
  ScPlace place;

  moved = sc_place_find_branch (&place, solution, flow, stage, branch, error);
  if (moved == NULL)
    return NULL;
  if (moved->otherwise)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("What is done otherwise comes last."));
  to = MIN (to, count_asking (place.stage->condition->branches) - 1);
  if (to == branch)
    return sc_edit_unchanged (solution);
  branches = sc_list_move (place.stage->condition->branches, branch, to);
  sc_graph_edit_init (&graph, place.flow);
  sc_graph_edit_put (&graph, place.stage_position, sc_edit_make_branching (place.stage, branches));
  return sc_place_put_flow (&place, sc_graph_edit_finish (&graph));
}

/* Takes out the stages that could be reached before. What led to them from elsewhere ends there. */
static void
remove_unreachable (ScGraphEdit *graph)
{
  g_autoptr (ScFlowGraph) before = sc_flow_graph_new (graph->flow);
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (graph);
  g_autoptr (ScFlowGraph) after = sc_flow_graph_new (flow);

  for (guint i = after->n_stages; i-- > 0;)
    if (before->reachable[i] && !after->reachable[i])
      {
        const ScStage *stage = g_ptr_array_index (graph->stages, i);

        sc_graph_edit_redirect (graph, stage->id, NULL, NULL);
        sc_graph_edit_remove (graph, i);
      }
}

ScSolution *
sc_edit_branch_delete_with_stages (
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
  remove_unreachable (&graph);
  return sc_place_put_flow (&place, sc_graph_edit_finish (&graph));
}
