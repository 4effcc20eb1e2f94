/* sc-access-cell.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-cell.h"

#include <math.h>

#define DIAMETER 18
#define LINE     1.5

struct _ScAccessCell
{
  GtkWidget parent_instance;

  ScLevel level;
};

G_DEFINE_FINAL_TYPE (ScAccessCell, sc_access_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggle (ScAccessCell *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
toggle_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_widget_is_sensitive (widget))
    toggle (SC_ACCESS_CELL (widget));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, ScAccessCell *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, ScAccessCell *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    toggle (self);
}

static void
sc_access_cell_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = DIAMETER + 8;
}

/* The outline of the whole and the slice that the level fills, from the top clockwise. */
static void
draw (cairo_t *cr, double x, double y, ScLevel level, const GdkRGBA *line, const GdkRGBA *fill)
{
  const double radius = DIAMETER / 2.0 - LINE;
  const double top = -G_PI / 2;

  if (level > SC_LEVEL_NONE)
    {
      gdk_cairo_set_source_rgba (cr, fill);
      if (level == SC_LEVEL_ORGANIZATION)
        cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      else
        {
          cairo_move_to (cr, x, y);
          cairo_arc (cr, x, y, radius, top, top + level * G_PI / 2);
          cairo_close_path (cr);
        }
      cairo_fill (cr);
    }
  gdk_cairo_set_source_rgba (cr, level > SC_LEVEL_NONE ? fill : line);
  cairo_set_line_width (cr, LINE);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
look_up (GtkStyleContext *context, const char *name, GdkRGBA *color, const char *fallback)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    gdk_rgba_parse (color, fallback);
}

static void
sc_access_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScAccessCell *self = SC_ACCESS_CELL (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double x = floor ((width - DIAMETER) / 2);
  double y = floor ((height - DIAMETER) / 2);
  GdkRGBA line, fill;
  cairo_t *cr;

  gtk_style_context_get_color (context, &line);
  line.alpha *= 0.45f;
  look_up (context, self->level == SC_LEVEL_ORGANIZATION ? "success_color" : "warning_color", &fill,
           "green");
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) x, (float) y, DIAMETER, DIAMETER));
  draw (cr, x + DIAMETER / 2.0, y + DIAMETER / 2.0, self->level, &line, &fill);
  cairo_destroy (cr);
}

static void
sc_access_cell_class_init (ScAccessCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sc_access_cell_measure;
  widget_class->snapshot = sc_access_cell_snapshot;

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", SC_TYPE_ACCESS_CELL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "access-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_install_action (widget_class, "access.toggle", NULL, toggle_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "access.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "access.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "access.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "access.toggle", NULL);
}

static void
sc_access_cell_init (ScAccessCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sc_access_cell_new (void)
{
  return g_object_new (SC_TYPE_ACCESS_CELL, NULL);
}

/* Only Organization means something on the table of a flow: the levels between are neither. */
static GtkAccessibleTristate
get_checked (ScLevel level)
{
  if (level == SC_LEVEL_NONE)
    return GTK_ACCESSIBLE_TRISTATE_FALSE;
  return level == SC_LEVEL_ORGANIZATION ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_MIXED;
}

void
sc_access_cell_set (ScAccessCell *self, ScLevel level, const char *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SC_IS_ACCESS_CELL (self));

  label = g_strdup_printf ("%s, %s", name, sc_level_get_title (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               get_checked (level), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  if (self->level != level)
    {
      self->level = level;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

ScLevel
sc_access_cell_get_level (ScAccessCell *self)
{
  g_return_val_if_fail (SC_IS_ACCESS_CELL (self), SC_LEVEL_NONE);
  return self->level;
}
