/* sc-welcome.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-welcome.h"

#include "sc-recent.h"

#define MAX_RECENT 5

struct _ScWelcome
{
  GtkWidget parent_instance;

  GPtrArray *paths; /* of char *: behind the rows */

  GtkWidget *page;
  GtkWidget *recent;
  GtkListBox *recent_rows;
};

G_DEFINE_FINAL_TYPE (ScWelcome, sc_welcome, GTK_TYPE_WIDGET)

static void
row_activated_cb (ScWelcome *self, GtkListBoxRow *row)
{
  const char *path = g_ptr_array_index (self->paths, gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "^ay", path);
}

static GtkWidget *
new_row (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = sc_recent_dup_folder (path);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
map_cb (ScWelcome *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_rows, 0)) != NULL)
    gtk_list_box_remove (self->recent_rows, GTK_WIDGET (row));
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  self->paths = sc_recent_list (MAX_RECENT);
  for (guint i = 0; i < self->paths->len; i++)
    {
      gtk_list_box_append (self->recent_rows, new_row (g_ptr_array_index (self->paths, i)));
    }
  gtk_widget_set_visible (self->recent, self->paths->len > 0);
}

static void
sc_welcome_dispose (GObject *object)
{
  ScWelcome *self = SC_WELCOME (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_pointer (&self->paths, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_welcome_parent_class)->dispose (object);
}

static void
sc_welcome_class_init (ScWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stagecraft/Stagecraft/window/sc-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ScWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, ScWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, ScWelcome, recent_rows);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sc_welcome_init (ScWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
