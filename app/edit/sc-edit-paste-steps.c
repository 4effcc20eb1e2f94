/* sc-edit-paste-steps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-paste-private.h"

#include "sc-clause-form.h"
#include "sc-name.h"

/* The column that the one of the same step is now; NULL when it does not come along. */
static const char *
get_matched (const ScStepMatch *match)
{
  switch (match->kind)
    {
    case SC_MATCH_COLUMN:
      return match->column;
    case SC_MATCH_LEAVE_OUT:
      return NULL;
    case SC_MATCH_KEEP:
    default:
      return match->name;
    }
}

/* The step on another column, with what the solution knows of that. */
static ScStep *
bind (const ScPaste *self, const ScStep *step, const char *table, const char *column)
{
  ScStep *bound = sc_step_copy (step);

  if (step->class_id == NULL || !sc_name_equal (step->column, column)
      || sc_solution_find_column (self->solution, table, column) != NULL)
    sc_edit_bind_step (self->solution, bound, table, column);
  else
    sc_set_string (bound, column, column);
  if (bound->labels == NULL)
    sc_take_value (bound, labels,
                   sc_labels_set (NULL, self->solution->language, bound->display_name));
  return bound;
}

/* Text has no more of a step than its name. */
static ScStep *
complete (const ScPaste *self, const ScStep *step, const char *table)
{
  ScStep *made = sc_step_copy (step);

  sc_edit_bind_step (self->solution, made, table, NULL);
  sc_set_string (made, display_name, sc_step_get_label (step, self->solution->language));
  return made;
}

/* NULL when it is left out. */
static ScStep *
adapt_step (ScPaste *self, const ScStep *step, const char *table)
{
  const ScStepMatch *match
      = step->id != NULL ? g_hash_table_lookup (self->matches, step->id) : NULL;

  if (match == NULL)
    return step->kind == SC_STEP_DATA && step->class_id == NULL && step->column == NULL
               ? complete (self, step, table)
               : sc_step_ref (step);
  if (match->kind == SC_MATCH_LEAVE_OUT)
    {
      sc_paste_lose (self, SC_LOSS_STEP, match->label);
      return NULL;
    }
  return match->kind == SC_MATCH_KEEP && step->class_id != NULL
             ? sc_step_ref (step)
             : bind (self, step, table, get_matched (match));
}

ScList *
sc_paste_adapt_steps (ScPaste *self, const ScStage *stage, const char *table)
{
  GPtrArray *steps = sc_list_collect ();

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      ScStep *adapted = adapt_step (self, step, table);

      if (adapted != NULL)
        g_ptr_array_add (steps, adapted);
    }
  return sc_list_new_take (steps);
}

/* A condition on its way to another table. */
typedef struct
{
  ScPaste *paste;
  const ScStage *stage;
  const char *table;
  const char *lost; /* the first column that does not come along */
} Condition;

static gboolean
asks_the_same (const Condition *self, const char *before, const char *after)
{
  const ScTable *known = sc_clip_find_table (self->paste->clip, self->stage->table);
  const ScColumn *old = known != NULL ? sc_table_find_column (known, before, NULL) : NULL;
  const ScColumn *new = sc_solution_find_column (self->paste->solution, self->table, after);

  return old == NULL || new == NULL
         || sc_clause_form_get (old->type) == sc_clause_form_get (new->type);
}

/* What the column of the stage's old table is on the new one; NULL and lost when it is nothing. */
static const char *
find_column (Condition *self, const char *name)
{
  const char *found = NULL;
  gboolean shown = FALSE;

  sc_list_foreach (self->stage->steps, const ScStep *, step)
    {
      const ScStepMatch *match
          = step->id != NULL ? g_hash_table_lookup (self->paste->matches, step->id) : NULL;

      if (found != NULL || !sc_name_equal (step->column, name))
        continue;
      shown = TRUE;
      found = match != NULL ? get_matched (match) : name;
    }
  if (!shown)
    found = sc_name_equal (self->stage->table, self->table)
                ? name
                : sc_clip_find_column (self->paste->solution, self->table, name);
  if (found != NULL && asks_the_same (self, name, found))
    return found;
  self->lost = self->lost != NULL ? self->lost : name;
  return NULL;
}

static ScList *
adapt_operands (Condition *self, const ScList *operands)
{
  GPtrArray *adapted = sc_list_collect ();

  sc_list_foreach (operands, const ScOperand *, operand)
    {
      ScOperand *copy = sc_operand_copy (operand);

      if (g_strcmp0 (operand->type, SC_OPERAND_COLUMN) == 0
          && sc_name_equal (operand->table, self->stage->table) && operand->value != NULL)
        {
          sc_set_string (copy, value, find_column (self, operand->value));
          if (!sc_name_equal (operand->table, self->table))
            sc_set_string (copy, table, self->table);
        }
      g_ptr_array_add (adapted, copy);
    }
  return sc_list_new_take (adapted);
}

static ScBranch *
adapt_branch (Condition *self, const ScBranch *branch)
{
  GPtrArray *clauses = sc_list_collect ();
  ScBranch *adapted = sc_branch_copy (branch);

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      ScClause *copy = sc_clause_copy (clause);

      if (sc_name_equal (clause->table, self->stage->table) && clause->column != NULL)
        {
          sc_set_string (copy, column, find_column (self, clause->column));
          if (!sc_name_equal (clause->table, self->table))
            sc_set_string (copy, table, self->table);
        }
      sc_take_value (copy, operands, adapt_operands (self, clause->operands));
      g_ptr_array_add (clauses, copy);
    }
  sc_take_value (adapted, clauses, sc_list_new_take (clauses));
  return adapted;
}

ScCondition *
sc_paste_adapt_condition (ScPaste *self, const ScStage *stage, const char *table)
{
  Condition condition = { self, stage, table, NULL };
  GPtrArray *branches = sc_list_collect ();
  ScCondition *adapted = sc_condition_copy (stage->condition);

  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      g_ptr_array_add (branches, adapt_branch (&condition, branch));
    }
  sc_take_value (adapted, branches, sc_list_new_take (branches));
  if (condition.lost == NULL)
    return adapted;
  sc_paste_lose (self, SC_LOSS_CONDITION, condition.lost);
  sc_condition_unref (adapted);
  return NULL;
}
