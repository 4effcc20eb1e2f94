/* test-merge.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-merge.h"

#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

#include "random-edits.h"
#include "solution-faults.h"

#define FLOW  "11111111-1111-4111-8111-111111111111"
#define OTHER "33333333-3333-4333-8333-333333333333"
#define ROLE  "22222222-2222-4222-8222-222222222222"
#define STEP  "44444444-4444-4444-8444-444444444444"

#define NEW_STAGE "aaaaaaaa-0000-4000-8000-000000000009"

static const char *const stage_ids[]
    = { "aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002",
        "aaaaaaaa-0000-4000-8000-000000000003" };

/* Takes over solution. */
static ScSolution *
then (ScSolution *solution, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_solution_unref (solution);
  return after;
}

static ScSolution *
make_base (void)
{
  ScSolution *solution = sc_edit_solution_new ();

  solution = then (solution, sc_edit_flow_add (solution, FLOW, "Sales", "lead", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (stage_ids); i++)
    {
      const ScFlow *flow = sc_solution_find_flow (solution, FLOW, NULL);
      const ScStage *last = sc_list_get (flow->stages, sc_list_length (flow->stages) - 1);

      solution
          = then (solution, sc_edit_stage_add (solution, FLOW, (ScSlot){ last->id, SC_EDGE_NEXT },
                                               stage_ids[i], "Later", NULL, NULL));
    }
  solution = then (solution, sc_edit_step_add (solution, FLOW, stage_ids[0], G_MAXUINT, STEP,
                                               "Topic", "subject", NULL));
  solution = then (solution, sc_edit_flow_add (solution, OTHER, "Support", "incident", NULL));
  return then (solution, sc_edit_role_add (solution, ROLE, "Sales Rep", NULL));
}

static ScSolution *
same (const ScSolution *base)
{
  return sc_solution_ref (base);
}

static ScSolution *
rename_first (const ScSolution *base)
{
  return sc_edit_stage_set_label (base, FLOW, stage_ids[0], 1033, "Qualify", NULL);
}

static ScSolution *
rename_first_else (const ScSolution *base)
{
  return sc_edit_stage_set_label (base, FLOW, stage_ids[0], 1033, "Check", NULL);
}

static ScSolution *
rename_second (const ScSolution *base)
{
  return sc_edit_stage_set_label (base, FLOW, stage_ids[1], 1033, "Propose", NULL);
}

static ScSolution *
require_step (const ScSolution *base)
{
  return sc_edit_step_set_required (base, FLOW, STEP, TRUE, NULL);
}

static ScSolution *
delete_step (const ScSolution *base)
{
  return sc_edit_step_delete (base, FLOW, STEP, NULL);
}

static ScSolution *
delete_first (const ScSolution *base)
{
  return sc_edit_stage_delete (base, FLOW, stage_ids[0], NULL);
}

static ScSolution *
delete_second (const ScSolution *base)
{
  return sc_edit_stage_delete (base, FLOW, stage_ids[1], NULL);
}

static ScSolution *
move_second (const ScSolution *base)
{
  return sc_edit_stage_move (base, FLOW, stage_ids[1], (ScSlot){ stage_ids[2], SC_EDGE_NEXT },
                             NULL);
}

static ScSolution *
add_stage (const ScSolution *base)
{
  return sc_edit_stage_add (base, FLOW, (ScSlot){ stage_ids[2], SC_EDGE_NEXT }, NULL, "Close", NULL,
                            NULL);
}

/* A step that theirs moved to a stage which only theirs has stays where mine keeps it. */
static ScSolution *
move_step_to_new_stage (const ScSolution *base)
{
  ScSolution *after = sc_edit_stage_add (base, FLOW, (ScSlot){ stage_ids[2], SC_EDGE_NEXT },
                                         NEW_STAGE, "Close", NULL, NULL);

  return then (after, sc_edit_step_move (after, FLOW, STEP, NEW_STAGE, 0, NULL));
}

static ScSolution *
activate_other (const ScSolution *base)
{
  return sc_edit_flow_set_active (base, OTHER, TRUE, NULL);
}

static ScSolution *
delete_other (const ScSolution *base)
{
  return sc_edit_flow_delete (base, OTHER, NULL);
}

static ScSolution *
add_flow (const ScSolution *base)
{
  return sc_edit_flow_add (base, NULL, "Onboarding", "account", NULL);
}

static ScSolution *
give (const ScSolution *base)
{
  return sc_edit_role_set_privilege (base, ROLE, "prvReadLead", SC_LEVEL_USER, NULL);
}

static ScSolution *
give_more (const ScSolution *base)
{
  return sc_edit_role_set_privilege (base, ROLE, "prvReadLead", SC_LEVEL_ORGANIZATION, NULL);
}

static ScSolution *
give_else (const ScSolution *base)
{
  return sc_edit_role_set_privilege (base, ROLE, "prvCreateLead", SC_LEVEL_USER, NULL);
}

typedef ScSolution *(*Edit) (const ScSolution *base);

/* both: what comes of the second edit done to the outcome of the first; where there are conflicts
 * mine counts. */
static const struct
{
  const char *name;
  Edit mine, theirs;
  guint n_conflicts;
  gboolean both;
} rows[] = {
  { "nothing", same, same, 0, TRUE },
  { "only-mine", rename_first, same, 0, TRUE },
  { "only-theirs", same, rename_first, 0, TRUE },
  { "the-same", rename_first, rename_first, 0, TRUE },
  { "two-stages", rename_first, rename_second, 0, TRUE },
  { "stage-and-step", rename_first, require_step, 0, TRUE },
  { "two-flows", rename_first, activate_other, 0, TRUE },
  { "name-and-order", rename_first, move_second, 0, TRUE },
  { "step-and-order", move_second, require_step, 0, TRUE },
  { "new-stage-and-name", add_stage, rename_second, 0, TRUE },
  { "privileges", give, give_else, 0, TRUE },
  { "removed-flow", delete_other, rename_first, 0, TRUE },
  { "new-flow-and-stage", add_stage, add_flow, 0, TRUE },
  { "both-remove", delete_second, delete_second, 0, FALSE },
  { "step-to-stage-of-theirs", move_second, move_step_to_new_stage, 3, FALSE },
  { "step-to-stage-of-mine", move_step_to_new_stage, move_second, 3, FALSE },
  { "one-name", rename_first, rename_first_else, 1, FALSE },
  { "one-privilege", give, give_more, 1, FALSE },
  { "removed-and-changed", delete_step, require_step, 1, FALSE },
  { "changed-and-removed", require_step, delete_step, 1, FALSE },
  { "flow-removed-and-changed", delete_other, activate_other, 1, FALSE },
  { "flow-changed-and-removed", activate_other, delete_other, 1, FALSE },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (ScSolution) base = make_base ();
  g_autoptr (ScSolution) mine = rows[row].mine (base);
  g_autoptr (ScSolution) theirs = rows[row].theirs (base);
  g_autoptr (ScList) conflicts = NULL;
  g_autoptr (ScSolution) merged = NULL;

  g_assert_nonnull (mine);
  g_assert_nonnull (theirs);
  merged = sc_merge (base, mine, theirs, &conflicts);
  sc_list_foreach (conflicts, const ScDifference *, conflict)
    {
      g_autofree char *text = sc_difference_describe (conflict);
      g_test_message ("%s: %s", text, conflict->detail);
    }
  g_assert_cmpuint (sc_list_length (conflicts), ==, rows[row].n_conflicts);
  if (rows[row].both && mine != theirs && !sc_solution_equal (mine, theirs))
    {
      g_autoptr (ScSolution) both = rows[row].theirs (mine);
      g_autoptr (ScSolution) also = rows[row].mine (theirs);

      /* Fresh ids are another each time. */
      if (rows[row].theirs != add_flow && rows[row].theirs != add_stage)
        g_assert_true (sc_solution_equal (merged, both));
      if (rows[row].mine != add_flow && rows[row].mine != add_stage)
        g_assert_true (sc_solution_equal (merged, also));
    }
  else if (rows[row].n_conflicts > 0)
    g_assert_true (sc_solution_equal (merged, mine));
}

/* Ways that both changed: those of mine count, and lead nowhere that is not there. */
static void
test_ways (void)
{
  static const Edit edits[] = { delete_first, delete_second, move_second, add_stage };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    for (guint j = 0; j < G_N_ELEMENTS (edits); j++)
      {
        g_autoptr (ScSolution) base = make_base ();
        g_autoptr (ScSolution) mine = edits[i](base);
        g_autoptr (ScSolution) theirs = edits[j](base);
        g_autoptr (ScList) conflicts = NULL;
        g_autoptr (ScSolution) merged = sc_merge (base, mine, theirs, &conflicts);
        const ScFlow *flow = sc_solution_find_flow (merged, FLOW, NULL);

        g_assert_cmpuint (find_flow_faults (flow), ==, 0);
        g_assert_true ((conflicts == NULL) == sc_solution_equal (mine, theirs));
        g_assert_true (sc_solution_equal (merged, mine));
      }
}

/* Takes over solution. */
static ScSolution *
edit (RandomEdits *edits, ScSolution *solution, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *kind;
      ScSolution *after = random_edits_next (edits, solution, &kind, NULL);

      if (after == NULL)
        continue;
      sc_solution_unref (solution);
      solution = after;
    }
  return solution;
}

/* A step that both have is still there, whichever stages came to be. */
static void
check_steps (const ScFlow *merged, const ScFlow *mine, const ScFlow *theirs)
{
  if ((find_flow_faults (mine) | find_flow_faults (theirs)) & FAULT_IDS)
    return;
  sc_list_foreach (mine->stages, const ScStage *, stage)
    sc_list_foreach (stage->steps, const ScStep *, step)
      {
        if (sc_flow_find_step (theirs, step->id, NULL, NULL) != NULL)
          g_assert_nonnull (sc_flow_find_step (merged, step->id, NULL, NULL));
      }
}

static void
check_flows (const ScSolution *merged, const ScSolution *mine, const ScSolution *theirs)
{
  sc_list_foreach (merged->flows, const ScFlow *, flow)
    {
      const ScFlow *first = sc_solution_find_flow (mine, flow->id, NULL);
      const ScFlow *second = sc_solution_find_flow (theirs, flow->id, NULL);
      guint known = (first != NULL ? find_flow_faults (first) : 0)
                    | (second != NULL ? find_flow_faults (second) : 0);

      g_assert_cmpuint (find_flow_faults (flow) & ~known, ==, 0);
      if (first != NULL && second != NULL)
        check_steps (flow, first, second);
    }
}

/* Two people at one solution: nothing comes about that neither could have made. */
static void
test_random (void)
{
  g_autoptr (RandomEdits) edits = random_edits_new (99);
  g_autoptr (ScSolution) base = random_edits_start (edits);
  guint n = random_edits_length (400);
  guint n_clean = 0;

  base = edit (edits, g_steal_pointer (&base), 300);
  for (guint i = 0; i < n; i++)
    {
      GRand *rand = random_edits_get_rand (edits);
      g_autoptr (ScSolution) mine
          = edit (edits, sc_solution_ref (base), (guint) g_rand_int_range (rand, 0, 12));
      g_autoptr (ScSolution) theirs
          = edit (edits, sc_solution_ref (base), (guint) g_rand_int_range (rand, 0, 12));
      g_autoptr (ScList) conflicts = NULL;
      g_autoptr (ScList) none = NULL;
      g_autoptr (ScSolution) merged = sc_merge (base, mine, theirs, &conflicts);
      g_autoptr (ScSolution) again = sc_merge (base, merged, mine, &none);

      /* Where an id stands for two flows, it cannot be said what became of which. */
      if (!((find_solution_faults (mine) | find_solution_faults (theirs)) & FAULT_FLOWS))
        {
          check_flows (merged, mine, theirs);
          /* What mine did is in it. */
          g_assert_true (sc_solution_equal (again, merged));
        }
      /* That both called a new flow the same is for the rules to find. */
      g_assert_cmpuint (find_solution_faults (merged) & ~FAULT_FLOWS
                            & ~(find_solution_faults (mine) | find_solution_faults (theirs)),
                        ==, 0);
      n_clean += conflicts == NULL;
      base = then (g_steal_pointer (&base), g_steal_pointer (&merged));
    }
  g_test_message ("%u of %u merges without a conflict", n_clean, n);
  g_assert_cmpuint (n_clean, >, 0);
  g_assert_cmpuint (n_clean, <, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/merge/ways", test_ways);
  g_test_add_func ("/merge/random", test_random);
  return g_test_run ();
}
