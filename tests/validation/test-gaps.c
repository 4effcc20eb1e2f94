/* test-gaps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "gaps.h"
#include "rule-rows.h"
#include "sc-fix.h"
#include "sc-uses.h"

/* Whatever a file leaves out: everything is validated, repaired and looked up all the same, and
 * nothing is said to be "(null)". */

/* Of the gaps in what makes rules speak, so many are left to the soak. */
#define ONE_IN 10

typedef struct
{
  ScValidator *validator; /* has seen all that came before */
  guint n_problems;
  guint n_fixes;
} Seen;

static void
check_same (const ScList *incremental, const ScSolution *solution, const char *where)
{
  g_autoptr (ScValidator) fresh = sc_validator_new ();
  g_autoptr (ScList) full = sc_validator_run (fresh, solution);

  if (!sc_value_equal (incremental, full))
    g_error ("%s: another outcome than when it is looked at alone", where);
}

static guint
count (const ScList *problems, const ScRule *rule)
{
  guint n = 0;

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      n += problem->rule == rule;
    }
  return n;
}

/* What is offered takes something away that the rule found. */
static void
check_fixes (Seen *seen,
             const ScSolution *solution,
             const ScList *problems,
             guint position,
             const char *where)
{
  const ScProblem *problem = sc_list_get (problems, position);
  g_autoptr (GPtrArray) fixes = sc_fix_list (seen->validator, solution, problem);

  for (guint i = 0; i < fixes->len; i++)
    {
      const ScFix *fix = g_ptr_array_index (fixes, i);
      g_autoptr (ScList) rest = sc_validator_run (seen->validator, fix->after);

      gaps_check_text (fix->title, where);
      gaps_check_texts (fix->after, where);
      if (count (rest, problem->rule) >= count (problems, problem->rule))
        g_error ("%s: “%s” does not help", where, fix->title);
      seen->n_fixes++;
    }
}

static void
check_problems (const ScSolution *solution, const char *where, gpointer data)
{
  Seen *seen = data;
  g_autoptr (ScList) problems = sc_validator_run (seen->validator, solution);
  const ScRule *const *rules = sc_rule_list ();

  check_same (problems, solution, where);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      gaps_check_texts (problem, where);
      check_fixes (seen, solution, problems, problem_i, where);
    }
  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autofree char *unchecked = sc_rule_explain_unchecked (rules[i], solution);

      gaps_check_text (unchecked, where);
    }
  seen->n_problems += sc_list_length (problems);
}

static void
check_uses (const ScSolution *solution, const ScUsed *thing, const char *where)
{
  g_autoptr (ScList) uses = NULL;
  g_autofree char *name = NULL;

  if (thing->name == NULL) /* nobody can ask for it */
    return;
  uses = sc_uses_find (solution, thing);
  name = sc_uses_name (solution, thing);
  gaps_check_text (name, where);
  gaps_check_texts (uses, where);
  sc_list_foreach (uses, const ScUse *, use)
    {
      if (use->who == NULL || use->how == NULL || *use->how == '\0')
        g_error ("%s: a use that says nothing", where);
    }
}

static void
check_uses_in_flow (const ScSolution *solution, const ScFlow *flow, const char *where)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      check_uses (solution, &(ScUsed){ SC_USED_STAGE, flow->id, stage->id, NULL }, where);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          check_uses (solution, &(ScUsed){ SC_USED_STEP, flow->id, step->id, NULL }, where);
        }
    }
}

static void
check_all_uses (const ScSolution *solution, const char *where, gpointer data)
{
  guint *n = data;

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      check_uses_in_flow (solution, flow, where);
    }
  sc_list_foreach (solution->tables, const ScTable *, table)
    {
      check_uses (solution, &(ScUsed){ SC_USED_TABLE, NULL, table->name, NULL }, where);
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          check_uses (solution, &(ScUsed){ SC_USED_COLUMN, NULL, table->name, column->name },
                      where);
        }
    }
  sc_list_foreach (solution->relationships, const ScRelationship *, relationship)
    {
      check_uses (solution, &(ScUsed){ SC_USED_RELATIONSHIP, NULL, relationship->name, NULL },
                  where);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      check_uses (solution, &(ScUsed){ SC_USED_ROLE, NULL, role->id, NULL }, where);
    }
  *n += 1;
}

static void
test_problems (void)
{
  g_autoptr (ScSolution) whole = fixture_solution (FIXTURE_RICH);
  Seen seen = { .validator = sc_validator_new () };
  guint n = gaps_foreach (whole, check_problems, &seen);

  g_test_message ("%u gaps, %u problems, %u repairs", n, seen.n_problems, seen.n_fixes);
  g_assert_cmpuint (n, >, 200);
  g_assert_cmpuint (seen.n_fixes, >, n);
  sc_validator_free (seen.validator);
}

/* What makes one rule speak, with another thing left out. */
static void
test_rules (void)
{
  static const RuleRow *const lists[]
      = { rule_rows_flow, rule_rows_step, rule_rows_way, rule_rows_package };
  guint step = g_getenv ("STAGECRAFT_SOAK") != NULL ? 1 : ONE_IN;
  Seen seen = { .validator = sc_validator_new () };
  guint n = 0;

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (const RuleRow *row = lists[list]; row->rule != NULL; row++)
      {
        g_autoptr (ScSolution) whole = fixture_solution (row->script);

        n += gaps_foreach_nth (whole, step, n, check_problems, &seen);
      }
  g_test_message ("one of %u in %u gaps, %u problems, %u repairs", step, n, seen.n_problems,
                  seen.n_fixes);
  g_assert_cmpuint (n, >, 10000);
  g_assert_cmpuint (seen.n_fixes, >, n / step / 2);
  sc_validator_free (seen.validator);
}

static void
test_uses (void)
{
  g_autoptr (ScSolution) whole = fixture_solution (FIXTURE_RICH);
  guint n_checked = 0;
  guint n = gaps_foreach (whole, check_all_uses, &n_checked);

  g_assert_cmpuint (n_checked, ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/gaps/problems", test_problems);
  g_test_add_func ("/validation/gaps/rules", test_rules);
  g_test_add_func ("/validation/gaps/uses", test_uses);
  return g_test_run ();
}
