/* sc-uses-drop.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-uses.h"

#include "sc-edit-condition.h"
#include "sc-edit-private.h"
#include "sc-id.h"

/* Taking clauses away together with the steps that they asked for. */

static gboolean
is_lost (const ScList *lost, const ScFlow *flow, const ScStage *stage, guint branch, guint clause)
{
  sc_list_foreach (lost, const ScUse *, use)
    {
      if (use->kind == SC_USE_CLAUSE && sc_id_equal (use->flow, flow->id)
          && sc_id_equal (use->stage, stage->id) && use->branch == (int) branch
          && use->clause == (int) clause)
        return TRUE;
    }
  return FALSE;
}

/* The branch without them; a reference to it when it has none of them. */
static ScBranch *
drop_from_branch (const ScList *lost,
                  const ScFlow *flow,
                  const ScStage *stage,
                  guint position,
                  const ScBranch *branch)
{
  GPtrArray *kept = sc_list_collect ();
  ScBranch *changed;

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      if (!is_lost (lost, flow, stage, position, clause_i))
        g_ptr_array_add (kept, sc_clause_ref (clause));
    }
  if (kept->len == sc_list_length (branch->clauses))
    {
      g_ptr_array_unref (kept);
      return sc_branch_ref (branch);
    }
  changed = sc_branch_copy (branch);
  sc_take_value (changed, clauses, sc_list_new_take (kept));
  return changed;
}

/* The condition without them. asking and silent count the branches that ask for something and those
 * that have come to ask for nothing. */
static ScCondition *
drop_from_condition (
    const ScList *lost, const ScFlow *flow, const ScStage *stage, guint *asking, guint *silent)
{
  GPtrArray *branches = sc_list_collect ();
  ScCondition *condition = sc_condition_copy (stage->condition);

  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      ScBranch *kept = drop_from_branch (lost, flow, stage, branch_i, branch);

      *asking += kept->clauses != NULL;
      *silent += kept->clauses == NULL && branch->clauses != NULL;
      g_ptr_array_add (branches, kept);
    }
  sc_take_value (condition, branches, sc_list_new_take (branches));
  return condition;
}

/* Takes over solution; NULL when it cannot be done. */
static ScSolution *
drop_from_stage (ScSolution *solution, const ScList *lost, const char *flow, const char *stage)
{
  g_autoptr (ScSolution) present = solution;
  g_autoptr (ScCondition) condition = NULL;
  guint asking = 0, silent = 0;
  ScStage *changed;
  ScPlace place;

  if (!sc_place_find_stage (&place, present, flow, stage, NULL) || place.stage->condition == NULL)
    return NULL;
  condition = drop_from_condition (lost, place.flow, place.stage, &asking, &silent);
  if (silent > 0 && asking == 0)
    return sc_edit_condition_delete (present, flow, stage, NULL);
  if (silent > 0)
    return NULL;
  changed = sc_stage_copy (place.stage);
  sc_set_value (changed, condition, condition);
  return sc_place_put_stage (&place, changed);
}

/* TRUE when the stage of the use at position has had its turn. */
static gboolean
is_done (const ScList *lost, guint position)
{
  const ScUse *use = sc_list_at (lost, position);

  for (guint i = 0; i < position; i++)
    {
      const ScUse *other = sc_list_at (lost, i);

      if (other->kind == SC_USE_CLAUSE && sc_id_equal (other->flow, use->flow)
          && sc_id_equal (other->stage, use->stage))
        return TRUE;
    }
  return FALSE;
}

ScSolution *
sc_uses_drop_clauses (const ScSolution *after, const ScList *lost)
{
  ScSolution *solution = sc_solution_ref (after);
  gboolean any = FALSE;

  sc_list_foreach (lost, const ScUse *, use)
    {
      if (use->kind != SC_USE_CLAUSE || is_done (lost, use_i) || solution == NULL)
        continue;
      any = TRUE;
      solution = drop_from_stage (solution, lost, use->flow, use->stage);
    }
  if (any)
    return solution;
  sc_solution_unref (solution);
  return NULL;
}
