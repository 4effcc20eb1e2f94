/* sc-edit-meet.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-edit-private.h"
#include "sc-flow-meetings.h"

#include <glib/gi18n-lib.h>

/* Where branches meet: edits that keep them meeting all together, or not at all. */

guint
sc_graph_edit_count_partial (const ScGraphEdit *self)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (self);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autoptr (GArray) partial = sc_flow_graph_find_partial_meetings (graph);

  return partial->len;
}

gboolean
sc_graph_edit_has_loop (const ScGraphEdit *self)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (self);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);

  return graph->loop >= 0;
}

ScSolution *
sc_graph_edit_finish_straight (ScGraphEdit *self, const ScPlace *place, GError **error)
{
  if (sc_graph_edit_has_loop (self))
    {
      g_autoptr (ScFlowGraph) before = sc_flow_graph_new (self->flow);

      if (before->loop < 0)
        return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                             _ ("The flow would lead back to a stage it has passed."));
    }
  return sc_place_put_flow (place, sc_graph_edit_finish (self));
}

static const char *
get_id (const ScFlow *flow, int position)
{
  const ScStage *stage = position >= 0 ? sc_list_get (flow->stages, (guint) position) : NULL;

  return stage != NULL ? stage->id : NULL;
}

/* Tries to let the stage lead to next; keeps the best in best. */
static void
try_next (ScGraphEdit *self, guint position, const char *next, guint *fewest, char **best)
{
  guint n;

  sc_graph_edit_lead (self, position, SC_EDGE_NEXT, next);
  n = sc_graph_edit_count_partial (self);
  if (n >= *fewest)
    return;
  *fewest = n;
  g_free (*best);
  *best = g_strdup (next);
}

/* Where nothing met before, nothing has to meet now. Else it is looked for behind another branch:
 * where all meet is behind each of them. */
void
sc_graph_edit_join_branches (ScGraphEdit *self, guint branching, guint position)
{
  const ScStage *stage = g_ptr_array_index (self->stages, branching);
  g_autofree char *added
      = g_strdup (((const ScStage *) g_ptr_array_index (self->stages, position))->id);
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (self);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autofree char *best = NULL;
  guint fewest = G_MAXUINT;

  try_next (self, position, NULL, &fewest, &best);
  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      guint head;

      if (g_strcmp0 (branch->target, added) == 0
          || sc_flow_find_stage (flow, branch->target, &head) == NULL || graph->loop >= 0)
        continue;
      for (int next = sc_flow_graph_find_meeting (graph, head); next >= 0;
           next = sc_flow_graph_find_meeting (graph, (guint) next))
        try_next (self, position, get_id (flow, next), &fewest, &best);
      try_next (self, position, branch->target, &fewest, &best);
    }
  sc_graph_edit_lead (self, position, SC_EDGE_NEXT, best);
}

/* A way as an edge of the flow it is in. */
typedef struct
{
  ScPlace place;
  ScGraphEdit edit;
  ScFlowGraph *graph;
  const ScEdge *edge;
  guint partial; /* before the edit */
} Meeting;

static void
meeting_clear (Meeting *self)
{
  sc_graph_edit_clear (&self->edit);
  g_clear_pointer (&self->graph, sc_flow_graph_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meeting, meeting_clear)

static gboolean
find_way (Meeting *self, const ScSolution *solution, const char *flow, ScSlot way, GError **error)
{
  ScFlowGraph *graph;

  if (!sc_place_find_stage (&self->place, solution, flow, way.after, error))
    return FALSE;
  graph = self->graph = sc_flow_graph_new (self->place.flow);
  sc_graph_edit_init (&self->edit, self->place.flow);
  self->partial = sc_graph_edit_count_partial (&self->edit);
  for (guint e = graph->first_edge[self->place.stage_position];
       e < graph->first_edge[self->place.stage_position + 1]; e++)
    {
      if (graph->edges[e].branch == way.branch)
        self->edge = &graph->edges[e];
    }
  if (self->edge == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The branch is no longer in the flow."));
  return self->edge != NULL;
}

/* Whether the flow, as the edit has it, keeps what this file is about. */
static gboolean
is_sound (const Meeting *self)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (&self->edit);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autoptr (GArray) partial = NULL;

  if (graph->loop >= 0 && self->graph->loop < 0)
    return FALSE;
  for (guint i = 0; i < self->graph->n_stages; i++)
    if (self->graph->reachable[i] && !graph->reachable[i])
      return FALSE;
  partial = sc_flow_graph_find_partial_meetings (graph);
  return partial->len <= self->partial;
}

/* Lets all ways of the flagged stages that lead where the way does lead to target. */
static gboolean
try_together (Meeting *self, const gboolean *block, const char *target)
{
  const ScFlowGraph *graph = self->graph;

  sc_graph_edit_clear (&self->edit);
  sc_graph_edit_init (&self->edit, self->place.flow);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScEdge *edge = &graph->edges[e];
      gboolean implicit_end
          = edge->branch == SC_EDGE_NEXT && edge->to == SC_GRAPH_END
            && graph->first_edge[edge->from + 1] - graph->first_edge[edge->from] > 1;
      gboolean own = edge->from == self->edge->from && edge->branch == self->edge->branch;

      if (own
          || (block != NULL && block[edge->from] && edge->to == self->edge->to && !implicit_end
              && g_strcmp0 (get_id (self->place.flow, (int) edge->from), target) != 0))
        sc_graph_edit_lead (&self->edit, edge->from, edge->branch, target);
    }
  return is_sound (self);
}

/* First the way alone, then with the others of its condition, then of the one around that, … */
static gboolean
merge (Meeting *self, const char *target)
{
  const ScFlowGraph *graph = self->graph;
  guint n;
  g_autofree guint *order = sc_flow_graph_sort (graph, &n);

  if (try_together (self, NULL, target))
    return TRUE;
  for (guint i = n; i-- > 0;)
    {
      g_autofree gboolean *block = NULL;

      if (graph->first_edge[order[i] + 1] - graph->first_edge[order[i]] < 2)
        continue;
      block = sc_flow_graph_block (graph, order[i]);
      if (block[self->edge->from] && try_together (self, block, target))
        return TRUE;
    }
  return FALSE;
}

/* Why the way alone cannot lead to target; the shortest true sentence. */
static void
explain (Meeting *self, const ScStage *target, int language, GError **error)
{
  g_autoptr (ScFlow) flow = NULL;
  g_autoptr (ScFlowGraph) graph = NULL;

  try_together (self, NULL, target->id);
  flow = sc_graph_edit_draft (&self->edit);
  graph = sc_flow_graph_new (flow);
  if (graph->loop >= 0 && self->graph->loop < 0)
    {
      sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("The flow would lead back to “%s”."),
                    sc_stage_get_label (target, language));
      return;
    }
  for (guint i = 0; i < graph->n_stages; i++)
    if (self->graph->reachable[i] && !graph->reachable[i])
      {
        sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("Nobody would get to “%s” any more."),
                      sc_stage_get_label (sc_list_get (flow->stages, i), language));
        return;
      }
  sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("Not all branches would meet in “%s”."),
                sc_stage_get_label (target, language));
}

ScSolution *
sc_edit_way_merge (
    const ScSolution *solution, const char *flow, ScSlot way, const char *target, GError **error)
{
  g_auto (Meeting) meeting = { 0 };
  const ScStage *stage;
  guint position;

  if (!find_way (&meeting, solution, flow, way, error))
    return NULL;
  stage = sc_flow_find_stage (meeting.place.flow, target, &position);
  if (stage == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The stage is no longer in the flow."));
  if (meeting.edge->to == (int) position)
    return sc_edit_unchanged (solution);
  if (!merge (&meeting, stage->id))
    {
      explain (&meeting, stage, solution->language, error);
      return NULL;
    }
  return sc_place_put_flow (&meeting.place, sc_graph_edit_finish (&meeting.edit));
}

ScSolution *
sc_edit_way_end (const ScSolution *solution, const char *flow, ScSlot way, GError **error)
{
  g_auto (Meeting) meeting = { 0 };
  const ScStage *target;

  if (!find_way (&meeting, solution, flow, way, error))
    return NULL;
  if (meeting.edge->to == SC_GRAPH_END)
    return sc_edit_unchanged (solution);
  if (way.branch != SC_EDGE_NEXT)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("A branch has to lead to a stage. Put one on it first."));
  if (try_together (&meeting, NULL, NULL))
    return sc_place_put_flow (&meeting.place, sc_graph_edit_finish (&meeting.edit));
  target = meeting.edge->to >= 0
               ? sc_list_get (meeting.place.flow->stages, (guint) meeting.edge->to)
               : meeting.place.stage;
  if (meeting.graph->n_incoming[MAX (meeting.edge->to, 0)] < 2)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("Nobody would get to “%s” any more."),
                         sc_stage_get_label (target, solution->language));
  return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("Other branches still meet in “%s”."),
                       sc_stage_get_label (target, solution->language));
}

/* A way to target besides the one that leaves after by branch; the last one there is. */
static gboolean
find_other_way (const ScFlow *flow, const char *target, ScSlot *way, guint *n)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  guint position;

  *n = 0;
  if (sc_flow_find_stage (flow, target, &position) == NULL)
    return FALSE;
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].to == (int) position)
      {
        *way = (ScSlot){ get_id (flow, (int) graph->edges[e].from), graph->edges[e].branch };
        (*n)++;
      }
  return *n > 0;
}

static guint
count_partial (const ScSolution *solution, const char *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (sc_solution_find_flow (solution, flow, NULL));
  g_autoptr (GArray) partial = sc_flow_graph_find_partial_meetings (graph);

  return partial->len;
}

ScSolution *
sc_edit_way_unmerge (const ScSolution *solution, const char *flow, ScSlot way, GError **error)
{
  g_auto (Meeting) meeting = { 0 };
  g_autoptr (ScSolution) after = NULL;
  const ScStage *target;
  ScSlot other;
  guint n;

  if (!find_way (&meeting, solution, flow, way, error))
    return NULL;
  if (meeting.edge->to < 0 || meeting.graph->n_incoming[meeting.edge->to] < 2)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("Nothing else leads where this way does."));
  target = sc_list_at (meeting.place.flow->stages, (guint) meeting.edge->to);
  after = sc_edit_way_duplicate_tail (solution, flow, way, error);
  while (after != NULL && count_partial (after, flow) > meeting.partial
         && find_other_way (sc_solution_find_flow (after, flow, NULL), target->id, &other, &n)
         && n > 1)
    {
      g_autoptr (ScSolution) before = g_steal_pointer (&after);

      after = sc_edit_way_duplicate_tail (before, flow, other, error);
    }
  if (after != NULL && count_partial (after, flow) > meeting.partial)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("Other branches would still meet behind “%s”: they meet all together, "
                            "or not at all."),
                         sc_stage_get_label (target, solution->language));
  return g_steal_pointer (&after);
}
