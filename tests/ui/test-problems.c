/* test-problems.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "problems-fixture.h"
#include "sc-edit-rule.h"
#include "sc-edit-step.h"
#include "sc-fix-button.h"
#include "sc-meter.h"
#include "sc-problem-item.h"
#include "sc-problems-pane.h"
#include "sc-status-bar.h"

static void
test_live (void)
{
  UiFixture f;

  ui_open (&f, sc_problems_pane_new);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, -1);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), >=, 0);
  sc_editor_undo (f.editor);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, -1);
  ui_close (&f);
}

static void
test_activate (void)
{
  UiFixture f;
  GtkWidget *list;
  ScSelection selection;

  ui_open (&f, sc_problems_pane_new);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  sc_editor_open_flow (f.editor, UI_OTHER);
  ui_settle (&f);
  list = ui_find (f.view, GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", (guint) problems_find (&f, UI_SPONSOR));
  selection = sc_editor_get_selection (f.editor);
  g_assert_cmpstr (sc_editor_get_flow (f.editor)->id, ==, UI_FLOW);
  g_assert_cmpint (selection.kind, ==, SC_SELECTED_STEP);
  g_assert_cmpstr (selection.step, ==, UI_SPONSOR);
  ui_close (&f);
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  guint *rows = data;

  *rows += removed + added;
}

/* Selection and scroll survive because the rows that stay are not touched. */
static void
test_touches_what_differs (void)
{
  UiFixture f;
  GListModel *model;
  guint touched = 0;
  int selected;

  ui_open (&f, sc_problems_pane_new);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  problems_add_steps (&f, 31);
  ui_settle (&f);
  model = problems_get_model (&f);
  selected = problems_find (&f, UI_SPONSOR);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), (guint) selected, TRUE);
  g_signal_connect (model, "items-changed", G_CALLBACK (count_cb), &touched);

  problems_set_required (&f, UI_BUDGET, TRUE);
  g_assert_cmpuint (touched, ==, 0);
  problems_add_steps (&f, 1);
  g_assert_cmpuint (touched, >, 0);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model),
                                                  (guint) problems_find (&f, UI_SPONSOR)));
  ui_close (&f);
}

static void
test_order (void)
{
  UiFixture f;
  GListModel *model;
  int last = SC_SEVERITY_ERROR;

  ui_open (&f, sc_problems_pane_new);
  g_object_set (f.view, "grouped", FALSE, NULL);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  problems_add_steps (&f, 31);
  ui_settle (&f);
  model = problems_get_model (&f);
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ScProblemItem) item = g_list_model_get_item (model, i);
      int severity = sc_problem_item_get_problem (item)->severity;

      g_assert_cmpint (severity, <=, last);
      last = severity;
    }
  ui_close (&f);
}

static void
test_filter (void)
{
  UiFixture f;
  GtkWidget *search;

  ui_open (&f, sc_problems_pane_new);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  ui_settle (&f);
  search = ui_find (f.view, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "qualify SPONSOR");
  ui_settle (&f);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such words");
  ui_settle (&f);
  g_assert_null (problems_get_model (&f));
  g_signal_emit_by_name (ui_find (f.view, GTK_TYPE_BUTTON, "Show all"), "clicked");
  ui_settle (&f);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), >=, 0);

  sc_editor_open_flow (f.editor, UI_OTHER);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_find (f.view, GTK_TYPE_TOGGLE_BUTTON, "This flow")), TRUE);
  ui_settle (&f);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, -1);
  ui_close (&f);
}

/* Without problems the pane says what that is worth, and leads to what was not checked. */
static void
test_none (void)
{
  UiFixture f;
  GtkWidget *checked;
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows, n_off = 0;
  const ScProblem *problem;
  g_autofree char *off = NULL;
  const char *text;

  ui_open (&f, sc_problems_pane_new);
  while ((problem = sc_list_get (sc_editor_get_problems (f.editor), 0)) != NULL)
    {
      GError *error = NULL;
      ScSolution *after
          = sc_edit_rule_set (sc_editor_get_solution (f.editor), sc_rule_get_id (problem->rule),
                              SC_RULE_OFF, 0, NULL, &error);

      problems_commit (&f, after, error);
      n_off++;
    }
  for (int i = 0; i < 5; i++)
    ui_settle (&f);
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "No problems found"));
  checked = ui_find (gtk_widget_get_parent (gtk_widget_get_parent (
                         ui_find (f.view, GTK_TYPE_LABEL, "No problems found"))),
                     GTK_TYPE_BUTTON, NULL);
  g_assert_nonnull (checked);
  text = gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (checked))));
  off = g_strdup_printf (", %u off", n_off);
  g_assert_true (g_str_has_suffix (text, off));
  g_assert_nonnull (strstr (text, " not checked"));
  n_windows = g_list_model_get_n_items (windows);
  g_signal_emit_by_name (checked, "clicked");
  ui_settle (&f);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  ui_close (&f);
}

static const char *
get_meter (UiFixture *f, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (f->view);

  while (child != NULL)
    {
      if (SC_IS_METER (child) && position-- == 0)
        return sc_meter_get_text (SC_METER (child));
      child = gtk_widget_get_next_sibling (child);
    }
  return NULL;
}

static void
test_meters (void)
{
  UiFixture f;
  guint before;
  g_autofree char *steps = NULL;

  ui_open (&f, sc_status_bar_new);
  before = sc_list_length (ui_get_stage (&f, UI_DEVELOP)->steps);
  g_assert_cmpstr (get_meter (&f, 0), ==, "Stages 2 of 30");
  g_assert_cmpstr (get_meter (&f, 2), ==, "Tables 2 of 5");
  g_assert_cmpstr (get_meter (&f, 3), ==, "Active on Lead 0 of 10");
  problems_add_steps (&f, 31);
  steps = g_strdup_printf ("Most steps %u of 30", before + 31);
  g_assert_cmpstr (get_meter (&f, 1), ==, steps);
  ui_close (&f);
}

/* Where there is room for one meter it is the one closest to its limit. */
static void
test_narrow (void)
{
  UiFixture f;
  GtkWidget *meter;

  ui_open (&f, sc_status_bar_new);
  problems_add_steps (&f, 31);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 360, 200);
  ui_settle (&f);
  g_assert_cmpint (gtk_widget_get_width (f.view), <=, 360);
  g_assert_cmpuint (ui_count (f.view, SC_TYPE_METER), ==, 1);
  meter = ui_find (f.view, SC_TYPE_METER, NULL);
  g_assert_nonnull (meter);
  g_assert_true (g_str_has_prefix (sc_meter_get_text (SC_METER (meter)), "Most steps"));
  ui_close (&f);
}

static void
test_state (void)
{
  UiFixture f;

  ui_open (&f, sc_status_bar_new);
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Not saved yet"));
  problems_set_required (&f, UI_BUDGET, TRUE);
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Unsaved changes"));
  sc_editor_undo (f.editor);
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Not saved yet"));
  ui_close (&f);
}

/* A repair is one edit with its own name; the menu is worked out when it opens. */
static void
test_fix (void)
{
  UiFixture f;
  GtkWidget *fix, *choice;

  ui_open (&f, sc_problems_pane_new);
  problems_set_required (&f, UI_SPONSOR, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (ui_find (f.view, GTK_TYPE_SEARCH_ENTRY, NULL)), "sponsor");
  ui_settle (&f);
  fix = ui_find (f.view, SC_TYPE_FIX_BUTTON, NULL);
  g_assert_nonnull (fix);
  sc_fix_button_open (SC_FIX_BUTTON (fix));
  ui_settle (&f);
  choice = ui_find (fix, GTK_TYPE_POPOVER, NULL);
  g_assert_nonnull (choice);
  choice = ui_find (gtk_popover_get_child (GTK_POPOVER (choice)), GTK_TYPE_BUTTON, NULL);
  g_assert_nonnull (choice);
  g_signal_emit_by_name (choice, "clicked");
  ui_settle (&f);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), ==, -1);
  g_assert_false (
      sc_flow_find_step (sc_editor_get_flow (f.editor), UI_SPONSOR, NULL, NULL)->required);
  g_assert_true (g_str_has_prefix (
      sc_history_get_undo_name (sc_document_get_history (sc_editor_get_document (f.editor))),
      "Do not require"));
  sc_editor_undo (f.editor);
  ui_settle (&f);
  g_assert_cmpint (problems_find (&f, UI_SPONSOR), >=, 0);
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/problems/live", test_live);
  g_test_add_func ("/problems/activate", test_activate);
  g_test_add_func ("/problems/touches-what-differs", test_touches_what_differs);
  g_test_add_func ("/problems/order", test_order);
  g_test_add_func ("/problems/filter", test_filter);
  g_test_add_func ("/problems/fix", test_fix);
  g_test_add_func ("/problems/none", test_none);
  g_test_add_func ("/status-bar/meters", test_meters);
  g_test_add_func ("/status-bar/narrow", test_narrow);
  g_test_add_func ("/status-bar/state", test_state);
  return g_test_run ();
}
