/* sc-canvas-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-drag.h"

#include <glib/gi18n-lib.h>

#include "sc-parts-text.h"
#include "sc-question.h"

/* One gesture on the canvas. It claims the sequence only past the threshold, so that clicks stay
 * clicks. What is dragged is known by its id; what a drop would do is found by doing it (see
 * sc-canvas-drop.c), and the outcome is what the drop commits. */

static void
free_drag (ScDrag *drag)
{
  sc_outcome_clear (&drag->outcome);
  g_clear_object (&drag->ghost);
  g_clear_object (&drag->handed_over);
  sc_clip_unref (drag->clip);
  sc_parts_unref (drag->parts);
  g_free (drag->stage);
  g_free (drag->step);
  g_free (drag);
}

static void
dim_step (ScCanvas *self, const char *step, double opacity)
{
  const ScStage *stage = NULL;
  ScStepRow *row = NULL;
  int position = -1;

  if (sc_flow_find_step (self->flow, step, &stage, NULL) != NULL)
    position = sc_canvas_find_stage (self, stage->id);
  if (position >= 0 && position < (int) self->cards->len)
    row = sc_stage_card_find_row (g_ptr_array_index (self->cards, position), step);
  if (row != NULL)
    gtk_widget_set_opacity (GTK_WIDGET (row), opacity);
}

/* A stage takes along what is in its branches. */
static void
dim_stage (ScCanvas *self, const ScFlowGraph *graph, const char *stage, double opacity)
{
  int position = sc_canvas_find_stage (self, stage);
  g_autofree gboolean *block = NULL;

  if (position < 0)
    return;
  block = sc_flow_graph_block (graph, (guint) position);
  for (guint i = 0; i < MIN (graph->n_stages, self->cards->len); i++)
    if (block[i])
      gtk_widget_set_opacity (g_ptr_array_index (self->cards, i), opacity);
}

static void
dim_dragged (ScCanvas *self, double opacity)
{
  const ScDrag *drag = self->drag;
  g_autoptr (ScFlowGraph) graph
      = drag->kind != SC_DRAG_STEPS ? sc_flow_graph_new (self->flow) : NULL;

  for (guint i = 0; i < sc_parts_count (drag->parts); i++)
    if (drag->kind == SC_DRAG_STEPS)
      dim_step (self, sc_parts_get (drag->parts, i).id, opacity);
    else
      dim_stage (self, graph, sc_parts_get (drag->parts, i).id, opacity);
}

/* Takes the drag off the canvas, which looks then as if it had never been. Called before anything
 * of the flow changes on the canvas. */
static ScDrag *
end_drag (ScCanvas *self)
{
  ScDrag *drag;

  dim_dragged (self, 1);
  drag = g_steal_pointer (&self->drag);
  sc_canvas_stop_scrolling (self);
  self->drag_hit = (ScHit){ SC_HIT_NOTHING, 0, 0 };
  self->can_grab = FALSE;
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

void
sc_drag_end_foreign (ScCanvas *self)
{
  if (self->drag != NULL && self->drag->foreign)
    free_drag (end_drag (self));
}

void
sc_drag_leave (ScCanvas *self)
{
  self->drag->looked = FALSE;
  self->drag->target = (ScDropTarget){ SC_DROP_NOWHERE, 0, 0 };
  sc_outcome_try (&self->drag->outcome, NULL, NULL);
  sc_canvas_stop_scrolling (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* It is the gesture's, and not the desktop's. */
static gboolean
is_held (ScCanvas *self)
{
  return self->drag != NULL && self->drag->handed_over == NULL && !self->drag->foreign;
}

const char *
sc_canvas_get_dragged_stage (ScCanvas *self)
{
  return self->drag != NULL ? self->drag->stage : NULL;
}

/* The part itself, or all of its kind that are marked with it. */
static ScParts *
find_dragged (ScCanvas *self, GtkWidget *widget)
{
  ScPart part;

  if (!sc_canvas_get_part (widget, &part))
    return NULL;
  if (sc_canvas_is_one_of_many (self, part))
    return sc_parts_filter (sc_editor_get_parts (self->editor), part.kind);
  return sc_parts_new (self->flow, &part, 1);
}

/* Fills in what is dragged and where it is. FALSE: that cannot be dragged. */
static gboolean
take_part (ScCanvas *self, ScDrag *drag, GtkWidget *part, ScPoint from)
{
  g_autoptr (GdkPaintable) live = NULL;
  ScRect rect;

  if (!SC_IS_STAGE_CARD (part) && !SC_IS_STEP_ROW (part))
    return FALSE;
  if (SC_IS_STEP_ROW (part) && sc_step_row_get_step (SC_STEP_ROW (part))->id == NULL)
    return FALSE;

  rect = sc_canvas_get_widget_rect (self, part);
  live = gtk_widget_paintable_new (part);
  drag->ghost = gdk_paintable_get_current_image (live);
  drag->grip = (ScPoint){ from.x - rect.x, from.y - rect.y };
  drag->card = self->drag_hit.index;
  drag->row = self->drag_hit.step;
  drag->stage
      = g_strdup (sc_stage_card_get_stage (g_ptr_array_index (self->cards, drag->card))->id);
  if (SC_IS_STEP_ROW (part))
    drag->step = g_strdup (sc_step_row_get_step (SC_STEP_ROW (part))->id);
  drag->kind = drag->step != NULL ? SC_DRAG_STEPS : SC_DRAG_STAGES;
  drag->parts = find_dragged (self, part);
  return TRUE;
}

const char *
sc_drag_get_nick (const ScDrag *self)
{
  static const char *const nicks[] = { "stage", "step", "branch" };

  return nicks[self->kind];
}

gboolean
sc_drag_begin (ScCanvas *self, double x, double y)
{
  ScPoint from = sc_canvas_from_view (self, x, y);
  ScDrag *drag;
  gboolean taken;

  if (sc_canvas_get_hit_widget (self, self->drag_hit) == NULL && !sc_hit_is_line (self->drag_hit))
    return FALSE;

  /* Which may change the flow, and what is where. */
  sc_canvas_end_rename (self, TRUE);
  drag = g_new0 (ScDrag, 1);
  sc_outcome_init (&drag->outcome, self->solution);
  taken = sc_hit_is_line (self->drag_hit)
              ? sc_branch_drag_begin (self, drag, self->drag_hit.index, from)
              : take_part (self, drag, sc_canvas_get_hit_widget (self, self->drag_hit), from);
  if (!taken)
    {
      free_drag (drag);
      return FALSE;
    }

  self->drag = drag;
  sc_canvas_set_hover (self, (ScHit){ SC_HIT_NOTHING, 0, 0 });
  dim_dragged (self, 0.35);
  sc_canvas_tell ("drag-begin %s %s", sc_drag_get_nick (drag),
                  drag->step != NULL ? drag->step : drag->stage);
  return TRUE;
}

void
sc_drag_arm (ScCanvas *self, double x, double y)
{
  ScPoint point = sc_canvas_from_view (self, x, y);

  self->drag_hit = sc_canvas_hit (self, point);
  /* The end of a line is dragged by itself. */
  if (sc_hit_is_line (self->drag_hit) && sc_way_drag_find_handle (self, point) >= 0)
    self->drag_hit = (ScHit){ SC_HIT_NOTHING, 0, 0 };
}

void
sc_drag_move (ScCanvas *self, double x, double y)
{
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
  sc_drag_find_target (self);
  sc_canvas_scroll_at_edges (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ScCanvas *self)
{
  sc_drag_arm (self, sc_canvas_mirror (self, x), y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  x = sc_canvas_mirror (self, x);
  dx *= sc_canvas_get_sign (self);
  if (self->drag == NULL && !sc_band_is_drawn (self))
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)
          || !(sc_drag_begin (self, x, y) || sc_band_begin (self)))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  if (is_held (self))
    {
      sc_drag_move (self, x + dx, y + dy);
      sc_drag_hand_over (self);
    }
  else if (self->drag == NULL)
    sc_band_move (self, x + dx, y + dy);
}

/* "Move step “Budget”", "Move 3 steps", …. */
static char *
name_drop (ScCanvas *self, const ScDrag *drag)
{
  const ScStage *stage = sc_flow_find_stage (self->flow, drag->stage, NULL);
  const ScStep *step = stage != NULL ? sc_stage_find_step (stage, drag->step, NULL) : NULL;
  g_autofree char *text = NULL;

  if (drag->kind == SC_DRAG_BRANCH)
    return g_strdup (drag->target.kind == SC_DROP_BRANCH ? _ ("Move branch")
                                                         : _ ("Move stages of a branch"));
  if (sc_parts_count (drag->parts) > 1)
    {
      text = sc_parts_text (drag->parts);
      return g_strdup_printf (_ ("Move %s"), text);
    }
  if (drag->step != NULL)
    return g_strdup_printf (_ ("Move step “%s”"),
                            step != NULL ? sc_step_get_label (step, self->language) : "");
  return g_strdup_printf (_ ("Move stage “%s”"),
                          stage != NULL ? sc_stage_get_label (stage, self->language) : "");
}

/* What was dropped stays what is marked. */
static void
select_dropped (ScCanvas *self, const ScDrag *drag)
{
  ScPart part = { drag->step != NULL ? SC_PART_STEP : SC_PART_STAGE,
                  drag->step != NULL ? drag->step : drag->stage };

  if (drag->kind == SC_DRAG_BRANCH)
    sc_branch_drag_select_dropped (self, drag);
  else
    sc_editor_select_parts (self->editor, drag->parts, &part);
}

void
sc_drag_drop (ScCanvas *self)
{
  ScDrag *drag = end_drag (self);
  ScSolution *after = sc_outcome_take (&drag->outcome, sc_editor_get_solution (self->editor));
  g_autofree char *name = NULL;

  if (after == NULL)
    {
      sc_canvas_tell ("drop nothing");
      free_drag (drag);
      return;
    }

  name = name_drop (self, drag);
  sc_editor_commit_and_tell (self->editor, after, NULL, name);
  select_dropped (self, drag);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  sc_canvas_tell ("drop %s %s", sc_drag_get_nick (drag),
                  drag->step != NULL ? drag->step : drag->stage);
  free_drag (drag);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  if (is_held (self))
    sc_drag_drop (self);
  sc_band_end (self);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScCanvas *self)
{
  if (is_held (self))
    forget_drag (self);
  sc_band_end (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ScCanvas *self)
{
  if (self->drag == NULL && !sc_band_is_drawn (self))
    return GDK_EVENT_PROPAGATE;

  /* Nothing else is done by keys in the middle of a drag. */
  if (keyval == GDK_KEY_Escape && !sc_band_cancel (self))
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
  sc_canvas_add_drop_target (self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
