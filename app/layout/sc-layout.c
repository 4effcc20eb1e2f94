/* sc-layout.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-layout-private.h"

const ScLayoutMetrics sc_layout_default_metrics = {
  .card_width = 206,
  .header_height = 54,
  .row_height = 30,
  .footer_height = 30,
  .column_gap = 68,
  .branch_gap = 238,
  .table_gap = 128,
  .lane_gap = 36,
  .margin = 52,
  .condition_width = 142,
  .condition_height = 44,
  .label_width = 96,
  .relationship_width = 118,
};

static void
plan_init (ScPlan *self, const ScFlow *flow, const ScLayoutMetrics *metrics)
{
  *self = (ScPlan){ .flow = flow, .metrics = metrics, .n = sc_list_length (flow->stages) };
  self->graph = sc_flow_graph_new (flow);
  self->column = g_new0 (guint, self->n);
  self->lane = g_new0 (int, self->n);
  self->y = g_new0 (double, self->n);
  self->height = g_new0 (double, self->n);
  self->placed = g_new0 (gboolean, self->n);
  self->stops = g_new0 (guint, self->n);
  self->run = g_new0 (ScRun, self->graph->n_edges);
  self->run_y = g_new0 (double, self->graph->n_edges);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      self->height[stage_i] = metrics->header_height + metrics->footer_height
                              + metrics->row_height * sc_list_length (stage->steps);
    }
}

static void
plan_clear (ScPlan *self)
{
  g_free (self->column);
  g_free (self->lane);
  g_free (self->y);
  g_free (self->height);
  g_free (self->placed);
  g_free (self->stops);
  g_free (self->run);
  g_free (self->run_y);
  sc_flow_graph_free (self->graph);
}

ScLayout *
sc_layout_new (const ScFlow *flow, const ScLayoutMetrics *metrics)
{
  ScLayout *self;
  ScPlan plan;

  g_return_val_if_fail (flow != NULL && metrics != NULL, NULL);

  self = g_new0 (ScLayout, 1);
  plan_init (&plan, flow, metrics);
  sc_plan_place (&plan);
  sc_plan_route (&plan, self);
  plan_clear (&plan);

  return self;
}

void
sc_layout_free (ScLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->lines[i].points);
  g_free (self->lines);
  g_free (self->cards);
  g_free (self->conditions);
  g_free (self);
}
