/* sc-workspace.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"
#include "sc-find-bar.h"
#include "sc-flow-tabs.h"
#include "sc-side-pane.h"

G_BEGIN_DECLS

/* Everything below the header bar while a document is open: navigator, tabs of flows, views,
 * inspector, problems and status bar, with side panes that fold where the window is narrow.
 * Properties: view ("design", "outline" or "security"), show-navigator, show-inspector and
 * show-problems. */
#define SC_TYPE_WORKSPACE (sc_workspace_get_type ())
G_DECLARE_FINAL_TYPE (ScWorkspace, sc_workspace, SC, WORKSPACE, GtkWidget)

GtkWidget *sc_workspace_new (ScEditor *editor);
/* What the person wants to see beside the views, where there is room for it. */
typedef struct
{
  gboolean navigator, inspector, problems;
  double problems_share;   /* of the height; 0: as ever */
  gboolean problems_mixed; /* the worst first, not grouped by flow and stage */
} ScWorkspacePanes;

ScWorkspacePanes sc_workspace_get_panes (ScWorkspace *self);
void sc_workspace_set_panes (ScWorkspace *self, const ScWorkspacePanes *panes);

ScFlowTabs *sc_workspace_get_tabs (ScWorkspace *self);

/* In the order in which they are gone through. */
enum
{
  SC_WORKSPACE_NAVIGATOR,
  SC_WORKSPACE_VIEW,
  SC_WORKSPACE_INSPECTOR,
  SC_WORKSPACE_PROBLEMS,
  SC_N_WORKSPACE_PANES
};

/* NULL for those that are not made yet. */
void sc_workspace_get_pane_widgets (ScWorkspace *self, GtkWidget *panes[SC_N_WORKSPACE_PANES]);

/* Where the keys of commands go: what is selected on the canvas, or the canvas; the cell of the
 * outline where the keyboard was, while that is shown. */
GtkWidget *sc_workspace_get_command_target (ScWorkspace *self);

/* The one above the views; made when it is first asked for. */
ScFindBar *sc_workspace_get_find_bar (ScWorkspace *self);

/* Shows the navigator, and puts the keyboard into its search. */
void sc_workspace_search_list (ScWorkspace *self);

/* Shows a page beside the views, with the keyboard in it. */
void sc_workspace_show_page (ScWorkspace *self, ScSidePage page);

/* See sc_problem_view_step(). */
gboolean sc_workspace_step_problem (ScWorkspace *self, int direction);

G_END_DECLS
