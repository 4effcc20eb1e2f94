/* sc-navigator-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-drag.h"

#include "sc-drag-note.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (SC_TYPE_NAVIGATOR_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  ScNavigatorRow *flow = SC_NAVIGATOR_ROW (row);

  sc_drag_note_show (drag, sc_navigator_row_get_title (flow));
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
