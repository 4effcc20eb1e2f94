/* sc-edit-condition.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

static ScOperand *
make_operand (const char *type, const char *value, const char *format)
{
  ScOperand *operand = sc_operand_new ();

  sc_set_string (operand, type, type);
  sc_set_string (operand, value, value);
  sc_set_string (operand, format, format);
  return operand;
}

/* A clause that is true for some rows, whatever the column: Yes, the first choice, or any value. */
static ScClause *
make_clause (const ScSolution *solution, const char *table, const char *name)
{
  const ScColumn *column = sc_solution_find_column (solution, table, name);
  ScColumnType type = column != NULL ? column->type : SC_COLUMN_UNKNOWN;
  const ScOption *option = column != NULL ? sc_list_get (column->options, 0) : NULL;
  g_autoptr (ScOperand) operand = NULL;
  ScClause *clause = sc_clause_new ();

  if (type == SC_COLUMN_YES_NO)
    {
      operand = make_operand ("Boolean", "1", NULL);
    }
  else if (option != NULL && (type == SC_COLUMN_CHOICE || type == SC_COLUMN_STATUS))
    {
      g_autofree char *value = g_strdup_printf ("%d", option->value);

      operand = make_operand ("OptionSetValue", value,
                              type == SC_COLUMN_STATUS ? "Status" : "Picklist");
    }

  sc_set_string (clause, table, table);
  sc_set_string (clause, column, name);
  sc_set_string (clause, operator, operand != NULL ? "Equal" : "NotNull");
  if (operand != NULL)
    sc_take_value (clause, operands, sc_list_append (NULL, operand));
  return clause;
}

static ScBranch *
make_branch (const char *name, ScClause *clause, const char *target)
{
  ScBranch *branch = sc_branch_new ();

  sc_set_string (branch, name, name);
  sc_set_string (branch, target, target);
  branch->otherwise = clause == NULL;
  if (clause != NULL)
    sc_take_value (branch, clauses, sc_list_append (NULL, clause));
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
  g_autoptr (ScClause) clause = NULL;
  g_autoptr (ScBranch) first = NULL;
  g_autoptr (ScBranch) second = NULL;
  ScStage *branching, *yes, *otherwise;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  if (place.stage->condition != NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” branches already."),
                         sc_stage_get_label (place.stage, solution->language));

  yes = sc_edit_make_stage (solution, NULL, _ ("New stage"), place.stage->table);
  otherwise = sc_edit_make_stage (solution, NULL, _ ("New stage"), place.stage->table);
  sc_set_string (yes, next, place.stage->next);
  sc_set_string (otherwise, next, place.stage->next);

  clause = make_clause (solution, place.stage->table, column);
  first = make_branch (_ ("New branch"), clause, yes->id);
  second = make_branch (NULL, NULL, otherwise->id);
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

ScSolution *
sc_edit_branch_set_name (const ScSolution *solution,
                         const char *flow,
                         const char *stage,
                         guint branch,
                         const char *name,
                         GError **error)
{
  const ScBranch *present = NULL;
  g_autoptr (ScBranch) changed = NULL;
  ScCondition *condition;
  ScStage *after;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  if (place.stage->condition != NULL)
    present = sc_list_get (place.stage->condition->branches, branch);
  if (present == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The branch is no longer in the flow."));
  if (g_strcmp0 (present->name, name) == 0)
    return sc_edit_unchanged (solution);

  changed = sc_branch_copy (present);
  sc_set_string (changed, name, name);
  condition = sc_condition_copy (place.stage->condition);
  sc_take_value (condition, branches, sc_list_replace (condition->branches, branch, changed));
  after = sc_stage_copy (place.stage);
  sc_take_value (after, condition, condition);
  return sc_place_put_stage (&place, after);
}
