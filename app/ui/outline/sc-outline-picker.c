/* sc-outline-picker.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-outline-picker.h"

#include "sc-choice-view.h"

#define WIDTH 300

struct _ScOutlinePicker
{
  GtkPopover parent_instance;

  ScChoiceView *view;
};

G_DEFINE_FINAL_TYPE (ScOutlinePicker, sc_outline_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
sc_outline_picker_filter (ScOutlinePicker *self, const char *text)
{
  g_return_if_fail (SC_IS_OUTLINE_PICKER (self));

  sc_choice_view_search (self->view, text);
}

gboolean
sc_outline_picker_move (ScOutlinePicker *self, int by)
{
  g_return_val_if_fail (SC_IS_OUTLINE_PICKER (self), FALSE);

  return sc_choice_view_move (self->view, by);
}

gboolean
sc_outline_picker_get_choice (ScOutlinePicker *self, const char **id)
{
  ScChoice *choice;

  g_return_val_if_fail (SC_IS_OUTLINE_PICKER (self), FALSE);

  choice = sc_choice_view_get_choice (self->view);
  if (choice == NULL)
    return FALSE;
  if (id != NULL)
    *id = sc_choice_get_id (choice);
  return TRUE;
}

static void
picked_cb (ScOutlinePicker *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
sc_outline_picker_class_init (ScOutlinePickerClass *klass)
{
  signals[SIGNAL_PICKED] = g_signal_new ("picked", SC_TYPE_OUTLINE_PICKER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_outline_picker_init (ScOutlinePicker *self)
{
  self->view = g_object_new (SC_TYPE_CHOICE_VIEW, NULL);
  g_signal_connect_object (self->view, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->view));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "picker");
}

ScOutlinePicker *
sc_outline_picker_new (GListModel *choices, const char *current, ScChoiceOther other, gpointer data)
{
  ScOutlinePicker *self = g_object_new (SC_TYPE_OUTLINE_PICKER, NULL);

  sc_choice_view_set_other (self->view, other, data);
  sc_choice_view_set_choices (self->view, choices, current);
  return self;
}
