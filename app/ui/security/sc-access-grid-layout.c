/* sc-access-grid-layout.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include "sc-access-words.h"

/* Pixels. */
#define MIN_CELL       30
#define MAX_CELL       76
#define GROUP_GAP      13
#define MAX_NAME       260
#define MIN_NAME       96
#define MAX_GROUP_NAME 150

static int
measure_text (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Two fifths are for the names at most: the cells are what people came for. */
static int
measure_names (ScAccessGrid *self, PangoLayout *layout, int width)
{
  int widest = 0;

  for (guint row = 0; row < self->axes->n_rows; row++)
    widest = MAX (widest, measure_text (layout, sc_access_axes_get_row_title (self->axes, row)));
  return CLAMP (widest + 56, MIN_NAME, MAX (MIN_NAME, MIN (MAX_NAME, width * 2 / 5)));
}

static int
measure_privileges (PangoLayout *layout)
{
  int widest = 0;

  for (int access = 0; access < SC_N_ACCESS; access++)
    widest = MAX (widest, measure_text (layout, sc_access_get_title ((ScAccess) access)));
  return widest;
}

/* A group of few columns is still as wide as its name, within reason. */
static int
add_group (ScAccessGrid *self, PangoLayout *layout, guint group, int cell, int x)
{
  guint first = sc_access_axes_get_first_column (self->axes, group);
  guint n = sc_access_axes_get_first_column (self->axes, group + 1) - first;
  /* Bold text is wider. */
  int title
      = measure_text (layout, sc_access_axes_get_group_title (self->axes, group)) * 6 / 5 + 40;
  ScAccessSpan span = { x, MAX ((int) n * cell, MIN (title, MAX_GROUP_NAME)) };
  int start = x + (span.width - (int) n * cell) / 2;

  g_array_append_val (self->geometry.groups, span);
  for (guint i = 0; i < n; i++)
    {
      ScAccessSpan column = { start + (int) i * cell, cell };

      g_array_append_val (self->geometry.columns, column);
    }
  return span.width;
}

static int
add_groups (ScAccessGrid *self, PangoLayout *layout, int cell)
{
  int x = 0;

  g_clear_pointer (&self->geometry.columns, g_array_unref);
  g_clear_pointer (&self->geometry.groups, g_array_unref);
  self->geometry.columns = g_array_new (FALSE, FALSE, sizeof (ScAccessSpan));
  self->geometry.groups = g_array_new (FALSE, FALSE, sizeof (ScAccessSpan));
  for (guint group = 0; group < self->axes->n_groups; group++)
    x += add_group (self, layout, group, cell, x) + GROUP_GAP;
  return x;
}

void
sc_access_grid_clear_geometry (ScAccessGrid *self)
{
  g_clear_pointer (&self->geometry.columns, g_array_unref);
  g_clear_pointer (&self->geometry.groups, g_array_unref);
  self->prepared_width = -1;
}

static void
measure_all (ScAccessGrid *self, int width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  ScGridGeometry *geometry = &self->geometry;
  int cell, line, full, room;

  pango_layout_get_pixel_size (layout, NULL, &line);
  full = measure_privileges (layout) + 10;
  cell = MAX (MIN_CELL, line + 12);
  geometry->name_width = measure_names (self, layout, width);
  geometry->row_height = MAX (34, line + 14);
  geometry->group_height = line + 16;
  geometry->privilege_height = line + 12;
  geometry->length = add_groups (self, layout, cell);
  room = width - geometry->name_width - geometry->length;
  /* What is left over goes to the cells. */
  if (room > 0 && self->axes->n_columns > 0)
    {
      cell = MIN (cell + room / (int) self->axes->n_columns, MAX (MAX_CELL, full));
      geometry->length = add_groups (self, layout, cell);
    }
  geometry->initials = cell < full;
}

int
sc_access_grid_get_top (ScAccessGrid *self)
{
  return self->geometry.group_height + self->geometry.privilege_height;
}

int
sc_access_grid_get_visible (ScAccessGrid *self, GtkOrientation orientation)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->geometry.name_width, 0);
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - sc_access_grid_get_top (self), 0);
}

static int
get_extent (ScAccessGrid *self, GtkOrientation orientation)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return self->geometry.length;
  return (int) self->axes->n_rows * self->geometry.row_height;
}

static gboolean
is_flipped (ScAccessGrid *self, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL
         && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* The adjustment counts from the left, offsets from where text begins. */
static void
configure (ScAccessGrid *self, GtkOrientation orientation, int visible)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  int extent = MAX (get_extent (self, orientation), visible);
  int *offset = &self->offsets[orientation];

  *offset = CLAMP (*offset, 0, extent - visible);
  if (adjustment == NULL)
    return;
  self->configuring = TRUE;
  gtk_adjustment_configure (
      adjustment, is_flipped (self, orientation) ? extent - visible - *offset : *offset, 0, extent,
      orientation == GTK_ORIENTATION_VERTICAL ? self->geometry.row_height : 60, visible * 0.9,
      visible);
  self->configuring = FALSE;
}

static GtkWidget *
create_row (gpointer data)
{
  return sc_access_grid_row_new (data);
}

static void
bind_row (GtkWidget *item, guint row, gpointer data)
{
  sc_access_grid_row_set (SC_ACCESS_GRID_ROW (item), row);
}

/* The name of a group stays in what is seen of the group. */
static void
inset_groups (ScAccessGrid *self, int offset, int visible)
{
  ScAccessBand *band = SC_ACCESS_BAND (self->groups);
  guint first = sc_access_band_get_first (band);

  for (guint i = first; i < first + sc_access_band_get_n_items (band); i++)
    {
      const ScAccessSpan *span = &g_array_index (self->geometry.groups, ScAccessSpan, i);
      int start = MAX (offset - span->x, 0);
      int end = MAX (span->x + span->width - offset - visible, 0);

      /* Too little to read: it may as well be cut off. */
      if (span->width - start - end < MIN (60, span->width))
        start = end = 0;
      sc_access_heading_set_insets (SC_ACCESS_HEADING (sc_access_band_get_item (band, i)), start,
                                    end);
    }
}

static void
show_headings (ScAccessGrid *self, int width, int offset, int visible)
{
  const ScGridGeometry *geometry = &self->geometry;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = rtl ? 0 : geometry->name_width;
  GtkAllocation corner = { rtl ? width - geometry->name_width : 0, 0, geometry->name_width,
                           sc_access_grid_get_top (self) };
  GtkAllocation groups = { x, 0, visible, geometry->group_height };
  GtkAllocation privileges = { x, geometry->group_height, visible, geometry->privilege_height };

  gtk_widget_size_allocate (self->corner, &corner, -1);
  gtk_widget_size_allocate (self->groups, &groups, -1);
  gtk_widget_size_allocate (self->privileges, &privileges, -1);
  sc_access_band_scroll (SC_ACCESS_BAND (self->groups), offset);
  sc_access_band_scroll (SC_ACCESS_BAND (self->privileges), offset);
  inset_groups (self, offset, visible);
}

static void
show_rows (ScAccessGrid *self, int width)
{
  int row_height = self->geometry.row_height, offset = self->offsets[GTK_ORIENTATION_VERTICAL];
  guint first = MIN ((guint) (offset / row_height), self->axes->n_rows - self->rows.items->len);

  sc_access_ring_show (&self->rows, first, self->stale, bind_row, self);
  self->stale = FALSE;
  for (guint i = 0; i < self->rows.items->len; i++)
    {
      GtkWidget *row = self->rows.items->pdata[i];
      GtkAllocation box = { 0, (int) (first + i) * row_height - offset, width, row_height };

      gtk_widget_size_allocate (row, &box, -1);
      sc_access_band_scroll (sc_access_grid_row_get_band (SC_ACCESS_GRID_ROW (row)),
                             self->offsets[GTK_ORIENTATION_HORIZONTAL]);
    }
}

void
sc_access_grid_prepare (ScAccessGrid *self, int width, int height)
{
  ScGridGeometry *geometry = &self->geometry;
  int visible;
  guint n;

  if (width != self->prepared_width)
    measure_all (self, width);
  self->prepared_width = width;
  self->prepared_height = height;
  visible = MAX (width - geometry->name_width, 0);
  if (self->circles == NULL)
    self->circles
        = sc_access_circles_new (GTK_WIDGET (self), CLAMP (geometry->row_height - 16, 18, 36));
  sc_access_band_set_spans (SC_ACCESS_BAND (self->groups), geometry->groups, geometry->length,
                            visible);
  sc_access_band_set_spans (SC_ACCESS_BAND (self->privileges), geometry->columns, geometry->length,
                            visible);
  /* One more than fits: however it is scrolled, that many are seen. */
  n = (guint) (MAX (height - sc_access_grid_get_top (self), 0) / geometry->row_height + 2);
  if (sc_access_ring_set_size (&self->rows, MIN (n, self->axes->n_rows), create_row, self))
    self->stale = TRUE;
  for (guint i = 0; i < self->rows.items->len; i++)
    sc_access_grid_row_prepare (self->rows.items->pdata[i], visible);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
sc_access_grid_show_part (ScAccessGrid *self, int width, int height)
{
  int top = sc_access_grid_get_top (self);
  int visible = MAX (width - self->geometry.name_width, 0);

  configure (self, GTK_ORIENTATION_HORIZONTAL, visible);
  configure (self, GTK_ORIENTATION_VERTICAL, MAX (height - top, 0));
  show_headings (self, width, self->offsets[GTK_ORIENTATION_HORIZONTAL], visible);
  gtk_widget_size_allocate (self->body, &(GtkAllocation){ 0, top, width, MAX (height - top, 0) },
                            -1);
  show_rows (self, width);
}

void
sc_access_grid_sort (ScAccessGrid *self)
{
  sc_access_ring_sort (&self->rows);
  sc_access_band_sort (SC_ACCESS_BAND (self->groups));
  sc_access_band_sort (SC_ACCESS_BAND (self->privileges));
  for (guint i = 0; i < self->rows.items->len; i++)
    sc_access_band_sort (sc_access_grid_row_get_band (self->rows.items->pdata[i]));
}

void
sc_access_grid_scroll_to (ScAccessGrid *self, GtkOrientation orientation, int offset)
{
  int most = get_extent (self, orientation) - sc_access_grid_get_visible (self, orientation);

  self->offsets[orientation] = CLAMP (offset, 0, MAX (most, 0));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* So that all of start to end is in sight. */
static void
reveal (ScAccessGrid *self, GtkOrientation orientation, int start, int end)
{
  int offset = self->offsets[orientation];
  int visible = sc_access_grid_get_visible (self, orientation);

  if (start < offset)
    sc_access_grid_scroll_to (self, orientation, start);
  else if (end > offset + visible)
    sc_access_grid_scroll_to (self, orientation, end - visible);
}

void
sc_access_grid_scroll_to_place (ScAccessGrid *self, ScGridPlace place)
{
  if (self->geometry.columns == NULL)
    return;
  if (place.row >= 0)
    reveal (self, GTK_ORIENTATION_VERTICAL, place.row * self->geometry.row_height,
            (place.row + 1) * self->geometry.row_height);
  if (place.column >= 0)
    {
      const ScAccessSpan *span
          = &g_array_index (self->geometry.columns, ScAccessSpan, place.column);

      reveal (self, GTK_ORIENTATION_HORIZONTAL, span->x, span->x + span->width);
    }
}

/* Pixels from the first column, whatever the direction of text. */
static int
get_band_x (ScAccessGrid *self, double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return (int) x - self->geometry.name_width;
}

gboolean
sc_access_grid_find_place (ScAccessGrid *self, double x, double y, ScGridPlace *place)
{
  int band_x = get_band_x (self, x), top = sc_access_grid_get_top (self);
  int along = band_x + self->offsets[GTK_ORIENTATION_HORIZONTAL];
  gboolean on_groups = y < self->geometry.group_height;
  GArray *spans = on_groups ? self->geometry.groups : self->geometry.columns;
  guint found;

  if (spans == NULL)
    return FALSE;
  place->row
      = ((int) y - top + self->offsets[GTK_ORIENTATION_VERTICAL]) / self->geometry.row_height;
  if (y < top)
    place->row = on_groups ? SC_GRID_GROUPS : SC_GRID_PRIVILEGES;
  else if (place->row >= (int) self->axes->n_rows)
    return FALSE;
  place->column = SC_GRID_NAME;
  if (band_x < 0)
    return place->row >= 0;
  found = sc_access_spans_find (spans, along);
  if (found >= spans->len || g_array_index (spans, ScAccessSpan, found).x > along)
    return FALSE;
  place->column = (int) (on_groups ? sc_access_axes_get_first_column (self->axes, found) : found);
  /* What has no table has no columns. */
  return place->column < (int) self->axes->n_columns
         && (!on_groups
             || sc_access_axes_get_column (self->axes, (guint) place->column)->group == found);
}

ScGridPlace
sc_access_grid_find_nearest (ScAccessGrid *self, double x, double y)
{
  int band_x = CLAMP (get_band_x (self, x), 0,
                      sc_access_grid_get_visible (self, GTK_ORIENTATION_HORIZONTAL) - 1);
  int body_y = CLAMP ((int) y - sc_access_grid_get_top (self), 0,
                      sc_access_grid_get_visible (self, GTK_ORIENTATION_VERTICAL) - 1);
  guint column = sc_access_spans_find (self->geometry.columns,
                                       band_x + self->offsets[GTK_ORIENTATION_HORIZONTAL]);
  int row = (body_y + self->offsets[GTK_ORIENTATION_VERTICAL]) / self->geometry.row_height;

  return (ScGridPlace){ MIN (row, (int) self->axes->n_rows - 1),
                        (int) MIN (column, self->axes->n_columns - 1) };
}

GtkWidget *
sc_access_grid_get_item (ScAccessGrid *self, ScGridPlace place)
{
  ScAccessGridRow *row;

  if (place.row < 0)
    {
      gboolean on_groups = place.row == SC_GRID_GROUPS;
      guint position = (guint) place.column;

      if (place.column < 0)
        return NULL;
      if (on_groups)
        position = sc_access_axes_get_column (self->axes, position)->group;
      return sc_access_band_get_item (SC_ACCESS_BAND (on_groups ? self->groups : self->privileges),
                                      position);
    }
  row = (ScAccessGridRow *) sc_access_ring_get (&self->rows, (guint) place.row);
  if (row == NULL)
    return NULL;
  if (place.column < 0)
    return sc_access_grid_row_get_heading (row);
  return sc_access_band_get_item (sc_access_grid_row_get_band (row), (guint) place.column);
}
