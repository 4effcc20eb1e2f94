/* drag-partner.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

/* Another program: a window from which a file's contents can be dragged, and on which text can be
 * dropped, which it prints. Usage: drag-partner MIME-TYPE FILE */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);
  g_autofree char *text
      = value != NULL ? g_strescape (g_value_get_string (value), NULL) : g_strdup ("(nothing)");

  gdk_drop_finish (GDK_DROP (source), GDK_ACTION_COPY);
  g_print ("dropped %s\n", text);
}

static GdkDragAction
enter_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, gpointer data)
{
  g_print ("over\n");
  return GDK_ACTION_COPY;
}

/* Where the pointer is something would take what is dragged. */
static void
action_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    g_print ("wanted\n");
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
}

static gboolean
drop_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, gpointer data)
{
  gdk_drop_read_value_async (drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, read_cb, NULL);
  return TRUE;
}

static GtkWidget *
make_content (const char *mime_type, const char *file)
{
  GtkWidget *label = gtk_label_new ("Another program");
  GtkDragSource *source = gtk_drag_source_new ();
  GdkContentFormats *formats = gdk_content_formats_union_deserialize_mime_types (
      gdk_content_formats_new_for_gtype (G_TYPE_STRING));
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize size;

  if (!g_file_get_contents (file, &text, &size, NULL))
    g_error ("cannot read %s", file);
  bytes = g_bytes_new_take (text, size);
  content = gdk_content_provider_new_for_bytes (mime_type, bytes);
  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drag-enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (target));
  return label;
}

int
main (int argc, char **argv)
{
  GtkWidget *window;

  if (argc != 3)
    return 2;
  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_window_set_child (GTK_WINDOW (window), make_content (argv[1], argv[2]));
  gtk_window_present (GTK_WINDOW (window));
  g_print ("ready\n");
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
