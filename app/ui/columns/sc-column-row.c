/* sc-column-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-column-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-column-icon.h"
#include "sc-column-text.h"
#include "sc-matched.h"

struct _ScColumnRow
{
  GtkWidget parent_instance;

  ScColumn *column; /* NULL: none yet */
  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *used;
  GtkLabel *used_in;
};

G_DEFINE_FINAL_TYPE (ScColumnRow, sc_column_row, GTK_TYPE_WIDGET)

static void
draw_icon (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ScColumnRow *self = data;
  GdkRGBA colour;

  if (self->column == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  sc_column_icon_draw (cr, self->column->type);
}

static void
used_cb (ScColumnRow *self)
{
  if (self->column != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "columns.go-to", "s", self->column->name);
}

static void
sc_column_row_dispose (GObject *object)
{
  ScColumnRow *self = SC_COLUMN_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->column, sc_column_unref);

  G_OBJECT_CLASS (sc_column_row_parent_class)->dispose (object);
}

static void
sc_column_row_class_init (ScColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_column_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "column-row");
}

static GtkWidget *
new_used_button (ScColumnRow *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->used_in = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->used_in, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->used_in, 10);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "used");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
sc_column_row_init (ScColumnRow *self)
{
  self->icon = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->icon), 16);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->icon), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->icon), draw_icon, self, NULL);
  gtk_widget_set_valign (self->icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->icon, "dim-label");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (sc_matched_new_lines (&self->title, &self->detail), GTK_WIDGET (self));
  self->used = new_used_button (self);
  gtk_widget_set_parent (self->used, GTK_WIDGET (self));
}

GtkWidget *
sc_column_row_new (void)
{
  return g_object_new (SC_TYPE_COLUMN_ROW, NULL);
}

void
sc_column_row_show (ScColumnRow *self, const ScColumn *column, int language, const char *search)
{
  g_autofree char *detail = sc_column_text_describe (column);

  g_return_if_fail (SC_IS_COLUMN_ROW (self));

  if (self->column != column)
    {
      g_clear_pointer (&self->column, sc_column_unref);
      self->column = sc_column_ref (column);
    }
  gtk_label_set_label (self->title, sc_column_get_label (column, language));
  gtk_label_set_label (self->detail, detail);
  sc_matched_show (self->title, self->detail, strlen (column->name), search);
  gtk_widget_queue_draw (self->icon);
}

void
sc_column_row_show_uses (ScColumnRow *self, guint n_uses, const char *stages)
{
  g_autofree char *tip = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SC_IS_COLUMN_ROW (self));

  gtk_widget_set_visible (self->used, n_uses > 0);
  name = g_strdup_printf ("%s, %s", gtk_label_get_label (self->title),
                          gtk_label_get_label (self->detail));
  if (n_uses > 0)
    {
      tip = g_strdup_printf (_ ("Used in %s: go there"), stages);
      gtk_label_set_label (self->used_in, stages);
      gtk_widget_set_tooltip_text (self->used, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->used), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tip, -1);
    }
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const ScColumn *
sc_column_row_get_column (ScColumnRow *self)
{
  g_return_val_if_fail (SC_IS_COLUMN_ROW (self), NULL);

  return self->column;
}
