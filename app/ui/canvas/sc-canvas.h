/* sc-canvas.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"
#include "sc-layout.h"

G_BEGIN_DECLS

#define SC_MIN_ZOOM 0.1
#define SC_MAX_ZOOM 2.0

/* The open flow, drawn; a GtkScrollable. Stands in a GtkScrolledWindow without overlay scrolling.
 * Property "zoom" (double, 1 is 100 %: text as large as elsewhere). Signal "placed": the view shows
 * another part of it, or another layout; emitted while widgets are being placed, so only good for
 * drawing.
 *
 * What a drag does is told in the log domain "sc-canvas", for programs that drive the designer. */
#define SC_TYPE_CANVAS (sc_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ScCanvas, sc_canvas, SC, CANVAS, GtkWidget)

/* flow: the id of the only one to show, while it is open; NULL: whichever is open. As long as it is
 * not mapped the canvas does not follow the editor; when it is, it catches up. */
GtkWidget *sc_canvas_new (ScEditor *editor, const char *flow);

double sc_canvas_get_zoom (ScCanvas *self);
/* At once; keeps the point of the view that is in its middle there. Clamped. */
void sc_canvas_set_zoom (ScCanvas *self, double zoom);
/* These show the way there, unless animations are turned off. */
/* To the next of a row of round percentages. */
void sc_canvas_zoom_step (ScCanvas *self, int direction);
/* To 100 %. */
void sc_canvas_zoom_reset (ScCanvas *self);
/* Shows the whole flow, at most at 100 %. */
void sc_canvas_zoom_fit (ScCanvas *self);
/* Shows all that is selected, at most at 100 %. FALSE: nothing is. */
gboolean sc_canvas_zoom_selection (ScCanvas *self);

/* NULL when no flow is open. Belongs to the canvas; changes with the flow. */
const ScLayout *sc_canvas_get_layout (ScCanvas *self);

G_END_DECLS
