/* sc-paths-window.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* All paths of the open flow as a table; the one that is selected is brought out on the canvas
 * behind. Follows edits and the open flow. */
#define SC_TYPE_PATHS_WINDOW (sc_paths_window_get_type ())
G_DECLARE_FINAL_TYPE (ScPathsWindow, sc_paths_window, SC, PATHS_WINDOW, AdwWindow)

void sc_paths_window_present (GtkWindow *parent, ScEditor *editor);

G_END_DECLS
