/* sc-layout-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-layout.h"

G_BEGIN_DECLS

/* Between lines that share a gap, and between the runs below everything. */
#define SC_TRACK_STEP 8.0
#define SC_BUS_STEP   12.0

/* At which height the long part of a line runs. */
typedef enum
{
  SC_RUN_SOURCE, /* straight on from its stage */
  SC_RUN_TARGET, /* that of the stage it leads to */
  SC_RUN_OWN     /* in a band of its own, at run_y */
} ScRun;

/* What is known while a layout is made. One item per stage or per edge; indices as in the graph. */
typedef struct
{
  const ScFlow *flow;
  const ScLayoutMetrics *metrics;
  ScFlowGraph *graph;
  guint n;

  guint n_columns;
  guint *column;
  int *lane;
  double *y;
  double *height;
  gboolean *placed;
  guint *stops; /* how many ways that are being placed end before this stage */

  ScRun *run; /* per edge */
  double *run_y;
  double bottom; /* of everything placed so far */
} ScPlan;

/* Columns, lanes and heights of the cards. */
void sc_plan_place (ScPlan *self);
/* The lines, and with them how wide the gaps have to be. Fills everything of layout. */
void sc_plan_route (ScPlan *plan, ScLayout *layout);

static inline double
sc_plan_anchor (const ScPlan *self, guint stage)
{
  return self->y[stage] + self->metrics->header_height / 2;
}

static inline const ScStage *
sc_plan_stage (const ScPlan *self, guint stage)
{
  return (const ScStage *) sc_list_at (self->flow->stages, stage);
}

static inline gboolean
sc_plan_branches (const ScPlan *self, guint stage)
{
  const ScStage *value = sc_plan_stage (self, stage);

  return value->condition != NULL && sc_list_length (value->condition->branches) > 0;
}

G_END_DECLS
