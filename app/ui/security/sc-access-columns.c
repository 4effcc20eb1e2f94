/* sc-access-columns.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-columns.h"

#define MARGIN 12

ScAccessColumns
sc_access_columns (int width)
{
  ScAccessColumns columns = { .name_x = MARGIN };

  columns.narrow = width < 640;
  columns.preset_width = columns.narrow ? 34 : 110;
  if (columns.narrow)
    columns.cell_width = CLAMP ((width - 150) / (SC_N_ACCESS + 1), 26, 62);
  else
    columns.cell_width = CLAMP ((width - 330) / SC_N_ACCESS, 62, 76);
  columns.preset_x = width - columns.preset_width - MARGIN / 2;
  columns.cells_x = columns.preset_x - SC_N_ACCESS * columns.cell_width - 4;
  columns.name_width = MAX (columns.cells_x - columns.name_x - 4, 20);
  return columns;
}

void
sc_access_place_child (GtkWidget *child, int x, int width, int height, int row_width)
{
  GtkAllocation box = { x, 0, width, height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    box.x = row_width - x - width;
  gtk_widget_size_allocate (child, &box, -1);
}
