/* sc-edit-straighten.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-private.h"

#include "sc-id.h"

/* Taking a condition away without losing a stage: what the branches held follows in a row. */

static ScFlow *
flow_with (const ScFlow *flow, GPtrArray *stages)
{
  ScFlow *draft = sc_flow_copy (flow);

  sc_take_value (draft, stages, sc_list_new ((gconstpointer const *) stages->pdata, stages->len));
  return draft;
}

/* Flags the stages that can be reached from head without passing stop. */
static gboolean *
region_of (const ScFlowGraph *graph, int head, int stop)
{
  gboolean *region = g_new0 (gboolean, graph->n_stages + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));

  if (head >= 0 && head != stop)
    {
      region[head] = TRUE;
      g_array_append_val (stack, head);
    }
  while (stack->len > 0)
    {
      int from = g_array_index (stack, int, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      for (guint e = graph->first_edge[from]; e < graph->first_edge[from + 1]; e++)
        {
          int to = graph->edges[e].to;

          if (to >= 0 && to != stop && !region[to])
            {
              region[to] = TRUE;
              g_array_append_val (stack, to);
            }
        }
    }
  return region;
}

/* The ways from the stages of region that lead out of it lead to head instead. */
static void
chain_region (ScGraphEdit *self, const ScFlowGraph *graph, const gboolean *region, const char *head)
{
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScEdge *edge = &graph->edges[e];

      if (region[edge->from] && (edge->to < 0 || !region[edge->to]))
        sc_graph_edit_lead (self, edge->from, edge->branch, head);
    }
}

/* One branch after the other; FALSE, with nothing changed, where branches share stages. */
static gboolean
chain_branches (ScGraphEdit *self, const ScFlowGraph *graph, guint position, int merge)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree guint *owners = g_new0 (guint, graph->n_stages + 1);

  for (guint e = graph->first_edge[position]; e < graph->first_edge[position + 1]; e++)
    {
      int head = graph->edges[e].to;
      gboolean *region;

      if (head < 0 || head == merge || (guint) head == position)
        continue;
      region = region_of (graph, head, merge);
      g_ptr_array_add (regions, region);
      g_array_append_val (heads, head);
      for (guint i = 0; i < graph->n_stages; i++)
        if (region[i] && (owners[i]++ > 0 || i == position))
          return FALSE;
    }

  for (guint i = 0; i + 1 < regions->len; i++)
    {
      const ScStage *next = g_ptr_array_index (self->stages, g_array_index (heads, int, i + 1));

      chain_region (self, graph, g_ptr_array_index (regions, i), next->id);
    }
  return TRUE;
}

/* All stages of the block in a plain row, without their conditions. */
static void
chain_stages (ScGraphEdit *self, const ScFlowGraph *graph, guint position, const char *end)
{
  g_autofree gboolean *block = sc_flow_graph_block (graph, position);
  g_autofree guint *order = sc_flow_graph_depth_first (graph);
  g_autofree char *next = g_strdup (end);

  for (guint i = graph->n_stages; i-- > 0;)
    {
      ScStage *stage;

      if (!block[order[i]] || order[i] == position)
        continue;
      stage = sc_stage_copy (g_ptr_array_index (self->stages, order[i]));
      sc_set_string (stage, next, next);
      sc_set_value (stage, condition, NULL);
      g_free (next);
      next = g_strdup (stage->id);
      sc_stage_unref (g_ptr_array_index (self->stages, order[i]));
      g_ptr_array_index (self->stages, order[i]) = stage;
    }
  sc_graph_edit_lead (self, position, SC_EDGE_NEXT, next);
}

void
sc_graph_edit_straighten (ScGraphEdit *self, guint position)
{
  g_autoptr (ScFlow) flow = flow_with (self->flow, self->stages);
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  const ScStage *branching = g_ptr_array_index (self->stages, position);
  int merge = graph->merge[position];
  const ScStage *behind = merge >= 0 ? g_ptr_array_index (self->stages, merge) : NULL;
  g_autofree char *end = behind != NULL ? g_strdup (behind->id) : NULL;
  g_autofree char *head = g_strdup (end);
  ScStage *stage;

  if (branching->condition == NULL)
    return;

  if (chain_branches (self, graph, position, merge))
    {
      for (guint e = graph->first_edge[position + 1]; e-- > graph->first_edge[position];)
        {
          int to = graph->edges[e].to;

          if (to >= 0 && to != merge && (guint) to != position)
            {
              const ScStage *first = g_ptr_array_index (self->stages, to);

              g_free (head);
              head = g_strdup (first->id);
            }
        }
      sc_graph_edit_lead (self, position, SC_EDGE_NEXT, head);
    }
  else
    {
      chain_stages (self, graph, position, end);
    }

  stage = sc_stage_copy (g_ptr_array_index (self->stages, position));
  sc_set_value (stage, condition, NULL);
  sc_stage_unref (g_ptr_array_index (self->stages, position));
  g_ptr_array_index (self->stages, position) = stage;
}
