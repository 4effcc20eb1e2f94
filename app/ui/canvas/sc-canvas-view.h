/* sc-canvas-view.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The open flow, drawn: the canvas in its scrolled window, with the zoom controls. Actions:
 * canvas.zoom-in, canvas.zoom-out, canvas.zoom-reset, canvas.zoom-fit, canvas.zoom-selection. */
#define SC_TYPE_CANVAS_VIEW (sc_canvas_view_get_type ())
G_DECLARE_FINAL_TYPE (ScCanvasView, sc_canvas_view, SC, CANVAS_VIEW, GtkWidget)

GtkWidget *sc_canvas_view_new (ScEditor *editor);
/* The same for one flow: as long as another one is open it stays as it is. */
GtkWidget *sc_canvas_view_new_for (ScEditor *editor, const char *flow);
/* From now on it is for that flow, from its beginning. */
void sc_canvas_view_show_only (ScCanvasView *self, const char *flow);
/* The ScCanvas itself. */
GtkWidget *sc_canvas_view_get_canvas (ScCanvasView *self);
/* The widget of what is selected, or the canvas: where the actions are that keys reach. */
GtkWidget *sc_canvas_view_get_command_target (ScCanvasView *self);

G_END_DECLS
