/* sc-navigator-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-drag.h"

#define REASON_WIDTH 32 /* characters */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (SC_TYPE_NAVIGATOR_ROW, row);
}

static GtkWidget *
make_note (const char *title)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *reason = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), REASON_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), REASON_WIDTH);
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_add_css_class (reason, "error");
  gtk_widget_hide (reason);
  gtk_box_append (GTK_BOX (note), name);
  gtk_box_append (GTK_BOX (note), reason);
  gtk_widget_add_css_class (note, "sc-drag-note");
  return note;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  ScNavigatorRow *flow = SC_NAVIGATOR_ROW (row);

  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)),
                           make_note (sc_navigator_row_get_title (flow)));
  gdk_drag_set_hotspot (drag, -12, -12);
  gtk_widget_add_css_class (row, "dragged");
  sc_navigator_tell ("drag-begin flow %s", sc_navigator_row_get_id (flow));
}

static void
drag_end_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  gtk_widget_remove_css_class (row, "dragged");
}

static gboolean
drag_cancel_cb (void)
{
  sc_navigator_tell ("drag-cancel");
  return FALSE;
}

void
sc_navigator_drag_init (ScNavigatorRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
}

void
sc_navigator_drag_explain (GdkDrop *drop, const char *reason)
{
  GdkDrag *drag = gdk_drop_get_drag (drop);
  GtkWidget *icon = drag != NULL ? gtk_drag_icon_get_for_drag (drag) : NULL;
  GtkWidget *note = icon != NULL ? gtk_drag_icon_get_child (GTK_DRAG_ICON (icon)) : NULL;
  GtkWidget *label = note != NULL ? gtk_widget_get_last_child (note) : NULL;

  if (!GTK_IS_LABEL (label))
    return;
  gtk_label_set_text (GTK_LABEL (label), reason != NULL ? reason : "");
  gtk_widget_set_visible (label, reason != NULL);
}
