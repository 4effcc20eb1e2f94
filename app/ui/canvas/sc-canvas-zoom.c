/* sc-canvas-zoom.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

#include <adwaita.h>
#include <math.h>

/* The wheel and two fingers zoom by as much as they move; keys, buttons and commands go to another
 * view of the flow, and the way there is shown. */

#define DURATION 150 /* milliseconds */
/* Around what a view is made to show, at 100 %. */
#define FRAME 24.0
/* So far a touchpad moves for what is one notch of a wheel. */
#define PIXELS_PER_NOTCH 10.0

typedef struct
{
  double zoom;
  ScPoint scroll;
} View;

struct _ScZooming
{
  AdwAnimation *animation;
  View from, to;
};

static double
get_width (ScCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static double
get_height (ScCanvas *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

static View
get_view (ScCanvas *self)
{
  return (View){ self->zoom, sc_canvas_get_exact_scroll (self) };
}

static void
set_view (ScCanvas *self, View view)
{
  gboolean zoomed = view.zoom != self->zoom;

  if (zoomed)
    {
      sc_canvas_end_rename (self, TRUE);
      self->zoom = view.zoom;
      if (sc_canvas_style_set_zoom (self->style, sc_canvas_get_zoom (self),
                                    gtk_widget_get_scale_factor (GTK_WIDGET (self))))
        sc_canvas_redraw_all (self);
      sc_canvas_configure_adjustments (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  sc_canvas_scroll_to (self, view.scroll.x, view.scroll.y);
  if (zoomed)
    g_object_notify (G_OBJECT (self), "zoom");
}

/* Leaves the view as it is in that moment. */
void
sc_canvas_stop_zooming (ScCanvas *self)
{
  ScZooming *zooming = g_steal_pointer (&self->zooming);

  if (zooming == NULL)
    return;
  adw_animation_pause (zooming->animation);
  g_object_unref (zooming->animation);
  g_free (zooming);
}

/* Evenly for the eye: the zoom by factors, and the point of the flow that stays where it is. */
static void
advance_cb (double progress, gpointer data)
{
  ScCanvas *self = data;
  const ScZooming *zooming = self->zooming;
  const View *from, *to;
  double zoom, share = progress;

  if (zooming == NULL)
    return;
  from = &zooming->from;
  to = &zooming->to;
  if (progress >= 1)
    {
      set_view (self, *to);
      return;
    }
  zoom = from->zoom * pow (to->zoom / from->zoom, progress);
  if (to->zoom != from->zoom)
    share = (zoom - from->zoom) / (to->zoom - from->zoom);
  set_view (self, (View){ zoom,
                          { from->scroll.x + (to->scroll.x - from->scroll.x) * share,
                            from->scroll.y + (to->scroll.y - from->scroll.y) * share } });
}

static void
arrived_cb (AdwAnimation *animation, ScCanvas *self)
{
  sc_canvas_stop_zooming (self);
  sc_canvas_tell ("zoomed %.0f", sc_canvas_get_zoom (self) * 100);
}

/* At once where animations are turned off, or nobody sees it. */
static void
go_to_view (ScCanvas *self, View view)
{
  ScZooming *zooming = g_new0 (ScZooming, 1);
  g_autoptr (AdwAnimation) animation = NULL;

  sc_canvas_stop_zooming (self);
  zooming->from = get_view (self);
  zooming->to = view;
  zooming->animation
      = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                 adw_callback_animation_target_new (advance_cb, self, NULL));
  self->zooming = zooming;
  g_signal_connect_object (zooming->animation, "done", G_CALLBACK (arrived_cb), self, 0);
  animation = g_object_ref (zooming->animation);
  adw_animation_play (animation);
}

/* At 100 % things are as large as the person wants text to be. */
static double
get_whole (ScCanvas *self)
{
  return self->style->text_scale;
}

static double
clamp_zoom (ScCanvas *self, double zoom)
{
  return CLAMP (zoom, SC_MIN_ZOOM * get_whole (self), SC_MAX_ZOOM * get_whole (self));
}

/* The view in which (x, y) shows the same point of the flow as it does now. */
static View
get_view_around (ScCanvas *self, double zoom, double x, double y)
{
  ScPoint scroll = sc_canvas_get_exact_scroll (self);
  double factor = zoom / self->zoom;

  return (View){ zoom, { (scroll.x + x) * factor - x, (scroll.y + y) * factor - y } };
}

void
sc_canvas_zoom_at (ScCanvas *self, double zoom, double x, double y)
{
  sc_canvas_stop_zooming (self);
  set_view (self, get_view_around (self, clamp_zoom (self, zoom), x, y));
}

double
sc_canvas_get_zoom (ScCanvas *self)
{
  return self->zoom / get_whole (self);
}

void
sc_canvas_set_zoom (ScCanvas *self, double zoom)
{
  sc_canvas_zoom_at (self, zoom * get_whole (self), get_width (self) / 2, get_height (self) / 2);
}

static void
zoom_to (ScCanvas *self, double zoom)
{
  go_to_view (self, get_view_around (self, zoom, get_width (self) / 2, get_height (self) / 2));
}

void
sc_canvas_zoom_step (ScCanvas *self, int direction)
{
  static const double steps[]
      = { 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2 };
  /* Pressed twice it goes two steps, however far the first has come. */
  double from = (self->zooming != NULL ? self->zooming->to.zoom : self->zoom) / get_whole (self);
  double zoom = from;

  if (direction > 0)
    for (guint i = 0; i < G_N_ELEMENTS (steps) && zoom == from; i++)
      zoom = steps[i] > from + 0.001 ? steps[i] : zoom;
  else
    for (guint i = G_N_ELEMENTS (steps); i > 0 && zoom == from; i--)
      zoom = steps[i - 1] < from - 0.001 ? steps[i - 1] : zoom;
  zoom_to (self, zoom * get_whole (self));
}

void
sc_canvas_zoom_reset (ScCanvas *self)
{
  zoom_to (self, get_whole (self));
}

void
sc_canvas_zoom_fit (ScCanvas *self)
{
  double zoom;

  if (self->layout == NULL || self->layout->n_cards == 0)
    return;

  zoom = MIN (get_width (self) / self->layout->width, get_height (self) / self->layout->height);
  go_to_view (self, (View){ clamp_zoom (self, MIN (zoom, get_whole (self))), { 0, 0 } });
}

static ScRect
join (ScRect a, ScRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  if (a.width == 0)
    return b;
  return (ScRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x,
                   MAX (a.y + a.height, b.y + b.height) - y };
}

static ScRect
get_line_rect (const ScLayoutLine *line)
{
  ScPoint low = line->points[0], high = low;

  for (guint p = 1; p < line->n_points; p++)
    {
      low = (ScPoint){ MIN (low.x, line->points[p].x), MIN (low.y, line->points[p].y) };
      high = (ScPoint){ MAX (high.x, line->points[p].x), MAX (high.y, line->points[p].y) };
    }
  return (ScRect){ low.x, low.y, MAX (high.x - low.x, 1), MAX (high.y - low.y, 1) };
}

/* All that is marked: whole cards, and rows of others. */
static ScRect
get_marked_rect (ScCanvas *self)
{
  const ScParts *parts = sc_editor_get_parts (self->editor);
  ScRect rect = { 0 };

  for (guint i = 0; i < self->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->cards, i);

      if (sc_parts_has (parts, SC_PART_STAGE, sc_stage_card_get_stage (card)->id))
        {
          rect = join (rect, self->layout->cards[i].rect);
          continue;
        }
      for (guint n = 0; n < sc_stage_card_get_n_rows (card); n++)
        {
          GtkWidget *row = GTK_WIDGET (sc_stage_card_get_row (card, n));

          if (sc_parts_has (parts, SC_PART_STEP, sc_step_row_get_step (SC_STEP_ROW (row))->id))
            rect = join (rect, sc_canvas_get_widget_rect (self, row));
        }
    }
  return rect;
}

/* No width: nothing is selected. */
static ScRect
get_selected_rect (ScCanvas *self)
{
  ScSelection selection = sc_editor_get_selection (self->editor);
  GtkWidget *selected = sc_canvas_get_selected_widget (self);

  if (selection.kind == SC_SELECTED_LINE)
    for (guint i = 0; i < self->layout->n_lines; i++)
      {
        ScSlot slot = sc_canvas_get_slot (self, i);

        if (g_strcmp0 (slot.after, selection.stage) == 0 && slot.branch == selection.branch)
          return get_line_rect (&self->layout->lines[i]);
      }
  if (SC_IS_CONDITION_BOX (selected))
    return sc_canvas_get_widget_rect (self, selected);
  return get_marked_rect (self);
}

/* In the middle of the view; what does not fit even at the smallest zoom is shown from its start.
 */
static View
get_view_of (ScCanvas *self, ScRect rect)
{
  double width = get_width (self), height = get_height (self);
  double zoom = MIN (width / (rect.width + 2 * FRAME), height / (rect.height + 2 * FRAME));
  View view = { clamp_zoom (self, MIN (zoom, get_whole (self))), { 0, 0 } };

  view.scroll.x = (rect.x - FRAME) * view.zoom;
  view.scroll.y = (rect.y - FRAME) * view.zoom;
  view.scroll.x -= MAX (0, (width - (rect.width + 2 * FRAME) * view.zoom) / 2);
  view.scroll.y -= MAX (0, (height - (rect.height + 2 * FRAME) * view.zoom) / 2);
  return view;
}

gboolean
sc_canvas_zoom_selection (ScCanvas *self)
{
  ScRect rect = { 0 };

  if (self->layout != NULL)
    rect = get_selected_rect (self);
  if (rect.width == 0)
    return FALSE;
  go_to_view (self, get_view_of (self, rect));
  return TRUE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, ScCanvas *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    {
      sc_canvas_stop_zooming (self);
      return GDK_EVENT_PROPAGATE;
    }

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= PIXELS_PER_NOTCH;
  sc_canvas_zoom_by (self, dy, self->pointer.x, self->pointer.y);
  return GDK_EVENT_STOP;
}

void
sc_canvas_zoom_by (ScCanvas *self, double notches, double x, double y)
{
  sc_canvas_zoom_at (self, self->zoom * pow (1.15, -notches), x, y);
}

/* What lay between the fingers stays there, wherever they go. */
static void
pinch_cb (GtkGestureZoom *gesture, double scale, ScCanvas *self)
{
  double x, y, zoom = clamp_zoom (self, self->pinch_zoom * scale);

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  x = sc_canvas_mirror (self, x);
  sc_canvas_stop_zooming (self);
  set_view (self, (View){ zoom, { self->pinched.x * zoom - x, self->pinched.y * zoom - y } });
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScCanvas *self)
{
  double x, y;

  self->pinch_zoom = self->zoom;
  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    self->pinched = sc_canvas_from_view (self, sc_canvas_mirror (self, x), y);
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
