/* sc-navigator-heading.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-heading.h"

#include <glib/gi18n-lib.h>

struct _ScNavigatorHeading
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *meter;
  guint n_active, limit; /* what it says */
};

G_DEFINE_FINAL_TYPE (ScNavigatorHeading, sc_navigator_heading, GTK_TYPE_WIDGET)

static char *
describe_meter (const ScNavigatorGroup *group)
{
  /* TRANSLATORS: how many flows are active on a table, and how many can be. */
  return g_strdup_printf (_ ("%u of %u active"), group->n_active, group->limit);
}

static void
set_css_class (GtkLabel *label, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

void
sc_navigator_meter_show (GtkLabel *label, const ScNavigatorGroup *group)
{
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), group != NULL);
  if (group == NULL)
    return;

  text = describe_meter (group);
  tooltip = g_strdup_printf (ngettext ("At most %u flow of a table can be active at a time",
                                       "At most %u flows of a table can be active at a time",
                                       group->limit),
                             group->limit);
  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), tooltip);
  set_css_class (label, "dim-label", group->n_active < group->limit);
  set_css_class (label, "warning", group->n_active == group->limit);
  set_css_class (label, "error", group->n_active > group->limit);
}

static gboolean
is_shown (ScNavigatorHeading *self, const ScNavigatorGroup *group)
{
  return g_str_equal (gtk_label_get_text (self->title), group->title)
         && self->n_active == group->n_active && self->limit == group->limit;
}

void
sc_navigator_heading_show (ScNavigatorHeading *self, const ScNavigatorGroup *group)
{
  g_autofree char *meter = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SC_IS_NAVIGATOR_HEADING (self));

  if (is_shown (self, group))
    return;

  self->n_active = group->n_active;
  self->limit = group->limit;
  meter = describe_meter (group);
  name = g_strdup_printf ("%s, %s", group->title, meter);
  gtk_label_set_text (self->title, group->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), group->title);
  sc_navigator_meter_show (self->meter, group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sc_navigator_heading_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_navigator_heading_parent_class)->dispose (object);
}

static void
sc_navigator_heading_class_init (ScNavigatorHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_navigator_heading_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "navigator-heading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static GtkLabel *
add_label (ScNavigatorHeading *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
sc_navigator_heading_init (ScNavigatorHeading *self)
{
  self->title = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->meter = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->meter), "numeric");
}

GtkWidget *
sc_navigator_heading_new (void)
{
  return g_object_new (SC_TYPE_NAVIGATOR_HEADING, NULL);
}
