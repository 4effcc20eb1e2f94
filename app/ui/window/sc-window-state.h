/* sc-window-state.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-workspace.h"

G_BEGIN_DECLS

/* How the person likes to work, and how large the window was last and which panes it had, kept in
 * the person's state folder
 * ($XDG_STATE_HOME/stagecraft/window.ini). What cannot be read or written is no reason to say
 * anything: the window then looks as ever. */

void sc_window_state_restore (GtkWindow *window);
void sc_window_state_restore_workspace (ScWorkspace *workspace);
/* workspace NULL: what is known of the panes stays. */
void sc_window_state_save (GtkWindow *window, ScWorkspace *workspace);

/* Whether saving keeps the file before; see sc_document_set_keeps_previous(). */
gboolean sc_window_state_get_keeps_previous (void);
void sc_window_state_set_keeps_previous (gboolean keeps);

G_END_DECLS
