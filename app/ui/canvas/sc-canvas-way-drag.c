/* sc-canvas-way-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-drag.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sc-edit-condition.h"
#include "sc-question.h"

/* The end of a line is dragged to a stage, to lead there, or to empty canvas, to end the flow. What
 * a drop would do is found by doing it, and the outcome is what the drop commits. */

/* How near to the end of a line it is taken hold of; from the tip of an arrow the place is a little
 * before it, so that the card behind it is not meant. */
#define REACH      7.0
#define BEFORE_TIP 8.0

#define NOWHERE (-2)
#define EMPTY   (-1)

struct _ScWayDrag
{
  guint line;
  gboolean drawn; /* the pointer has moved far enough */
  char *stage;    /* where the line begins */
  int branch;
  int target; /* position of a card, or one of the above */
  ScOutcome outcome;
};

static ScPoint
get_handle (const ScLayoutLine *line)
{
  ScPoint end = line->points[line->n_points - 1];

  if (line->edge.to >= 0)
    end.x -= BEFORE_TIP;
  return end;
}

static gboolean
is_selected (ScCanvas *self, const ScLayoutLine *line)
{
  ScSelection selection = sc_editor_get_selection (self->editor);
  const ScStage *stage = sc_list_get (self->flow->stages, line->edge.from);

  return selection.kind == SC_SELECTED_LINE && selection.branch == line->edge.branch
         && g_strcmp0 (selection.stage, stage->id) == 0;
}

/* Where several lines meet it is the selected one, else the first. */
int
sc_way_drag_find_handle (ScCanvas *self, ScPoint point)
{
  int found = -1;

  if (self->layout == NULL || sc_editor_get_lock (self->editor) != SC_LOCK_NONE)
    return -1;
  for (guint i = 0; i < self->layout->n_lines; i++)
    {
      const ScLayoutLine *line = &self->layout->lines[i];
      ScPoint handle = get_handle (line);

      if (hypot (point.x - handle.x, point.y - handle.y) <= REACH
          && (found < 0 || is_selected (self, line)))
        found = (int) i;
    }
  return found;
}

gboolean
sc_way_drag_is_drawn (ScCanvas *self)
{
  return self->way_drag != NULL && self->way_drag->drawn;
}

void
sc_way_drag_hover (ScCanvas *self, const ScPoint *point)
{
  int line = point != NULL && !self->space_held ? sc_way_drag_find_handle (self, *point) : -1;
  gboolean can_grab = line >= 0
                      || (point != NULL && !self->space_held && sc_hit_is_line (self->hover)
                          && sc_canvas_is_branch (self, self->hover.index));

  if (can_grab != self->can_grab && !self->space_held)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), can_grab ? "grab" : NULL);
  self->can_grab = can_grab;
  if (line != self->hovered_end)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hovered_end = line;
}

static void
drop_drag (ScCanvas *self)
{
  ScWayDrag *drag = g_steal_pointer (&self->way_drag);

  if (drag == NULL)
    return;
  sc_outcome_clear (&drag->outcome);
  g_free (drag->stage);
  g_free (drag);
  self->can_grab = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sc_way_drag_cancel (ScCanvas *self)
{
  gboolean drawn = sc_way_drag_is_drawn (self);

  drop_drag (self);
  if (!drawn)
    return;
  sc_canvas_tell ("way-cancel");
  /* Or the rest of the motion would begin something else. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->way_gesture));
}

/* The card at a point, or EMPTY; NOWHERE near the end of the line itself. */
static int
find_target (ScCanvas *self, ScPoint point)
{
  ScPoint handle = get_handle (&self->layout->lines[self->way_drag->line]);

  for (guint i = 0; i < self->layout->n_cards; i++)
    {
      ScRect rect = self->layout->cards[i].rect;

      if (point.x >= rect.x && point.x < rect.x + rect.width && point.y >= rect.y
          && point.y < rect.y + rect.height)
        return (int) i;
    }
  return hypot (point.x - handle.x, point.y - handle.y) < 3 * REACH ? NOWHERE : EMPTY;
}

static void
try_target (ScCanvas *self, int target)
{
  ScWayDrag *drag = self->way_drag;
  const ScStage *stage = target >= 0 ? sc_list_get (self->flow->stages, (guint) target) : NULL;
  ScSlot way = { drag->stage, drag->branch };
  ScSolution *after = NULL;
  GError *error = NULL;

  drag->target = target;
  if (stage != NULL)
    after = sc_edit_way_merge (drag->outcome.before, self->flow->id, way, stage->id, &error);
  else if (target == EMPTY)
    after = sc_edit_way_end (drag->outcome.before, self->flow->id, way, &error);
  sc_outcome_try (&drag->outcome, after, error);
  sc_canvas_tell ("way-over %s%s",
                  stage != NULL     ? stage->id
                  : target == EMPTY ? "end"
                                    : "nothing",
                  drag->outcome.refusal != NULL ? " refused" : "");
}

static void
press_cb (GtkGestureDrag *gesture, double x, double y, ScCanvas *self)
{
  int line
      = sc_way_drag_find_handle (self, sc_canvas_from_view (self, sc_canvas_mirror (self, x), y));
  ScWayDrag *drag;
  ScSlot way;

  drop_drag (self);
  if (line < 0 || self->space_held)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  way = sc_canvas_get_slot (self, (guint) line);
  drag = self->way_drag = g_new0 (ScWayDrag, 1);
  drag->line = (guint) line;
  sc_outcome_init (&drag->outcome, self->solution);
  drag->stage = g_strdup (way.after);
  drag->branch = way.branch;
  drag->target = NOWHERE;
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  ScWayDrag *drag = self->way_drag;
  double x, y;
  int target;

  if (drag == NULL)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  x = sc_canvas_mirror (self, x);
  dx *= sc_canvas_get_sign (self);
  if (!drag->drawn)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      drag->drawn = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      sc_canvas_set_hover (self, (ScHit){ SC_HIT_NOTHING, 0, 0 });
      self->hovered_end = -1;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      sc_canvas_tell ("way-begin %s %d", drag->stage, drag->branch);
    }
  self->pointer = GRAPHENE_POINT_INIT ((float) (x + dx), (float) (y + dy));
  target = find_target (self, sc_canvas_from_view (self, x + dx, y + dy));
  if (target != drag->target)
    try_target (self, target);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A drop that is refused changes nothing; why was said in the middle of the drag. */
static void
release_cb (GtkGestureDrag *gesture, double dx, double dy, ScCanvas *self)
{
  ScWayDrag *drag = self->way_drag;
  ScSolution *after;
  gboolean end;

  if (!sc_way_drag_is_drawn (self))
    {
      drop_drag (self);
      return;
    }
  after = sc_outcome_take (&drag->outcome, sc_editor_get_solution (self->editor));
  end = drag->target == EMPTY;
  drop_drag (self);
  if (after != NULL
      && sc_editor_commit_and_tell (self->editor, after, NULL,
                                    end ? _ ("End the flow here") : _ ("Lead to another stage")))
    sc_canvas_tell ("way-drop");
  else
    sc_canvas_tell ("way-drop nothing");
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScCanvas *self)
{
  drop_drag (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ScCanvas *self)
{
  if (!sc_way_drag_is_drawn (self))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    sc_way_drag_cancel (self);
  return GDK_EVENT_STOP;
}

void
sc_canvas_add_way_drag (ScCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->way_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->way_gesture), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->way_gesture),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->way_gesture, "drag-begin", G_CALLBACK (press_cb), self, 0);
  g_signal_connect_object (self->way_gesture, "drag-update", G_CALLBACK (update_cb), self, 0);
  g_signal_connect_object (self->way_gesture, "drag-end", G_CALLBACK (release_cb), self, 0);
  g_signal_connect_object (self->way_gesture, "cancel", G_CALLBACK (cancel_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->way_gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* From where the line leaves to the pointer. */
static void
snapshot_thread (ScCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const ScLayoutLine *line = &self->layout->lines[self->way_drag->line];
  graphene_rect_t from
      = sc_canvas_rect_to_view (self, (ScRect){ line->points[0].x, line->points[0].y, 0, 0 });
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                             (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &view);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 2.5);
  cairo_set_dash (cr, (double[]){ 6, 5 }, 2, 0);
  cairo_move_to (cr, from.origin.x, from.origin.y);
  cairo_line_to (cr, self->pointer.x, self->pointer.y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, self->pointer.x, self->pointer.y, 6, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* A ring that says: this can be taken hold of. */
static void
snapshot_handle (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScPoint at;

  if (self->hovered_end < 0 || self->hovered_end >= (int) self->layout->n_lines)
    return;
  at = get_handle (&self->layout->lines[self->hovered_end]);
  sc_snapshot_box (snapshot, sc_canvas_rect_to_view (self, (ScRect){ at.x - 7, at.y - 7, 14, 14 }),
                   7, &self->style->card, &self->style->accent, 2.5);
}

void
sc_way_drag_snapshot (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScWayDrag *drag = self->way_drag;
  const GdkRGBA *colour;

  if (!sc_way_drag_is_drawn (self))
    {
      snapshot_handle (self, snapshot);
      return;
    }
  colour = sc_outcome_get_colour (&drag->outcome, self->style);
  if (drag->target >= 0 && drag->target < (int) self->layout->n_cards
      && drag->outcome.after != drag->outcome.before)
    {
      ScRect rect = self->layout->cards[drag->target].rect;

      rect = (ScRect){ rect.x - 4, rect.y - 4, rect.width + 8, rect.height + 8 };
      sc_snapshot_box (snapshot, sc_canvas_rect_to_view (self, rect), 12, NULL, colour, 3);
    }
  snapshot_thread (self, snapshot, colour);
  sc_canvas_snapshot_outcome (self, snapshot, &drag->outcome,
                              drag->target == EMPTY && sc_outcome_changes (&drag->outcome)
                                  ? _ ("The flow ends here")
                                  : NULL);
}
