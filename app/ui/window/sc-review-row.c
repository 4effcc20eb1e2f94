/* sc-review-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-review-row.h"

struct _ScReviewRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *detail;
  GtkWidget *conflict;
  GtkLabel *conflict_text;
};

G_DEFINE_FINAL_TYPE (ScReviewRow, sc_review_row, GTK_TYPE_LIST_BOX_ROW)

static void
sc_review_row_class_init (ScReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/window/sc-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScReviewRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ScReviewRow, title);
  gtk_widget_class_bind_template_child (widget_class, ScReviewRow, place);
  gtk_widget_class_bind_template_child (widget_class, ScReviewRow, detail);
  gtk_widget_class_bind_template_child (widget_class, ScReviewRow, conflict);
  gtk_widget_class_bind_template_child (widget_class, ScReviewRow, conflict_text);
}

static void
sc_review_row_init (ScReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What a screen reader says of the row. */
static void
set_name (ScReviewRow *self, const char *title, const char *const *more)
{
  g_autoptr (GString) name = g_string_new (title);

  for (guint i = 0; i < 3; i++)
    {
      if (more[i] != NULL)
        g_string_append_printf (name, ", %s", more[i]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

GtkWidget *
sc_review_row_new (const ScDifference *difference, const char *conflict)
{
  static const char *const icons[SC_N_DIFFERENCES] = {
    [SC_DIFFERENCE_ADDED] = "list-add-symbolic",
    [SC_DIFFERENCE_REMOVED] = "list-remove-symbolic",
    [SC_DIFFERENCE_CHANGED] = "document-edit-symbolic",
    [SC_DIFFERENCE_MOVED] = "object-flip-vertical-symbolic",
  };
  ScReviewRow *self = g_object_new (SC_TYPE_REVIEW_ROW, NULL);
  g_autofree char *title = sc_difference_describe (difference);
  const char *more[] = { difference->place, difference->detail, conflict };

  gtk_image_set_from_icon_name (self->icon, icons[difference->kind]);
  gtk_label_set_text (self->title, title);
  show_text (self->place, difference->place);
  show_text (self->detail, difference->detail);
  show_text (self->conflict_text, conflict);
  gtk_widget_set_visible (self->conflict, conflict != NULL);
  set_name (self, title, more);
  return GTK_WIDGET (self);
}
