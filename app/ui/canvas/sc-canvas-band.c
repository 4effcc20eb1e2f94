/* sc-canvas-band.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

#include <math.h>

/* The rubber band: a rectangle drawn from empty canvas. It marks the stages whose header it meets,
 * and the steps that it meets of others. */

struct _ScBand
{
  gboolean drawn;  /* the pointer has moved far enough */
  ScPoint from;    /* in canvas units */
  ScParts *base;   /* what stays marked whatever the band meets */
  ScParts *before; /* what was marked when the button was pressed */
};

void
sc_band_arm (ScCanvas *self, double x, double y, gboolean add)
{
  sc_band_drop (self);
  self->band = g_new0 (ScBand, 1);
  self->band->from = sc_canvas_from_view (self, x, y);
  self->band->before = sc_parts_ref (sc_editor_get_parts (self->editor));
  if (add)
    self->band->base = sc_parts_ref (self->band->before);
}

gboolean
sc_band_is_drawn (ScCanvas *self)
{
  return self->band != NULL && self->band->drawn;
}

gboolean
sc_band_begin (ScCanvas *self)
{
  if (self->band == NULL)
    return FALSE;

  self->band->drawn = TRUE;
  sc_canvas_set_hover (self, (ScHit){ SC_HIT_NOTHING, 0, 0 });
  sc_canvas_tell ("band-begin");
  return TRUE;
}

static ScRect
get_rect (ScCanvas *self)
{
  ScPoint from = self->band->from;
  ScPoint to = sc_canvas_from_view (self, self->pointer.x, self->pointer.y);

  return (ScRect){ MIN (from.x, to.x), MIN (from.y, to.y), fabs (from.x - to.x),
                   fabs (from.y - to.y) };
}

static void
add_part (GArray *found, ScPartKind kind, const char *id)
{
  ScPart part = { kind, id };

  g_array_append_val (found, part);
}

static void
add_card (GArray *found, ScStageCard *card, ScRect place, ScRect band)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  double top = (band.y - place.y - metrics->header_height) / metrics->row_height;
  double bottom = (band.y + band.height - place.y - metrics->header_height) / metrics->row_height;

  if (band.x > place.x + place.width || band.x + band.width < place.x
      || band.y > place.y + place.height || band.y + band.height < place.y)
    return;
  if (top < 0)
    {
      add_part (found, SC_PART_STAGE, sc_stage_card_get_stage (card)->id);
      return;
    }
  for (guint row = (guint) top; row <= bottom && row < sc_stage_card_get_n_rows (card); row++)
    add_part (found, SC_PART_STEP, sc_step_row_get_step (sc_stage_card_get_row (card, row))->id);
}

void
sc_band_update (ScCanvas *self)
{
  g_autoptr (GArray) found = NULL;
  g_autoptr (ScParts) inside = NULL;
  g_autoptr (ScParts) parts = NULL;
  ScRect band;

  if (!sc_band_is_drawn (self) || self->flow == NULL)
    return;

  found = g_array_new (FALSE, FALSE, sizeof (ScPart));
  band = get_rect (self);
  for (guint i = 0; i < self->cards->len; i++)
    add_card (found, g_ptr_array_index (self->cards, i), self->layout->cards[i].rect, band);
  inside = sc_parts_new (self->flow, (const ScPart *) (gpointer) found->data, found->len);
  parts = self->band->base != NULL ? sc_parts_new_union (self->flow, self->band->base, inside)
                                   : sc_parts_ref (inside);
  sc_editor_select_parts (self->editor, parts, NULL);
}

void
sc_band_move (ScCanvas *self, double x, double y)
{
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
  sc_band_update (self);
  sc_canvas_scroll_at_edges (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sc_band_drop (ScCanvas *self)
{
  ScBand *band = g_steal_pointer (&self->band);

  if (band == NULL)
    return;

  if (band->drawn)
    {
      sc_canvas_stop_scrolling (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  sc_parts_unref (band->base);
  sc_parts_unref (band->before);
  g_free (band);
}

void
sc_band_end (ScCanvas *self)
{
  gboolean drawn = sc_band_is_drawn (self);

  sc_band_drop (self);
  if (!drawn)
    return;

  /* The focus, and what is said of the selection, have waited for this. */
  sc_canvas_show_selection (self);
  sc_canvas_tell ("band-end %u", sc_parts_count (sc_editor_get_parts (self->editor)));
}

gboolean
sc_band_cancel (ScCanvas *self)
{
  if (!sc_band_is_drawn (self))
    return FALSE;

  sc_editor_select_parts (self->editor, self->band->before, NULL);
  sc_band_end (self);
  /* Or the rest of the motion would begin something else. */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag_gesture));
  return TRUE;
}

void
sc_band_snapshot (ScCanvas *self, GtkSnapshot *snapshot)
{
  GdkRGBA fill = self->style->accent;

  if (!sc_band_is_drawn (self))
    return;

  fill.alpha = self->style->high_contrast ? 0.25f : 0.15f;
  sc_snapshot_box (snapshot, sc_canvas_rect_to_view (self, get_rect (self)), 2, &fill,
                   &self->style->accent, self->style->high_contrast ? 2 : 1);
}
