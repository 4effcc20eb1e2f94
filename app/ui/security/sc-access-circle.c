/* sc-access-circle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-circle.h"

#include <adwaita.h>
#include <math.h>

#define LINE     1.5
#define N_LEVELS (SC_LEVEL_ORGANIZATION + 1)

struct _ScAccessCircles
{
  gatomicrefcount refs;
  int diameter;
  GdkRGBA line, full, part, odd, paper;
  int scale;                                    /* pixels of the device in one */
  GdkTexture *pictures[SC_N_CIRCLES][N_LEVELS]; /* NULL until it is first needed */
};

static void
look_up (GtkStyleContext *context, const char *name, GdkRGBA *color, const char *fallback)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    gdk_rgba_parse (color, fallback);
}

ScAccessCircles *
sc_access_circles_new (GtkWidget *widget, int diameter)
{
  ScAccessCircles *self = g_new0 (ScAccessCircles, 1);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  g_atomic_ref_count_init (&self->refs);
  self->diameter = diameter;
  self->scale = gtk_widget_get_scale_factor (widget);
  gtk_style_context_get_color (context, &self->line);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    self->line.alpha *= 0.45f;
  look_up (context, "success_color", &self->full, "green");
  look_up (context, "warning_color", &self->part, "orange");
  look_up (context, "error_color", &self->odd, "red");
  look_up (context, "view_bg_color", &self->paper, "white");
  return self;
}

ScAccessCircles *
sc_access_circles_ref (ScAccessCircles *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_access_circles_unref (ScAccessCircles *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (int kind = 0; kind < SC_N_CIRCLES; kind++)
    for (int level = 0; level < N_LEVELS; level++)
      g_clear_object (&self->pictures[kind][level]);
  g_free (self);
}

/* The outline of the whole and the slice that the level fills, from the top clockwise. */
static void
draw_level (ScAccessCircles *self, cairo_t *cr, ScLevel level)
{
  const double middle = self->diameter / 2.0, radius = middle - LINE, top = -G_PI / 2;
  const GdkRGBA *color = level == SC_LEVEL_NONE           ? &self->line
                         : level == SC_LEVEL_ORGANIZATION ? &self->full
                                                          : &self->part;

  gdk_cairo_set_source_rgba (cr, color);
  if (level > SC_LEVEL_NONE)
    {
      cairo_move_to (cr, middle, middle);
      cairo_arc (cr, middle, middle, radius, top, top + level * G_PI / 2);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  cairo_set_line_width (cr, LINE);
  cairo_arc (cr, middle, middle, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* A character of its own drawing, so that it is as large as the circle wants it. */
static void
draw_sign (ScAccessCircles *self, cairo_t *cr, const char *sign, double x, double y, double size)
{
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, size);
  cairo_text_extents (cr, sign, &extents);
  cairo_move_to (cr, x - extents.x_bearing - extents.width / 2,
                 y - extents.y_bearing - extents.height / 2);
  cairo_show_text (cr, sign);
}

/* At the corner that stays empty the longest, on a ring of the paper's colour that sets it off. */
static void
draw_odd (ScAccessCircles *self, cairo_t *cr)
{
  double radius = self->diameter * 0.29, at = radius;

  gdk_cairo_set_source_rgba (cr, &self->paper);
  cairo_arc (cr, at, at, radius + 1, 0, 2 * G_PI);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &self->odd);
  cairo_arc (cr, at, at, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &self->paper);
  draw_sign (self, cr, "!", at, at, radius * 1.7);
}

static void
draw_absent (ScAccessCircles *self, cairo_t *cr)
{
  double middle = self->diameter / 2.0;

  gdk_cairo_set_source_rgba (cr, &self->line);
  cairo_set_line_width (cr, LINE);
  cairo_move_to (cr, middle - 3, middle);
  cairo_line_to (cr, middle + 3, middle);
  cairo_stroke (cr);
}

/* A picture, since hundreds of them are painted with every step of scrolling. */
static GdkTexture *
draw (ScAccessCircles *self, ScLevel level, ScCircleKind kind)
{
  int size = (self->diameter + 2) * self->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, 1, 1);
  if (kind == SC_CIRCLE_ABSENT)
    draw_absent (self, cr);
  else
    draw_level (self, cr, level);
  if (kind == SC_CIRCLE_ODD)
    draw_odd (self, cr);
  if (kind == SC_CIRCLE_UNKNOWN)
    {
      gdk_cairo_set_source_rgba (cr, &self->odd);
      draw_sign (self, cr, "?", self->diameter / 2.0, self->diameter / 2.0, self->diameter * 0.7);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * size),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

void
sc_access_circles_append (ScAccessCircles *self,
                          GtkSnapshot *snapshot,
                          ScLevel level,
                          ScCircleKind kind,
                          int width,
                          int height)
{
  GdkTexture **picture = &self->pictures[kind][level];
  float size = (float) self->diameter + 2;
  float x = floorf (((float) width - size) / 2), y = floorf (((float) height - size) / 2);

  if (*picture == NULL)
    *picture = draw (self, level, kind);
  gtk_snapshot_append_texture (snapshot, *picture, &GRAPHENE_RECT_INIT (x, y, size, size));
}
