/* sc-canvas-commands.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-id.h"
#include "sc-question.h"

static const char *
get_stage_label (ScCanvas *self, const char *id)
{
  const ScStage *stage = sc_flow_find_stage (self->flow, id, NULL);

  return stage != NULL ? sc_stage_get_label (stage, self->language) : "";
}

static const char *
get_step_label (ScCanvas *self, const char *id)
{
  const ScStep *step = sc_flow_find_step (self->flow, id, NULL, NULL);

  return step != NULL ? sc_step_get_label (step, self->language) : "";
}

/* A line that leads to stage from the left, or away from it to the right. */
static int
find_line (ScCanvas *self, guint stage, int direction)
{
  for (guint i = 0; i < self->layout->n_lines; i++)
    {
      ScEdge edge = self->layout->lines[i].edge;

      if ((direction < 0 ? edge.to : (int) edge.from) == (int) stage)
        return (int) i;
    }

  return -1;
}

void
sc_canvas_add_stage (ScCanvas *self, ScSlot slot)
{
  g_autofree char *id = sc_id_new ();
  g_autofree char *behind = g_strdup (slot.after);
  GError *error = NULL;
  ScSolution *after;

  sc_canvas_end_rename (self, TRUE);
  slot.after = behind;
  after
      = sc_edit_stage_add (self->solution, self->flow->id, slot, id, _ ("New stage"), NULL, &error);
  if (!sc_editor_commit (self->editor, after, error, _ ("Add stage"), NULL))
    return;

  sc_editor_select_stage (self->editor, id);
  sc_canvas_rename_stage (self, id);
}

/* Behind a stage that branches: on its first branch. */
void
sc_canvas_add_stage_after (ScCanvas *self, const char *stage)
{
  const ScStage *value = sc_flow_find_stage (self->flow, stage, NULL);
  ScSlot slot = { stage, SC_EDGE_NEXT };

  if (value != NULL && value->condition != NULL && sc_list_length (value->condition->branches) > 0)
    slot.branch = 0;
  sc_canvas_add_stage (self, slot);
}

/* On the first of the ways that lead to it. */
void
sc_canvas_add_stage_before (ScCanvas *self, const char *stage)
{
  int position = sc_canvas_find_stage (self, stage);
  int line = position >= 0 ? find_line (self, (guint) position, -1) : -1;

  sc_canvas_add_stage (self, line >= 0 ? sc_canvas_get_slot (self, (guint) line) : SC_SLOT_FIRST);
}

/* What takes the place of the stage at that position, in the outcome of its deletion. */
static const char *
find_successor (ScCanvas *self, const ScSolution *after, guint position)
{
  const ScFlow *flow = after != NULL ? sc_solution_find_flow (after, self->flow->id, NULL) : NULL;
  guint n = flow != NULL ? sc_list_length (flow->stages) : 0;
  const ScStage *stage = n > 0 ? sc_list_get (flow->stages, MIN (position, n - 1)) : NULL;

  return stage != NULL ? stage->id : NULL;
}

void
sc_canvas_delete_stage (ScCanvas *self, const char *stage)
{
  int position = sc_canvas_find_stage (self, stage);
  ScSelection then = { SC_SELECTED_NOTHING, NULL, NULL, SC_EDGE_NEXT };
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (position < 0)
    return;

  name = g_strdup_printf (_ ("Delete stage “%s”"), get_stage_label (self, stage));
  after = sc_edit_stage_delete (self->solution, self->flow->id, stage, &error);
  then.stage = find_successor (self, after, (guint) position);
  if (then.stage != NULL)
    then.kind = SC_SELECTED_STAGE;
  sc_editor_propose (self->editor, after, error, SC_PROPOSE_DELETE, name, &then);
}

void
sc_canvas_duplicate_stage (ScCanvas *self, const char *stage)
{
  g_autofree char *name
      = g_strdup_printf (_ ("Duplicate stage “%s”"), get_stage_label (self, stage));
  g_autofree char *id = sc_id_new ();
  GError *error = NULL;
  ScSolution *after = sc_edit_stage_duplicate (self->solution, self->flow->id, stage, id, &error);

  if (sc_editor_commit (self->editor, after, error, name, NULL))
    sc_editor_select_stage (self->editor, id);
}

/* To the left: before the stage that leads here. To the right: behind the stage where the branches
 * of this one end, or behind the next one. */
gboolean
sc_canvas_get_shifted_slot (ScCanvas *self, guint stage, int direction, ScSlot *slot)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (self->flow);
  int next = graph->merge[stage];
  int line;

  if (direction < 0)
    {
      line = find_line (self, stage, -1);
      if (line < 0)
        return FALSE;
      line = find_line (self, self->layout->lines[line].edge.from, -1);
      *slot = line < 0 ? SC_SLOT_FIRST : sc_canvas_get_slot (self, (guint) line);
      return TRUE;
    }

  if (next < 0)
    return FALSE;
  line = find_line (self, (guint) next, 1);
  if (line < 0)
    return FALSE;
  *slot = sc_canvas_get_slot (self, (guint) line);
  return TRUE;
}

void
sc_canvas_shift_stage (ScCanvas *self, const char *stage, int direction)
{
  int position = sc_canvas_find_stage (self, stage);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;
  ScSlot slot;

  if (position < 0 || !sc_canvas_get_shifted_slot (self, (guint) position, direction, &slot))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  name = g_strdup_printf (_ ("Move stage “%s”"), get_stage_label (self, stage));
  after = sc_edit_stage_move (self->solution, self->flow->id, stage, slot, &error);
  sc_editor_commit_and_tell (self->editor, after, error, name);
}

void
sc_canvas_add_step (ScCanvas *self, const char *stage, guint position)
{
  g_autofree char *id = sc_id_new ();
  g_autofree char *stage_id = g_strdup (stage);
  GError *error = NULL;
  ScSolution *after;

  sc_canvas_end_rename (self, TRUE);
  after = sc_edit_step_add (self->solution, self->flow->id, stage_id, position, id, NULL, NULL,
                            &error);
  if (!sc_editor_commit (self->editor, after, error, _ ("Add step"), NULL))
    return;

  sc_editor_select_step (self->editor, id);
  sc_canvas_rename_step (self, id);
}

void
sc_canvas_delete_step (ScCanvas *self, const char *step)
{
  ScSelection then = { SC_SELECTED_STAGE, NULL, NULL, SC_EDGE_NEXT };
  const ScStage *stage = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;
  guint position;

  if (sc_flow_find_step (self->flow, step, &stage, &position) == NULL)
    return;

  then.stage = stage->id;
  if (sc_list_length (stage->steps) > 1)
    {
      guint next = position + 1 < sc_list_length (stage->steps) ? position + 1 : position - 1;

      then.kind = SC_SELECTED_STEP;
      then.step = ((const ScStep *) sc_list_get (stage->steps, next))->id;
    }
  name = g_strdup_printf (_ ("Delete step “%s”"), get_step_label (self, step));
  after = sc_edit_step_delete (self->solution, self->flow->id, step, &error);
  sc_editor_propose (self->editor, after, error, SC_PROPOSE_DELETE, name, &then);
}

void
sc_canvas_duplicate_step (ScCanvas *self, const char *step)
{
  g_autofree char *name = g_strdup_printf (_ ("Duplicate step “%s”"), get_step_label (self, step));
  g_autofree char *id = sc_id_new ();
  GError *error = NULL;
  ScSolution *after = sc_edit_step_duplicate (self->solution, self->flow->id, step, id, &error);

  if (sc_editor_commit (self->editor, after, error, name, NULL))
    sc_editor_select_step (self->editor, id);
}

void
sc_canvas_toggle_required (ScCanvas *self, const char *step)
{
  const ScStep *value = sc_flow_find_step (self->flow, step, NULL, NULL);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;

  if (value == NULL)
    return;

  name = g_strdup_printf (value->required ? _ ("Make “%s” optional") : _ ("Make “%s” required"),
                          get_step_label (self, step));
  after
      = sc_edit_step_set_required (self->solution, self->flow->id, step, !value->required, &error);
  sc_editor_commit (self->editor, after, error, name, NULL);
}

static void
move_step (ScCanvas *self, const char *step, const char *stage, guint position)
{
  g_autofree char *name = g_strdup_printf (_ ("Move step “%s”"), get_step_label (self, step));
  GError *error = NULL;
  ScSolution *after
      = sc_edit_step_move (self->solution, self->flow->id, step, stage, position, &error);

  sc_editor_commit_and_tell (self->editor, after, error, name);
}

void
sc_canvas_shift_step (ScCanvas *self, const char *step, int by)
{
  const ScStage *stage = NULL;
  guint position;

  if (sc_flow_find_step (self->flow, step, &stage, &position) == NULL)
    return;

  if ((int) position + by < 0 || (int) position + by >= (int) sc_list_length (stage->steps))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_step (self, step, stage->id, (guint) ((int) position + by));
}

void
sc_canvas_shift_step_across (ScCanvas *self, const char *step, int direction)
{
  const ScStage *stage = NULL;
  guint position;
  int neighbour;

  if (sc_flow_find_step (self->flow, step, &stage, &position) == NULL)
    return;

  neighbour
      = sc_canvas_get_neighbour (self, (guint) sc_canvas_find_stage (self, stage->id), direction);
  if (neighbour < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    move_step (self, step, sc_stage_card_get_stage (g_ptr_array_index (self->cards, neighbour))->id,
               position);
}

void
sc_canvas_delete_condition (ScCanvas *self, const char *stage)
{
  g_autofree char *name
      = g_strdup_printf (_ ("Delete condition after “%s”"), get_stage_label (self, stage));
  g_autofree char *id = g_strdup (stage);
  GError *error = NULL;
  ScSolution *after = sc_edit_condition_delete (self->solution, self->flow->id, stage, &error);

  if (sc_editor_commit (self->editor, after, error, name, NULL))
    sc_editor_select_stage (self->editor, id);
}
