/* sc-columns-pane.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The columns of the table of the stage that is selected, or else of the first one: to be searched,
 * and added to the stage or dragged onto any. */
#define SC_TYPE_COLUMNS_PANE (sc_columns_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScColumnsPane, sc_columns_pane, SC, COLUMNS_PANE, GtkWidget)

GtkWidget *sc_columns_pane_new (ScEditor *editor);

G_END_DECLS
