/* sc-canvas-style.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-style.h"

#include <adwaita.h>
#include <math.h>

/* Far enough apart to be told from each other, also by most colour-blind people next to each
 * other; no red and no yellow, which mean problems. */
static const struct
{
  const char *light, *dark;
} table_colours[] = {
  { "#3584e4", "#62a0ea" }, { "#a347ba", "#c88fd6" }, { "#1e9aa8", "#4fc3cf" },
  { "#e66100", "#ff9d57" }, { "#2a9d5c", "#5cd68d" }, { "#d1478c", "#f080b8" },
  { "#865e3c", "#c8a07a" }, { "#5e7487", "#9db2c4" },
};

ScCanvasStyle *
sc_canvas_style_new (void)
{
  ScCanvasStyle *self = g_rc_box_new0 (ScCanvasStyle);

  self->detail = TRUE;
  self->text_scale = 1;
  self->icon_scale = 1;
  for (int i = 0; i < SC_N_TEXT_LOOKS; i++)
    {
      self->looks[i] = pango_attr_list_new ();
      pango_attr_list_insert (self->looks[i], pango_attr_insert_hyphens_new (FALSE));
    }
  pango_attr_list_insert (self->looks[SC_TEXT_BOLD], pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (self->looks[SC_TEXT_SMALL], pango_attr_scale_new (0.86));
  pango_attr_list_insert (self->looks[SC_TEXT_SMALL_BOLD], pango_attr_scale_new (0.86));
  pango_attr_list_insert (self->looks[SC_TEXT_SMALL_BOLD],
                          pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  return self;
}

ScCanvasStyle *
sc_canvas_style_ref (ScCanvasStyle *self)
{
  return g_rc_box_acquire (self);
}

static void
forget_icons (ScCanvasStyle *self)
{
  for (int i = 0; i < SC_N_ICONS; i++)
    g_clear_object (&self->icons[i]);
}

static void
style_clear (gpointer data)
{
  ScCanvasStyle *self = data;

  forget_icons (self);
  g_clear_object (&self->pango);
  for (int i = 0; i < SC_N_TEXT_LOOKS; i++)
    pango_attr_list_unref (self->looks[i]);
}

void
sc_canvas_style_unref (ScCanvasStyle *self)
{
  g_rc_box_release_full (self, style_clear);
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name, const char *fallback)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gdk_rgba_parse (&colour, fallback);
  return colour;
}

/* What top looks like when it lies on bottom, with that opacity. */
static GdkRGBA
blend (GdkRGBA bottom, GdkRGBA top, double opacity)
{
  double a = top.alpha * opacity;

  return (GdkRGBA){ bottom.red + (top.red - bottom.red) * a,
                    bottom.green + (top.green - bottom.green) * a,
                    bottom.blue + (top.blue - bottom.blue) * a, 1 };
}

/* Height of text at its usual size, in pixels. */
#define USUAL_TEXT (11 * 96 / 72.0)

static double
get_pixels (PangoContext *context, const PangoFontDescription *font)
{
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : 96) / 72;
}

/* Larger text makes the whole drawing larger instead, so that it fits as it always does. Texts that
 * were made for a context that is the same stay as they are. */
static void
load_text (ScCanvasStyle *self, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));
  double size = get_pixels (context, font);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  self->text_scale = MAX (size / USUAL_TEXT, 1);
  pango_font_description_set_absolute_size (font, size / self->text_scale * PANGO_SCALE);
  if (self->pango == NULL || mirrored != self->mirrored
      || !pango_font_description_equal (font, pango_context_get_font_description (self->pango)))
    {
      pango_context_set_font_description (context, font);
      g_set_object (&self->pango, context);
    }
  self->mirrored = mirrored;
  pango_font_description_free (font);
  g_object_unref (context);
}

void
sc_canvas_style_load (ScCanvasStyle *self, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA yellow = { 0.9, 0.65, 0.04, 1 };
  gboolean strong;

  self->dark = adw_style_manager_get_dark (manager);
  self->high_contrast = strong = adw_style_manager_get_high_contrast (manager);
  self->background = look_up (widget, "view_bg_color", self->dark ? "#1e1e1e" : "#ffffff");
  self->text = look_up (widget, "view_fg_color", self->dark ? "#ffffff" : "#2e3436");
  self->accent = look_up (widget, "accent_bg_color", "#3584e4");
  self->on_accent = look_up (widget, "accent_fg_color", "#ffffff");
  self->error = look_up (widget, "error_color", self->dark ? "#ff7b63" : "#c01c28");
  self->warning = look_up (widget, "warning_color", self->dark ? "#f8e45c" : "#ae7b03");

  self->background.alpha = 1;
  self->text = blend (self->background, self->text, 1);
  self->card = self->dark ? blend (self->background, self->text, 0.09) : self->background;
  self->dim = blend (self->card, self->text, strong ? 0.9 : 0.75);
  self->bar = blend (self->card, self->text, strong ? 0.7 : 0.35);
  self->border = blend (self->background, self->text, strong ? 0.8 : self->dark ? 0.28 : 0.2);
  self->separator = blend (self->card, self->text, strong ? 0.56 : 0.08);
  self->shadow = (GdkRGBA){ 0, 0, 0, self->dark ? 0.25 : 0.06 };
  self->line = blend (self->background, self->text, strong ? 0.9 : 0.56);
  self->hover = blend (self->card, self->text, strong ? 0.15 : 0.05);
  self->selected = blend (self->card, self->accent, strong ? 0.3 : self->dark ? 0.32 : 0.16);
  self->condition = blend (self->background, yellow, self->dark ? 0.16 : 0.12);
  self->condition_border = strong ? self->text : blend (self->background, yellow, 0.9);

  load_text (self, widget);
  forget_icons (self);
}

/* A few sizes only: between two of them nothing is laid out anew. */
static double
get_name_scale (double zoom)
{
  static const struct
  {
    double from, scale;
  } sizes[] = { { 0.4, 1.9 }, { 0.32, 2.4 }, { 0.25, 3 }, { SC_NAME_ZOOM, 3.8 } };

  for (guint i = 0; zoom < SC_DETAIL_ZOOM && i < G_N_ELEMENTS (sizes); i++)
    if (zoom >= sizes[i].from)
      return sizes[i].scale;
  return 0;
}

gboolean
sc_canvas_style_set_zoom (ScCanvasStyle *self, double zoom, int scale_factor)
{
  gboolean detail = zoom >= SC_DETAIL_ZOOM;
  double name_scale = get_name_scale (zoom);
  double icon_scale = ceil (MAX (zoom, 1) * self->text_scale * scale_factor);
  gboolean changed
      = detail != self->detail || name_scale != self->name_scale || icon_scale != self->icon_scale;

  if (icon_scale != self->icon_scale)
    forget_icons (self);
  self->detail = detail;
  self->name_scale = name_scale;
  self->icon_scale = icon_scale;

  return changed;
}

GdkRGBA
sc_canvas_style_get_table_colour (const ScCanvasStyle *self, guint n)
{
  guint i = n % G_N_ELEMENTS (table_colours);
  GdkRGBA colour;

  gdk_rgba_parse (&colour, self->dark ? table_colours[i].dark : table_colours[i].light);
  return colour;
}

gboolean
sc_canvas_style_is_stale (const ScCanvasStyle *self, PangoLayout *text)
{
  return text == NULL || pango_layout_get_context (text) != self->pango;
}

PangoLayout *
sc_canvas_style_new_text (ScCanvasStyle *self, const char *text, double width, ScTextLook look)
{
  PangoLayout *layout = pango_layout_new (self->pango);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (look != SC_TEXT_NORMAL)
    pango_layout_set_attributes (layout, self->looks[look]);
  /* At the start of the line, whichever way the text itself runs. */
  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}

static void
mirror (GtkSnapshot *snapshot, double width)
{
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) width, 0));
  gtk_snapshot_scale (snapshot, -1, 1);
}

void
sc_snapshot_begin_mirrored (GtkSnapshot *snapshot, const ScCanvasStyle *style, double width)
{
  gtk_snapshot_save (snapshot);
  if (style->mirrored)
    mirror (snapshot, width);
}

void
sc_snapshot_end_mirrored (GtkSnapshot *snapshot)
{
  gtk_snapshot_restore (snapshot);
}

void
sc_snapshot_text (
    GtkSnapshot *snapshot, PangoLayout *text, double x, double middle, const GdkRGBA *colour)
{
  PangoContext *context = pango_layout_get_context (text);
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) floor (middle - height / 2.0)));
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    mirror (snapshot, (double) pango_layout_get_width (text) / PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

void
sc_snapshot_rect (
    GtkSnapshot *snapshot, const GdkRGBA *colour, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (
      snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
sc_snapshot_box (GtkSnapshot *snapshot,
                 graphene_rect_t bounds,
                 double radius,
                 const GdkRGBA *fill,
                 const GdkRGBA *border,
                 double border_width)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) radius);
  if (fill != NULL)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, fill, &bounds);
      gtk_snapshot_pop (snapshot);
    }
  if (border_width > 0)
    {
      float width = (float) border_width;

      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                                  (GdkRGBA[4]){ *border, *border, *border, *border });
    }
}

void
sc_snapshot_icon (
    GtkSnapshot *snapshot, ScCanvasStyle *style, ScCanvasIcon icon, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  if (style->mirrored)
    mirror (snapshot, SC_ICON_SIZE);
  gtk_snapshot_append_texture (snapshot, sc_canvas_style_get_icon (style, icon),
                               &GRAPHENE_RECT_INIT (0, 0, SC_ICON_SIZE, SC_ICON_SIZE));
  gtk_snapshot_restore (snapshot);
}
