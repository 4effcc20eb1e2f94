/* random-edits-way.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-clause-form.h"
#include "sc-edit-clause.h"
#include "sc-edit-condition.h"

static const char *
any_column (Draw *draw)
{
  if (draw->any_stage == NULL || g_rand_boolean (draw->rand))
    return NULL;
  return random_column (draw->rand, draw->solution, draw->any_stage->table);
}

EDIT (condition_add)
{
  return sc_edit_condition_add (draw->solution, draw->flow, draw->stage, any_column (draw), error);
}

EDIT (condition_delete)
{
  return sc_edit_condition_delete (draw->solution, draw->flow, draw->stage, error);
}

EDIT (branch_set_name)
{
  return sc_edit_branch_set_name (draw->solution, draw->flow, draw->stage, draw->branch,
                                  random_text (draw->rand), error);
}

EDIT (branch_delete)
{
  return sc_edit_branch_delete (draw->solution, draw->flow, draw->stage, draw->branch, error);
}

EDIT (branch_add)
{
  return sc_edit_branch_add (draw->solution, draw->flow, draw->stage, draw->branch,
                             any_column (draw), error);
}

EDIT (branch_add_otherwise)
{
  return sc_edit_branch_add_otherwise (draw->solution, draw->flow, draw->stage, error);
}

EDIT (branch_move)
{
  return sc_edit_branch_move (draw->solution, draw->flow, draw->stage, draw->branch,
                              random_up_to (draw->rand, 4), error);
}

EDIT (branch_delete_with_stages)
{
  return sc_edit_branch_delete_with_stages (draw->solution, draw->flow, draw->stage, draw->branch,
                                            error);
}

EDIT (branch_take)
{
  return sc_edit_branch_take (draw->solution, draw->flow, draw->stage, draw->branch, draw->slot,
                              error);
}

/* The first one that can be: it seldom can. */
EDIT (branch_rotate)
{
  sc_list_foreach (draw->any_flow != NULL ? draw->any_flow->stages : NULL, const ScStage *, stage)
    {
      guint n = stage->condition != NULL ? sc_list_length (stage->condition->branches) : 0;

      for (guint branch = 0; branch < n; branch++)
        {
          ScSolution *after
              = sc_edit_branch_rotate (draw->solution, draw->flow, stage->id, branch, NULL);

          if (after != NULL)
            return after;
        }
    }
  return sc_edit_branch_rotate (draw->solution, draw->flow, draw->stage, draw->branch, error);
}

EDIT (branch_set_join)
{
  return sc_edit_branch_set_join (draw->solution, draw->flow, draw->stage, draw->branch,
                                  g_rand_boolean (draw->rand) ? SC_JOIN_AND : SC_JOIN_OR, error);
}

EDIT (way_lead)
{
  return sc_edit_way_lead (draw->solution, draw->flow, draw->slot,
                           random_up_to (draw->rand, 4) ? draw->other : NULL, error);
}

EDIT (way_duplicate_tail)
{
  return sc_edit_way_duplicate_tail (draw->solution, draw->flow, draw->slot, error);
}

EDIT (way_merge)
{
  return sc_edit_way_merge (draw->solution, draw->flow, draw->slot, draw->other, error);
}

EDIT (way_end)
{
  return sc_edit_way_end (draw->solution, draw->flow, draw->slot, error);
}

EDIT (way_unmerge)
{
  return sc_edit_way_unmerge (draw->solution, draw->flow, draw->slot, error);
}

EDIT (clause_add)
{
  return sc_edit_clause_add (draw->solution, draw->flow, draw->stage, draw->branch, draw->clause,
                             any_column (draw), error);
}

EDIT (clause_delete)
{
  return sc_edit_clause_delete (draw->solution, draw->flow, draw->stage, draw->branch, draw->clause,
                                error);
}

EDIT (clause_move)
{
  return sc_edit_clause_move (draw->solution, draw->flow, draw->stage, draw->branch, draw->clause,
                              random_up_to (draw->rand, 3), error);
}

EDIT (clause_set_column)
{
  const char *table = draw->any_stage != NULL ? draw->any_stage->table : NULL;
  const char *column = random_column (draw->rand, draw->solution, table);

  return sc_edit_clause_set_column (draw->solution, draw->flow, draw->stage, draw->branch,
                                    draw->clause, column != NULL ? column : "c", error);
}

EDIT (clause_set_operator)
{
  return sc_edit_clause_set_operator (
      draw->solution, draw->flow, draw->stage, draw->branch, draw->clause,
      random_any (draw->rand, "Equal", "NotEqual", "Null", "NotNull", "GreaterThan", "Like"),
      error);
}

EDIT (clause_set_operands)
{
  g_autoptr (ScList) operands = NULL;
  GPtrArray *items = sc_list_collect ();
  const ScClauseForm *form
      = sc_clause_form_get ((ScColumnType) random_up_to (draw->rand, SC_N_COLUMN_TYPES));

  for (guint n = form->type != NULL ? random_up_to (draw->rand, 3) : 0; n > 0; n--)
    g_ptr_array_add (items, sc_clause_form_make_operand (
                                form, random_any (draw->rand, "1", "0", "true", "2.5", "text")));
  operands = sc_list_new_take (items);
  return sc_edit_clause_set_operands (draw->solution, draw->flow, draw->stage, draw->branch,
                                      draw->clause, operands, error);
}

const RandomKind random_way_kinds[] = {
  KIND (condition_add),
  RARE_KIND (condition_delete),
  KIND (branch_set_name),
  RARE_KIND (branch_delete),
  KIND (branch_add),
  KIND (branch_add_otherwise),
  KIND (branch_move),
  RARE_KIND (branch_delete_with_stages),
  KIND (branch_take),
  KIND (branch_rotate),
  KIND (branch_set_join),
  KIND (way_lead),
  KIND (way_duplicate_tail),
  KIND (way_merge),
  RARE_KIND (way_end),
  KIND (way_unmerge),
  KIND (clause_add),
  KIND (clause_delete),
  KIND (clause_move),
  KIND (clause_set_column),
  KIND (clause_set_operator),
  KIND (clause_set_operands),
  KINDS_END,
};
