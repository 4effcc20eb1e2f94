/* sc-canvas-drop.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

#include <math.h>

#include "sc-edit-parts.h"
#include "sc-uses.h"

/* Farther from every card than this, a step has no place to go. */
#define REACH 120.0
/* Of a stage that is dragged only so much is shown. */
#define GHOST_HEIGHT 172.0

static double
get_distance (ScRect rect, ScPoint point)
{
  double dx = MAX (MAX (rect.x - point.x, point.x - rect.x - rect.width), 0);
  double dy = MAX (MAX (rect.y - point.y, point.y - rect.y - rect.height), 0);

  return hypot (dx, dy);
}

static ScDropTarget
find_row (ScCanvas *self, ScPoint point)
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

static ScDropTarget
find_insert (ScCanvas *self, ScPoint point)
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

void
sc_drag_clear_outcome (ScDrag *self)
{
  sc_solution_unref (self->after);
  self->after = NULL;
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->loss, g_free);
}

static void
find_loss (ScDrag *drag)
{
  g_autoptr (ScList) lost = NULL;

  if (drag->after != NULL && drag->after != drag->solution)
    lost = sc_uses_find_lost (drag->solution, drag->after);
  if (lost != NULL)
    drag->loss = sc_uses_sum_up (lost);
}

static void
try_target (ScCanvas *self)
{
  ScDrag *drag = self->drag;
  g_autoptr (GError) error = NULL;
  const char *flow = self->flow->id;

  sc_drag_clear_outcome (drag);
  if (drag->target.kind == SC_DROP_INSERT)
    {
      drag->after = sc_edit_parts_move_stages (
          drag->solution, flow, drag->parts, sc_canvas_get_slot (self, drag->target.index), &error);
    }
  else if (drag->target.kind == SC_DROP_ROW)
    {
      const ScStage *stage
          = sc_stage_card_get_stage (g_ptr_array_index (self->cards, drag->target.index));

      drag->after = sc_edit_parts_move_steps (drag->solution, flow, drag->parts, stage->id,
                                              drag->target.position, &error);
    }
  if (error != NULL)
    drag->refusal = g_strdup (error->message);
  find_loss (drag);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   drag->after == NULL ? "not-allowed" : "grabbing");
}

static void
tell_target (ScCanvas *self)
{
  ScDropTarget target = self->drag->target;

  if (target.kind == SC_DROP_ROW)
    sc_canvas_tell ("drag-over stage %s position %u",
                    sc_stage_card_get_stage (g_ptr_array_index (self->cards, target.index))->id,
                    target.position);
  else if (target.kind == SC_DROP_INSERT)
    {
      ScSlot slot = sc_canvas_get_slot (self, target.index);

      sc_canvas_tell ("drag-over slot %s %d", slot.after != NULL ? slot.after : "first",
                      slot.branch);
    }
  else
    sc_canvas_tell ("drag-over nothing");
}

void
sc_drag_find_target (ScCanvas *self)
{
  ScDrag *drag = self->drag;
  ScPoint point = sc_canvas_from_view (self, self->pointer.x, self->pointer.y);
  ScDropTarget target = drag->step != NULL ? find_row (self, point) : find_insert (self, point);

  if (drag->looked && target.kind == drag->target.kind && target.index == drag->target.index
      && target.position == drag->target.position)
    return;

  drag->looked = TRUE;
  drag->target = target;
  try_target (self);
  tell_target (self);
}

/* A bar between rows, with a dot at its start. */
static void
snapshot_row_target (ScCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  const ScLayoutMetrics *metrics = &sc_layout_default_metrics;
  ScRect rect = self->layout->cards[self->drag->target.index].rect;
  double y = rect.y + metrics->header_height + metrics->row_height * self->drag->target.position;

  sc_snapshot_rect (snapshot, colour, rect.x + 4, y - 1.5, rect.width - 8, 3);
  sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT ((float) rect.x - 3, (float) y - 5, 10, 10), 5,
                   colour, NULL, 0);
}

/* The "+" grown to a place for a card. */
static void
snapshot_insert_target (ScCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  ScPoint at = sc_canvas_get_slot_point (self, self->drag->target.index);
  gboolean refused = self->drag->after == NULL;

  sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT ((float) at.x - 2, (float) at.y - 42, 4, 84), 2,
                   colour, NULL, 0);
  sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT ((float) at.x - 13, (float) at.y - 13, 26, 26), 13,
                   colour, NULL, 0);
  sc_snapshot_rect (snapshot, &self->style->on_accent, at.x - 6, at.y - 1, 12, 2);
  if (!refused)
    sc_snapshot_rect (snapshot, &self->style->on_accent, at.x - 1, at.y - 6, 2, 12);
}

/* How many there are, at the corner of the first of them; x and y in the view. */
static void
snapshot_count (ScCanvas *self, GtkSnapshot *snapshot, double x, double y)
{
  ScCanvasStyle *style = self->style;
  g_autofree char *count = g_strdup_printf ("%u", sc_parts_count (self->drag->parts));
  g_autoptr (PangoLayout) text = sc_canvas_style_new_text (style, count, 60, SC_TEXT_SMALL_BOLD);
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);
  sc_snapshot_box (snapshot,
                   GRAPHENE_RECT_INIT ((float) (x - width - 10), (float) y - 12,
                                       (float) MAX (width + 16, 24), 24),
                   12, &style->accent, &style->card, 2);
  sc_snapshot_text (snapshot, text, x - width - 10 + (MAX (width + 16, 24) - width) / 2.0, y,
                    &style->on_accent);
}

static void
snapshot_ghost (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScDrag *drag = self->drag;
  double width = gdk_paintable_get_intrinsic_width (drag->ghost);
  double height = gdk_paintable_get_intrinsic_height (drag->ghost);
  double x = self->pointer.x - drag->grip.x * self->zoom;
  double y = self->pointer.y - drag->grip.y * self->zoom;
  gboolean many = sc_parts_count (drag->parts) > 1;
  GskRoundedRect outline;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_scale (snapshot, (float) self->zoom, (float) self->zoom);
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) MIN (height, GHOST_HEIGHT)), 8);
  if (many)
    sc_snapshot_box (
        snapshot, GRAPHENE_RECT_INIT (6, 6, outline.bounds.size.width, outline.bounds.size.height),
        8, &self->style->card, &self->style->accent, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->style->card, &outline.bounds);
  gdk_paintable_snapshot (drag->ghost, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ self->style->accent, self->style->accent,
                                            self->style->accent, self->style->accent });
  gtk_snapshot_restore (snapshot);
  if (many)
    snapshot_count (self, snapshot, x + width * self->zoom, y);
}

/* Below the pointer: why nothing can be dropped here, or what it costs. */
void
sc_canvas_snapshot_note (ScCanvas *self,
                         GtkSnapshot *snapshot,
                         const char *note,
                         const GdkRGBA *colour)
{
  ScCanvasStyle *style = self->style;
  g_autoptr (PangoLayout) text = sc_canvas_style_new_text (style, note, 320, SC_TEXT_SMALL);
  double x = self->pointer.x + 16, y = self->pointer.y + 18;
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  x = MIN (x, MAX (8, gtk_widget_get_width (GTK_WIDGET (self)) - width - 28));
  sc_snapshot_box (
      snapshot, GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width + 20, (float) height + 12),
      8, &style->card, colour, 1.5);
  sc_snapshot_text (snapshot, text, x + 10, y + height / 2.0 + 6, &style->text);
}

void
sc_canvas_snapshot_drag (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScDrag *drag = self->drag;
  const GdkRGBA *colour;

  if (drag == NULL)
    return;

  snapshot_ghost (self, snapshot);
  colour = drag->after == NULL ? &self->style->error : &self->style->accent;
  /* Where nothing would change, nothing is promised. */
  if (drag->target.kind != SC_DROP_NOWHERE && drag->after != drag->solution)
    {
      g_autoptr (GskTransform) transform = sc_canvas_get_transform (self);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_transform (snapshot, transform);
      if (drag->target.kind == SC_DROP_ROW)
        snapshot_row_target (self, snapshot, colour);
      else
        snapshot_insert_target (self, snapshot, colour);
      gtk_snapshot_restore (snapshot);
    }
  if (drag->refusal != NULL)
    sc_canvas_snapshot_note (self, snapshot, drag->refusal, &self->style->error);
  else if (drag->loss != NULL)
    sc_canvas_snapshot_note (self, snapshot, drag->loss, &self->style->warning);
}
