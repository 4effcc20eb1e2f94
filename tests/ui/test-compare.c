/* test-compare.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-compare-private.h"
#include <glib/gstdio.h>

#include "sc-definition.h"
#include "sc-edit-persona.h"
#include "sc-edit-role.h"
#include "ui-fixture.h"

static GtkWidget *
create (ScEditor *editor)
{
  return gtk_label_new ("Flow");
}

static const ScSolution *
get_solution (UiFixture *f)
{
  return sc_editor_get_solution (f->editor);
}

static void
grant (UiFixture *f, const char *role, const char *privilege, ScLevel level)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_role_set_privilege (get_solution (f), role, privilege, level, &error);

  g_assert_no_error (error);
  sc_editor_commit (f->editor, after, NULL, "Test", NULL);
}

/* The manager has one privilege more, and another level; both have one. */
static ScCompareWindow *
open_two (UiFixture *f)
{
  ui_open (f, create);
  grant (f, UI_REP, "prvReadLead", SC_LEVEL_USER);
  grant (f, UI_MANAGER, "prvReadLead", SC_LEVEL_ORGANIZATION);
  grant (f, UI_MANAGER, "prvWriteLead", SC_LEVEL_USER);
  grant (f, UI_REP, "prvReadAccount", SC_LEVEL_USER);
  grant (f, UI_MANAGER, "prvReadAccount", SC_LEVEL_USER);
  return sc_compare_window_present (GTK_WINDOW (f->window), f->editor, NULL);
}

static void
close_two (UiFixture *f, ScCompareWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_close (f);
}

static const ScAccessDifference *
get_shown (ScCompareWindow *window, guint position)
{
  g_autoptr (ScList) shown = sc_compare_table_list_shown (window->table);

  return sc_list_get (shown, position);
}

static void
test_roles (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);

  g_assert_cmpstr (sc_picker_row_get_text (window->left), ==, "Sales Manager");
  g_assert_cmpstr (sc_picker_row_get_text (window->right), ==, "Sales Rep");
  g_assert_cmpuint (sc_compare_table_count (window->table), ==, 2);
  g_assert_cmpstr (get_shown (window, 0)->privilege, ==, "prvReadLead");
  g_assert_cmpint (get_shown (window, 0)->left, ==, SC_LEVEL_ORGANIZATION);
  g_assert_cmpint (get_shown (window, 0)->right, ==, SC_LEVEL_USER);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "2 differences");
  gtk_widget_activate_action (GTK_WIDGET (window), "compare.swap", NULL);
  g_assert_cmpint (get_shown (window, 0)->left, ==, SC_LEVEL_USER);

  /* Asked for again, it is the same one. */
  g_assert_true (sc_compare_window_present (GTK_WINDOW (f.window), f.editor, NULL) == window);
  close_two (&f, window);
}

/* It follows edits, also of what is compared going away. */
static void
test_follows (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);
  GError *error = NULL;
  ScSolution *after;

  grant (&f, UI_REP, "prvWriteLead", SC_LEVEL_USER);
  g_assert_cmpuint (sc_compare_table_count (window->table), ==, 1);
  after = sc_edit_role_delete (get_solution (&f), UI_REP, &error);
  sc_editor_commit (f.editor, after, error, "Test", NULL);
  g_assert_cmpstr (sc_picker_row_get_text (window->right), ==, "Choose…");
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, "Choose Two to Compare"));
  sc_editor_undo (f.editor);
  g_signal_emit_by_name (window->right, "picked", "role:" UI_REP);
  g_assert_cmpuint (sc_compare_table_count (window->table), ==, 1);
  close_two (&f, window);
}

static void
test_filter (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);
  GtkWidget *search = ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *kinds = ui_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), "WRITE lead");
  ui_settle (&f);
  g_assert_cmpuint (sc_compare_table_count_shown (window->table), ==, 1);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "1 of 2 differences");
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing");
  ui_settle (&f);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, "Nothing Found"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  ui_settle (&f);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 1);
  g_assert_cmpstr (get_shown (window, 0)->privilege, ==, "prvWriteLead");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 2);
  g_assert_cmpuint (sc_compare_table_count_shown (window->table), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 3);
  g_assert_cmpstr (get_shown (window, 0)->privilege, ==, "prvReadLead");
  close_two (&f, window);
}

/* A persona has all that its roles have. */
static void
test_personas (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);
  const char *roles[] = { UI_REP, UI_MANAGER, NULL };
  GError *error = NULL;
  ScSolution *after = sc_edit_persona_add (get_solution (&f), UI_BUDGET, "Both", roles, &error);

  sc_editor_commit (f.editor, after, error, "Test", NULL);
  g_signal_emit_by_name (window->right, "picked", "persona:" UI_BUDGET);
  g_assert_cmpuint (sc_compare_table_count (window->table), ==, 0);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, "No Difference"));
  close_two (&f, window);
}

static char *
make_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("stagecraft-compare-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_file (const char *folder, const char *path)
{
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The same role of another package: found by its id. */
static void
test_other_package (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "other.stagecraft", NULL);
  g_autoptr (ScSolution) other = sc_edit_role_set_privilege (
      get_solution (&f), UI_MANAGER, "prvDeleteLead", SC_LEVEL_PARENT, NULL);
  g_autoptr (GBytes) bytes = sc_definition_write (other);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  sc_compare_window_open_other (window, path);
  while (window->reading != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sc_picker_row_get_text (window->right), ==, "Sales Manager (other.stagecraft)");
  g_assert_cmpuint (sc_compare_table_count (window->table), ==, 1);
  g_assert_cmpstr (get_shown (window, 0)->privilege, ==, "prvDeleteLead");
  remove_file (folder, path);
  close_two (&f, window);
}

/* What cannot be read is told, and all is as it was. */
static void
test_unreadable (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);
  GtkWidget *message;

  sc_compare_window_open_other (window, "/nowhere/at-all.zip");
  while (window->reading != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (sc_picker_row_get_text (window->right), ==, "Sales Rep");
  message = NULL;
  {
    g_autoptr (GList) windows = gtk_window_list_toplevels ();

    for (GList *l = windows; l != NULL; l = l->next)
      if (ADW_IS_MESSAGE_DIALOG (l->data))
        message = l->data;
  }
  g_assert_nonnull (message);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (message)), ==,
                   "Nothing Was Opened");
  gtk_window_destroy (GTK_WINDOW (message));
  close_two (&f, window);
}

static void
test_export (void)
{
  static const struct
  {
    const char *name;
    const char *start;
  } cases[]
      = { { "a.csv", "Access,Privilege,Sales Manager," }, { "a.md", "| Access | Privilege |" } };
  UiFixture f;
  ScCompareWindow *window = open_two (&f);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (sc_compare_window_export (window, path, &error));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, cases[i].start));
      g_assert_nonnull (strstr (text, "Sales Manager"));
      g_assert_nonnull (strstr (text, "Organization"));
      remove_file (folder, path);
      g_assert_false (sc_compare_window_export (window, "/nowhere/at/all.csv", &error));
      g_assert_nonnull (error);
    }
  close_two (&f, window);
}

/* Thousands of differences: only what is seen has widgets. */
static void
test_large (void)
{
  UiFixture f;
  ScCompareWindow *window = open_two (&f);
  const ScRole *role = sc_solution_find_role (get_solution (&f), UI_MANAGER, NULL);
  GPtrArray *privileges = sc_list_collect ();
  g_autoptr (ScRole) large = sc_role_copy (role);
  ScSolution *after = sc_solution_copy (get_solution (&f));
  guint position;
  gint64 start;

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *name = g_strdup_printf ("prvReadtable%05u", i);
      ScPrivilege *privilege = sc_privilege_new ();

      sc_set_string (privilege, name, name);
      privilege->level = SC_LEVEL_ORGANIZATION;
      g_ptr_array_add (privileges, privilege);
    }
  sc_take_value (large, privileges, sc_list_new_take (privileges));
  sc_solution_find_role (after, UI_MANAGER, &position);
  sc_take_value (after, roles, sc_list_replace (after->roles, position, large));
  start = g_get_monotonic_time ();
  sc_editor_commit (f.editor, after, NULL, "Test", NULL);
  g_test_message ("comparing took %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (sc_compare_table_count (window->table), >, 6000);
  ui_settle (&f);
  g_assert_cmpuint (ui_count (GTK_WIDGET (window->table), GTK_TYPE_LABEL), <, 3000);
  close_two (&f, window);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/compare/roles", test_roles);
  g_test_add_func ("/compare/follows", test_follows);
  g_test_add_func ("/compare/filter", test_filter);
  g_test_add_func ("/compare/personas", test_personas);
  g_test_add_func ("/compare/other-package", test_other_package);
  g_test_add_func ("/compare/unreadable", test_unreadable);
  g_test_add_func ("/compare/export", test_export);
  g_test_add_func ("/compare/large", test_large);
  return g_test_run ();
}
