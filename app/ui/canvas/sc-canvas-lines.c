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
#define CHIP_LINE   14.0 /* for each line more */

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

/* The lookup that leads from the next row back to the one before says more to people than the
 * schema name of the relationship. */
static const char *
get_relationship (ScCanvas *self, const ScEdge *edge)
{
  const ScStage *stage = sc_list_get (self->flow->stages, edge->from);
  const ScStage *target = sc_list_get (self->flow->stages, (guint) edge->to);
  const ScTransition *transition = sc_flow_find_transition (self->flow, stage->id, target->id);
  const ScColumn *column;

  if (transition == NULL || transition->relationship == NULL)
    return _ ("no relationship");

  column = sc_solution_find_column (self->solution, target->table, transition->attribute);
  if (column != NULL)
    return sc_column_get_label (column, self->language);
  return transition->attribute != NULL ? transition->attribute : transition->relationship;
}

/* NULL: the line is that of no branch. */
static char *
get_branch_name (ScCanvas *self, const ScLayoutLine *line)
{
  const ScStage *stage = sc_list_get (self->flow->stages, line->edge.from);
  const ScBranch *branch;

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

/* What stands on a line: the name of its branch and, where the table changes, the relationship
 * below it; NULL: nothing. */
static char *
get_name (ScCanvas *self, const ScLayoutLine *line)
{
  g_autofree char *branch = get_branch_name (self, line);

  if (!line->changes_table)
    return g_steal_pointer (&branch);
  if (branch == NULL)
    return g_strdup (get_relationship (self, &line->edge));
  return g_strdup_printf ("%s\n%s", g_strdelimit (branch, "\r\n", ' '),
                          get_relationship (self, &line->edge));
}

gboolean
sc_canvas_is_branch (ScCanvas *self, guint line)
{
  ScEdge edge = self->layout->lines[line].edge;

  return edge.branch != SC_EDGE_NEXT && sc_canvas_find_condition (self, edge.from) >= 0;
}

/* NULL where nothing stands on the line, or nothing could be read. */
static PangoLayout *
make_name (ScCanvas *self, const ScLayoutLine *line)
{
  gboolean branch = sc_canvas_find_condition (self, line->edge.from) >= 0;
  double room = branch ? sc_layout_default_metrics.label_width
                       : sc_layout_default_metrics.relationship_width;
  g_autofree char *name = self->style->detail ? get_name (self, line) : NULL;
  PangoLayout *text;

  if (name == NULL)
    return NULL;
  text = sc_canvas_style_new_text (self->style, name, room - 18, SC_TEXT_SMALL);
  pango_layout_set_single_paragraph_mode (text, !(branch && line->changes_table));
  return text;
}

static ScRect
get_name_rect (PangoLayout *text, ScPoint middle)
{
  double height = CHIP_HEIGHT + CHIP_LINE * (pango_layout_get_line_count (text) - 1);
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);
  return (ScRect){ round (middle.x - width / 2.0 - 9), middle.y - height / 2, width + 18, height };
}

gboolean
sc_canvas_get_name_rect (ScCanvas *self, guint line, ScRect *rect)
{
  g_autoptr (PangoLayout) text = make_name (self, &self->layout->lines[line]);

  if (text != NULL)
    *rect = get_name_rect (text, self->layout->lines[line].label);
  return text != NULL;
}

/* The border of a relationship has the colour of the table it leads to. */
static GdkRGBA
get_name_border (ScCanvas *self, const ScLayoutLine *line)
{
  const ScStage *target;

  if (self->style->high_contrast || !line->changes_table)
    return self->style->border;
  target = sc_list_get (self->flow->stages, (guint) line->edge.to);
  return sc_canvas_style_get_table_colour (self->style,
                                           sc_canvas_get_table_colour (self, target->table));
}

void
sc_canvas_snapshot_name (ScCanvas *self, GtkSnapshot *snapshot, guint line, ScPoint middle)
{
  ScCanvasStyle *style = self->style;
  const ScLayoutLine *where = &self->layout->lines[line];
  g_autoptr (PangoLayout) text = make_name (self, where);
  GdkRGBA border;
  ScRect rect;

  if (text == NULL)
    return;
  border = get_name_border (self, where);
  rect = get_name_rect (text, middle);
  sc_snapshot_box (
      snapshot,
      GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width, (float) rect.height),
      CHIP_HEIGHT / 2, &style->background, &border, 1);
  sc_snapshot_text (snapshot, text, rect.x + 9, middle.y, &style->text);
}

char *
sc_canvas_dup_line_tooltip (ScCanvas *self, guint index)
{
  const ScLayoutLine *line = &self->layout->lines[index];
  const ScStage *from = sc_list_get (self->flow->stages, line->edge.from);
  const ScStage *to
      = line->edge.to >= 0 ? sc_list_get (self->flow->stages, (guint) line->edge.to) : NULL;
  g_autofree char *name = get_name (self, line);
  g_autoptr (GString) text = g_string_new (sc_stage_get_label (from, self->language));

  g_string_append_printf (text, " → %s",
                          to != NULL                      ? sc_stage_get_label (to, self->language)
                          : line->edge.to == SC_GRAPH_END ? _ ("end of the flow")
                                                          : _ ("a stage that is not there"));
  if (name != NULL)
    g_string_append_printf (text, "\n%s", name);
  /* On a branch there is only room for its own name. */
  if (line->changes_table && g_strcmp0 (name, get_relationship (self, &line->edge)) != 0)
    g_string_append_printf (text, "\n%s", get_relationship (self, &line->edge));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* In the overview thick enough to be seen. */
static double
get_thickness (const ScCanvasStyle *style)
{
  return style->detail ? THICKNESS : 2 * THICKNESS;
}

static GskRenderNode *
build_line (ScCanvas *self, guint index, ScSelection selection)
{
  const ScLayoutLine *line = &self->layout->lines[index];
  const ScCanvasStyle *style = self->style;
  const ScStage *stage = sc_list_get (self->flow->stages, line->edge.from);
  gboolean selected = selection.kind == SC_SELECTED_LINE && sc_id_equal (selection.stage, stage->id)
                      && selection.branch == line->edge.branch;
  ScTone tone = sc_canvas_get_tone (self, &line->edge);
  gboolean lit = selected || tone == SC_TONE_LIT;
  const GdkRGBA *colour = lit ? &style->accent : &style->line;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double thickness = get_thickness (style);

  if (tone == SC_TONE_BACK)
    gtk_snapshot_push_opacity (snapshot, SC_BACK_OPACITY);
  snapshot_way (snapshot, line, lit ? thickness * 1.5 : thickness, colour);
  if (line->edge.to >= 0)
    snapshot_arrow (snapshot, line->points[line->n_points - 1], colour);
  else
    snapshot_end (snapshot, style, line->points[line->n_points - 1], line->edge.to, colour);
  sc_canvas_snapshot_name (self, snapshot, index, line->label);
  if (tone == SC_TONE_BACK)
    gtk_snapshot_pop (snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* They are built again when they are next drawn. */
void
sc_canvas_forget_lines (ScCanvas *self)
{
  g_ptr_array_set_size (self->lines, 0);
  if (self->layout != NULL)
    g_ptr_array_set_size (self->lines, (int) self->layout->n_lines);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Names stand on the way, and are not wider than the gap it is in. */
static gboolean
is_visible (const ScLayoutLine *line, ScRect visible)
{
  ScPoint low = line->label, high = line->label;

  for (guint p = 0; p < line->n_points; p++)
    {
      low = (ScPoint){ MIN (low.x, line->points[p].x), MIN (low.y, line->points[p].y) };
      high = (ScPoint){ MAX (high.x, line->points[p].x), MAX (high.y, line->points[p].y) };
    }

  return low.x - CHIP_HEIGHT < visible.x + visible.width && high.x + CHIP_HEIGHT > visible.x
         && low.y - CHIP_HEIGHT < visible.y + visible.height && high.y + CHIP_HEIGHT > visible.y;
}

/* From where the flow starts. */
static void
snapshot_start (ScCanvas *self, GtkSnapshot *snapshot)
{
  const ScLayoutCard *first = &self->layout->cards[0];
  ScPoint at = self->layout->first_insert;
  ScPoint tip = { first->rect.x, at.y };

  snapshot_straight (snapshot, at, towards (tip, at, ARROW), get_thickness (self->style),
                     &self->style->line);
  snapshot_arrow (snapshot, tip, &self->style->line);
}

void
sc_canvas_snapshot_lines (ScCanvas *self, GtkSnapshot *snapshot)
{
  ScRect visible = sc_canvas_get_visible (self);
  ScSelection selection = sc_editor_get_selection (self->editor);
  g_autoptr (GskTransform) transform = sc_canvas_get_transform (self);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, transform);
  if (self->layout->n_cards > 0)
    snapshot_start (self, snapshot);
  for (guint i = 0; i < self->layout->n_lines; i++)
    {
      const ScLayoutLine *line = &self->layout->lines[i];

      if (!is_visible (line, visible))
        continue;
      if (g_ptr_array_index (self->lines, i) == NULL)
        g_ptr_array_index (self->lines, i) = build_line (self, i, selection);
      gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->lines, i));
    }
  gtk_snapshot_restore (snapshot);
}
