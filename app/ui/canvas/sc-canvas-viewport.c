/* sc-canvas-viewport.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

#include <math.h>

#define REVEAL_MARGIN 60.0
/* So far the outline of a card reaches, and its badge in the overview. */
#define OUTSIDE 40.0

static double
get_view_size (ScCanvas *self, GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                   : gtk_widget_get_height (GTK_WIDGET (self));
}

int
sc_canvas_get_sign (ScCanvas *self)
{
  return self->style->mirrored ? -1 : 1;
}

double
sc_canvas_mirror (ScCanvas *self, double x)
{
  return self->style->mirrored ? get_view_size (self, GTK_ORIENTATION_HORIZONTAL) - x : x;
}

static gboolean
is_mirrored (ScCanvas *self, int orientation)
{
  return self->style->mirrored && orientation == GTK_ORIENTATION_HORIZONTAL;
}

static double
get_farthest (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* From the start of the flow. */
static double
get_position (ScCanvas *self, int orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = gtk_adjustment_get_value (adjustment);

  return is_mirrored (self, orientation) ? get_farthest (adjustment) - value : value;
}

void
sc_canvas_configure_adjustments (ScCanvas *self)
{
  for (int o = 0; o < 2; o++)
    {
      GtkAdjustment *adjustment = self->adjustments[o];
      double page = get_view_size (self, (GtkOrientation) o);
      double size = 0, value;

      if (adjustment == NULL)
        continue;
      if (self->layout != NULL)
        size = o == GTK_ORIENTATION_HORIZONTAL ? self->layout->width : self->layout->height;
      size = MAX (ceil (size * self->zoom), page);
      value = CLAMP (get_position (self, o), 0, size - page);
      gtk_adjustment_configure (adjustment, is_mirrored (self, o) ? size - page - value : value, 0,
                                size, page * 0.1, page * 0.9, page);
    }
}

static void
scrolled_cb (GtkAdjustment *adjustment, ScCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
sc_canvas_set_adjustment (ScCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
      g_clear_object (place);
    }
  if (adjustment != NULL)
    {
      *place = g_object_ref_sink (adjustment);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

ScPoint
sc_canvas_get_exact_scroll (ScCanvas *self)
{
  double scroll[2] = { 0, 0 };

  for (int o = 0; o < 2; o++)
    if (self->adjustments[o] != NULL)
      scroll[o] = get_position (self, o);
  return (ScPoint){ scroll[0], scroll[1] };
}

graphene_point_t
sc_canvas_get_scroll (ScCanvas *self)
{
  ScPoint scroll = sc_canvas_get_exact_scroll (self);

  return GRAPHENE_POINT_INIT ((float) round (scroll.x), (float) round (scroll.y));
}

void
sc_canvas_scroll_to (ScCanvas *self, double x, double y)
{
  if (self->adjustments[0] != NULL)
    gtk_adjustment_set_value (self->adjustments[0],
                              is_mirrored (self, 0) ? get_farthest (self->adjustments[0]) - x : x);
  if (self->adjustments[1] != NULL)
    gtk_adjustment_set_value (self->adjustments[1], y);
}

ScPoint
sc_canvas_from_view (ScCanvas *self, double x, double y)
{
  graphene_point_t scroll = sc_canvas_get_scroll (self);

  return (ScPoint){ (x + scroll.x) / self->zoom, (y + scroll.y) / self->zoom };
}

graphene_rect_t
sc_canvas_rect_to_view (ScCanvas *self, ScRect rect)
{
  graphene_point_t scroll = sc_canvas_get_scroll (self);

  return GRAPHENE_RECT_INIT ((float) (rect.x * self->zoom) - scroll.x,
                             (float) (rect.y * self->zoom) - scroll.y,
                             (float) (rect.width * self->zoom), (float) (rect.height * self->zoom));
}

GskTransform *
sc_canvas_get_transform (ScCanvas *self)
{
  graphene_point_t scroll = sc_canvas_get_scroll (self);
  GskTransform *transform
      = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (-scroll.x, -scroll.y));

  if (self->zoom == 1)
    return transform;
  return gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
}

ScRect
sc_canvas_get_visible (ScCanvas *self)
{
  ScPoint origin = sc_canvas_from_view (self, 0, 0);

  return (ScRect){ origin.x, origin.y, get_view_size (self, 0) / self->zoom,
                   get_view_size (self, 1) / self->zoom };
}

static double
clamp_into_page (double value, double low, double high, double page)
{
  if (high - low > page)
    return low;
  if (value > low)
    return low;
  if (value + page < high)
    return high - page;
  return value;
}

void
sc_canvas_reveal (ScCanvas *self, ScRect rect)
{
  graphene_point_t scroll = sc_canvas_get_scroll (self);
  double margin = REVEAL_MARGIN * MIN (self->zoom, 1);
  double x = rect.x * self->zoom, y = rect.y * self->zoom;

  sc_canvas_configure_adjustments (self);
  sc_canvas_scroll_to (self,
                       clamp_into_page (scroll.x, x - margin, x + rect.width * self->zoom + margin,
                                        get_view_size (self, 0)),
                       clamp_into_page (scroll.y, y - margin, y + rect.height * self->zoom + margin,
                                        get_view_size (self, 1)));
}

static gboolean
meets (ScRect a, ScRect b)
{
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height
         && b.y <= a.y + a.height;
}

static gboolean
must_stay (ScCanvas *self, guint i, const char *dragged)
{
  ScStageCard *card = g_ptr_array_index (self->cards, i);

  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (card)
         || (dragged != NULL && g_strcmp0 (sc_stage_card_get_stage (card)->id, dragged) == 0);
}

void
sc_canvas_cull (ScCanvas *self)
{
  ScRect visible = sc_canvas_get_visible (self);
  const char *dragged = sc_canvas_get_dragged_stage (self);

  if (self->layout == NULL)
    return;

  for (guint i = 0; i < self->cards->len; i++)
    {
      ScRect rect = self->layout->cards[i].rect;

      rect = (ScRect){ rect.x - OUTSIDE, rect.y - OUTSIDE, rect.width + 2 * OUTSIDE,
                       rect.height + 2 * OUTSIDE };
      gtk_widget_set_child_visible (g_ptr_array_index (self->cards, i),
                                    meets (rect, visible) || must_stay (self, i, dragged));
    }
  for (guint i = 0; i < self->inserts->len; i++)
    {
      ScPoint point = sc_canvas_get_slot_point (self, i);
      ScRect rect = { point.x - SC_INSERT_SIZE / 2, point.y - SC_INSERT_SIZE / 2, SC_INSERT_SIZE,
                      SC_INSERT_SIZE };

      gtk_widget_set_child_visible (g_ptr_array_index (self->inserts, i), meets (rect, visible));
    }
}
