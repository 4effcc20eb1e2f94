/* test-metadata-loan.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-metadata-loan.h"

#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

#define FLOW   "f0000000-0000-4000-8000-000000000001"
#define FIRST  "a0000000-0000-4000-8000-000000000001"
#define SECOND "a0000000-0000-4000-8000-000000000002"

/* A flow with two stages on lead, and nothing said of any table. */
static ScSolution *
make_solution (void)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) flow = sc_edit_flow_add (empty, FLOW, "Sell", "lead", NULL);
  const ScFlow *added = sc_solution_find_flow (flow, FLOW, NULL);
  const ScStage *stage = sc_list_get (added->stages, 0);
  g_autoptr (ScSolution) first = stage == NULL ? sc_edit_stage_add (flow, FLOW, SC_SLOT_FIRST,
                                                                    FIRST, "Qualify", "lead", NULL)
                                               : sc_solution_ref (flow);

  stage = sc_list_get (sc_solution_find_flow (first, FLOW, NULL)->stages, 0);
  return sc_edit_stage_add (first, FLOW, (ScSlot){ stage->id, SC_EDGE_NEXT }, SECOND, "Develop",
                            "lead", NULL);
}

typedef struct
{
  ScSolution *solution;
  ScCatalogue *catalogue;
  ScMetadata *metadata;
  ScSolution *lent;
} Loan;

static void
loan_init (Loan *self)
{
  self->solution = make_solution ();
  self->catalogue = sc_catalogue_new ();
  self->metadata = sc_metadata_new (self->solution, self->catalogue);
  self->lent = sc_metadata_lend (self->metadata, self->solution,
                                 sc_solution_find_flow (self->solution, FLOW, NULL));
}

static void
loan_clear (Loan *self)
{
  sc_solution_unref (self->lent);
  sc_metadata_unref (self->metadata);
  sc_catalogue_unref (self->catalogue);
  sc_solution_unref (self->solution);
}

/* Takes over lent's outcome. */
static ScSolution *
give_back (Loan *self, ScSolution *after)
{
  ScSolution *own;

  g_assert_nonnull (after);
  own = sc_metadata_take_back (self->solution, self->lent, after);
  g_assert_true (own->tables == self->solution->tables);
  g_assert_true (own->relationships == self->solution->relationships);
  return own;
}

static void
test_column (void)
{
  Loan loan;
  g_autoptr (ScSolution) after = NULL;
  const ScStage *stage;
  const ScStep *step;

  loan_init (&loan);
  after = give_back (&loan, sc_edit_step_add (loan.lent, FLOW, SECOND, G_MAXUINT, NULL, NULL,
                                              "budgetamount", NULL));
  stage = sc_flow_find_stage (sc_solution_find_flow (after, FLOW, NULL), SECOND, NULL);
  step = sc_list_get (stage->steps, sc_list_length (stage->steps) - 1);
  g_assert_cmpstr (step->column, ==, "budgetamount");
  g_assert_cmpstr (sc_step_get_label (step, 1033), ==, "Budget Amount");
  g_assert_cmpstr (step->class_id, ==, sc_column_type_get_class_id (SC_COLUMN_CURRENCY));
  loan_clear (&loan);
}

static void
test_relationship (void)
{
  Loan loan;
  g_autoptr (ScSolution) moved = NULL;
  g_autoptr (ScSolution) after = NULL;
  const ScTransition *transition;

  loan_init (&loan);
  moved = sc_edit_stage_set_table (loan.lent, FLOW, SECOND, "opportunity", NULL);
  after = give_back (&loan, sc_edit_stage_relate (moved, FLOW, SECOND, NULL));
  transition = sc_list_get (sc_solution_find_flow (after, FLOW, NULL)->transitions, 0);
  g_assert_nonnull (transition);
  g_assert_cmpstr (transition->relationship, ==, "opportunity_originating_lead");
  g_assert_cmpstr (transition->attribute, ==, "originatingleadid");
  loan_clear (&loan);
}

/* What no edit was made of stays as it is. */
static void
test_unchanged (void)
{
  Loan loan;
  g_autoptr (ScSolution) same = NULL;
  g_autoptr (ScSolution) other = sc_edit_solution_new ();
  g_autoptr (ScSolution) kept = NULL;

  loan_init (&loan);
  same = sc_metadata_take_back (loan.solution, loan.lent, sc_solution_ref (loan.lent));
  g_assert_true (same == loan.solution);
  kept = sc_metadata_take_back (loan.solution, loan.lent, sc_solution_ref (other));
  g_assert_true (kept == other);
  g_assert_null (sc_metadata_take_back (loan.solution, loan.lent, NULL));
  loan_clear (&loan);
}

static void
test_proposal (void)
{
  static const struct
  {
    const char *source, *target, *relationship;
  } rows[] = {
    { "lead", "opportunity", "opportunity_originating_lead" },
    { "opportunity", "quote", "opportunity_quotes" },
    { "quote", "salesorder", "quote_orders" },
    { "salesorder", "invoice", "order_invoices" },
    { "lead", "nothing", NULL },
  };
  Loan loan;

  loan_init (&loan);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScRelationship *found
          = sc_edit_propose_relationship (loan.lent, rows[i].source, rows[i].target);

      g_test_message ("%s to %s", rows[i].source, rows[i].target);
      g_assert_cmpstr (found != NULL ? found->name : NULL, ==, rows[i].relationship);
    }
  loan_clear (&loan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metadata-loan/column", test_column);
  g_test_add_func ("/metadata-loan/relationship", test_relationship);
  g_test_add_func ("/metadata-loan/unchanged", test_unchanged);
  g_test_add_func ("/metadata-loan/proposal", test_proposal);
  return g_test_run ();
}
