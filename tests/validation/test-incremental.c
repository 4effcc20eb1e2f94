/* test-incremental.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rule-rows.h"

#include "random-edits.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-history.h"

#include <stdlib.h>

/* A validator that has seen every solution before says the same as one that sees only this one:
 * after random edits, undo and redo, and after random damage that no edit would do. */

#define SEED      20261123
#define N_EDITS   4000
#define MAX_ITEMS 12

#define N_EDITS_EACH 8 /* of what makes a rule speak */

static guint
up_to (GRand *random, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (random, 0, (int) n) : 0;
}

#define ANY(random, ...)                         \
  ((const char *const[]){ __VA_ARGS__ })[up_to ( \
      (random), sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (char *))]

static gpointer damage (GRand *random, gconstpointer value);

static ScList *
damage_list (GRand *random, const ScList *list)
{
  guint position = up_to (random, sc_list_length (list));
  gpointer item;
  ScList *result;

  switch (up_to (random, 8))
    {
    case 0:
      return sc_list_remove (list, position);
    case 1:
      if (sc_list_length (list) < MAX_ITEMS)
        return sc_list_append (list, sc_list_get (list, position));
      return sc_list_remove (list, position);
    case 2:
      return sc_list_move (list, position, up_to (random, sc_list_length (list)));
    default:
      item = damage (random, sc_list_get (list, position));
      result = sc_list_replace (list, position, item);
      sc_value_unref (item);
      return result;
    }
}

/* A copy of a value with one thing in it that is different, whatever that makes of it. */
static gpointer
damage (GRand *random, gconstpointer value)
{
  const ScField *fields = ((const ScValue *) value)->klass->fields;
  gpointer copy = sc_value_copy (value);
  const ScField *field;
  gpointer member;
  guint n = 0;

  while (fields[n].name != NULL)
    n++;
  field = &fields[up_to (random, n)];
  member = G_STRUCT_MEMBER_P (copy, field->offset);
  if (field->kind == SC_FIELD_STRING)
    sc_value_assign_string (copy, member,
                            ANY (random, NULL, "", "x", "c", "new_t", "lead", "STAGEEXIT",
                                 "5ca1ab1e-0000-4000-8000-410000000000",
                                 "5ca1ab1e-0000-4000-8000-420000000000", "\xc3", "new_flow"));
  else if (field->kind == SC_FIELD_INT)
    *(int *) member = (int) up_to (random, 3);
  else if (*(gconstpointer *) member != NULL)
    {
      const ScValue *part = *(const ScValue **) member;

      sc_value_take_value (copy, member,
                           part->klass == &sc_list_class
                               ? (gpointer) damage_list (random, (const ScList *) part)
                               : damage (random, part));
    }
  return copy;
}

/* Says which rules one of them lacks. */
static void
explain_difference (const ScList *has, const ScList *lacks, const char *which)
{
  sc_list_foreach (has, const ScProblem *, problem)
    {
      gboolean found = FALSE;

      sc_list_foreach (lacks, const ScProblem *, other)
        {
          found = found || (problem->rule == other->rule && sc_problem_equal (problem, other));
        }
      if (!found)
        g_test_message ("%s: %s: %s", which, sc_rule_get_id (problem->rule), problem->message);
    }
}

static void
assert_same (const ScList *a, const ScList *b)
{
  if (sc_list_length (a) != sc_list_length (b))
    {
      explain_difference (a, b, "only incremental");
      explain_difference (b, a, "only full");
    }
  g_assert_cmpuint (sc_list_length (a), ==, sc_list_length (b));
  sc_list_foreach (a, const ScProblem *, problem)
    {
      const ScProblem *other = sc_list_get (b, problem_i);

      g_assert_true (problem->rule == other->rule);
      g_assert_true (sc_problem_equal (problem, other));
    }
}

static void
check (ScValidator *validator, const ScSolution *solution)
{
  g_autoptr (ScValidator) fresh = sc_validator_new ();
  g_autoptr (ScList) incremental = sc_validator_run (validator, solution);
  g_autoptr (ScList) full = sc_validator_run (fresh, solution);
  g_autoptr (ScList) again = sc_validator_run (validator, solution);

  assert_same (incremental, full);
  g_assert_true (again == incremental);
}

static void
test_edits (void)
{
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  GRand *random = random_edits_get_rand (edits);
  g_autoptr (ScSolution) start = fixture_solution (FIXTURE_RICH);
  g_autoptr (ScHistory) history = sc_history_new (start);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  guint n_edits = random_edits_length (N_EDITS);
  guint n_changed = 0;

  for (guint i = 0; i < n_edits; i++)
    {
      const ScSolution *current = sc_history_get_current (history);
      g_autoptr (ScSolution) after = NULL;
      guint kind = up_to (random, 20);
      const char *name;

      if (kind == 0)
        sc_history_undo (history);
      else if (kind == 1)
        sc_history_redo (history);
      else
        after = random_edits_next (edits, current, &name, NULL);
      if (after != NULL && after != current)
        {
          sc_history_commit (history, after, name, NULL);
          n_changed++;
        }
      check (validator, sc_history_get_current (history));
    }
  g_assert_cmpuint (n_changed, >, n_edits / 3);
}

/* Damage heaps up until hardly anything is left of the solution, then starts over. */
static void
test_damage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (ScSolution) start = fixture_solution (FIXTURE_RICH);
  g_autoptr (ScSolution) solution = sc_solution_ref (start);
  g_autoptr (ScValidator) validator = sc_validator_new ();

  for (guint i = 0; i < random_edits_length (N_EDITS) / 4; i++)
    {
      ScSolution *after = i % 40 == 0 ? sc_solution_ref (start) : damage (random, solution);

      sc_solution_unref (solution);
      solution = after;
      check (validator, solution);
    }
}

static void
note_rules (GHashTable *spoke, const ScList *problems)
{
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_hash_table_add (spoke, (gpointer) problem->rule);
    }
}

/* What makes each rule speak, and what random edits make of that. */
static void
test_rules (void)
{
  static const RuleRow *const lists[]
      = { rule_rows_flow, rule_rows_step, rule_rows_way, rule_rows_package };
  g_autoptr (GHashTable) spoke = g_hash_table_new (NULL, NULL);
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  const ScRule *const *rules = sc_rule_list ();
  guint n_rules = 0;

  random_edits_lift_limits (edits);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (const RuleRow *row = lists[list]; row->rule != NULL; row++)
      {
        g_autoptr (ScSolution) solution = fixture_solution (row->script);

        for (guint i = 0; i < N_EDITS_EACH; i++)
          {
            g_autoptr (ScList) problems = sc_validator_run (validator, solution);
            const char *name;
            ScSolution *after = random_edits_next (edits, solution, &name, NULL);

            check (validator, solution);
            note_rules (spoke, problems);
            if (after == NULL)
              continue;
            sc_solution_unref (solution);
            solution = after;
          }
      }
  while (rules[n_rules] != NULL)
    n_rules++;
  g_assert_cmpuint (g_hash_table_size (spoke), ==, n_rules);
}

/* What an edit does not concern keeps its problems, pointer for pointer. */
static void
test_sharing (void)
{
  g_autoptr (ScSolution) before
      = fixture_solution ("A1 column=null; B1 column=null; new flow g; outline x>; x1 column=null");
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) first = sc_validator_run (validator, before);
  g_autofree char *flow = fixture_id ("flow");
  g_autofree char *stage = fixture_id ("A");
  g_autofree char *step = fixture_id ("A1");
  g_autoptr (ScSolution) labelled
      = sc_edit_stage_set_label (before, flow, stage, 1033, "Another", NULL);
  g_autoptr (ScList) second = sc_validator_run (validator, labelled);
  g_autoptr (ScSolution) mended = sc_edit_step_set_column (labelled, flow, step, "c", NULL);
  g_autoptr (ScList) third = sc_validator_run (validator, mended);

  g_assert_cmpuint (sc_list_length (first), ==, 3);
  g_assert_true (second == first);
  g_assert_cmpuint (sc_list_length (third), ==, 2);
  g_assert_true (sc_list_get (third, 0) == sc_list_get (first, 1));
  g_assert_true (sc_list_get (third, 1) == sc_list_get (first, 2));
}

/* The list has the order of the flow, and is the same for whoever asks. */
static void
test_order (void)
{
  g_autoptr (ScSolution) solution = fixture_solution (
      "flow active=1; stages 31; S1 steps=; S21 column=null; S2 category=9; steps S9 31; S31 "
      "id=null; "
      "new flow g; flow active=1 order=0; outline x>y y>x; x1 column=null; flow name=null");
  g_autofree char *problems = fixture_validate (solution);

  g_assert_cmpstr (problems, ==,
                   "F-02 error flow 31/30; ST-01 error S1 0/1; ST-10 warning S2; SP-02 error S21; "
                   "SP-03 error S3; ST-02 error S9 31/30; F-05 error g; F-14 warning g 2/1; "
                   "ST-12 error x; SP-02 error x1");
}

/* Nothing grows with the number of stages times itself: seconds would become hours. */
static void
test_many_stages (void)
{
  static const char *const scripts[] = {
    "stages 5000",
    "stages 5000; S4999 next=5ca1ab1e-0000-4000-8000-533100000000",
    "steps A 5000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (ScSolution) solution = fixture_solution (scripts[i]);
      g_autoptr (ScValidator) validator = sc_validator_new ();
      gint64 start = g_get_monotonic_time ();
      g_autoptr (ScList) problems = sc_validator_run (validator, solution);

      g_test_message ("%s: %u problems in %.1f ms", scripts[i], sc_list_length (problems),
                      (double) (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (sc_list_length (problems), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/incremental/edits", test_edits);
  g_test_add_func ("/validation/incremental/damage", test_damage);
  g_test_add_func ("/validation/incremental/rules", test_rules);
  g_test_add_func ("/validation/incremental/sharing", test_sharing);
  g_test_add_func ("/validation/incremental/order", test_order);
  g_test_add_func ("/validation/incremental/many-stages", test_many_stages);
  return g_test_run ();
}
