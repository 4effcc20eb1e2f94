/* sc-access-grid-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

#include <glib/gi18n-lib.h>

#include "sc-access-words.h"

static GtkWidget *
create_group (gpointer data)
{
  return sc_access_heading_new (SC_HEADING_GROUP);
}

static void
bind_group (GtkWidget *item, guint group, gpointer data)
{
  const char *title = sc_access_axes_get_group_title (SC_ACCESS_GRID (data)->axes, group);

  sc_access_heading_set (SC_ACCESS_HEADING (item), title, title);
}

static GtkWidget *
create_privilege (gpointer data)
{
  return sc_access_heading_new (SC_HEADING_PRIVILEGE);
}

static void
bind_privilege (GtkWidget *item, guint position, gpointer data)
{
  ScAccessGrid *self = data;
  const ScAccessColumn *column = sc_access_axes_get_column (self->axes, position);
  const char *title = sc_access_get_title (column->access);
  /* Translators: a privilege, and the flow, table or role that the column is for. */
  g_autofree char *name = g_strdup_printf (
      _ ("%s, %s"), title, sc_access_axes_get_group_title (self->axes, column->group));

  sc_access_heading_set (SC_ACCESS_HEADING (item),
                         self->geometry.initials ? sc_access_get_initials (column->access) : title,
                         name);
}

static void
measure_nothing (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  *minimum = *natural = 0;
}

/* Only when all rows need a place again: show_part() gives it to them. */
static void
allocate_body (GtkWidget *body, int width, int height, int baseline)
{
}

void
sc_access_grid_add_parts (ScAccessGrid *self)
{
  self->corner = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->corner), 0);
  gtk_label_set_yalign (GTK_LABEL (self->corner), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->corner), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->corner, "corner");
  self->groups = sc_access_band_new (create_group, bind_group, self);
  self->privileges = sc_access_band_new (create_privilege, bind_privilege, self);
  gtk_widget_add_css_class (self->privileges, "privileges");
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (self->body,
                                 gtk_custom_layout_new (NULL, measure_nothing, allocate_body));
  gtk_widget_set_overflow (self->body, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_parent (self->groups, GTK_WIDGET (self));
  gtk_widget_set_parent (self->privileges, GTK_WIDGET (self));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  sc_access_ring_init (&self->rows, self->body);
}

/* The line between one group and the next. */
void
sc_access_grid_draw_lines (ScAccessGrid *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int offset = self->offsets[GTK_ORIENTATION_HORIZONTAL];
  int visible = sc_access_grid_get_visible (self, GTK_ORIENTATION_HORIZONTAL);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int height
      = MIN (gtk_widget_get_height (GTK_WIDGET (self)),
             sc_access_grid_get_top (self) + (int) self->axes->n_rows * self->geometry.row_height
                 - self->offsets[GTK_ORIENTATION_VERTICAL]);
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 0.35f };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "borders",
                                  &color);
  for (guint i = sc_access_spans_find (self->geometry.groups, offset) + 1;
       i < self->geometry.groups->len; i++)
    {
      int x = g_array_index (self->geometry.groups, ScAccessSpan, i).x - 7 - offset;

      if (x > visible)
        break;
      x += self->geometry.name_width;
      gtk_snapshot_append_color (
          snapshot, &color,
          &GRAPHENE_RECT_INIT ((float) (rtl ? width - x - 1 : x), 0, 1, (float) height));
    }
}

static char *
describe_heading (ScAccessHeading *heading)
{
  const char *name = sc_access_heading_get_name (heading);
  const char *warning = sc_access_heading_get_warning (heading);

  return warning != NULL ? g_strdup_printf ("%s\n%s", name, warning) : g_strdup (name);
}

static char *
describe_place (ScAccessGrid *self, ScGridPlace place, GtkWidget *item)
{
  ScAccessSpot spot;

  if (place.row < 0 || place.column < 0)
    return describe_heading (SC_ACCESS_HEADING (item));
  spot = sc_access_axes_get (self->axes, (guint) place.row, (guint) place.column);
  return sc_access_grid_cell_describe (
      &spot, sc_access_grid_get_state (self, (guint) place.row, (guint) place.column));
}

gboolean
sc_access_grid_query_tooltip (
    ScAccessGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ScGridPlace place = self->cursor;
  g_autofree char *text = NULL;
  GtkWidget *item;
  graphene_rect_t bounds;

  if (self->axes == NULL || (self->menu != NULL && gtk_widget_get_visible (self->menu))
      || (!keyboard && !sc_access_grid_find_place (self, x, y, &place)))
    return FALSE;
  item = sc_access_grid_get_item (self, place);
  if (item == NULL || !gtk_widget_compute_bounds (item, GTK_WIDGET (self), &bounds))
    return FALSE;
  text = describe_place (self, place, item);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                             (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}
