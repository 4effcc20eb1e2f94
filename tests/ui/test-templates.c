/* test-templates.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include <glib/gstdio.h>

#include "sc-template.h"
#include "sc-templates-pane.h"

/* The templates beside the canvas. */

#define HINT "None yet. Select stages of a flow and save them below, to have them in any flow."

static GtkListBox *
get_list (UiFixture *self)
{
  return GTK_LIST_BOX (ui_find (self->view, GTK_TYPE_LIST_BOX, NULL));
}

static GtkListBoxRow *
get_row (UiFixture *self, const char *title)
{
  GtkWidget *label = ui_find (GTK_WIDGET (get_list (self)), GTK_TYPE_LABEL, title);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? GTK_LIST_BOX_ROW (row) : NULL;
}

/* What the folder monitor says comes when it comes. */
static void
await_row (UiFixture *self, const char *title, gboolean there)
{
  while ((get_row (self, title) != NULL) != there)
    g_main_context_iteration (NULL, TRUE);
  ui_settle (self);
}

static void
save_template (const char *name)
{
  g_autofree char *folder = sc_template_get_folder ();
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScSolution) made = sc_template_make (solution, UI_FLOW, NULL, name, NULL);
  g_autoptr (GError) error = NULL;

  sc_template_save (made, folder, &error);
  g_assert_no_error (error);
}

static void
delete_template (const char *name)
{
  g_autofree char *folder = sc_template_get_folder ();
  g_autofree char *file = g_strconcat (name, ".stagecraft", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
can_insert (UiFixture *self)
{
  return gtk_widget_get_sensitive (ui_find (self->view, GTK_TYPE_BUTTON, "_Insert"));
}

/* Without any of one's own, how to get one; those that are saved come first, wherever that was. */
static void
test_list (void)
{
  UiFixture self;
  GtkListBoxRow *four;

  ui_open (&self, sc_templates_pane_new);
  g_assert_nonnull (ui_find (self.view, GTK_TYPE_LABEL, HINT));
  g_assert_null (get_row (&self, "Empty"));
  four = get_row (&self, "Four Stages");
  g_assert_cmpint (gtk_list_box_row_get_index (four), ==, 0);
  gtk_list_box_select_row (get_list (&self), four);
  g_assert_true (can_insert (&self));

  save_template ("Ours");
  await_row (&self, "Ours", TRUE);
  g_assert_null (ui_find (self.view, GTK_TYPE_LABEL, HINT));
  g_assert_cmpint (gtk_list_box_row_get_index (get_row (&self, "Ours")), ==, 0);
  g_assert_true (gtk_list_box_get_selected_row (get_list (&self))
                 == get_row (&self, "Four Stages"));

  delete_template ("Ours");
  await_row (&self, "Ours", FALSE);
  g_assert_nonnull (ui_find (self.view, GTK_TYPE_LABEL, HINT));
  ui_close (&self);
}

/* Behind the stage that is selected, as one edit that is called after the template. */
static void
test_insert (void)
{
  UiFixture self;
  const ScFlow *flow;

  save_template ("Ours");
  ui_open (&self, sc_templates_pane_new);
  sc_editor_select_stage (self.editor, UI_DEVELOP);
  gtk_widget_activate (GTK_WIDGET (get_row (&self, "Ours")));
  ui_settle (&self);
  flow = ui_get_flow (&self);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 4);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Insert “Ours”");
  g_assert_cmpstr (ui_get_stage (&self, UI_DEVELOP)->next, ==,
                   ((const ScStage *) sc_list_get (flow->stages, 2))->id);

  gtk_list_box_select_row (get_list (&self), get_row (&self, "Four Stages"));
  gtk_widget_activate_action (self.view, "templates.insert", NULL);
  ui_settle (&self);
  flow = ui_get_flow (&self);
  g_assert_cmpuint (sc_list_length (flow->stages), ==, 8);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Insert “Four Stages”");
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (stage_i >= 2)
        g_assert_cmpstr (stage->table, ==, stage_i == 2 ? "lead" : "opportunity");
    }
  ui_close (&self);
  delete_template ("Ours");
}

static void
count_cb (ScEditor *editor, const char *text, guint *n)
{
  (*n)++;
}

static void
lock (UiFixture *self)
{
  g_autoptr (ScSolution) solution = sc_solution_copy (sc_editor_get_solution (self->editor));
  g_autoptr (ScDocument) document = NULL;

  solution->managed = TRUE;
  document = sc_document_new_from (solution);
  sc_editor_set_document (self->editor, document);
  sc_editor_open_flow (self->editor, UI_FLOW);
  ui_settle (self);
}

/* A flow that must not change takes nothing; a file that went meanwhile is told. */
static void
test_refused (void)
{
  UiFixture self;
  guint n_edits, n_told = 0;

  save_template ("Ours");
  ui_open (&self, sc_templates_pane_new);
  g_signal_connect (self.editor, "failed", G_CALLBACK (count_cb), &n_told);
  n_edits = ui_count_edits (&self);
  delete_template ("Ours");
  gtk_widget_activate (GTK_WIDGET (get_row (&self, "Ours")));
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (ui_count_edits (&self), ==, n_edits);
  await_row (&self, "Ours", FALSE);

  g_assert_true (can_insert (&self));
  lock (&self);
  g_assert_false (can_insert (&self));
  n_edits = ui_count_edits (&self);
  gtk_widget_activate (GTK_WIDGET (get_row (&self, "Approval")));
  ui_settle (&self);
  g_assert_cmpuint (ui_count_edits (&self), ==, n_edits);
  ui_close (&self);
}

int
main (int argc, char **argv)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/templates/list", test_list);
  g_test_add_func ("/templates/insert", test_insert);
  g_test_add_func ("/templates/refused", test_refused);
  return g_test_run ();
}
