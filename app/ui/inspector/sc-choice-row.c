/* sc-choice-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-choice-row.h"

#include "sc-matched.h"

struct _ScChoiceRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *warning;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (ScChoiceRow, sc_choice_row, GTK_TYPE_WIDGET)

static void
sc_choice_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_choice_row_parent_class)->dispose (object);
}

static void
sc_choice_row_class_init (ScChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_choice_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choice-row");
}

static GtkWidget *
add_icon (ScChoiceRow *self, const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_set_parent (icon, GTK_WIDGET (self));
  return icon;
}

static void
sc_choice_row_init (ScChoiceRow *self)
{
  gtk_widget_set_parent (sc_matched_new_lines (&self->title, &self->detail), GTK_WIDGET (self));
  self->warning = add_icon (self, "dialog-warning-symbolic");
  gtk_widget_add_css_class (self->warning, "warning");
  self->check = add_icon (self, "object-select-symbolic");
}

GtkWidget *
sc_choice_row_new (void)
{
  return g_object_new (SC_TYPE_CHOICE_ROW, NULL);
}

static void
set_css_class (gpointer widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Among what was found from all groups, each says where it is from. */
static char *
dup_detail (ScChoice *choice, const char *search)
{
  const char *detail = sc_choice_get_detail (choice);
  const char *group = sc_choice_get_group (choice);

  if (group == NULL || *search == '\0')
    return g_strdup (detail);
  return detail != NULL ? g_strdup_printf ("%s · %s", detail, group) : g_strdup (group);
}

void
sc_choice_row_show (ScChoiceRow *self, ScChoice *choice, const char *search, gboolean checked)
{
  g_autofree char *detail = dup_detail (choice, search);
  ScChoiceState state = sc_choice_get_state (choice);
  gboolean heading = state == SC_CHOICE_HEADING;

  g_return_if_fail (SC_IS_CHOICE_ROW (self));

  gtk_label_set_label (self->title, sc_choice_get_title (choice));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  sc_matched_show (self->title, self->detail, sc_choice_get_searched (choice), search);
  set_css_class (self, "heading", heading);
  set_css_class (self->title, "dim-label",
                 heading || state == SC_CHOICE_DIM || state == SC_CHOICE_BLOCKED);
  gtk_widget_set_visible (self->warning, state == SC_CHOICE_WARNS);
  gtk_widget_set_visible (self->check, checked);
}
