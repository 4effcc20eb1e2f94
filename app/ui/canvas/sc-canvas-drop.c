/* sc-canvas-drop.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

#include <math.h>

#include "sc-edit-parts.h"

/* Farther from every card than this, a step has no place to go. */
#define REACH 120.0

static double
get_distance (ScRect rect, ScPoint point)
{
  double dx = MAX (MAX (rect.x - point.x, point.x - rect.x - rect.width), 0);
  double dy = MAX (MAX (rect.y - point.y, point.y - rect.y - rect.height), 0);

  return hypot (dx, dy);
}

ScDropTarget
sc_drag_find_row (ScCanvas *self, ScPoint point)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  ScDropTarget target = { SC_DROP_NOWHERE, 0, 0 };
  double best = REACH;

  for (guint i = 0; i < self->layout->n_cards; i++)
    {
      ScRect rect = self->layout->cards[i].rect;
      double distance = get_distance (rect, point);
      double row = (point.y - rect.y - metrics->header_height) / metrics->row_height;
      guint n = sc_stage_card_get_n_rows (g_ptr_array_index (self->cards, i));

      if (distance >= best)
        continue;
      best = distance;
      target = (ScDropTarget){ SC_DROP_ROW, i, (guint) CLAMP (round (row), 0, n) };
    }

  return target;
}

ScDropTarget
sc_drag_find_insert (ScCanvas *self, ScPoint point)
{
  ScDropTarget target = { SC_DROP_NOWHERE, 0, 0 };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->inserts->len; i++)
    {
      ScPoint at = sc_canvas_get_slot_point (self, i);
      double distance = hypot (at.x - point.x, at.y - point.y);

      if (distance >= best)
        continue;
      best = distance;
      target = (ScDropTarget){ SC_DROP_INSERT, i, 0 };
    }

  return target;
}

static const ScStage *
get_target_stage (ScCanvas *self)
{
  return sc_stage_card_get_stage (g_ptr_array_index (self->cards, self->drag->target.index));
}

static void
try_target (ScCanvas *self)
{
  ScDrag *drag = self->drag;
  const ScSolution *before = drag->outcome.before;
  const char *flow = self->flow->id;
  ScSolution *after = NULL;
  GError *error = NULL;

  if (drag->foreign)
    {
      sc_drag_try_foreign (self);
    }
  else if (drag->kind == SC_DRAG_BRANCH)
    {
      sc_branch_drag_try_target (self);
    }
  else
    {
      if (drag->target.kind == SC_DROP_INSERT)
        after = sc_edit_parts_move_stages (before, flow, drag->parts,
                                           sc_canvas_get_slot (self, drag->target.index), &error);
      else if (drag->target.kind == SC_DROP_ROW)
        after = sc_edit_parts_move_steps (before, flow, drag->parts, get_target_stage (self)->id,
                                          drag->target.position, &error);
      sc_outcome_try (&drag->outcome, after, error);
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   drag->outcome.after == NULL ? "not-allowed" : "grabbing");
}

static void
tell_target (ScCanvas *self)
{
  ScDropTarget target = self->drag->target;
  ScSlot slot;

  switch (target.kind)
    {
    case SC_DROP_NOWHERE:
      sc_canvas_tell ("drag-over nothing");
      break;
    case SC_DROP_INSERT:
      slot = sc_canvas_get_slot (self, target.index);
      sc_canvas_tell ("drag-over slot %s %d", slot.after != NULL ? slot.after : "first",
                      slot.branch);
      break;
    case SC_DROP_ROW:
      sc_canvas_tell ("drag-over stage %s position %u", get_target_stage (self)->id,
                      target.position);
      break;
    case SC_DROP_BRANCH:
      sc_canvas_tell ("drag-over branch %u", target.position);
      break;
    }
}

static ScDropTarget
find_target (ScCanvas *self, ScPoint point)
{
  switch (self->drag->kind)
    {
    case SC_DRAG_STEPS:
      return sc_drag_find_row (self, point);
    case SC_DRAG_BRANCH:
      return sc_branch_drag_find_target (self, point);
    case SC_DRAG_STAGES:
    default:
      return sc_drag_find_insert (self, point);
    }
}

void
sc_drag_find_target (ScCanvas *self)
{
  ScDrag *drag = self->drag;
  ScPoint point = sc_canvas_from_view (self, self->pointer.x, self->pointer.y);
  ScDropTarget target = find_target (self, point);

  if (drag->looked && target.kind == drag->target.kind && target.index == drag->target.index
      && target.position == drag->target.position)
    return;

  drag->looked = TRUE;
  drag->target = target;
  try_target (self);
  tell_target (self);
}
