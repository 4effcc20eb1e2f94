/* sc-canvas-drag-draw.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

/* What is seen of a drag: where it would drop, what is carried, and what there is to say. */

/* Of a stage that is dragged only so much is shown. */
#define GHOST_HEIGHT 172.0

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
  gboolean refused = self->drag->outcome.after == NULL;

  sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT ((float) at.x - 2, (float) at.y - 42, 4, 84), 2,
                   colour, NULL, 0);
  sc_snapshot_box (snapshot, GRAPHENE_RECT_INIT ((float) at.x - 13, (float) at.y - 13, 26, 26), 13,
                   colour, NULL, 0);
  sc_snapshot_rect (snapshot, &self->style->on_accent, at.x - 6, at.y - 1, 12, 2);
  if (!refused)
    sc_snapshot_rect (snapshot, &self->style->on_accent, at.x - 1, at.y - 6, 2, 12);
}

static void
snapshot_target (ScCanvas *self, GtkSnapshot *snapshot)
{
  const GdkRGBA *colour = sc_outcome_get_colour (&self->drag->outcome, self->style);
  g_autoptr (GskTransform) transform = sc_canvas_get_transform (self);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, transform);
  if (self->drag->target.kind == SC_DROP_ROW)
    snapshot_row_target (self, snapshot, colour);
  else if (self->drag->target.kind == SC_DROP_BRANCH)
    sc_branch_drag_snapshot_target (self, snapshot, colour);
  else
    snapshot_insert_target (self, snapshot, colour);
  gtk_snapshot_restore (snapshot);
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
  /* It is a picture of what is mirrored already. */
  sc_snapshot_begin_mirrored (snapshot, self->style, width);
  gdk_paintable_snapshot (drag->ghost, snapshot, width, height);
  sc_snapshot_end_mirrored (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ self->style->accent, self->style->accent,
                                            self->style->accent, self->style->accent });
  gtk_snapshot_restore (snapshot);
  if (many)
    snapshot_count (self, snapshot, x + width * self->zoom, y);
}

void
sc_canvas_snapshot_drag (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScDrag *drag = self->drag;

  if (drag == NULL)
    return;

  snapshot_ghost (self, snapshot);
  /* Where nothing would change, nothing is promised. */
  if (drag->target.kind != SC_DROP_NOWHERE && drag->outcome.after != drag->outcome.before)
    snapshot_target (self, snapshot);
  sc_canvas_snapshot_outcome (self, snapshot, &drag->outcome, NULL);
}

void
sc_canvas_snapshot_outcome (ScCanvas *self,
                            GtkSnapshot *snapshot,
                            const ScOutcome *outcome,
                            const char *remark)
{
  float scale = (float) self->style->text_scale;
  graphene_size_t view
      = GRAPHENE_SIZE_INIT ((float) gtk_widget_get_width (GTK_WIDGET (self)) / scale,
                            (float) gtk_widget_get_height (GTK_WIDGET (self)) / scale);
  graphene_point_t at = GRAPHENE_POINT_INIT (self->pointer.x / scale, self->pointer.y / scale);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  sc_outcome_snapshot (outcome, snapshot, self->style, at, view, remark);
  gtk_snapshot_restore (snapshot);
}
