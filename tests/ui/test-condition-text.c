/* test-condition-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "sc-condition-text.h"

/* A lead with a choice, an amount, a date and a yes/no column. */
static ScColumn *
make_column (const char *name, const char *label, ScColumnType type)
{
  ScColumn *column = sc_column_new ();

  sc_set_string (column, name, name);
  sc_take_value (column, labels, sc_labels_set (NULL, 1033, label));
  column->type = type;
  return column;
}

static void
add_option (ScColumn *column, int value, const char *english, const char *german)
{
  g_autoptr (ScOption) option = sc_option_new ();
  g_autoptr (ScList) labels = sc_labels_set (NULL, 1033, english);

  option->value = value;
  sc_take_value (option, labels, sc_labels_set (labels, 1031, german));
  sc_take_value (column, options, sc_list_append (column->options, option));
}

static ScSolution *
make_solution (void)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScTable) table = sc_table_new ();
  GPtrArray *columns = sc_list_collect ();
  ScColumn *rating = make_column ("rating", "Rating", SC_COLUMN_CHOICE);

  add_option (rating, 1, "Hot", "Heiß");
  add_option (rating, 2, "Warm", "Warm");
  g_ptr_array_add (columns, rating);
  g_ptr_array_add (columns, make_column ("budget", "Estimated Budget", SC_COLUMN_CURRENCY));
  g_ptr_array_add (columns, make_column ("due", "Due", SC_COLUMN_DATE));
  g_ptr_array_add (columns, make_column ("decided", "Decided?", SC_COLUMN_YES_NO));
  sc_set_string (table, name, "lead");
  sc_take_value (table, columns, sc_list_new_take (columns));
  sc_take_value (solution, tables, sc_list_append (NULL, table));
  return solution;
}

static ScClause *
make_clause (ScJoin join,
             const char *column,
             const char *
             operator,
             const char * type,
             const char *const *values)
{
  ScClause *clause = sc_clause_new ();

  clause->join = join;
  sc_set_string (clause, table, "lead");
  sc_set_string (clause, column, column);
  sc_set_string (clause, operator, operator);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (ScOperand) operand = sc_operand_new ();

      sc_set_string (operand, type, type);
      sc_set_string (operand, value, values[i]);
      if (g_str_equal (type, "EntityReference"))
        sc_set_string (operand, display, "Contoso");
      sc_take_value (clause, operands, sc_list_append (clause->operands, operand));
    }
  return clause;
}

static void
test_clauses (void)
{
  static const struct
  {
    const char *column, *operator, * type;
    const char *values[4];
    const char *text;
  } cases[] = {
    { "budget", "GreaterThan", "Money", { "100000" }, "Estimated Budget is over 100,000" },
    { "budget",
      "LessEqual",
      "Money",
      { "1234567.50" },
      "Estimated Budget is at most 1,234,567.50" },
    { "budget", "Equal", "Money", { "-1000" }, "Estimated Budget is -1,000" },
    { "budget", "Equal", "Money", { "999" }, "Estimated Budget is 999" },
    { "budget", "Equal", "Money", { "many" }, "Estimated Budget is many" },
    { "budget",
      "Equal",
      "Money",
      { "12345678901234567890" },
      "Estimated Budget is 12,345,678,901,234,567,890" },
    { "rating", "Equal", "OptionSetValue", { "1" }, "Rating is Hot" },
    { "rating", "NotEqual", "OptionSetValue", { "7" }, "Rating is not 7" },
    { "rating", "Equal", "OptionSetValue", { "1", "2", "3" }, "Rating is Hot, Warm or 3" },
    { "rating", "NotNull", "", { NULL }, "Rating is filled in" },
    { "rating", "Null", "", { NULL }, "Rating is empty" },
    { "decided", "Equal", "Boolean", { "1" }, "Decided? is Yes" },
    { "decided", "Equal", "Boolean", { "false" }, "Decided? is No" },
    { "due", "GreaterThan", "DateTime", { "2026-03-04" }, "Due is after 03/04/26" },
    { "name", "BeginsWith", "String", { "Con" }, "name begins with “Con”" },
    { "parent", "Equal", "EntityReference", { "0" }, "parent is “Contoso”" },
    { "name", "Sounds", "String", { "{column}" }, "name Sounds “{column}”" },
    { "name", "Contains", "String", { "{value} {column}" }, "name contains “{value} {column}”" },
  };
  g_autoptr (ScSolution) solution = make_solution ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScClause) clause = make_clause (SC_JOIN_AND, cases[i].column, cases[i].operator,
                                                 cases[i].type, cases[i].values);
      g_autofree char *text = sc_condition_text_clause (solution, NULL, NULL, clause, 1033);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_language (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScClause) clause = make_clause (SC_JOIN_AND, "rating", "Equal", "OptionSetValue",
                                             (const char *const[]){ "1", NULL });
  g_autofree char *text = sc_condition_text_clause (solution, NULL, NULL, clause, 1031);

  g_assert_cmpstr (text, ==, "Rating is Heiß");
}

/* The label of the stage's own step names a column that no table describes. */
static void
test_step_names_column (void)
{
  g_autoptr (ScStage) stage = sc_stage_new ();
  g_autoptr (ScStep) step = sc_step_new ();
  g_autoptr (ScClause) clause = make_clause (SC_JOIN_AND, "new_score", "GreaterEqual", "Integer",
                                             (const char *const[]){ "5", NULL });
  g_autofree char *text = NULL;

  sc_set_string (stage, table, "lead");
  sc_set_string (step, column, "new_score");
  sc_take_value (step, labels, sc_labels_set (NULL, 1033, "Score"));
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  text = sc_condition_text_clause (NULL, NULL, stage, clause, 1033);
  g_assert_cmpstr (text, ==, "Score is at least 5");
}

static void
add_clause (ScBranch *branch, ScJoin join, const char *column)
{
  g_autoptr (ScClause) clause
      = make_clause (join, column, "NotNull", "", (const char *const[]){ NULL });

  sc_take_value (branch, clauses, sc_list_append (branch->clauses, clause));
}

static void
check_branch (const ScBranch *branch, const char *expected)
{
  g_autofree char *text = sc_condition_text_branch (NULL, NULL, NULL, branch, 1033);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_joins (void)
{
  g_autoptr (ScBranch) branch = sc_branch_new ();
  g_autoptr (ScBranch) otherwise = sc_branch_new ();

  check_branch (branch, "No clause yet");
  add_clause (branch, SC_JOIN_OR, "a");
  check_branch (branch, "a is filled in");
  add_clause (branch, SC_JOIN_AND, "b");
  check_branch (branch, "a is filled in and b is filled in");
  add_clause (branch, SC_JOIN_AND, "c");
  check_branch (branch, "a is filled in and b is filled in and c is filled in");
  add_clause (branch, SC_JOIN_OR, "d");
  check_branch (branch, "(a is filled in and b is filled in and c is filled in) or d is filled in");
  otherwise->otherwise = TRUE;
  check_branch (otherwise, "Otherwise");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition-text/clauses", test_clauses);
  g_test_add_func ("/condition-text/language", test_language);
  g_test_add_func ("/condition-text/step-names-column", test_step_names_column);
  g_test_add_func ("/condition-text/joins", test_joins);
  return g_test_run ();
}
