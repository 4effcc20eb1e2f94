/* sc-access-header.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-header.h"

#include <glib/gi18n-lib.h>

#include "sc-access-columns.h"
#include "sc-access-words.h"

struct _ScAccessHeader
{
  GtkWidget parent_instance;

  GtkWidget *role;
  GtkWidget *titles[SC_N_ACCESS];
  GtkWidget *preset;
};

G_DEFINE_FINAL_TYPE (ScAccessHeader, sc_access_header, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
sc_access_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A heading may break between its words; where a word does not fit all headings are shortened. */
static gboolean
full_headings_fit (ScAccessHeader *self, int cell_width)
{
  for (int i = 0; i < SC_N_ACCESS; i++)
    {
      int minimum;

      gtk_widget_measure (gtk_widget_get_first_child (self->titles[i]), GTK_ORIENTATION_HORIZONTAL,
                          -1, &minimum, NULL, NULL, NULL);
      if (minimum > cell_width - 6)
        return FALSE;
    }
  return TRUE;
}

static void
sc_access_header_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ScAccessHeader *self = SC_ACCESS_HEADER (widget);
  int cell_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SC_ACCESS_MIN_WIDTH;
      *natural = 860;
      return;
    }
  cell_width = sc_access_columns (for_size < 0 ? 860 : for_size).cell_width;
  gtk_widget_measure (self->role, orientation, -1, minimum, natural, NULL, NULL);
  for (int i = 0; i < SC_N_ACCESS && full_headings_fit (self, cell_width); i++)
    {
      int height;

      gtk_widget_measure (gtk_widget_get_first_child (self->titles[i]), orientation, cell_width,
                          &height, NULL, NULL, NULL);
      *minimum = *natural = MAX (*minimum, height);
    }
}

static void
sc_access_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScAccessHeader *self = SC_ACCESS_HEADER (widget);
  ScAccessColumns columns = sc_access_columns (width);
  gboolean fits = full_headings_fit (self, columns.cell_width);

  sc_access_place_child (self->role, columns.name_x, columns.name_width, height, width);
  for (int i = 0; i < SC_N_ACCESS; i++)
    {
      GtkWidget *full = gtk_widget_get_first_child (self->titles[i]);

      gtk_widget_set_child_visible (full, fits);
      gtk_widget_set_child_visible (gtk_widget_get_next_sibling (full), !fits);
      sc_access_place_child (self->titles[i], columns.cells_x + i * columns.cell_width,
                             columns.cell_width, height, width);
    }
  gtk_widget_set_child_visible (self->preset, !columns.narrow);
  sc_access_place_child (self->preset, columns.preset_x, columns.preset_width - 30, height, width);
}

static void
sc_access_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_access_header_parent_class)->dispose (object);
}

static void
sc_access_header_class_init (ScAccessHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_access_header_dispose;
  widget_class->get_request_mode = sc_access_header_get_request_mode;
  widget_class->measure = sc_access_header_measure;
  widget_class->size_allocate = sc_access_header_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "access-header");
}

/* Both the full and the short heading; the width decides which one is seen. */
static GtkWidget *
create_title (ScAccess access)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *full = gtk_label_new (sc_access_get_title (access));
  GtkWidget *initials = gtk_label_new (sc_access_get_initials (access));
  g_autofree char *tip
      = g_strdup_printf ("%s: %s", sc_access_get_title (access), sc_access_get_meaning (access));

  gtk_label_set_wrap (GTK_LABEL (full), TRUE);
  gtk_label_set_justify (GTK_LABEL (full), GTK_JUSTIFY_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), full);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), initials);
  gtk_widget_set_tooltip_text (overlay, tip);
  return overlay;
}

static void
sc_access_header_init (ScAccessHeader *self)
{
  self->role = gtk_label_new (_ ("Role"));
  gtk_label_set_xalign (GTK_LABEL (self->role), 0);
  gtk_widget_set_parent (self->role, GTK_WIDGET (self));
  for (int i = 0; i < SC_N_ACCESS; i++)
    {
      self->titles[i] = create_title ((ScAccess) i);
      gtk_widget_set_parent (self->titles[i], GTK_WIDGET (self));
    }
  self->preset = gtk_label_new (_ ("Access"));
  gtk_label_set_xalign (GTK_LABEL (self->preset), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->preset), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->preset, GTK_WIDGET (self));
}
