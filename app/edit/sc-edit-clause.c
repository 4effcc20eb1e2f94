/* sc-edit-clause.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-clause.h"

#include "sc-clause-form.h"
#include "sc-edit-private.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* Where an edit of a clause works. */
typedef struct
{
  ScPlace place;
  const ScBranch *branch;
  guint branch_position;
  const ScClause *clause;
  guint clause_position;
} Spot;

static gboolean
find_branch (Spot *self,
             const ScSolution *solution,
             const char *flow,
             const char *stage,
             guint branch,
             GError **error)
{
  self->branch_position = branch;
  self->branch = sc_place_find_branch (&self->place, solution, flow, stage, branch, error);
  return self->branch != NULL;
}

static gboolean
find_clause (Spot *self,
             const ScSolution *solution,
             const char *flow,
             const char *stage,
             guint branch,
             guint clause,
             GError **error)
{
  if (!find_branch (self, solution, flow, stage, branch, error))
    return FALSE;
  self->clause_position = clause;
  self->clause = sc_list_get (self->branch->clauses, clause);
  if (self->clause == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The clause is no longer in the branch."));
  return self->clause != NULL;
}

/* Takes over clauses. */
static ScSolution *
put_clauses (const Spot *self, ScList *clauses)
{
  ScBranch *changed = sc_branch_copy (self->branch);

  sc_take_value (changed, clauses, clauses);
  return sc_place_put_branch (&self->place, self->branch_position, changed);
}

/* Takes over clause. */
static ScSolution *
put_clause (const Spot *self, ScClause *clause)
{
  ScSolution *after
      = put_clauses (self, sc_list_replace (self->branch->clauses, self->clause_position, clause));

  sc_clause_unref (clause);
  return after;
}

/* TRUE when all clauses are joined in one way: how. FALSE: by both, or there is nothing to join. */
static gboolean
get_join (const ScBranch *branch, ScJoin *join)
{
  gboolean found = FALSE;

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      if (clause_i == 0)
        continue;
      if (found && clause->join != *join)
        return FALSE;
      *join = clause->join;
      found = TRUE;
    }
  return found;
}

/* The clauses, which came into another order, joined as those of the branch were. The join of a
 * clause means nothing while it is the first, but must not surprise when it no longer is. Takes
 * over clauses. */
static ScList *
keep_join (const ScBranch *branch, ScList *clauses)
{
  g_autoptr (ScList) owned = clauses;
  GPtrArray *joined;
  ScJoin join;

  if (!get_join (branch, &join))
    return g_steal_pointer (&owned);
  joined = sc_list_collect ();
  sc_list_foreach (owned, const ScClause *, clause)
    {
      ScClause *changed;

      if (clause->join == join)
        {
          g_ptr_array_add (joined, sc_clause_ref (clause));
          continue;
        }
      changed = sc_clause_copy (clause);
      changed->join = join;
      g_ptr_array_add (joined, changed);
    }
  return sc_list_new_take (joined);
}

ScSolution *
sc_edit_clause_add (const ScSolution *solution,
                    const char *flow,
                    const char *stage,
                    guint branch,
                    guint position,
                    const char *column,
                    GError **error)
{
  g_autoptr (ScClause) clause = NULL;
  Spot spot;

  if (!find_branch (&spot, solution, flow, stage, branch, error))
    return NULL;
  if (spot.branch->otherwise)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("What is done otherwise asks for nothing. Add a branch instead."));
  column = sc_edit_choose_column (solution, spot.place.stage, column, error);
  if (column == NULL)
    return NULL;
  clause = sc_clause_make (solution, spot.place.stage, column);
  return put_clauses (
      &spot, keep_join (spot.branch, sc_list_insert (spot.branch->clauses, position, clause)));
}

ScSolution *
sc_edit_clause_delete (const ScSolution *solution,
                       const char *flow,
                       const char *stage,
                       guint branch,
                       guint clause,
                       GError **error)
{
  Spot spot;

  if (!find_clause (&spot, solution, flow, stage, branch, clause, error))
    return NULL;
  if (sc_list_length (spot.branch->clauses) == 1)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("A branch has to ask for something. Delete the branch instead."));
  return put_clauses (&spot,
                      keep_join (spot.branch, sc_list_remove (spot.branch->clauses, clause)));
}

ScSolution *
sc_edit_clause_move (const ScSolution *solution,
                     const char *flow,
                     const char *stage,
                     guint branch,
                     guint clause,
                     guint to,
                     GError **error)
{
  Spot spot;

  if (!find_clause (&spot, solution, flow, stage, branch, clause, error))
    return NULL;
  to = MIN (to, sc_list_length (spot.branch->clauses) - 1);
  if (to == clause)
    return sc_edit_unchanged (solution);
  return put_clauses (&spot,
                      keep_join (spot.branch, sc_list_move (spot.branch->clauses, clause, to)));
}

/* What of the operands the column can have, too: all, unless they are choices that it lacks. */
static ScList *
keep_operands (const ScColumn *column, const ScList *operands)
{
  GPtrArray *kept = sc_list_collect ();

  sc_list_foreach (operands, const ScOperand *, operand)
    {
      gboolean known = column == NULL || column->options == NULL;

      for (guint i = 0; !known && i < sc_list_length (column->options); i++)
        {
          const ScOption *option = sc_list_get (column->options, i);

          known = operand->value != NULL
                  && g_ascii_strtoll (operand->value, NULL, 10) == option->value;
        }
      if (known)
        g_ptr_array_add (kept, sc_operand_ref (operand));
    }
  return sc_list_new_take (kept);
}

static gboolean
all_fit (const ScClauseForm *form, const ScList *operands)
{
  sc_list_foreach (operands, const ScOperand *, operand)
    {
      if (!sc_clause_form_fits (form, operand) || g_strcmp0 (operand->format, form->format) != 0)
        return FALSE;
    }
  return TRUE;
}

/* What the clause compares with stays where it suits the column, which is one of the stage's. */
static ScClause *
set_column (const ScSolution *solution,
            const ScStage *stage,
            const ScClause *clause,
            const char *column)
{
  const ScClauseForm *form
      = sc_clause_form_get (sc_clause_find_type (solution, stage, NULL, column));
  ScClause *changed = sc_clause_make (solution, stage, column);
  g_autoptr (ScList) kept = NULL;

  changed->join = clause->join;
  if (!sc_clause_form_has_operator (form, clause->operator) || !all_fit (form, clause->operands)
      || form->kind == SC_VALUE_ROW)
    return changed;
  kept = keep_operands (stage->table != NULL && column != NULL
                            ? sc_solution_find_column (solution, stage->table, column)
                            : NULL,
                        clause->operands);
  if (kept != NULL || !sc_operator_takes_value (clause->operator))
    {
      sc_set_string (changed, operator, clause->operator);
      sc_set_value (changed, operands, kept);
    }
  return changed;
}

ScClause *
sc_edit_rebind_clause (const ScSolution *solution,
                       const ScStage *stage,
                       const ScClause *clause,
                       const char *column)
{
  const char *table = clause->table != NULL ? clause->table : stage->table;
  const ScColumn *known = table != NULL ? sc_solution_find_column (solution, table, column) : NULL;
  ScColumnType before = sc_clause_find_type (solution, stage, clause->table, clause->column);
  ScClause *changed;

  if (known != NULL && sc_name_equal (table, stage->table)
      && (known->type != before || known->options != NULL))
    return set_column (solution, stage, clause, column);
  changed = sc_clause_copy (clause);
  sc_set_string (changed, column, column);
  return changed;
}

ScSolution *
sc_edit_clause_set_column (const ScSolution *solution,
                           const char *flow,
                           const char *stage,
                           guint branch,
                           guint clause,
                           const char *column,
                           GError **error)
{
  Spot spot;

  if (!find_clause (&spot, solution, flow, stage, branch, clause, error))
    return NULL;
  if (sc_name_equal (spot.clause->column, column)
      && sc_name_equal (spot.clause->table, spot.place.stage->table))
    return sc_edit_unchanged (solution);
  return put_clause (&spot, set_column (solution, spot.place.stage, spot.clause, column));
}

ScSolution *
sc_edit_clause_set_operator (const ScSolution *solution,
                             const char *flow,
                             const char *stage,
                             guint branch,
                             guint clause,
                             const char *
                             operator,
                             GError ** error)
{
  g_autoptr (ScOperand) operand = NULL;
  ScClause *changed;
  Spot spot;

  if (!find_clause (&spot, solution, flow, stage, branch, clause, error))
    return NULL;
  changed = sc_clause_copy (spot.clause);
  sc_set_string (changed, operator, operator);
  if (!sc_operator_takes_value (operator))
    {
      sc_set_value (changed, operands, NULL);
    }
  else if (changed->operands == NULL)
    {
      operand = sc_clause_make_operand (solution, spot.place.stage, changed->column);
      if (operand != NULL)
        sc_take_value (changed, operands, sc_list_append (NULL, operand));
    }
  else if (!g_str_equal (operator, "Equal") && sc_list_length (changed->operands) > 1)
    {
      /* Only "is" takes several: "is one of". */
      operand = sc_operand_ref (sc_list_get (changed->operands, 0));
      sc_take_value (changed, operands, sc_list_append (NULL, operand));
    }
  return put_clause (&spot, changed);
}

ScSolution *
sc_edit_clause_set_operands (const ScSolution *solution,
                             const char *flow,
                             const char *stage,
                             guint branch,
                             guint clause,
                             const ScList *operands,
                             GError **error)
{
  ScClause *changed;
  Spot spot;

  if (!find_clause (&spot, solution, flow, stage, branch, clause, error))
    return NULL;
  changed = sc_clause_copy (spot.clause);
  sc_set_value (changed, operands, operands);
  return put_clause (&spot, changed);
}
