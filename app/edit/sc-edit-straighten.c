/* sc-edit-straighten.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-private.h"

/* Taking a condition away without losing a stage: what the branches held follows in a row. */

typedef struct
{
  const ScFlow *flow; /* as it is before */
  const ScFlowGraph *graph;
  guint position; /* of the stage that branches */
  GArray *heads;  /* of int: the first stages of the branches, each once */
  guint *owner;   /* per stage: 1 + the position in heads of its branch; 0: in none */
} Branches;

static const char *
get_id (const ScFlow *flow, int position)
{
  const ScStage *stage = position >= 0 ? sc_list_get (flow->stages, (guint) position) : NULL;

  return stage != NULL ? stage->id : NULL;
}

/* Flags the stages from head up to the merge as those of one branch; FALSE when another branch has
 * one of them too. */
static gboolean
claim_branch (Branches *self, int head)
{
  const ScFlowGraph *graph = self->graph;
  int merge = graph->merge[self->position];
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  guint owner;

  if (head < 0 || head == merge || (guint) head == self->position)
    return TRUE;
  if (self->owner[head] != 0)
    return g_array_index (self->heads, int, self->owner[head] - 1) == head;

  g_array_append_val (self->heads, head);
  g_array_append_val (stack, head);
  owner = self->owner[head] = self->heads->len;
  while (stack->len > 0)
    {
      int from = g_array_index (stack, int, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      for (guint e = graph->first_edge[from]; e < graph->first_edge[from + 1]; e++)
        {
          int to = graph->edges[e].to;

          if (to < 0 || to == merge || self->owner[to] == owner)
            continue;
          if (self->owner[to] != 0 || (guint) to == self->position)
            return FALSE;
          self->owner[to] = owner;
          g_array_append_val (stack, to);
        }
    }
  return TRUE;
}

/* One branch after the other; FALSE, with nothing changed, where branches share stages. */
static gboolean
chain_branches (ScGraphEdit *edit, Branches *self)
{
  const ScFlowGraph *graph = self->graph;
  guint first = graph->first_edge[self->position], end = graph->first_edge[self->position + 1];

  for (guint e = first; e < end; e++)
    if (!claim_branch (self, graph->edges[e].to))
      return FALSE;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScEdge *edge = &graph->edges[e];
      guint owner = self->owner[edge->from];

      if (owner == 0 || owner == self->heads->len
          || (edge->to >= 0 && self->owner[edge->to] == owner))
        continue;
      sc_graph_edit_lead (edit, edge->from, edge->branch,
                          get_id (self->flow, g_array_index (self->heads, int, owner)));
    }
  sc_graph_edit_lead (edit, self->position, SC_EDGE_NEXT,
                      get_id (self->flow, self->heads->len > 0 ? g_array_index (self->heads, int, 0)
                                                               : graph->merge[self->position]));
  return TRUE;
}

/* All stages of the block in a plain row, without their conditions. */
static void
chain_stages (ScGraphEdit *edit, const Branches *self)
{
  g_autofree gboolean *block = sc_flow_graph_block (self->graph, self->position);
  g_autofree guint *order = sc_flow_graph_depth_first (self->graph);
  const char *next = get_id (self->flow, self->graph->merge[self->position]);

  for (guint i = self->graph->n_stages; i-- > 0;)
    {
      ScStage *stage;

      if (!block[order[i]] || order[i] == self->position)
        continue;
      stage = sc_stage_copy (sc_list_get (self->flow->stages, order[i]));
      sc_set_string (stage, next, next);
      sc_set_value (stage, condition, NULL);
      sc_graph_edit_put (edit, order[i], stage);
      next = get_id (self->flow, (int) order[i]);
    }
  sc_graph_edit_lead (edit, self->position, SC_EDGE_NEXT, next);
}

void
sc_graph_edit_straighten (ScGraphEdit *self, guint position)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (self);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree guint *owner = g_new0 (guint, graph->n_stages + 1);
  Branches branches = { flow, graph, position, heads, owner };
  const ScStage *branching = sc_list_at (flow->stages, position);
  ScStage *stage;

  if (branching->condition == NULL)
    return;
  if (!chain_branches (self, &branches))
    chain_stages (self, &branches);

  stage = sc_stage_copy (g_ptr_array_index (self->stages, position));
  sc_set_value (stage, condition, NULL);
  sc_graph_edit_put (self, position, stage);
}
