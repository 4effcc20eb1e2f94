/* sc-find-line.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-find-line.h"

/* Pixels. */
#define SPACING   6
#define MIN_ENTRY 130

struct _ScFindLine
{
  GtkWidget parent_instance;

  ScFindLine *other;
};

static void sc_find_line_init_buildable (GtkBuildableIface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScFindLine,
                               sc_find_line,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      sc_find_line_init_buildable))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
sc_find_line_init_buildable (GtkBuildableIface *interface)
{
  parent_buildable = g_type_interface_peek_parent (interface);
  interface->add_child = add_child;
}

static GtkWidget *
get_entry (ScFindLine *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

static GtkWidget *
get_buttons (ScFindLine *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self));
}

static int
get_size (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
fits (ScFindLine *self, int width)
{
  return MIN_ENTRY + SPACING + get_size (get_buttons (self), GTK_ORIENTATION_HORIZONTAL) <= width;
}

static GtkSizeRequestMode
sc_find_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sc_find_line_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  ScFindLine *self = SC_FIND_LINE (widget);
  int entry = get_size (get_entry (self), orientation);
  int buttons = get_size (get_buttons (self), orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (get_buttons (self), orientation, -1, minimum, NULL, NULL, NULL);
      *minimum = MAX (MIN_ENTRY, *minimum);
      *natural = entry + SPACING + buttons;
    }
  else
    {
      *minimum = for_size < 0 || fits (self, for_size) ? MAX (entry, buttons)
                                                       : entry + SPACING + buttons;
      *natural = *minimum;
    }
}

static void
place (GtkWidget *child, int x, int y, int width, int height, int line_width)
{
  GtkAllocation box = { x, y, width, height };

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    box.x = line_width - x - width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
sc_find_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScFindLine *self = SC_FIND_LINE (widget);
  int buttons = get_size (get_buttons (self), GTK_ORIENTATION_HORIZONTAL);
  int entry_height = get_size (get_entry (self), GTK_ORIENTATION_VERTICAL);

  if (!fits (self, width))
    {
      place (get_entry (self), 0, 0, width, entry_height, width);
      place (get_buttons (self), 0, entry_height + SPACING, width,
             MAX (height - entry_height - SPACING, 0), width);
      return;
    }
  if (self->other != NULL && fits (self->other, width))
    buttons = MAX (buttons, get_size (get_buttons (self->other), GTK_ORIENTATION_HORIZONTAL));
  place (get_entry (self), 0, 0, width - SPACING - buttons, height, width);
  place (get_buttons (self), width - buttons, 0, buttons, height, width);
}

static void
sc_find_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_find_line_parent_class)->dispose (object);
}

static void
sc_find_line_class_init (ScFindLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_find_line_dispose;
  widget_class->get_request_mode = sc_find_line_get_request_mode;
  widget_class->measure = sc_find_line_measure;
  widget_class->size_allocate = sc_find_line_size_allocate;
}

static void
sc_find_line_init (ScFindLine *self)
{
}

void
sc_find_line_align (ScFindLine *self, ScFindLine *other)
{
  g_return_if_fail (SC_IS_FIND_LINE (self));

  self->other = other;
}
