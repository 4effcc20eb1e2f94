/* sc-canvas-marked.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

#include "sc-marked.h"

/* What is done with a part that is marked together with others is done with all of them. */

gboolean
sc_canvas_get_part (GtkWidget *widget, ScPart *part)
{
  if (SC_IS_STEP_ROW (widget))
    *part = (ScPart){ SC_PART_STEP, sc_step_row_get_step (SC_STEP_ROW (widget))->id };
  else if (SC_IS_STAGE_CARD (widget))
    *part = (ScPart){ SC_PART_STAGE, sc_stage_card_get_stage (SC_STAGE_CARD (widget))->id };
  else
    return FALSE;
  return part->id != NULL;
}

gboolean
sc_canvas_is_one_of_many (ScCanvas *self, ScPart part)
{
  const ScParts *parts = sc_editor_get_parts (self->editor);

  return sc_parts_count (parts) > 1 && sc_parts_has (parts, part.kind, part.id);
}

/* The stage of all marked steps; NULL when they are of several. */
static const ScStage *
get_common_stage (ScCanvas *self, const ScParts *steps)
{
  const ScStage *stage = NULL;

  sc_flow_find_step (self->flow, sc_parts_get (steps, 0).id, &stage, NULL);
  for (guint i = 1; i < sc_parts_count (steps); i++)
    if (stage == NULL || sc_stage_find_step (stage, sc_parts_get (steps, i).id, NULL) == NULL)
      return NULL;
  return stage;
}

/* Up by one from the first of them, or down by one from the last. */
static void
shift_steps (ScCanvas *self, int by)
{
  g_autoptr (ScParts) steps = sc_parts_filter (sc_editor_get_parts (self->editor), SC_PART_STEP);
  const ScStage *stage = get_common_stage (self, steps);
  guint position = 0;

  if (stage != NULL)
    sc_stage_find_step (stage, sc_parts_get (steps, by < 0 ? 0 : sc_parts_count (steps) - 1).id,
                        &position);
  if (stage == NULL || (by < 0 && position == 0)
      || (by > 0 && position + 1 >= sc_list_length (stage->steps)))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    sc_editor_move_marked_steps (self->editor, stage->id, by < 0 ? position - 1 : position + 2);
}

static void
shift_steps_across (ScCanvas *self, const char *step, int direction)
{
  const ScStage *stage = NULL;
  int neighbour = -1;
  guint position;

  if (sc_flow_find_step (self->flow, step, &stage, &position) != NULL)
    neighbour
        = sc_canvas_get_neighbour (self, (guint) sc_canvas_find_stage (self, stage->id), direction);
  if (neighbour < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    sc_editor_move_marked_steps (
        self->editor, sc_stage_card_get_stage (g_ptr_array_index (self->cards, neighbour))->id,
        position);
}

/* Before the stage that leads to the first of them, or behind the one that follows the last. */
static void
shift_stages (ScCanvas *self, int direction)
{
  g_autoptr (ScParts) stages = sc_parts_filter (sc_editor_get_parts (self->editor), SC_PART_STAGE);
  guint end = direction < 0 ? 0 : sc_parts_count (stages) - 1;
  int position = sc_canvas_find_stage (self, sc_parts_get (stages, end).id);
  ScSlot slot;

  if (position < 0 || !sc_canvas_get_shifted_slot (self, (guint) position, direction, &slot))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    sc_editor_move_marked_stages (self->editor, slot);
}

static void
toggle_required (ScCanvas *self)
{
  guint n_steps, n_required;

  sc_editor_count_marked_steps (self->editor, &n_steps, &n_required);
  sc_editor_set_marked_required (self->editor, n_required < n_steps);
}

void
sc_canvas_toggle_all_required (ScCanvas *self, GtkWidget *card)
{
  sc_canvas_go_to (self, card);
  toggle_required (self);
}

gboolean
sc_canvas_act_on_marked (ScCanvas *self, ScPart part, const char *verb)
{
  if (!sc_canvas_is_one_of_many (self, part))
    return FALSE;

  if (g_str_equal (verb, "delete"))
    sc_editor_delete_marked (self->editor);
  else if (g_str_equal (verb, "duplicate"))
    sc_editor_duplicate_marked (self->editor);
  else if (g_str_equal (verb, "toggle-required"))
    toggle_required (self);
  else if (g_str_equal (verb, "move-up"))
    shift_steps (self, -1);
  else if (g_str_equal (verb, "move-down"))
    shift_steps (self, 1);
  else if (g_str_equal (verb, "move-left") && part.kind == SC_PART_STEP)
    shift_steps_across (self, part.id, -sc_canvas_get_sign (self));
  else if (g_str_equal (verb, "move-right") && part.kind == SC_PART_STEP)
    shift_steps_across (self, part.id, sc_canvas_get_sign (self));
  else if (g_str_equal (verb, "move-left"))
    shift_stages (self, -sc_canvas_get_sign (self));
  else if (g_str_equal (verb, "move-right"))
    shift_stages (self, sc_canvas_get_sign (self));
  else
    return FALSE;
  return TRUE;
}

void
sc_canvas_select_steps (ScCanvas *self, const char *stage)
{
  g_autoptr (ScParts) steps = sc_parts_new_steps (self->flow, stage);

  if (steps != NULL)
    sc_editor_select_parts (self->editor, steps, NULL);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
