/* sc-layout-place.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-layout-private.h"

/* A band without a card: a line and its name fit into it. */
#define WAY_HEIGHT 44.0
/* Branches within branches; no flow a server accepts comes near. Deeper ones share the lane. */
#define MAX_NESTING 200

static gboolean
is_open (const ScPlan *self, guint edge)
{
  int to = self->graph->edges[edge].to;

  return to >= 0 && !self->graph->back[edge] && !self->placed[to] && self->stops[to] == 0;
}

typedef struct
{
  double height;
  int lanes;
} ScBand;

static ScBand place_way (ScPlan *self, int start, double y, int lane, guint nesting);

/* Stacks the ways that leave stage, each in a band of its own. */
static ScBand
place_branches (ScPlan *self, guint stage, double y, int lane, guint nesting)
{
  const ScFlowGraph *graph = self->graph;
  ScBand all = { 0 };

  for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
    {
      ScBand band = { WAY_HEIGHT, 1 };

      if (is_open (self, e))
        {
          self->run[e] = SC_RUN_TARGET;
          band = place_way (self, graph->edges[e].to, y + all.height, lane + all.lanes, nesting);
        }
      else
        {
          self->run[e] = SC_RUN_OWN;
          self->run_y[e] = y + all.height + self->metrics->header_height / 2;
        }
      all.height += band.height + self->metrics->lane_gap;
      all.lanes += band.lanes;
    }
  all.height -= self->metrics->lane_gap;

  return all;
}

/* Cards never overlap: a band belongs to one way, from its first stage to where it ends, and along
 * a way every stage is in a later column than the one before it.
 *
 * Places a chain from start on, up to a stage that is placed already or where a way around it
 * ends. */
static ScBand
place_way (ScPlan *self, int start, double y, int lane, guint nesting)
{
  const ScFlowGraph *graph = self->graph;
  ScBand band = { WAY_HEIGHT, 1 };
  int stage = start;

  while (stage >= 0 && !self->placed[stage] && self->stops[stage] == 0)
    {
      guint first = graph->first_edge[stage];
      guint n_ways = graph->first_edge[stage + 1] - first;
      int next = n_ways > 0 && !graph->back[first] ? graph->edges[first].to : SC_GRAPH_END;

      self->placed[stage] = TRUE;
      self->y[stage] = y;
      self->lane[stage] = lane;
      band.height = MAX (band.height, self->height[stage]);
      if (n_ways > 1 && nesting < MAX_NESTING)
        {
          int merge = graph->merge[stage];
          ScBand inner;

          if (merge >= 0)
            self->stops[merge]++;
          inner = place_branches (self, (guint) stage, y, lane, nesting + 1);
          if (merge >= 0)
            self->stops[merge]--;
          band.height = MAX (band.height, inner.height);
          band.lanes = MAX (band.lanes, inner.lanes);
          next = merge;
        }
      stage = next;
    }

  return band;
}

static void
find_bottom (ScPlan *self)
{
  self->bottom = self->metrics->margin;
  for (guint i = 0; i < self->n; i++)
    if (self->placed[i])
      self->bottom = MAX (self->bottom, self->y[i] + self->height[i]);
  for (guint e = 0; e < self->graph->n_edges; e++)
    if (self->run[e] == SC_RUN_OWN)
      self->bottom = MAX (self->bottom, self->run_y[e] + WAY_HEIGHT / 2);
}

void
sc_plan_place (ScPlan *self)
{
  const ScFlowGraph *graph = self->graph;
  int lane = 0;
  guint column = 0;

  for (guint i = 0; i < self->n; i++)
    self->column[i] = graph->reachable[i] ? graph->depth[i] : 0;
  self->bottom = self->metrics->margin;
  for (guint i = 0; i < self->n; i++)
    {
      ScBand band;

      if (!graph->reachable[i] || self->placed[i])
        continue;
      band = place_way (self, (int) i,
                        i == 0 ? self->bottom : self->bottom + self->metrics->lane_gap, lane, 0);
      lane += band.lanes;
      self->bottom += band.height + (i == 0 ? 0 : self->metrics->lane_gap);
    }
  find_bottom (self);

  for (guint i = 0; i < self->n; i++)
    {
      if (self->placed[i])
        continue;
      self->column[i] = column++;
      self->lane[i] = lane;
      self->y[i] = self->bottom + self->metrics->lane_gap;
    }
  for (guint i = 0; i < self->n; i++)
    self->placed[i] = TRUE;
  find_bottom (self);

  for (guint i = 0; i < self->n; i++)
    self->n_columns = MAX (self->n_columns, self->column[i] + 1);
}
