/* sc-flow-tab.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-canvas-view.h"

G_BEGIN_DECLS

/* What is on the page of a tab: a flow, by its id, and its drawing, with a zoom and a scroll
 * position of its own. The drawing is made when it is first seen. */
#define SC_TYPE_FLOW_TAB (sc_flow_tab_get_type ())
G_DECLARE_FINAL_TYPE (ScFlowTab, sc_flow_tab, SC, FLOW_TAB, AdwBin)

GtkWidget *sc_flow_tab_new (ScEditor *editor, const char *flow);

const char *sc_flow_tab_get_flow (ScFlowTab *self);
/* It shows another flow from now on, from its beginning. */
void sc_flow_tab_set_flow (ScFlowTab *self, const char *flow);

ScEditor *sc_flow_tab_get_editor (ScFlowTab *self);
/* In another window: the drawing is made anew there. */
void sc_flow_tab_set_editor (ScFlowTab *self, ScEditor *editor);

/* Where it was before it was taken away: an ScFlowTabs, NULL when that is gone; position nullable.
 */
GtkWidget *sc_flow_tab_get_home (ScFlowTab *self, int *position);
void sc_flow_tab_set_home (ScFlowTab *self, GtkWidget *home, int position);

/* The drawing; made now if need be. */
ScCanvasView *sc_flow_tab_get_view (ScFlowTab *self);

G_END_DECLS
