/* sc-inspector.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-inspector.h"

struct _ScInspector
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (ScInspector, sc_inspector, GTK_TYPE_WIDGET)

static void
sc_inspector_dispose (GObject *object)
{
  ScInspector *self = SC_INSPECTOR (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_inspector_parent_class)->dispose (object);
}

static void
sc_inspector_class_init (ScInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sc_inspector_init (ScInspector *self)
{
  self->child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

GtkWidget *
sc_inspector_new (ScEditor *editor)
{
  ScInspector *self = g_object_new (SC_TYPE_INSPECTOR, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
