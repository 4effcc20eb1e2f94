/* sc-access-legend.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-legend.h"

#include <glib/gi18n-lib.h>

#include "sc-access-circle.h"

#define DIAMETER 14
#define GAP      6
#define SPACING  18
#define LINE_GAP 4
#define N_LEVELS (SC_LEVEL_ORGANIZATION + 1)

struct _ScAccessLegend
{
  GtkWidget parent_instance;

  gboolean all;
  ScAccessCircles *circles; /* NULL until they are drawn */
  PangoLayout *texts[N_LEVELS];
};

G_DEFINE_FINAL_TYPE (ScAccessLegend, sc_access_legend, GTK_TYPE_WIDGET)

static gboolean
is_shown (ScAccessLegend *self, int level)
{
  return self->all || level == SC_LEVEL_NONE || level == SC_LEVEL_ORGANIZATION;
}

static void
clear (ScAccessLegend *self)
{
  g_clear_pointer (&self->circles, sc_access_circles_unref);
  for (int level = 0; level < N_LEVELS; level++)
    g_clear_object (&self->texts[level]);
}

static void
measure_item (ScAccessLegend *self, int level, int *width, int *height)
{
  if (self->texts[level] == NULL)
    self->texts[level]
        = gtk_widget_create_pango_layout (GTK_WIDGET (self), sc_level_get_title ((ScLevel) level));
  pango_layout_get_pixel_size (self->texts[level], width, height);
  *width += DIAMETER + 2 + GAP;
  *height = MAX (*height, DIAMETER + 2);
}

typedef void (*PlaceFunc) (ScAccessLegend *self, int level, GdkRectangle place, gpointer data);

/* Calls func, which may be NULL, with the place of each item; the height of all. */
static int
place_items (ScAccessLegend *self, int room, PlaceFunc func, gpointer data)
{
  int x = 0, y = 0, bottom = 0;

  for (int level = 0; level < N_LEVELS; level++)
    {
      int width, height;

      if (!is_shown (self, level))
        continue;
      measure_item (self, level, &width, &height);
      if (x > 0 && x + width > room)
        {
          x = 0;
          y = bottom + LINE_GAP;
        }
      if (func != NULL)
        func (self, level, (GdkRectangle){ x, y, width, height }, data);
      x += width + SPACING;
      bottom = y + height;
    }
  return bottom;
}

static void
widen (ScAccessLegend *self, int level, GdkRectangle place, gpointer data)
{
  int *widths = data;

  widths[0] = MAX (widths[0], place.width);
  widths[1] = MAX (widths[1], place.x + place.width);
}

static GtkSizeRequestMode
sc_access_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sc_access_legend_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ScAccessLegend *self = SC_ACCESS_LEGEND (widget);
  int widths[2] = { 0, 0 };

  place_items (self, G_MAXINT / 2, widen, widths);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widths[0];
      *natural = widths[1];
      return;
    }
  *minimum = *natural = place_items (self, for_size < 0 ? widths[1] : for_size, NULL, NULL);
}

static void
draw_item (ScAccessLegend *self, int level, GdkRectangle place, gpointer snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = rtl ? gtk_widget_get_width (widget) - place.x - place.width : place.x;
  int circle = DIAMETER + 2, text_height;
  GdkRGBA color;

  pango_layout_get_pixel_size (self->texts[level], NULL, &text_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) (rtl ? x + place.width - circle : x), (float) place.y));
  sc_access_circles_append (self->circles, snapshot, (ScLevel) level, SC_CIRCLE_PLAIN, circle,
                            place.height);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (rtl ? x : x + circle + GAP),
                                      (float) (place.y + (place.height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->texts[level], &color);
  gtk_snapshot_restore (snapshot);
}

static void
sc_access_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScAccessLegend *self = SC_ACCESS_LEGEND (widget);

  if (self->circles == NULL)
    self->circles = sc_access_circles_new (widget, DIAMETER);
  place_items (self, gtk_widget_get_width (widget), draw_item, snapshot);
}

static void
sc_access_legend_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sc_access_legend_parent_class)->css_changed (widget, change);
  clear (SC_ACCESS_LEGEND (widget));
}

static void
sc_access_legend_finalize (GObject *object)
{
  clear (SC_ACCESS_LEGEND (object));

  G_OBJECT_CLASS (sc_access_legend_parent_class)->finalize (object);
}

static void
sc_access_legend_class_init (ScAccessLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_access_legend_finalize;
  widget_class->get_request_mode = sc_access_legend_get_request_mode;
  widget_class->measure = sc_access_legend_measure;
  widget_class->snapshot = sc_access_legend_snapshot;
  widget_class->css_changed = sc_access_legend_css_changed;
  gtk_widget_class_set_css_name (widget_class, "access-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sc_access_legend_init (ScAccessLegend *self)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _ ("Legend: the fuller a circle, the further the privilege reaches"), -1);
}

void
sc_access_legend_set_all (ScAccessLegend *self, gboolean all)
{
  g_return_if_fail (SC_IS_ACCESS_LEGEND (self));

  if (self->all == all)
    return;
  self->all = all;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
