/* sc-pane-cycle.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-workspace.h"

G_BEGIN_DECLS

/* Puts the keyboard into the next pane (1) or the one before (-1), round and round; panes that are
 * not shown are left out. From elsewhere in the window: into the view. */
void sc_pane_cycle_step (ScWorkspace *workspace, int direction);
/* Escape leads from everything beside the flow back to it, unless that has a use for it. */
void sc_pane_cycle_bind_escape (GtkWidgetClass *workspace_class);

G_END_DECLS
