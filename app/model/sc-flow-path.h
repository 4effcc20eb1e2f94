/* sc-flow-path.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-graph.h"

G_BEGIN_DECLS

/* How a path ends. */
typedef enum
{
  SC_PATH_ENDS,   /* the flow does */
  SC_PATH_LOOPS,  /* it comes back to one of its stages */
  SC_PATH_DANGLES /* it leads to a stage that is not there */
} ScPathEnd;

/* One way through a flow, from its first stage to where it ends: what a person goes through who
 * answers the conditions in one way. */
typedef struct
{
  guint n;       /* stages */
  ScEdge *edges; /* how each of them is left */
  ScPathEnd end;
} ScFlowPath;

/* The paths of a flow, in the order of its branches; no more than max. Of ScFlowPath; free with
 * g_ptr_array_unref(). Takes time and memory in proportion to their stages. */
GPtrArray *sc_flow_path_list (const ScFlowGraph *graph, guint max);
/* How many there are: branches after each other multiply. G_MAXUINT64 stands for as many or
 * more. */
guint64 sc_flow_path_count (const ScFlowGraph *graph);

ScFlowPath *sc_flow_path_copy (const ScFlowPath *self);
void sc_flow_path_free (ScFlowPath *self);

/* How the path leaves the stage at that position; NULL when it does not come through it. */
const ScEdge *sc_flow_path_find (const ScFlowPath *self, guint stage);
gboolean sc_flow_path_equal (const ScFlowPath *a, const ScFlowPath *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFlowPath, sc_flow_path_free)

G_END_DECLS
