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

/* With its corner at (x, y). */
static void
snapshot_ghost (ScCanvas *self, GtkSnapshot *snapshot, double x, double y)
{
  ScDrag *drag = self->drag;
  double width = gdk_paintable_get_intrinsic_width (drag->ghost);
  double height = gdk_paintable_get_intrinsic_height (drag->ghost);
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

GdkPaintable *
sc_drag_make_icon (ScCanvas *self, graphene_point_t *hot)
{
  /* Room for the count at the corner, and for the edge of a second card; where nothing can be
   * seen through it would be black. */
  gboolean clear = gdk_display_is_composited (gtk_widget_get_display (GTK_WIDGET (self)));
  float margin = clear || sc_parts_count (self->drag->parts) > 1 ? 16 : 0;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float width = (float) (gdk_paintable_get_intrinsic_width (self->drag->ghost) * self->zoom);
  float height = (float) (MIN (gdk_paintable_get_intrinsic_height (self->drag->ghost), GHOST_HEIGHT)
                          * self->zoom);

  sc_snapshot_begin_mirrored (snapshot, self->style, width + 2 * margin);
  if (clear)
    gtk_snapshot_push_opacity (snapshot, 0.85);
  snapshot_ghost (self, snapshot, margin, margin);
  if (clear)
    gtk_snapshot_pop (snapshot);
  sc_snapshot_end_mirrored (snapshot);
  *hot = GRAPHENE_POINT_INIT (margin + (float) (self->drag->grip.x * self->zoom),
                              margin + (float) (self->drag->grip.y * self->zoom));
  if (self->style->mirrored)
    hot->x = width + 2 * margin - hot->x;
  return gtk_snapshot_free_to_paintable (
      snapshot, &GRAPHENE_SIZE_INIT (width + 2 * margin, height + 2 * margin));
}

void
sc_canvas_snapshot_drag (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScDrag *drag = self->drag;
  g_autofree char *remark = NULL;

  if (drag == NULL)
    return;

  if (drag->ghost != NULL && drag->handed_over == NULL)
    snapshot_ghost (self, snapshot, self->pointer.x - drag->grip.x * self->zoom,
                    self->pointer.y - drag->grip.y * self->zoom);
  /* Where nothing would change, nothing is promised. */
  if (drag->target.kind != SC_DROP_NOWHERE && drag->outcome.after != drag->outcome.before)
    snapshot_target (self, snapshot);
  remark = sc_drag_dup_remark (drag);
  sc_canvas_snapshot_outcome (self, snapshot, &drag->outcome, remark);
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
  /* The desktop draws what it drags over everything here. */
  gboolean hidden = self->drag != NULL && (self->drag->foreign || self->drag->handed_over != NULL);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  sc_outcome_snapshot (outcome, snapshot, self->style, at, view, remark, hidden);
  gtk_snapshot_restore (snapshot);
}
