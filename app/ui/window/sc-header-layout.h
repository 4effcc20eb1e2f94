/* sc-header-layout.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays the contents of a header bar out at any width. Children have a place (start, title, end)
 * and a rank: where there is not enough room the ones with the highest rank are left out, down to
 * those of rank 0, and the title gives way before anything is left out. What is left out must be
 * reachable in another way. */
#define SC_TYPE_HEADER_LAYOUT (sc_header_layout_get_type ())
G_DECLARE_FINAL_TYPE (ScHeaderLayout, sc_header_layout, SC, HEADER_LAYOUT, GtkLayoutManager)

/* The widget to use it with: any number of children, given in the .ui file. */
#define SC_TYPE_HEADER_BOX (sc_header_box_get_type ())
G_DECLARE_FINAL_TYPE (ScHeaderBox, sc_header_box, SC, HEADER_BOX, GtkWidget)

G_END_DECLS
