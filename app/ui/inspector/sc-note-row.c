/* sc-note-row.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-note-row.h"

struct _ScNoteRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *sizer;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (ScNoteRow, sc_note_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (ScNoteRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
changed_cb (ScNoteRow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_label_set_label (self->sizer, text);
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, text);
}

static void
leave_cb (ScNoteRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
title_cb (ScNoteRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
sc_note_row_class_init (ScNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", SC_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", SC_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/stagecraft/Stagecraft/inspector/sc-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNoteRow, view);
  gtk_widget_class_bind_template_child (widget_class, ScNoteRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, ScNoteRow, sizer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
sc_note_row_init (ScNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

static gboolean
has_focus (ScNoteRow *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self->view));
}

void
sc_note_row_set_value (ScNoteRow *self, const char *text)
{
  g_autofree char *shown = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_return_if_fail (SC_IS_NOTE_ROW (self));

  shown = dup_text (self);
  a = g_strstrip (g_strdup (shown));
  b = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (g_str_equal (shown, text != NULL ? text : "") || (has_focus (self) && g_str_equal (a, b)))
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->showing = FALSE;
}
