/* sc-flow-path.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-path.h"

void
sc_flow_path_free (ScFlowPath *self)
{
  if (self == NULL)
    return;
  g_free (self->edges);
  g_free (self);
}

ScFlowPath *
sc_flow_path_copy (const ScFlowPath *self)
{
  ScFlowPath *copy = g_memdup2 (self, sizeof *self);

  copy->edges = g_memdup2 (self->edges, self->n * sizeof (ScEdge));
  return copy;
}

static ScFlowPath *
path_new (const ScFlowGraph *graph, const GArray *way, ScPathEnd end)
{
  ScFlowPath *self = g_new0 (ScFlowPath, 1);

  self->n = way->len;
  self->edges = g_new (ScEdge, way->len);
  self->end = end;
  for (guint i = 0; i < way->len; i++)
    self->edges[i] = graph->edges[g_array_index (way, guint, i)];
  return self;
}

/* FALSE: the edge leads on. */
static gboolean
is_end (const ScFlowGraph *graph, guint edge, ScPathEnd *end)
{
  int to = graph->edges[edge].to;

  if (to == SC_GRAPH_END)
    *end = SC_PATH_ENDS;
  else if (to < 0)
    *end = SC_PATH_DANGLES;
  else if (graph->back[edge])
    *end = SC_PATH_LOOPS;
  else
    return FALSE;
  return TRUE;
}

/* Leaves off the last edges that were the last way out of their stages, and takes the next way out
 * of the stage before. FALSE: there is none. */
static gboolean
turn (const ScFlowGraph *graph, GArray *way)
{
  while (way->len > 0)
    {
      guint *last = &g_array_index (way, guint, way->len - 1);
      guint stage = graph->edges[*last].from;

      if (++*last < graph->first_edge[stage + 1])
        return TRUE;
      g_array_set_size (way, way->len - 1);
    }
  return FALSE;
}

/* As if counting: the last edge goes up first. What is not a loop comes to an end, since the edges
 * that lead back are not followed. */
GPtrArray *
sc_flow_path_list (const ScFlowGraph *graph, guint max)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_flow_path_free);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean more = graph->n_stages > 0 && max > 0;

  if (more)
    g_array_append_val (way, graph->first_edge[0]);
  while (more)
    {
      guint edge = g_array_index (way, guint, way->len - 1);
      ScPathEnd end;

      if (!is_end (graph, edge, &end))
        {
          g_array_append_val (way, graph->first_edge[graph->edges[edge].to]);
          continue;
        }
      g_ptr_array_add (paths, path_new (graph, way, end));
      more = paths->len < max && turn (graph, way);
    }
  return paths;
}

/* The stages, those that are furthest from the first one before the others. */
static guint *
order_by_depth (const ScFlowGraph *graph)
{
  g_autofree guint *starts = g_new0 (guint, graph->n_stages + 2);
  guint *order = g_new0 (guint, graph->n_stages + 1);

  for (guint i = 0; i < graph->n_stages; i++)
    starts[graph->n_stages - graph->depth[i]]++;
  for (guint d = 1; d <= graph->n_stages; d++)
    starts[d] += starts[d - 1];
  for (guint i = graph->n_stages; i-- > 0;)
    order[--starts[graph->n_stages - graph->depth[i]]] = i;
  return order;
}

static guint64
add (guint64 a, guint64 b)
{
  return a > G_MAXUINT64 - b ? G_MAXUINT64 : a + b;
}

guint64
sc_flow_path_count (const ScFlowGraph *graph)
{
  g_autofree guint64 *counts = g_new0 (guint64, graph->n_stages + 1);
  g_autofree guint *order = order_by_depth (graph);

  for (guint i = 0; i < graph->n_stages; i++)
    {
      guint stage = order[i];

      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        {
          ScPathEnd end;

          counts[stage]
              = add (counts[stage], is_end (graph, e, &end) ? 1 : counts[graph->edges[e].to]);
        }
    }
  return counts[0];
}

const ScEdge *
sc_flow_path_find (const ScFlowPath *self, guint stage)
{
  for (guint i = 0; i < self->n; i++)
    if (self->edges[i].from == stage)
      return &self->edges[i];
  return NULL;
}

gboolean
sc_flow_path_equal (const ScFlowPath *a, const ScFlowPath *b)
{
  if (a->n != b->n || a->end != b->end)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->edges[i].from != b->edges[i].from || a->edges[i].branch != b->edges[i].branch
        || a->edges[i].to != b->edges[i].to)
      return FALSE;
  return TRUE;
}
