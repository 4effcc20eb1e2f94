/* test-canvas.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-edit-condition.h"
#include "sc-edit-solution.h"

static const struct
{
  const char *part, *action, *expected, *undo;
} actions[] = {
  { "1a", "step.delete", "One (1b) Two (2a) Three (3a 3b 3c)", "Delete step “1a”" },
  { "1a", "step.toggle-required", "One (1a* 1b) Two (2a) Three (3a 3b 3c)", "Make “1a” required" },
  { "3a", "step.move-down", "One (1a 1b) Two (2a) Three (3b 3a 3c)", "Move step “3a”" },
  { "3c", "step.move-up", "One (1a 1b) Two (2a) Three (3a 3c 3b)", "Move step “3c”" },
  { "1b", "step.move-right", "One (1a) Two (2a 1b) Three (3a 3b 3c)", "Move step “1b”" },
  { "3a", "step.move-left", "One (1a 1b) Two (3a 2a) Three (3b 3c)", "Move step “3a”" },
  { "1a", "step.add-after", "One (1a New step 1b) Two (2a) Three (3a 3b 3c)", "Add step" },
  { "Two", "stage.add-step", "One (1a 1b) Two (2a New step) Three (3a 3b 3c)", "Add step" },
  { "Two", "stage.delete", "One (1a 1b) Three (3a 3b 3c)", "Delete stage “Two”" },
  { "One", "stage.delete", "Two (2a) Three (3a 3b 3c)", "Delete stage “One”" },
  { "Two", "stage.move-left", "Two (2a) One (1a 1b) Three (3a 3b 3c)", "Move stage “Two”" },
  { "Two", "stage.move-right", "One (1a 1b) Three (3a 3b 3c) Two (2a)", "Move stage “Two”" },
  { "One", "stage.add-before", "New stage (New step) One (1a 1b) Two (2a) Three (3a 3b 3c)",
    "Add stage" },
  { "Three", "stage.add-after", "One (1a 1b) Two (2a) Three (3a 3b 3c) New stage (New step)",
    "Add stage" },
};

/* Every action is one edit, shown at once, and undone as one. */
static void
test_actions (CanvasTest *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      canvas_test_activate (self, actions[i].part, actions[i].action);
      canvas_test_assert_shows (self, actions[i].expected);
      g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, actions[i].undo);
      ui_settle (&self->ui);
      sc_editor_undo (self->ui.editor);
      canvas_test_assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");
      g_assert_null (ui_get_undo_name (&self->ui));
    }
}

/* At the ends there is nothing to do, and nothing is done. */
static void
test_refused (CanvasTest *self, gconstpointer data)
{
  static const struct
  {
    const char *part, *action;
  } cases[] = {
    { "1a", "step.move-up" },    { "1b", "step.move-down" },   { "1a", "step.move-left" },
    { "3a", "step.move-right" }, { "One", "stage.move-left" }, { "Three", "stage.move-right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      canvas_test_activate (self, cases[i].part, cases[i].action);
      canvas_test_assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");
      g_assert_null (ui_get_undo_name (&self->ui));
    }
}

/* What an edit did not touch is still the same widget. */
static void
test_identity (CanvasTest *self, gconstpointer data)
{
  GtkWidget *one = canvas_test_find (self, "One"), *a = canvas_test_find (self, "1a"),
            *b = canvas_test_find (self, "1b");
  GtkWidget *three = canvas_test_find (self, "Three"), *c = canvas_test_find (self, "3c");

  canvas_test_activate (self, "1b", "step.move-up");
  g_assert_true (canvas_test_find (self, "1a") == a && canvas_test_find (self, "1b") == b);
  canvas_test_activate (self, "1a", "step.toggle-required");
  canvas_test_activate (self, "Two", "stage.move-right");
  g_assert_true (canvas_test_find (self, "One") == one
                 && canvas_test_find (self, "Three") == three);
  canvas_test_activate (self, "2a", "step.delete");
  g_assert_true (canvas_test_find (self, "1a") == a && canvas_test_find (self, "3c") == c);
  canvas_test_assert_shows (self, "One (1b 1a*) Three (3a 3b 3c) Two ()");
  /* In the order of the flow also as children, for assistive technology. */
  g_assert_true (gtk_widget_get_next_sibling (one) == three);
}

static void
test_focus (CanvasTest *self, gconstpointer data)
{
  canvas_test_activate (self, "3b", "step.select");
  canvas_test_assert_selected (self, "3b");
  canvas_test_activate (self, "3b", "step.delete");
  canvas_test_assert_selected (self, "3c");
  canvas_test_activate (self, "3c", "step.delete");
  canvas_test_assert_selected (self, "3a");
  canvas_test_activate (self, "3a", "step.move-left");
  canvas_test_assert_selected (self, "3a");
  sc_editor_undo (self->ui.editor);
  canvas_test_assert_selected (self, "3a");
  canvas_test_activate (self, "One", "stage.select");
  canvas_test_activate (self, "One", "stage.delete");
  canvas_test_assert_selected (self, "Two");
}

static void
test_keys (CanvasTest *self, gconstpointer data)
{
  static const struct
  {
    GtkDirectionType direction;
    const char *expected; /* NULL: the row that adds a step */
  } way[] = {
    { GTK_DIR_DOWN, "1a" },  { GTK_DIR_DOWN, "1b" },  { GTK_DIR_DOWN, NULL },
    { GTK_DIR_UP, "1b" },    { GTK_DIR_RIGHT, "2a" }, { GTK_DIR_RIGHT, "3a" },
    { GTK_DIR_RIGHT, "3a" }, { GTK_DIR_UP, "Three" }, { GTK_DIR_LEFT, "Two" },
    { GTK_DIR_LEFT, "One" }, { GTK_DIR_LEFT, "One" }, { GTK_DIR_UP, "One" },
  };

  canvas_test_activate (self, "One", "stage.select");
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      sc_canvas_move_focus (self->canvas, way[i].direction, SC_MOVE_SELECT);
      if (way[i].expected != NULL)
        canvas_test_assert_selected (self, way[i].expected);
      else
        g_assert_true (SC_IS_CANVAS_BUTTON (canvas_test_get_focus (self)));
    }
  sc_canvas_move_focus_to_end (self->canvas, TRUE);
  canvas_test_assert_selected (self, "Three");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-stage", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-step", NULL);
  sc_canvas_end_rename (self->canvas, FALSE);
  canvas_test_assert_shows (self,
                            "One (1a 1b) Two (2a) Three (3a 3b 3c) New stage (New step New step)");
}

static void
test_condition (CanvasTest *self, gconstpointer data)
{
  g_autofree char *one = canvas_test_make_id ("One");
  GError *error = NULL;
  ScSolution *after = sc_edit_condition_add (sc_editor_get_solution (self->ui.editor),
                                             CANVAS_TEST_FLOW, one, "name", &error);
  GtkWidget *box;

  g_assert_no_error (error);
  sc_editor_commit (self->ui.editor, after, NULL, "Add condition", NULL);
  g_assert_cmpuint (self->canvas->conditions->len, ==, 1);
  box = g_ptr_array_index (self->canvas->conditions, 0);
  canvas_test_activate (self, "One", "stage.select");
  sc_canvas_move_focus (self->canvas, GTK_DIR_RIGHT, SC_MOVE_SELECT);
  g_assert_true (canvas_test_get_focus (self) == box);
  g_assert_cmpint (sc_editor_get_selection (self->ui.editor).kind, ==, SC_SELECTED_CONDITION);
  g_assert_true (gtk_widget_activate_action (box, "condition.delete", NULL));
  g_assert_cmpuint (self->canvas->conditions->len, ==, 0);
  g_assert_cmpint (sc_editor_get_selection (self->ui.editor).kind, ==, SC_SELECTED_STAGE);
}

static void
test_rename (CanvasTest *self, gconstpointer data)
{
  gtk_widget_activate_action (canvas_test_find (self, "1a"), "step.rename", NULL);
  g_assert_nonnull (self->canvas->rename);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->canvas->rename)), ==, "1a");
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "  Budget ");
  ui_settle (&self->ui);
  g_signal_emit_by_name (self->canvas->rename, "activate");
  g_assert_null (self->canvas->rename);
  canvas_test_assert_shows (self, "One (Budget 1b) Two (2a) Three (3a 3b 3c)");
  canvas_test_assert_selected (self, "1a");

  gtk_widget_activate_action (canvas_test_find (self, "One"), "stage.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "First");
  sc_canvas_end_rename (self->canvas, FALSE);
  canvas_test_assert_shows (self, "One (Budget 1b) Two (2a) Three (3a 3b 3c)");

  /* Going elsewhere commits. */
  gtk_widget_activate_action (canvas_test_find (self, "One"), "stage.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "First");
  gtk_widget_activate_action (canvas_test_find (self, "2a"), "step.rename", NULL);
  canvas_test_assert_shows (self, "First (Budget 1b) Two (2a) Three (3a 3b 3c)");

  /* What is being renamed may go away. */
  sc_editor_undo (self->ui.editor);
  g_assert_nonnull (self->canvas->rename);
  canvas_test_activate (self, "2a", "step.delete");
  g_assert_null (self->canvas->rename);
  sc_editor_undo (self->ui.editor);

  sc_editor_redo (self->ui.editor);
  canvas_test_activate (self, "3c", "step.toggle-required");
  gtk_widget_activate_action (canvas_test_find (self, "3c"), "step.rename", NULL);
  sc_editor_undo (self->ui.editor);
  g_assert_nonnull (self->canvas->rename);
  sc_canvas_end_rename (self->canvas, FALSE);
  canvas_test_activate (self, "3c", "step.duplicate");
  gtk_widget_activate_action (canvas_test_get_focus (self), "step.rename", NULL);
  g_assert_nonnull (self->canvas->rename);
  sc_editor_undo (self->ui.editor);
  g_assert_null (self->canvas->rename);

  /* A name of nothing is none. */
  gtk_widget_activate_action (canvas_test_find (self, "One"), "stage.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "  ");
  g_signal_emit_by_name (self->canvas->rename, "activate");
  canvas_test_assert_shows (self, "One (Budget 1b) Two () Three (3a 3b 3c)");
}

static const char *
get_page (CanvasTest *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_first_child (self->ui.view)));
}

static void
test_empty (CanvasTest *self, gconstpointer data)
{
  g_assert_cmpstr (get_page (self), ==, "flow");
  canvas_test_activate (self, "One", "stage.delete");
  canvas_test_activate (self, "Two", "stage.delete");
  canvas_test_activate (self, "Three", "stage.delete");
  g_assert_cmpstr (get_page (self), ==, "empty");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-stage", NULL);
  sc_canvas_end_rename (self->canvas, FALSE);
  g_assert_cmpstr (get_page (self), ==, "flow");
  canvas_test_assert_shows (self, "New stage (New step)");
  canvas_test_open (self, sc_edit_solution_new ());
  g_assert_cmpstr (get_page (self), ==, "nothing");
  g_assert_null (sc_canvas_get_layout (self->canvas));
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/actions", test_actions },   { "/canvas/refused", test_refused },
    { "/canvas/identity", test_identity }, { "/canvas/focus", test_focus },
    { "/canvas/keys", test_keys },         { "/canvas/condition", test_condition },
    { "/canvas/rename", test_rename },     { "/canvas/empty", test_empty },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
