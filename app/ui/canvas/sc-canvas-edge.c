/* sc-canvas-edge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

#include <math.h>

/* Scrolls as long as something is carried to an edge of the view. */

#define SCROLL_EDGE  44.0
#define SCROLL_SPEED 900.0 /* pixels of the view per second, right at the edge */

static double
get_push (double at, double size)
{
  if (at < SCROLL_EDGE)
    return MAX (at - SCROLL_EDGE, -SCROLL_EDGE) / SCROLL_EDGE;
  if (at > size - SCROLL_EDGE)
    return MIN (at - (size - SCROLL_EDGE), SCROLL_EDGE) / SCROLL_EDGE;
  return 0;
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ScCanvas *self = SC_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->edge_time != 0 ? (double) (now - self->edge_time) / G_USEC_PER_SEC : 0;
  graphene_point_t scroll = sc_canvas_get_scroll (self);
  double push_x = get_push (self->pointer.x, gtk_widget_get_width (widget));
  double push_y = get_push (self->pointer.y, gtk_widget_get_height (widget));

  if (push_x == 0 && push_y == 0)
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }

  self->edge_time = now;
  /* After a pause of the clock it goes on where it was. */
  seconds = MIN (seconds, 0.05);
  sc_canvas_scroll_to (self, scroll.x + round (push_x * fabs (push_x) * SCROLL_SPEED * seconds),
                       scroll.y + round (push_y * fabs (push_y) * SCROLL_SPEED * seconds));
  if (self->drag != NULL)
    sc_drag_find_target (self);
  else
    sc_band_update (self);
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

void
sc_canvas_scroll_at_edges (ScCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->edge_tick != 0
      || (get_push (self->pointer.x, gtk_widget_get_width (widget)) == 0
          && get_push (self->pointer.y, gtk_widget_get_height (widget)) == 0))
    return;

  self->edge_time = 0;
  self->edge_tick = gtk_widget_add_tick_callback (widget, scroll_tick_cb, NULL, NULL);
}

void
sc_canvas_stop_scrolling (ScCanvas *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}
