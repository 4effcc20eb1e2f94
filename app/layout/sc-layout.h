/* sc-layout.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-graph.h"

G_BEGIN_DECLS

/* Where everything of a flow stands: numbers, in canvas units (pixels at 100 %). */
typedef struct
{
  double x, y, width, height;
} ScRect;

typedef struct
{
  double x, y;
} ScPoint;

/* Sizes the layout works with; the canvas draws with the same ones. */
typedef struct
{
  double card_width;
  double header_height;
  double row_height;    /* of one step */
  double footer_height; /* of the "add step" row */
  double column_gap;    /* between cards of a chain; connectors run in it */
  double branch_gap;    /* extra, behind a stage that branches: the condition stands in it */
  double lane_gap;      /* between lanes, vertically */
  double margin;        /* around everything */
} ScLayoutMetrics;

extern const ScLayoutMetrics sc_layout_default_metrics;

typedef struct
{
  guint stage; /* position in flow->stages */
  int lane;    /* 0 is the first from above */
  guint column;
  ScRect rect;
} ScLayoutCard;

/* A line from one stage to the next, to a merge, or to the end of the flow. */
typedef struct
{
  ScEdge edge;
  guint n_points; /* orthogonal: each point shares x or y with the one before */
  ScPoint *points;
  ScPoint label;  /* where the branch's name is centred */
  ScPoint insert; /* where a stage dropped on this line would go; the "+" stands here */
  gboolean changes_table;
} ScLayoutLine;

/* The box of a condition, on the way out of a branching stage. */
typedef struct
{
  guint stage;
  ScRect rect;
} ScLayoutCondition;

typedef struct
{
  double width, height;
  guint n_cards; /* one per stage, in the order of flow->stages */
  ScLayoutCard *cards;
  guint n_lines;
  ScLayoutLine *lines;
  guint n_conditions;
  ScLayoutCondition *conditions;
  ScPoint first_insert; /* the place before the first stage */
} ScLayout;

/* Same flow, same layout. Never overlaps two cards. Works on any flow. */
ScLayout *sc_layout_new (const ScFlow *flow, const ScLayoutMetrics *metrics);
void sc_layout_free (ScLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLayout, sc_layout_free)

G_END_DECLS
