/* sc-edit-paste-ways.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-paste-private.h"

/* The ways between stages that were copied. */
typedef struct
{
  ScFlowGraph *ways;
  gboolean *attached; /* per stage: some way leads to it from the first one */
  gboolean *reached;  /* per stage: from the one that is attached now */
} Joint;

static void
reach (Joint *self, guint from)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  const ScFlowGraph *ways = self->ways;

  for (guint i = 0; i < ways->n_stages; i++)
    self->reached[i] = FALSE;
  g_array_append_val (open, from);
  while (open->len > 0)
    {
      guint position = g_array_index (open, guint, open->len - 1);

      g_array_set_size (open, open->len - 1);
      if (self->reached[position])
        continue;
      self->reached[position] = TRUE;
      for (guint e = ways->first_edge[position]; e < ways->first_edge[position + 1]; e++)
        if (ways->edges[e].to >= 0)
          {
            guint to = (guint) ways->edges[e].to;

            g_array_append_val (open, to);
          }
    }
}

/* Where the way from the stage meets what is attached: SC_GRAPH_END when it does nowhere. */
static int
find_meeting (const Joint *self)
{
  const ScFlowGraph *ways = self->ways;
  int meeting = SC_GRAPH_END;

  for (guint e = 0; e < ways->n_edges; e++)
    {
      const ScEdge *edge = &ways->edges[e];

      if (edge->to >= 0 && self->attached[edge->from] && !self->reached[edge->from]
          && self->reached[edge->to] && (meeting < 0 || edge->to < meeting))
        meeting = edge->to;
    }
  return meeting;
}

/* A stage that nothing leads to comes right before the stage where its way meets that of the
 * others, or behind all others. */
static void
attach (Joint *self, guint position)
{
  ScFlowGraph *ways = self->ways;
  int meeting;

  reach (self, position);
  meeting = find_meeting (self);
  for (guint e = 0; e < ways->n_edges; e++)
    {
      ScEdge *edge = &ways->edges[e];

      if (self->attached[edge->from] && !self->reached[edge->from]
          && (meeting >= 0 ? edge->to == meeting : edge->to < 0))
        edge->to = (int) position;
    }
  for (guint i = 0; i < ways->n_stages; i++)
    self->attached[i] = self->attached[i] || self->reached[i];
}

static void
lead (ScGraphEdit *graph, const ScFlowGraph *ways, GArray *exits)
{
  for (guint e = 0; e < ways->n_edges; e++)
    {
      const ScEdge *edge = &ways->edges[e];
      const ScStage *to = edge->to >= 0 ? g_ptr_array_index (graph->stages, edge->to) : NULL;

      if (to != NULL)
        sc_graph_edit_lead (graph, edge->from, edge->branch, to->id);
      else
        g_array_append_val (exits, *edge);
    }
}

guint
sc_paste_join (ScGraphEdit *graph, GArray *exits)
{
  g_autoptr (ScFlow) flow = sc_graph_edit_draft (graph);
  g_autoptr (ScFlowGraph) ways = sc_flow_graph_new (flow);
  g_autofree gboolean *attached = g_new0 (gboolean, ways->n_stages);
  g_autofree gboolean *reached = g_new0 (gboolean, ways->n_stages);
  Joint self = { ways, attached, reached };
  int first = -1;

  /* In a loop, something leads to every stage. */
  for (int in_loop = FALSE; in_loop <= TRUE; in_loop++)
    for (guint i = 0; i < ways->n_stages; i++)
      if (!attached[i] && (in_loop || ways->n_incoming[i] == 0))
        {
          first = first < 0 ? (int) i : first;
          attach (&self, i);
        }
  lead (graph, ways, exits);
  return (guint) first;
}
