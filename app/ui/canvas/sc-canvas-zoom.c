/* sc-canvas-zoom.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

#include <math.h>

void
sc_canvas_zoom_at (ScCanvas *self, double zoom, double x, double y)
{
  ScPoint point = sc_canvas_from_view (self, x, y);

  zoom = CLAMP (zoom, SC_MIN_ZOOM, SC_MAX_ZOOM);
  if (zoom == self->zoom)
    return;

  sc_canvas_end_rename (self, TRUE);
  self->zoom = zoom;
  if (sc_canvas_style_set_zoom (self->style, zoom, gtk_widget_get_scale_factor (GTK_WIDGET (self))))
    sc_canvas_redraw_all (self);
  sc_canvas_configure_adjustments (self);
  sc_canvas_scroll_to (self, point.x * zoom - x, point.y * zoom - y);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "zoom");
}

double
sc_canvas_get_zoom (ScCanvas *self)
{
  return self->zoom;
}

void
sc_canvas_set_zoom (ScCanvas *self, double zoom)
{
  sc_canvas_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                     gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

void
sc_canvas_zoom_step (ScCanvas *self, int direction)
{
  static const double steps[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2 };
  double zoom = self->zoom;

  if (direction > 0)
    for (guint i = 0; i < G_N_ELEMENTS (steps) && zoom == self->zoom; i++)
      zoom = steps[i] > self->zoom + 0.001 ? steps[i] : zoom;
  else
    for (guint i = G_N_ELEMENTS (steps); i > 0 && zoom == self->zoom; i--)
      zoom = steps[i - 1] < self->zoom - 0.001 ? steps[i - 1] : zoom;
  sc_canvas_set_zoom (self, zoom);
}

void
sc_canvas_zoom_fit (ScCanvas *self)
{
  double zoom;

  if (self->layout == NULL || self->layout->n_cards == 0)
    return;

  zoom = MIN (gtk_widget_get_width (GTK_WIDGET (self)) / self->layout->width,
              gtk_widget_get_height (GTK_WIDGET (self)) / self->layout->height);
  sc_canvas_set_zoom (self, MIN (zoom, 1));
  sc_canvas_scroll_to (self, 0, 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, ScCanvas *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  sc_canvas_zoom_at (self, self->zoom * pow (1.15, -dy), self->pointer.x, self->pointer.y);
  return GDK_EVENT_STOP;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, ScCanvas *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    sc_canvas_zoom_at (self, self->pinch_zoom * scale, x, y);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScCanvas *self)
{
  self->pinch_zoom = self->zoom;
}

void
sc_canvas_add_zoom (ScCanvas *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
