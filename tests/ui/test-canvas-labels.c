/* test-canvas-labels.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-edit-stage.h"
#include "sc-edit-step.h"

/* Labels that nobody thought of: the drawing keeps its measures, says nothing on the error output
 * and stays quick. */

#define N_STEPS 100

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
commit (CanvasTest *self, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_editor_commit (self->ui.editor, after, NULL, "Set label", NULL);
}

static void
set_labels (CanvasTest *self, const char *label)
{
  g_autofree char *stage = canvas_test_make_id ("One");
  g_autofree char *step = canvas_test_make_id ("1a");
  GError *error = NULL;
  ScSolution *after
      = sc_edit_stage_set_label (sc_editor_get_solution (self->ui.editor), CANVAS_TEST_FLOW, stage,
                                 SC_LANGUAGE_ENGLISH, label, &error);

  commit (self, after, error);
  after = sc_edit_step_set_label (sc_editor_get_solution (self->ui.editor), CANVAS_TEST_FLOW, step,
                                  SC_LANGUAGE_ENGLISH, label, &error);
  commit (self, after, error);
}

static void
test_shapes (CanvasTest *self, gconstpointer data)
{
  static const double zooms[] = { 1, 0.45, 0.25, 0.1, 2 };
  const struct
  {
    const char *text;
    guint times;
  } labels[] = {
    { "x", 1 },
    { "word ", 20 },
    { "word ", 800 },
    { "unbroken", 500 },
    { "👩‍👩‍👧‍👦🇩🇪", 100 },
    { "مرحلة ", 600 },
    { "one\ntwo\r\n", 400 },
    { "\t", 40 },
    { "a\u0301\u0302\u0303", 300 },
    { "\u202e\u2066\u200b", 100 },
    { "<b>&amp;", 50 },
  };
  ScRect card = self->canvas->layout->cards[0].rect;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = repeat (labels[i].text, labels[i].times);

      set_labels (self, label);
      for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
        {
          sc_canvas_set_zoom (self->canvas, zooms[z]);
          ui_settle (&self->ui);
          g_assert_cmpfloat (self->canvas->layout->cards[0].rect.width, ==, card.width);
          g_assert_cmpfloat (self->canvas->layout->cards[0].rect.height, ==, card.height);
        }
    }
}

/* A hundred rows of 4,000 characters: what is laid out once is not laid out again. */
static void
test_many_long (CanvasTest *self, gconstpointer data)
{
  ScSolution *solution = canvas_test_make_solution ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *label = repeat ("abcd", 1000);
  gint64 start;
  double seconds;

  for (guint i = 0; i < N_STEPS; i++)
    g_string_append_printf (names, "%s%s%u", i > 0 ? " " : "", label, i);
  canvas_test_add_stage (&solution, NULL, label, names->str);
  start = g_get_monotonic_time ();
  canvas_test_open (self, solution);
  for (guint i = 0; i < 30; i++)
    {
      sc_canvas_scroll_to (self->canvas, 0, i * 90);
      ui_settle (&self->ui);
    }
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_test_message ("%.2f s for 30 views of labels with 4,000 characters", seconds);
  /* 90 frames at 60 a second take 1.5; a frame that lays them all out takes longer than all that.
   */
  g_assert_cmpfloat (seconds, <, 10);
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/labels/shapes", test_shapes },
    { "/canvas/labels/many-long", test_many_long },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
