/* sc-access-grid-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"
#include "sc-id.h"

struct _ScAccessGridRow
{
  GtkWidget parent_instance;

  ScAccessGrid *grid; /* the row is a part of it */
  GtkWidget *heading;
  GtkWidget *band;
  guint row;
};

G_DEFINE_FINAL_TYPE (ScAccessGridRow, sc_access_grid_row, GTK_TYPE_WIDGET)

static void
sc_access_grid_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScAccessGridRow *self = SC_ACCESS_GRID_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int name_width = MIN (self->grid->geometry.name_width, width);
  GtkAllocation name = { rtl ? width - name_width : 0, 0, name_width, height };
  GtkAllocation cells = { rtl ? 0 : name_width, 0, width - name_width, height };

  gtk_widget_size_allocate (self->heading, &name, -1);
  gtk_widget_size_allocate (self->band, &cells, -1);
}

static void
sc_access_grid_row_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
sc_access_grid_row_dispose (GObject *object)
{
  ScAccessGridRow *self = SC_ACCESS_GRID_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->band, gtk_widget_unparent);

  G_OBJECT_CLASS (sc_access_grid_row_parent_class)->dispose (object);
}

static void
sc_access_grid_row_class_init (ScAccessGridRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_grid_row_dispose;
  widget_class->measure = sc_access_grid_row_measure;
  widget_class->size_allocate = sc_access_grid_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "access-grid-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
sc_access_grid_row_init (ScAccessGridRow *self)
{
}

static GtkWidget *
create_cell (gpointer data)
{
  return sc_access_grid_cell_new ();
}

static void
bind_cell (GtkWidget *item, guint column, gpointer data)
{
  ScAccessGridRow *self = SC_ACCESS_GRID_ROW (data);
  ScAccessSpot spot = sc_access_axes_get (self->grid->axes, self->row, column);

  sc_access_grid_cell_set (SC_ACCESS_GRID_CELL (item), self->grid->circles, &spot,
                           sc_access_grid_get_state (self->grid, self->row, column));
}

GtkWidget *
sc_access_grid_row_new (ScAccessGrid *grid)
{
  ScAccessGridRow *self = g_object_new (SC_TYPE_ACCESS_GRID_ROW, NULL);

  self->grid = grid;
  self->heading = sc_access_heading_new (SC_HEADING_ROW);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  self->band = sc_access_band_new (create_cell, bind_cell, self);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static const char *
get_id (const ScAccessAxes *axes, guint row)
{
  if (axes->turned)
    return sc_access_axes_get_target (axes, row)->id;
  return sc_access_axes_get_role (axes, row)->id;
}

void
sc_access_grid_row_set (ScAccessGridRow *self, guint row)
{
  ScAccessGrid *grid = self->grid;
  const char *title = sc_access_axes_get_row_title (grid->axes, row);
  const char *id = get_id (grid->axes, row);

  self->row = row;
  sc_access_heading_set (SC_ACCESS_HEADING (self->heading), title, title);
  sc_access_heading_set_warning (
      SC_ACCESS_HEADING (self->heading),
      grid->warnings != NULL && id != NULL ? g_hash_table_lookup (grid->warnings, id) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  sc_access_band_rebind (SC_ACCESS_BAND (self->band));
}

void
sc_access_grid_row_prepare (ScAccessGridRow *self, int visible)
{
  sc_access_band_set_spans (SC_ACCESS_BAND (self->band), self->grid->geometry.columns,
                            self->grid->geometry.length, visible);
}

GtkWidget *
sc_access_grid_row_get_heading (ScAccessGridRow *self)
{
  return self->heading;
}

ScAccessBand *
sc_access_grid_row_get_band (ScAccessGridRow *self)
{
  return SC_ACCESS_BAND (self->band);
}
