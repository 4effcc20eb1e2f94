/* sc-security-view.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-security-view.h"

struct _ScSecurityView
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (ScSecurityView, sc_security_view, GTK_TYPE_WIDGET)

static void
sc_security_view_dispose (GObject *object)
{
  ScSecurityView *self = SC_SECURITY_VIEW (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_security_view_parent_class)->dispose (object);
}

static void
sc_security_view_class_init (ScSecurityViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_security_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sc_security_view_init (ScSecurityView *self)
{
  self->child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

GtkWidget *
sc_security_view_new (ScEditor *editor)
{
  ScSecurityView *self = g_object_new (SC_TYPE_SECURITY_VIEW, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
