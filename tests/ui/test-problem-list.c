/* test-problem-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <string.h>

#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-problem-list.h"
#include "ui-fixture.h"

typedef struct
{
  ScSolution *solution;
  ScValidator *validator;
  ScList *problems;
  ScProblemList *list;
  ScProblemFilter filter;
  guint touched; /* lines that went or came with the last update */
} Fixture;

static void
touch_cb (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  f->touched += removed + added;
}

static void
update (Fixture *f)
{
  sc_list_unref (f->problems);
  f->problems = sc_validator_run (f->validator, f->solution);
  f->touched = 0;
  sc_problem_list_update (f->list, f->problems, f->solution, &f->filter);
}

static void
set_up (Fixture *f)
{
  *f = (Fixture){ ui_make_solution (), sc_validator_new (), NULL, sc_problem_list_new () };
  f->filter.flow = UI_FLOW;
  f->filter.hidden[SC_SEVERITY_ADVICE] = TRUE;
  g_signal_connect (f->list, "items-changed", G_CALLBACK (touch_cb), f);
  update (f);
}

static void
tear_down (Fixture *f)
{
  g_object_unref (f->list);
  sc_list_unref (f->problems);
  sc_validator_free (f->validator);
  sc_solution_unref (f->solution);
}

static void
take (Fixture *f, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_solution_unref (f->solution);
  f->solution = after;
  update (f);
}

static void
set_required (Fixture *f, const char *step, gboolean required)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_required (f->solution, UI_FLOW, step, required, &error);

  take (f, after, error);
}

static ScProblemItem *
get_line (Fixture *f, guint line)
{
  g_autoptr (ScProblemItem) item = g_list_model_get_item (G_LIST_MODEL (f->list), line);

  g_assert_nonnull (item);
  return item;
}

/* The line of that heading. */
static guint
find_heading (Fixture *f, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->list)); i++)
    {
      if (g_strcmp0 (sc_problem_item_get_title (get_line (f, i)), title) == 0)
        return i;
    }
  g_error ("There is no heading “%s”", title);
}

/* What is about the step; NULL when that is not shown. */
static ScProblemItem *
find_step (Fixture *f, const char *step)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->list)); i++)
    {
      const ScProblem *problem = sc_problem_item_get_problem (get_line (f, i));

      if (problem != NULL && g_strcmp0 (problem->step, step) == 0)
        return get_line (f, i);
    }
  return NULL;
}

/* Under each heading stand only its own, counted, numbered and in the order of the document. */
static void
test_groups (void)
{
  Fixture f;
  const ScProblem *before = NULL;
  ScProblemItem *flow = NULL, *stage = NULL;

  set_up (&f);
  set_required (&f, UI_SPONSOR, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f.list)); i++)
    {
      ScProblemItem *item = get_line (&f, i);
      const ScProblem *problem = sc_problem_item_get_problem (item);

      g_assert_cmpuint (sc_problem_list_get_line (f.list, item), ==, i);
      if (problem == NULL)
        {
          flow = sc_problem_item_get_kind (item) == SC_PROBLEM_LINE_FLOW ? item : flow;
          stage = sc_problem_item_get_kind (item) == SC_PROBLEM_LINE_STAGE ? item : NULL;
          g_assert_true (sc_problem_list_get_heading (f.list, i) == (stage != NULL ? flow : NULL));
          before = NULL;
          continue;
        }
      g_assert_cmpint (problem->severity, >, SC_SEVERITY_ADVICE);
      g_assert_true (sc_problem_list_get_heading (f.list, i) == (stage != NULL ? stage : flow));
      g_assert_cmpuint (sc_problem_item_get_depth (item), ==, stage != NULL ? 2 : 1);
      g_assert_cmpint (problem->stage != NULL, ==, stage != NULL);
      if (before != NULL)
        g_assert_cmpint (sc_list_index (f.problems, before), <,
                         sc_list_index (f.problems, problem));
      before = problem;
    }
  stage = get_line (&f, find_heading (&f, "Qualify"));
  g_assert_cmpuint (sc_problem_item_count (stage, SC_SEVERITY_WARNING), >=, 1);
  g_assert_cmpstr (sc_problem_item_get_place (find_step (&f, UI_SPONSOR)), ==, "Sponsor");
  tear_down (&f);
}

static void
test_fold (void)
{
  Fixture f;
  guint n, line;

  set_up (&f);
  set_required (&f, UI_SPONSOR, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (f.list));
  line = find_heading (&f, "Qualify");
  sc_problem_list_set_folded (f.list, get_line (&f, line), TRUE);
  g_assert_null (find_step (&f, UI_SPONSOR));
  g_assert_cmpuint (find_heading (&f, "Qualify"), ==, line);
  g_assert_true (sc_problem_item_is_folded (get_line (&f, line)));

  /* It stays so while it is gone. */
  set_required (&f, UI_SPONSOR, FALSE);
  set_required (&f, UI_SPONSOR, TRUE);
  g_assert_null (find_step (&f, UI_SPONSOR));
  sc_problem_list_set_folded (f.list, get_line (&f, line), FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f.list)), ==, n);

  sc_problem_list_fold_all (f.list, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f.list)); i++)
    g_assert_cmpint (sc_problem_item_get_kind (get_line (&f, i)), ==, SC_PROBLEM_LINE_FLOW);
  sc_problem_list_fold_all (f.list, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f.list)), ==, n);
  tear_down (&f);
}

static void
changed_cb (ScProblemItem *item, guint *n)
{
  (*n)++;
}

/* A line goes on while its words change, and says so; nothing else is touched. */
static void
test_same_lines (void)
{
  Fixture f;
  ScProblemItem *problem, *heading;
  guint n_problem = 0, n_heading = 0;
  GError *error = NULL;
  ScSolution *after;

  set_up (&f);
  set_required (&f, UI_SPONSOR, TRUE);
  problem = find_step (&f, UI_SPONSOR);
  heading = get_line (&f, find_heading (&f, "Qualify"));
  g_signal_connect (problem, "changed", G_CALLBACK (changed_cb), &n_problem);
  g_signal_connect (heading, "changed", G_CALLBACK (changed_cb), &n_heading);
  after = sc_edit_step_set_label (f.solution, UI_FLOW, UI_SPONSOR, SC_LANGUAGE_ENGLISH,
                                  "Who decides", &error);
  take (&f, after, error);
  g_assert_true (find_step (&f, UI_SPONSOR) == problem);
  g_assert_cmpuint (f.touched, ==, 0);
  g_assert_cmpuint (n_problem, ==, 1);
  g_assert_cmpuint (n_heading, ==, 0);
  g_assert_cmpstr (sc_problem_item_get_place (problem), ==, "Who decides");
  g_assert_nonnull (strstr (sc_problem_item_get_problem (problem)->message, "Who decides"));

  after = sc_edit_stage_set_label (f.solution, UI_FLOW, UI_QUALIFY, SC_LANGUAGE_ENGLISH, "Find out",
                                   &error);
  take (&f, after, error);
  g_assert_cmpuint (f.touched, ==, 0);
  g_assert_cmpuint (n_heading, ==, 1);
  g_assert_cmpstr (sc_problem_item_get_title (heading), ==, "Find out");
  tear_down (&f);
}

static const struct
{
  const char *text;
  gboolean only_other; /* only of the second flow */
  gboolean shown;      /* whether what is about the step is */
} filters[] = {
  { "", FALSE, TRUE },
  { "sponsor", FALSE, TRUE },
  { "QUALIFY", FALSE, TRUE },
  { "lead to opp qual", FALSE, TRUE },
  { "sp-", FALSE, TRUE },
  { "develop", FALSE, FALSE },
  { "no such words", FALSE, FALSE },
  { "", TRUE, FALSE },
};

static void
test_filter (void)
{
  Fixture f;

  set_up (&f);
  set_required (&f, UI_SPONSOR, TRUE);
  for (int grouped = 0; grouped < 2; grouped++)
    for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
      {
        f.filter.text = filters[i].text;
        f.filter.by_severity = !grouped;
        f.filter.only_flow = filters[i].only_other;
        f.filter.flow = filters[i].only_other ? UI_OTHER : UI_FLOW;
        update (&f);
        g_assert_cmpint (find_step (&f, UI_SPONSOR) != NULL, ==, filters[i].shown);
        g_assert_cmpint (sc_problem_list_get_n_passing (f.list) > 0, ==,
                         g_list_model_get_n_items (G_LIST_MODEL (f.list)) > 0);
      }
  tear_down (&f);
}

/* What a screen reader says. */
static void
test_names (void)
{
  Fixture f;
  g_autofree char *problem = NULL;
  g_autofree char *heading = NULL;

  set_up (&f);
  set_required (&f, UI_SPONSOR, TRUE);
  f.filter.text = "sponsor";
  update (&f);
  problem = sc_problem_item_dup_name (find_step (&f, UI_SPONSOR));
  g_assert_true (g_str_has_prefix (problem, "Warning, SP-"));
  g_assert_true (g_str_has_suffix (problem, ", Sponsor, 1 of 1"));
  heading = sc_problem_item_dup_name (get_line (&f, find_heading (&f, "Qualify")));
  g_assert_cmpstr (heading, ==, "Heading 2: Qualify, 1 warning, 1 of 1");
  tear_down (&f);
}

#define N_MANY 10000

static ScList *
make_many (const ScSolution *solution)
{
  GPtrArray *problems = sc_list_collect ();
  const ScFlow *flow = sc_solution_find_flow (solution, UI_FLOW, NULL);

  for (guint i = 0; i < N_MANY; i++)
    {
      ScProblem *problem = sc_problem_new ();
      const ScStage *stage = sc_list_get (flow->stages, i * sc_list_length (flow->stages) / N_MANY);
      g_autofree char *message = g_strdup_printf ("Number %u has a message.", i);

      problem->rule = sc_rule_list ()[i % 40];
      problem->severity = (int) (i % 3);
      sc_set_string (problem, message, message);
      sc_set_string (problem, flow, flow->id);
      sc_set_string (problem, stage, stage->id);
      g_ptr_array_add (problems, problem);
    }
  return sc_list_new_take (problems);
}

/* All but one of them the same. */
static ScList *
replace_one (const ScList *problems, guint position)
{
  g_autoptr (ScProblem) other = sc_problem_copy (sc_list_get (problems, position));

  other->rule = ((const ScProblem *) sc_list_get (problems, position))->rule;
  sc_set_string (other, message, "Something else.");
  return sc_list_replace (problems, position, other);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
test_many (void)
{
  Fixture f;
  g_autoptr (ScList) many = NULL;
  gint64 start;
  double first, times[20];

  set_up (&f);
  f.filter.hidden[SC_SEVERITY_ADVICE] = FALSE;
  many = make_many (f.solution);
  start = g_get_monotonic_time ();
  sc_problem_list_update (f.list, many, f.solution, &f.filter);
  first = (double) (g_get_monotonic_time () - start) / 1000;
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f.list)), >, N_MANY);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (ScList) other
          = i % 2 == 0 ? replace_one (many, i * 400) : sc_list_remove (many, i * 400);

      f.touched = 0;
      start = g_get_monotonic_time ();
      sc_problem_list_update (f.list, other, f.solution, &f.filter);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      g_assert_cmpuint (f.touched, <=, 1);
      sc_problem_list_update (f.list, many, f.solution, &f.filter);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_doubles);
  g_test_message ("%d problems listed in %.1f ms; one more, less or other: %.2f ms (at most %.2f)",
                  N_MANY, first, times[10], times[19]);
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem-list/groups", test_groups);
  g_test_add_func ("/problem-list/fold", test_fold);
  g_test_add_func ("/problem-list/same-lines", test_same_lines);
  g_test_add_func ("/problem-list/filter", test_filter);
  g_test_add_func ("/problem-list/names", test_names);
  g_test_add_func ("/problem-list/many", test_many);
  return g_test_run ();
}
