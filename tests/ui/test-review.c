/* test-review.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialog that shows what others did to a file, and asks what is to be kept. */

#include "ui-fixture.h"

#include "sc-banner.h"
#include "sc-edit-flow.h"
#include "sc-edit-stage.h"
#include "sc-review-dialog.h"
#include "sc-review-row.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_WAIT_US (20 * G_USEC_PER_SEC)

typedef struct
{
  UiFixture ui; /* with the banner for its view */
  char *folder;
  char *path;
} Fixture;

/* What the dialog said when it was closed. */
static ScReviewOutcome told;
static guint n_told;
static guint n_conflicts_told;

static void
done_cb (GtkWindow *parent, ScReviewOutcome outcome, guint n_conflicts)
{
  told = outcome;
  n_conflicts_told = n_conflicts;
  n_told++;
}

static ScDocument *
get_document (Fixture *self)
{
  return sc_editor_get_document (self->ui.editor);
}

static void
set_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  ui_open (&self->ui, sc_banner_new);
  self->folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "sales.stagecraft", NULL);
  sc_document_save_as (get_document (self), self->path, &error);
  g_assert_no_error (error);
  n_told = 0;
}

static void
tear_down (Fixture *self)
{
  g_autoptr (ScDocument) document = g_object_ref (get_document (self));

  ui_close (&self->ui);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static ScSolution *
rename_stage (const ScSolution *solution, const char *stage, const char *name)
{
  return sc_edit_stage_set_label (solution, UI_FLOW, stage, solution->language, name, NULL);
}

static void
rename_mine (Fixture *self, const char *stage, const char *name)
{
  g_autoptr (ScSolution) after
      = rename_stage (sc_document_get_solution (get_document (self)), stage, name);

  sc_document_commit (get_document (self), after, "Rename", NULL);
}

static void
save_theirs (Fixture *self, const ScSolution *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (self->path, &error);
  g_autoptr (ScStorage) saved = NULL;

  g_assert_no_error (error);
  saved = sc_storage_save (storage, theirs, FALSE, &error);
  g_assert_no_error (error);
}

static void
rename_theirs (Fixture *self, const char *stage, const char *name)
{
  g_autoptr (ScStorage) storage = sc_storage_open (self->path, NULL);
  g_autoptr (ScSolution) theirs = rename_stage (sc_storage_get_solution (storage), stage, name);

  save_theirs (self, theirs);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer looked)
{
  *(gboolean *) looked = TRUE;
}

static void
look (Fixture *self)
{
  gboolean looked = FALSE;

  sc_document_look_async (get_document (self), NULL, looked_cb, &looked);
  while (!looked)
    g_main_context_iteration (NULL, TRUE);
  ui_settle (&self->ui);
}

static GtkWidget *
present (Fixture *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  sc_review_dialog_present (GTK_WINDOW (self->ui.window), self->ui.editor, done_cb);
  ui_settle (&self->ui);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (SC_IS_REVIEW_DIALOG (toplevel))
        return toplevel;
    }
  g_assert_not_reached ();
}

/* The first visible label that has text in it; NULL when there is none. */
static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;
      if (GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), text) != NULL)
        found = child;
      else
        found = find_label (child, text);
    }
  return found;
}

static gboolean
says (GtkWidget *root, const char *text)
{
  return find_label (root, text) != NULL;
}

static GtkWidget *
find_button (GtkWidget *dialog, const char *name)
{
  GtkWidget *label = find_label (dialog, name);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
press (GtkWidget *dialog, const char *name)
{
  GtkWidget *button = find_button (dialog, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
await_told (ScReviewOutcome outcome)
{
  const gint64 end = g_get_monotonic_time () + MAX_WAIT_US;

  while (n_told == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (told, ==, outcome);
}

static void
test_unmodified (void)
{
  Fixture self;
  GtkWidget *dialog;

  set_up (&self);
  g_assert_false (gtk_widget_get_visible (self.ui.view));
  rename_theirs (&self, UI_QUALIFY, "<b>Check</b> & more");
  look (&self);
  g_assert_true (gtk_widget_get_visible (self.ui.view));
  g_assert_true (says (self.ui.view, "“sales.stagecraft” was changed by another program: 1 stage "
                                     "changed."));
  dialog = present (&self);
  g_assert_true (says (dialog, "Stage “<b>Check</b> & more” changed"));
  g_assert_cmpuint (ui_count (dialog, SC_TYPE_REVIEW_ROW), ==, 1);
  g_assert_null (find_button (dialog, "Merge"));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog))
                 == find_button (dialog, "Take Theirs"));
  press (dialog, "Take Theirs");
  await_told (SC_REVIEW_TAKEN);
  g_assert_cmpstr (sc_stage_get_label (ui_get_stage (&self.ui, UI_QUALIFY), 1033), ==,
                   "<b>Check</b> & more");
  g_assert_false (sc_document_is_modified (get_document (&self)));
  ui_settle (&self.ui);
  g_assert_false (gtk_widget_get_visible (self.ui.view));
  tear_down (&self);
}

static void
test_conflict (void)
{
  Fixture self;
  GtkWidget *dialog;

  set_up (&self);
  rename_mine (&self, UI_QUALIFY, "Mine");
  rename_mine (&self, UI_DEVELOP, "Also mine");
  rename_theirs (&self, UI_QUALIFY, "Theirs");
  look (&self);
  dialog = present (&self);
  g_assert_true (says (dialog, "You changed this too. Yours → theirs: Name: “Mine” → “Theirs”"));
  g_assert_true (says (dialog, "There is 1 conflict, in which yours counts."));
  g_assert_cmpuint (ui_count (dialog, SC_TYPE_REVIEW_ROW), ==, 3);
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog))
                 == find_button (dialog, "Merge"));
  press (dialog, "Merge");
  await_told (SC_REVIEW_MERGED);
  g_assert_cmpuint (n_conflicts_told, ==, 1);
  g_assert_cmpstr (sc_stage_get_label (ui_get_stage (&self.ui, UI_QUALIFY), 1033), ==, "Mine");
  tear_down (&self);
}

static void
test_keep (void)
{
  Fixture self;

  set_up (&self);
  rename_theirs (&self, UI_QUALIFY, "Theirs");
  look (&self);
  press (present (&self), "Keep Mine");
  await_told (SC_REVIEW_KEPT);
  g_assert_true (sc_document_is_modified (get_document (&self)));
  tear_down (&self);
}

/* What is pressed is about what is seen. */
static void
test_again (void)
{
  Fixture self;
  GtkWidget *dialog, *button;
  const gint64 end = g_get_monotonic_time () + MAX_WAIT_US;

  set_up (&self);
  rename_theirs (&self, UI_QUALIFY, "Theirs");
  look (&self);
  dialog = present (&self);
  button = find_button (dialog, "Take Theirs");
  rename_theirs (&self, UI_DEVELOP, "Unseen");
  press (dialog, "Take Theirs");
  while (!says (dialog, "changed again just now"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle (&self.ui);
  g_assert_cmpuint (n_told, ==, 0);
  g_assert_true (says (dialog, "Unseen"));
  g_assert_cmpstr (sc_stage_get_label (ui_get_stage (&self.ui, UI_QUALIFY), 1033), !=, "Theirs");
  while (!gtk_widget_get_sensitive (button))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  press (dialog, "Take Theirs");
  await_told (SC_REVIEW_TAKEN);
  g_assert_cmpstr (sc_stage_get_label (ui_get_stage (&self.ui, UI_DEVELOP), 1033), ==, "Unseen");
  tear_down (&self);
}

/* The file is again as it was: there is nothing to decide. Closing decides nothing. */
static void
test_settled (void)
{
  Fixture self;

  set_up (&self);
  rename_theirs (&self, UI_QUALIFY, "Theirs");
  look (&self);
  present (&self);
  save_theirs (&self, sc_document_get_saved (get_document (&self)));
  look (&self);
  await_told (SC_REVIEW_SETTLED);

  n_told = 0;
  rename_theirs (&self, UI_QUALIFY, "Theirs");
  look (&self);
  gtk_window_close (GTK_WINDOW (present (&self)));
  await_told (SC_REVIEW_LATER);
  g_assert_nonnull (sc_document_get_disk (get_document (&self)));
  tear_down (&self);
}

/* More than anybody reads. */
static void
test_many (void)
{
  Fixture self;
  GtkWidget *dialog;
  g_autoptr (ScSolution) theirs = NULL;

  set_up (&self);
  theirs = sc_solution_ref (sc_document_get_solution (get_document (&self)));
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("Flow %u", i);
      ScSolution *more = sc_edit_flow_add (theirs, NULL, name, "lead", NULL);

      sc_solution_unref (theirs);
      theirs = more;
    }
  save_theirs (&self, theirs);
  look (&self);
  dialog = present (&self);
  g_assert_cmpuint (ui_count (dialog, SC_TYPE_REVIEW_ROW), ==, 200);
  g_assert_true (says (dialog, "more"));
  gtk_window_close (GTK_WINDOW (dialog));
  await_told (SC_REVIEW_LATER);
  tear_down (&self);
}

/* What is gone is more urgent than who can run a flow. */
static void
test_gone (void)
{
  Fixture self;

  set_up (&self);
  g_assert_cmpint (g_unlink (self.path), ==, 0);
  look (&self);
  g_assert_true (says (self.ui.view, "“sales.stagecraft” was deleted or moved."));
  g_assert_true (g_file_set_contents (self.path, "<", 1, NULL));
  look (&self);
  g_assert_true (says (self.ui.view, "What you see here stays as it is."));
  tear_down (&self);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/review/unmodified", test_unmodified);
  g_test_add_func ("/review/conflict", test_conflict);
  g_test_add_func ("/review/keep", test_keep);
  g_test_add_func ("/review/again", test_again);
  g_test_add_func ("/review/settled", test_settled);
  g_test_add_func ("/review/many", test_many);
  g_test_add_func ("/review/gone", test_gone);
  return g_test_run ();
}
