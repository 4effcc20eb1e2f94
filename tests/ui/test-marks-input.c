/* test-marks-input.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marks-fixture.h"
#include "sc-marked.h"

/* Marking and moving what is marked with the keyboard and the pointer. */

static void
press (MarksFixture *self, GtkDirectionType direction, ScMove move)
{
  sc_canvas_move_focus (self->canvas, direction, move);
  ui_settle (&self->ui);
}

static void
test_keys (MarksFixture *self, gconstpointer data)
{
  marks_activate (self, "A2", "step.select");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  marks_assert_marked (self, "A2 A3!");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  marks_assert_marked (self, "A2 A3!");
  press (self, GTK_DIR_RIGHT, SC_MOVE_EXTEND);
  marks_assert_marked (self, "A2 A3 B1 B2 B3!");
  marks_assert_focus (self, "B3");
  press (self, GTK_DIR_LEFT, SC_MOVE_EXTEND);
  press (self, GTK_DIR_UP, SC_MOVE_EXTEND);
  press (self, GTK_DIR_UP, SC_MOVE_EXTEND);
  marks_assert_marked (self, "A1! A2");
  press (self, GTK_DIR_UP, SC_MOVE_EXTEND);
  marks_assert_marked (self, "A!");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  marks_assert_marked (self, "A1! A2");
  press (self, GTK_DIR_DOWN, SC_MOVE_SELECT);
  marks_assert_marked (self, "A2!");

  /* The focus goes ahead, and Ctrl+Space marks where it is. */
  press (self, GTK_DIR_RIGHT, SC_MOVE_ONLY);
  press (self, GTK_DIR_DOWN, SC_MOVE_ONLY);
  marks_assert_marked (self, "A2!");
  marks_assert_focus (self, "B3");
  marks_activate (self, "B3", "step.toggle-mark");
  marks_assert_marked (self, "A2 B3!");
  marks_activate (self, "B3", "step.toggle-mark");
  marks_assert_marked (self, "A2!");
  marks_assert_focus (self, "B3");

  marks_activate (self, "B", "stage.select");
  press (self, GTK_DIR_RIGHT, SC_MOVE_EXTEND);
  press (self, GTK_DIR_RIGHT, SC_MOVE_EXTEND);
  marks_assert_marked (self, "B C D!");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  marks_assert_marked (self, "B C D!");
  press (self, GTK_DIR_LEFT, SC_MOVE_EXTEND);
  marks_assert_marked (self, "B C!");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.select-all", NULL);
  marks_assert_marked (self, "A B C! D");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.select-none", NULL);
  marks_assert_marked (self, "");
}

/* A corner of a header or row, in the view; dx and dy go further. */
static graphene_point_t
get_corner (MarksFixture *self, const char *word, double dx, double dy)
{
  ScRect rect = sc_canvas_get_widget_rect (self->canvas, marks_find (self, word));
  graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, rect);

  return GRAPHENE_POINT_INIT (view.origin.x + (float) (dx * self->canvas->zoom),
                              view.origin.y + (float) (dy * self->canvas->zoom));
}

static void
draw_band (MarksFixture *self, graphene_point_t from, graphene_point_t to, gboolean add)
{
  sc_band_arm (self->canvas, from.x, from.y, add);
  g_assert_true (sc_band_begin (self->canvas));
  sc_band_move (self->canvas, to.x, to.y);
  ui_settle (&self->ui);
}

static void
test_band (MarksFixture *self, gconstpointer data)
{
  GtkWidget *row = marks_find (self, "B2");

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  draw_band (self, get_corner (self, "A", -10, -10), get_corner (self, "B3", 10, 10), FALSE);
  marks_assert_marked (self, "A! B");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->ui.window)) == GTK_WIDGET (self->canvas));
  sc_band_move (self->canvas, get_corner (self, "A", 10, 10).x, get_corner (self, "A", 10, 10).y);
  marks_assert_marked (self, "A!");
  sc_band_end (self->canvas);
  marks_assert_focus (self, "A");
  g_assert_null (self->canvas->band);

  /* From below: rows only; and with what was marked. */
  draw_band (self, get_corner (self, "B3", -10, 80), get_corner (self, "C2", 20, 5), TRUE);
  marks_assert_marked (self, "A! B2 B3 C2 C3");
  sc_band_end (self->canvas);
  g_assert_true (row == marks_find (self, "B2"));

  /* Escape marks again what was. */
  draw_band (self, get_corner (self, "D", -5, -10), get_corner (self, "D", 20, 5), FALSE);
  marks_assert_marked (self, "D!");
  g_assert_true (sc_band_cancel (self->canvas));
  marks_assert_marked (self, "A! B2 B3 C2 C3");
  g_assert_false (sc_band_cancel (self->canvas));

  /* An edit ends it. */
  draw_band (self, get_corner (self, "D", -5, -10), get_corner (self, "D", 20, 5), FALSE);
  sc_editor_delete_marked (self->ui.editor);
  g_assert_null (self->canvas->band);
  marks_assert_flow (self, "A:A1,A2,A3 B:B1,B2,B3 C:C1,C2,C3");

  /* The window closes under the band: see tear_down(). */
  draw_band (self, get_corner (self, "A", -5, -10), get_corner (self, "A", 20, 5), FALSE);
}

static void
begin_drag (MarksFixture *self, const char *word)
{
  graphene_point_t point = get_corner (self, word, 20, 12);

  sc_drag_arm (self->canvas, point.x, point.y);
  g_assert_true (sc_drag_begin (self->canvas, point.x, point.y));
}

static void
drag_to (MarksFixture *self, const char *word, double dy)
{
  graphene_point_t point = get_corner (self, word, 20, dy);

  sc_drag_move (self->canvas, point.x, point.y);
  ui_settle (&self->ui);
}

static void
test_drag (MarksFixture *self, gconstpointer data)
{
  static const char *const others[] = { "A1", "A3", "B2" };

  marks_mark (self, "A1 A3 B2 D");
  begin_drag (self, "A3");
  drag_to (self, "C1", 26);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpfloat (gtk_widget_get_opacity (marks_find (self, others[i])), <, 1);
  g_assert_cmpfloat (gtk_widget_get_opacity (marks_find (self, "D")), ==, 1);
  sc_drag_drop (self->canvas);
  marks_assert_flow (self, "A:A2 B:B1,B3 C:C1,A1,A3,B2,C2,C3 D:D1,D2,D3");
  marks_assert_marked (self, "A1 A3! B2");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Move 3 steps");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 1);
  sc_editor_undo (self->ui.editor);
  marks_assert_flow (self, MARKS_ALL);
  ui_settle (&self->ui);

  marks_mark (self, "A B");
  begin_drag (self, "B");
  drag_to (self, "D", 12);
  sc_drag_move (self->canvas, get_corner (self, "D", -10, 26).x, get_corner (self, "D", 0, 26).y);
  sc_drag_drop (self->canvas);
  marks_assert_flow (self, "C:C1,C2,C3 A:A1,A2,A3 B:B1,B2,B3 D:D1,D2,D3");
  marks_assert_marked (self, "A B!");
  ui_settle (&self->ui);

  /* Undo takes the ground from under a drag. */
  begin_drag (self, "A");
  drag_to (self, "D", 12);
  sc_editor_undo (self->ui.editor);
  g_assert_null (self->canvas->drag);
  marks_assert_flow (self, MARKS_ALL);
  ui_settle (&self->ui);

  /* What is not marked goes alone. */
  marks_mark (self, "A1 A2");
  begin_drag (self, "C1");
  drag_to (self, "B1", 2);
  sc_drag_drop (self->canvas);
  marks_assert_flow (self, "A:A1,A2,A3 B:C1,B1,B2,B3 C:C2,C3 D:D1,D2,D3");
  marks_assert_marked (self, "C1!");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (MarksFixture *self, gconstpointer data);
  } tests[] = {
    { "/ui/marks/keys", test_keys },
    { "/ui/marks/band", test_band },
    { "/ui/marks/drag", test_drag },
  };

  if (!ui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, MarksFixture, NULL, marks_set_up, tests[i].test, marks_tear_down);
  return g_test_run ();
}
