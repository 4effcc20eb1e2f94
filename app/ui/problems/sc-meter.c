/* sc-meter.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-meter.h"

#include <glib/gi18n-lib.h>

#define NEAR_SHARE 0.8

struct _ScMeter
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *bar;
  double share;
  guint value;
  guint limit;
};

G_DEFINE_FINAL_TYPE (ScMeter, sc_meter, GTK_TYPE_WIDGET)

static void
sc_meter_dispose (GObject *object)
{
  ScMeter *self = SC_METER (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (sc_meter_parent_class)->dispose (object);
}

static void
sc_meter_class_init (ScMeterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_meter_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "meter");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
sc_meter_init (ScMeter *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->bar = gtk_level_bar_new ();
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

GtkWidget *
sc_meter_new (void)
{
  return g_object_new (SC_TYPE_METER, NULL);
}

static const char *
get_state (double share)
{
  if (share > 1)
    return "over";
  return share >= NEAR_SHARE ? "near" : "fine";
}

void
sc_meter_set (ScMeter *self, const char *text, guint value, guint limit)
{
  const char *classes[] = { NULL, NULL };
  g_autofree char *tip = NULL;

  g_return_if_fail (SC_IS_METER (self));
  g_return_if_fail (limit > 0);

  if (value == self->value && limit == self->limit
      && g_str_equal (text, gtk_label_get_label (GTK_LABEL (self->label))))
    return;
  self->value = value;
  self->limit = limit;
  self->share = (double) value / limit;
  classes[0] = get_state (self->share);
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->bar), limit);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), MIN (value, limit));
  if (value > limit)
    tip = g_strdup_printf (ngettext ("%u more than allowed", "%u more than allowed", value - limit),
                           value - limit);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

double
sc_meter_get_share (ScMeter *self)
{
  g_return_val_if_fail (SC_IS_METER (self), 0);
  return self->share;
}

const char *
sc_meter_get_text (ScMeter *self)
{
  g_return_val_if_fail (SC_IS_METER (self), NULL);
  return gtk_label_get_label (GTK_LABEL (self->label));
}
