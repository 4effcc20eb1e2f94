/* test-windows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "abandoned.h"
#include "sc-application.h"
#include "sc-edit-flow.h"
#include "sc-edit-stage.h"
#include "sc-flow-tab.h"
#include "sc-flow-tabs.h"
#include "sc-leftover-dialog.h"
#include "sc-leftover-row.h"
#include "sc-recovery.h"
#include "sc-window.h"
#include "ui-fixture.h"

/* Several windows on one document, and tabs that go from one to another. */

typedef struct
{
  GtkApplication *application;
  ScWindow *window; /* with ui_make_solution() */
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 60 * 1000;

  /* Also what comes with the next frames. */
  while (g_main_context_iteration (NULL, FALSE) || g_get_monotonic_time () < end)
    ;
}

static ScEditor *
editor_of (ScWindow *window)
{
  return sc_window_get_editor (window);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static ScFlowTabs *
tabs_of (ScWindow *window)
{
  return SC_FLOW_TABS (find_widget (GTK_WIDGET (window), SC_TYPE_FLOW_TABS));
}

static AdwTabView *
view_of (ScWindow *window)
{
  return sc_flow_tabs_get_tab_view (tabs_of (window));
}

static ScWindow *
open_window (GtkApplication *application, ScDocument *document)
{
  ScWindow *window = sc_window_new (application);

  sc_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static void
set_up (Fixture *self, gconstpointer application)
{
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  self->application = GTK_APPLICATION ((gpointer) application);
  self->window = open_window (self->application, document);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (self->application)) != NULL)
    gtk_window_destroy (windows->data);
  settle ();
}

static guint
count_windows (Fixture *self)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    n += SC_IS_WINDOW (l->data);
  return n;
}

static AdwMessageDialog *
find_dialog (ScWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel)
          && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return ADW_MESSAGE_DIALOG (toplevel);
    }
  return NULL;
}

/* What the menu of a flow does. */
static ScWindow *
open_beside (Fixture *self, const char *flow)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "open-flow-window",
                                  g_variant_new_string (flow));
  settle ();
  return SC_WINDOW (gtk_application_get_windows (self->application)->data);
}

static void
rename_flow (ScWindow *window, const char *text)
{
  ScSolution *after = sc_edit_flow_set_label (sc_editor_get_solution (editor_of (window)), UI_FLOW,
                                              SC_LANGUAGE_ENGLISH, text, NULL);

  g_assert_true (sc_editor_commit (editor_of (window), after, NULL, "Rename", NULL));
}

static gboolean
is_enabled (ScWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static void
test_one_document (Fixture *self, gconstpointer data)
{
  ScWindow *second = open_beside (self, UI_OTHER);

  g_assert_true (second != self->window);
  g_assert_true (sc_editor_get_document (editor_of (second))
                 == sc_editor_get_document (editor_of (self->window)));
  g_assert_cmpstr (sc_editor_get_flow (editor_of (second))->id, ==, UI_OTHER);
  g_assert_cmpstr (sc_editor_get_flow (editor_of (self->window))->id, ==, UI_FLOW);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (second)), ==, 1);

  rename_flow (second, "Sales");
  settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Sales – Stagecraft");
  g_assert_true (is_enabled (self->window, "undo"));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "undo", NULL);
  settle ();
  g_assert_false (is_enabled (second, "undo"));
  g_assert_true (is_enabled (second, "redo"));
  sc_editor_select_stage (editor_of (self->window), UI_QUALIFY);
  g_assert_cmpint (sc_editor_get_selection (editor_of (second)).kind, ==, SC_SELECTED_NOTHING);
}

static void
test_saved_in_both (Fixture *self, gconstpointer data)
{
  ScWindow *second = open_beside (self, UI_OTHER);
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-windows-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "both.stagecraft", NULL);

  rename_flow (self->window, "Sales");
  g_assert_true (sc_window_save_as (second, path));
  g_assert_cmpstr (sc_window_get_path (self->window), ==, path);
  g_assert_false (is_enabled (self->window, "save"));
  g_assert_false (is_enabled (second, "save"));

  /* Either of them shows it already. */
  sc_window_open_path (self->window, path);
  settle ();
  g_assert_cmpuint (count_windows (self), ==, 2);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Nothing is lost by closing one of two; closing the last one is asked about. */
static void
test_closing (Fixture *self, gconstpointer data)
{
  ScWindow *second = open_beside (self, UI_OTHER);

  rename_flow (self->window, "Sales");
  gtk_window_close (GTK_WINDOW (second));
  settle ();
  g_assert_cmpuint (count_windows (self), ==, 1);
  gtk_window_close (GTK_WINDOW (self->window));
  settle ();
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_assert_nonnull (find_dialog (self->window));
}

static void
test_quit_asks_once (Fixture *self, gconstpointer data)
{
  guint asked = 0;

  open_beside (self, UI_OTHER);
  rename_flow (self->window, "Sales");
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
  settle ();
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    asked += SC_IS_WINDOW (l->data) && find_dialog (l->data) != NULL;
  g_assert_cmpuint (asked, ==, 1);
}

/* Ctrl+W. */
static void
test_close_tab (Fixture *self, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "open-flow-tab",
                                  g_variant_new_string (UI_OTHER));
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (self->window)), ==, 2);
  g_assert_true (is_enabled (self->window, "next-tab"));
  g_assert_false (is_enabled (self->window, "reopen-tab"));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "close-tab", NULL);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (self->window)), ==, 1);
  g_assert_false (is_enabled (self->window, "next-tab"));
  g_assert_true (is_enabled (self->window, "reopen-tab"));
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "close-tab", NULL);
  settle ();
  g_assert_cmpuint (count_windows (self), ==, 0);
}

static const char *
flow_of (ScWindow *window, int position)
{
  AdwTabPage *page = adw_tab_view_get_nth_page (view_of (window), position);

  return sc_flow_tab_get_flow (SC_FLOW_TAB (adw_tab_page_get_child (page)));
}

static void
transfer (ScWindow *from, int position, ScWindow *to)
{
  adw_tab_view_transfer_page (view_of (from), adw_tab_view_get_nth_page (view_of (from), position),
                              view_of (to), adw_tab_view_get_n_pages (view_of (to)));
  settle ();
}

/* The tab goes over to the other window, where it takes the place of the one that is there. */
static void
test_move_tab (Fixture *self, gconstpointer data)
{
  ScWindow *second = open_beside (self, UI_FLOW);
  ScFlowTab *tab;

  sc_flow_tabs_open (tabs_of (self->window), UI_OTHER);
  settle ();
  transfer (self->window, 1, second);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (self->window)), ==, 1);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (second)), ==, 2);
  g_assert_cmpstr (sc_editor_get_flow (editor_of (self->window))->id, ==, UI_FLOW);
  g_assert_cmpstr (sc_editor_get_flow (editor_of (second))->id, ==, UI_OTHER);
  tab = SC_FLOW_TAB (adw_tab_page_get_child (adw_tab_view_get_selected_page (view_of (second))));
  g_assert_true (sc_flow_tab_get_editor (tab) == editor_of (second));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (sc_flow_tab_get_view (tab))));

  sc_flow_tabs_open (tabs_of (self->window), UI_OTHER);
  transfer (self->window, 1, second);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (second)), ==, 2);

  /* The last one: its window has one of the flow that is open all the same. */
  transfer (self->window, 0, second);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (self->window)), ==, 1);
  g_assert_cmpstr (flow_of (self->window, 0), ==, UI_FLOW);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (second)), ==, 2);
  g_assert_cmpstr (sc_editor_get_flow (editor_of (second))->id, ==, UI_FLOW);
}

/* From another document the flow is copied, in one step, and the tab goes back. */
static void
test_copy_flow (Fixture *self, gconstpointer data)
{
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScDocument) document = sc_document_new_from (solution);
  ScWindow *other = open_window (self->application, document);
  const ScFlow *copy;

  sc_flow_tabs_open (tabs_of (self->window), UI_OTHER);
  transfer (self->window, 0, other);
  g_assert_cmpstr (flow_of (self->window, 0), ==, UI_FLOW);
  g_assert_cmpstr (flow_of (self->window, 1), ==, UI_OTHER);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (self->window)), ==, 2);
  g_assert_false (is_enabled (self->window, "undo"));

  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (other)), ==, 2);
  copy = sc_editor_get_flow (editor_of (other));
  g_assert_cmpstr (copy->id, !=, UI_FLOW);
  g_assert_cmpstr (sc_flow_get_label (copy, SC_LANGUAGE_ENGLISH), ==, "Lead to Opportunity (copy)");
  g_assert_cmpuint (sc_list_length (copy->stages), ==, 2);
  g_action_group_activate_action (G_ACTION_GROUP (other), "undo", NULL);
  settle ();
  g_assert_true (sc_editor_get_solution (editor_of (other)) == solution);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (other)), ==, 1);
}

/* What the bar does with a tab that is dropped outside of all windows. */
static void
test_tear_off (Fixture *self, gconstpointer data)
{
  AdwTabView *view = NULL;
  ScWindow *torn;

  sc_flow_tabs_open (tabs_of (self->window), UI_OTHER);
  settle ();
  g_signal_emit_by_name (view_of (self->window), "create-window", &view);
  g_assert_nonnull (view);
  torn = SC_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
  adw_tab_view_transfer_page (view_of (self->window),
                              adw_tab_view_get_nth_page (view_of (self->window), 1), view, 0);
  settle ();
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (torn)), ==, 1);
  g_assert_cmpstr (sc_editor_get_flow (editor_of (torn))->id, ==, UI_OTHER);
  g_assert_cmpuint (sc_flow_tabs_get_n_tabs (tabs_of (self->window)), ==, 1);

  /* The drag was given up: the window has a tab nevertheless. */
  g_signal_emit_by_name (view_of (self->window), "create-window", &view);
  settle ();
  g_assert_cmpint (adw_tab_view_get_n_pages (view), ==, 1);
}

/* As a process that has ended does; free with g_ptr_array_unref(). */
static GPtrArray *
leave_behind (const char *folder, const ScSolution *now, const ScSolution *saved, const char *path)
{
  g_autofree char *kept = g_build_filename (folder, "kept", NULL);
  ScRecovery *recovery = sc_recovery_new (kept, NULL, NULL);

  sc_recovery_keep (recovery, now, saved, path);
  g_assert_true (sc_recovery_flush (recovery));
  abandoned_keep_copy (kept);
  sc_recovery_free (recovery);
  abandoned_bring_back (kept);
  return sc_leftover_list (kept);
}

static GtkWidget *
find_leftover_row (ScWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();
  GtkWidget *row = NULL;

  for (GList *l = toplevels; l != NULL && row == NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
        row = find_widget (l->data, SC_TYPE_LEFTOVER_ROW);
    }
  return row;
}

/* Work that was left behind of a file that is just being opened comes into the window of the file,
 * and what is read goes nowhere. */
static void
test_restore_while_opening (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-windows-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "opening.stagecraft", NULL);
  ScEditor *editor = editor_of (self->window);
  g_autoptr (ScSolution) saved = sc_solution_ref (sc_editor_get_solution (editor));
  g_autoptr (ScSolution) now
      = sc_edit_flow_set_label (saved, UI_FLOW, SC_LANGUAGE_ENGLISH, "Sales", NULL);
  g_autoptr (GPtrArray) leftovers = NULL;
  ScWindow *opening;

  g_assert_true (sc_window_save_as (self->window, path));
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  leftovers = leave_behind (folder, now, saved, path);

  opening = sc_window_new (self->application);
  sc_window_open_path (opening, path);
  sc_leftover_dialog_present (opening, leftovers);
  g_signal_emit_by_name (find_leftover_row (opening), "restore");
  settle ();
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_assert_cmpstr (sc_window_get_path (opening), ==, path);
  g_assert_true (sc_solution_equal (sc_editor_get_solution (editor_of (opening)), now));
  g_assert_true (sc_document_is_modified (sc_editor_get_document (editor_of (opening))));
  g_assert_true (is_enabled (opening, "save"));
  g_assert_false (is_enabled (opening, "cancel-opening"));
  g_clear_pointer (&leftovers, g_ptr_array_unref);
  abandoned_remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ScApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!ui_test_init (&argc, &argv))
    return 0;
  application = sc_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* It would end with the last window. */
  g_application_hold (G_APPLICATION (application));
#define ADD(name, function) \
  g_test_add ("/ui/windows/" name, Fixture, application, set_up, function, tear_down)
  ADD ("one-document", test_one_document);
  ADD ("saved-in-both", test_saved_in_both);
  ADD ("closing", test_closing);
  ADD ("quit-asks-once", test_quit_asks_once);
  ADD ("close-tab", test_close_tab);
  ADD ("move-tab", test_move_tab);
  ADD ("copy-flow", test_copy_flow);
  ADD ("tear-off", test_tear_off);
  ADD ("restore-while-opening", test_restore_while_opening);
  status = g_test_run ();
  g_application_release (G_APPLICATION (application));
  return status;
}
