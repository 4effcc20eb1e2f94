/* sc-drag-note.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-drag-note.h"

#define WIDTH     24 /* characters */
#define HOTSPOT_X 60
#define HOTSPOT_Y (-16)

void
sc_drag_note_show (GdkDrag *drag, const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (note), WIDTH);
  gtk_widget_add_css_class (note, "sc-drag-note");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), note);
  gdk_drag_set_hotspot (drag, HOTSPOT_X, HOTSPOT_Y);
}
