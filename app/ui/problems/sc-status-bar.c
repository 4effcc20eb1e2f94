/* sc-status-bar.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-status-bar.h"

struct _ScStatusBar
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (ScStatusBar, sc_status_bar, GTK_TYPE_WIDGET)

static void
sc_status_bar_dispose (GObject *object)
{
  ScStatusBar *self = SC_STATUS_BAR (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_status_bar_parent_class)->dispose (object);
}

static void
sc_status_bar_class_init (ScStatusBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_status_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sc_status_bar_init (ScStatusBar *self)
{
  self->child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

GtkWidget *
sc_status_bar_new (ScEditor *editor)
{
  ScStatusBar *self = g_object_new (SC_TYPE_STATUS_BAR, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
