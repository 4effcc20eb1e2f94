/* sc-layout.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-graph.h"

G_BEGIN_DECLS

/* Where everything of a flow stands: numbers, in canvas units (pixels at 100 %).
 *
 * Stages stand in columns by their longest way from the first one. A chain keeps to one lane. The
 * branches of a stage lie one above the other, the first one straight ahead; where they merge the
 * flow is back in the lane it came from. Every branch has a band of its own from where it leaves to
 * where it merges, so that nothing has to cross a card. Stages that cannot be reached stand in a
 * row below everything.
 *
 * An edit does not move what stands to the left of it, so that people keep their bearings; with two
 * exceptions. A branch that becomes higher pushes those below it down. And a line that changes the
 * table shows the relationship right behind its stage, so what comes next makes room for it even
 * where the line leads further. */
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
  double header_height; /* lines meet a card in the middle of its header */
  double row_height;    /* of one step */
  double footer_height; /* of the "add step" row */
  double column_gap;    /* between cards of a chain; connectors run in it */
  double branch_gap;    /* extra, behind a stage that branches: condition and names stand in it */
  double table_gap;     /* extra, where a line changes the table: the relationship stands in it */
  double lane_gap;      /* between lanes, vertically */
  double margin;        /* around everything */
  double condition_width;
  double condition_height;
  double label_width;        /* room for the name of a branch */
  double relationship_width; /* room for that of a relationship */
} ScLayoutMetrics;

extern const ScLayoutMetrics sc_layout_default_metrics;

typedef struct
{
  guint stage; /* position in flow->stages */
  int lane;    /* 0 is the first from above */
  guint column;
  ScRect rect;
} ScLayoutCard;

/* A line from one stage to the next, to a merge, or to the end of the flow (then it ends in the
 * gap behind the stage). */
typedef struct
{
  ScEdge edge;
  guint n_points; /* orthogonal: each point shares x or y with the one before */
  ScPoint *points;
  ScPoint label;  /* where the name of the branch is centred, or that of the relationship */
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
  ScLayoutLine *lines; /* in the order of the edges of ScFlowGraph */
  guint n_conditions;
  ScLayoutCondition *conditions;
  ScPoint first_insert; /* the place before the first stage */
} ScLayout;

/* Same flow, same layout. Never overlaps two cards. Works on any flow. */
ScLayout *sc_layout_new (const ScFlow *flow, const ScLayoutMetrics *metrics);
void sc_layout_free (ScLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLayout, sc_layout_free)

G_END_DECLS
