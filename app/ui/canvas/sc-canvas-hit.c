/* sc-canvas-hit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

#include <math.h>

#define LINE_REACH 6.0

static gboolean
contains (ScRect rect, ScPoint point)
{
  return point.x >= rect.x && point.x < rect.x + rect.width && point.y >= rect.y
         && point.y < rect.y + rect.height;
}

static ScHit
hit_card (ScCanvas *self, guint index, ScPoint point)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  ScRect rect = self->layout->cards[index].rect;
  ScStageCard *card = g_ptr_array_index (self->cards, index);
  double y = point.y - rect.y - metrics->header_height;
  guint row;

  /* Where no step is shown none is meant. */
  if (y < 0 || !self->style->detail)
    return (ScHit){ SC_HIT_STAGE, index, 0 };

  row = (guint) (y / metrics->row_height);
  if (row >= sc_stage_card_get_n_rows (card))
    return (ScHit){ SC_HIT_ADD_STEP, index, 0 };
  if (point.x > rect.x + rect.width - SC_REQUIRED_WIDTH)
    return (ScHit){ SC_HIT_REQUIRED, index, row };
  return (ScHit){ SC_HIT_STEP, index, row };
}

static gboolean
is_on_line (const ScLayoutLine *line, ScPoint point)
{
  for (guint p = 1; p < line->n_points; p++)
    {
      ScPoint a = line->points[p - 1], b = line->points[p];

      if (contains ((ScRect){ MIN (a.x, b.x) - LINE_REACH, MIN (a.y, b.y) - LINE_REACH,
                              fabs (a.x - b.x) + 2 * LINE_REACH,
                              fabs (a.y - b.y) + 2 * LINE_REACH },
                    point))
        return TRUE;
    }

  return FALSE;
}

/* What stands on a line is higher than the line can be clicked at. */
static gboolean
is_on_name (ScCanvas *self, guint line, ScPoint point)
{
  ScPoint middle = self->layout->lines[line].label;
  ScRect rect;

  return fabs (point.y - middle.y) <= sc_layout_default_metrics.row_height
         && fabs (point.x - middle.x) <= sc_layout_default_metrics.label_width
         && sc_canvas_get_name_rect (self, line, &rect) && contains (rect, point);
}

ScHit
sc_canvas_hit (ScCanvas *self, ScPoint point)
{
  if (self->layout == NULL)
    return (ScHit){ SC_HIT_NOTHING, 0, 0 };

  for (guint i = 0; i < self->layout->n_cards; i++)
    if (contains (self->layout->cards[i].rect, point))
      return hit_card (self, i, point);
  for (guint i = 0; i < self->layout->n_conditions; i++)
    if (contains (self->layout->conditions[i].rect, point))
      return (ScHit){ SC_HIT_CONDITION, i, 0 };
  for (guint i = 0; i < self->inserts->len; i++)
    {
      ScPoint centre = sc_canvas_get_slot_point (self, i);

      if (hypot (point.x - centre.x, point.y - centre.y) <= SC_INSERT_SIZE / 2)
        return (ScHit){ SC_HIT_INSERT, i, 0 };
    }
  for (guint i = 0; i < self->layout->n_lines; i++)
    if (self->layout->lines[i].changes_table && is_on_name (self, i, point))
      return (ScHit){ SC_HIT_BRIDGE, i, 0 };
  for (guint i = 0; i < self->layout->n_lines; i++)
    if (is_on_name (self, i, point) || is_on_line (&self->layout->lines[i], point))
      return (ScHit){ SC_HIT_LINE, i, 0 };

  return (ScHit){ SC_HIT_NOTHING, 0, 0 };
}

gboolean
sc_hit_equal (ScHit a, ScHit b)
{
  return a.kind == b.kind && a.index == b.index && a.step == b.step;
}

gboolean
sc_hit_is_line (ScHit hit)
{
  return hit.kind == SC_HIT_LINE || hit.kind == SC_HIT_BRIDGE;
}

GtkWidget *
sc_canvas_get_hit_widget (ScCanvas *self, ScHit hit)
{
  GPtrArray *parts = hit.kind == SC_HIT_CONDITION ? self->conditions
                     : hit.kind == SC_HIT_INSERT  ? self->inserts
                                                  : self->cards;
  GtkWidget *part;

  if (hit.kind == SC_HIT_NOTHING || sc_hit_is_line (hit) || hit.index >= parts->len)
    return NULL;

  part = g_ptr_array_index (parts, hit.index);
  if (hit.kind == SC_HIT_STEP || hit.kind == SC_HIT_REQUIRED)
    return (GtkWidget *) sc_stage_card_get_row (SC_STAGE_CARD (part), hit.step);
  if (hit.kind == SC_HIT_ADD_STEP)
    return sc_stage_card_get_add_button (SC_STAGE_CARD (part));
  return part;
}

ScSlot
sc_canvas_get_slot (ScCanvas *self, guint insert)
{
  const ScStage *stage;
  ScEdge edge;

  if (insert >= self->layout->n_lines)
    return SC_SLOT_FIRST;

  edge = self->layout->lines[insert].edge;
  stage = sc_list_get (self->flow->stages, edge.from);
  return (ScSlot){ stage->id, edge.branch };
}

ScPoint
sc_canvas_get_slot_point (ScCanvas *self, guint insert)
{
  return insert < self->layout->n_lines ? self->layout->lines[insert].insert
                                        : self->layout->first_insert;
}
