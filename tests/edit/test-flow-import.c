/* test-flow-import.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow-import.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-id.h"
#include "sc-outline.h"

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

/* -1: the flow ends. */
static int
find_target (const ScFlow *flow, const char *target)
{
  guint position;

  return sc_flow_find_stage (flow, target, &position) != NULL ? (int) position : -1;
}

static void
assert_same_ways (const ScFlow *copy,
                  const ScStage *stage,
                  const ScFlow *original,
                  const ScStage *same)
{
  g_assert_true ((stage->condition != NULL) == (same->condition != NULL));
  if (same->condition == NULL)
    {
      g_assert_cmpint (find_target (copy, stage->next), ==, find_target (original, same->next));
      return;
    }
  g_assert_cmpuint (sc_list_length (stage->condition->branches), ==,
                    sc_list_length (same->condition->branches));
  sc_list_foreach (stage->condition->branches, const ScBranch *, branch)
    {
      const ScBranch *other = sc_list_get (same->condition->branches, branch_i);

      g_assert_cmpint (find_target (copy, branch->target), ==,
                       find_target (original, other->target));
    }
}

/* The same stages, steps and ways, all with ids of their own. */
static void
test_shape (void)
{
  static const char *const outlines[]
      = { "A>", "A>B B>C C>", "A?B|C B> C>", "A>B B?C|D=E C>E D>E E>" };

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (ScSolution) from = sc_outline_read_solution (outlines[i]);
      g_autoptr (ScSolution) into = sc_edit_solution_new ();
      g_autoptr (ScPasteReport) report = NULL;
      g_autoptr (ScSolution) after = NULL;
      g_autoptr (GError) error = NULL;
      const ScFlow *original = first_flow (from), *copy;

      after = sc_edit_flow_import (into, from, original->id, "copy", &report, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sc_list_length (into->flows), ==, 0);
      copy = sc_solution_find_flow (after, "copy", NULL);
      g_assert_false (copy->active);
      g_assert_cmpuint (sc_list_length (copy->stages), ==, sc_list_length (original->stages));
      g_assert_cmpuint (sc_flow_count_steps (copy), ==, sc_flow_count_steps (original));
      g_assert_false (sc_paste_report_has_losses (report));
      sc_list_foreach (copy->stages, const ScStage *, stage)
        {
          const ScStage *same = sc_list_get (original->stages, stage_i);

          g_assert_false (sc_id_equal (stage->id, same->id));
          g_assert_cmpstr (sc_stage_get_label (stage, SC_LANGUAGE_ENGLISH), ==,
                           sc_stage_get_label (same, SC_LANGUAGE_ENGLISH));
          assert_same_ways (copy, stage, original, same);
        }
    }
}

/* Its names come along, unless they are taken. */
static void
test_names (void)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) german = NULL;
  g_autoptr (ScSolution) from = NULL;
  g_autoptr (ScSolution) into = sc_edit_solution_new ();
  g_autoptr (ScSolution) once = NULL;
  g_autoptr (ScSolution) twice = NULL;
  const char *id = first_flow (plain)->id;
  const ScFlow *first, *second;

  german = sc_edit_flow_set_label (plain, id, 1031, "Verkauf", NULL);
  from = sc_edit_flow_set_description (german, id, "What it is for.", NULL);
  once = sc_edit_flow_import (into, from, id, "one", NULL, NULL);
  twice = sc_edit_flow_import (once, from, id, "two", NULL, NULL);
  first = sc_solution_find_flow (twice, "one", NULL);
  second = sc_solution_find_flow (twice, "two", NULL);
  g_assert_cmpstr (first->name, ==, sc_flow_get_label (first_flow (from), SC_LANGUAGE_ENGLISH));
  g_assert_cmpstr (sc_labels_get_exact (first->labels, 1031), ==, "Verkauf");
  g_assert_cmpstr (first->description, ==, "What it is for.");
  g_assert_cmpstr (second->name, !=, first->name);
  g_assert_true (g_str_has_suffix (second->name, "(copy)"));
  g_assert_cmpstr (second->unique_name, !=, first->unique_name);
}

static void
test_refused (void)
{
  g_autoptr (ScSolution) from = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) into = sc_edit_solution_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_edit_flow_import (into, from, "none", NULL, NULL, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

/* As it is to arrive: what is asked for, and what is then there. */
static void
test_arrival (void)
{
  static const struct
  {
    const char *name, *table;
    guint first; /* of the stages, which come along from there on */
    const char *got_name, *got_table;
    guint stages;
  } cases[] = {
    { NULL, NULL, 0, NULL, "t", 3 },          { "Ours", NULL, 0, "Ours", "t", 3 },
    { NULL, "lead", 0, NULL, "lead", 3 },     { NULL, "T", 0, NULL, "t", 3 },
    { "Ours", "lead", 1, "Ours", "lead", 2 }, { NULL, NULL, 2, NULL, "t", 1 },
  };
  g_autoptr (ScSolution) from = sc_outline_read_solution ("A>B B>C C>");
  g_autoptr (ScSolution) into = sc_edit_solution_new ();
  const ScFlow *original = first_flow (from);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScPart some[3];
      g_autoptr (ScParts) parts = NULL;
      g_autoptr (ScSolution) after = NULL;
      g_autoptr (GError) error = NULL;
      const ScStage *first;
      guint n = 0;

      for (guint j = cases[i].first; j < 3; j++)
        some[n++]
            = (ScPart){ SC_PART_STAGE, ((const ScStage *) sc_list_get (original->stages, j))->id };
      parts = sc_parts_new (original, some, n);
      after = sc_edit_flow_import_as (
          into, from, original->id,
          &(ScFlowArrival){ .name = cases[i].name, .table = cases[i].table, .parts = parts }, NULL,
          &error);
      g_assert_no_error (error);
      first = sc_list_get (first_flow (after)->stages, 0);
      g_assert_cmpuint (sc_list_length (first_flow (after)->stages), ==, cases[i].stages);
      g_assert_cmpstr (first_flow (after)->name, ==,
                       cases[i].got_name != NULL ? cases[i].got_name : original->name);
      g_assert_cmpstr (first->table, ==, cases[i].got_table);
      g_assert_cmpstr (first->name, ==,
                       ((const ScStage *) sc_list_get (original->stages, cases[i].first))->name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/flow-import/shape", test_shape);
  g_test_add_func ("/edit/flow-import/names", test_names);
  g_test_add_func ("/edit/flow-import/arrival", test_arrival);
  g_test_add_func ("/edit/flow-import/refused", test_refused);
  return g_test_run ();
}
