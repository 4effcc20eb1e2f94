/* sc-access-heading.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-heading.h"

#define MARGIN 10
#define ARROW  8
#define MARK   16
#define GAP    6

struct _ScAccessHeading
{
  GtkWidget parent_instance;

  ScHeadingKind kind;
  char *text;
  char *name;
  char *warning;
  int start, end;
  PangoLayout *layout; /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (ScAccessHeading, sc_access_heading, GTK_TYPE_WIDGET)

static const char *const classes[] = { "row", "group", "privilege" };

static void
look_up (GtkStyleContext *context, const char *name, GdkRGBA *color, const char *fallback)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    gdk_rgba_parse (color, fallback);
}

static void
draw_text (ScAccessHeading *self, GtkSnapshot *snapshot, int x, int width, int height)
{
  gboolean centered = self->kind == SC_HEADING_PRIVILEGE;
  GdkRGBA color;
  int text_height;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  pango_layout_set_alignment (self->layout, centered ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_width (self->layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* There is a menu. */
static void
draw_arrow (ScAccessHeading *self, GtkSnapshot *snapshot, int x, int height)
{
  int y = (height - ARROW / 2) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, ARROW, ARROW));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.6f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, ARROW, 0);
  cairo_rel_line_to (cr, -ARROW / 2.0, ARROW / 2.0);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_mark (ScAccessHeading *self, GtkSnapshot *snapshot, int x, int height)
{
  int y = (height - MARK) / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT ((float) x, (float) y, MARK, MARK));
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color, paper;

  look_up (context, "warning_color", &color, "orange");
  look_up (context, "view_bg_color", &paper, "white");
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x + MARK / 2.0, y + 2.5);
  cairo_line_to (cr, x + MARK - 1.5, y + MARK - 2.5);
  cairo_line_to (cr, x + 1.5, y + MARK - 2.5);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &paper);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, x + MARK / 2.0, y + 6);
  cairo_rel_line_to (cr, 0, 3.2);
  cairo_move_to (cr, x + MARK / 2.0, y + MARK - 4);
  cairo_rel_line_to (cr, 0, 0.1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The text takes what the arrow and the mark leave. */
static void
sc_access_heading_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScAccessHeading *self = SC_ACCESS_HEADING (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int margin = self->kind == SC_HEADING_PRIVILEGE ? 1 : MARGIN;
  int start = self->start + margin, end = width - self->end - margin;

  if (self->kind != SC_HEADING_PRIVILEGE)
    {
      end -= ARROW;
      draw_arrow (self, snapshot, rtl ? width - end - ARROW : end, height);
      end -= GAP;
    }
  if (self->warning != NULL)
    {
      end -= MARK;
      draw_mark (self, snapshot, rtl ? width - end - MARK : end, height);
      end -= GAP;
    }
  draw_text (self, snapshot, rtl ? width - end : start, end - start, height);
}

static void
sc_access_heading_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sc_access_heading_parent_class)->css_changed (widget, change);
  g_clear_object (&SC_ACCESS_HEADING (widget)->layout);
  gtk_widget_queue_draw (widget);
}

static void
sc_access_heading_finalize (GObject *object)
{
  ScAccessHeading *self = SC_ACCESS_HEADING (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self->name);
  g_free (self->warning);

  G_OBJECT_CLASS (sc_access_heading_parent_class)->finalize (object);
}

static void
sc_access_heading_class_init (ScAccessHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_access_heading_finalize;
  widget_class->snapshot = sc_access_heading_snapshot;
  widget_class->css_changed = sc_access_heading_css_changed;
  gtk_widget_class_set_css_name (widget_class, "access-heading");
}

static void
sc_access_heading_init (ScAccessHeading *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sc_access_heading_new (ScHeadingKind kind)
{
  GtkAccessibleRole role
      = kind == SC_HEADING_ROW ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  ScAccessHeading *self = g_object_new (SC_TYPE_ACCESS_HEADING, "accessible-role", role, NULL);

  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[kind]);
  return GTK_WIDGET (self);
}

void
sc_access_heading_set (ScAccessHeading *self, const char *text, const char *name)
{
  g_return_if_fail (SC_IS_ACCESS_HEADING (self));

  if (g_strcmp0 (self->text, text) == 0 && g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->text);
  g_free (self->name);
  self->text = g_strdup (text);
  self->name = g_strdup (name);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sc_access_heading_set_warning (ScAccessHeading *self, const char *warning)
{
  g_return_if_fail (SC_IS_ACCESS_HEADING (self));

  if (g_strcmp0 (self->warning, warning) == 0)
    return;
  g_free (self->warning);
  self->warning = g_strdup (warning);
  if (warning != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    warning, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
sc_access_heading_get_warning (ScAccessHeading *self)
{
  return self->warning;
}

const char *
sc_access_heading_get_name (ScAccessHeading *self)
{
  return self->name;
}

void
sc_access_heading_set_insets (ScAccessHeading *self, int start, int end)
{
  g_return_if_fail (SC_IS_ACCESS_HEADING (self));

  if (self->start == start && self->end == end)
    return;
  self->start = start;
  self->end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
