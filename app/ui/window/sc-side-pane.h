/* sc-side-pane.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* What is at the right of the views: the inspector, and a second page with the columns of a table,
 * which is made when it is first seen. */
#define SC_TYPE_SIDE_PANE (sc_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScSidePane, sc_side_pane, SC, SIDE_PANE, GtkWidget)

GtkWidget *sc_side_pane_new (ScEditor *editor);
/* Shows the columns, with the keyboard in their search. */
void sc_side_pane_show_columns (ScSidePane *self);

G_END_DECLS
