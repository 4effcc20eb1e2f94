/* sc-flow-tabs-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow-tab.h"
#include "sc-flow-tabs.h"

G_BEGIN_DECLS

struct _ScFlowTabs
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GPtrArray *closed;     /* ids of flows, the last one is that of the tab closed last */
  AdwTabPage *menu_page; /* weak: whose menu is open */
  guint settling;        /* source id */

  AdwTabView *view;
  AdwTabBar *bar;
};

ScFlowTab *sc_flow_tabs_get_tab (AdwTabPage *page); /* nullable */
/* Whether there is a flow of that id (nullable) in the solution. */
gboolean sc_flow_tabs_knows (ScFlowTabs *self, const char *flow);
/* Not that of a tab which is here from another window. */
AdwTabPage *sc_flow_tabs_find_page (ScFlowTabs *self, const char *flow);
/* All but the selected one, where their flow has gone. */
void sc_flow_tabs_close_gone (ScFlowTabs *self);
/* Goes to the tab of the open flow. */
void sc_flow_tabs_follow (ScFlowTabs *self);
/* The other way round. */
void sc_flow_tabs_open_selected (ScFlowTabs *self);

/* sc-flow-tabs-names.c */
/* What the tabs say: their titles and errors, as they are now, also to assistive technology. */
void sc_flow_tabs_show_titles (ScFlowTabs *self);

/* sc-flow-tabs-guest.c */
/* Soon puts in order what came from another window, or went there. */
void sc_flow_tabs_settle (ScFlowTabs *self);
void sc_flow_tabs_attached (ScFlowTabs *self, AdwTabPage *page);
void sc_flow_tabs_detached (ScFlowTabs *self, AdwTabPage *page, int position);

G_END_DECLS
