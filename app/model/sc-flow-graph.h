/* sc-flow-graph.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* Where an edge leads when it leads to no stage. */
#define SC_GRAPH_END      (-1) /* the flow ends */
#define SC_GRAPH_DANGLING (-2) /* to an id that is not in the flow */

/* ScEdge.branch for the way a stage takes without a branch. */
#define SC_EDGE_NEXT (-1)

typedef struct
{
  guint from; /* position of the stage in flow->stages */
  int branch; /* position of the branch in the stage's condition, or SC_EDGE_NEXT */
  int to;     /* position of the stage, or SC_GRAPH_END or SC_GRAPH_DANGLING */
} ScEdge;

/* The stages of a flow as a graph: who follows whom, where branches merge. Works on any flow, also
 * on one with loops, duplicate ids or dangling targets. */
typedef struct
{
  guint n_stages;
  guint n_edges;
  ScEdge *edges;       /* grouped by from, in the order of the stages, then of the branches */
  guint *first_edge;   /* n_stages + 1 positions in edges */
  gboolean *back;      /* per edge: it leads to a stage on the way to it and so closes a loop */
  int *merge;          /* per stage: where all its ways meet again, or SC_GRAPH_END */
  guint *n_incoming;   /* per stage */
  gboolean *reachable; /* per stage: from the first one */
  guint *depth;        /* per stage: longest way from the first stage, loops left out */
  int loop;            /* position of a stage that a loop leads back to, or -1 */
} ScFlowGraph;

ScFlowGraph *sc_flow_graph_new (const ScFlow *flow);
void sc_flow_graph_free (ScFlowGraph *self);

/* The positions of the stages in the order in which Dataverse writes them: a stage, then each
 * branch's way in order up to the merge, then the merge. Stages that are not reachable come last,
 * in their present order. Has n_stages items; free with g_free(). */
guint *sc_flow_graph_depth_first (const ScFlowGraph *self);

/* The stages that belong to stage: itself and, when it branches, everything up to (without) the
 * stage where its branches merge that can be reached through it only. An array of n_stages flags;
 * free with g_free(). */
gboolean *sc_flow_graph_block (const ScFlowGraph *self, guint stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFlowGraph, sc_flow_graph_free)

G_END_DECLS
