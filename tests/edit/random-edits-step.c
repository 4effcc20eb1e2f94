/* random-edits-step.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-step.h"

static const char *
any_column (Draw *draw)
{
  return random_column (draw->rand, draw->solution,
                        draw->any_stage != NULL ? draw->any_stage->table : NULL);
}

EDIT (step_add)
{
  return sc_edit_step_add (draw->solution, draw->flow, draw->stage, draw->position, NULL,
                           g_rand_boolean (draw->rand) ? random_text (draw->rand) : NULL,
                           any_column (draw), error);
}

EDIT (step_delete)
{
  return sc_edit_step_delete (draw->solution, draw->flow, draw->step, error);
}

EDIT (step_move)
{
  return sc_edit_step_move (draw->solution, draw->flow, draw->step, draw->other, draw->position,
                            error);
}

EDIT (step_duplicate)
{
  return sc_edit_step_duplicate (draw->solution, draw->flow, draw->step, NULL, error);
}

EDIT (step_set_label)
{
  return sc_edit_step_set_label (draw->solution, draw->flow, draw->step,
                                 random_language (draw->rand), random_text (draw->rand), error);
}

EDIT (step_set_required)
{
  return sc_edit_step_set_required (draw->solution, draw->flow, draw->step,
                                    g_rand_boolean (draw->rand), error);
}

EDIT (step_set_column)
{
  return sc_edit_step_set_column (draw->solution, draw->flow, draw->step, any_column (draw), error);
}

const RandomKind random_step_kinds[] = {
  KIND (step_add),       KIND (step_delete),       KIND (step_move),       KIND (step_duplicate),
  KIND (step_set_label), KIND (step_set_required), KIND (step_set_column), KINDS_END,
};
