/* test-canvas-style.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include <math.h>

/* What is drawn can be told from what it is drawn on: by the contrast that WCAG 2.1 asks for, 1.4.3
 * and 1.4.11. */

#define TEXT_CONTRAST 4.5
#define LINE_CONTRAST 3.0

static double
get_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * get_linear (colour->red) + 0.7152 * get_linear (colour->green)
         + 0.0722 * get_linear (colour->blue);
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = get_luminance (a), other = get_luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static void
assert_contrast (const char *what, const GdkRGBA *on, const GdkRGBA *colour, double least)
{
  double contrast = get_contrast (on, colour);

  g_test_message ("%s: %.2f", what, contrast);
  if (contrast < least)
    {
      g_autofree char *text = gdk_rgba_to_string (colour), *ground = gdk_rgba_to_string (on);

      g_test_message ("%s: %s on %s is %.2f, less than %.1f", what, text, ground, contrast, least);
      g_test_fail ();
    }
}

static void
check_texts (const ScCanvasStyle *style)
{
  const struct
  {
    const char *name;
    const GdkRGBA *on;
  } grounds[] = {
    { "card", &style->card },           { "background", &style->background },
    { "selected", &style->selected },   { "hover", &style->hover },
    { "condition", &style->condition },
  };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      g_autofree char *text = g_strdup_printf ("text on %s", grounds[i].name);
      g_autofree char *dim = g_strdup_printf ("dim text on %s", grounds[i].name);

      assert_contrast (text, grounds[i].on, &style->text, TEXT_CONTRAST);
      if (grounds[i].on != &style->condition)
        assert_contrast (dim, grounds[i].on, &style->dim, TEXT_CONTRAST);
    }
}

static void
check_lines (const ScCanvasStyle *style)
{
  assert_contrast ("line", &style->background, &style->line, LINE_CONTRAST);
  assert_contrast ("accent", &style->background, &style->accent, LINE_CONTRAST);
  assert_contrast ("error", &style->card, &style->error, LINE_CONTRAST);
  assert_contrast ("error, selected", &style->selected, &style->error, LINE_CONTRAST);
  assert_contrast ("warning", &style->card, &style->warning, LINE_CONTRAST);
  assert_contrast ("warning, selected", &style->selected, &style->warning, LINE_CONTRAST);
  assert_contrast ("on accent", &style->accent, &style->on_accent, LINE_CONTRAST);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("table %u", i);
      GdkRGBA colour = sc_canvas_style_get_table_colour (style, i);

      assert_contrast (name, &style->background, &colour, LINE_CONTRAST);
    }
  if (!style->high_contrast)
    return;
  assert_contrast ("border", &style->background, &style->border, LINE_CONTRAST);
  assert_contrast ("separator", &style->card, &style->separator, LINE_CONTRAST);
  assert_contrast ("border of a condition", &style->background, &style->condition_border,
                   LINE_CONTRAST);
}

static void
test_contrast (CanvasTest *self, gconstpointer data)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (manager, schemes[i]);
      ui_settle (&self->ui);
      g_assert_cmpint (self->canvas->style->dark, ==, i == 1);
      g_assert_cmpint (self->canvas->style->high_contrast, ==,
                       g_strcmp0 (g_getenv ("ADW_DEBUG_HIGH_CONTRAST"), "1") == 0);
      g_test_message ("%s%s", i == 1 ? "dark" : "light",
                      self->canvas->style->high_contrast ? ", high contrast" : "");
      check_texts (self->canvas->style);
      check_lines (self->canvas->style);
    }
}

int
main (int argc, char **argv)
{
  static const CanvasTestCase cases[] = {
    { "/canvas/contrast", test_contrast },
  };

  return canvas_test_main (argc, argv, GTK_TEXT_DIR_LTR, cases, G_N_ELEMENTS (cases));
}
