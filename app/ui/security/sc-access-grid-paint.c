/* sc-access-grid-paint.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-grid-private.h"

/* Pixels from the edge where what is painted scrolls, and how far it does with each frame. */
#define EDGE  24
#define SPEED 8

static gpointer
get_key (ScAccessGrid *self, guint row, guint column)
{
  return GUINT_TO_POINTER (row * self->axes->n_columns + column + 1);
}

gboolean
sc_access_grid_is_painted (ScAccessGrid *self, guint row, guint column)
{
  return self->painted != NULL
         && g_hash_table_contains (self->painted, get_key (self, row, column));
}

static void
let_go (ScAccessGrid *self)
{
  self->held = FALSE;
  self->painting = FALSE;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

gboolean
sc_access_grid_stop_painting (ScAccessGrid *self)
{
  gboolean was_held = self->held;

  let_go (self);
  if (self->painted == NULL)
    return was_held;
  g_clear_pointer (&self->painted, g_hash_table_unref);
  sc_access_grid_rebind (self);
  return TRUE;
}

static void
paint_cell (ScAccessGrid *self, int row, int column)
{
  ScAccessSpot spot = sc_access_axes_get (self->axes, (guint) row, (guint) column);

  if (spot.exists && sc_access_target_allows (spot.target, self->paint))
    g_hash_table_add (self->painted, get_key (self, (guint) row, (guint) column));
}

/* The pointer may have jumped over some: all on the way are meant. */
static void
paint_to (ScAccessGrid *self, ScGridPlace to)
{
  ScGridPlace from = self->last;
  int n = MAX (ABS (to.row - from.row), ABS (to.column - from.column));

  for (int i = 0; i <= n; i++)
    paint_cell (self, from.row + (n > 0 ? (to.row - from.row) * i / n : 0),
                from.column + (n > 0 ? (to.column - from.column) * i / n : 0));
  self->last = to;
  sc_access_grid_rebind (self);
}

static void
start_painting (ScAccessGrid *self)
{
  ScAccessSpot spot
      = sc_access_axes_get (self->axes, (guint) self->start.row, (guint) self->start.column);
  ScAccessState state
      = sc_access_grid_get_state (self, (guint) self->start.row, (guint) self->start.column);

  self->painting = TRUE;
  self->paint = sc_access_target_next_level (spot.target, state.level, FALSE);
  self->painted = g_hash_table_new (NULL, NULL);
  self->last = self->start;
}

static int
get_pull (double at, double start, double end)
{
  if (at < start + EDGE)
    return -SPEED;
  return at > end - EDGE ? SPEED : 0;
}

/* At the edge it goes on to what is not in sight yet. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ScAccessGrid *self = SC_ACCESS_GRID (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = rtl ? gtk_widget_get_width (widget) - self->pointer_x : self->pointer_x;
  int across = get_pull (x, self->geometry.name_width, gtk_widget_get_width (widget));
  int down
      = get_pull (self->pointer_y, sc_access_grid_get_top (self), gtk_widget_get_height (widget));

  if (across == 0 && down == 0)
    return G_SOURCE_CONTINUE;
  sc_access_grid_scroll_to (self, GTK_ORIENTATION_HORIZONTAL,
                            self->offsets[GTK_ORIENTATION_HORIZONTAL] + across);
  sc_access_grid_scroll_to (self, GTK_ORIENTATION_VERTICAL,
                            self->offsets[GTK_ORIENTATION_VERTICAL] + down);
  paint_to (self, sc_access_grid_find_nearest (self, self->pointer_x, self->pointer_y));
  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, ScAccessGrid *self)
{
  ScGridPlace place;

  if (self->axes == NULL || !sc_access_grid_find_place (self, x, y, &place))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  sc_access_grid_stop_painting (self);
  self->held = TRUE;
  self->start = self->last = place;
  sc_access_grid_go_to (self, place.row, place.column);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, ScAccessGrid *self)
{
  double x, y;
  ScGridPlace place;

  if (!self->held || !sc_access_grid_has_cell (self, self->start) || !sc_access_grid_can_edit (self)
      || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  self->pointer_x = x + dx;
  self->pointer_y = y + dy;
  place = sc_access_grid_find_nearest (self, self->pointer_x, self->pointer_y);
  if (!self->painting && place.row == self->start.row && place.column == self->start.column)
    return;
  if (!self->painting)
    {
      start_painting (self);
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
    }
  paint_to (self, place);
}

static void
click (ScAccessGrid *self, GtkGesture *gesture)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (sc_access_grid_has_cell (self, self->start))
    sc_access_grid_step_level (self, self->start, (state & GDK_SHIFT_MASK) != 0);
  else
    sc_access_grid_popup_menu (self, self->start);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, ScAccessGrid *self)
{
  gboolean painting = self->painting, held = self->held;
  ScGridPlace place;
  double x, y;

  let_go (self);
  if (painting)
    sc_access_grid_commit_painted (self);
  else if (held && gtk_gesture_drag_get_start_point (drag, &x, &y)
           && sc_access_grid_find_place (self, x + dx, y + dy, &place)
           && place.row == self->start.row && place.column == self->start.column)
    click (self, GTK_GESTURE (drag));
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScAccessGrid *self)
{
  sc_access_grid_stop_painting (self);
}

static void
right_click_cb (GtkGestureClick *click, int n_press, double x, double y, ScAccessGrid *self)
{
  ScGridPlace place;

  if (self->axes == NULL || !sc_access_grid_find_place (self, x, y, &place))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  sc_access_grid_go_to (self, place.row, place.column);
  sc_access_grid_popup_menu (self, place);
}

void
sc_access_grid_add_gestures (ScAccessGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
