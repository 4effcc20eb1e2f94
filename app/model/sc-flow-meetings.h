/* sc-flow-meetings.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-graph.h"

G_BEGIN_DECLS

/* Where branches meet, as the branches say: the end that a condition reaches when none of them
 * applies is left out of account. Dataverse wants the branches of a condition to meet all together
 * in one stage, or each to end the flow (Microsoft Learn, "Enhance business process flows with
 * branching"). Positions of stages; what cannot be reached does not count. */
typedef struct
{
  guint stage;   /* whose condition it is */
  guint meeting; /* where some of its branches meet and others do not */
} ScPartialMeeting;

/* Of ScPartialMeeting, at most one per condition, in the order of the flow; empty for a flow with
 * loops. Free with g_array_unref(). */
GArray *sc_flow_graph_find_partial_meetings (const ScFlowGraph *self);
/* Where all branches of the stage meet; SC_GRAPH_END: nowhere. */
int sc_flow_graph_find_meeting (const ScFlowGraph *self, guint stage);
/* The stages that can be reached, each behind all that lead to it; NULL, and *n 0, for a flow with
 * loops. Free with g_free(). */
guint *sc_flow_graph_sort (const ScFlowGraph *self, guint *n);

G_END_DECLS
