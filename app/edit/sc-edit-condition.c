/* sc-edit-condition.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-clause-form.h"
#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

/* The column that branches can ask for. */
static gboolean
may_ask (const ScSolution *solution, const ScStage *stage, const char *column)
{
  return column != NULL && sc_clause_may_ask (sc_clause_find_type (solution, stage, NULL, column));
}

const char *
sc_edit_choose_column (const ScSolution *solution,
                       const ScStage *stage,
                       const char *column,
                       GError **error)
{
  if (column != NULL)
    return column;
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (step->kind == SC_STEP_DATA && may_ask (solution, stage, step->column))
        return step->column;
    }
  return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                       _ ("“%s” has no step that a branch could ask for. Add a step with a column "
                          "first."),
                       sc_stage_get_label (stage, solution->language));
}

ScBranch *
sc_edit_make_branch (const char *name, ScClause *clause, const char *target)
{
  ScBranch *branch = sc_branch_new ();

  sc_set_string (branch, name, name);
  sc_set_string (branch, target, target);
  branch->otherwise = clause == NULL;
  if (clause != NULL)
    {
      sc_take_value (branch, clauses, sc_list_append (NULL, clause));
      sc_clause_unref (clause);
    }
  return branch;
}

static ScCondition *
make_condition (ScBranch *first, ScBranch *second)
{
  gconstpointer branches[] = { first, second };
  ScCondition *condition = sc_condition_new ();

  sc_take_value (condition, branches, sc_list_new (branches, 2));
  return condition;
}

ScSolution *
sc_edit_condition_add (const ScSolution *solution,
                       const char *flow,
                       const char *stage,
                       const char *column,
                       GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autoptr (ScBranch) first = NULL;
  g_autoptr (ScBranch) second = NULL;
  ScStage *branching, *yes, *otherwise;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  if (place.stage->condition != NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” branches already."),
                         sc_stage_get_label (place.stage, solution->language));

  column = sc_edit_choose_column (solution, place.stage, column, error);
  if (column == NULL)
    return NULL;
  yes = sc_edit_make_stage (solution, NULL, _ ("New stage"), place.stage->table);
  otherwise = sc_edit_make_stage (solution, NULL, _ ("New stage"), place.stage->table);
  sc_set_string (yes, next, place.stage->next);
  sc_set_string (otherwise, next, place.stage->next);

  first = sc_edit_make_branch (_ ("New branch"), sc_clause_make (solution, place.stage, column),
                               yes->id);
  second = sc_edit_make_branch (NULL, NULL, otherwise->id);
  branching = sc_stage_copy (place.stage);
  sc_take_value (branching, condition, make_condition (first, second));

  sc_graph_edit_init (&graph, place.flow);
  sc_graph_edit_put (&graph, place.stage_position, branching);
  sc_graph_edit_add (&graph, yes);
  sc_graph_edit_add (&graph, otherwise);
  return sc_place_put_flow (&place, sc_graph_edit_finish (&graph));
}

ScSolution *
sc_edit_condition_delete (const ScSolution *solution,
                          const char *flow,
                          const char *stage,
                          GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  if (place.stage->condition == NULL)
    return sc_edit_unchanged (solution);

  sc_graph_edit_init (&graph, place.flow);
  sc_graph_edit_straighten (&graph, place.stage_position);
  return sc_place_put_flow (&place, sc_graph_edit_finish (&graph));
}
