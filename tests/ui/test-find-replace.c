/* test-find-replace.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "find-bar-fixture.h"

#include "sc-edit-condition.h"
#include "sc-question.h"

static void
replace_with (UiFixture *self, const char *text)
{
  GtkWidget *entry;

  sc_find_bar_open (find_get_bar (self), SC_FIND_OPEN_REPLACE);
  ui_settle (self);
  entry = find_widget (self, GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_settle (self);
}

/* The first click shows what would be replaced, the next ones do it and go on. */
static void
test_replace (UiFixture *self, gconstpointer data)
{
  find_look_for (self, "o");
  find_set_options (self, (ScFindOptions){ .fields = SC_FIND_NAMES, .match_case = TRUE }, FALSE);
  g_assert_true (find_says (self, "5 matches"));
  replace_with (self, "oo");
  find_click (self, "_Replace");
  g_assert_true (find_says (self, "1 of 5"));
  g_assert_cmpuint (ui_count_edits (self), ==, 0);
  find_click (self, "_Replace");
  g_assert_cmpstr (ui_get_flow (self)->name, ==, "Lead too Opportunity");
  /* Not into what has just been put there. */
  g_assert_true (find_says (self, "3 of 6"));
  find_click (self, "_Replace");
  g_assert_cmpstr (ui_get_flow (self)->name, ==, "Lead too Oppoortunity");
  find_click (self, "_Replace");
  g_assert_cmpstr (sc_step_get_label (ui_get_step (self, UI_SPONSOR), 1033), ==, "Spoonsor");
  find_assert_selected (self, SC_SELECTED_STEP, UI_QUALIFY, UI_SPONSOR);
  g_assert_cmpuint (ui_count_edits (self), ==, 3);
  g_assert_cmpstr (ui_get_undo_name (self), ==, "Replace “o” with “oo”");
}

static void
test_replace_all (UiFixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) before = sc_solution_ref (sc_editor_get_solution (self->editor));

  find_look_for (self, "o");
  find_set_options (self, (ScFindOptions){ .fields = SC_FIND_NAMES }, FALSE);
  replace_with (self, "ö");
  find_click (self, "Replace _All");
  g_assert_cmpuint (ui_count_edits (self), ==, 1);
  g_assert_cmpstr (sc_step_get_label (ui_get_step (self, UI_SPONSOR), 1033), ==, "Spönsör");
  g_assert_cmpstr (ui_get_step (self, UI_SPONSOR)->column, ==, "decisionmaker");
  g_assert_true (find_says (self, "6 replaced"));
  sc_editor_undo (self->editor);
  ui_settle (self);
  g_assert_true (sc_editor_get_solution (self->editor) == before);
  g_assert_false (find_says (self, "6 replaced"));
}

/* What cannot be replaced says why. */
static void
test_obstacle (UiFixture *self, gconstpointer data)
{
  find_look_for (self, UI_BUDGET);
  replace_with (self, "x");
  g_assert_false (gtk_widget_is_sensitive (find_widget (self, GTK_TYPE_BUTTON, "_Replace")));
  g_assert_false (gtk_widget_is_sensitive (find_widget (self, GTK_TYPE_BUTTON, "Replace _All")));
  find_press_enter (self);
  g_assert_true (find_says (self, "Ids and unique names are not replaced."));
  find_look_for (self, "budgetamount");
  find_press_enter (self);
  g_assert_true (find_says (self, "It is a column. The options allow to replace columns, too."));
}

static gboolean
asked_cb (ScEditor *editor, ScQuestion *question, gpointer data)
{
  g_assert_cmpuint (sc_list_length (sc_question_get_uses (question)), ==, 1);
  sc_question_agree (question, FALSE);
  (*(guint *) data)++;
  return TRUE;
}

/* A step that goes over to another column while a condition asks for it: the person is asked. */
static void
test_column (UiFixture *self, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_condition_add (sc_editor_get_solution (self->editor), UI_FLOW,
                                             UI_QUALIFY, "budgetamount", &error);
  guint n_asked = 0;
  GtkWidget *columns;

  sc_editor_commit (self->editor, after, error, "Branch", NULL);
  g_signal_connect (self->editor, "asked", G_CALLBACK (asked_cb), &n_asked);
  find_look_for (self, "budgetamount");
  replace_with (self, "decisionmaker");
  columns = ui_find (gtk_popover_get_child (GTK_POPOVER (find_get_popover (self))),
                     GTK_TYPE_CHECK_BUTTON, "C_olumns, Too");
  g_assert_nonnull (columns);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (columns), TRUE);
  find_click (self, "_Replace");
  find_click (self, "_Replace");
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_cmpstr (ui_get_step (self, UI_BUDGET)->column, ==, "decisionmaker");
  sc_editor_undo (self->editor);
  ui_settle (self);

  /* Together nobody loses anything. */
  find_click (self, "Replace _All");
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_cmpstr (ui_get_step (self, UI_BUDGET)->column, ==, "decisionmaker");
  g_assert_true (find_says (self, "2 replaced"));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
#define ADD(name, function) \
  g_test_add ("/ui/find-replace/" name, UiFixture, NULL, find_setup, function, find_teardown)
  ADD ("replace", test_replace);
  ADD ("replace-all", test_replace_all);
  ADD ("obstacle", test_obstacle);
  ADD ("column", test_column);
  return g_test_run ();
}
