/* sc-canvas-branch-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"

#include <math.h>

#include "sc-edit-condition.h"

/* A branch is dropped on another "+", which takes its stages there, or between the names of the
 * branches of its condition, which takes it there with all that it leads to. */

/* How far above the first name and below the last one a branch is still among them. */
#define REACH 60.0

/* The stages that go with the branch; NULL: it has none of its own. */
static ScParts *
find_stages (ScCanvas *self, guint stage, guint branch)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (self->flow);
  g_autofree gboolean *own = sc_branch_find_own_stages (self->flow, graph, stage, branch);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (ScPart));

  sc_list_foreach (self->flow->stages, const ScStage *, value)
    {
      ScPart part = { SC_PART_STAGE, value->id };

      if (own[value_i])
        g_array_append_val (parts, part);
    }
  return sc_parts_new (self->flow, (const ScPart *) parts->data, parts->len);
}

/* Its name, or a bar where that could not be read. */
static GdkPaintable *
make_ghost (ScCanvas *self, guint line, ScRect rect)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_size_t size = GRAPHENE_SIZE_INIT ((float) rect.width, (float) rect.height);
  ScRect name;

  sc_snapshot_begin_mirrored (snapshot, self->style, rect.width);
  if (sc_canvas_get_name_rect (self, line, &name))
    sc_canvas_snapshot_name (self, snapshot, line, (ScPoint){ rect.width / 2, rect.height / 2 });
  else
    sc_snapshot_rect (snapshot, &self->style->bar, 10, rect.height / 2 - 4, rect.width - 20, 8);
  sc_snapshot_end_mirrored (snapshot);
  return gtk_snapshot_free_to_paintable (snapshot, &size);
}

gboolean
sc_branch_drag_begin (ScCanvas *self, ScDrag *drag, guint line, ScPoint from)
{
  const ScLayoutLine *where;
  ScRect rect;

  if (line >= self->layout->n_lines || !sc_canvas_is_branch (self, line))
    return FALSE;

  where = &self->layout->lines[line];
  if (!sc_canvas_get_name_rect (self, line, &rect))
    rect = (ScRect){ where->label.x - 40, where->label.y - 11, 80, 22 };
  drag->kind = SC_DRAG_BRANCH;
  drag->stage
      = g_strdup (((const ScStage *) sc_list_get (self->flow->stages, where->edge.from))->id);
  drag->branch = where->edge.branch;
  drag->card = where->edge.from;
  drag->parts = find_stages (self, where->edge.from, (guint) where->edge.branch);
  drag->ghost = make_ghost (self, line, rect);
  /* It may have been taken hold of far from its name. */
  drag->grip = (ScPoint){ CLAMP (from.x - rect.x, 0, rect.width),
                          CLAMP (from.y - rect.y, 0, rect.height) };
  return TRUE;
}

/* The names of the branches that it can go before or behind, from above: those that ask for
 * something, without itself. An array of ScPoint. */
static GArray *
find_others (ScCanvas *self)
{
  const ScDrag *drag = self->drag;
  const ScStage *stage = sc_list_get (self->flow->stages, drag->card);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (ScPoint));

  for (guint i = 0; i < self->layout->n_lines; i++)
    {
      const ScLayoutLine *line = &self->layout->lines[i];
      const ScBranch *branch;

      if (line->edge.from != drag->card || line->edge.branch == drag->branch
          || !sc_canvas_is_branch (self, i))
        continue;
      branch = sc_list_get (stage->condition->branches, (guint) line->edge.branch);
      if (!branch->otherwise)
        g_array_append_val (others, line->label);
    }
  return others;
}

static gboolean
is_otherwise (ScCanvas *self)
{
  const ScStage *stage = sc_list_get (self->flow->stages, self->drag->card);
  const ScBranch *branch = sc_list_get (stage->condition->branches, (guint) self->drag->branch);

  return branch->otherwise;
}

/* Where the names of all branches of its condition stand. */
static gboolean
is_among_names (ScCanvas *self, ScPoint point)
{
  double half = sc_layout_default_metrics.label_width / 2;
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, x = 0;

  for (guint i = 0; i < self->layout->n_lines; i++)
    if (self->layout->lines[i].edge.from == self->drag->card)
      {
        x = self->layout->lines[i].label.x;
        top = MIN (top, self->layout->lines[i].label.y);
        bottom = MAX (bottom, self->layout->lines[i].label.y);
      }
  return fabs (point.x - x) <= half && point.y >= top - REACH && point.y <= bottom + REACH;
}

ScDropTarget
sc_branch_drag_find_target (ScCanvas *self, ScPoint point)
{
  g_autoptr (GArray) others = find_others (self);
  guint position = 0;

  /* What is done otherwise stays the last. */
  if (others->len == 0 || is_otherwise (self) || !is_among_names (self, point))
    return sc_drag_find_insert (self, point);
  while (position < others->len && g_array_index (others, ScPoint, position).y < point.y)
    position++;
  return (ScDropTarget){ SC_DROP_BRANCH, self->drag->card, position };
}

void
sc_branch_drag_try_target (ScCanvas *self)
{
  ScDrag *drag = self->drag;
  const ScSolution *before = drag->outcome.before;
  ScSolution *after = NULL;
  GError *error = NULL;

  if (drag->target.kind == SC_DROP_BRANCH)
    after = sc_edit_branch_move (before, self->flow->id, drag->stage, (guint) drag->branch,
                                 drag->target.position, &error);
  else if (drag->target.kind == SC_DROP_INSERT)
    after = sc_edit_branch_take (before, self->flow->id, drag->stage, (guint) drag->branch,
                                 sc_canvas_get_slot (self, drag->target.index), &error);
  sc_outcome_try (&drag->outcome, after, error);
}

/* A bar between two names, with a dot at its start. */
void
sc_branch_drag_snapshot_target (ScCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  g_autoptr (GArray) others = find_others (self);
  guint position = self->drag->target.position;
  double width = sc_layout_default_metrics.label_width;
  ScPoint at;

  if (others->len == 0)
    return;
  at = g_array_index (others, ScPoint, MIN (position, others->len - 1));
  if (position == 0)
    at.y -= REACH / 2;
  else if (position >= others->len)
    at.y += REACH / 2;
  else
    at.y = (at.y + g_array_index (others, ScPoint, position - 1).y) / 2;
  sc_snapshot_rect (snapshot, colour, at.x - width / 2, at.y - 1.5, width, 3);
  sc_snapshot_box (snapshot,
                   GRAPHENE_RECT_INIT ((float) (at.x - width / 2 - 7), (float) at.y - 5, 10, 10), 5,
                   colour, NULL, 0);
}

void
sc_branch_drag_select_dropped (ScCanvas *self, const ScDrag *drag)
{
  if (drag->target.kind == SC_DROP_INSERT)
    sc_editor_select_parts (self->editor, drag->parts, NULL);
  else
    sc_editor_select (self->editor,
                      (ScSelection){ SC_SELECTED_CONDITION, drag->stage, NULL, SC_EDGE_NEXT });
}
