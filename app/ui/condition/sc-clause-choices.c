/* sc-clause-choices.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-clause-choices.h"

#include <glib/gi18n-lib.h>

#include "sc-condition-text.h"
#include "sc-name.h"

static void
add (GListStore *store, const char *id, const char *title, const char *detail, ScChoiceState state)
{
  g_autoptr (ScChoice) choice = sc_choice_new (id, title, detail);

  sc_choice_set_state (choice, state);
  g_list_store_append (store, choice);
}

const ScColumn *
sc_clause_get_column (const ScSolution *solution, const ScStage *stage, const ScClause *clause)
{
  const char *table = clause->table != NULL ? clause->table : stage->table;

  return table != NULL && clause->column != NULL
             ? sc_solution_find_column (solution, table, clause->column)
             : NULL;
}

const ScClauseForm *
sc_clause_get_form (const ScSolution *solution, const ScStage *stage, const ScClause *clause)
{
  return sc_clause_form_get (sc_clause_find_type (solution, stage, clause->table, clause->column));
}

char *
sc_clause_name_column (const ScSolution *solution,
                       const ScStage *stage,
                       const char *table,
                       const char *column,
                       int language)
{
  const char *own = table != NULL ? table : stage->table;
  const ScColumn *known
      = own != NULL && column != NULL ? sc_solution_find_column (solution, own, column) : NULL;

  if (known != NULL && known->labels != NULL)
    return g_strdup (sc_column_get_label (known, language));
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column) && step->labels != NULL)
        return g_strdup (sc_step_get_label (step, language));
    }
  return g_strdup (column != NULL ? column : _ ("None yet"));
}

gboolean
sc_clause_is_step (const ScStage *stage, const char *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column))
        return TRUE;
    }
  return FALSE;
}

static const char *
why_not (ScColumnType type)
{
  return type == SC_COLUMN_CHOICES ? _ ("a column of several choices cannot be asked for")
                                   : _ ("a column of this type cannot be asked for");
}

static ScChoice *
make_column (const char *name, const char *title, const char *note, ScChoiceState state)
{
  ScChoice *choice = sc_choice_new_named (name, title, note);

  sc_choice_set_state (choice, state);
  return choice;
}

static void
add_steps (GListStore *store, const ScSolution *solution, const ScStage *stage, int language)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      ScColumnType type = sc_clause_find_type (solution, stage, NULL, step->column);
      gboolean possible = sc_clause_may_ask (type);
      g_autoptr (ScChoice) choice = NULL;
      g_autofree char *title = NULL;

      if (step->column == NULL)
        continue;
      title = sc_clause_name_column (solution, stage, NULL, step->column, language);
      choice = make_column (step->column, title,
                            possible ? sc_column_type_get_title (type) : why_not (type),
                            possible ? SC_CHOICE_PLAIN : SC_CHOICE_BLOCKED);
      g_list_store_append (store, choice);
    }
}

void
sc_clause_choices_fill_columns (GListStore *store,
                                const ScSolution *solution,
                                const ScStage *stage,
                                int language)
{
  const ScTable *table
      = stage->table != NULL ? sc_solution_find_table (solution, stage->table, NULL) : NULL;
  g_autofree char *becomes = g_strdup_printf (_ ("not a step yet: adds it to “%s”"),
                                              sc_stage_get_label (stage, language));
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  add_steps (store, solution, stage, language);
  if (table == NULL)
    return;
  sc_list_foreach (table->columns, const ScColumn *, column)
    {
      gboolean possible = sc_clause_may_ask (column->type);

      if (!sc_clause_is_step (stage, column->name))
        g_ptr_array_add (others, make_column (column->name, sc_column_get_label (column, language),
                                              possible ? becomes : why_not (column->type),
                                              possible ? SC_CHOICE_DIM : SC_CHOICE_BLOCKED));
    }
  sc_choices_append_sorted (store, others);
}

void
sc_clause_choices_fill_operators (GListStore *store,
                                  const ScSolution *solution,
                                  const ScStage *stage,
                                  const ScClause *clause)
{
  const ScClauseForm *form = sc_clause_get_form (solution, stage, clause);
  const ScColumn *column = sc_clause_get_column (solution, stage, clause);
  gboolean date = form->kind == SC_VALUE_DATE || form->kind == SC_VALUE_DATE_TIME;

  for (guint i = 0; form->operators[i] != NULL; i++)
    {
      g_autofree char *title = sc_condition_text_operator (form->operators[i], date);

      add (store, form->operators[i], title, NULL, SC_CHOICE_PLAIN);
      if (i == 0 && form->kind == SC_VALUE_CHOICE && column != NULL
          && sc_list_length (column->options) > 1)
        add (store, SC_OPERATOR_ONE_OF, _ ("is one of"), NULL, SC_CHOICE_PLAIN);
    }
}

static gboolean
has_value (const ScList *operands, const char *value)
{
  sc_list_foreach (operands, const ScOperand *, operand)
    {
      if (g_strcmp0 (operand->value, value) == 0)
        return TRUE;
    }
  return FALSE;
}

void
sc_clause_choices_fill_options (GListStore *store,
                                const ScSolution *solution,
                                const ScStage *stage,
                                const ScClause *clause,
                                const ScList *except,
                                int language)
{
  const ScClauseForm *form = sc_clause_get_form (solution, stage, clause);
  const ScColumn *column = sc_clause_get_column (solution, stage, clause);

  if (form->kind == SC_VALUE_YES_NO && (column == NULL || column->options == NULL))
    {
      add (store, "1", _ ("Yes"), NULL, SC_CHOICE_PLAIN);
      add (store, "0", _ ("No"), NULL, SC_CHOICE_PLAIN);
      return;
    }
  sc_list_foreach (column != NULL ? column->options : NULL, const ScOption *, option)
    {
      g_autofree char *value = g_strdup_printf ("%d", option->value);
      const char *title = sc_labels_get_or (option->labels, language, value);

      if (!has_value (except, value))
        add (store, value, title, title != value ? value : NULL, SC_CHOICE_PLAIN);
    }
}

void
sc_clause_choices_fill_peers (GListStore *store,
                              const ScSolution *solution,
                              const ScStage *stage,
                              const ScClause *clause,
                              int language)
{
  const ScClauseForm *form = sc_clause_get_form (solution, stage, clause);

  if (form->kind == SC_VALUE_NONE)
    return;
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      ScColumnType type = sc_clause_find_type (solution, stage, NULL, step->column);
      g_autofree char *title = NULL;

      if (step->column == NULL || sc_name_equal (step->column, clause->column)
          || sc_clause_form_get (type) != form)
        continue;
      title = sc_clause_name_column (solution, stage, NULL, step->column, language);
      add (store, step->column, title, step->column, SC_CHOICE_PLAIN);
    }
}
