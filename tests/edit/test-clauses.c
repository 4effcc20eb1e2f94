/* test-clauses.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clause-form.h"
#include "sc-edit-clause.h"
#include "sc-edit-condition.h"
#include "sc-edit-solution.h"
#include "sc-edit-step.h"
#include "sc-outline.h"

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static void
replace (ScSolution **solution, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_solution_unref (*solution);
  *solution = after;
}

/* "A?B|C" on a table with a column of many types, each a step of A but "other". */
static ScSolution *
make_solution (void)
{
  static const struct
  {
    const char *name;
    ScColumnType type;
  } columns[] = {
    { "c", SC_COLUMN_YES_NO },     { "size", SC_COLUMN_INTEGER }, { "budget", SC_COLUMN_CURRENCY },
    { "title", SC_COLUMN_TEXT },   { "mail", SC_COLUMN_EMAIL },   { "due", SC_COLUMN_DATE },
    { "owner", SC_COLUMN_OWNER },  { "many", SC_COLUMN_CHOICES }, { "ready", SC_COLUMN_YES_NO },
    { "other", SC_COLUMN_YES_NO },
  };
  ScSolution *solution = sc_outline_read_solution ("A?B|C B> C>");

  replace (&solution, sc_edit_table_add (solution, "t", NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      replace (&solution,
               sc_edit_column_add (solution, "t", columns[i].name, NULL, columns[i].type, NULL));
      if (i > 0 && i < G_N_ELEMENTS (columns) - 1)
        replace (&solution, sc_edit_step_add (solution, "flow", "A", G_MAXUINT, NULL, NULL,
                                              columns[i].name, NULL));
    }
  return solution;
}

/* "c NotNull & size Equal 1": the clauses of A's first branch. */
static char *
describe (const ScSolution *solution)
{
  const ScStage *stage = sc_list_get (first_flow (solution)->stages, 0);
  const ScBranch *branch = sc_list_get (stage->condition->branches, 0);
  GString *text = g_string_new (NULL);

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      if (clause_i > 0)
        g_string_append (text, clause->join == SC_JOIN_AND ? " & " : " | ");
      g_string_append_printf (text, "%s %s", clause->column, clause->operator);
      sc_list_foreach (clause->operands, const ScOperand *, operand)
        g_string_append_printf (text, "%c%s", operand_i == 0 ? ' ' : ',', operand->value);
    }
  return g_string_free (text, FALSE);
}

/* add 1 COLUMN · delete 0 · move 0 1 · column 0 COLUMN · operator 0 NAME · join or */
static ScSolution *
run (const ScSolution *solution, const char *command, GError **error)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  const char *verb = words[0];
  guint clause = (guint) g_ascii_strtoull (words[1], NULL, 10);

  if (g_str_equal (verb, "add"))
    return sc_edit_clause_add (solution, "flow", "A", 0, clause, words[2], error);
  if (g_str_equal (verb, "delete"))
    return sc_edit_clause_delete (solution, "flow", "A", 0, clause, error);
  if (g_str_equal (verb, "move"))
    return sc_edit_clause_move (solution, "flow", "A", 0, clause,
                                (guint) g_ascii_strtoull (words[2], NULL, 10), error);
  if (g_str_equal (verb, "column"))
    return sc_edit_clause_set_column (solution, "flow", "A", 0, clause, words[2], error);
  if (g_str_equal (verb, "operator"))
    return sc_edit_clause_set_operator (solution, "flow", "A", 0, clause, words[2], error);
  if (g_str_equal (verb, "join"))
    return sc_edit_branch_set_join (solution, "flow", "A", 0,
                                    g_str_equal (words[1], "or") ? SC_JOIN_OR : SC_JOIN_AND, error);
  g_assert_not_reached ();
}

static void
test_edits (void)
{
  static const struct
  {
    const char *commands, *after; /* after: "=" the last changes nothing, "!" it is refused */
  } cases[] = {
    { "add 0 size", "size NotNull & c NotNull" },
    { "add 9 ready", "c NotNull & ready Equal 1" },
    { "add 9", "c NotNull & c Equal 1" },
    { "add 1 size;join or;add 1 due", "c NotNull | due NotNull | size NotNull" },
    /* The first clause's own join means nothing until it is no longer the first. */
    { "add 1 size;join or;add 0 due", "due NotNull | c NotNull | size NotNull" },
    { "add 1 size;join or;move 0 1", "size NotNull | c NotNull" },
    { "add 1 size;add 2 due;delete 0", "size NotNull & due NotNull" },
    { "add 1 size;join or;add 2 due;delete 0", "size NotNull | due NotNull" },
    { "add 1 size;move 1 1", "=" },
    { "add 1 size;move 0 9", "size NotNull & c NotNull" },
    { "delete 0", "!" },
    { "delete 1", "!" },
    { "operator 0 Equal", "c Equal 1" },
    { "operator 0 NotNull", "=" },
    { "operator 0 Equal;operator 0 NotEqual", "c NotEqual 1" },
    { "operator 0 Equal;operator 0 Null", "c Null" },
    { "column 0 size;operator 0 GreaterThan", "size GreaterThan" },
    { "operator 0 Equal;column 0 ready", "ready Equal 1" },
    { "operator 0 NotEqual;column 0 ready", "ready NotEqual 1" },
    { "operator 0 Equal;column 0 size", "size NotNull" },
    { "operator 0 Null;column 0 size", "size Null" },
    { "column 0 size;operator 0 LessThan;column 0 title", "title NotNull" },
    { "column 0 c", "=" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) solution = make_solution ();
      g_auto (GStrv) commands = g_strsplit (cases[i].commands, ";", -1);
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].commands);
      for (guint c = 0; commands[c] != NULL; c++)
        {
          g_autoptr (GError) error = NULL;
          ScSolution *after = run (solution, commands[c], &error);

          if (commands[c + 1] == NULL && *cases[i].after == '!')
            {
              g_assert_null (after);
              g_assert_error (error, SC_EDIT_ERROR, error->code);
              break;
            }
          g_assert_no_error (error);
          if (commands[c + 1] == NULL && *cases[i].after == '=')
            g_assert_true (after == solution);
          replace (&solution, after);
        }
      text = describe (solution);
      if (*cases[i].after != '!' && *cases[i].after != '=')
        g_assert_cmpstr (text, ==, cases[i].after);
    }
}

static void
test_otherwise (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_edit_clause_add (solution, "flow", "A", 1, 0, "c", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static void
test_operands (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  const ScClauseForm *form = sc_clause_form_get (SC_COLUMN_YES_NO);
  g_autoptr (ScOperand) operand = sc_clause_form_make_operand (form, "0");
  g_autoptr (ScList) operands = sc_list_append (NULL, operand);
  g_autoptr (ScSolution) asked
      = sc_edit_clause_set_operator (solution, "flow", "A", 0, 0, "Equal", NULL);
  g_autoptr (ScSolution) after
      = sc_edit_clause_set_operands (asked, "flow", "A", 0, 0, operands, NULL);
  g_autoptr (ScSolution) again
      = sc_edit_clause_set_operands (after, "flow", "A", 0, 0, operands, NULL);
  g_autofree char *text = describe (after);

  g_assert_cmpstr (text, ==, "c Equal 0");
  g_assert_true (again == after);
}

/* Every type of column has a form whose operators can be told apart. */
static void
test_forms (void)
{
  for (ScColumnType type = SC_COLUMN_UNKNOWN; type < SC_N_COLUMN_TYPES; type++)
    {
      const ScClauseForm *form = sc_clause_form_get (type);
      guint n = g_strv_length ((char **) form->operators);

      g_assert_cmpuint (n, >=, 2);
      g_assert_true (sc_clause_form_has_operator (form, "NotNull"));
      g_assert_true (sc_clause_form_has_operator (form, "Null"));
      g_assert_false (sc_clause_form_has_operator (form, "Nonsense"));
      g_assert_true ((form->kind == SC_VALUE_NONE) == (form->type == NULL));
      if (form->type != NULL)
        {
          g_autoptr (ScOperand) operand = sc_clause_form_make_operand (form, "1");

          g_assert_true (sc_operator_takes_value (form->operators[0]));
          g_assert_true (sc_clause_form_fits (form, operand));
          sc_set_string (operand, raw, "x");
          g_assert_false (sc_clause_form_fits (form, operand));
        }
    }
}

static ScColumn *
make_choice (const char *name, int first, int last)
{
  ScColumn *column = sc_column_new ();
  GPtrArray *options = sc_list_collect ();

  sc_set_string (column, name, name);
  column->type = SC_COLUMN_CHOICE;
  for (int value = first; value <= last; value++)
    {
      ScOption *option = sc_option_new ();

      option->value = value;
      g_ptr_array_add (options, option);
    }
  sc_take_value (column, options, sc_list_new_take (options));
  return column;
}

/* A choice that the other column has, too, is still asked for; else its first one is. */
static void
test_choices (void)
{
  static const struct
  {
    const char *value, *after;
  } rows[] = {
    { "1", "to Equal 2" },
    { "2", "to Equal 2" },
    { "3", "to Equal 3" },
    { "x", "to Equal 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScSolution *solution = sc_outline_read_solution ("A?B|C B> C>");
      g_autoptr (ScTable) table = sc_table_new ();
      g_autoptr (ScColumn) from = make_choice ("from", 1, 3);
      g_autoptr (ScColumn) to = make_choice ("to", 2, 4);
      g_autoptr (ScOperand) operand = NULL;
      g_autoptr (ScList) operands = NULL;
      g_autofree char *after = NULL;

      sc_set_string (table, name, "t");
      sc_take_value (table, columns, sc_list_append (NULL, from));
      sc_take_value (table, columns, sc_list_append (table->columns, to));
      sc_take_value (solution, tables, sc_list_append (NULL, table));
      replace (&solution, sc_edit_step_add (solution, "flow", "A", 0, NULL, NULL, "from", NULL));
      replace (&solution, sc_edit_step_add (solution, "flow", "A", 0, NULL, NULL, "to", NULL));
      replace (&solution, sc_edit_clause_set_column (solution, "flow", "A", 0, 0, "from", NULL));
      replace (&solution, sc_edit_clause_set_operator (solution, "flow", "A", 0, 0, "Equal", NULL));
      operand = sc_clause_form_make_operand (sc_clause_form_get (SC_COLUMN_CHOICE), rows[i].value);
      operands = sc_list_append (NULL, operand);
      replace (&solution,
               sc_edit_clause_set_operands (solution, "flow", "A", 0, 0, operands, NULL));
      replace (&solution, sc_edit_clause_set_column (solution, "flow", "A", 0, 0, "to", NULL));
      after = describe (solution);
      g_assert_cmpstr (after, ==, rows[i].after);
      sc_solution_unref (solution);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/clauses/edits", test_edits);
  g_test_add_func ("/edit/clauses/otherwise", test_otherwise);
  g_test_add_func ("/edit/clauses/operands", test_operands);
  g_test_add_func ("/edit/clauses/choices", test_choices);
  g_test_add_func ("/edit/clauses/forms", test_forms);
  return g_test_run ();
}
