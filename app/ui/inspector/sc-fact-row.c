/* sc-fact-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-fact-row.h"

#include <glib/gi18n-lib.h>

struct _ScFactRow
{
  AdwActionRow parent_instance;

  GtkLabel *value;
  GtkWidget *copy;
  gboolean copyable;
};

G_DEFINE_FINAL_TYPE (ScFactRow, sc_fact_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_COPYABLE
};

static void
copy_cb (ScFactRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->value));
}

static void
set_copyable (ScFactRow *self, gboolean copyable)
{
  self->copyable = copyable;
  gtk_label_set_selectable (self->value, copyable);
  gtk_label_set_ellipsize (self->value, copyable ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->value, !copyable);
  gtk_widget_set_visible (self->copy, copyable);
}

static void
sc_fact_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COPYABLE)
    g_value_set_boolean (value, SC_FACT_ROW (object)->copyable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_fact_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COPYABLE)
    set_copyable (SC_FACT_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sc_fact_row_class_init (ScFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sc_fact_row_get_property;
  object_class->set_property = sc_fact_row_set_property;
  g_object_class_install_property (
      object_class, PROP_COPYABLE,
      g_param_spec_boolean ("copyable", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFactRow, value);
  gtk_widget_class_bind_template_child (widget_class, ScFactRow, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
sc_fact_row_init (ScFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_copyable (self, FALSE);
  /* The name says title and value; by default the row would say its title once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
sc_fact_row_new (const char *title)
{
  return g_object_new (SC_TYPE_FACT_ROW, "title", title, NULL);
}

void
sc_fact_row_set_value (ScFactRow *self, const char *value)
{
  g_autofree char *name = NULL;
  g_autofree char *copy = NULL;
  const char *title;

  g_return_if_fail (SC_IS_FACT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), value != NULL);
  if (value == NULL || g_str_equal (value, gtk_label_get_label (self->value)))
    return;
  gtk_label_set_label (self->value, value);
  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  name = g_strdup_printf ("%s: %s", title, value);
  copy = g_strdup_printf (_ ("Copy: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, copy,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
sc_fact_row_get_value (ScFactRow *self)
{
  g_return_val_if_fail (SC_IS_FACT_ROW (self), NULL);
  return gtk_label_get_label (self->value);
}
