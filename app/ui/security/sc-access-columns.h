/* sc-access-columns.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-role.h"

G_BEGIN_DECLS

/* Where the columns of the matrix stand: the same for its heading and every row. Pixels. */
typedef struct
{
  int name_x, name_width;
  int cells_x, cell_width;
  int preset_x, preset_width;
  gboolean narrow; /* headings are shortened, presets have no text */
} ScAccessColumns;

#define SC_ACCESS_MIN_WIDTH 300

ScAccessColumns sc_access_columns (int width);
/* Gives a child of a row its place, mirrored where text runs from right to left. */
void sc_access_place_child (GtkWidget *child, int x, int width, int height, int row_width);

G_END_DECLS
