/* random-edits-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-stage.h"

EDIT (stage_add)
{
  return sc_edit_stage_add (
      draw->solution, draw->flow, draw->slot, NULL, random_text (draw->rand),
      g_rand_boolean (draw->rand) ? random_table (draw->rand, draw->solution) : NULL, error);
}

EDIT (stage_delete)
{
  return sc_edit_stage_delete (draw->solution, draw->flow, draw->stage, error);
}

EDIT (stage_move)
{
  return sc_edit_stage_move (draw->solution, draw->flow, draw->stage, draw->slot, error);
}

EDIT (stage_duplicate)
{
  return sc_edit_stage_duplicate (draw->solution, draw->flow, draw->stage, NULL, error);
}

EDIT (stage_set_label)
{
  return sc_edit_stage_set_label (draw->solution, draw->flow, draw->stage,
                                  random_language (draw->rand), random_text (draw->rand), error);
}

EDIT (stage_set_table)
{
  return sc_edit_stage_set_table (draw->solution, draw->flow, draw->stage,
                                  random_table (draw->rand, draw->solution), error);
}

EDIT (stage_relate)
{
  return sc_edit_stage_relate (draw->solution, draw->flow, draw->stage, error);
}

EDIT (stage_set_category)
{
  return sc_edit_stage_set_category (draw->solution, draw->flow, draw->stage,
                                     (int) draw->position - 1, error);
}

/* Mostly a relationship that the tables have, on a way that there is. */
EDIT (transition_set)
{
  const char *source = draw->stage, *target = draw->other, *name = NULL;
  const ScRelationship *any = random_item (draw->rand, draw->solution->relationships);

  if (random_up_to (draw->rand, 6) == 0)
    return sc_edit_transition_set (draw->solution, draw->flow, source, target,
                                   any != NULL ? any->name : "none", error);
  if (draw->any_stage != NULL && draw->any_stage->next != NULL)
    {
      const ScStage *next = sc_flow_find_stage (draw->any_flow, draw->any_stage->next, NULL);

      target = draw->any_stage->next;
      sc_list_foreach (draw->solution->relationships, const ScRelationship *, relationship)
        {
          if (next != NULL && g_strcmp0 (relationship->referenced, draw->any_stage->table) == 0
              && g_strcmp0 (relationship->referencing, next->table) == 0)
            name = relationship->name;
        }
    }
  return sc_edit_transition_set (draw->solution, draw->flow, source, target, name, error);
}

const RandomKind random_stage_kinds[] = {
  KIND (stage_add),          RARE_KIND (stage_delete),
  KIND (stage_move),         KIND (stage_duplicate),
  KIND (stage_set_label),    KIND (stage_set_table),
  KIND (stage_set_category), KIND (transition_set),
  KIND (stage_relate),       KINDS_END,
};
