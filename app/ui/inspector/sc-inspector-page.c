/* sc-inspector-page.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-inspector-page.h"

#include "sc-shorten-label.h"

#define MAX_HEADING 100 /* characters */

typedef struct
{
  ScEditor *editor;
  GtkLabel *title;
  GtkLabel *subtitle;
} ScInspectorPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ScInspectorPage, sc_inspector_page, GTK_TYPE_WIDGET)

static void
sc_inspector_page_dispose (GObject *object)
{
  ScInspectorPagePrivate *priv
      = sc_inspector_page_get_instance_private (SC_INSPECTOR_PAGE (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->editor);

  G_OBJECT_CLASS (sc_inspector_page_parent_class)->dispose (object);
}

static void
sc_inspector_page_class_init (ScInspectorPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_inspector_page_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "inspector-page");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_heading (ScInspectorPage *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
sc_inspector_page_init (ScInspectorPage *self)
{
  ScInspectorPagePrivate *priv = sc_inspector_page_get_instance_private (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  priv->title = add_heading (self, "page-title");
  priv->subtitle = add_heading (self, "page-subtitle");
}

GtkWidget *
sc_inspector_page_new (GType type, ScEditor *editor)
{
  ScInspectorPage *self;
  ScInspectorPagePrivate *priv;

  g_return_val_if_fail (g_type_is_a (type, SC_TYPE_INSPECTOR_PAGE), NULL);

  self = g_object_new (type, NULL);
  priv = sc_inspector_page_get_instance_private (self);
  priv->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}

ScEditor *
sc_inspector_page_get_editor (ScInspectorPage *self)
{
  ScInspectorPagePrivate *priv = sc_inspector_page_get_instance_private (self);

  return priv->editor;
}

void
sc_inspector_page_update (ScInspectorPage *self)
{
  g_return_if_fail (SC_IS_INSPECTOR_PAGE (self));

  SC_INSPECTOR_PAGE_GET_CLASS (self)->update (self);
}

void
sc_inspector_page_set_heading (ScInspectorPage *self, const char *title, const char *subtitle)
{
  ScInspectorPagePrivate *priv = sc_inspector_page_get_instance_private (self);

  sc_shorten_label (priv->title, title, MAX_HEADING);
  sc_shorten_label (priv->subtitle, subtitle, MAX_HEADING);
  gtk_widget_set_visible (GTK_WIDGET (priv->subtitle), *subtitle != '\0');
}

void
sc_inspector_page_close_group (ScInspectorPage *self)
{
  ScInspectorPagePrivate *priv = sc_inspector_page_get_instance_private (self);
  ScDocument *document = priv->editor != NULL ? sc_editor_get_document (priv->editor) : NULL;

  if (document != NULL)
    sc_history_close_group (sc_document_get_history (document));
}
