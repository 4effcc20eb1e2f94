/* test-dialogs.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include "sc-access-preset.h"
#include "sc-application.h"
#include "sc-delete-dialog.h"
#include "sc-edit-role.h"
#include "sc-name-dialog.h"
#include "sc-navigator.h"
#include "sc-new-flow-dialog.h"
#include "sc-solution-dialog.h"
#include "sc-template-chooser.h"

static GtkWidget *
find_dialog (UiFixture *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel)
          && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (self->window))
        return GTK_WIDGET (toplevel);
    }
  return NULL;
}

static void
type_text (GtkWidget *dialog, const char *row, const char *text)
{
  GtkWidget *entry = ui_find (dialog, ADW_TYPE_ENTRY_ROW, row);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static const char *
get_text (GtkWidget *dialog, const char *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (ui_find (dialog, ADW_TYPE_ENTRY_ROW, row)));
}

static gboolean
can_accept (GtkWidget *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept");
}

static void
respond (UiFixture *self, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (self)), response);
  gtk_window_destroy (GTK_WINDOW (find_dialog (self)));
  ui_settle (self);
}

static void
give_access (UiFixture *self)
{
  GError *error = NULL;
  ScSolution *after = sc_access_preset_apply (sc_editor_get_solution (self->editor), UI_REP,
                                              UI_FLOW, SC_PRESET_USER, &error);

  g_assert_true (sc_editor_commit (self->editor, after, error, "Give", NULL));
}

static ScAccessPreset
get_preset (UiFixture *self, const ScRole *role)
{
  return sc_access_preset_find (role, sc_editor_get_flow (self->editor));
}

static void
test_copy (void)
{
  UiFixture self;
  GtkWidget *dialog;
  const ScSolution *solution;

  ui_open (&self, sc_navigator_new);
  give_access (&self);
  sc_name_dialog_present (GTK_WINDOW (self.window), self.editor, SC_NAME_COPY_FLOW, UI_FLOW);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Lead to Opportunity (copy)");
  g_assert_true (can_accept (dialog));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (ui_find (dialog, GTK_TYPE_SWITCH, NULL))));

  /* A taken name is said at once. */
  type_text (dialog, "Name", "Second Flow");
  g_assert_false (can_accept (dialog));
  g_assert_true (gtk_widget_has_css_class (ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Name"), "error"));
  type_text (dialog, "Name", "  ");
  g_assert_false (can_accept (dialog));

  type_text (dialog, "Name", "Third Flow");
  g_assert_true (can_accept (dialog));
  gtk_switch_set_active (GTK_SWITCH (ui_find (dialog, GTK_TYPE_SWITCH, NULL)), TRUE);
  respond (&self, "accept");
  solution = sc_editor_get_solution (self.editor);
  g_assert_cmpuint (sc_list_length (solution->flows), ==, 3);
  /* The copy is open, and what may be done with it. */
  g_assert_cmpstr (sc_editor_get_flow (self.editor)->name, ==, "Third Flow");
  g_assert_cmpint (get_preset (&self, sc_solution_find_role (solution, UI_REP, NULL)), ==,
                   SC_PRESET_USER);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Copy Flow as “Third Flow”");
  g_assert_cmpuint (ui_count_edits (&self), ==, 2);
  ui_close (&self);
}

static void
test_new_role (void)
{
  UiFixture self;
  GtkWidget *dialog;
  const ScRole *role = NULL;

  ui_open (&self, sc_navigator_new);
  sc_name_dialog_present (GTK_WINDOW (self.window), self.editor, SC_NAME_NEW_ROLE, NULL);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_false (can_accept (dialog));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (ui_find (dialog, GTK_TYPE_SWITCH, NULL))));
  type_text (dialog, "Name", "Lead Flow User");
  respond (&self, "accept");

  /* Role and access are one step. */
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  sc_list_foreach (sc_editor_get_solution (self.editor)->roles, const ScRole *, other)
    {
      if (g_strcmp0 (other->name, "Lead Flow User") == 0)
        role = other;
    }
  g_assert_nonnull (role);
  g_assert_cmpint (get_preset (&self, role), ==, SC_PRESET_USER);
  g_assert_cmpuint (sc_list_length (role->privileges), ==, 5);

  sc_name_dialog_present (GTK_WINDOW (self.window), self.editor, SC_NAME_NEW_ROLE, NULL);
  ui_settle (&self);
  dialog = find_dialog (&self);
  gtk_switch_set_active (GTK_SWITCH (ui_find (dialog, GTK_TYPE_SWITCH, NULL)), FALSE);
  type_text (dialog, "Name", "Empty");
  respond (&self, "accept");
  sc_list_foreach (sc_editor_get_solution (self.editor)->roles, const ScRole *, other)
    {
      if (g_strcmp0 (other->name, "Empty") == 0)
        g_assert_null (other->privileges);
    }
  ui_close (&self);
}

static void
test_delete (void)
{
  UiFixture self;
  GtkWidget *dialog;
  const ScSolution *solution;

  ui_open (&self, sc_navigator_new);
  give_access (&self);
  sc_delete_dialog_present (GTK_WINDOW (self.window), self.editor, UI_FLOW);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Delete “Lead to Opportunity”?");
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "1 flow"));
  g_assert_nonnull (ui_find (dialog, ADW_TYPE_EXPANDER_ROW, "5 privileges of roles"));
  g_assert_null (ui_find (dialog, ADW_TYPE_ACTION_ROW, "prvReadnew_leadtoopportunity"));
  respond (&self, "cancel");
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);

  sc_delete_dialog_present (GTK_WINDOW (self.window), self.editor, UI_FLOW);
  ui_settle (&self);
  respond (&self, "delete");
  solution = sc_editor_get_solution (self.editor);
  g_assert_cmpuint (sc_list_length (solution->flows), ==, 1);
  g_assert_null (sc_solution_find_role (solution, UI_REP, NULL)->privileges);
  g_assert_cmpuint (ui_count_edits (&self), ==, 2);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Delete Flow “Lead to Opportunity”");
  sc_editor_undo (self.editor);
  g_assert_cmpuint (sc_list_length (sc_editor_get_solution (self.editor)->flows), ==, 2);
  ui_close (&self);
}

static void
test_details (void)
{
  UiFixture self;
  GtkWidget *dialog;
  const ScSolution *solution;

  ui_open (&self, sc_navigator_new);
  sc_solution_dialog_present (GTK_WINDOW (self.window), self.editor);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_cmpstr (get_text (dialog, "Version"), ==, "1.0.0.0");
  g_assert_cmpstr (get_text (dialog, "Prefix of Choice Values"), ==, "10000");
  g_assert_true (can_accept (dialog));

  type_text (dialog, "Prefix of Names", "c");
  g_assert_false (can_accept (dialog));
  type_text (dialog, "Prefix of Names", "con");
  type_text (dialog, "Prefix of Choice Values", "100000");
  g_assert_false (can_accept (dialog));
  type_text (dialog, "Prefix of Choice Values", "45678");
  type_text (dialog, "Version", "2");
  g_assert_false (can_accept (dialog));
  type_text (dialog, "Version", "2.0.0.1");
  g_assert_true (can_accept (dialog));
  respond (&self, "accept");
  solution = sc_editor_get_solution (self.editor);
  g_assert_cmpstr (solution->prefix, ==, "con");
  g_assert_cmpint (solution->option_prefix, ==, 45678);
  g_assert_cmpstr (solution->version, ==, "2.0.0.1");
  g_assert_null (solution->publisher_title);
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);

  /* Nothing typed, nothing done. */
  sc_solution_dialog_present (GTK_WINDOW (self.window), self.editor);
  ui_settle (&self);
  respond (&self, "accept");
  g_assert_true (sc_editor_get_solution (self.editor) == solution);
  ui_close (&self);
}

static void
created_cb (GtkWindow *parent, const ScSolution *solution)
{
  g_object_set_data_full (G_OBJECT (parent), "created", sc_solution_ref (solution),
                          (GDestroyNotify) sc_solution_unref);
}

static void
test_new_solution (void)
{
  UiFixture self;
  GtkWidget *dialog;
  GtkWidget *publisher;
  const ScSolution *solution;

  ui_open (&self, sc_navigator_new);
  sc_solution_dialog_present_new (GTK_WINDOW (self.window), created_cb);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_false (can_accept (dialog));
  type_text (dialog, "Display Name", "Contoso onboarding");
  g_assert_cmpstr (get_text (dialog, "Unique Name"), ==, "ContosoOnboarding");
  g_assert_false (can_accept (dialog));

  /* The second list is the publisher's. */
  publisher = ui_find (dialog, GTK_TYPE_LIST_BOX, NULL);
  publisher = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (publisher));
  type_text (publisher, "Display Name", "Contoso AG");
  g_assert_cmpstr (get_text (publisher, "Unique Name"), ==, "ContosoAG");
  g_assert_cmpstr (get_text (publisher, "Prefix of Names"), ==, "cont");
  g_assert_true (can_accept (dialog));

  /* What was typed stays; what follows from it follows. */
  type_text (publisher, "Prefix of Names", "ca");
  type_text (publisher, "Display Name", "Contoso GmbH");
  g_assert_cmpstr (get_text (publisher, "Prefix of Names"), ==, "ca");
  g_assert_cmpstr (get_text (publisher, "Unique Name"), ==, "ContosoGmbH");
  respond (&self, "accept");

  solution = g_object_get_data (G_OBJECT (self.window), "created");
  g_assert_nonnull (solution);
  g_assert_cmpstr (sc_solution_get_title (solution), ==, "Contoso onboarding");
  g_assert_cmpstr (solution->unique_name, ==, "ContosoOnboarding");
  g_assert_cmpstr (solution->publisher, ==, "ContosoGmbH");
  g_assert_cmpstr (solution->publisher_title, ==, "Contoso GmbH");
  g_assert_cmpstr (solution->prefix, ==, "ca");
  g_assert_cmpint (solution->option_prefix, >=, 10000);
  g_assert_cmpstr (solution->version, ==, "1.0.0.0");
  ui_close (&self);
}

static GtkListBox *
find_templates (GtkWidget *dialog)
{
  GtkWidget *chooser = ui_find (dialog, SC_TYPE_TEMPLATE_CHOOSER, NULL);

  return GTK_LIST_BOX (ui_find (chooser, GTK_TYPE_LIST_BOX, NULL));
}

static void
choose_template (UiFixture *self, GtkWidget *dialog, int number)
{
  GtkListBox *list = find_templates (dialog);

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, number));
  ui_settle (self);
}

static gboolean
asks_table (GtkWidget *dialog)
{
  return ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Table of the First Stage") != NULL;
}

/* A name that nobody typed is that of the template; the table is asked for where it is open. */
static void
test_new_flow (void)
{
  UiFixture self;
  GtkWidget *dialog;
  const ScFlow *flow;
  const ScStage *first;

  ui_open (&self, sc_navigator_new);
  sc_new_flow_dialog_present (GTK_WINDOW (self.window), self.editor);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "");
  g_assert_true (asks_table (dialog));
  g_assert_false (can_accept (dialog));
  choose_template (&self, dialog, 4);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Opportunity Sales Process");
  g_assert_false (asks_table (dialog));
  g_assert_true (can_accept (dialog));
  choose_template (&self, dialog, 5);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Phone to Case Process");
  type_text (dialog, "Name", "Ours");
  choose_template (&self, dialog, 1);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Ours");
  g_assert_true (asks_table (dialog));
  g_assert_false (can_accept (dialog));
  choose_template (&self, dialog, 4);
  respond (&self, "accept");

  flow = sc_editor_get_flow (self.editor);
  first = sc_list_get (flow->stages, 0);
  g_assert_cmpstr (flow->name, ==, "Ours");
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 4);
  g_assert_cmpuint (sc_flow_count_steps (flow), ==, 21);
  g_assert_true (sc_editor_get_selected_stage (self.editor) == first);
  g_assert_cmpuint (ui_count_edits (&self), ==, 1);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Add Flow “Ours”");
  ui_close (&self);
}

/* One that fits any table is on the table that was asked for. */
static void
test_new_flow_on_table (void)
{
  UiFixture self;
  GtkWidget *dialog;
  const ScFlow *flow;

  ui_open (&self, sc_navigator_new);
  sc_new_flow_dialog_present (GTK_WINDOW (self.window), self.editor);
  ui_settle (&self);
  dialog = find_dialog (&self);
  choose_template (&self, dialog, 1);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Four Stages");
  type_text (dialog, "Table of the First Stage", "cts_project");
  respond (&self, "accept");
  flow = sc_editor_get_flow (self.editor);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 4);
  g_assert_cmpstr (sc_flow_get_start_table (flow), ==, "cts_project");
  ui_close (&self);
}

/* A person's own are below the others; a broken one says why and cannot be chosen. */
static void
test_own_templates (void)
{
  g_autofree char *folder = sc_template_get_folder ();
  g_autofree char *path = g_build_filename (folder, "broken.stagecraft", NULL);
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScSolution) made = sc_template_make (solution, UI_FLOW, NULL, "Ours", NULL);
  g_autoptr (GError) error = NULL;
  UiFixture self;
  GtkWidget *dialog;

  g_assert_true (sc_template_save (made, folder, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "<x/>", -1, NULL));
  ui_open (&self, sc_navigator_new);
  sc_new_flow_dialog_present (GTK_WINDOW (self.window), self.editor);
  ui_settle (&self);
  dialog = find_dialog (&self);
  g_assert_nonnull (ui_find (dialog, GTK_TYPE_LABEL, "broken"));
  g_assert_false (
      gtk_list_box_row_get_selectable (gtk_list_box_get_row_at_index (find_templates (dialog), 7)));
  choose_template (&self, dialog, 6);
  g_assert_cmpstr (get_text (dialog, "Name"), ==, "Ours");
  respond (&self, "accept");
  g_assert_cmpuint (sc_list_length (sc_editor_get_flow (self.editor)->stages), ==, 2);
  ui_close (&self);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ScApplication) application = NULL;

  if (!ui_test_init (&argc, &argv))
    return 0;
  /* It brings the resources of the dialogs. */
  application = sc_application_new ();
  g_test_add_func ("/ui/dialogs/copy", test_copy);
  g_test_add_func ("/ui/dialogs/new-role", test_new_role);
  g_test_add_func ("/ui/dialogs/delete", test_delete);
  g_test_add_func ("/ui/dialogs/details", test_details);
  g_test_add_func ("/ui/dialogs/new-solution", test_new_solution);
  g_test_add_func ("/ui/dialogs/new-flow", test_new_flow);
  g_test_add_func ("/ui/dialogs/new-flow-on-table", test_new_flow_on_table);
  g_test_add_func ("/ui/dialogs/own-templates", test_own_templates);
  return g_test_run ();
}
