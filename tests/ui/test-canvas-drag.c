/* test-canvas-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-canvas-drag.h"
#include "sc-edit-condition.h"
#include "sc-edit-step.h"

/* Just below the middle of a row: the place behind it. */
static void
move_below (CanvasTest *self, const char *label)
{
  graphene_point_t point = canvas_test_get_point (self, label);

  sc_drag_move (self->canvas, point.x, point.y + 4);
  ui_settle (&self->ui);
}

static void
move_to_insert (CanvasTest *self, guint insert)
{
  ScPoint at = sc_canvas_get_slot_point (self->canvas, insert);
  graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, (ScRect){ at.x, at.y, 0, 0 });

  sc_drag_move (self->canvas, view.origin.x + 5, view.origin.y + 9);
  ui_settle (&self->ui);
}

static void
test_drag (CanvasTest *self, gconstpointer data)
{
  canvas_test_begin_drag (self, "1a");
  move_below (self, "3b");
  g_assert_cmpfloat (gtk_widget_get_opacity (canvas_test_find (self, "1a")), <, 1);
  sc_drag_drop (self->canvas);
  canvas_test_assert_shows (self, "One (1b) Two (2a) Three (3a 3b 1a 3c)");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Move step “1a”");
  canvas_test_assert_selected (self, "1a");

  /* Within a stage, downwards: the place counts without the step. */
  canvas_test_begin_drag (self, "3a");
  move_below (self, "1a");
  sc_drag_drop (self->canvas);
  canvas_test_assert_shows (self, "One (1b) Two (2a) Three (3b 1a 3a 3c)");

  canvas_test_begin_drag (self, "Two");
  move_to_insert (self, self->canvas->inserts->len - 1);
  sc_drag_drop (self->canvas);
  canvas_test_assert_shows (self, "Two (2a) One (1b) Three (3b 1a 3a 3c)");
  canvas_test_assert_selected (self, "Two");
  sc_editor_undo (self->ui.editor);
  sc_editor_undo (self->ui.editor);
  sc_editor_undo (self->ui.editor);
  canvas_test_assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");
  g_assert_null (ui_get_undo_name (&self->ui));
}

static void
test_drag_ends (CanvasTest *self, gconstpointer data)
{
  /* Where nothing would change, nothing does. */
  canvas_test_begin_drag (self, "1a");
  move_below (self, "1a");
  sc_drag_drop (self->canvas);
  g_assert_null (ui_get_undo_name (&self->ui));
  canvas_test_begin_drag (self, "Two");
  move_to_insert (self, 0);
  sc_drag_drop (self->canvas);
  g_assert_null (ui_get_undo_name (&self->ui));

  /* Away from every card there is no place for a step. */
  canvas_test_begin_drag (self, "1a");
  sc_drag_move (self->canvas, 500, 590);
  g_assert_cmpint (self->canvas->drag->target.kind, ==, SC_DROP_NOWHERE);
  sc_drag_drop (self->canvas);
  g_assert_null (ui_get_undo_name (&self->ui));

  canvas_test_begin_drag (self, "1a");
  move_below (self, "3b");
  sc_canvas_cancel_drag (self->canvas);
  g_assert_null (self->canvas->drag);
  g_assert_cmpfloat (gtk_widget_get_opacity (canvas_test_find (self, "1a")), ==, 1);
  g_assert_null (ui_get_undo_name (&self->ui));

  /* The document changes under the drag. */
  canvas_test_activate (self, "3a", "step.delete");
  canvas_test_begin_drag (self, "1a");
  move_below (self, "3b");
  sc_editor_undo (self->ui.editor);
  g_assert_null (self->canvas->drag);
  canvas_test_assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");

  /* The window closes under the drag: see tear_down(). */
  canvas_test_begin_drag (self, "Three");
  move_to_insert (self, 0);
}

/* Branches cannot be taken into themselves: the edit refuses, and so does the drop. */
static void
test_drag_refused (CanvasTest *self, gconstpointer data)
{
  g_autofree char *one = canvas_test_make_id ("One");
  GError *error = NULL;
  ScSolution *after = sc_edit_condition_add (sc_editor_get_solution (self->ui.editor),
                                             CANVAS_TEST_FLOW, one, "name", &error);
  g_autofree char *before = NULL, *now = NULL;

  g_assert_no_error (error);
  sc_editor_commit (self->ui.editor, after, NULL, "Add condition", NULL);
  ui_settle (&self->ui);
  before = canvas_test_describe (self);
  canvas_test_begin_drag (self, "One");
  move_to_insert (self, 0);
  g_assert_null (self->canvas->drag->outcome.after);
  g_assert_nonnull (self->canvas->drag->outcome.refusal);
  sc_drag_drop (self->canvas);
  now = canvas_test_describe (self);
  g_assert_cmpstr (now, ==, before);
}

/* While it can still be called off, a drag says what a drop would take from others. */
static void
test_drag_loss (CanvasTest *self, gconstpointer data)
{
  g_autofree char *one = canvas_test_make_id ("One");
  g_autofree char *step = canvas_test_make_id ("1a");
  GError *error = NULL;
  ScSolution *after = sc_edit_condition_add (sc_editor_get_solution (self->ui.editor),
                                             CANVAS_TEST_FLOW, one, "budget", &error);

  g_assert_no_error (error);
  sc_editor_commit (self->ui.editor, after, NULL, "Add condition", NULL);
  after = sc_edit_step_set_column (sc_editor_get_solution (self->ui.editor), CANVAS_TEST_FLOW, step,
                                   "budget", &error);
  g_assert_no_error (error);
  sc_editor_commit (self->ui.editor, after, NULL, "Set column", NULL);
  ui_settle (&self->ui);
  canvas_test_begin_drag (self, "1a");
  move_below (self, "1b");
  g_assert_nonnull (self->canvas->drag->outcome.after);
  g_assert_null (self->canvas->drag->outcome.loss);
  move_below (self, "2a");
  g_assert_cmpstr (self->canvas->drag->outcome.loss, ==, "A condition asks for this step");
  move_below (self, "1b");
  g_assert_null (self->canvas->drag->outcome.loss);
  sc_canvas_cancel_drag (self->canvas);
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/drag", test_drag },
    { "/canvas/drag-ends", test_drag_ends },
    { "/canvas/drag-refused", test_drag_refused },
    { "/canvas/drag-loss", test_drag_loss },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
