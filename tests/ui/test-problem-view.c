/* test-problem-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "problems-fixture.h"
#include "sc-edit-rule.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-problem-item.h"
#include "sc-problem-row.h"
#include "sc-problems-pane.h"

static guint
get_selected (UiFixture *f)
{
  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (problems_get_model (f)));
}

static ScProblemItem *
get_line (UiFixture *f, guint line)
{
  g_autoptr (ScProblemItem) item = g_list_model_get_item (problems_get_model (f), line);

  return item;
}

/* From one problem to the next, over headings and into what is folded, and round. */
static void
test_step (void)
{
  UiFixture f;
  ScProblemsPane *pane;
  guint n_problems, first;

  ui_open (&f, sc_problems_pane_new);
  pane = SC_PROBLEMS_PANE (f.view);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  ui_settle (&f);
  n_problems = sc_list_length (sc_editor_get_problems (f.editor));
  gtk_widget_activate_action (f.view, "problems.fold-all", NULL);
  g_assert_true (sc_problems_pane_step (pane, 1));
  first = get_selected (&f);
  g_assert_true (sc_problem_item_get_problem (get_line (&f, first))
                 == sc_list_get (sc_editor_get_problems (f.editor), 0));
  for (guint i = 1; i < n_problems; i++)
    {
      g_assert_true (sc_problems_pane_step (pane, 1));
      g_assert_true (sc_problem_item_get_problem (get_line (&f, get_selected (&f)))
                     == sc_list_get (sc_editor_get_problems (f.editor), i));
    }
  g_assert_true (sc_problems_pane_step (pane, 1));
  g_assert_cmpuint (get_selected (&f), ==, first);

  gtk_widget_activate_action (f.view, "problems.fold-all", NULL);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (problems_get_model (&f)), 0);
  for (guint i = n_problems; i > 0; i--)
    {
      const ScProblem *problem;

      g_assert_true (sc_problems_pane_step (pane, -1));
      problem = sc_problem_item_get_problem (get_line (&f, get_selected (&f)));
      g_assert_true (problem == sc_list_get (sc_editor_get_problems (f.editor), i - 1));
      if (problem->step != NULL)
        g_assert_cmpstr (sc_editor_get_selection (f.editor).step, ==, problem->step);
    }
  ui_close (&f);
}

/* The line with the focus goes: the one behind it has the focus then. */
static void
test_focus (void)
{
  UiFixture f;
  ScProblemItem *next;
  GtkWidget *list, *line, *row;
  guint position;

  ui_open (&f, sc_problems_pane_new);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  problems_add_steps (&f, 3);
  ui_settle (&f);
  list = ui_find (f.view, GTK_TYPE_LIST_VIEW, NULL);
  position = (guint) problems_find (&f, UI_SPONSOR);
  row = gtk_widget_get_first_child (list);
  for (guint i = 0; i < position; i++)
    row = gtk_widget_get_next_sibling (row);
  g_assert_true (gtk_widget_grab_focus (row));
  ui_settle (&f);
  next = get_line (&f, position + 1);
  g_assert_nonnull (next);
  problems_set_required (&f, UI_SPONSOR, FALSE);
  ui_settle (&f);
  line = gtk_root_get_focus (GTK_ROOT (f.window));
  g_assert_nonnull (line);
  g_assert_true (gtk_widget_is_ancestor (line, list));
  g_assert_true (get_line (&f, get_selected (&f)) == next);
  ui_close (&f);
}

static void
name_stage (UiFixture *f, guint length, const char *group)
{
  g_autofree char *name = g_strnfill (length, 'x');
  GError *error = NULL;
  ScSolution *after = sc_edit_stage_set_label (sc_editor_get_solution (f->editor), UI_FLOW,
                                               UI_DEVELOP, SC_LANGUAGE_ENGLISH, name, &error);

  g_assert_no_error (error);
  sc_editor_commit (f->editor, after, error, "Test", group);
}

/* While an edit goes on, what is there stays where it is, even when it is an error now; the next
 * edit puts it where it belongs. */
static void
test_typing (void)
{
  UiFixture f;
  GError *error = NULL;
  ScSolution *after;
  ScProblemItem *item;
  int sponsor;
  guint n;

  ui_open (&f, sc_problems_pane_new);
  g_object_set (f.view, "grouped", FALSE, NULL);
  problems_add_steps (&f, 3);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  name_stage (&f, 3, "typing");
  sponsor = problems_find (&f, UI_SPONSOR);
  item = get_line (&f, (guint) sponsor);
  n = g_list_model_get_n_items (problems_get_model (&f));
  name_stage (&f, 200, "typing");
  g_assert_cmpuint (g_list_model_get_n_items (problems_get_model (&f)), >, n);
  name_stage (&f, 4, "typing");
  g_assert_cmpuint (g_list_model_get_n_items (problems_get_model (&f)), ==, n);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, sponsor);

  after = sc_edit_rule_set (sc_editor_get_solution (f.editor), "SP-08", SC_RULE_ERROR, 0, "Why",
                            &error);
  g_assert_no_error (error);
  sc_editor_commit (f.editor, after, error, "Test", "reason");
  g_assert_cmpint (sc_problem_item_get_problem (item)->severity, ==, SC_SEVERITY_ERROR);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, sponsor);
  problems_set_required (&f, UI_BUDGET, TRUE);
  g_assert_true (get_line (&f, (guint) problems_find (&f, UI_SPONSOR)) == item);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), <, sponsor);
  ui_close (&f);
}

/* The widget of that line; NULL while it has none. */
static GtkWidget *
find_row (UiFixture *f, ScProblemItem *item)
{
  GtkWidget *list = ui_find (f->view, GTK_TYPE_LIST_VIEW, NULL);

  for (GtkWidget *line = gtk_widget_get_first_child (list); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *row = gtk_widget_get_first_child (line);

      if (SC_IS_PROBLEM_ROW (row) && sc_problem_row_get_item (SC_PROBLEM_ROW (row)) == item)
        return row;
    }
  return NULL;
}

static double
get_y (UiFixture *f, ScProblemItem *item)
{
  GtkWidget *row = find_row (f, item);
  double x, y;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_translate_coordinates (row, f->view, 0, 0, &x, &y));
  return y;
}

/* What comes and goes above does not move what is looked at. */
static void
test_scroll (void)
{
  UiFixture f;
  GtkWidget *list;
  ScProblemItem *item;
  guint line;
  double y;

  ui_open (&f, sc_problems_pane_new);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 800, 240);
  problems_add_steps (&f, 40);
  ui_settle (&f);
  list = ui_find (f.view, GTK_TYPE_LIST_VIEW, NULL);
  line = g_list_model_get_n_items (problems_get_model (&f)) - 8;
  item = get_line (&f, line);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", line);
  ui_settle (&f);
  y = get_y (&f, item);
  g_assert_cmpfloat (y, >, 0);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  ui_settle (&f);
  g_assert_true (get_line (&f, line) != item);
  g_assert_cmpfloat (ABS (get_y (&f, item) - y), <, 2);
  problems_set_required (&f, UI_SPONSOR, FALSE);
  ui_settle (&f);
  g_assert_cmpfloat (ABS (get_y (&f, item) - y), <, 2);
  ui_close (&f);
}

#define N_FLOWS  12
#define N_STAGES 28
#define N_STEPS  30

static char *
dup_id (char kind, guint flow, guint stage, guint step)
{
  return g_strdup_printf ("%c%07x-0000-4000-8000-%06x%06x", kind, flow, stage, step);
}

static ScStage *
make_stage (guint flow, guint position)
{
  ScStage *stage = sc_stage_new ();
  g_autofree char *id = dup_id ('a', flow, position, 0);
  g_autofree char *next = position + 1 < N_STAGES ? dup_id ('a', flow, position + 1, 0) : NULL;
  g_autofree char *name = g_strdup_printf ("Stage %u", position);
  GPtrArray *steps = sc_list_collect ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      ScStep *step = sc_step_new ();
      g_autofree char *step_id = dup_id ('b', flow, position, i);
      g_autofree char *label = g_strdup_printf ("Step %u", i);

      sc_set_string (step, id, step_id);
      sc_set_string (step, name, label);
      g_ptr_array_add (steps, step);
    }
  sc_set_string (stage, id, id);
  sc_set_string (stage, name, name);
  sc_set_string (stage, table, "lead");
  sc_set_string (stage, next, next);
  sc_take_value (stage, steps, sc_list_new_take (steps));
  return stage;
}

/* Steps without columns: as many problems. */
static ScSolution *
make_many (void)
{
  g_autoptr (ScSolution) solution = ui_make_solution ();
  ScSolution *after = sc_solution_copy (solution);

  for (guint i = 0; i < N_FLOWS; i++)
    {
      g_autoptr (ScFlow) flow = sc_flow_new ();
      g_autofree char *id = dup_id ('f', i + 16, 0, 0);
      g_autofree char *name = g_strdup_printf ("Flow %u", i);
      GPtrArray *stages = sc_list_collect ();

      for (guint j = 0; j < N_STAGES; j++)
        g_ptr_array_add (stages, make_stage (i, j));
      sc_set_string (flow, id, id);
      sc_set_string (flow, name, name);
      sc_take_value (flow, stages, sc_list_new_take (stages));
      sc_take_value (after, flows, sc_list_append (after->flows, flow));
    }
  return after;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* What the validator takes of it, in milliseconds. */
static double
time_validation (ScValidator *validator, const ScSolution *solution)
{
  gint64 start = g_get_monotonic_time ();

  sc_list_unref (sc_validator_run (validator, solution));
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* An edit among 10,000 problems, with the list on the screen. */
static void
test_many (void)
{
  UiFixture f;
  g_autoptr (ScSolution) many = make_many ();
  g_autoptr (ScDocument) document = sc_document_new_from (many);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  double times[20], validation[20];
  gint64 start;

  ui_open (&f, sc_problems_pane_new);
  time_validation (validator, many);
  start = g_get_monotonic_time ();
  sc_editor_set_document (f.editor, document);
  ui_settle (&f);
  g_test_message ("%u problems found and shown in %.0f ms",
                  sc_list_length (sc_editor_get_problems (f.editor)),
                  (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (sc_list_length (sc_editor_get_problems (f.editor)), >=,
                    N_FLOWS * N_STAGES * N_STEPS);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      guint n = g_list_model_get_n_items (problems_get_model (&f));

      start = g_get_monotonic_time ();
      problems_set_required (&f, UI_SPONSOR, i % 2 == 0);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      validation[i] = time_validation (validator, sc_editor_get_solution (f.editor));
      g_assert_cmpuint (g_list_model_get_n_items (problems_get_model (&f)), !=, n);
      ui_settle (&f);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_doubles);
  qsort (validation, G_N_ELEMENTS (validation), sizeof *validation, compare_doubles);
  g_test_message ("an edit that makes or mends one: %.1f ms (at most %.1f), validation %.1f of it",
                  times[10], times[19], validation[10]);
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/problem-view/step", test_step);
  g_test_add_func ("/problem-view/focus", test_focus);
  g_test_add_func ("/problem-view/typing", test_typing);
  g_test_add_func ("/problem-view/scroll", test_scroll);
  g_test_add_func ("/problem-view/many", test_many);
  return g_test_run ();
}
