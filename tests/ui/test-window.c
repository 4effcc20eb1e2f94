/* test-window.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "sc-application.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-id.h"
#include "sc-recent.h"
#include "sc-window.h"

#define PATIENCE_SECONDS 10

typedef struct
{
  GtkApplication *application;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer application)
{
  g_autoptr (GError) error = NULL;

  /* One program, one application: it is on the session bus under its name. */
  fixture->application = GTK_APPLICATION ((gpointer) application);
  fixture->folder = g_dir_make_tmp ("stagecraft-window.XXXXXX", &error);
  g_assert_no_error (error);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  GList *windows;
  const char *name;

  while ((windows = gtk_application_get_windows (fixture->application)) != NULL)
    gtk_window_destroy (windows->data);
  settle ();

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* Runs the main loop until condition; fails the test when that takes too long. */
#define wait_until(condition)                                                     \
  G_STMT_START                                                                    \
  {                                                                               \
    gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND; \
    while (!(condition) && g_get_monotonic_time () < end)                         \
      {                                                                           \
        if (!g_main_context_iteration (NULL, FALSE))                              \
          g_usleep (1000);                                                        \
      }                                                                           \
    g_assert_true (condition);                                                    \
  }                                                                               \
  G_STMT_END

/* A window with a new solution that has one flow. */
static ScWindow *
new_window_with_flow (Fixture *fixture)
{
  ScWindow *window = sc_window_new (fixture->application);
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) solution = sc_edit_flow_add (empty, NULL, "Onboarding", "account", NULL);
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return window;
}

static void
add_role (ScWindow *window, const char *name)
{
  ScEditor *editor = sc_window_get_editor (window);
  ScSolution *after = sc_edit_role_add (sc_editor_get_solution (editor), NULL, name, NULL);

  g_assert_true (sc_editor_commit (editor, after, NULL, "Add Role", NULL));
}

static gboolean
is_enabled (ScWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

static gboolean
is_modified (ScWindow *window)
{
  return sc_document_is_modified (sc_editor_get_document (sc_window_get_editor (window)));
}

/* The dialog in front of window; NULL when there is none. */
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

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
test_starts_empty (Fixture *fixture, gconstpointer data)
{
  static const char *const off[]
      = { "save", "save-as", "undo", "redo", "new-flow", "new-role", "show-notes" };
  ScWindow *window;

  g_application_activate (G_APPLICATION (fixture->application));
  window = SC_WINDOW (gtk_application_get_active_window (fixture->application));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));

  g_assert_true (sc_window_is_vacant (window));
  g_assert_null (sc_window_get_path (window));
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    g_assert_false (is_enabled (window, off[i]));
  g_assert_true (is_enabled (window, "open"));
  g_assert_true (is_enabled (window, "new-solution"));
  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (window), "view"));
}

static void
test_opens_sample (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = sc_window_new (fixture->application);
  ScEditor *editor = sc_window_get_editor (window);

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-sample", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));

  g_assert_false (sc_window_is_vacant (window));
  g_assert_nonnull (sc_editor_get_flow (editor));
  /* A copy: saving asks for a place, and trying things out cannot harm the sample. */
  g_assert_null (sc_document_get_storage (sc_editor_get_document (editor)));
  g_assert_false (is_modified (window));
  g_assert_true (is_enabled (window, "save"));
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  GActionGroup *actions = G_ACTION_GROUP (window);
  ScEditor *editor = sc_window_get_editor (window);

  g_assert_false (is_enabled (window, "undo"));
  g_assert_false (is_enabled (window, "redo"));

  add_role (window, "Clerk");
  g_assert_true (is_modified (window));
  g_assert_true (is_enabled (window, "undo"));

  g_action_group_activate_action (actions, "undo", NULL);
  g_assert_cmpuint (sc_list_length (sc_editor_get_solution (editor)->roles), ==, 0);
  g_assert_false (is_modified (window));
  g_assert_false (is_enabled (window, "undo"));
  g_assert_true (is_enabled (window, "redo"));

  g_action_group_activate_action (actions, "redo", NULL);
  g_assert_cmpuint (sc_list_length (sc_editor_get_solution (editor)->roles), ==, 1);
  g_assert_false (is_enabled (window, "redo"));
}

static void
test_saves_and_opens (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "clerks.stagecraft", NULL);
  ScWindow *second;
  guint n;

  add_role (window, "Clerk");
  g_action_group_activate_action (G_ACTION_GROUP (window), "save-as-path",
                                  g_variant_new_string (path));
  g_assert_false (is_modified (window));
  g_assert_cmpstr (sc_window_get_path (window), ==, path);
  g_assert_false (is_enabled (window, "save"));

  add_role (window, "Manager");
  g_assert_true (is_enabled (window, "save"));
  g_assert_true (sc_window_save (window));
  g_assert_false (is_modified (window));

  /* Open already: the window that has it is the answer. */
  sc_window_open_path (window, path);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (fixture->application)), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  second = sc_window_new (fixture->application);
  sc_window_open_path (second, path);
  g_assert_false (sc_window_is_vacant (second));
  wait_until (sc_editor_get_document (sc_window_get_editor (second)) != NULL);
  n = sc_list_length (sc_editor_get_solution (sc_window_get_editor (second))->roles);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_opens_beside (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "one.stagecraft", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "two.stagecraft", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (sc_window_save_as (window, path));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, length, NULL));

  sc_window_open_path (window, copy);
  wait_until (g_list_length (gtk_application_get_windows (fixture->application)) == 2);
  g_assert_cmpstr (sc_window_get_path (window), ==, path);
  wait_until (gtk_application_get_active_window (fixture->application) != GTK_WINDOW (window));
}

/* Saves under a name that is not UTF-8, opens it from the list of recent files and shows it. */
static void
test_any_name (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "na\xe2.stagecraft", NULL);
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GVariant) target = NULL;
  ScWindow *second;

  g_assert_true (sc_window_save_as (window, path));
  g_assert_cmpstr (sc_window_get_path (window), ==, path);
  settle ();
  menu = sc_recent_new_menu (1);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  target = g_menu_model_get_item_attribute_value (menu, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_assert_cmpstr (g_variant_get_bytestring (target), ==, path);

  gtk_window_destroy (GTK_WINDOW (window));
  second = sc_window_new (fixture->application);
  g_action_group_activate_action (G_ACTION_GROUP (second), "open-path", target);
  wait_until (!sc_window_is_vacant (second));
  g_assert_cmpstr (sc_window_get_path (second), ==, path);
}

static void
test_says_why_not_opened (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *content;
  } cases[] = {
    { "missing.stagecraft", NULL },
    { "broken.stagecraft", "<solution" },
    { "other.xaml", "<Activity/>" },
    { "notes.txt", "hello" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScWindow *window = sc_window_new (fixture->application);
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      if (cases[i].content != NULL)
        g_assert_true (g_file_set_contents (path, cases[i].content, -1, NULL));
      sc_window_open_path (window, path);
      wait_until (find_dialog (window) != NULL);
      g_assert_true (sc_window_is_vacant (window));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog (window)), cases[i].name));
      g_assert_cmpuint (strlen (adw_message_dialog_get_body (find_dialog (window))), >, 10);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_keeps_what_was_not_saved (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "x.stagecraft", NULL);

  add_role (window, "Clerk");
  g_assert_false (sc_window_save_as (window, path));
  g_assert_true (is_modified (window));
  g_assert_null (sc_window_get_path (window));
  g_assert_nonnull (find_dialog (window));
}

static void
test_closes_clean (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  /* Nothing was lost, so nothing is asked, and nothing of the window stays behind. */
  wait_until (window == NULL);
}

/* What a click on a button of a dialog does. */
static void
answer (AdwMessageDialog *dialog, const char *response)
{
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static void
respond (ScWindow *window, const char *response)
{
  gtk_window_close (GTK_WINDOW (window));
  wait_until (find_dialog (window) != NULL);
  /* A second try does not ask a second time. */
  gtk_window_close (GTK_WINDOW (window));
  answer (find_dialog (window), response);
}

static void
test_asks_before_closing (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "asked.stagecraft", NULL);
  g_autofree char *saved = NULL;

  g_assert_true (sc_window_save_as (window, path));
  add_role (window, "Clerk");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);

  respond (window, "cancel");
  settle ();
  g_assert_nonnull (window);
  g_assert_true (is_modified (window));

  respond (window, "save");
  wait_until (window == NULL);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "Clerk"));
}

static void
test_discards (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "discarded.stagecraft", NULL);
  g_autofree char *saved = NULL;

  g_assert_true (sc_window_save_as (window, path));
  add_role (window, "Clerk");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);

  respond (window, "discard");
  wait_until (window == NULL);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_null (strstr (saved, "Clerk"));
}

/* Every dialog comes up under fatal warnings, and makes the edit it is for. */
static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *name;
  } cases[] = {
    { "new-flow", "ScNewFlowDialog" },
    { "new-table", "ScTableDialog" },
    { "new-role", "ScNameDialog" },
    { "solution-details", "ScSolutionDialog" },
  };
  ScWindow *window = new_window_with_flow (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwMessageDialog *dialog;

      g_action_group_activate_action (G_ACTION_GROUP (window), cases[i].action, NULL);
      dialog = find_dialog (window);
      g_assert_cmpstr (G_OBJECT_TYPE_NAME (dialog), ==, cases[i].name);
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
      answer (dialog, "cancel");
      settle ();
    }
  g_assert_false (is_modified (window));
}

static void
test_adds_a_role (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  ScEditor *editor = sc_window_get_editor (window);
  AdwMessageDialog *dialog;
  GtkWidget *entry;
  const ScRole *role;

  g_action_group_activate_action (G_ACTION_GROUP (window), "new-role", NULL);
  dialog = find_dialog (window);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "accept"));
  entry = find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Clerk ");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "accept"));
  answer (dialog, "accept");

  role = sc_list_get (sc_editor_get_solution (editor)->roles, 0);
  g_assert_cmpstr (role->name, ==, "Clerk");
  g_assert_true (is_enabled (window, "undo"));
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  static const char *const panes[] = { "show-navigator", "show-inspector", "show-problems" };
  ScWindow *window = new_window_with_flow (fixture);
  GActionGroup *actions = G_ACTION_GROUP (window);

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_autoptr (GVariant) before = g_action_group_get_action_state (actions, panes[i]);
      g_autoptr (GVariant) after = NULL;

      g_assert_true (g_variant_get_boolean (before));
      g_action_group_activate_action (actions, panes[i], NULL);
      after = g_action_group_get_action_state (actions, panes[i]);
      g_assert_false (g_variant_get_boolean (after));
    }
  settle ();
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  ScWindow *window = new_window_with_flow (fixture);
  GActionGroup *actions = G_ACTION_GROUP (window);
  ScEditor *editor = sc_window_get_editor (window);
  const ScStage *stage = sc_list_get (sc_editor_get_flow (editor)->stages, 0);
  g_autoptr (GVariant) before = g_action_group_get_action_state (actions, "view");
  g_autoptr (GVariant) after = NULL;

  g_assert_cmpstr (g_variant_get_string (before, NULL), ==, "design");
  sc_editor_select_stage (editor, stage->id);
  g_action_group_activate_action (actions, "view", g_variant_new_string ("security"));
  after = g_action_group_get_action_state (actions, "view");
  g_assert_cmpstr (g_variant_get_string (after, NULL), ==, "security");
  /* The inspector is about the flow, as the matrix is. */
  g_assert_cmpint (sc_editor_get_selection (editor).kind, ==, SC_SELECTED_NOTHING);
  settle ();
}

int
main (int argc, char **argv)
{
  g_autoptr (ScApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  application = sc_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(name, function) g_test_add (name, Fixture, application, set_up, function, tear_down)
  ADD ("/window/starts-empty", test_starts_empty);
  ADD ("/window/opens-sample", test_opens_sample);
  ADD ("/window/follows-edits", test_follows_edits);
  ADD ("/window/saves-and-opens", test_saves_and_opens);
  ADD ("/window/opens-beside", test_opens_beside);
  ADD ("/window/any-name", test_any_name);
  ADD ("/window/says-why-not-opened", test_says_why_not_opened);
  ADD ("/window/keeps-what-was-not-saved", test_keeps_what_was_not_saved);
  ADD ("/window/closes-clean", test_closes_clean);
  ADD ("/window/asks-before-closing", test_asks_before_closing);
  ADD ("/window/discards", test_discards);
  ADD ("/window/dialogs", test_dialogs);
  ADD ("/window/adds-a-role", test_adds_a_role);
  ADD ("/window/panes", test_panes);
  ADD ("/window/views", test_views);
  return g_test_run ();
}
