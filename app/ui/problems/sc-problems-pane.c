/* sc-problems-pane.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-problems-pane.h"

struct _ScProblemsPane
{
  GtkWidget parent_instance;

  ScEditor *editor;
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (ScProblemsPane, sc_problems_pane, GTK_TYPE_WIDGET)

static void
sc_problems_pane_dispose (GObject *object)
{
  ScProblemsPane *self = SC_PROBLEMS_PANE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (sc_problems_pane_parent_class)->dispose (object);
}

static void
sc_problems_pane_class_init (ScProblemsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_problems_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sc_problems_pane_init (ScProblemsPane *self)
{
  self->child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

GtkWidget *
sc_problems_pane_new (ScEditor *editor)
{
  ScProblemsPane *self = g_object_new (SC_TYPE_PROBLEMS_PANE, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
