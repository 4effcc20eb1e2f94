/* sc-flow-meetings.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-meetings.h"

#define NO_SOURCE       (-1)
#define SEVERAL_SOURCES (-2)

typedef struct
{
  const ScFlowGraph *graph;
  guint n;
  guint *order;
  guint *rank;    /* per stage: place in order */
  int *dominator; /* per stage: the last one that every way to it passes */
  int *meeting;   /* per stage: the first one that every way from it passes, or SC_GRAPH_END */
  int *source;    /* per stage: the only stage that leads to it, or one of the above */
} Ways;

static void
ways_clear (Ways *self)
{
  g_free (self->order);
  g_free (self->rank);
  g_free (self->dominator);
  g_free (self->meeting);
  g_free (self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ways, ways_clear)

guint *
sc_flow_graph_sort (const ScFlowGraph *self, guint *n)
{
  g_autofree guint *starts = NULL;
  guint *order;

  *n = 0;
  if (self->loop >= 0)
    return NULL;

  /* Without loops every edge leads to a greater depth, so sorting by depth will do. */
  starts = g_new0 (guint, self->n_stages + 2);
  order = g_new0 (guint, self->n_stages + 1);
  for (guint i = 0; i < self->n_stages; i++)
    if (self->reachable[i])
      starts[self->depth[i] + 1]++;
  for (guint depth = 0; depth < self->n_stages; depth++)
    starts[depth + 1] += starts[depth];
  *n = starts[self->n_stages];
  for (guint i = 0; i < self->n_stages; i++)
    if (self->reachable[i])
      order[starts[self->depth[i]]++] = i;
  return order;
}

/* The end of a condition when no branch applies: a way beside others. */
static gboolean
is_implicit_end (const Ways *ways, const ScEdge *edge)
{
  const guint *first = ways->graph->first_edge;

  return edge->branch == SC_EDGE_NEXT && edge->to == SC_GRAPH_END
         && first[edge->from + 1] - first[edge->from] > 1;
}

static int
last_common (const Ways *ways, int a, int b)
{
  while (a != b)
    {
      if (ways->rank[a] > ways->rank[b])
        a = ways->dominator[a];
      else
        b = ways->dominator[b];
    }
  return a;
}

static int
first_common (const Ways *ways, int a, int b)
{
  while (a != b)
    {
      if (a < 0 || b < 0)
        return SC_GRAPH_END;
      if (ways->rank[a] < ways->rank[b])
        a = ways->meeting[a];
      else
        b = ways->meeting[b];
    }
  return a;
}

static void
find_dominators (Ways *ways)
{
  const ScFlowGraph *graph = ways->graph;

  for (guint i = 0; i < ways->n; i++)
    {
      guint stage = ways->order[i];

      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        {
          int to = graph->edges[e].to;

          if (to < 0)
            continue;
          ways->dominator[to] = ways->source[to] == NO_SOURCE
                                    ? (int) stage
                                    : last_common (ways, ways->dominator[to], (int) stage);
          if (ways->source[to] != (int) stage)
            ways->source[to] = ways->source[to] == NO_SOURCE ? (int) stage : SEVERAL_SOURCES;
        }
    }
}

static void
find_meetings (Ways *ways)
{
  const ScFlowGraph *graph = ways->graph;

  for (guint i = ways->n; i-- > 0;)
    {
      guint stage = ways->order[i];
      gboolean first = TRUE;

      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        {
          int to = graph->edges[e].to >= 0 ? graph->edges[e].to : SC_GRAPH_END;

          if (is_implicit_end (ways, &graph->edges[e]))
            continue;
          ways->meeting[stage] = first ? to : first_common (ways, ways->meeting[stage], to);
          first = FALSE;
        }
    }
}

static void
ways_init (Ways *self, const ScFlowGraph *graph)
{
  self->graph = graph;
  self->order = sc_flow_graph_sort (graph, &self->n);
  self->rank = g_new0 (guint, graph->n_stages + 1);
  self->dominator = g_new0 (int, graph->n_stages + 1);
  self->meeting = g_new (int, graph->n_stages + 1);
  self->source = g_new (int, graph->n_stages + 1);
  for (guint i = 0; i < graph->n_stages; i++)
    {
      self->meeting[i] = SC_GRAPH_END;
      self->source[i] = NO_SOURCE;
    }
  for (guint i = 0; i < self->n; i++)
    self->rank[self->order[i]] = i;
  find_meetings (self);
}

GArray *
sc_flow_graph_find_partial_meetings (const ScFlowGraph *self)
{
  g_auto (Ways) ways = { 0 };
  g_autofree gboolean *found = g_new0 (gboolean, self->n_stages + 1);
  GArray *partial = g_array_new (FALSE, FALSE, sizeof (ScPartialMeeting));

  ways_init (&ways, self);
  find_dominators (&ways);
  for (guint i = 0; i < ways.n; i++)
    {
      guint meeting = ways.order[i];
      int stage = ways.dominator[meeting];

      if (ways.source[meeting] != SEVERAL_SOURCES || ways.meeting[stage] == (int) meeting
          || found[stage])
        continue;
      found[stage] = TRUE;
      g_array_append_vals (partial, &(ScPartialMeeting){ (guint) stage, meeting }, 1);
    }
  return partial;
}

int
sc_flow_graph_find_meeting (const ScFlowGraph *self, guint stage)
{
  g_auto (Ways) ways = { 0 };

  g_return_val_if_fail (stage < self->n_stages, SC_GRAPH_END);

  ways_init (&ways, self);
  return ways.meeting[stage];
}
