/* test-inspector.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-condition.h"
#include "sc-edit-metadata.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-fact-row.h"
#include "sc-inspector.h"
#include "sc-labels-row.h"
#include "sc-link-row.h"
#include "sc-note-row.h"
#include "sc-picker-row.h"
#include "sc-problem-card.h"
#include "sc-text-row.h"
#include "ui-fixture.h"

/* Types text at the end, letter by letter, as a person does. */
static void
type_text (GtkWidget *row, const char *text)
{
  int position = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (row)), -1);

  for (const char *at = text; *at != '\0'; at++)
    gtk_editable_insert_text (GTK_EDITABLE (row), at, 1, &position);
  gtk_editable_set_position (GTK_EDITABLE (row), position);
}

static const char *
get_label (UiFixture *f, const char *step)
{
  return sc_step_get_label (ui_get_step (f, step), 1033);
}

static void
test_label_of_step (void)
{
  UiFixture f;
  GtkWidget *row;
  guint edits;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  row = ui_find (f.view, SC_TYPE_TEXT_ROW, "Label");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Budget");

  /* A word is one step of undo, and the row keeps what is typed, the space at the end too. */
  edits = ui_count_edits (&f);
  gtk_widget_grab_focus (row);
  type_text (row, " in EUR ");
  g_assert_cmpstr (get_label (&f, UI_BUDGET), ==, "Budget in EUR ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Budget in EUR ");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (row)), ==, 14);
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 1);

  sc_editor_undo (f.editor);
  g_assert_cmpstr (get_label (&f, UI_BUDGET), ==, "Budget");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Budget");
  sc_editor_redo (f.editor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Budget in EUR ");
  ui_close (&f);
}

static void
test_leaving_ends_the_step (void)
{
  UiFixture f;
  GtkWidget *row;
  guint edits;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_stage (f.editor, UI_QUALIFY);
  ui_settle (&f);
  row = ui_find (f.view, SC_TYPE_TEXT_ROW, "Label");
  edits = ui_count_edits (&f);
  gtk_widget_grab_focus (row);
  type_text (row, "abc");
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 1);
  gtk_widget_child_focus (f.window, GTK_DIR_TAB_FORWARD);
  gtk_widget_grab_focus (row);
  type_text (row, "d");
  g_assert_cmpuint (ui_count_edits (&f), ==, edits + 2);
  ui_close (&f);
}

/* What changes elsewhere arrives in the row that is being typed in, unless it means the same. */
static void
test_focus_is_kept (void)
{
  UiFixture f;
  GtkWidget *row;
  GError *error = NULL;
  ScSolution *after;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  row = ui_find (f.view, SC_TYPE_TEXT_ROW, "Label");
  gtk_widget_grab_focus (row);
  gtk_editable_set_position (GTK_EDITABLE (row), 3);

  after = sc_edit_step_set_required (sc_editor_get_solution (f.editor), UI_FLOW, UI_BUDGET, TRUE,
                                     &error);
  sc_editor_commit (f.editor, after, error, "Required", NULL);
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (row)), ==, 3);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f.window))
                 == GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))));

  after = sc_edit_step_set_label (sc_editor_get_solution (f.editor), UI_FLOW, UI_BUDGET, 1033,
                                  "Money", &error);
  sc_editor_commit (f.editor, after, error, "Label", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Money");
  ui_close (&f);
}

static void
test_required (void)
{
  UiFixture f;
  GtkWidget *toggle;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  toggle = ui_find (f.view, GTK_TYPE_SWITCH, NULL);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (ui_get_step (&f, UI_BUDGET)->required);
  sc_editor_undo (f.editor);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_false (ui_get_step (&f, UI_BUDGET)->required);
  ui_close (&f);
}

/* Picks as the list would. */
static void
pick (UiFixture *f, const char *title, const char *id)
{
  GtkWidget *row = ui_find (f->view, SC_TYPE_PICKER_ROW, title);

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "picked", id);
}

static const char *
get_picked (UiFixture *f, const char *title)
{
  GtkWidget *row = ui_find (f->view, SC_TYPE_PICKER_ROW, title);

  return row != NULL ? sc_picker_row_get_text (SC_PICKER_ROW (row)) : NULL;
}

static void
test_column (void)
{
  UiFixture f;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  g_assert_cmpstr (get_picked (&f, "Column"), ==, "Estimated Budget");
  g_assert_cmpstr (sc_fact_row_get_value (SC_FACT_ROW (ui_find (f.view, SC_TYPE_FACT_ROW, "Type"))),
                   ==, "Currency");
  pick (&f, "Column", "decisionmaker");
  g_assert_cmpstr (ui_get_step (&f, UI_BUDGET)->column, ==, "decisionmaker");
  g_assert_cmpstr (get_picked (&f, "Column"), ==, "Decision Maker?");
  pick (&f, "Column", "cts_unheard");
  g_assert_cmpstr (get_picked (&f, "Column"), ==, "cts_unheard");
  ui_close (&f);
}

static void
test_stage (void)
{
  UiFixture f;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_stage (f.editor, UI_DEVELOP);
  ui_settle (&f);
  g_assert_cmpstr (get_picked (&f, "Table"), ==, "Opportunity");
  pick (&f, "Category", "1");
  g_assert_cmpint (ui_get_stage (&f, UI_DEVELOP)->category, ==, SC_CATEGORY_DEVELOP);
  pick (&f, "Category", "192350000");
  g_assert_cmpint (ui_get_stage (&f, UI_DEVELOP)->category, ==, 192350000);
  pick (&f, "Category", NULL);
  g_assert_cmpint (ui_get_stage (&f, UI_DEVELOP)->category, ==, SC_CATEGORY_NONE);

  /* The table changes on the way here, so a relationship can be chosen; on one table it cannot. */
  pick (&f, "Relationship from “Qualify”", "opportunity_originating_lead");
  g_assert_nonnull (sc_flow_find_transition (ui_get_flow (&f), UI_QUALIFY, UI_DEVELOP));
  g_assert_cmpstr (get_picked (&f, "Relationship from “Qualify”"), ==,
                   "opportunity_originating_lead");
  pick (&f, "Relationship from “Qualify”", NULL);
  g_assert_null (sc_flow_find_transition (ui_get_flow (&f), UI_QUALIFY, UI_DEVELOP));
  pick (&f, "Table", "lead");
  g_assert_cmpstr (ui_get_stage (&f, UI_DEVELOP)->table, ==, "lead");
  g_assert_null (ui_find (f.view, SC_TYPE_PICKER_ROW, "Relationship from “Qualify”"));
  ui_close (&f);
}

/* Another relationship between lead and opportunity, that an environment has. */
static void
add_relationship (UiFixture *f)
{
  g_autoptr (ScRelationship) second = sc_relationship_new ();
  g_autoptr (ScList) relationships = NULL;
  GError *error = NULL;
  ScSolution *after;

  sc_set_string (second, name, "cts_second");
  sc_set_string (second, referenced, "lead");
  sc_set_string (second, referencing, "opportunity");
  sc_set_string (second, attribute, "cts_leadid");
  relationships = sc_list_append (NULL, second);
  after = sc_edit_metadata_import (sc_editor_get_solution (f->editor), NULL, relationships, &error);
  sc_editor_commit (f->editor, after, error, "Import", NULL);
}

/* Each with its lookup, which is what tells them apart; either can be taken. */
static void
test_two_relationships (void)
{
  static const char *const expected[][2] = {
    { "cts_second", "cts_leadid" },
    { "opportunity_originating_lead", "originatingleadid" },
  };
  UiFixture f;
  GtkWidget *row;
  GtkMenuButton *button;

  ui_open (&f, sc_inspector_new);
  add_relationship (&f);
  sc_editor_select_stage (f.editor, UI_DEVELOP);
  ui_settle (&f);
  row = ui_find (f.view, SC_TYPE_PICKER_ROW, "Relationship from “Qualify”");
  button = GTK_MENU_BUTTON (ui_find (row, GTK_TYPE_MENU_BUTTON, NULL));
  gtk_menu_button_popup (button);
  ui_settle (&f);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *detail = g_strdup_printf ("column %s", expected[i][1]);

      g_assert_nonnull (ui_find (row, GTK_TYPE_LABEL, expected[i][0]));
      g_assert_nonnull (ui_find (row, GTK_TYPE_LABEL, detail));
    }
  gtk_menu_button_popdown (button);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ScTransition *transition;

      pick (&f, "Relationship from “Qualify”", expected[i][0]);
      transition = sc_flow_find_transition (ui_get_flow (&f), UI_QUALIFY, UI_DEVELOP);
      g_assert_cmpstr (transition->relationship, ==, expected[i][0]);
      g_assert_cmpstr (transition->attribute, ==, expected[i][1]);
    }
  ui_close (&f);
}

static void
test_flow (void)
{
  UiFixture f;
  GtkWidget *row;

  ui_open (&f, sc_inspector_new);
  row = ui_find (f.view, SC_TYPE_TEXT_ROW, "Name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Lead to Opportunity");
  type_text (row, "!");
  g_assert_cmpstr (sc_flow_get_label (ui_get_flow (&f), 1033), ==, "Lead to Opportunity!");
  gtk_switch_set_active (GTK_SWITCH (ui_find (f.view, GTK_TYPE_SWITCH, NULL)), TRUE);
  g_assert_true (ui_get_flow (&f)->active);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (f.view, GTK_TYPE_SPIN_BUTTON, NULL)), 7);
  g_assert_cmpint (ui_get_flow (&f)->order, ==, 7);
  g_signal_emit_by_name (ui_find (f.view, SC_TYPE_NOTE_ROW, "Description"), "edited", "Why");
  g_assert_cmpstr (ui_get_flow (&f)->description, ==, "Why");
  g_assert_nonnull (ui_find (f.view, SC_TYPE_FACT_ROW, "Unique name"));

  sc_editor_open_flow (f.editor, UI_OTHER);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Second Flow");
  ui_close (&f);
}

static void
test_languages (void)
{
  UiFixture f;
  GtkWidget *labels, *german;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  labels = ui_find (f.view, SC_TYPE_LABELS_ROW, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (labels), TRUE);
  ui_settle (&f);
  pick (&f, "Add a language", "1031");
  german = ui_find (labels, SC_TYPE_TEXT_ROW, "German");
  g_assert_nonnull (german);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (german)), ==, "Budget");
  gtk_editable_set_text (GTK_EDITABLE (german), "Etat");
  g_assert_cmpstr (sc_step_get_label (ui_get_step (&f, UI_BUDGET), 1031), ==, "Etat");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (labels)), ==, "German");
  g_signal_emit_by_name (ui_find (german, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_null (sc_labels_get_exact (ui_get_step (&f, UI_BUDGET)->labels, 1031));
  g_assert_null (ui_find (labels, SC_TYPE_TEXT_ROW, "German"));
  ui_close (&f);
}

static void
test_condition (void)
{
  UiFixture f;
  GError *error = NULL;
  ScSolution *after;
  GtkWidget *name;

  ui_open (&f, sc_inspector_new);
  after = sc_edit_condition_add (sc_editor_get_solution (f.editor), UI_FLOW, UI_QUALIFY,
                                 "decisionmaker", &error);
  sc_editor_commit (f.editor, after, error, "Condition", NULL);
  sc_editor_select (f.editor,
                    (ScSelection){ SC_SELECTED_CONDITION, UI_QUALIFY, NULL, SC_EDGE_NEXT });
  ui_settle (&f);
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Decision Maker? is Yes"));
  g_assert_nonnull (ui_find (f.view, GTK_TYPE_LABEL, "Otherwise"));
  name = ui_find (f.view, SC_TYPE_TEXT_ROW, "Name");
  gtk_editable_set_text (GTK_EDITABLE (name), "With a decision maker");
  g_assert_cmpstr (
      ((const ScBranch *) sc_list_get (ui_get_stage (&f, UI_QUALIFY)->condition->branches, 0))
          ->name,
      ==, "With a decision maker");

  g_signal_emit_by_name (ui_find (f.view, SC_TYPE_LINK_ROW, "Goes to"), "followed");
  g_assert_cmpint (sc_editor_get_selection (f.editor).kind, ==, SC_SELECTED_STAGE);
  sc_editor_select (f.editor,
                    (ScSelection){ SC_SELECTED_CONDITION, UI_QUALIFY, NULL, SC_EDGE_NEXT });
  g_signal_emit_by_name (ui_find (f.view, GTK_TYPE_BUTTON, "Delete condition"), "clicked");
  g_assert_null (ui_get_stage (&f, UI_QUALIFY)->condition);
  g_assert_cmpint (sc_editor_get_selection (f.editor).kind, ==, SC_SELECTED_NOTHING);
  g_assert_nonnull (ui_find (f.view, SC_TYPE_TEXT_ROW, "Name"));
  ui_close (&f);
}

static void
test_line (void)
{
  UiFixture f;

  ui_open (&f, sc_inspector_new);
  sc_editor_select (f.editor, (ScSelection){ SC_SELECTED_LINE, UI_QUALIFY, NULL, SC_EDGE_NEXT });
  ui_settle (&f);
  g_assert_cmpstr (sc_link_row_get_id (SC_LINK_ROW (ui_find (f.view, SC_TYPE_LINK_ROW, "To"))), ==,
                   UI_DEVELOP);
  pick (&f, "Relationship from “Qualify”", "opportunity_originating_lead");
  g_assert_nonnull (sc_flow_find_transition (ui_get_flow (&f), UI_QUALIFY, UI_DEVELOP));
  ui_close (&f);
}

/* A required Yes/No step cannot be answered with No: the inspector says so and stops saying so. */
static void
test_problem_card (void)
{
  UiFixture f;
  GtkWidget *toggle;
  guint cards;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_SPONSOR);
  ui_settle (&f);
  cards = ui_count (f.view, SC_TYPE_PROBLEM_CARD);
  toggle = ui_find (f.view, GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_cmpuint (ui_count (f.view, SC_TYPE_PROBLEM_CARD), ==, cards + 1);
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_cmpuint (ui_count (f.view, SC_TYPE_PROBLEM_CARD), ==, cards);
  ui_close (&f);
}

static void
test_names_for_screen_readers (void)
{
  UiFixture f;
  GtkWidget *row;

  ui_open (&f, sc_inspector_new);
  sc_editor_select_step (f.editor, UI_BUDGET);
  ui_settle (&f);
  row = ui_find (f.view, SC_TYPE_TEXT_ROW, "Label");
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Label");
  row = ui_find (f.view, SC_TYPE_PICKER_ROW, "Column");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Column: Estimated Budget");
  row = ui_find (f.view, GTK_TYPE_SWITCH, NULL);
  g_assert_true (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  ui_close (&f);
}

/* An inspector that is folded away catches up when it is shown. */
static void
test_hidden (void)
{
  UiFixture f;

  ui_open (&f, sc_inspector_new);
  gtk_widget_set_visible (f.view, FALSE);
  sc_editor_select_step (f.editor, UI_BUDGET);
  gtk_widget_set_visible (f.view, TRUE);
  ui_settle (&f);
  g_assert_cmpstr (get_picked (&f, "Column"), ==, "Estimated Budget");
  ui_close (&f);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/inspector/label-of-step", test_label_of_step);
  g_test_add_func ("/inspector/leaving-ends-the-step", test_leaving_ends_the_step);
  g_test_add_func ("/inspector/focus-is-kept", test_focus_is_kept);
  g_test_add_func ("/inspector/required", test_required);
  g_test_add_func ("/inspector/column", test_column);
  g_test_add_func ("/inspector/stage", test_stage);
  g_test_add_func ("/inspector/two-relationships", test_two_relationships);
  g_test_add_func ("/inspector/flow", test_flow);
  g_test_add_func ("/inspector/languages", test_languages);
  g_test_add_func ("/inspector/condition", test_condition);
  g_test_add_func ("/inspector/line", test_line);
  g_test_add_func ("/inspector/problem-card", test_problem_card);
  g_test_add_func ("/inspector/names-for-screen-readers", test_names_for_screen_readers);
  g_test_add_func ("/inspector/hidden", test_hidden);
  return g_test_run ();
}
