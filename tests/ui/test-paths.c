/* test-paths.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-view.h"
#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-outline.h"
#include "sc-path-table.h"
#include "sc-paths-window.h"
#include "sc-stage-card.h"
#include "ui-fixture.h"

static void
test_text (void)
{
  static const struct
  {
    const char *flow, *text;
  } rows[] = {
    { "A>B B>", "Ends at\tStages\tSteps\tRequired\nB\t2\t2\t0\n" },
    { "A?B|C=D B>D C>D D>",
      "A\tEnds at\tStages\tSteps\tRequired\nCase\tD\t3\t3\t0\nOtherwise\tD\t3\t3\t0\n" },
    { "A?B|C B?D|E D> E> C>", "A\tB\tEnds at\tStages\tSteps\tRequired\nCase\tCase\tD\t3\t3\t0\n"
                              "Case\tOtherwise\tE\t3\t3\t0\nOtherwise\t–\tC\t2\t2\t0\n" },
    { "A>B B>A", "Ends at\tStages\tSteps\tRequired\nB, back to A\t2\t2\t0\n" },
    { "A>X", "Ends at\tStages\tSteps\tRequired\nA, to a stage that is not there\t1\t1\t0\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = sc_outline_read_solution (rows[i].flow);
      const ScFlow *flow = sc_list_get (solution->flows, 0);
      g_autoptr (ScPathTable) table = sc_path_table_new (flow, SC_LANGUAGE_ENGLISH);
      g_autofree char *text = sc_path_table_dup_text (table, solution, flow, SC_LANGUAGE_ENGLISH);

      g_test_message ("%s", rows[i].flow);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static GtkWidget *
get_paths (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SC_IS_PATHS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static GtkSelectionModel *
get_rows (void)
{
  return gtk_column_view_get_model (
      GTK_COLUMN_VIEW (ui_find (get_paths (), GTK_TYPE_COLUMN_VIEW, NULL)));
}

/* Stage cards that step back. */
static guint
count_back (GtkWidget *root)
{
  guint n = SC_IS_STAGE_CARD (root) && gtk_widget_get_opacity (root) < 1 ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_back (child);
  return n;
}

static void
open_paths (UiFixture *fixture)
{
  sc_paths_window_present (GTK_WINDOW (fixture->window), fixture->editor);
  ui_settle (fixture);
}

/* The path that is selected is brought out, and nothing once the window is gone. */
static void
test_selected_path (UiFixture *fixture, gconstpointer data)
{
  open_paths (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_rows ())), ==, 2);
  g_assert_null (sc_editor_get_shown_path (fixture->editor));
  g_assert_cmpuint (count_back (fixture->view), ==, 0);

  /* It leaves out the stage of the other branch. */
  gtk_selection_model_select_item (get_rows (), 1, TRUE);
  ui_settle (fixture);
  g_assert_nonnull (sc_editor_get_shown_path (fixture->editor));
  g_assert_cmpuint (count_back (fixture->view), ==, 1);

  gtk_window_close (GTK_WINDOW (get_paths ()));
  ui_settle (fixture);
  g_assert_null (get_paths ());
  g_assert_null (sc_editor_get_shown_path (fixture->editor));
  g_assert_cmpuint (count_back (fixture->view), ==, 0);
}

/* A selected path stays while an edit leaves it as it is; another flow has paths of its own. */
static void
test_edits (UiFixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  open_paths (fixture);
  gtk_selection_model_select_item (get_rows (), 1, TRUE);
  sc_editor_commit (fixture->editor,
                    sc_edit_stage_set_label (sc_editor_get_solution (fixture->editor), UI_FLOW,
                                             UI_QUALIFY, SC_LANGUAGE_ENGLISH, "Filter", &error),
                    error, "Rename", NULL);
  ui_settle (fixture);
  g_assert_true (gtk_selection_model_is_selected (get_rows (), 1));
  g_assert_nonnull (sc_editor_get_shown_path (fixture->editor));
  g_assert_cmpuint (count_back (fixture->view), ==, 1);

  sc_editor_open_flow (fixture->editor, UI_OTHER);
  ui_settle (fixture);
  g_assert_cmpuint (count_back (fixture->view), ==, 0);
  gtk_window_close (GTK_WINDOW (get_paths ()));
  ui_settle (fixture);
}

static void
test_opened_once (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *first;

  open_paths (fixture);
  first = get_paths ();
  open_paths (fixture);
  g_assert_true (get_paths () == first);
  gtk_window_destroy (GTK_WINDOW (first));
  ui_settle (fixture);
  g_assert_null (get_paths ());
}

/* Two branches with a stage each. */
static void
set_up (UiFixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  ui_open (fixture, sc_canvas_view_new);
  sc_editor_commit (fixture->editor,
                    sc_edit_condition_add (sc_editor_get_solution (fixture->editor), UI_FLOW,
                                           UI_DEVELOP, "name", &error),
                    error, "Branch", NULL);
  ui_settle (fixture);
}

static void
tear_down (UiFixture *fixture, gconstpointer data)
{
  ui_close (fixture);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/paths/text", test_text);
#define ADD(name, function) \
  g_test_add ("/ui/paths/" name, UiFixture, NULL, set_up, function, tear_down)
  ADD ("selected-path", test_selected_path);
  ADD ("edits", test_edits);
  ADD ("opened-once", test_opened_once);
#undef ADD
  return g_test_run ();
}
