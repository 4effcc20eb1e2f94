/* sc-canvas-button.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-style.h"

G_BEGIN_DECLS

typedef enum
{
  SC_BUTTON_ADD_STEP, /* the last row of a card */
  SC_BUTTON_INSERT    /* the "+" on a line */
} ScCanvasButtonLook;

#define SC_INSERT_SIZE 24

/* A button that draws itself the way the rows do. The canvas handles the pointer. Action:
 * button.activate. */
#define SC_TYPE_CANVAS_BUTTON (sc_canvas_button_get_type ())
G_DECLARE_FINAL_TYPE (ScCanvasButton, sc_canvas_button, SC, CANVAS_BUTTON, GtkWidget)

GtkWidget *sc_canvas_button_new (ScCanvasStyle *style, ScCanvasButtonLook look);
/* What assistive technology says. */
void sc_canvas_button_set_label (ScCanvasButton *self, const char *label);
void sc_canvas_button_set_hovered (ScCanvasButton *self, gboolean hovered);
ScCanvasButtonLook sc_canvas_button_get_look (ScCanvasButton *self);

G_END_DECLS
