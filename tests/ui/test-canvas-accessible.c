/* test-canvas-accessible.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-canvas-drag.h"
#include "sc-edit-step.h"

/* The label of a step, and behind it what validation says. */
static void
assert_label (CanvasTest *self, const char *label, const char *expected)
{
  g_autofree char *id = canvas_test_make_id (label);
  g_autoptr (GString) text = g_string_new (expected);
  g_autofree char *found = NULL;

  sc_list_foreach (sc_editor_get_problems (self->ui.editor), const ScProblem *, problem)
    {
      if (g_strcmp0 (problem->step, id) == 0)
        {
          g_string_append_printf (text, ", problem: %s", problem->message);
          break;
        }
    }
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (canvas_test_find (self, label)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, text->str);
  g_assert_cmpstr (found, ==, NULL);
}

static void
test_accessible (CanvasTest *self, gconstpointer data)
{
  assert_label (self, "3b", "Step 2 of 3: 3b, no column");
  g_assert_cmpint (
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (canvas_test_find (self, "3b"))), ==,
      GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  canvas_test_activate (self, "3b", "step.toggle-required");
  canvas_test_activate (self, "3a", "step.delete");
  assert_label (self, "3b", "Step 1 of 2: 3b, no column, required");
  canvas_test_activate (self, "3b", "step.select");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (canvas_test_find (self, "3b")),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static void
assert_announced (CanvasTest *self, const char *label, const char *expected)
{
  GtkWidget *part = label != NULL ? canvas_test_find (self, label) : GTK_WIDGET (self->canvas);
  g_autofree char *found = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);

  g_assert_cmpstr (found, ==, NULL);
}

/* Where something went, what was undone and which problem is new, is said of what has the focus. */
static void
test_announced (CanvasTest *self, gconstpointer data)
{
  canvas_test_activate (self, "3a", "step.select");
  canvas_test_activate (self, "3a", "step.move-down");
  assert_announced (self, "3a", "Step 3a moved to position 2 of 3");
  canvas_test_activate (self, "3a", "step.move-left");
  assert_announced (self, "3a", "Step 3a moved to Two, position 2 of 2");
  sc_editor_undo (self->ui.editor);
  assert_announced (self, "3a", "Undone: Move step “3a”");
  sc_editor_redo (self->ui.editor);
  assert_announced (self, "3a", "Done again: Move step “3a”");
  g_assert_true (canvas_test_get_focus (self) == canvas_test_find (self, "3a"));

  canvas_test_activate (self, "3a", "step.toggle-required");
  assert_announced (self, "3a", "Step 3a is required");
  canvas_test_activate (self, "3a", "step.toggle-required");
  assert_announced (self, "3a", "Step 3a is optional");

  canvas_test_activate (self, "One", "stage.select");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (canvas_test_find (self, "3a")),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  canvas_test_activate (self, "One", "stage.move-right");
  assert_announced (self, "One", "Stage One moved to position 2 of 3");

  /* What a drag did. */
  canvas_test_activate (self, "1a", "step.select");
  canvas_test_begin_drag (self, "1a");
  sc_drag_move (self->canvas, canvas_test_get_point (self, "3b").x,
                canvas_test_get_point (self, "3b").y + 4);
  sc_drag_drop (self->canvas);
  assert_announced (self, "1a", "Step 1a moved to Three, position 2 of 3");
}

/* Nothing is said of a document that has gone. */
static void
test_closed (CanvasTest *self, gconstpointer data)
{
  canvas_test_activate (self, "3a", "step.move-down");
  sc_editor_undo (self->ui.editor);
  sc_editor_set_document (self->ui.editor, NULL);
  g_assert_null (self->canvas->news);
  canvas_test_open (self, canvas_test_make_solution ());
  g_assert_null (self->canvas->news);
}

/* Of what is selected; not of others. */
static void
test_announced_problem (CanvasTest *self, gconstpointer data)
{
  static const char *const columns[] = { "budget", "budget" };
  static const char *const steps[] = { "3a", "3b" };
  g_autofree char *message = NULL;

  canvas_test_activate (self, "3b", "step.select");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *id = canvas_test_make_id (steps[i]);
      GError *error = NULL;
      ScSolution *after = sc_edit_step_set_column (sc_editor_get_solution (self->ui.editor),
                                                   CANVAS_TEST_FLOW, id, columns[i], &error);

      g_assert_no_error (error);
      g_assert_null (self->canvas->news);
      sc_editor_commit (self->ui.editor, after, NULL, "Set column", NULL);
    }
  g_assert_nonnull (self->canvas->news);
  g_assert_true (g_str_has_prefix (self->canvas->news, "New problem: "));
  message = g_strdup (self->canvas->news);
  assert_announced (self, "3b", message);
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/accessible", test_accessible },
    { "/canvas/announced", test_announced },
    { "/canvas/announced-problem", test_announced_problem },
    { "/canvas/closed", test_closed },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
