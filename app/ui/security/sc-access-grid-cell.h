/* sc-access-grid-cell.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-axes.h"
#include "sc-access-circle.h"

G_BEGIN_DECLS

/* One privilege of one role in an ScAccessGrid, which has the gestures and keys for all of its
 * cells. */
#define SC_TYPE_ACCESS_GRID_CELL (sc_access_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessGridCell, sc_access_grid_cell, SC, ACCESS_GRID_CELL, GtkWidget)

GtkWidget *sc_access_grid_cell_new (void);
/* circles may be other ones, for other colours. */
void sc_access_grid_cell_set (ScAccessGridCell *self,
                              ScAccessCircles *circles,
                              const ScAccessSpot *spot,
                              ScAccessState state);
ScAccessSpot sc_access_grid_cell_get_spot (ScAccessGridCell *self);

/* "Sales Rep, Write on Lead to Opportunity, Organization". Free with g_free(). */
char *sc_access_grid_cell_describe (const ScAccessSpot *spot, ScAccessState state);

G_END_DECLS
