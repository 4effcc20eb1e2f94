/* test-uses.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include "sc-access-preset.h"
#include "sc-application.h"
#include "sc-by-hand.h"
#include "sc-edit-condition.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-navigator-row.h"
#include "sc-picker-row.h"
#include "sc-question.h"
#include "sc-step-row.h"
#include "sc-table-popover.h"
#include "sc-stage-card.h"
#include "sc-window.h"

/* The window asks before it takes the ground from something, and tells who uses what. */

static ScApplication *application;

/* A window on the solution of the fixture, with a condition behind Qualify that asks for Budget. */
static void
open_window (UiFixture *self)
{
  g_autoptr (ScSolution) plain = ui_make_solution ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) branching
      = sc_edit_condition_add (plain, UI_FLOW, UI_QUALIFY, "budgetamount", &error);
  g_autoptr (ScSolution) seen
      = sc_access_preset_apply (branching, UI_REP, UI_FLOW, SC_PRESET_USER, &error);
  g_autoptr (ScDocument) document = sc_document_new_from (seen);

  g_assert_no_error (error);
  self->window = GTK_WIDGET (sc_window_new (GTK_APPLICATION (application)));
  self->view = NULL;
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  sc_window_show_document (SC_WINDOW (self->window), document);
  self->editor = sc_window_get_editor (SC_WINDOW (self->window));
  sc_editor_open_flow (self->editor, UI_FLOW);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_settle (self);
}

static void
close_window (UiFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static AdwMessageDialog *
find_dialog (UiFixture *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel)
          && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (self->window))
        return ADW_MESSAGE_DIALOG (toplevel);
    }
  return NULL;
}

static void
respond (UiFixture *self, const char *response)
{
  AdwMessageDialog *dialog = find_dialog (self);

  g_assert_nonnull (dialog);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle (self);
}

static GtkWidget *
find_part (UiFixture *self, GtkWidget *root, const char *id)
{
  if (SC_IS_STEP_ROW (root) && g_strcmp0 (sc_step_row_get_step (SC_STEP_ROW (root))->id, id) == 0)
    return root;
  if (SC_IS_STAGE_CARD (root)
      && g_strcmp0 (sc_stage_card_get_stage (SC_STAGE_CARD (root))->id, id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_part (self, child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
act (UiFixture *self, const char *id, const char *action)
{
  GtkWidget *part = find_part (self, self->window, id);

  g_assert_nonnull (part);
  g_assert_true (gtk_widget_activate_action (part, action, NULL));
  ui_settle (self);
}

static gboolean
has_condition (UiFixture *self)
{
  return ui_get_stage (self, UI_QUALIFY)->condition != NULL;
}

static void
test_unused (void)
{
  UiFixture self;

  open_window (&self);
  act (&self, UI_SPONSOR, "step.delete");
  g_assert_null (find_dialog (&self));
  g_assert_null (ui_get_step (&self, UI_SPONSOR));
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  close_window (&self);
}

static void
test_delete (void)
{
  UiFixture self;
  GtkWidget *row;

  open_window (&self);
  act (&self, UI_BUDGET, "step.delete");
  g_assert_nonnull (find_dialog (&self));
  g_assert_cmpuint (ui_count_edits (&self), ==, 0);
  row = ui_find (GTK_WIDGET (find_dialog (&self)), ADW_TYPE_ACTION_ROW, NULL);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Branch “New branch” behind “Qualify”: It asks for “Estimated Budget”, and is left with no "
      "step for that.");
  respond (&self, "cancel");
  g_assert_nonnull (ui_get_step (&self, UI_BUDGET));
  g_assert_cmpuint (ui_count_edits (&self), ==, 0);

  act (&self, UI_BUDGET, "step.delete");
  respond (&self, "delete");
  g_assert_null (ui_get_step (&self, UI_BUDGET));
  g_assert_true (has_condition (&self));
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  /* What is selected then is the step that came to its place. */
  g_assert_cmpstr (sc_editor_get_selection (self.editor).step, ==, UI_SPONSOR);
  close_window (&self);
}

static void
test_delete_condition_too (void)
{
  UiFixture self;

  open_window (&self);
  act (&self, UI_BUDGET, "step.delete");
  g_assert_cmpstr (adw_message_dialog_get_response_label (find_dialog (&self), "also"), ==,
                   "Delete, and the C_ondition Too");
  respond (&self, "also");
  g_assert_null (ui_get_step (&self, UI_BUDGET));
  g_assert_false (has_condition (&self));
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Delete step “Budget”");
  sc_editor_undo (self.editor);
  g_assert_nonnull (ui_get_step (&self, UI_BUDGET));
  g_assert_true (has_condition (&self));
  close_window (&self);
}

static void
test_jump (void)
{
  UiFixture self;
  GtkWidget *row;

  open_window (&self);
  act (&self, UI_BUDGET, "step.delete");
  row = ui_find (GTK_WIDGET (find_dialog (&self)), ADW_TYPE_ACTION_ROW, NULL);
  g_signal_emit_by_name (row, "activate");
  ui_settle (&self);
  g_assert_null (find_dialog (&self));
  g_assert_cmpint (sc_editor_get_selection (self.editor).kind, ==, SC_SELECTED_CONDITION);
  g_assert_cmpstr (sc_editor_get_selection (self.editor).stage, ==, UI_QUALIFY);
  g_assert_cmpuint (ui_count_edits (&self), ==, 0);
  close_window (&self);
}

static void
test_stage (void)
{
  UiFixture self;

  open_window (&self);
  act (&self, UI_QUALIFY, "stage.delete");
  g_assert_nonnull (ui_find (GTK_WIDGET (find_dialog (&self)), ADW_TYPE_ACTION_ROW,
                             "Condition behind “Qualify”"));
  respond (&self, "delete");
  g_assert_null (ui_get_stage (&self, UI_QUALIFY));
  /* A stage that nothing names goes at once. */
  act (&self, UI_DEVELOP, "stage.delete");
  g_assert_null (find_dialog (&self));
  g_assert_null (ui_get_stage (&self, UI_DEVELOP));
  close_window (&self);
}

static void
test_move (void)
{
  UiFixture self;
  GtkWidget *toast, *button;

  open_window (&self);
  act (&self, UI_BUDGET, "step.move-right");
  /* Moved, told, and undone from there. */
  g_assert_null (find_dialog (&self));
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  toast = ui_find (self.window, GTK_TYPE_LABEL, "A condition asks for this step");
  g_assert_nonnull (toast);
  button = ui_find (self.window, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle (&self);
  g_assert_cmpuint (ui_count_edits (&self), ==, 0);
  /* A toast that is on its way out undoes nothing else. */
  act (&self, UI_SPONSOR, "step.move-up");
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  close_window (&self);
}

static void
test_changes (void)
{
  UiFixture self;
  GtkWidget *row;

  open_window (&self);
  sc_editor_select_step (self.editor, UI_BUDGET);
  ui_settle (&self);
  row = ui_find (self.window, SC_TYPE_PICKER_ROW, "Column");
  g_signal_emit_by_name (row, "picked", "decisionmaker");
  ui_settle (&self);
  g_assert_cmpstr (adw_message_dialog_get_response_label (find_dialog (&self), "also"), ==,
                   "Change, and Delete the C_ondition");
  respond (&self, "cancel");
  g_assert_cmpstr (sc_picker_row_get_text (SC_PICKER_ROW (row)), ==, "Estimated Budget");

  sc_editor_select_stage (self.editor, UI_QUALIFY);
  ui_settle (&self);
  row = ui_find (self.window, SC_TYPE_PICKER_ROW, "Table");
  g_signal_emit_by_name (row, "picked", "opportunity");
  ui_settle (&self);
  g_assert_cmpuint (ui_count (GTK_WIDGET (find_dialog (&self)), ADW_TYPE_ACTION_ROW), ==, 3);
  respond (&self, "delete");
  g_assert_cmpstr (ui_get_stage (&self, UI_QUALIFY)->table, ==, "opportunity");
  close_window (&self);
}

static void
test_role (void)
{
  UiFixture self;
  GError *error = NULL;
  ScSolution *after;

  open_window (&self);
  after = sc_edit_role_delete (sc_editor_get_solution (self.editor), UI_MANAGER, &error);
  sc_editor_propose (self.editor, after, error, SC_PROPOSE_DELETE, "Delete", NULL);
  g_assert_null (find_dialog (&self));
  after = sc_edit_role_delete (sc_editor_get_solution (self.editor), UI_REP, &error);
  sc_editor_propose (self.editor, after, error, SC_PROPOSE_DELETE, "Delete", NULL);
  ui_settle (&self);
  g_assert_nonnull (
      ui_find (GTK_WIDGET (find_dialog (&self)), ADW_TYPE_ACTION_ROW, "Lead to Opportunity"));
  respond (&self, "delete");
  g_assert_null (sc_editor_get_solution (self.editor)->roles);
  close_window (&self);
}

static void
test_column (void)
{
  UiFixture self;
  GError *error = NULL;
  ScSolution *after;

  open_window (&self);
  g_assert_true (sc_is_by_hand (self.editor, "lead", NULL));
  g_assert_true (sc_is_by_hand (self.editor, "lead", "budgetamount"));
  g_assert_false (sc_is_by_hand (self.editor, "lead", "nothing"));
  g_assert_false (sc_is_by_hand (self.editor, "contact", NULL));
  after = sc_edit_column_delete (sc_editor_get_solution (self.editor), "lead", "budgetamount",
                                 &error);
  sc_editor_propose (self.editor, after, error, SC_PROPOSE_DELETE, "Delete", NULL);
  ui_settle (&self);
  g_assert_cmpuint (ui_count (GTK_WIDGET (find_dialog (&self)), ADW_TYPE_ACTION_ROW), ==, 2);
  /* The step is still there: its clauses need not go. */
  g_assert_null (ui_find (GTK_WIDGET (find_dialog (&self)), GTK_TYPE_BUTTON, "C_ondition"));
  respond (&self, "delete");
  g_assert_null (
      sc_solution_find_column (sc_editor_get_solution (self.editor), "lead", "budgetamount"));
  g_assert_nonnull (ui_get_step (&self, UI_BUDGET));
  close_window (&self);
}

/* The first widget of that type with the text somewhere in it. */
static GtkWidget *
find_with_label (GtkWidget *root, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && ui_find (root, GTK_TYPE_LABEL, text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_with_label (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The list of a table's columns. */
static void
test_columns (void)
{
  UiFixture self;
  GtkWidget *navigator_row, *row, *popover;

  open_window (&self);
  navigator_row = find_with_label (self.window, SC_TYPE_NAVIGATOR_ROW, "Lead");
  g_assert_nonnull (navigator_row);
  g_assert_true (gtk_widget_activate_action (navigator_row, "row.show-columns", NULL));
  ui_settle (&self);
  popover = ui_find (navigator_row, SC_TYPE_TABLE_POPOVER, NULL);
  g_assert_nonnull (popover);
  row = find_with_label (popover, GTK_TYPE_LIST_BOX_ROW, "Decision Maker?");
  g_assert_nonnull (row);

  /* A row says where its column is used. */
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ui_settle (&self);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog (&self)), ==,
                   "Where “Decision Maker?” Is Used");
  respond (&self, "close");

  /* Its button deletes it, and asks since a step shows it. */
  g_assert_true (gtk_widget_activate_action (navigator_row, "row.show-columns", NULL));
  ui_settle (&self);
  g_assert_true (gtk_widget_activate_action (ui_find (row, GTK_TYPE_BUTTON, NULL),
                                             "table.delete-column", "s", "decisionmaker"));
  ui_settle (&self);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog (&self)), ==,
                   "Delete Column “Decision Maker?”?");
  respond (&self, "delete");
  g_assert_null (
      sc_solution_find_column (sc_editor_get_solution (self.editor), "lead", "decisionmaker"));
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Delete Column “Decision Maker?”");

  /* So does the menu with the table. */
  g_assert_true (gtk_widget_activate_action (navigator_row, "row.delete", NULL));
  ui_settle (&self);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog (&self)), ==,
                   "Delete Table “Lead”?");
  respond (&self, "cancel");
  g_assert_nonnull (sc_solution_find_table (sc_editor_get_solution (self.editor), "lead", NULL));
  close_window (&self);
}

static void
test_changed_meanwhile (void)
{
  UiFixture self;
  GError *error = NULL;
  ScSolution *after;

  open_window (&self);
  act (&self, UI_BUDGET, "step.delete");
  after = sc_edit_step_set_required (sc_editor_get_solution (self.editor), UI_FLOW, UI_SPONSOR,
                                     TRUE, &error);
  g_assert_true (sc_editor_commit (self.editor, after, error, "Require", NULL));
  respond (&self, "delete");
  /* It was asked about another solution. */
  g_assert_nonnull (ui_get_step (&self, UI_BUDGET));
  g_assert_true (ui_get_step (&self, UI_SPONSOR)->required);
  close_window (&self);
}

static void
test_where_used (void)
{
  static const struct
  {
    const char *kind, *name, *heading;
    guint rows;
  } cases[] = {
    { "step", UI_BUDGET, "Where “Budget” Is Used", 1 },
    { "step", UI_SPONSOR, "Where “Sponsor” Is Used", 0 },
    { "stage", UI_QUALIFY, "Where “Qualify” Is Used", 1 },
    { "column", "lead.budgetamount", "Where “Estimated Budget” Is Used", 2 },
    /* Four stages on it, of which one in the other flow, and a relationship. */
    { "table", "lead", "Where “Lead” Is Used", 5 },
    { "role", UI_REP, "Where “Sales Rep” Is Used", 1 },
    { "role", UI_MANAGER, "Where “Sales Manager” Is Used", 0 },
  };
  UiFixture self;

  open_window (&self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwMessageDialog *dialog;

      g_assert_true (gtk_widget_activate_action (self.window, "win.show-uses", "(ss)",
                                                 cases[i].kind, cases[i].name));
      ui_settle (&self);
      dialog = find_dialog (&self);
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, cases[i].heading);
      g_assert_cmpuint (ui_count (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), ==, cases[i].rows);
      respond (&self, "close");
    }
  /* What is not there is not asked for. */
  gtk_widget_activate_action (self.window, "win.show-uses", "(ss)", "step", "gone");
  g_assert_null (find_dialog (&self));
  close_window (&self);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!ui_test_init (&argc, &argv))
    return 0;
  application = sc_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/uses/unused", test_unused);
  g_test_add_func ("/uses/delete", test_delete);
  g_test_add_func ("/uses/delete-condition-too", test_delete_condition_too);
  g_test_add_func ("/uses/jump", test_jump);
  g_test_add_func ("/uses/stage", test_stage);
  g_test_add_func ("/uses/move", test_move);
  g_test_add_func ("/uses/changes", test_changes);
  g_test_add_func ("/uses/role", test_role);
  g_test_add_func ("/uses/column", test_column);
  g_test_add_func ("/uses/columns", test_columns);
  g_test_add_func ("/uses/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/uses/where-used", test_where_used);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
