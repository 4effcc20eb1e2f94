/* sc-minimap.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas.h"

G_BEGIN_DECLS

/* The whole flow, small, with the part of it that can be seen; a press or drag goes there. Draws
 * nothing while all of the flow can be seen, or where it would be in the way. For the pointer only:
 * keys and assistive technology reach everything on the canvas itself. */
#define SC_TYPE_MINIMAP (sc_minimap_get_type ())
G_DECLARE_FINAL_TYPE (ScMinimap, sc_minimap, SC, MINIMAP, GtkWidget)

GtkWidget *sc_minimap_new (ScCanvas *canvas);
/* Shows in the middle of the view what the map has at (x, y), of its own pixels. */
void sc_minimap_go_to (ScMinimap *self, double x, double y);

G_END_DECLS
