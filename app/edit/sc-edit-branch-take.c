/* sc-edit-branch-take.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

gboolean *
sc_branch_find_own_stages (const ScFlow *flow, const ScFlowGraph *graph, guint stage, guint branch)
{
  g_auto (ScGraphEdit) edit = { NULL, NULL, NULL };
  g_autoptr (ScFlowGraph) without = NULL;
  g_autoptr (ScFlow) draft = NULL;
  gboolean *own = g_new0 (gboolean, graph->n_stages + 1);

  sc_graph_edit_init (&edit, flow);
  sc_graph_edit_lead (&edit, stage, (int) branch, NULL);
  draft = sc_graph_edit_draft (&edit);
  without = sc_flow_graph_new (draft);
  for (guint i = 0; i < graph->n_stages; i++)
    own[i] = graph->reachable[i] && !without->reachable[i];
  return own;
}

/* Where all ways out of the stages lead; FALSE when not all lead to one place. */
static gboolean
find_exit (const ScFlowGraph *graph, const gboolean *own, int *exit)
{
  gboolean found = FALSE;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScEdge *edge = &graph->edges[e];

      if (!own[edge->from] || (edge->to >= 0 && own[edge->to]))
        continue;
      if (found && edge->to != *exit)
        return FALSE;
      *exit = edge->to;
      found = TRUE;
    }
  return found;
}

static char *
dup_id (const ScFlow *flow, int position)
{
  const ScStage *stage = position >= 0 ? sc_list_get (flow->stages, (guint) position) : NULL;

  return stage != NULL ? g_strdup (stage->id) : NULL;
}

/* Lets what left the stages lead on to target. */
static void
lead_exits (ScGraphEdit *edit, const ScFlowGraph *graph, const gboolean *own, const char *target)
{
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScEdge *edge = &graph->edges[e];

      if (own[edge->from] && !(edge->to >= 0 && own[edge->to]))
        sc_graph_edit_lead (edit, edge->from, edge->branch, target);
    }
}

static void
drop_branch (ScGraphEdit *edit, const ScStage *stage, guint branch)
{
  const ScStage *now;
  g_autoptr (ScList) branches = NULL;
  guint position;

  now = sc_graph_edit_find (edit, stage->id, &position);
  branches = sc_list_remove (now->condition->branches, branch);
  sc_graph_edit_put (edit, position, sc_edit_make_branching (now, branches));
}

static gboolean
find_slot (const ScPlace *place, ScSlot slot, guint *position, GError **error)
{
  const ScList *branches;
  const ScStage *stage;

  if (slot.after == NULL)
    return TRUE;
  stage = sc_flow_find_stage (place->flow, slot.after, position);
  branches = stage != NULL && stage->condition != NULL ? stage->condition->branches : NULL;
  if (stage == NULL
      || (slot.branch == SC_EDGE_NEXT
              ? stage->condition != NULL && sc_condition_has_otherwise (stage->condition)
              : sc_list_get (branches, (guint) slot.branch) == NULL))
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The place is no longer in the flow."));
  else
    return TRUE;
  return FALSE;
}

ScSolution *
sc_edit_branch_take (const ScSolution *solution,
                     const char *flow,
                     const char *stage,
                     guint branch,
                     ScSlot slot,
                     GError **error)
{
  g_auto (ScGraphEdit) edit = { NULL, NULL, NULL };
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autofree gboolean *own = NULL;
  g_autofree char *head = NULL, *behind = NULL, *on = NULL;
  const ScBranch *taken;
  ScPlace place;
  guint partial, after = 0;
  int exit = SC_GRAPH_END;

  taken = sc_place_find_branch (&place, solution, flow, stage, branch, error);
  if (taken == NULL || !find_slot (&place, slot, &after, error))
    return NULL;
  if (slot.after != NULL && after == place.stage_position && slot.branch == (int) branch)
    return sc_edit_unchanged (solution);
  graph = sc_flow_graph_new (place.flow);
  own = sc_branch_find_own_stages (place.flow, graph, place.stage_position, branch);
  if (!find_exit (graph, own, &exit))
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The branch has no stages of its own that could be moved together."));
  if (slot.after != NULL && own[after])
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A branch cannot be moved into itself."));

  head = g_strdup (taken->target);
  behind = dup_id (place.flow, exit);
  sc_graph_edit_init (&edit, place.flow);
  partial = sc_graph_edit_count_partial (&edit);
  sc_graph_edit_lead (&edit, place.stage_position, (int) branch, behind);
  if (slot.after == NULL)
    {
      on = dup_id (place.flow, 0);
      edit.first = g_strdup (head);
    }
  else
    {
      on = g_strdup (sc_graph_edit_get_target (&edit, after, slot.branch));
      sc_graph_edit_lead (&edit, after, slot.branch, head);
    }
  lead_exits (&edit, graph, own, on);
  if (behind == NULL)
    drop_branch (&edit, place.stage, branch);
  if (sc_graph_edit_has_loop (&edit) && graph->loop < 0)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The flow would lead back to a stage it has passed."));
  if (edit.first == NULL && sc_graph_edit_count_partial (&edit) > partial)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("Some branches would meet then, and others not."));
  return sc_place_put_flow (&place, sc_graph_edit_finish (&edit));
}
