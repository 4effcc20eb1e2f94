/* sc-edit-rotate.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-edit-private.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* A condition within a condition, as one. A stage stands between the two, since a condition stands
 * behind a stage: each branch gets one like it, so that every row passes what it passed before. */

static gboolean
has_step (const ScStage *stage, const char *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_or (const ScList *clauses)
{
  sc_list_foreach (clauses, const ScClause *, clause)
    {
      if (clause_i > 0 && clause->join == SC_JOIN_OR)
        return TRUE;
    }
  return FALSE;
}

/* Whether what the inner condition asks for can be asked for behind stage, too, and joined by And
 * with what the outer branch asks for. */
static gboolean
can_ask (const ScStage *stage,
         const ScBranch *outer,
         const ScCondition *inner,
         int language,
         GError **error)
{
  sc_list_foreach (inner->branches, const ScBranch *, branch)
    {
      if (outer->clauses != NULL && (has_or (outer->clauses) || has_or (branch->clauses)))
        {
          sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                        _ ("A branch cannot ask for “all of” and “any of” at once, as it would "
                           "have to."));
          return FALSE;
        }
      sc_list_foreach (branch->clauses, const ScClause *, clause)
        {
          if ((clause->table == NULL || sc_name_equal (clause->table, stage->table))
              && has_step (stage, clause->column))
            continue;
          sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                        _ ("“%s” would have to show the column “%s”, which the inner branches ask "
                           "for."),
                        sc_stage_get_label (stage, language),
                        clause->column != NULL ? clause->column : "");
          return FALSE;
        }
    }
  return TRUE;
}

static ScList *
join (const ScList *outer, const ScList *inner)
{
  GPtrArray *clauses = sc_list_collect ();

  sc_list_foreach (outer, const ScClause *, clause)
    {
      g_ptr_array_add (clauses, sc_clause_ref (clause));
    }
  sc_list_foreach (inner, const ScClause *, clause)
    {
      ScClause *copy = sc_clause_copy (clause);

      if (outer != NULL)
        copy->join = SC_JOIN_AND;
      g_ptr_array_add (clauses, copy);
    }
  return sc_list_new_take (clauses);
}

/* Another stage like the one between, which leads to target. The first time it is that stage
 * itself. Returns its id. */
static char *
add_between (ScGraphEdit *edit, const ScFlow *flow, guint between, const char *target)
{
  guint n = sc_list_length (flow->stages);
  const ScStage *original = sc_list_get (flow->stages, between);
  const ScStage *now = g_ptr_array_index (edit->stages, between);
  g_autofree gboolean *marked = g_new0 (gboolean, n + 1);
  guint position = between;
  ScStage *stage;

  if (now->condition == NULL)
    {
      marked[between] = TRUE;
      g_hash_table_unref (sc_graph_edit_copy_stages (edit, flow, marked));
      position = edit->stages->len - 1;
      now = g_ptr_array_index (edit->stages, position);
      original = now;
    }
  stage = sc_stage_copy (original);
  sc_set_value (stage, condition, NULL);
  sc_set_string (stage, next, target);
  sc_graph_edit_put (edit, position, stage);
  return g_strdup (stage->id);
}

/* The branch that outer becomes where the inner one applies; inner NULL: where none does. */
static ScBranch *
combine (const ScBranch *outer, const ScBranch *inner, const char *target)
{
  ScBranch *branch = sc_branch_new ();

  branch->otherwise = outer->otherwise && inner == NULL;
  if (!branch->otherwise)
    sc_set_string (branch, name, inner != NULL && inner->name != NULL ? inner->name : outer->name);
  sc_set_string (branch, target, target);
  sc_take_value (branch, clauses, join (outer->clauses, inner != NULL ? inner->clauses : NULL));
  return branch;
}

static ScList *
combine_all (ScGraphEdit *edit, const ScPlace *place, guint branch, guint between)
{
  const ScStage *inner = sc_list_at (place->flow->stages, between);
  GPtrArray *branches = sc_list_collect ();
  const char *rest = inner->next;

  sc_list_foreach (place->stage->condition->branches, const ScBranch *, outer)
    {
      g_autofree char *last = NULL;

      if (outer_i != branch)
        {
          g_ptr_array_add (branches, sc_branch_ref (outer));
          continue;
        }
      sc_list_foreach (inner->condition->branches, const ScBranch *, one)
        {
          g_autofree char *target = NULL;

          if (one->otherwise)
            {
              rest = one->target;
              continue;
            }
          target = add_between (edit, place->flow, between, one->target);
          g_ptr_array_add (branches, combine (outer, one, target));
        }
      last = add_between (edit, place->flow, between, rest);
      g_ptr_array_add (branches, combine (outer, NULL, last));
    }
  return sc_list_new_take (branches);
}

ScSolution *
sc_edit_branch_rotate (
    const ScSolution *solution, const char *flow, const char *stage, guint branch, GError **error)
{
  g_auto (ScGraphEdit) edit = { NULL, NULL, NULL };
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autoptr (ScList) branches = NULL;
  const ScStage *between;
  const ScBranch *outer;
  ScPlace place;
  guint position, partial;

  outer = sc_place_find_branch (&place, solution, flow, stage, branch, error);
  if (outer == NULL)
    return NULL;
  between
      = outer->target != NULL ? sc_flow_find_stage (place.flow, outer->target, &position) : NULL;
  if (between == NULL || between->condition == NULL || between->condition->branches == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The branch does not lead to a stage that branches again."));
  graph = sc_flow_graph_new (place.flow);
  if (graph->loop >= 0 || graph->n_incoming[position] > 1)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("Other ways lead to “%s”, too."),
                         sc_stage_get_label (between, solution->language));
  if (!sc_name_equal (between->table, place.stage->table))
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” is on another table."),
                         sc_stage_get_label (between, solution->language));
  if (!can_ask (place.stage, outer, between->condition, solution->language, error))
    return NULL;

  sc_graph_edit_init (&edit, place.flow);
  partial = sc_graph_edit_count_partial (&edit);
  branches = combine_all (&edit, &place, branch, position);
  sc_graph_edit_put (&edit, place.stage_position, sc_edit_make_branching (place.stage, branches));
  if (sc_graph_edit_count_partial (&edit) > partial)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The inner branches meet before the outer ones do."));
  return sc_place_put_flow (&place, sc_graph_edit_finish (&edit));
}
