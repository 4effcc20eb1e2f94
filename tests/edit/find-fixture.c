/* find-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-fixture.h"

/* As many as tables of Dataverse have. */
#define N_COLUMNS 300

static ScList *
append (const ScList *list, gpointer value)
{
  ScList *longer = sc_list_append (list, value);

  sc_value_unref (value);
  return longer;
}

static ScStep *
make_step (const char *id, ScStepKind kind, const char *label, const char *column)
{
  ScStep *step = sc_step_new ();

  sc_set_string (step, id, id);
  step->kind = kind;
  sc_set_string (step, name, kind == SC_STEP_DATA ? SC_STEP_DEFAULT_NAME : label);
  sc_take_value (step, labels, sc_labels_set (NULL, 1033, label));
  sc_set_string (step, column, column);
  sc_set_string (step, display_name, column);
  return step;
}

static ScStep *
make_action (void)
{
  ScStep *step
      = make_step ("b0000000-0000-4000-8000-000000000002", SC_STEP_ACTION, "Check budget", NULL);

  sc_set_string (step, process_id, "c0000000-0000-4000-8000-00000000cafe");
  sc_set_string (step, process_name, "cr_CheckBudget");
  return step;
}

static ScClause *
make_clause (const char *column, const char *type, const char *value, const char *display)
{
  ScClause *clause = sc_clause_new ();
  ScOperand *operand = sc_operand_new ();

  sc_set_string (clause, table, "lead");
  sc_set_string (clause, column, column);
  sc_set_string (clause, operator, "Equal");
  sc_set_string (operand, type, type);
  sc_set_string (operand, value, value);
  sc_set_string (operand, display, display);
  sc_take_value (clause, operands, append (NULL, operand));
  return clause;
}

static ScCondition *
make_condition (void)
{
  ScCondition *condition = sc_condition_new ();
  ScBranch *asking = sc_branch_new ();
  ScBranch *otherwise = sc_branch_new ();

  sc_set_string (asking, name, "Large budget");
  sc_take_value (asking, clauses,
                 append (NULL, make_clause ("budgetamount", "Money", "1000", NULL)));
  sc_take_value (asking, clauses,
                 append (asking->clauses,
                         make_clause ("parentaccountid", "EntityReference",
                                      "d0000000-0000-4000-8000-00000000feed", "Budget GmbH")));
  sc_take_value (
      asking, clauses,
      append (asking->clauses, make_clause ("revenue", SC_OPERAND_COLUMN, "budgetamount", NULL)));
  sc_set_string (asking, target, "a0000000-0000-4000-8000-000000000002");
  otherwise->otherwise = TRUE;
  sc_take_value (condition, branches, append (NULL, asking));
  sc_take_value (condition, branches, append (condition->branches, otherwise));
  return condition;
}

static ScTrigger *
make_trigger (void)
{
  ScTrigger *trigger = sc_trigger_new ();

  sc_set_string (trigger, name, "Budget mail");
  sc_set_string (trigger, workflow_id, "e0000000-0000-4000-8000-00000000dead");
  return trigger;
}

static ScStage *
make_stage (const char *id, const char *label, const char *table)
{
  ScStage *stage = sc_stage_new ();

  sc_set_string (stage, id, id);
  sc_set_string (stage, name, label);
  sc_take_value (stage, labels, sc_labels_set (NULL, 1033, label));
  sc_set_string (stage, table, table);
  return stage;
}

static ScFlow *
make_flow (void)
{
  ScFlow *flow = sc_flow_new ();
  ScStage *first = make_stage (FIND_STAGE, "Qualify", "lead");
  ScStage *second = make_stage ("a0000000-0000-4000-8000-000000000002", "Develop", "opportunity");
  ScStep *budget = make_step (FIND_STEP, SC_STEP_DATA, "Budget", "budgetamount");
  ScTransition *transition = sc_transition_new ();

  sc_set_string (flow, id, FIND_FLOW);
  sc_set_string (flow, name, "Lead to Budget");
  sc_set_string (flow, unique_name, "cr_leadtobudget");
  sc_set_string (flow, description, "The budget is asked for.");
  sc_take_value (flow, labels, sc_labels_set (NULL, 1033, "Lead to Budget"));
  sc_take_value (flow, labels, sc_labels_set (flow->labels, 1031, "Vom Lead zum Budget"));

  sc_take_value (budget, labels, sc_labels_set (budget->labels, 1031, "Das Budget"));
  sc_take_value (first, steps, append (NULL, budget));
  sc_take_value (first, steps, append (first->steps, make_action ()));
  sc_take_value (first, triggers, append (NULL, make_trigger ()));
  sc_take_value (first, condition, make_condition ());
  sc_take_value (second, steps,
                 append (NULL, make_step ("b0000000-0000-4000-8000-000000000003", SC_STEP_DATA,
                                          "👩‍👩‍👧 Straße", "name")));
  sc_take_value (second, steps,
                 append (second->steps, make_step ("b0000000-0000-4000-8000-000000000004",
                                                   SC_STEP_DATA, "תקציב שנתי", NULL)));
  sc_take_value (flow, stages, append (NULL, first));
  sc_take_value (flow, stages, append (flow->stages, second));
  sc_set_string (transition, relationship, "lead_opportunity_budget");
  sc_set_string (transition, source, FIND_STAGE);
  sc_set_string (transition, target, second->id);
  sc_take_value (flow, transitions, append (NULL, transition));
  return flow;
}

static ScColumn *
make_column (const char *name, const char *label, ScColumnType type)
{
  ScColumn *column = sc_column_new ();

  sc_set_string (column, name, name);
  sc_take_value (column, labels, sc_labels_set (NULL, 1033, label));
  column->type = type;
  return column;
}

static ScTable *
make_lead (void)
{
  ScTable *table = sc_table_new ();

  sc_set_string (table, name, "lead");
  sc_take_value (table, labels, sc_labels_set (NULL, 1033, "Prospect"));
  table->complete = TRUE;
  sc_take_value (table, columns,
                 append (NULL, make_column ("budgetamount", "Budget Amount", SC_COLUMN_CURRENCY)));
  sc_take_value (table, columns,
                 append (table->columns, make_column ("revenue", "Revenue", SC_COLUMN_CURRENCY)));
  sc_take_value (
      table, columns,
      append (table->columns, make_column ("parentaccountid", "Account", SC_COLUMN_LOOKUP)));
  sc_take_value (
      table, columns,
      append (table->columns, make_column ("costamount", "Cost Amount", SC_COLUMN_CURRENCY)));
  return table;
}

ScSolution *
find_make_solution (void)
{
  ScSolution *solution = sc_solution_new ();
  ScFlow *locked = sc_flow_new ();
  ScRole *role = sc_role_new ();

  solution->language = 1033;
  sc_set_string (locked, id, FIND_LOCKED);
  sc_set_string (locked, name, "Budget of others");
  locked->locked = TRUE;
  sc_take_value (solution, flows, append (NULL, make_flow ()));
  sc_take_value (solution, flows, append (solution->flows, locked));
  sc_take_value (solution, tables, append (NULL, make_lead ()));
  sc_set_string (role, id, "90000000-0000-4000-8000-000000000001");
  sc_set_string (role, name, "Budget owner");
  sc_take_value (solution, roles, append (NULL, role));
  return solution;
}

/* It is in its text, and what was looked for, as far as that can be said of it. */
static void
assert_hit (const ScHit *hit, const ScFindOptions *options)
{
  const char *text = hit->whole->text;
  g_autofree char *found = NULL;

  g_assert_cmpint (hit->length, >, 0);
  g_assert_cmpint (hit->start + hit->length, <=, g_utf8_strlen (text, -1));
  found = g_utf8_substring (text, hit->start, hit->start + hit->length);
  if (options->match_case && !options->regex && hit->text_kind != SC_TEXT_ID
      && hit->text_kind != SC_TEXT_PROCESS_ID)
    g_assert_cmpstr (found, ==, options->text);
}

char *
find_write (const ScSolution *solution, const ScFindOptions *options, const char *flow)
{
  static const char *const kinds[]
      = { "flow", "stage", "step", "workflow", "branch", "clause", "relationship", "role" };
  static const char *const texts[]
      = { "label",       "name",        "description",  "column", "column-label",
          "table",       "table-label", "relationship", "value",  "process",
          "unique-name", "id",          "process-id" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFindQuery) query = sc_find_query_new (options, &error);
  g_autoptr (ScFindResult) result = NULL;

  g_assert_no_error (error);
  result = sc_find (solution, query, flow, G_MAXUINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_hits, ==, sc_list_length (result->hits));
  sc_list_foreach (result->hits, const ScHit *, hit)
    {
      assert_hit (hit, options);
      g_string_append_printf (text, "%s%s %s%s", hit_i > 0 ? "\n" : "", kinds[hit->kind],
                              texts[hit->text_kind], hit->obstacle == SC_OBSTACLE_NONE ? "" : "*");
      if (hit->whole->language != 0)
        g_string_append_printf (text, " %d", hit->whole->language);
      g_string_append_printf (text, " %d+%d %s", hit->start, hit->length, hit->whole->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static ScTable *
make_large_table (void)
{
  ScTable *table = sc_table_new ();
  GPtrArray *columns = sc_list_collect ();

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *name = g_strdup_printf ("new_column%u", i);
      g_autofree char *label = g_strdup_printf ("Column %u", i);

      g_ptr_array_add (columns, make_column (name, label, SC_COLUMN_TEXT));
    }
  sc_set_string (table, name, "lead");
  sc_take_value (table, columns, sc_list_new_take (columns));
  return table;
}

ScSolution *
find_make_large (guint n_stages, guint n_steps)
{
  ScSolution *solution = sc_solution_new ();
  ScFlow *flow = sc_flow_new ();
  GPtrArray *stages = sc_list_collect ();

  solution->language = 1033;
  for (guint i = 0; i < n_stages; i++)
    {
      g_autofree char *id = g_strdup_printf ("a0000000-0000-4000-8000-%012u", i);
      g_autofree char *name = g_strdup_printf ("Stage %u", i + 1);
      ScStage *stage = make_stage (id, name, "lead");
      GPtrArray *steps = sc_list_collect ();

      for (guint j = 0; j < n_steps; j++)
        {
          g_autofree char *step_id = g_strdup_printf ("b0000000-0000-4000-%04u-%012u", i, j);
          g_autofree char *label = g_strdup_printf ("Step %u of some length", j + 1);
          g_autofree char *column = g_strdup_printf ("new_column%u", j * 7 % N_COLUMNS);

          g_ptr_array_add (steps, make_step (step_id, SC_STEP_DATA, label, column));
        }
      sc_take_value (stage, steps, sc_list_new_take (steps));
      g_ptr_array_add (stages, stage);
    }
  sc_set_string (flow, id, FIND_FLOW);
  sc_set_string (flow, name, "Large");
  sc_take_value (flow, stages, sc_list_new_take (stages));
  sc_take_value (solution, flows, append (NULL, flow));
  sc_take_value (solution, tables, append (NULL, make_large_table ()));
  return solution;
}
