/* test-canvas-mirrored.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-canvas-drag.h"
#include "ui-keys.h"

/* The canvas where people read from right to left. */

static graphene_rect_t
get_bounds (CanvasTest *self, const char *label)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (canvas_test_find (self, label),
                                            GTK_WIDGET (self->canvas), &bounds));
  return bounds;
}

/* What is there on the screen. */
static GtkWidget *
pick (CanvasTest *self, float x, float y)
{
  ScPoint point = sc_canvas_from_view (self->canvas, sc_canvas_mirror (self->canvas, x), y);

  return sc_canvas_get_hit_widget (self->canvas, sc_canvas_hit (self->canvas, point));
}

static void
assert_hits (CanvasTest *self, const char *label)
{
  graphene_rect_t bounds = get_bounds (self, label);
  float height = MIN (bounds.size.height, 40);

  g_assert_true (pick (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + height / 2)
                 == canvas_test_find (self, label));
}

/* The flow starts at the right, and what the pointer meets is what is drawn there. */
static void
test_places (CanvasTest *self, gconstpointer data)
{
  static const double zooms[] = { 1, 0.6, 0.3, 1.75 };
  graphene_rect_t one, row;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      sc_canvas_set_zoom (self->canvas, zooms[i]);
      sc_canvas_scroll_to (self->canvas, 0, 0);
      ui_settle (&self->ui);
      one = get_bounds (self, "One");
      g_assert_cmpfloat (one.origin.x, >, gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 3);
      g_assert_cmpfloat (get_bounds (self, "Two").origin.x + one.size.width, <, one.origin.x);
      assert_hits (self, "One");
    }
  sc_canvas_set_zoom (self->canvas, 1);
  sc_canvas_scroll_to (self->canvas, 0, 0);
  ui_settle (&self->ui);
  assert_hits (self, "1b");

  /* The mark of a required step is at its end. */
  row = get_bounds (self, "1a");
  g_assert_cmpint (
      sc_canvas_hit (self->canvas,
                     sc_canvas_from_view (self->canvas,
                                          sc_canvas_mirror (self->canvas, row.origin.x + 8),
                                          row.origin.y + 8))
          .kind,
      ==, SC_HIT_REQUIRED);
}

/* The start of the flow is where scrolling begins, and stays in place when the flow grows. */
static void
test_scrolling (CanvasTest *self, gconstpointer data)
{
  GtkAdjustment *adjustment = self->canvas->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double before;

  sc_canvas_set_zoom (self->canvas, 1);
  sc_canvas_scroll_to (self->canvas, 0, 0);
  ui_settle (&self->ui);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment)
                         - gtk_adjustment_get_page_size (adjustment));
  before = get_bounds (self, "One").origin.x;
  canvas_test_activate (self, "Three", "stage.duplicate");
  sc_canvas_scroll_to (self->canvas, 0, 0);
  ui_settle (&self->ui);
  g_assert_cmpfloat_with_epsilon (get_bounds (self, "One").origin.x, before, 1);

  gtk_adjustment_set_value (adjustment, 0);
  ui_settle (&self->ui);
  g_assert_cmpfloat (get_bounds (self, "One").origin.x, >, before);
  canvas_test_activate (self, "One", "stage.select");
  ui_settle (&self->ui);
  g_assert_cmpfloat (get_bounds (self, "One").origin.x + get_bounds (self, "One").size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (self->canvas)));
}

/* Arrows, and what is moved left, go left on the screen. */
static void
test_keys (CanvasTest *self, gconstpointer data)
{
  canvas_test_activate (self, "One", "stage.select");
  ui_press (&self->ui, GDK_KEY_Left, 0);
  canvas_test_assert_selected (self, "Two");
  ui_press (&self->ui, GDK_KEY_Right, 0);
  canvas_test_assert_selected (self, "One");
  ui_press (&self->ui, GDK_KEY_Left, GDK_ALT_MASK);
  canvas_test_assert_shows (self, "Two (2a) One (1a 1b) Three (3a 3b 3c)");
  canvas_test_activate (self, "2a", "step.move-left");
  canvas_test_assert_shows (self, "Two () One (2a 1a 1b) Three (3a 3b 3c)");
}

static void
test_drag (CanvasTest *self, gconstpointer data)
{
  graphene_rect_t to;

  sc_canvas_set_zoom (self->canvas, 0.6);
  ui_settle (&self->ui);
  canvas_test_begin_drag (self, "1a");
  to = get_bounds (self, "3b");
  sc_drag_move (self->canvas, sc_canvas_mirror (self->canvas, to.origin.x + to.size.width / 2),
                to.origin.y + to.size.height / 2 + 3);
  ui_settle (&self->ui);
  sc_drag_drop (self->canvas);
  canvas_test_assert_shows (self, "One (1b) Two (2a) Three (3a 3b 1a 3c)");
}

/* The direction may change while the window is open. */
static void
test_turned (CanvasTest *self, gconstpointer data)
{
  float before, after;

  sc_canvas_set_zoom (self->canvas, 0.6);
  ui_settle (&self->ui);
  before = get_bounds (self, "One").origin.x;
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  ui_settle (&self->ui);
  after = get_bounds (self, "One").origin.x;
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat (after, <, before);
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/mirrored/places", test_places }, { "/canvas/mirrored/scrolling", test_scrolling },
    { "/canvas/mirrored/keys", test_keys },     { "/canvas/mirrored/drag", test_drag },
    { "/canvas/mirrored/turned", test_turned },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_RTL, cases, G_N_ELEMENTS (cases));
}
