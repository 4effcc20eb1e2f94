/* sc-canvas-icons.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-style.h"

#include <math.h>

#include "sc-column-icon.h"

/* Drawn on a grid of 16 × 16, once per colour and scale: a texture is much cheaper per frame than
 * a symbolic icon, and there are up to 900 of them. */

static void
round_rect (cairo_t *cr, double x, double y, double width, double height, double r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
lines (cairo_t *cr, const double *points, int n)
{
  for (int i = 0; i + 3 < n; i += 4)
    {
      cairo_move_to (cr, points[i], points[i + 1]);
      cairo_line_to (cr, points[i + 2], points[i + 3]);
    }
  cairo_stroke (cr);
}

#define LINES(cr, ...) \
  lines (cr, (const double[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const double[]){ __VA_ARGS__ })))

static void
draw_bolt (cairo_t *cr)
{
  cairo_move_to (cr, 9.5, 1.5);
  cairo_line_to (cr, 3.5, 9);
  cairo_line_to (cr, 7.5, 9);
  cairo_line_to (cr, 6.5, 14.5);
  cairo_line_to (cr, 12.5, 7);
  cairo_line_to (cr, 8.5, 7);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_cloud (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 4.6, 9.9, 3, G_PI_2, 1.45 * G_PI);
  cairo_arc (cr, 8.4, 6.7, 3.6, 1.15 * G_PI, 1.93 * G_PI);
  cairo_arc (cr, 11.8, 9.9, 3, 1.55 * G_PI, 0.5 * G_PI);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_asterisk (cairo_t *cr, double width)
{
  cairo_set_line_width (cr, width);
  for (int i = 0; i < 3; i++)
    {
      double angle = G_PI_2 + i * G_PI / 3, x = 4.2 * cos (angle), y = 4.2 * sin (angle);

      cairo_move_to (cr, 8 - x, 8 - y);
      cairo_line_to (cr, 8 + x, 8 + y);
    }
  cairo_stroke (cr);
}

static void
draw_column_icon (cairo_t *cr, ScCanvasIcon icon)
{
  switch (icon)
    {
    case SC_ICON_TEXT:
      LINES (cr, 2.5, 4.5, 13.5, 4.5, 2.5, 8, 13.5, 8, 2.5, 11.5, 9, 11.5);
      break;
    case SC_ICON_NUMBER:
      LINES (cr, 6.4, 2.5, 5, 13.5, 11, 2.5, 9.6, 13.5, 3, 6, 13.4, 6, 2.6, 10, 13, 10);
      break;
    case SC_ICON_CHOICE:
      LINES (cr, 6.5, 4, 13.5, 4, 6.5, 8, 13.5, 8, 6.5, 12, 13.5, 12, 2.5, 4, 3.5, 4, 2.5, 8, 3.5,
             8, 2.5, 12, 3.5, 12);
      break;
    case SC_ICON_YES_NO:
      round_rect (cr, 1.5, 4.5, 13, 7, 3.5);
      cairo_stroke (cr);
      cairo_arc (cr, 11, 8, 1.8, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SC_ICON_DATE:
      round_rect (cr, 2.5, 3.5, 11, 10, 1.5);
      cairo_stroke (cr);
      LINES (cr, 2.5, 6.8, 13.5, 6.8, 5.5, 1.8, 5.5, 4.5, 10.5, 1.8, 10.5, 4.5);
      break;
    case SC_ICON_LOOKUP:
      cairo_arc (cr, 6.8, 6.8, 4.2, 0, 2 * G_PI);
      cairo_stroke (cr);
      LINES (cr, 10, 10, 13.8, 13.8);
      break;
    case SC_ICON_FILE:
      cairo_move_to (cr, 9.5, 1.8);
      cairo_line_to (cr, 3.5, 1.8);
      cairo_line_to (cr, 3.5, 14.2);
      cairo_line_to (cr, 12.5, 14.2);
      cairo_line_to (cr, 12.5, 4.8);
      cairo_close_path (cr);
      cairo_stroke (cr);
      break;
    default:
      cairo_set_dash (cr, (const double[]){ 2, 1.7 }, 2, 0);
      round_rect (cr, 2.5, 2.5, 11, 11, 2);
      cairo_stroke (cr);
      break;
    }
}

static void
draw_problem_icon (cairo_t *cr, ScCanvasIcon icon, const GdkRGBA *inside)
{
  if (icon == SC_ICON_WARNING)
    {
      cairo_move_to (cr, 8, 1.8);
      cairo_line_to (cr, 14.8, 14);
      cairo_line_to (cr, 1.2, 14);
      cairo_close_path (cr);
    }
  else
    cairo_arc (cr, 8, 8, 6.6, 0, 2 * G_PI);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, inside);
  cairo_set_line_width (cr, 1.7);
  if (icon == SC_ICON_ADVICE)
    LINES (cr, 8, 7.4, 8, 11.6, 8, 4.4, 8, 5.2);
  else if (icon == SC_ICON_WARNING)
    LINES (cr, 8, 6.2, 8, 9.8, 8, 11.7, 8, 12.3);
  else
    LINES (cr, 8, 4.2, 8, 8.9, 8, 11.1, 8, 11.8);
}

static const GdkRGBA *
get_colour (const ScCanvasStyle *self, ScCanvasIcon icon)
{
  switch (icon)
    {
    case SC_ICON_ERROR:
    case SC_ICON_REQUIRED:
      return &self->error;
    case SC_ICON_WARNING:
    case SC_ICON_UNBOUND:
      return &self->warning;
    case SC_ICON_ADVICE:
      return &self->accent;
    case SC_ICON_OPTIONAL:
      return &self->bar;
    default:
      return &self->dim;
    }
}

static void
set_pen (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

static GdkTexture *
render (ScCanvasStyle *self, ScCanvasIcon icon)
{
  int size = (int) (SC_ICON_SIZE * self->icon_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  const GdkRGBA *colour = get_colour (self, icon);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, self->icon_scale, self->icon_scale);
  set_pen (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  if (icon >= SC_ICON_ADVICE)
    draw_problem_icon (cr, icon, &self->card);
  else if (icon == SC_ICON_REQUIRED || icon == SC_ICON_OPTIONAL)
    draw_asterisk (cr, icon == SC_ICON_REQUIRED ? 1.9 : 1.3);
  else if (icon == SC_ICON_ACTION)
    draw_bolt (cr);
  else if (icon == SC_ICON_FLOW)
    draw_cloud (cr);
  else
    draw_column_icon (cr, icon);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * size);
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes,
                                    cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}

GdkTexture *
sc_canvas_style_get_icon (ScCanvasStyle *self, ScCanvasIcon icon)
{
  if (self->icons[icon] == NULL)
    self->icons[icon] = render (self, icon);
  return self->icons[icon];
}

static ScCanvasIcon
get_column_icon (ScColumnType type)
{
  switch (type)
    {
    case SC_COLUMN_CHOICE:
    case SC_COLUMN_CHOICES:
    case SC_COLUMN_STATE:
    case SC_COLUMN_STATUS:
      return SC_ICON_CHOICE;
    case SC_COLUMN_YES_NO:
      return SC_ICON_YES_NO;
    case SC_COLUMN_DATE:
    case SC_COLUMN_DATE_TIME:
      return SC_ICON_DATE;
    case SC_COLUMN_LOOKUP:
    case SC_COLUMN_CUSTOMER:
    case SC_COLUMN_OWNER:
      return SC_ICON_LOOKUP;
    case SC_COLUMN_CURRENCY:
    case SC_COLUMN_INTEGER:
    case SC_COLUMN_DECIMAL:
    case SC_COLUMN_FLOAT:
    case SC_COLUMN_DURATION:
      return SC_ICON_NUMBER;
    case SC_COLUMN_FILE:
    case SC_COLUMN_IMAGE:
      return SC_ICON_FILE;
    default:
      return SC_ICON_TEXT;
    }
}

ScCanvasIcon
sc_canvas_icon_for_step (const ScStep *step, ScColumnType type)
{
  if (step->kind == SC_STEP_ACTION)
    return SC_ICON_ACTION;
  if (step->kind == SC_STEP_FLOW)
    return SC_ICON_FLOW;
  if (step->column == NULL)
    return SC_ICON_UNBOUND;
  return get_column_icon (type);
}

void
sc_column_icon_draw (cairo_t *cr, ScColumnType type)
{
  set_pen (cr);
  draw_column_icon (cr, get_column_icon (type));
}
