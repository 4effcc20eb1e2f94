/* sc-access-toggle.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-toggle.h"

#include "sc-access-circle.h"

#define DIAMETER 18

struct _ScAccessToggle
{
  GtkWidget parent_instance;

  ScLevel level;
  ScAccessCircles *circles; /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (ScAccessToggle, sc_access_toggle, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggle (ScAccessToggle *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
toggle_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_widget_is_sensitive (widget))
    toggle (SC_ACCESS_TOGGLE (widget));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, ScAccessToggle *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (GtkGestureClick *click, int n_press, double x, double y, ScAccessToggle *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    toggle (self);
}

static void
sc_access_toggle_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = DIAMETER + 8;
}

static void
sc_access_toggle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScAccessToggle *self = SC_ACCESS_TOGGLE (widget);
  gboolean odd = self->level != SC_LEVEL_NONE && self->level != SC_LEVEL_ORGANIZATION;

  if (self->circles == NULL)
    self->circles = sc_access_circles_new (widget, DIAMETER);
  sc_access_circles_append (self->circles, snapshot, self->level,
                            odd ? SC_CIRCLE_ODD : SC_CIRCLE_PLAIN, gtk_widget_get_width (widget),
                            gtk_widget_get_height (widget));
}

static void
sc_access_toggle_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sc_access_toggle_parent_class)->css_changed (widget, change);
  g_clear_pointer (&SC_ACCESS_TOGGLE (widget)->circles, sc_access_circles_unref);
}

static void
sc_access_toggle_finalize (GObject *object)
{
  g_clear_pointer (&SC_ACCESS_TOGGLE (object)->circles, sc_access_circles_unref);

  G_OBJECT_CLASS (sc_access_toggle_parent_class)->finalize (object);
}

static void
sc_access_toggle_class_init (ScAccessToggleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_access_toggle_finalize;
  widget_class->css_changed = sc_access_toggle_css_changed;
  widget_class->measure = sc_access_toggle_measure;
  widget_class->snapshot = sc_access_toggle_snapshot;

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", SC_TYPE_ACCESS_TOGGLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "access-toggle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_widget_class_install_action (widget_class, "access.toggle", NULL, toggle_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "access.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "access.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "access.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "access.toggle", NULL);
}

static void
sc_access_toggle_init (ScAccessToggle *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sc_access_toggle_new (void)
{
  return g_object_new (SC_TYPE_ACCESS_TOGGLE, NULL);
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
sc_access_toggle_set (ScAccessToggle *self, ScLevel level, const char *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SC_IS_ACCESS_TOGGLE (self));

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
sc_access_toggle_get_level (ScAccessToggle *self)
{
  g_return_val_if_fail (SC_IS_ACCESS_TOGGLE (self), SC_LEVEL_NONE);
  return self->level;
}
