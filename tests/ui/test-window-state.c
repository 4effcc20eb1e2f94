/* test-window-state.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include <glib/gstdio.h>

#include "sc-application.h"
#include "sc-problems-pane.h"
#include "sc-window-state.h"
#include "sc-window.h"

/* The display of the test has a state folder of its own. */
static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "stagecraft", "window.ini", NULL);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 4;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static ScWindow *
open_window (GtkApplication *application)
{
  ScWindow *window = sc_window_new (application);
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static void
close_window (ScWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static gboolean
shows (ScWindow *window, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  return g_variant_get_boolean (state);
}

static void
toggle (ScWindow *window, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  settle ();
}

static GtkWidget *
find_problems (ScWindow *window)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  GtkWidget *pane;

  /* Which it has once it is shown. */
  while ((pane = ui_find (GTK_WIDGET (window), SC_TYPE_PROBLEMS_PANE, NULL)) == NULL
         && g_get_monotonic_time () < end)
    settle ();
  return pane;
}

static gboolean
is_grouped (ScWindow *window)
{
  gboolean grouped;

  g_object_get (find_problems (window), "grouped", &grouped, NULL);
  return grouped;
}

static void
test_remembers (gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION ((gpointer) data);
  ScWindow *window = open_window (application);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1280);
  g_assert_true (shows (window, "show-navigator"));
  g_assert_true (shows (window, "show-problems"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 640);
  settle ();
  g_assert_true (is_grouped (window));
  gtk_widget_activate_action (find_problems (window), "problems.grouped", NULL);
  toggle (window, "show-navigator");
  toggle (window, "show-problems");
  close_window (window);

  window = open_window (application);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  g_assert_cmpint (height, ==, 640);
  g_assert_false (shows (window, "show-navigator"));
  g_assert_true (shows (window, "show-inspector"));
  g_assert_false (shows (window, "show-problems"));
  toggle (window, "show-navigator");
  close_window (window);

  window = open_window (application);
  g_assert_true (shows (window, "show-navigator"));
  toggle (window, "show-problems");
  g_assert_false (is_grouped (window));
  gtk_widget_activate_action (find_problems (window), "problems.grouped", NULL);
  close_window (window);
  window = open_window (application);
  g_assert_true (is_grouped (window));
  close_window (window);
}

static gboolean
keeps_previous (GtkApplication *application)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (application), "keep-previous");

  return g_variant_get_boolean (state);
}

/* A switch for all windows, which the next start finds as it was. */
static void
test_keeps_previous (gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION ((gpointer) data);
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-state.XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.stagecraft", NULL);
  g_autofree char *kept = g_strconcat (path, "~", NULL);
  ScWindow *window = open_window (application);

  g_assert_false (keeps_previous (application));
  g_assert_true (sc_window_save_as (window, path));
  g_assert_true (sc_window_save_as (window, path));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_action_group_activate_action (G_ACTION_GROUP (application), "keep-previous", NULL);
  g_assert_true (keeps_previous (application));
  g_assert_true (sc_window_state_get_keeps_previous ());
  g_assert_true (sc_window_save_as (window, path));
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  g_action_group_activate_action (G_ACTION_GROUP (application), "keep-previous", NULL);
  g_assert_false (sc_window_state_get_keeps_previous ());
  close_window (window);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_unlink (kept), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A file that somebody damaged, and a folder where the file should be. */
static void
test_damaged (gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION ((gpointer) data);
  static const char *const texts[] = {
    "",
    "\xff\xfe no key file",
    "[window]\nwidth=-5\nheight=99999999\nmaximized=perhaps\n[panes]\nproblems-share=nan\n",
    "[panes]\nproblems-share=12\nnavigator=\n",
  };
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ScWindow *window;
      int width, height;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      window = open_window (application);
      gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
      g_assert_cmpint (width, ==, 1280);
      close_window (window);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  close_window (open_window (application));
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ScApplication) application = NULL;

  if (!ui_test_init (&argc, &argv))
    return 0;
  application = sc_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_data_func ("/ui/window-state/remembers", application, test_remembers);
  g_test_add_data_func ("/ui/window-state/keeps-previous", application, test_keeps_previous);
  g_test_add_data_func ("/ui/window-state/damaged", application, test_damaged);
  return g_test_run ();
}
