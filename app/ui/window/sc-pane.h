/* sc-pane.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bin that asks for a width of its own, whatever its child would like: side panes stand still
 * when a long name comes along, and the folding of the window depends on numbers, not on text. It
 * asks for no height: what is in it scrolls, and measuring it for every width that is tried would
 * be the dearest part of opening a window. Properties: child, minimum-width and natural-width, in
 * pixels. A child that needs more than it gets is cut off. */
#define SC_TYPE_PANE (sc_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScPane, sc_pane, SC, PANE, GtkWidget)

void sc_pane_set_child (ScPane *self, GtkWidget *child);

G_END_DECLS
