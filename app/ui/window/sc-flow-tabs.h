/* sc-flow-tabs.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The flows of a window that are open side by side, each drawn on the page of a tab. The selected
 * tab is that of the open flow of the editor: to select a tab opens its flow, and when another flow
 * is opened its tab is selected; one that has no tab takes that of the flow before. A flow that
 * goes takes its tab along.
 *
 * Tabs can be dragged to another window: one on the same document takes over the tab; into one on
 * another document the flow is copied, and the tab goes back.
 *
 * Signal: tabs-changed, when the number of tabs, or whether one can be reopened, is another. */
#define SC_TYPE_FLOW_TABS (sc_flow_tabs_get_type ())
G_DECLARE_FINAL_TYPE (ScFlowTabs, sc_flow_tabs, SC, FLOW_TABS, GtkWidget)

GtkWidget *sc_flow_tabs_new (ScEditor *editor);
/* The bar with the tabs, for a place above the pages; it is not seen while there is but one. */
GtkWidget *sc_flow_tabs_get_bar (ScFlowTabs *self);
/* With the pages, whose children are of ScFlowTab. */
AdwTabView *sc_flow_tabs_get_tab_view (ScFlowTabs *self);
ScEditor *sc_flow_tabs_get_editor (ScFlowTabs *self);

guint sc_flow_tabs_get_n_tabs (ScFlowTabs *self);
/* The flow of the tab whose menu is open, or else of the selected one; NULL. */
const char *sc_flow_tabs_get_flow (ScFlowTabs *self);

/* Goes to the tab of that flow, made beside the selected one if there is none. */
void sc_flow_tabs_open (ScFlowTabs *self, const char *flow);
/* These are for the tab whose menu is open, or else for the selected one. The last one stays. */
void sc_flow_tabs_close (ScFlowTabs *self);
void sc_flow_tabs_close_others (ScFlowTabs *self);
/* Selects the next tab (1) or the one before (-1), round and round. */
void sc_flow_tabs_step (ScFlowTabs *self, int direction);
/* The tab at that position; nothing happens when there is none. */
void sc_flow_tabs_go_to (ScFlowTabs *self, guint position);
/* One place to the right (1) or left (-1). */
void sc_flow_tabs_shift (ScFlowTabs *self, int direction);
/* The tab that was closed last, where its flow is still there and has no other. */
gboolean sc_flow_tabs_can_reopen (ScFlowTabs *self);
void sc_flow_tabs_reopen (ScFlowTabs *self);

/* Closes all, for the one that is about to be dropped here from another window. */
void sc_flow_tabs_make_room (ScFlowTabs *self);

/* See sc_canvas_view_get_command_target(); NULL when there is no flow. */
GtkWidget *sc_flow_tabs_get_command_target (ScFlowTabs *self);

G_END_DECLS
