/* test-export.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include "package-files.h"
#include "sc-application.h"
#include "sc-edit-step.h"
#include "sc-export-dialog.h"
#include "sc-navigator.h"

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
exported_cb (GtkWindow *parent, const char *path)
{
  g_object_set_data_full (G_OBJECT (parent), "exported", g_strdup (path), g_free);
}

static const char *
get_exported (UiFixture *self)
{
  return g_object_get_data (G_OBJECT (self->window), "exported");
}

/* Steps begin without a column, which blocks an export. */
static void
mend (UiFixture *self)
{
  const ScSolution *solution = sc_editor_get_solution (self->editor);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      sc_list_foreach (flow->stages, const ScStage *, stage)
        {
          sc_list_foreach (stage->steps, const ScStep *, step)
            {
              const char *column
                  = g_str_equal (stage->table, "lead") ? "decisionmaker" : "customerneed";
              ScSolution *after;

              if (step->column != NULL)
                continue;
              after = sc_list_length (stage->steps) > 1
                          ? sc_edit_step_delete (sc_editor_get_solution (self->editor), flow->id,
                                                 step->id, NULL)
                          : sc_edit_step_set_column (sc_editor_get_solution (self->editor),
                                                     flow->id, step->id, column, NULL);
              g_assert_true (sc_editor_commit (self->editor, after, NULL, "Mend", NULL));
            }
        }
    }
}

/* A solution, kept as a zip in a new folder or nowhere yet, and the dialog over it. */
static GtkWidget *
open_solution (UiFixture *self, char **folder, gboolean kept)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  *folder = files_make_folder ();
  path = g_build_filename (*folder, "kept.zip", NULL);
  ui_open (self, sc_navigator_new);
  mend (self);
  if (kept)
    sc_document_save_as (sc_editor_get_document (self->editor), path, &error);
  g_assert_no_error (error);
  sc_export_dialog_present (GTK_WINDOW (self->window), self->editor, exported_cb);
  ui_settle (self);
  return find_toplevel (SC_TYPE_EXPORT_DIALOG);
}

static void
close_solution (UiFixture *self, char *folder, char *target)
{
  GtkWidget *dialog = find_toplevel (SC_TYPE_EXPORT_DIALOG);

  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  ui_close (self);
  files_remove_folder (folder);
  files_remove_folder (target);
  g_free (folder);
  g_free (target);
}

static GtkWidget *
get_button (GtkWidget *dialog)
{
  return ui_find (dialog, GTK_TYPE_BUTTON, "_Export…");
}

static void
select_version (GtkWidget *dialog, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Version")),
                              position);
}

static void
test_zip (void)
{
  UiFixture self;
  char *folder;
  char *target = files_make_folder ();
  g_autofree char *path = g_build_filename (target, "sample.zip", NULL);
  g_autofree char *note = NULL;
  g_autoptr (ScPackage) package = NULL;
  GtkWidget *dialog = open_solution (&self, &folder, TRUE);

  g_assert_nonnull (ui_find (dialog, ADW_TYPE_ACTION_ROW, "No errors found"));
  g_assert_true (gtk_widget_is_sensitive (get_button (dialog)));
  g_assert_cmpint (
      gtk_widget_is_sensitive (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Format")), ==,
      sc_storage_can_copy_as (sc_document_get_storage (sc_editor_get_document (self.editor)),
                              SC_STORAGE_FOLDER));
  select_version (dialog, 1);
  g_assert_true (sc_export_dialog_run (SC_EXPORT_DIALOG (dialog), path));
  ui_settle (&self);
  g_assert_null (find_toplevel (SC_TYPE_EXPORT_DIALOG));
  g_assert_cmpstr (get_exported (&self), ==, path);

  package = sc_package_open (path, NULL);
  g_assert_nonnull (package);
  g_assert_cmpstr (sc_package_get_solution (package)->version, ==, "1.0.0.1");
  note = files_read (target, "sample-deployment.md");
  g_assert_nonnull (strstr (note, "1.0.0.1"));

  /* The solution itself is at that version now, in one step. */
  g_assert_cmpstr (sc_editor_get_solution (self.editor)->version, ==, "1.0.0.1");
  g_assert_true (sc_document_is_modified (sc_editor_get_document (self.editor)));
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Set Version 1.0.0.1");
  close_solution (&self, folder, target);
}

static void
test_folder (void)
{
  UiFixture self;
  char *folder;
  char *target = files_make_folder ();
  g_autofree char *path = g_build_filename (target, "unpacked", NULL);
  g_autofree char *note = g_build_filename (target, "unpacked-deployment.md", NULL);
  g_autoptr (ScPackage) package = NULL;
  GtkWidget *dialog = open_solution (&self, &folder, FALSE);
  guint n = ui_count_edits (&self);

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (dialog, ADW_TYPE_COMBO_ROW, "Format")), 1);
  gtk_switch_set_active (GTK_SWITCH (ui_find (dialog, GTK_TYPE_SWITCH, NULL)), FALSE);
  g_assert_true (sc_export_dialog_run (SC_EXPORT_DIALOG (dialog), path));
  package = sc_package_open (path, NULL);
  g_assert_nonnull (package);
  g_assert_cmpint (sc_package_get_kind (package), ==, SC_PACKAGE_FOLDER);
  g_assert_cmpstr (sc_package_get_solution (package)->version, ==, "1.0.0.0");
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (ui_count_edits (&self), ==, n);
  close_solution (&self, folder, target);
}

static void
test_version (void)
{
  UiFixture self;
  char *folder;
  char *target = files_make_folder ();
  GtkWidget *dialog = open_solution (&self, &folder, TRUE);
  GtkWidget *own;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_assert_null (ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Other Version"));
  select_version (dialog, 2);
  own = ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Other Version");
  g_assert_nonnull (own);
  gtk_editable_set_text (GTK_EDITABLE (own), "soon");
  g_assert_false (gtk_widget_is_sensitive (get_button (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (own), "2.0");
  g_assert_true (gtk_widget_is_sensitive (get_button (dialog)));

  /* The note is there to be read before anything is written. */
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (ui_find (dialog, ADW_TYPE_EXPANDER_ROW, "What it says")), TRUE);
  ui_settle (&self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "2.0"));
  close_solution (&self, folder, target);
}

/* The place of the open solution is for saving. */
static void
test_own_place (void)
{
  UiFixture self;
  char *folder;
  char *target = files_make_folder ();
  GtkWidget *dialog = open_solution (&self, &folder, TRUE);
  g_autoptr (GHashTable) snapshot = files_take_snapshot (folder);
  g_autofree char *path = g_build_filename (folder, ".", "kept.zip", NULL);

  g_assert_false (sc_export_dialog_run (SC_EXPORT_DIALOG (dialog), path));
  g_assert_nonnull (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  files_assert_changed (snapshot, folder, "");
  g_assert_null (get_exported (&self));
  close_solution (&self, folder, target);
}

static void
test_blocked (void)
{
  UiFixture self;
  GtkWidget *dialog;
  GtkWidget *row;
  g_autofree char *title = NULL;

  ui_open (&self, sc_navigator_new);
  sc_export_dialog_present (GTK_WINDOW (self.window), self.editor, exported_cb);
  ui_settle (&self);
  dialog = find_toplevel (SC_TYPE_EXPORT_DIALOG);
  g_assert_false (gtk_widget_is_sensitive (get_button (dialog)));
  g_assert_null (ui_find (dialog, ADW_TYPE_ACTION_ROW, "No errors found"));

  /* The first error that names a stage leads there. */
  sc_list_foreach (sc_editor_get_problems (self.editor), const ScProblem *, problem)
    {
      if (problem->severity == SC_SEVERITY_ERROR && problem->stage != NULL && title == NULL)
        title = g_strdup (problem->message);
    }
  g_assert_nonnull (title);
  row = ui_find (dialog, ADW_TYPE_ACTION_ROW, title);
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ui_settle (&self);
  g_assert_null (find_toplevel (SC_TYPE_EXPORT_DIALOG));
  g_assert_nonnull (sc_editor_get_selection (self.editor).stage);
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
  g_test_add_func ("/ui/export/zip", test_zip);
  g_test_add_func ("/ui/export/folder", test_folder);
  g_test_add_func ("/ui/export/version", test_version);
  g_test_add_func ("/ui/export/own-place", test_own_place);
  g_test_add_func ("/ui/export/blocked", test_blocked);
  return g_test_run ();
}
