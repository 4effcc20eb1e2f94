/* sc-text-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-text-row.h"

struct _ScTextRow
{
  AdwEntryRow parent_instance;

  gboolean showing; /* the text comes from the document, not from a person */
};

G_DEFINE_FINAL_TYPE (ScTextRow, sc_text_row, ADW_TYPE_ENTRY_ROW)

enum
{
  SIGNAL_EDITED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (ScTextRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
leave_cb (ScTextRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
title_cb (ScTextRow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
sc_text_row_class_init (ScTextRowClass *klass)
{
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SC_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", SC_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
sc_text_row_init (ScTextRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  /* The document's own undo covers typing, also long after the focus went elsewhere. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

GtkWidget *
sc_text_row_new (const char *title)
{
  return g_object_new (SC_TYPE_TEXT_ROW, "title", title, NULL);
}

static gboolean
has_focus (ScTextRow *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));

  return (gtk_widget_get_state_flags (text) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
means_the_same (const char *a, const char *b)
{
  g_autofree char *left = g_strstrip (g_strdup (a));
  g_autofree char *right = g_strstrip (g_strdup (b));

  return g_str_equal (left, right);
}

void
sc_text_row_set_value (ScTextRow *self, const char *text)
{
  const char *shown;
  int cursor = 0;

  g_return_if_fail (SC_IS_TEXT_ROW (self));

  text = text != NULL ? text : "";
  shown = gtk_editable_get_text (GTK_EDITABLE (self));
  if (g_str_equal (shown, text) || (has_focus (self) && means_the_same (shown, text)))
    return;
  if (has_focus (self))
    cursor = gtk_editable_get_position (GTK_EDITABLE (self));
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), cursor);
  self->showing = FALSE;
}
