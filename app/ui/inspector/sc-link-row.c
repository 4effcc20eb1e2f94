/* sc-link-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-link-row.h"

struct _ScLinkRow
{
  AdwActionRow parent_instance;

  GtkWidget *button;
  GtkLabel *text;
  char *id;
};

G_DEFINE_FINAL_TYPE (ScLinkRow, sc_link_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (ScLinkRow *self)
{
  if (self->id != NULL)
    g_signal_emit (self, signals[SIGNAL_FOLLOWED], 0);
}

static void
sc_link_row_finalize (GObject *object)
{
  g_free (SC_LINK_ROW (object)->id);

  G_OBJECT_CLASS (sc_link_row_parent_class)->finalize (object);
}

static void
sc_link_row_class_init (ScLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_link_row_finalize;

  signals[SIGNAL_FOLLOWED] = g_signal_new ("followed", SC_TYPE_LINK_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScLinkRow, button);
  gtk_widget_class_bind_template_child (widget_class, ScLinkRow, text);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
sc_link_row_init (ScLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The name says title and value; by default the row would say its title once more. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
sc_link_row_new (const char *title)
{
  return g_object_new (SC_TYPE_LINK_ROW, "title", title, NULL);
}

void
sc_link_row_set_target (ScLinkRow *self, const char *id, const char *text)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SC_IS_LINK_ROW (self));

  if (g_strcmp0 (id, self->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  gtk_widget_set_sensitive (self->button, id != NULL);
  gtk_label_set_label (self->text, text);
  name = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                          text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

const char *
sc_link_row_get_id (ScLinkRow *self)
{
  g_return_val_if_fail (SC_IS_LINK_ROW (self), NULL);
  return self->id;
}
