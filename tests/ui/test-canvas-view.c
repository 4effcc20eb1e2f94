/* test-canvas-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include <math.h>

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

static ScRect
get_rect (CanvasTest *self, const char *label)
{
  return sc_canvas_get_widget_rect (self->canvas, canvas_test_find (self, label));
}

static gboolean
is_inside (ScRect inner, ScRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width
         && inner.y + inner.height <= outer.y + outer.height;
}

/* What is selected is seen whole, however far away and however small it was. */
static void
test_zoom_selection (CanvasTest *self, gconstpointer data)
{
  ScSolution *solution = canvas_test_make_solution ();
  ScRect visible;

  for (int i = 0; i < 8; i++)
    canvas_test_add_stage (&solution, "Three", "Extra", "x");
  canvas_test_open (self, solution);
  g_assert_false (sc_canvas_zoom_selection (self->canvas));

  canvas_test_activate (self, "Three", "stage.select");
  sc_canvas_set_zoom (self->canvas, SC_MIN_ZOOM);
  sc_canvas_scroll_to (self->canvas, 1e6, 1e6);
  gtk_widget_activate_action (self->ui.view, "canvas.zoom-selection", NULL);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, 1);
  ui_settle (&self->ui);
  g_assert_true (is_inside (get_rect (self, "Three"), sc_canvas_get_visible (self->canvas)));

  /* Several, and wider than the view at 100 %. */
  sc_editor_select_all (self->ui.editor);
  gtk_widget_activate_action (self->ui.view, "canvas.zoom-selection", NULL);
  ui_settle (&self->ui);
  visible = sc_canvas_get_visible (self->canvas);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), <, 1);
  for (guint i = 0; i < self->canvas->cards->len; i++)
    g_assert_true (is_inside (self->canvas->layout->cards[i].rect, visible));

  canvas_test_activate (self, "3c", "step.select");
  gtk_widget_activate_action (self->ui.view, "canvas.zoom-selection", NULL);
  ui_settle (&self->ui);
  g_assert_true (is_inside (get_rect (self, "3c"), sc_canvas_get_visible (self->canvas)));
}

/* By parts of a notch as far as by whole ones, and what is below the pointer stays there. */
static void
test_zoom_wheel (CanvasTest *self, gconstpointer data)
{
  ScPoint before, after;
  double whole;

  sc_canvas_set_zoom (self->canvas, 1.5);
  sc_canvas_scroll_to (self->canvas, 200, 0);
  ui_settle (&self->ui);
  before = sc_canvas_from_view (self->canvas, 310, 220);
  sc_canvas_zoom_by (self->canvas, -1, 310, 220);
  whole = sc_canvas_get_zoom (self->canvas);
  g_assert_cmpfloat (whole, >, 1.5);
  sc_canvas_set_zoom (self->canvas, 1.5);
  sc_canvas_scroll_to (self->canvas, 200, 0);
  for (int i = 0; i < 20; i++)
    sc_canvas_zoom_by (self->canvas, -0.05, 310, 220);
  g_assert_cmpfloat_with_epsilon (sc_canvas_get_zoom (self->canvas), whole, 0.0001);
  after = sc_canvas_from_view (self->canvas, 310, 220);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
}

static void
await_zoom (CanvasTest *self)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (self->canvas->zooming != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (self->canvas->zooming);
}

/* The way there is shown; what interrupts it goes on from where it is. */
static void
test_zoom_animated (CanvasTest *self, gconstpointer data)
{
  double between;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  sc_canvas_zoom_step (self->canvas, 1);
  g_assert_nonnull (self->canvas->zooming);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), <, 1.1);
  await_zoom (self);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, 1.1);

  /* Three steps at once are three steps. */
  for (int i = 0; i < 3; i++)
    sc_canvas_zoom_step (self->canvas, -1);
  await_zoom (self);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, 0.75);

  sc_canvas_zoom_reset (self->canvas);
  while (self->canvas->zooming != NULL && sc_canvas_get_zoom (self->canvas) == 0.75)
    g_main_context_iteration (NULL, TRUE);
  between = sc_canvas_get_zoom (self->canvas);
  sc_canvas_zoom_by (self->canvas, 0.5, 100, 100);
  g_assert_null (self->canvas->zooming);
  g_assert_cmpfloat_with_epsilon (sc_canvas_get_zoom (self->canvas), between * pow (1.15, -0.5),
                                  0.0001);
  ui_settle (&self->ui);
  g_assert_cmpfloat_with_epsilon (sc_canvas_get_zoom (self->canvas), between * pow (1.15, -0.5),
                                  0.0001);

  /* The flow goes, and the window: see tear_down(). */
  sc_canvas_zoom_fit (self->canvas);
  canvas_test_open (self, canvas_test_make_solution ());
  g_assert_null (self->canvas->zooming);
  sc_canvas_zoom_fit (self->canvas);
  sc_canvas_zoom_reset (self->canvas);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Where steps are too small to be read their card stands for them; nothing moves for it. */
static void
test_overview (CanvasTest *self, gconstpointer data)
{
  ScRect row = get_rect (self, "3b"), card = get_rect (self, "Three");
  ScPoint middle = { row.x + row.width / 2, row.y + row.height / 2 };
  double scale;

  g_assert_cmpint (sc_canvas_hit (self->canvas, middle).kind, ==, SC_HIT_STEP);
  sc_canvas_set_zoom (self->canvas, 0.49);
  ui_settle (&self->ui);
  g_assert_cmpint (sc_canvas_hit (self->canvas, middle).kind, ==, SC_HIT_STAGE);
  g_assert_cmpuint (sc_canvas_hit (self->canvas, middle).index, ==, 2);
  g_assert_cmpfloat (get_rect (self, "Three").x, ==, card.x);
  g_assert_cmpfloat (get_rect (self, "3b").y, ==, row.y);

  /* A name is nearly as large on the screen as other text, wherever there is one. */
  for (int percent = 49; percent >= 25; percent--)
    {
      sc_canvas_set_zoom (self->canvas, percent / 100.0);
      scale = self->canvas->style->name_scale * sc_canvas_get_zoom (self->canvas);
      g_assert_cmpfloat (scale, >=, 0.74);
      g_assert_cmpfloat (scale, <=, 1);
    }

  /* A stage can still be picked up anywhere, and what is selected still is. */
  canvas_test_activate (self, "3b", "step.select");
  ui_settle (&self->ui);
  canvas_test_assert_selected (self, "3b");
  canvas_test_begin_drag (self, "3b");
  g_assert_null (self->canvas->drag->step);
  sc_canvas_cancel_drag (self->canvas);
  sc_canvas_set_zoom (self->canvas, SC_MIN_ZOOM);
  ui_settle (&self->ui);
}

/* Larger text makes everything larger, and 100 % stays 100 %. */
static void
test_large_text (CanvasTest *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;
  double scale;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 22", NULL);
  ui_settle (&self->ui);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, 1);
  scale = self->canvas->style->text_scale;
  g_assert_cmpfloat (scale, >=, 1.9);
  g_assert_cmpfloat (self->canvas->zoom, ==, scale);
  sc_canvas_zoom_step (self->canvas, -1);
  g_assert_cmpfloat_with_epsilon (sc_canvas_get_zoom (self->canvas), 0.9, 0.0001);
  sc_canvas_set_zoom (self->canvas, 0.3);
  g_assert_false (self->canvas->style->detail);
  g_object_set (settings, "gtk-font-name", font, NULL);
  ui_settle (&self->ui);
  g_assert_cmpfloat_with_epsilon (sc_canvas_get_zoom (self->canvas), 0.3, 0.0001);
  g_assert_cmpfloat_with_epsilon (self->canvas->zoom, 0.3, 0.0001);
}

/* The map takes the pointer only where it shows something that the view does not. */
static void
test_minimap (CanvasTest *self, gconstpointer data)
{
  GtkWidget *minimap = ui_find (self->ui.view, SC_TYPE_MINIMAP, NULL);
  ScRect visible;

  sc_canvas_zoom_fit (self->canvas);
  ui_settle (&self->ui);
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
  sc_canvas_set_zoom (self->canvas, SC_MAX_ZOOM);
  ui_settle (&self->ui);
  g_assert_true (gtk_widget_contains (minimap, 20, 20));

  /* It follows the pointer to both ends, and not beyond. */
  sc_minimap_go_to (SC_MINIMAP (minimap), 160, 40);
  ui_settle (&self->ui);
  visible = sc_canvas_get_visible (self->canvas);
  g_assert_cmpfloat_with_epsilon (visible.x + visible.width, self->canvas->layout->width, 1);
  sc_minimap_go_to (SC_MINIMAP (minimap), -50, 40);
  ui_settle (&self->ui);
  g_assert_cmpfloat (sc_canvas_get_visible (self->canvas).x, ==, 0);

  /* In a narrow window it would hide what it is a map of. */
  gtk_window_set_default_size (GTK_WINDOW (self->ui.window), 360, 600);
  ui_settle (&self->ui);
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
  gtk_window_set_default_size (GTK_WINDOW (self->ui.window), 800, 600);
  ui_settle (&self->ui);

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
    { "/canvas/zoom-selection", test_zoom_selection },
    { "/canvas/zoom-wheel", test_zoom_wheel },
    { "/canvas/zoom-animated", test_zoom_animated },
    { "/canvas/overview", test_overview },
    { "/canvas/large-text", test_large_text },
    { "/canvas/minimap", test_minimap },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
