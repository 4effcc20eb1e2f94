/* sc-navigator-drag.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-navigator-drag.h"

#define NOTE_WIDTH 24 /* characters */
#define HOTSPOT_X  60 /* the note is below the pointer, not over what a refusal says beside it */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (SC_TYPE_NAVIGATOR_ROW, row);
}

static GtkWidget *
make_note (const char *title)
{
  GtkWidget *note = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (note), NOTE_WIDTH);
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
  gdk_drag_set_hotspot (drag, HOTSPOT_X, -16);
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
