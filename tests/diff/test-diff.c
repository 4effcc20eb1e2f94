/* test-diff.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-diff.h"

#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

#include <string.h>

#include "random-edits.h"

#define FLOW "11111111-1111-4111-8111-111111111111"
#define ROLE "22222222-2222-4222-8222-222222222222"

typedef struct
{
  ScSolution *before;
  const ScFlow *flow;
  const ScStage *first;
  const ScStage *second;
  const ScStage *third;
} Fixture;

/* Takes over solution. */
static ScSolution *
then (ScSolution *solution, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_solution_unref (solution);
  return after;
}

static ScSolution *
add_stage (ScSolution *solution, const char *name)
{
  const ScFlow *flow = sc_solution_find_flow (solution, FLOW, NULL);
  const ScStage *last = sc_list_get (flow->stages, sc_list_length (flow->stages) - 1);
  GError *error = NULL;

  return then (solution,
               sc_edit_stage_add (solution, FLOW, (ScSlot){ last->id, SC_EDGE_NEXT }, NULL, name,
                                  NULL, &error),
               error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *solution = sc_edit_solution_new ();

  solution = then (solution, sc_edit_flow_add (solution, FLOW, "Sales", "lead", &error), error);
  solution = add_stage (solution, "Propose");
  solution = add_stage (solution, "Close");
  solution = then (solution, sc_edit_role_add (solution, ROLE, "Sales Rep", &error), error);
  fixture->before = solution;
  fixture->flow = sc_solution_find_flow (solution, FLOW, NULL);
  fixture->first = sc_list_get (fixture->flow->stages, 0);
  fixture->second = sc_list_get (fixture->flow->stages, 1);
  fixture->third = sc_list_get (fixture->flow->stages, 2);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sc_solution_unref (fixture->before);
}

static ScSolution *
rename_stage (const Fixture *fixture)
{
  return sc_edit_stage_set_label (fixture->before, FLOW, fixture->second->id, 1033, "Offer", NULL);
}

static ScSolution *
move_stage (const Fixture *fixture)
{
  return sc_edit_stage_move (fixture->before, FLOW, fixture->second->id,
                             (ScSlot){ fixture->third->id, SC_EDGE_NEXT }, NULL);
}

static ScSolution *
delete_stage (const Fixture *fixture)
{
  return sc_edit_stage_delete (fixture->before, FLOW, fixture->second->id, NULL);
}

static ScSolution *
add_flow (const Fixture *fixture)
{
  return sc_edit_flow_add (fixture->before, NULL, "Support", "incident", NULL);
}

static ScSolution *
delete_flow (const Fixture *fixture)
{
  return sc_edit_flow_delete (fixture->before, FLOW, NULL);
}

static ScSolution *
activate (const Fixture *fixture)
{
  return sc_edit_flow_set_active (fixture->before, FLOW, !fixture->flow->active, NULL);
}

static ScSolution *
give (const Fixture *fixture)
{
  return sc_edit_role_set_privilege (fixture->before, ROLE, "prvReadAccount", SC_LEVEL_ORGANIZATION,
                                     NULL);
}

static ScSolution *
set_version (const Fixture *fixture)
{
  ScSolution *after = sc_solution_copy (fixture->before);

  sc_set_string (after, version, "2.0.0.0");
  return after;
}

static ScSolution *
nothing (const Fixture *fixture)
{
  return sc_solution_copy (fixture->before);
}

static const struct
{
  const char *name;
  ScSolution *(*edit) (const Fixture *fixture);
  const char *lines[3]; /* "place | description | detail" */
  const char *summary;
} rows[] = {
  { "nothing", nothing, { NULL }, "Nothing changed" },
  { "rename-stage",
    rename_stage,
    { "Sales | Stage “Offer” changed | Name: “Propose” → “Offer”" },
    "1 stage changed" },
  { "move-stage", move_stage, { "Sales | Stage “Close” moved | -" }, "1 stage moved" },
  { "delete-stage", delete_stage, { "Sales | Stage “Propose” removed | -" }, "1 stage removed" },
  { "add-flow", add_flow, { "- | Flow “Support” added | -" }, "1 flow added" },
  { "delete-flow", delete_flow, { "- | Flow “Sales” removed | -" }, "1 flow removed" },
  { "activate", activate, { "- | Flow “Sales” changed | Active: No → Yes" }, "1 flow changed" },
  { "give", give, { "Sales Rep | Privilege “prvReadAccount” added | -" }, "1 privilege added" },
  { "version",
    set_version,
    { "- | Solution “New solution” changed | Version: “1.0.0.0” → “2.0.0.0”" },
    "1 detail of the solution changed" },
};

static char *
describe (const ScDifference *difference)
{
  g_autofree char *what = sc_difference_describe (difference);

  return g_strdup_printf ("%s | %s | %s", difference->place != NULL ? difference->place : "-", what,
                          difference->detail != NULL ? difference->detail : "-");
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (ScSolution) after = rows[row].edit (fixture);
  g_autoptr (ScList) differences = NULL;
  g_autofree char *summary = NULL;
  guint n = 0;

  g_assert_nonnull (after);
  differences = sc_diff (fixture->before, after);
  sc_list_foreach (differences, const ScDifference *, difference)
    {
      g_autofree char *line = describe (difference);
      gboolean wanted = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (rows[row].lines); i++)
        wanted = wanted || g_strcmp0 (rows[row].lines[i], line) == 0;
      if (!wanted)
        g_test_message ("not expected: %s", line);
      g_assert_true (wanted);
    }
  while (n < G_N_ELEMENTS (rows[row].lines) && rows[row].lines[n] != NULL)
    n++;
  g_assert_cmpuint (sc_list_length (differences), ==, n);
  summary = sc_diff_summarize (differences, 5);
  if (rows[row].summary != NULL)
    g_assert_cmpstr (summary, ==, rows[row].summary);
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) after = rename_stage (fixture);
  g_autoptr (ScList) differences = sc_diff (fixture->before, after);
  const ScDifference *difference = sc_list_get (differences, 0);

  g_assert_cmpstr (difference->flow, ==, FLOW);
  g_assert_cmpstr (difference->stage, ==, fixture->second->id);
  g_assert_null (difference->step);
}

static void
test_max_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) deleted = delete_stage (fixture);
  g_autoptr (ScSolution) after = sc_edit_flow_add (deleted, NULL, "Support", "incident", NULL);
  g_autoptr (ScList) differences = sc_diff (fixture->before, after);
  g_autofree char *all = sc_diff_summarize (differences, 2);
  g_autofree char *first = sc_diff_summarize (differences, 1);

  g_assert_cmpstr (all, ==, "1 stage removed, 1 flow added");
  g_assert_cmpstr (first, ==, "1 stage removed, …");
}

static ScList *
make_differences (const char *word, ScDifferenceKind kind, guint n)
{
  GPtrArray *differences = sc_list_collect ();

  for (guint i = 0; i < n; i++)
    {
      ScDifference *difference = sc_difference_new ();

      sc_set_string (difference, word, word);
      difference->kind = (int) kind;
      g_ptr_array_add (differences, difference);
    }
  return sc_list_new_take (differences);
}

/* Things of one kind to which the same was done are counted. */
static void
test_counts (void)
{
  static const struct
  {
    const char *word, *one, *three;
  } things[] = {
    { "Flow", "1 flow", "3 flows" },
    { "Stage", "1 stage", "3 stages" },
    { "Step", "1 step", "3 steps" },
    { "Workflow", "1 workflow", "3 workflows" },
    { "Way to another table", "1 way to another table", "3 ways to other tables" },
    { "Table", "1 table", "3 tables" },
    { "Column", "1 column", "3 columns" },
    { "Relationship", "1 relationship", "3 relationships" },
    { "Role", "1 role", "3 roles" },
    { "Privilege", "1 privilege", "3 privileges" },
    { "Component", "1 component", "3 components" },
    { "App", "1 app", "3 apps" },
    { "Process", "1 process", "3 processes" },
    { "Rule setting", "1 rule setting", "3 rule settings" },
    { "Persona", "1 persona", "3 personas" },
    { "Solution", "1 detail of the solution", "3 details of the solution" },
  };
  static const struct
  {
    const char *title, *done;
  } kinds[SC_N_DIFFERENCES] = {
    [SC_DIFFERENCE_ADDED] = { "Added", "added" },
    [SC_DIFFERENCE_REMOVED] = { "Removed", "removed" },
    [SC_DIFFERENCE_CHANGED] = { "Changed", "changed" },
    [SC_DIFFERENCE_MOVED] = { "Moved", "moved" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    for (guint kind = 0; kind < SC_N_DIFFERENCES; kind++)
      {
        g_autoptr (ScList) one = make_differences (things[i].word, kind, 1);
        g_autoptr (ScList) three = make_differences (things[i].word, kind, 3);
        g_autofree char *text_of_one = sc_diff_summarize (one, 1);
        g_autofree char *text_of_three = sc_diff_summarize (three, 1);
        g_autofree char *line = sc_difference_describe (sc_list_get (one, 0));
        g_autofree char *expected_one = g_strjoin (" ", things[i].one, kinds[kind].done, NULL);
        g_autofree char *expected_three = g_strjoin (" ", things[i].three, kinds[kind].done, NULL);
        g_autofree char *expected_line = g_strjoin (" ", things[i].word, kinds[kind].done, NULL);

        g_assert_cmpstr (text_of_one, ==, expected_one);
        g_assert_cmpstr (text_of_three, ==, expected_three);
        g_assert_cmpstr (line, ==, expected_line);
        g_assert_cmpstr (sc_difference_kind_get_title (kind), ==, kinds[kind].title);
      }
}

/* Whatever is edited, somebody is told; and back again the same number of things. */
static void
test_random (void)
{
  g_autoptr (RandomEdits) edits = random_edits_new (2026);
  g_autoptr (ScSolution) solution = random_edits_start (edits);
  guint n = random_edits_length (3000);
  guint n_silent = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *kind;
      g_autoptr (ScSolution) after = random_edits_next (edits, solution, &kind, NULL);
      g_autoptr (ScList) there = NULL;
      g_autoptr (ScList) back = NULL;

      if (after == NULL)
        continue;
      there = sc_diff (solution, after);
      back = sc_diff (after, solution);
      if (sc_solution_equal (solution, after))
        g_assert_null (there);
      else if (there == NULL)
        n_silent++;
      g_assert_true ((there == NULL) == (back == NULL));
      sc_solution_unref (solution);
      solution = g_steal_pointer (&after);
    }
  /* Only where things without an order change places. */
  g_test_message ("%u of %u edits are not told of", n_silent, n);
  g_assert_cmpuint (n_silent, <, n / 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/diff/", rows[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_row, tear_down);
    }
  g_test_add ("/diff/ids", Fixture, NULL, set_up, test_ids, tear_down);
  g_test_add ("/diff/max-kinds", Fixture, NULL, set_up, test_max_kinds, tear_down);
  g_test_add_func ("/diff/counts", test_counts);
  g_test_add_func ("/diff/random", test_random);
  return g_test_run ();
}
