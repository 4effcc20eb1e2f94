/* sc-canvas-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-drag.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sc-question.h"

/* One gesture on the canvas. It claims the sequence only past the threshold, so that clicks stay
 * clicks. What is dragged is known by its id; what a drop would do is found by doing it (see
 * sc-canvas-drop.c), and the outcome is what the drop commits. */

#define SCROLL_EDGE  44.0
#define SCROLL_SPEED 900.0 /* pixels of the view per second, right at the edge */

static void
free_drag (ScDrag *drag)
{
  sc_drag_clear_outcome (drag);
  sc_solution_unref ((ScSolution *) drag->solution);
  g_clear_object (&drag->ghost);
  g_free (drag->stage);
  g_free (drag->step);
  g_free (drag);
}

/* A stage takes along what is in its branches. */
static void
dim_dragged (ScCanvas *self, double opacity)
{
  const ScDrag *drag = self->drag;
  int position = sc_canvas_find_stage (self, drag->stage);
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autofree gboolean *block = NULL;

  if (position < 0 || position >= (int) self->cards->len)
    return;

  if (drag->step != NULL)
    {
      ScStepRow *row
          = sc_stage_card_find_row (g_ptr_array_index (self->cards, position), drag->step);

      if (row != NULL)
        gtk_widget_set_opacity (GTK_WIDGET (row), opacity);
      return;
    }

  graph = sc_flow_graph_new (self->flow);
  block = sc_flow_graph_block (graph, (guint) position);
  for (guint i = 0; i < MIN (graph->n_stages, self->cards->len); i++)
    if (block[i])
      gtk_widget_set_opacity (g_ptr_array_index (self->cards, i), opacity);
}

/* Takes the drag off the canvas, which looks then as if it had never been. Called before anything
 * of the flow changes on the canvas. */
static ScDrag *
end_drag (ScCanvas *self)
{
  ScDrag *drag;

  dim_dragged (self, 1);
  drag = g_steal_pointer (&self->drag);
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag->tick);
  self->drag_hit = (ScHit){ SC_HIT_NOTHING, 0, 0 };
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return drag;
}

static gboolean
forget_drag (ScCanvas *self)
{
  self->drag_hit = (ScHit){ SC_HIT_NOTHING, 0, 0 };
  if (self->drag == NULL)
    return FALSE;

  free_drag (end_drag (self));
  sc_canvas_tell ("drag-cancel");
  return TRUE;
}

void
sc_canvas_cancel_drag (ScCanvas *self)
{
  if (!forget_drag (self))
    return;

  /* Ends the gesture too, so that the rest of the motion does not begin another drag. It emits
   * drag-end, which finds nothing to drop. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag_gesture));
}

const char *
sc_canvas_get_dragged_stage (ScCanvas *self)
{
  return self->drag != NULL ? self->drag->stage : NULL;
}

gboolean
sc_drag_begin (ScCanvas *self, double x, double y)
{
  GtkWidget *part = sc_canvas_get_hit_widget (self, self->drag_hit);
  g_autoptr (GdkPaintable) live = NULL;
  ScPoint from = sc_canvas_from_view (self, x, y);
  ScDrag *drag;
  ScRect rect;

  if (!SC_IS_STAGE_CARD (part) && !SC_IS_STEP_ROW (part))
    return FALSE;
  if (SC_IS_STEP_ROW (part) && sc_step_row_get_step (SC_STEP_ROW (part))->id == NULL)
    return FALSE;

  sc_canvas_end_rename (self, TRUE);
  part = sc_canvas_get_hit_widget (self, self->drag_hit);
  if (part == NULL)
    return FALSE;

  drag = g_new0 (ScDrag, 1);
  rect = sc_canvas_get_widget_rect (self, part);
  live = gtk_widget_paintable_new (part);
  drag->ghost = gdk_paintable_get_current_image (live);
  drag->grip = (ScPoint){ from.x - rect.x, from.y - rect.y };
  drag->solution = sc_solution_ref (self->solution);
  drag->card = self->drag_hit.index;
  drag->row = self->drag_hit.step;
  drag->stage
      = g_strdup (sc_stage_card_get_stage (g_ptr_array_index (self->cards, drag->card))->id);
  if (SC_IS_STEP_ROW (part))
    drag->step = g_strdup (sc_step_row_get_step (SC_STEP_ROW (part))->id);
  self->drag = drag;
  sc_canvas_set_hover (self, (ScHit){ SC_HIT_NOTHING, 0, 0 });
  dim_dragged (self, 0.35);
  sc_canvas_tell ("drag-begin %s %s", drag->step != NULL ? "step" : "stage",
                  drag->step != NULL ? drag->step : drag->stage);

  return TRUE;
}

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
  ScDrag *drag = self->drag;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = drag->last_tick != 0 ? (double) (now - drag->last_tick) / G_USEC_PER_SEC : 0;
  graphene_point_t scroll = sc_canvas_get_scroll (self);
  double push_x = get_push (self->pointer.x, gtk_widget_get_width (widget));
  double push_y = get_push (self->pointer.y, gtk_widget_get_height (widget));

  if (push_x == 0 && push_y == 0)
    {
      drag->tick = 0;
      return G_SOURCE_REMOVE;
    }

  drag->last_tick = now;
  /* After a pause of the clock it goes on where it was. */
  seconds = MIN (seconds, 0.05);
  sc_canvas_scroll_to (self, scroll.x + round (push_x * fabs (push_x) * SCROLL_SPEED * seconds),
                       scroll.y + round (push_y * fabs (push_y) * SCROLL_SPEED * seconds));
  sc_drag_find_target (self);
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
scroll_at_edges (ScCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->drag->tick != 0
      || (get_push (self->pointer.x, gtk_widget_get_width (widget)) == 0
          && get_push (self->pointer.y, gtk_widget_get_height (widget)) == 0))
    return;

  self->drag->last_tick = 0;
  self->drag->tick = gtk_widget_add_tick_callback (widget, scroll_tick_cb, NULL, NULL);
}

void
sc_drag_arm (ScCanvas *self, double x, double y)
{
  self->drag_hit = sc_canvas_hit (self, sc_canvas_from_view (self, x, y));
}

void
sc_drag_move (ScCanvas *self, double x, double y)
{
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
  sc_drag_find_target (self);
  scroll_at_edges (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ScCanvas *self)
{
  sc_drag_arm (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag == NULL)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)
          || !sc_drag_begin (self, x, y))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  sc_drag_move (self, x + dx, y + dy);
}

void
sc_drag_drop (ScCanvas *self)
{
  ScDrag *drag = end_drag (self);
  ScSolution *after = g_steal_pointer (&drag->after);
  const ScStage *stage = sc_flow_find_stage (self->flow, drag->stage, NULL);
  const ScStep *step = stage != NULL ? sc_stage_find_step (stage, drag->step, NULL) : NULL;
  g_autofree char *name = NULL;

  if (after == NULL || after == drag->solution
      || sc_editor_get_solution (self->editor) != drag->solution)
    {
      sc_canvas_tell ("drop nothing");
      sc_solution_unref (after);
      free_drag (drag);
      return;
    }

  if (drag->step != NULL)
    name = g_strdup_printf (_ ("Move step “%s”"),
                            step != NULL ? sc_step_get_label (step, self->language) : "");
  else
    name = g_strdup_printf (_ ("Move stage “%s”"),
                            stage != NULL ? sc_stage_get_label (stage, self->language) : "");
  sc_editor_commit_and_tell (self->editor, after, NULL, name);
  if (drag->step != NULL)
    sc_editor_select_step (self->editor, drag->step);
  else
    sc_editor_select_stage (self->editor, drag->stage);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sc_canvas_tell ("drop %s %s", drag->step != NULL ? "step" : "stage",
                  drag->step != NULL ? drag->step : drag->stage);
  free_drag (drag);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  if (self->drag != NULL)
    sc_drag_drop (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScCanvas *self)
{
  forget_drag (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ScCanvas *self)
{
  if (self->drag == NULL)
    return GDK_EVENT_PROPAGATE;

  /* Nothing else is done by keys in the middle of a drag. */
  if (keyval == GDK_KEY_Escape)
    sc_canvas_cancel_drag (self);
  return GDK_EVENT_STOP;
}

void
sc_canvas_add_drag (ScCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->drag_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag_gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (self->drag_gesture, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
