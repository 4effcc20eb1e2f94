/* test-any-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-solution.h"
#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-edit-trigger.h"
#include "sc-flow-access.h"
#include "sc-id.h"
#include "sc-layout.h"
#include "sc-validation.h"
#include "sc-xaml.h"

/* Solutions of anything that a value can hold: names and ids that are missing, empty or the same
 * twice, branches to nowhere, loops. Whatever is asked of them or done to them, nothing warns and
 * nothing breaks. */

#define SEED        20261123
#define N_SOLUTIONS 600

/* Looks at everything that is shown of a solution. */
static void
look_at (ScValidator *validator, const ScSolution *solution)
{
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  sc_solution_get_title (solution);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_null (strstr (problem->message, "(null)"));
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScLayout) layout = sc_layout_new (flow, &sc_layout_default_metrics);
      g_autoptr (GBytes) xaml = sc_xaml_write (flow);

      g_assert_cmpuint (layout->n_cards, ==, sc_list_length (flow->stages));
      g_assert_nonnull (xaml);
      sc_validation_measure (solution, flow);
      sc_flow_access_anybody_can_run (solution, flow);
    }
}

typedef struct
{
  ScValidator *validator;
  guint n_done;
} Editor;

/* Takes the outcome of an edit. */
static void
done (Editor *self, ScSolution *after, GError *error)
{
  g_assert_true ((after != NULL) == (error == NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == SC_EDIT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strstr (error->message, "(null)"));
      g_error_free (error);
      return;
    }
  if (self->n_done++ % 16 == 0)
    look_at (self->validator, after);
  sc_solution_unref (after);
}

#define DO(edit)                 \
  G_STMT_START                   \
  {                              \
    GError *error = NULL;        \
    ScSolution *after = (edit);  \
    done (editor, after, error); \
  }                              \
  G_STMT_END

static void
edit_step (Editor *editor, const ScSolution *solution, const char *flow, const char *id)
{
  DO (sc_edit_step_delete (solution, flow, id, &error));
  DO (sc_edit_step_duplicate (solution, flow, id, NULL, &error));
  DO (sc_edit_step_set_label (solution, flow, id, 1031, "Schritt", &error));
  DO (sc_edit_step_set_label (solution, flow, id, solution->language, NULL, &error));
  DO (sc_edit_step_set_required (solution, flow, id, TRUE, &error));
  DO (sc_edit_step_set_column (solution, flow, id, "text", &error));
  DO (sc_edit_step_set_column (solution, flow, id, NULL, &error));
}

static void
edit_stage (Editor *editor, const ScSolution *solution, const char *flow, const char *id)
{
  DO (sc_edit_stage_delete (solution, flow, id, &error));
  DO (sc_edit_stage_duplicate (solution, flow, id, NULL, &error));
  DO (sc_edit_stage_set_label (solution, flow, id, solution->language, "Qualify", &error));
  DO (sc_edit_stage_set_label (solution, flow, id, solution->language, NULL, &error));
  DO (sc_edit_stage_set_table (solution, flow, id, "lead", &error));
  DO (sc_edit_stage_set_table (solution, flow, id, NULL, &error));
  DO (sc_edit_stage_set_category (solution, flow, id, 3, &error));
  DO (sc_edit_step_add (solution, flow, id, 1, NULL, NULL, NULL, &error));
  DO (sc_edit_step_add (solution, flow, id, 0, NULL, NULL, "lead", &error));
  DO (sc_edit_condition_add (solution, flow, id, "lead", &error));
  DO (sc_edit_condition_add (solution, flow, id, NULL, &error));
  DO (sc_edit_condition_delete (solution, flow, id, &error));
  DO (sc_edit_branch_set_name (solution, flow, id, 0, "Yes", &error));
  DO (sc_edit_branch_set_name (solution, flow, id, 0, NULL, &error));
  DO (sc_edit_transition_set (solution, flow, id, id, "text", &error));
  DO (sc_edit_transition_set (solution, flow, id, id, NULL, &error));
  DO (sc_edit_trigger_delete (solution, flow, id, "a", &error));
  DO (sc_edit_trigger_delete (solution, flow, id, NULL, &error));
}

static void
edit_ways (Editor *editor, const ScSolution *solution, const ScFlow *flow, const ScStage *stage)
{
  const char *id = flow->id;

  for (int branch = -2; branch < 3; branch++)
    {
      ScSlot slot = { stage->id, branch };

      DO (sc_edit_stage_add (solution, id, slot, NULL, "New", NULL, &error));
      sc_list_foreach (flow->stages, const ScStage *, other)
        {
          DO (sc_edit_stage_move (solution, id, other->id, slot, &error));
        }
    }
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      edit_step (editor, solution, id, step->id);
      DO (sc_edit_step_move (solution, id, step->id, stage->id, 0, &error));
    }
}

static void
edit_flow (Editor *editor, const ScSolution *solution, const ScFlow *flow)
{
  const char *id = flow->id;

  DO (sc_edit_flow_delete (solution, id, &error));
  DO (sc_edit_flow_set_label (solution, id, solution->language, "Sales", &error));
  DO (sc_edit_flow_set_label (solution, id, 1031, NULL, &error));
  DO (sc_edit_flow_set_description (solution, id, "", &error));
  DO (sc_edit_flow_set_active (solution, id, TRUE, &error));
  DO (sc_edit_flow_set_order (solution, id, 1, &error));
  DO (sc_edit_stage_add (solution, id, SC_SLOT_FIRST, NULL, "New", NULL, &error));
  DO (sc_edit_stage_add (solution, id, sc_slot_last (flow), NULL, NULL, NULL, &error));
  edit_stage (editor, solution, id, NULL);
  edit_step (editor, solution, id, NULL);
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      edit_stage (editor, solution, id, stage->id);
      edit_ways (editor, solution, flow, stage);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      DO (sc_edit_role_set_access (solution, role->id, id, SC_ACCESS_READ, SC_LEVEL_USER, &error));
    }
}

static void
edit_solution (Editor *editor, const ScSolution *solution)
{
  DO (sc_edit_flow_add (solution, NULL, "Sales", "lead", &error));
  DO (sc_edit_flow_add (solution, NULL, NULL, NULL, &error));
  DO (sc_edit_role_add (solution, NULL, "Sales", &error));
  DO (sc_edit_role_add (solution, NULL, NULL, &error));
  DO (sc_edit_table_add (solution, "new_table", NULL, &error));
  DO (sc_edit_table_add (solution, NULL, NULL, &error));
  DO (sc_edit_column_add (solution, "lead", "new_column", "", SC_COLUMN_TEXT, &error));
  DO (sc_edit_column_add (solution, NULL, NULL, NULL, SC_COLUMN_TEXT, &error));
  DO (sc_edit_solution_set_details (solution, "Title", NULL, "1", NULL, "", &error));
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      DO (sc_edit_role_set_name (solution, role->id, "Sales", &error));
      DO (sc_edit_role_set_privilege (solution, role->id, "prvReadLead", SC_LEVEL_USER, &error));
      DO (sc_edit_role_set_privilege (solution, role->id, NULL, SC_LEVEL_USER, &error));
      DO (sc_edit_role_delete (solution, role->id, &error));
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      edit_flow (editor, solution, flow);
    }
}

static void
test_any_solution (void)
{
  static const guint densities[] = { 10, 50, 90 };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  Editor editor = { validator, 0 };

  for (guint i = 0; i < N_SOLUTIONS; i++)
    {
      g_autoptr (ScSolution) solution
          = random_solution_new (random, densities[i % G_N_ELEMENTS (densities)]);

      look_at (validator, solution);
      edit_solution (&editor, solution);
    }
  g_assert_cmpuint (editor.n_done, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/any-solution", test_any_solution);
  return g_test_run ();
}
