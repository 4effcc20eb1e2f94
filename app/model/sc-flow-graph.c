/* sc-flow-graph.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-graph.h"

/* One look at a stage while the graph is walked depth first. */
typedef struct
{
  guint stage;
  guint edge;
} Frame;

typedef enum
{
  UNSEEN,
  OPEN, /* on the way that is being walked */
  DONE
} Mark;

typedef struct
{
  ScFlowGraph *graph;
  Mark *marks;
  guint *finish; /* per stage: when it was done; edges of a graph without loops lead down */
  guint *order;  /* the stages as they were done */
  guint n_done;
} Walk;

static int
target_position (GHashTable *index, const char *id)
{
  int position = sc_flow_index_find (index, id);

  return id == NULL ? SC_GRAPH_END : position >= 0 ? position : SC_GRAPH_DANGLING;
}

static void
collect_edges (ScFlowGraph *self, const ScFlow *flow)
{
  g_autoptr (GHashTable) index = sc_flow_index_stages (flow);
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (ScEdge));

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;
      gboolean otherwise = FALSE;
      ScEdge edge;

      self->first_edge[stage_i] = edges->len;
      sc_list_foreach (branches, const ScBranch *, branch)
        {
          edge = (ScEdge){ stage_i, (int) branch_i, target_position (index, branch->target) };
          otherwise = otherwise || branch->otherwise;
          g_array_append_val (edges, edge);
        }
      if (!otherwise)
        {
          edge = (ScEdge){ stage_i, SC_EDGE_NEXT, target_position (index, stage->next) };
          g_array_append_val (edges, edge);
        }
    }
  self->first_edge[self->n_stages] = edges->len;
  self->n_edges = edges->len;
  self->edges = (ScEdge *) g_array_free (edges, FALSE);

  for (guint i = 0; i < self->n_edges; i++)
    if (self->edges[i].to >= 0)
      self->n_incoming[self->edges[i].to]++;
}

/* Walks everything that can be reached from start and was not seen yet, without recursion: a file
 * may hold a million stages. */
static void
walk_from (Walk *walk, guint start)
{
  ScFlowGraph *graph = walk->graph;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  Frame frame = { start, graph->first_edge[start] };

  if (walk->marks[start] != UNSEEN)
    return;
  walk->marks[start] = OPEN;
  g_array_append_val (stack, frame);

  while (stack->len > 0)
    {
      Frame *top = &g_array_index (stack, Frame, stack->len - 1);
      const ScEdge *edge;

      if (top->edge == graph->first_edge[top->stage + 1])
        {
          walk->marks[top->stage] = DONE;
          walk->finish[top->stage] = walk->n_done;
          walk->order[walk->n_done++] = top->stage;
          g_array_set_size (stack, stack->len - 1);
          continue;
        }

      edge = &graph->edges[top->edge++];
      if (edge->to < 0)
        continue;
      if (walk->marks[edge->to] == OPEN)
        {
          graph->back[edge - graph->edges] = TRUE;
          if (graph->loop < 0)
            graph->loop = edge->to;
        }
      else if (walk->marks[edge->to] == UNSEEN)
        {
          walk->marks[edge->to] = OPEN;
          frame = (Frame){ (guint) edge->to, graph->first_edge[edge->to] };
          g_array_append_val (stack, frame);
        }
    }
}

/* Where the ways from a and b first meet. */
static int
meet (const Walk *walk, const int *merge, int a, int b)
{
  while (a != b)
    {
      if (a < 0 || b < 0)
        return SC_GRAPH_END;
      if (walk->finish[a] > walk->finish[b])
        a = merge[a];
      else
        b = merge[b];
    }
  return a;
}

/* The immediate post-dominator of every stage, in the order in which the stages were done: those
 * behind a stage come before it. */
static void
find_merges (Walk *walk)
{
  ScFlowGraph *graph = walk->graph;

  for (guint i = 0; i < walk->n_done; i++)
    {
      guint stage = walk->order[i];
      guint first = graph->first_edge[stage];
      int merge = SC_GRAPH_END;

      for (guint e = first; e < graph->first_edge[stage + 1]; e++)
        {
          int to = graph->back[e] || graph->edges[e].to < 0 ? SC_GRAPH_END : graph->edges[e].to;

          merge = e == first ? to : meet (walk, graph->merge, merge, to);
        }
      graph->merge[stage] = merge;
    }
}

static void
find_depths (Walk *walk)
{
  ScFlowGraph *graph = walk->graph;

  for (guint i = walk->n_done; i-- > 0;)
    {
      guint stage = walk->order[i];

      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        {
          int to = graph->edges[e].to;

          /* A way from a stage that cannot be reached does not count for one that can. */
          if (to >= 0 && !graph->back[e] && graph->reachable[stage] == graph->reachable[to])
            graph->depth[to] = MAX (graph->depth[to], graph->depth[stage] + 1);
        }
    }
}

ScFlowGraph *
sc_flow_graph_new (const ScFlow *flow)
{
  guint n = sc_list_length (flow->stages);
  ScFlowGraph *self = g_new0 (ScFlowGraph, 1);
  g_autofree Mark *marks = g_new0 (Mark, n + 1);
  g_autofree guint *finish = g_new0 (guint, n + 1);
  g_autofree guint *order = g_new0 (guint, n + 1);
  Walk walk;

  self->n_stages = n;
  self->first_edge = g_new0 (guint, n + 1);
  self->merge = g_new0 (int, n + 1);
  self->n_incoming = g_new0 (guint, n + 1);
  self->reachable = g_new0 (gboolean, n + 1);
  self->depth = g_new0 (guint, n + 1);
  self->loop = -1;
  collect_edges (self, flow);

  self->back = g_new0 (gboolean, self->n_edges + 1);
  walk = (Walk){ self, marks, finish, order, 0 };
  if (n > 0)
    walk_from (&walk, 0);
  for (guint i = 0; i < walk.n_done; i++)
    self->reachable[order[i]] = TRUE;
  for (guint i = 1; i < n; i++)
    walk_from (&walk, i);

  find_merges (&walk);
  find_depths (&walk);
  return self;
}

void
sc_flow_graph_free (ScFlowGraph *self)
{
  if (self == NULL)
    return;
  g_free (self->edges);
  g_free (self->first_edge);
  g_free (self->back);
  g_free (self->merge);
  g_free (self->n_incoming);
  g_free (self->reachable);
  g_free (self->depth);
  g_free (self);
}

/* A way to walk: from stage up to, without, stop. */
typedef struct
{
  int stage;
  int stop;
} Way;

guint *
sc_flow_graph_depth_first (const ScFlowGraph *self)
{
  guint *order = g_new0 (guint, self->n_stages + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, self->n_stages + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Way));
  guint n = 0;
  Way way = { 0, SC_GRAPH_END };

  if (self->n_stages > 0)
    g_array_append_val (stack, way);

  while (stack->len > 0)
    {
      int merge;

      way = g_array_index (stack, Way, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      if (way.stage < 0 || way.stage == way.stop || placed[way.stage])
        continue;

      placed[way.stage] = TRUE;
      order[n++] = (guint) way.stage;

      /* Last in, first out: the merge waits until every branch has been walked. */
      merge = self->merge[way.stage];
      g_array_append_vals (stack, &(Way){ merge, way.stop }, 1);
      for (guint e = self->first_edge[way.stage + 1]; e-- > self->first_edge[way.stage];)
        g_array_append_vals (stack, &(Way){ self->edges[e].to, merge }, 1);
    }

  for (guint i = 0; i < self->n_stages; i++)
    if (!placed[i])
      order[n++] = i;
  return order;
}

/* Takes the stage that edge leads to out of block, for the caller to look at where it leads. */
static void
drop_target (const ScEdge *edge, gboolean *block, guint head, GArray *dropped)
{
  if (edge->to < 0 || (guint) edge->to == head || !block[edge->to])
    return;
  block[edge->to] = FALSE;
  g_array_append_vals (dropped, &(guint){ (guint) edge->to }, 1);
}

/* Takes stages out of block that can be reached around its head. What cannot be reached itself does
 * not count, unless the head cannot be either. */
static void
drop_shared_stages (const ScFlowGraph *self, gboolean *block, guint head)
{
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint e = 0; e < self->n_edges; e++)
    {
      guint from = self->edges[e].from;

      if (!block[from] && (self->reachable[from] || !self->reachable[head]))
        drop_target (&self->edges[e], block, head, dropped);
    }
  for (guint i = 0; i < dropped->len; i++)
    {
      guint stage = g_array_index (dropped, guint, i);

      for (guint e = self->first_edge[stage]; e < self->first_edge[stage + 1]; e++)
        drop_target (&self->edges[e], block, head, dropped);
    }
}

gboolean *
sc_flow_graph_block (const ScFlowGraph *self, guint stage)
{
  gboolean *block = g_new0 (gboolean, self->n_stages + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  int merge;

  g_return_val_if_fail (stage < self->n_stages, block);

  merge = self->merge[stage];
  block[stage] = TRUE;
  if (self->first_edge[stage + 1] - self->first_edge[stage] > 1)
    g_array_append_val (stack, stage);

  while (stack->len > 0)
    {
      guint from = g_array_index (stack, guint, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      for (guint e = self->first_edge[from]; e < self->first_edge[from + 1]; e++)
        {
          int to = self->edges[e].to;

          if (to >= 0 && to != merge && !block[to])
            {
              block[to] = TRUE;
              g_array_append_vals (stack, &(guint){ (guint) to }, 1);
            }
        }
    }
  drop_shared_stages (self, block, stage);
  return block;
}
