/* test-clause-forms.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "real-flow.h"
#include "sc-clause-form.h"
#include "sc-edit-clause.h"
#include "sc-xaml.h"

/* What is asked for with the edits of clauses is written as Dataverse writes it: every clause of
 * the real flows, taken away and asked for anew, gives the same bytes. */

typedef struct
{
  ScSolution *solution; /* owned; with the one flow */
  const char *flow;
  const char *stage;
  guint branch;
  guint clause;
} Spot;

static void
replace (Spot *spot, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_solution_unref (spot->solution);
  spot->solution = after;
}

static const ScClause *
get_clause (const Spot *spot)
{
  const ScFlow *flow = sc_list_get (spot->solution->flows, 0);
  const ScStage *stage = sc_flow_find_stage (flow, spot->stage, NULL);
  const ScBranch *branch = sc_list_get (stage->condition->branches, spot->branch);

  return sc_list_get (branch->clauses, spot->clause);
}

/* A constant as a person enters it: the value and, of a row, which table it is of and its name. */
static ScList *
enter_again (const ScClauseForm *form, const ScList *operands)
{
  GPtrArray *entered = sc_list_collect ();

  sc_list_foreach (operands, const ScOperand *, operand)
    {
      ScOperand *again = sc_clause_form_make_operand (form, operand->value);

      if (form->kind == SC_VALUE_ROW)
        {
          sc_set_string (again, table, operand->table);
          sc_set_string (again, display, operand->display);
        }
      g_ptr_array_add (entered, again);
    }
  return sc_list_new_take (entered);
}

static void
ask_again (Spot *spot, const ScClauseForm *form, const ScClause *clause)
{
  const char *away = g_str_equal (clause->operator, "NotNull") ? "Null" : "NotNull";
  g_autoptr (ScList) operands = enter_again (form, clause->operands);
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_clause_set_operator (spot->solution, spot->flow, spot->stage, spot->branch,
                                       spot->clause, away, &error);
  replace (spot, after, error);
  g_assert_null (get_clause (spot)->operands);
  after = sc_edit_clause_set_operator (spot->solution, spot->flow, spot->stage, spot->branch,
                                       spot->clause, clause->operator, & error);
  replace (spot, after, error);
  after = sc_edit_clause_set_operands (spot->solution, spot->flow, spot->stage, spot->branch,
                                       spot->clause, operands, &error);
  replace (spot, after, error);
}

/* Asks for every clause of the flow anew; counts them by what they compare with. */
static void
check_flow (const RealFlow *real, GHashTable *seen)
{
  g_autoptr (GBytes) before = sc_xaml_write (real->flow);
  Spot spot = { .solution = sc_solution_copy (real->solution), .flow = real->flow->id };
  g_autoptr (GBytes) after = NULL;

  sc_take_value (spot.solution, flows, sc_list_append (NULL, real->flow));
  sc_list_foreach (real->flow->stages, const ScStage *, stage)
    {
      const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;

      spot.stage = stage->id;
      sc_list_foreach (branches, const ScBranch *, branch)
        sc_list_foreach (branch->clauses, const ScClause *, clause)
          {
            ScColumnType type
                = sc_clause_find_type (real->solution, stage, clause->table, clause->column);
            const ScClauseForm *form = sc_clause_form_get (type);

            /* Without a control or a table that says what it is, any form would be a guess. */
            if (form->kind == SC_VALUE_NONE && clause->operands != NULL)
              continue;
            g_test_message ("%s: %s is a %s column", real->name, clause->column,
                            sc_column_type_get_nick (type));
            g_assert_true (sc_clause_form_has_operator (form, clause->operator));
            spot.branch = branch_i;
            spot.clause = clause_i;
            ask_again (&spot, form, clause);
            g_assert_true (sc_clause_equal (get_clause (&spot), clause));
            if (clause->operands != NULL)
              g_hash_table_add (seen, (gpointer) form->type);
          }
    }
  after = sc_xaml_write (sc_list_get (spot.solution->flows, 0));
  g_assert_true (g_bytes_equal (before, after));
  sc_solution_unref (spot.solution);
}

static void
test_real_flows (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) flows = NULL;

  if (corpus == NULL)
    return;
  flows = real_flow_list (corpus);
  for (guint i = 0; i < flows->len; i++)
    check_flow (g_ptr_array_index (flows, i), seen);
  g_assert_true (g_hash_table_contains (seen, "OptionSetValue"));
  g_assert_true (g_hash_table_contains (seen, "Boolean"));
  for (ScColumnType type = 0; type < SC_N_COLUMN_TYPES; type++)
    {
      const char *name = sc_clause_form_get (type)->type;

      if (name != NULL && !g_hash_table_contains (seen, name)
          && g_hash_table_add (told, (gpointer) name))
        g_test_message ("no real flow compares with a constant of type %s", name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataverse/clause-forms/real-flows", test_real_flows);
  return g_test_run ();
}
