/* sc-canvas-pointer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

/* All handling of the pointer but dragging and zooming, for the canvas and its parts: what is where
 * is known from the layout. */

static const ScHit nothing = { SC_HIT_NOTHING, 0, 0 };

static void
show_hover (ScCanvas *self, ScHit hit, gboolean hovered)
{
  GtkWidget *part = sc_canvas_get_hit_widget (self, hit);

  if (SC_IS_STEP_ROW (part))
    sc_step_row_set_hovered (SC_STEP_ROW (part), hovered);
  else if (SC_IS_CANVAS_BUTTON (part))
    sc_canvas_button_set_hovered (SC_CANVAS_BUTTON (part), hovered);
}

void
sc_canvas_set_hover (ScCanvas *self, ScHit hit)
{
  if (sc_hit_equal (hit, self->hover))
    return;

  show_hover (self, self->hover, FALSE);
  self->hover = hit;
  show_hover (self, hit, TRUE);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, ScCanvas *self)
{
  ScPoint point;

  x = sc_canvas_mirror (self, x);
  point = sc_canvas_from_view (self, x, y);
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
  if (self->drag != NULL || sc_band_is_drawn (self) || sc_way_drag_is_drawn (self))
    return;
  sc_canvas_set_hover (self, sc_canvas_hit (self, point));
  sc_way_drag_hover (self, &point);
}

static void
leave_cb (GtkEventControllerMotion *controller, ScCanvas *self)
{
  sc_way_drag_hover (self, NULL);
  sc_canvas_set_hover (self, nothing);
}

static void
select_line (ScCanvas *self, guint index)
{
  ScEdge edge = self->layout->lines[index].edge;
  const ScStage *stage = sc_list_get (self->flow->stages, edge.from);

  sc_editor_select (self->editor, (ScSelection){ SC_SELECTED_LINE, stage->id, NULL, edge.branch });
}

/* Ctrl toggles, Shift extends. A part that is marked may be about to be dragged: what takes its
 * mark away, or those of others, waits for the release. */
static void
press_part (ScCanvas *self, GtkWidget *widget, GdkModifierType state)
{
  const ScParts *parts = sc_editor_get_parts (self->editor);
  ScPart part;

  if (!sc_canvas_get_part (widget, &part))
    {
      sc_canvas_go_to (self, widget);
    }
  else if ((state & GDK_SHIFT_MASK) != 0)
    {
      sc_canvas_focus_part (widget);
      sc_editor_extend_to (self->editor, part, (state & GDK_CONTROL_MASK) != 0);
    }
  else if ((state & GDK_CONTROL_MASK) != 0 && sc_parts_has (parts, part.kind, part.id))
    {
      sc_canvas_focus_part (widget);
      self->on_release = SC_ON_RELEASE_TOGGLE;
    }
  else if ((state & GDK_CONTROL_MASK) != 0)
    {
      sc_canvas_focus_part (widget);
      sc_editor_toggle_part (self->editor, part);
    }
  else
    {
      if (sc_canvas_is_one_of_many (self, part))
        self->on_release = SC_ON_RELEASE_SELECT;
      sc_canvas_approach (self, widget);
    }
}

/* The second press of two: renames, or edits the condition. */
static void
press_again (ScCanvas *self, GtkWidget *part, ScHit hit)
{
  self->on_release = SC_ON_RELEASE_NOTHING;
  if (hit.kind == SC_HIT_STAGE)
    gtk_widget_activate_action (part, "stage.rename", NULL);
  else if (hit.kind == SC_HIT_STEP)
    gtk_widget_activate_action (part, "step.rename", NULL);
  else if (hit.kind == SC_HIT_CONDITION)
    gtk_widget_activate_action (part, "condition.edit", NULL);
}

static void
press_primary (ScCanvas *self, ScHit hit, int n_press, GdkModifierType state)
{
  GtkWidget *part = sc_canvas_get_hit_widget (self, hit);

  switch (hit.kind)
    {
    case SC_HIT_STAGE:
    case SC_HIT_STEP:
    case SC_HIT_REQUIRED:
    case SC_HIT_CONDITION:
      press_part (self, part, state);
      if (state != 0)
        break;
      if (n_press == 2 && self->clicked)
        press_again (self, part, hit);
      break;
    case SC_HIT_LINE:
    case SC_HIT_BRIDGE:
      sc_canvas_focus_self (self);
      select_line (self, hit.index);
      break;
    case SC_HIT_NOTHING:
      if (state == 0)
        sc_editor_select_nothing (self->editor);
      sc_canvas_focus_self (self);
      break;
    case SC_HIT_ADD_STEP:
    case SC_HIT_INSERT:
      break;
    }
}

static GdkModifierType
get_modifiers (GtkGestureClick *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
         & (GDK_CONTROL_MASK | GDK_SHIFT_MASK);
}

/* There, dragging scrolls. */
static gboolean
is_touch (GdkEvent *event)
{
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ScCanvas *self)
{
  GdkEvent *event = gtk_gesture_get_last_event (
      GTK_GESTURE (gesture),
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  ScHit hit;

  if (self->drag != NULL)
    {
      sc_canvas_cancel_drag (self);
      return;
    }
  if (sc_band_cancel (self))
    return;

  sc_canvas_end_rename (self, TRUE);
  self->on_release = SC_ON_RELEASE_NOTHING;
  hit = sc_canvas_hit (self, sc_canvas_from_view (self, sc_canvas_mirror (self, x), y));
  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      GtkWidget *part = sc_canvas_get_hit_widget (self, hit);

      if (sc_hit_is_line (hit) || hit.kind == SC_HIT_INSERT)
        sc_canvas_open_line_menu (self, hit.index, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      else if (part != NULL)
        sc_canvas_open_menu (self, part, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      else if (hit.kind == SC_HIT_NOTHING)
        sc_canvas_open_place_menu (self, &GRAPHENE_POINT_INIT ((float) x, (float) y));
    }
  else if (button == GDK_BUTTON_PRIMARY)
    {
      GdkModifierType state = get_modifiers (gesture);

      /* While it is pressed nothing scrolls away under the pointer. */
      self->pressed = hit;
      self->plain_press = state == 0;
      if (hit.kind == SC_HIT_NOTHING && !self->space_held && !is_touch (event))
        sc_band_arm (self, sc_canvas_mirror (self, x), y, state != 0);
      press_primary (self, hit, n_press, state);
      self->clicked = FALSE;
    }
}

static void
release_part (ScCanvas *self, GtkWidget *widget, ScOnRelease on_release)
{
  ScPart part;

  if (on_release == SC_ON_RELEASE_SELECT)
    {
      sc_canvas_go_to (self, widget);
    }
  else if (sc_canvas_get_part (widget, &part))
    {
      sc_editor_toggle_part (self->editor, part);
      sc_canvas_focus_part (widget);
    }
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, ScCanvas *self)
{
  ScHit pressed = self->pressed;
  ScHit hit = sc_canvas_hit (self, sc_canvas_from_view (self, sc_canvas_mirror (self, x), y));
  ScOnRelease on_release = self->on_release;
  GtkWidget *part;

  self->pressed = nothing;
  self->on_release = SC_ON_RELEASE_NOTHING;
  if (!sc_hit_equal (hit, pressed))
    return;
  self->clicked = self->drag == NULL && !sc_band_is_drawn (self);

  part = sc_canvas_get_hit_widget (self, hit);
  if (on_release == SC_ON_RELEASE_TOGGLE
      || (on_release == SC_ON_RELEASE_SELECT && hit.kind != SC_HIT_REQUIRED))
    release_part (self, part, on_release);
  else if (hit.kind == SC_HIT_REQUIRED && self->plain_press)
    gtk_widget_activate_action (part, "step.toggle-required", NULL);
  else if (hit.kind == SC_HIT_BRIDGE && self->plain_press && self->clicked)
    sc_canvas_open_relationship_menu (self, hit.index);
  else if (hit.kind == SC_HIT_ADD_STEP || hit.kind == SC_HIT_INSERT)
    gtk_widget_activate_action (part, "button.activate", NULL);
}

static void
click_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScCanvas *self)
{
  self->pressed = nothing;
  self->on_release = SC_ON_RELEASE_NOTHING;
}

static void
set_cursor (ScCanvas *self, const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
space_pressed_cb (GtkEventControllerKey *controller,
                  guint keyval,
                  guint keycode,
                  GdkModifierType state,
                  ScCanvas *self)
{
  if (keyval != GDK_KEY_space || self->rename != NULL || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  self->space_held = TRUE;
  set_cursor (self, "grab");
  return GDK_EVENT_STOP;
}

static void
space_released_cb (GtkEventControllerKey *controller,
                   guint keyval,
                   guint keycode,
                   GdkModifierType state,
                   ScCanvas *self)
{
  if (keyval == GDK_KEY_space && self->space_held)
    {
      self->space_held = FALSE;
      set_cursor (self, NULL);
    }
}

/* The middle button, or the first one while Space is held, pushes the canvas about. */
static void
pan_begin_cb (GtkGestureDrag *gesture, double x, double y, ScCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self->drag != NULL
      || !(button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && self->space_held)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pan_from = sc_canvas_get_scroll (self);
  set_cursor (self, "grabbing");
}

static void
pan_update_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  sc_canvas_scroll_to (self, self->pan_from.x - dx * sc_canvas_get_sign (self),
                       self->pan_from.y - dy);
}

static void
pan_end_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  set_cursor (self, self->space_held ? "grab" : NULL);
}

static void
add (ScCanvas *self, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
sc_canvas_add_pointer (ScCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (space_pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (space_released_cb), self, 0);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  g_signal_connect_object (click, "cancel", G_CALLBACK (click_cancel_cb), self, 0);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pan), GTK_PHASE_CAPTURE);
  g_signal_connect_object (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self, 0);
  g_signal_connect_object (pan, "drag-update", G_CALLBACK (pan_update_cb), self, 0);
  g_signal_connect_object (pan, "drag-end", G_CALLBACK (pan_end_cb), self, 0);

  add (self, motion);
  add (self, keys);
  add (self, GTK_EVENT_CONTROLLER (click));
  add (self, GTK_EVENT_CONTROLLER (pan));
}
