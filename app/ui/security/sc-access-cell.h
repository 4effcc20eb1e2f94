/* sc-access-cell.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-role.h"

G_BEGIN_DECLS

/* One privilege of one role: the circle that administrators know, empty for None up to full for
 * Organization. Signal: toggled (), by click, Space, Enter or the action access.toggle. The cell
 * does not change by itself. */
#define SC_TYPE_ACCESS_CELL (sc_access_cell_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessCell, sc_access_cell, SC, ACCESS_CELL, GtkWidget)

GtkWidget *sc_access_cell_new (void);
/* name says whose privilege it is and what for; the level is added. */
void sc_access_cell_set (ScAccessCell *self, ScLevel level, const char *name);
ScLevel sc_access_cell_get_level (ScAccessCell *self);

G_END_DECLS
