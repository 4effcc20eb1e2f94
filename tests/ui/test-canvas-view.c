/* test-canvas-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-canvas-drag.h"
#include "sc-edit-solution.h"
#include "sc-minimap.h"

static void
test_culling (CanvasTest *self, gconstpointer data)
{
  ScSolution *solution = canvas_test_make_solution ();
  GtkWidget *first, *last;

  for (int i = 0; i < 8; i++)
    {
      g_autofree char *label = g_strdup_printf ("Extra %d", i);

      canvas_test_add_stage (&solution, "Three", label, "x");
    }
  canvas_test_open (self, solution);
  first = canvas_test_find (self, "One");
  last = canvas_test_find (self, "Extra 0");
  g_assert_true (gtk_widget_get_child_visible (first));
  g_assert_false (gtk_widget_get_child_visible (last));

  /* The one with the focus stays; the others go. */
  canvas_test_activate (self, "One", "stage.select");
  sc_canvas_scroll_to (self->canvas, 1e6, 0);
  ui_settle (&self->ui);
  g_assert_true (gtk_widget_get_child_visible (first));
  g_assert_true (canvas_test_get_focus (self) == first);
  g_assert_false (gtk_widget_get_child_visible (canvas_test_find (self, "Two")));
  g_assert_true (gtk_widget_get_child_visible (last));

  /* What is selected elsewhere comes into view and keeps the focus. */
  sc_editor_select_stage (
      self->ui.editor,
      sc_stage_card_get_stage (SC_STAGE_CARD (canvas_test_find (self, "Two")))->id);
  ui_settle (&self->ui);
  g_assert_true (canvas_test_get_focus (self) == canvas_test_find (self, "Two"));
  g_assert_true (gtk_widget_get_child_visible (canvas_test_find (self, "Two")));
  g_assert_false (gtk_widget_get_child_visible (last));

  /* Also the one that is dragged. */
  canvas_test_begin_drag (self, "Two");
  gtk_widget_grab_focus (GTK_WIDGET (self->ui.view));
  sc_canvas_scroll_to (self->canvas, 1e6, 0);
  ui_settle (&self->ui);
  g_assert_true (gtk_widget_get_child_visible (canvas_test_find (self, "Two")));
  sc_canvas_cancel_drag (self->canvas);
}

static void
test_zoom (CanvasTest *self, gconstpointer data)
{
  ScPoint before, after;

  sc_canvas_set_zoom (self->canvas, 9);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, SC_MAX_ZOOM);
  sc_canvas_scroll_to (self->canvas, 200, 100);
  ui_settle (&self->ui);
  before = sc_canvas_from_view (self->canvas, 300, 200);
  sc_canvas_zoom_at (self->canvas, 1.5, 300, 200);
  after = sc_canvas_from_view (self->canvas, 300, 200);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (self->ui.view, "canvas.zoom-out", NULL);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, SC_MIN_ZOOM);
  ui_settle (&self->ui);
  gtk_widget_activate_action (self->ui.view, "canvas.zoom-fit", NULL);
  ui_settle (&self->ui);
  g_assert_cmpfloat (sc_canvas_get_layout (self->canvas)->width * sc_canvas_get_zoom (self->canvas),
                     <=, gtk_widget_get_width (GTK_WIDGET (self->canvas)) + 1);
  gtk_widget_activate_action (self->ui.view, "canvas.zoom-reset", NULL);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, 1);
}

/* The map takes the pointer only where it shows something that the view does not. */
static void
test_minimap (CanvasTest *self, gconstpointer data)
{
  GtkWidget *minimap = ui_find (self->ui.view, SC_TYPE_MINIMAP, NULL);

  sc_canvas_zoom_fit (self->canvas);
  ui_settle (&self->ui);
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
  sc_canvas_set_zoom (self->canvas, SC_MAX_ZOOM);
  ui_settle (&self->ui);
  g_assert_true (gtk_widget_contains (minimap, 20, 20));
  sc_canvas_zoom_fit (self->canvas);
  ui_settle (&self->ui);
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
  canvas_test_open (self, sc_edit_solution_new ());
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/culling", test_culling },
    { "/canvas/zoom", test_zoom },
    { "/canvas/minimap", test_minimap },
  };

  return canvas_test_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
