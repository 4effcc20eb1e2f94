/* sc-canvas-lines.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sc-id.h"

#define THICKNESS   2.0
#define CORNER      8.0
#define ARROW       7.0
#define CHIP_HEIGHT 22.0

/* Straight parts are plain rectangles: an area that cairo has to paint costs by its size, and
 * most of the area around a line is empty. */

static void
snapshot_straight (GtkSnapshot *snapshot, ScPoint a, ScPoint b, double width, const GdkRGBA *colour)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  if (a.y == b.y)
    sc_snapshot_rect (snapshot, colour, x, y - width / 2, fabs (a.x - b.x), width);
  else
    sc_snapshot_rect (snapshot, colour, x - width / 2, y, width, fabs (a.y - b.y));
}

static ScPoint
towards (ScPoint from, ScPoint to, double distance)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = MAX (fabs (dx), fabs (dy));

  return length == 0
             ? from
             : (ScPoint){ from.x + dx / length * distance, from.y + dy / length * distance };
}

static double
get_radius (ScPoint a, ScPoint b, ScPoint c)
{
  double one = MAX (fabs (a.x - b.x), fabs (a.y - b.y));
  double other = MAX (fabs (b.x - c.x), fabs (b.y - c.y));

  return MIN (CORNER, MIN (one, other) / 2);
}

static void
snapshot_corner (GtkSnapshot *snapshot,
                 ScPoint a,
                 ScPoint corner,
                 ScPoint b,
                 double width,
                 const GdkRGBA *colour)
{
  double margin = width;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      (float) (MIN (a.x, b.x) - margin), (float) (MIN (a.y, b.y) - margin),
      (float) (fabs (a.x - b.x) + 2 * margin), (float) (fabs (a.y - b.y) + 2 * margin));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, a.x, a.y);
  cairo_curve_to (cr, (a.x + 2 * corner.x) / 3, (a.y + 2 * corner.y) / 3, (b.x + 2 * corner.x) / 3,
                  (b.y + 2 * corner.y) / 3, b.x, b.y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_arrow (GtkSnapshot *snapshot, ScPoint tip, const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (tip.x - ARROW - 2), (float) (tip.y - ARROW),
                                     (float) ARROW + 3, (float) (2 * ARROW)));

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, tip.x - ARROW - 1, tip.y - ARROW / 1.6);
  cairo_line_to (cr, tip.x - ARROW - 1, tip.y + ARROW / 1.6);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* A dot where the flow ends; a cross where a line leads to a stage that is not there. */
static void
snapshot_end (
    GtkSnapshot *snapshot, const ScCanvasStyle *style, ScPoint at, int to, const GdkRGBA *colour)
{
  float r = 5.5f;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) at.x - r, (float) at.y - r, 2 * r, 2 * r);
  cairo_t *cr;

  if (to == SC_GRAPH_END)
    {
      sc_snapshot_box (snapshot, bounds, r, colour, NULL, 0);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gdk_cairo_set_source_rgba (cr, &style->error);
  cairo_set_line_width (cr, 2.5);
  cairo_move_to (cr, at.x - 4, at.y - 4);
  cairo_line_to (cr, at.x + 4, at.y + 4);
  cairo_move_to (cr, at.x - 4, at.y + 4);
  cairo_line_to (cr, at.x + 4, at.y - 4);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_way (GtkSnapshot *snapshot, const ScLayoutLine *line, double width, const GdkRGBA *colour)
{
  ScPoint at = line->points[0];

  for (guint p = 1; p < line->n_points; p++)
    {
      ScPoint point = line->points[p];

      if (p + 1 < line->n_points)
        {
          double radius = get_radius (line->points[p - 1], point, line->points[p + 1]);
          ScPoint before = towards (point, line->points[p - 1], radius);
          ScPoint after = towards (point, line->points[p + 1], radius);

          snapshot_straight (snapshot, at, before, width, colour);
          snapshot_corner (snapshot, before, point, after, width, colour);
          at = after;
        }
      else
        {
          /* The arrow ends the line. */
          snapshot_straight (snapshot, at, line->edge.to >= 0 ? towards (point, at, ARROW) : point,
                             width, colour);
        }
    }
}

static char *
get_branch_name (ScCanvas *self, const ScStage *stage, const ScLayoutLine *line)
{
  const ScBranch *branch;
  g_autofree char *text = NULL;

  if (stage->condition == NULL || sc_list_length (stage->condition->branches) == 0)
    return NULL;
  if (line->edge.branch == SC_EDGE_NEXT)
    return g_strdup (_ ("otherwise"));

  branch = sc_list_get (stage->condition->branches, (guint) line->edge.branch);
  if (branch->name != NULL && *branch->name != '\0')
    return g_strdup (branch->name);
  if (branch->otherwise)
    return g_strdup (_ ("otherwise"));
  if (line->edge.branch == 0)
    return g_strdup (_ ("if so"));
  return g_strdup_printf (_ ("branch %d"), line->edge.branch + 1);
}

static void
snapshot_name (ScCanvas *self,
               GtkSnapshot *snapshot,
               const ScStage *stage,
               const ScLayoutLine *line)
{
  ScCanvasStyle *style = self->style;
  g_autofree char *name = get_branch_name (self, stage, line);
  g_autoptr (PangoLayout) text = NULL;
  int width;

  if (name == NULL || !style->detail)
    return;

  text = sc_canvas_style_new_text (style, name, sc_layout_default_metrics.label_width - 18,
                                   SC_TEXT_SMALL);
  pango_layout_get_pixel_size (text, &width, NULL);
  sc_snapshot_box (snapshot,
                   GRAPHENE_RECT_INIT ((float) round (line->label.x - width / 2.0 - 9),
                                       (float) (line->label.y - CHIP_HEIGHT / 2),
                                       (float) width + 18, (float) CHIP_HEIGHT),
                   CHIP_HEIGHT / 2, &style->background, &style->border, 1);
  sc_snapshot_text (snapshot, text, round (line->label.x - width / 2.0), line->label.y,
                    &style->text);
}

static GskRenderNode *
build_line (ScCanvas *self, const ScLayoutLine *line, ScSelection selection)
{
  const ScCanvasStyle *style = self->style;
  const ScStage *stage = sc_list_get (self->flow->stages, line->edge.from);
  gboolean selected = selection.kind == SC_SELECTED_LINE && sc_id_equal (selection.stage, stage->id)
                      && selection.branch == line->edge.branch;
  const GdkRGBA *colour = selected ? &style->accent : &style->line;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  snapshot_way (snapshot, line, selected ? THICKNESS + 1 : THICKNESS, colour);
  if (line->edge.to >= 0)
    snapshot_arrow (snapshot, line->points[line->n_points - 1], colour);
  else
    snapshot_end (snapshot, style, line->points[line->n_points - 1], line->edge.to, colour);
  snapshot_name (self, snapshot, stage, line);

  return gtk_snapshot_free_to_node (snapshot);
}

void
sc_canvas_build_lines (ScCanvas *self)
{
  ScSelection selection = sc_editor_get_selection (self->editor);

  g_ptr_array_set_size (self->lines, 0);
  if (self->layout == NULL)
    return;

  for (guint i = 0; i < self->layout->n_lines; i++)
    g_ptr_array_add (self->lines, build_line (self, &self->layout->lines[i], selection));
}

/* From where the flow starts. */
static void
snapshot_start (ScCanvas *self, GtkSnapshot *snapshot)
{
  const ScLayoutCard *first = &self->layout->cards[0];
  ScPoint at = self->layout->first_insert;
  ScPoint tip = { first->rect.x, at.y };

  snapshot_straight (snapshot, at, towards (tip, at, ARROW), THICKNESS, &self->style->line);
  snapshot_arrow (snapshot, tip, &self->style->line);
}

void
sc_canvas_snapshot_lines (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScRect visible = sc_canvas_get_visible (self);
  graphene_rect_t frame = GRAPHENE_RECT_INIT ((float) visible.x, (float) visible.y,
                                              (float) visible.width, (float) visible.height);
  g_autoptr (GskTransform) transform = sc_canvas_get_transform (self);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, transform);
  if (self->layout->n_cards > 0)
    snapshot_start (self, snapshot);
  for (guint i = 0; i < self->lines->len; i++)
    {
      GskRenderNode *node = g_ptr_array_index (self->lines, i);
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (node, &bounds);
      if (graphene_rect_intersection (&bounds, &frame, NULL))
        gtk_snapshot_append_node (snapshot, node);
    }
  gtk_snapshot_restore (snapshot);
}
