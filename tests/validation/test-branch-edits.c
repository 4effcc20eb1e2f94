/* test-branch-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-clause.h"
#include "sc-edit-condition.h"
#include "sc-edit-step.h"
#include "sc-outline.h"
#include "sc-validation.h"

/* Random edits of branches and clauses: whatever is done to a flow that Dataverse accepts, no error
 * about branches comes of it. */

#define SEED       20261123
#define N_FLOWS    60
#define N_EDITS    120
#define MAX_STAGES 24

static const char *const rules[]
    = { "BR-01", "BR-02", "BR-06", "BR-07", "BR-14", "ST-12", "ST-13" };

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static guint
up_to (GRand *random, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (random, 0, (int) n) : 0;
}

static ScSlot
any_way (GRand *random, const ScFlow *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  const ScEdge *edge = &graph->edges[up_to (random, graph->n_edges)];
  const ScStage *stage = sc_list_get (flow->stages, edge->from);

  return (ScSlot){ stage->id, edge->branch };
}

static ScSolution *
edit_branches (GRand *random, const ScSolution *solution, const ScStage *stage, guint branch)
{
  const ScFlow *flow = first_flow (solution);
  gboolean small = sc_list_length (flow->stages) < MAX_STAGES;

  switch (up_to (random, 9))
    {
    case 0:
    case 1:
      return small ? sc_edit_condition_add (solution, "flow", stage->id, NULL, NULL) : NULL;
    case 2:
      return small ? sc_edit_branch_add (solution, "flow", stage->id, branch, NULL, NULL) : NULL;
    case 3:
      return sc_edit_branch_add_otherwise (solution, "flow", stage->id, NULL);
    case 4:
      return sc_edit_branch_move (solution, "flow", stage->id, branch, up_to (random, 3), NULL);
    case 5:
      return sc_edit_branch_delete_with_stages (solution, "flow", stage->id, branch, NULL);
    case 6:
      return sc_edit_branch_take (solution, "flow", stage->id, branch, any_way (random, flow),
                                  NULL);
    case 7:
      return small ? sc_edit_branch_rotate (solution, "flow", stage->id, branch, NULL) : NULL;
    default:
      return up_to (random, 4) == 0 ? sc_edit_condition_delete (solution, "flow", stage->id, NULL)
                                    : NULL;
    }
}

static ScSolution *
edit_clauses (GRand *random, const ScSolution *solution, const ScStage *stage, guint branch)
{
  guint clause = up_to (random, 3);

  switch (up_to (random, 5))
    {
    case 0:
      return sc_edit_clause_add (solution, "flow", stage->id, branch, clause, NULL, NULL);
    case 1:
      return sc_edit_clause_delete (solution, "flow", stage->id, branch, clause, NULL);
    case 2:
      return sc_edit_clause_move (solution, "flow", stage->id, branch, clause, up_to (random, 3),
                                  NULL);
    case 3:
      return sc_edit_clause_set_operator (solution, "flow", stage->id, branch, clause,
                                          up_to (random, 2) ? "Null" : "NotNull", NULL);
    default:
      return sc_edit_branch_set_join (solution, "flow", stage->id, branch,
                                      up_to (random, 2) ? SC_JOIN_AND : SC_JOIN_OR, NULL);
    }
}

static ScSolution *
edit_ways (GRand *random, const ScSolution *solution, const ScStage *stage)
{
  const ScFlow *flow = first_flow (solution);

  switch (up_to (random, 3))
    {
    case 0:
      return sc_edit_way_merge (solution, "flow", any_way (random, flow), stage->id, NULL);
    case 1:
      return sc_edit_way_end (solution, "flow", any_way (random, flow), NULL);
    default:
      return sc_list_length (flow->stages) < MAX_STAGES / 2
                 ? sc_edit_way_unmerge (solution, "flow", any_way (random, flow), NULL)
                 : NULL;
    }
}

/* New stages have a step without a column; a condition needs one. */
static ScSolution *
give_steps_columns (const ScSolution *solution)
{
  g_autoptr (ScSolution) current = sc_solution_ref (solution);

  sc_list_foreach (first_flow (solution)->stages, const ScStage *, stage)
    sc_list_foreach (stage->steps, const ScStep *, step)
      {
        ScSolution *after;

        if (step->column != NULL)
          continue;
        after = sc_edit_step_set_column (current, "flow", step->id, "c", NULL);
        sc_solution_unref (current);
        current = after;
      }
  return g_steal_pointer (&current);
}

/* With short names instead of what new stages are called. */
static char *
describe (const ScFlow *flow)
{
  g_autoptr (ScFlow) named = sc_flow_copy (flow);
  GPtrArray *stages = sc_list_collect ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      ScStage *copy = sc_stage_copy (stage);
      g_autofree char *name = g_strdup_printf ("S%u", stage_i);

      sc_set_string (copy, name, name);
      g_ptr_array_add (stages, copy);
    }
  sc_take_value (named, stages, sc_list_new_take (stages));
  return sc_outline_write (named);
}

static void
check (ScValidator *validator, const ScSolution *solution)
{
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        if (problem->severity != SC_SEVERITY_WARNING
            && g_str_equal (sc_rule_get_id (problem->rule), rules[i]))
          {
            g_autofree char *outline = describe (first_flow (solution));

            g_test_message ("%s: %s", outline, problem->message);
            g_test_fail ();
          }
    }
}

static void
test_no_new_errors (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_edits = 0;

  for (guint i = 0; i < N_FLOWS && !g_test_failed (); i++)
    {
      g_autoptr (ScValidator) validator = sc_validator_new ();
      g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>B B>C C>");

      for (guint edit = 0; edit < N_EDITS && !g_test_failed (); edit++)
        {
          const ScFlow *flow = first_flow (solution);
          const ScStage *stage
              = sc_list_get (flow->stages, up_to (random, sc_list_length (flow->stages)));
          guint kind = up_to (random, 10), branch = up_to (random, 3);
          g_autofree char *before = describe (flow);
          ScSolution *after = kind < 5   ? edit_branches (random, solution, stage, branch)
                              : kind < 7 ? edit_clauses (random, solution, stage, branch)
                                         : edit_ways (random, solution, stage);

          if (after == NULL)
            continue;
          n_edits += after != solution;
          sc_solution_unref (solution);
          solution = give_steps_columns (after);
          sc_solution_unref (after);
          check (validator, solution);
          if (g_test_failed ())
            g_test_message ("before: %s", before);
        }
    }
  g_assert_cmpuint (n_edits, >, N_FLOWS * N_EDITS / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/branch-edits", test_no_new_errors);
  return g_test_run ();
}
