/* sc-access-grid.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-axes.h"
#include "sc-editor.h"
#include "sc-access-grid-cell.h"

G_BEGIN_DECLS

/* The privileges of many roles on many things, with names at the top and at the side that stay in
 * sight. Scrollable; only what is seen has widgets. A click, Space or Enter goes on to the next
 * level, with Shift to the one before, 0 to 4 choose one; what is dragged over gets the level that
 * the first cell got, as one edit. Headings have menus for whole rows and columns.
 *
 * Actions: grid.… in sc-command-list.c. */
#define SC_TYPE_ACCESS_GRID (sc_access_grid_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessGrid, sc_access_grid, SC, ACCESS_GRID, GtkWidget)

void sc_access_grid_set_editor (ScAccessGrid *self, ScEditor *editor);
/* Takes over axes, and compares them with those before: the cells that are the same are not
 * touched, and the focus stays on its role, target and privilege. */
void sc_access_grid_set_axes (ScAccessGrid *self, ScAccessAxes *axes);
const ScAccessAxes *sc_access_grid_get_axes (ScAccessGrid *self);
/* What is wrong with rows: of sentences by id of role or target, for those that have one; takes a
 * reference. */
void sc_access_grid_set_warnings (ScAccessGrid *self, GHashTable *warnings);
/* Works out repairs of what is wrong with a role: of ScFix. Called when its menu opens. */
typedef GPtrArray *(*ScAccessGridOffer) (const ScRole *role, gpointer data);
void sc_access_grid_set_offer (ScAccessGrid *self, ScAccessGridOffer offer, gpointer data);

/* NULL when it is out of sight. */
ScAccessGridCell *sc_access_grid_get_cell (ScAccessGrid *self, guint row, guint column);
/* Does with a cell of the grid what a click on it does. */
void sc_access_grid_activate_cell (ScAccessGrid *self, ScAccessGridCell *cell);
/* Scrolls there and gives it the focus; -1: the name of the row; in row -1 the name of the
 * privilege, in row -2 that of the group. */
void sc_access_grid_go_to (ScAccessGrid *self, int row, int column);

G_END_DECLS
