/* test-read-only.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include "package-files.h"
#include "sc-application.h"
#include "sc-banner.h"
#include "sc-difference-dialog.h"
#include "sc-edit-flow.h"
#include "sc-edit-step.h"
#include "sc-inspector.h"
#include "sc-navigator.h"
#include "sc-navigator-row.h"
#include "sc-window.h"

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define WEIGHT   "bbbbbbbb-0000-4000-8000-000000000003"
#define XAML     "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"

/* The solution of the fixture, locked in that way. */
static ScDocument *
make_locked (ScLock lock)
{
  g_autoptr (ScSolution) start = ui_make_solution ();
  g_autoptr (ScSolution) solution = sc_solution_copy (start);
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  solution->managed = lock == SC_LOCK_MANAGED;
  flow->locked = lock == SC_LOCK_NOT_CUSTOMIZABLE;
  if (lock == SC_LOCK_TASK_FLOW)
    flow->business_process_type = SC_PROCESS_TASK_FLOW;
  sc_take_value (solution, flows, sc_list_replace (solution->flows, 0, flow));
  return sc_document_new_from (solution);
}

static void
lock_editor (UiFixture *self, ScLock lock)
{
  g_autoptr (ScDocument) document = make_locked (lock);

  sc_editor_set_document (self->editor, document);
  sc_editor_open_flow (self->editor, UI_FLOW);
  ui_settle (self);
}

static void
failed_cb (ScEditor *editor, const char *message, guint *n)
{
  g_assert_cmpstr (message, !=, "");
  (*n)++;
}

static gboolean
rename_step (UiFixture *self)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_label (sc_editor_get_solution (self->editor), UI_FLOW,
                                              UI_BUDGET, 1033, "Money", &error);

  return sc_editor_commit (self->editor, after, error, "Rename", NULL);
}

static void
test_banner (void)
{
  static const struct
  {
    ScLock lock;
    const char *button; /* NULL: none */
  } cases[] = { { SC_LOCK_MANAGED, "_Edit a Copy" },
                { SC_LOCK_NOT_CUSTOMIZABLE, "_Copy Flow…" },
                { SC_LOCK_TASK_FLOW, NULL } };
  UiFixture self;
  guint n_failed = 0;

  ui_open (&self, sc_banner_new);
  g_signal_connect (self.editor, "failed", G_CALLBACK (failed_cb), &n_failed);
  g_assert_false (gtk_widget_get_visible (self.view));
  g_assert_true (rename_step (&self));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *button;

      lock_editor (&self, cases[i].lock);
      g_assert_true (gtk_widget_get_visible (self.view));
      g_assert_nonnull (ui_find (self.view, GTK_TYPE_LABEL, sc_lock_explain (cases[i].lock)));
      button = ui_find (self.view, GTK_TYPE_BUTTON, NULL);
      g_assert_cmpstr (button != NULL ? gtk_button_get_label (GTK_BUTTON (button)) : NULL, ==,
                       cases[i].button);
      g_assert_false (rename_step (&self));
      g_assert_cmpuint (n_failed, ==, i + 1);
      g_assert_cmpuint (ui_count_edits (&self), ==, 0);
    }

  /* The lock is that of one flow. */
  sc_editor_open_flow (self.editor, UI_OTHER);
  g_assert_false (gtk_widget_get_visible (self.view));
  ui_close (&self);
}

static void
test_inspector (void)
{
  UiFixture self;
  GtkWidget *pages;

  ui_open (&self, sc_inspector_new);
  pages = ui_find (self.view, GTK_TYPE_STACK, NULL);
  g_assert_true (gtk_widget_is_sensitive (pages));
  lock_editor (&self, SC_LOCK_NOT_CUSTOMIZABLE);
  g_assert_false (gtk_widget_is_sensitive (pages));
  sc_editor_open_flow (self.editor, UI_OTHER);
  ui_settle (&self);
  g_assert_true (gtk_widget_is_sensitive (pages));
  ui_close (&self);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (SC_IS_NAVIGATOR_ROW (widget)
      && g_strcmp0 (sc_navigator_row_get_title (SC_NAVIGATOR_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        return toplevel;
    }
  return NULL;
}

static void
test_navigator (void)
{
  UiFixture self;
  GtkWidget *row;

  ui_open (&self, sc_navigator_new);
  lock_editor (&self, SC_LOCK_NOT_CUSTOMIZABLE);
  row = find_row (self.view, "Lead to Opportunity");
  g_assert_nonnull (ui_find (row, GTK_TYPE_LABEL, "draft · read-only"));
  gtk_widget_activate_action (row, "row.rename", NULL);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_activate_action (row, "row.active", NULL);
  g_assert_cmpuint (ui_count_edits (&self), ==, 0);
  gtk_widget_activate_action (row, "row.delete", NULL);
  g_assert_nonnull (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));

  lock_editor (&self, SC_LOCK_MANAGED);
  row = find_row (self.view, "Lead to Opportunity");
  gtk_widget_activate_action (row, "row.delete", NULL);
  gtk_widget_activate_action (row, "row.copy", NULL);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  ui_close (&self);
}

/* Lets the main loop run until nothing is due. */
static void
settle (void)
{
  for (int i = 0; i < 2000; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_edit_copy (gconstpointer application)
{
  ScWindow *window = sc_window_new (GTK_APPLICATION ((gpointer) application));
  g_autoptr (ScDocument) document = make_locked (SC_LOCK_MANAGED);
  ScWindow *copy;
  GActionGroup *actions = G_ACTION_GROUP (window);

  sc_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_false (g_action_group_get_action_enabled (actions, "new-flow"));
  g_assert_false (g_action_group_get_action_enabled (actions, "solution-details"));
  g_action_group_activate_action (actions, "edit-copy", NULL);
  settle ();
  copy = SC_WINDOW (gtk_application_get_active_window (GTK_APPLICATION ((gpointer) application)));
  g_assert_true (copy != window);
  g_assert_cmpint (sc_editor_get_lock (sc_window_get_editor (copy)), ==, SC_LOCK_NONE);
  g_assert_null (sc_window_get_path (copy));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (copy), "new-flow"));
  gtk_window_destroy (GTK_WINDOW (copy));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_difference (gconstpointer application)
{
  ScWindow *window = sc_window_new (GTK_APPLICATION ((gpointer) application));
  ScEditor *editor = sc_window_get_editor (window);
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkWidget *dialog;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  files_make_solution (folder, "\n");
  files_replace (folder, XAML, "</Activity>", "  <!-- by hand -->\n</Activity>");
  document = sc_document_open (folder, &error);
  g_assert_no_error (error);
  sc_window_show_document (window, document);
  sc_editor_open_flow (editor, STRAIGHT);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  sc_editor_commit (editor,
                    sc_edit_step_set_label (sc_editor_get_solution (editor), STRAIGHT, WEIGHT, 1033,
                                            "Kilogram", NULL),
                    NULL, "Rename", NULL);

  /* Saving shows what would go, and does nothing until the person agrees. */
  g_assert_false (sc_window_save (window));
  dialog = find_toplevel (SC_TYPE_DIFFERENCE_DIALOG);
  g_assert_nonnull (dialog);
  settle ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "−   <!-- by hand -->"));
  g_assert_true (sc_document_is_modified (document));

  g_signal_emit_by_name (ui_find (dialog, GTK_TYPE_BUTTON, "_Rewrite This Flow"), "clicked");
  settle ();
  g_assert_null (find_toplevel (SC_TYPE_DIFFERENCE_DIALOG));
  g_assert_false (sc_document_is_modified (document));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ScApplication) application = NULL;

  if (!ui_test_init (&argc, &argv))
    return 0;
  application = sc_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/read-only/banner", test_banner);
  g_test_add_func ("/ui/read-only/inspector", test_inspector);
  g_test_add_func ("/ui/read-only/navigator", test_navigator);
  g_test_add_data_func ("/ui/read-only/edit-copy", application, test_edit_copy);
  g_test_add_data_func ("/ui/read-only/difference", application, test_difference);
  return g_test_run ();
}
