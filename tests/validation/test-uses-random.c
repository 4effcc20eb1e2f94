/* test-uses-random.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "sc-edit-condition.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-package.h"
#include "sc-uses.h"

#include <string.h>

/* What dangles, as the rules see it: whatever of this an edit brings about, its uses have said. */
static const char *const reference_rules[]
    = { "BR-01", "BR-06", "F-07", "ST-12", "SP-20", "TB-01", "P-01" };

#define SEED    20261123
#define N_RUNS  200
#define N_EDITS 25

static guint
up_to (GRand *random, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (random, 0, (int) n) : 0;
}

static gconstpointer
any_item (GRand *random, const ScList *list)
{
  return sc_list_get (list, up_to (random, sc_list_length (list)));
}

/* Grows a flow; NULL where the edit is not possible. */
static ScSolution *
grow (GRand *random, const ScSolution *solution)
{
  static const char *const columns[] = { "c", "d", "l", NULL };
  static const char *const tables[] = { "new_t", "new_t", "lead" };
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = any_item (random, flow->stages);
  const ScStage *other = any_item (random, flow->stages);
  const char *column = columns[up_to (random, 4)];

  switch (up_to (random, 8))
    {
    case 0:
      return sc_edit_stage_add (solution, flow->id,
                                (ScSlot){ stage->id, stage->condition != NULL ? 0 : SC_EDGE_NEXT },
                                NULL, "More", tables[up_to (random, 3)], NULL);
    case 1:
    case 2:
      return sc_list_length (flow->stages) < 12
                 ? sc_edit_condition_add (solution, flow->id, stage->id, "c", NULL)
                 : NULL;
    case 3:
      other = sc_flow_find_stage (flow, stage->next, NULL);
      return other != NULL && strcmp (stage->table, "new_t") == 0
                     && strcmp (other->table, "lead") == 0
                 ? sc_edit_transition_set (solution, flow->id, stage->id, other->id, "r", NULL)
                 : NULL;
    case 4:
      return sc_edit_stage_move (solution, flow->id, stage->id,
                                 (ScSlot){ other->id, other->condition != NULL ? 0 : SC_EDGE_NEXT },
                                 NULL);
    default:
      return sc_edit_step_add (solution, flow->id, stage->id, 0, NULL, NULL, column, NULL);
    }
}

static ScSolution *
make_random (GRand *random)
{
  ScSolution *solution = fixture_solution (
      "outline A>B B?C|D=E C>E D>E E:lead>; new column new_t.d; new column new_t.l; "
      "new_t.l type=13; new table lead; new relationship r new_t lead; new transition B E r; "
      "new trigger C; new event C!0 STAGEENTER 40; new role R; "
      "new privilege R prvReadnew_flow Global; flow active=1");

  for (guint i = up_to (random, N_EDITS); i > 0; i--)
    {
      ScSolution *after = grow (random, solution);

      if (after == NULL)
        continue;
      sc_solution_unref (solution);
      solution = after;
    }
  return solution;
}

static gboolean
is_reference (const ScProblem *problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (reference_rules); i++)
    if (strcmp (sc_rule_get_id (problem->rule), reference_rules[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_problem (const ScList *problems, const ScProblem *wanted)
{
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (problem->rule == wanted->rule && g_strcmp0 (problem->message, wanted->message) == 0
          && g_strcmp0 (problem->stage, wanted->stage) == 0)
        return TRUE;
    }
  return FALSE;
}

static const ScProblem *
find_new_problem (const ScList *before, const ScList *after, const char *rule)
{
  sc_list_foreach (after, const ScProblem *, problem)
    {
      if ((rule != NULL ? strcmp (sc_rule_get_id (problem->rule), rule) == 0
                        : is_reference (problem))
          && !has_problem (before, problem))
        return problem;
    }
  return NULL;
}

static gboolean
has_clause (const ScList *lost)
{
  sc_list_foreach (lost, const ScUse *, use)
    {
      if (use->kind == SC_USE_CLAUSE)
        return TRUE;
    }
  return FALSE;
}

/* Takes over after. */
static void
check_edit (ScValidator *validator, const ScSolution *before, ScSolution *after, guint *n_lost)
{
  g_autoptr (ScSolution) outcome = after;
  g_autoptr (ScList) old = sc_validator_run (validator, before);
  g_autoptr (ScList) new = sc_validator_run (validator, outcome);
  g_autoptr (ScList) lost = sc_uses_find_lost (before, outcome);
  g_autoptr (ScSolution) dropped = sc_uses_drop_clauses (outcome, lost);
  const ScProblem *problem = find_new_problem (old, new, NULL);

  if (problem != NULL && lost == NULL)
    g_error ("%s, which nothing was said of", problem->message);
  /* Nobody is warned of a clause for nothing. (A column that is not described any more is no
   * mistake: Dataverse may have it.) */
  if (has_clause (lost) && before->tables == outcome->tables
      && find_new_problem (old, new, "BR-01") == NULL)
    g_error ("%s: %s, and no rule minds", ((const ScUse *) sc_list_get (lost, 0))->who,
             ((const ScUse *) sc_list_get (lost, 0))->how);
  if (dropped != NULL)
    {
      g_autoptr (ScList) clean = sc_validator_run (validator, dropped);

      g_assert_null (find_new_problem (old, clean, "BR-01"));
      g_assert_null (find_new_problem (old, clean, "BR-06"));
    }
  *n_lost += lost != NULL;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  guint n_edits = 0, n_lost = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (ScSolution) solution = make_random (random);
      const ScFlow *flow = sc_list_get (solution->flows, 0);
      const ScRole *role = sc_list_get (solution->roles, 0);

      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          check_edit (validator, solution,
                      sc_edit_stage_delete (solution, flow->id, stage->id, NULL), &n_lost);
          sc_list_foreach (stage->steps, const ScStep *, step)
            {
              const ScStage *other = any_item (random, flow->stages);

              check_edit (validator, solution,
                          sc_edit_step_delete (solution, flow->id, step->id, NULL), &n_lost);
              check_edit (validator, solution,
                          sc_edit_step_set_column (solution, flow->id, step->id, "d", NULL),
                          &n_lost);
              check_edit (validator, solution,
                          sc_edit_step_move (solution, flow->id, step->id, other->id, 0, NULL),
                          &n_lost);
              n_edits += 3;
            }
          n_edits++;
        }
      check_edit (validator, solution, sc_edit_role_delete (solution, role->id, NULL), &n_lost);
      check_edit (validator, solution, sc_edit_column_delete (solution, "new_t", "c", NULL),
                  &n_lost);
      n_edits += 2;
    }
  g_test_message ("%u of %u edits took the ground from something", n_lost, n_edits);
  g_assert_cmpuint (n_lost, >, n_edits / 10);
  g_assert_cmpuint (n_lost, <, n_edits * 9 / 10);
}

/* Every stage and step of a solution goes once, and every step loses its column once. */
static void
check_flows (ScValidator *validator, const ScSolution *solution, guint *n_edits, guint *n_lost)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      {
        check_edit (validator, solution, sc_edit_stage_delete (solution, flow->id, stage->id, NULL),
                    n_lost);
        ++*n_edits;
        sc_list_foreach (stage->steps, const ScStep *, step)
          {
            check_edit (validator, solution,
                        sc_edit_step_delete (solution, flow->id, step->id, NULL), n_lost);
            ++*n_edits;
          }
      }
}

/* The same with what is in use somewhere. */
static void
test_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS") != NULL
                           ? g_getenv ("STAGECRAFT_CORPUS")
                           : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
  g_autofree char *folder = corpus != NULL ? g_build_filename (corpus, "solutions", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (ScValidator) validator = sc_validator_new ();
  guint n_edits = 0, n_lost = 0;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the corpus is not here; STAGECRAFT_CORPUS names its folder");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (ScPackage) package = sc_package_open (path, NULL);

      if (package != NULL)
        check_flows (validator, sc_package_get_solution (package), &n_edits, &n_lost);
    }
  g_test_message ("%u of %u edits took the ground from something", n_lost, n_edits);
  g_assert_cmpuint (n_edits, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uses/random", test_random);
  g_test_add_func ("/uses/corpus", test_corpus);
  return g_test_run ();
}
