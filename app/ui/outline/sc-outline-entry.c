/* sc-outline-entry.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-entry.h"

#include <glib/gi18n-lib.h>

#include "sc-outline-picker.h"

struct _ScOutlineEntry
{
  GtkWidget parent_instance;

  GtkWidget *text;         /* a GtkEntry: a GtkText alone is nothing to assistive technology */
  ScOutlinePicker *picker; /* NULL: any text will do */
  gboolean showing;        /* the text comes from the document, not from a person */
  gboolean touched;
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (ScOutlineEntry, sc_outline_entry, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
end (ScOutlineEntry *self, ScOutlineEnd how)
{
  g_autoptr (ScOutlineEntry) kept = g_object_ref (self);

  if (self->ended)
    return;
  /* What was typed for a choice has to be one. */
  if (self->picker != NULL && self->touched && how != SC_OUTLINE_CANCEL && how != SC_OUTLINE_STAY
      && !sc_outline_picker_get_choice (self->picker, NULL))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->ended = TRUE;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, (int) how);
}

static void
changed_cb (ScOutlineEntry *self)
{
  if (self->showing)
    return;
  self->touched = TRUE;
  if (self->picker != NULL)
    sc_outline_picker_filter (self->picker, sc_outline_entry_get_text (self));
  else
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, sc_outline_entry_get_text (self));
}

static gboolean
walk (ScOutlineEntry *self, int by)
{
  if (self->picker != NULL)
    {
      self->touched |= sc_outline_picker_move (self->picker, by);
      return GDK_EVENT_STOP;
    }
  end (self, by < 0 ? SC_OUTLINE_UP : SC_OUTLINE_DOWN);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (ScOutlineEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      end (self, SC_OUTLINE_CANCEL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      end (self, SC_OUTLINE_DONE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      end (self, shift ? SC_OUTLINE_BACKWARD : SC_OUTLINE_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return shift ? GDK_EVENT_PROPAGATE : walk (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return shift ? GDK_EVENT_PROPAGATE : walk (self, 1);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Not when the whole window loses the focus. */
static void
leave_cb (ScOutlineEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    end (self, SC_OUTLINE_STAY);
}

static void
picked_cb (ScOutlineEntry *self)
{
  self->touched = TRUE;
  end (self, SC_OUTLINE_STAY);
}

static gboolean
keynav_failed_cb (GtkWidget *text, GtkDirectionType direction)
{
  return GDK_EVENT_STOP;
}

static void
sc_outline_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScOutlineEntry *self = SC_OUTLINE_ENTRY (widget);
  int line;

  /* A text stands at the top of what it is given. */
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, NULL, &line, NULL, NULL);
  line = MIN (line, height);
  gtk_widget_size_allocate (self->text, &(GtkAllocation){ 0, (height - line) / 2, width, line },
                            -1);
  if (self->picker != NULL)
    gtk_popover_present (GTK_POPOVER (self->picker));
}

static void
sc_outline_entry_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (SC_OUTLINE_ENTRY (widget)->text, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static gboolean
sc_outline_entry_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (SC_OUTLINE_ENTRY (widget)->text));
}

static void
sc_outline_entry_dispose (GObject *object)
{
  ScOutlineEntry *self = SC_OUTLINE_ENTRY (object);

  self->ended = TRUE;
  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->picker)));
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (sc_outline_entry_parent_class)->dispose (object);
}

static void
sc_outline_entry_class_init (ScOutlineEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_outline_entry_dispose;
  widget_class->measure = sc_outline_entry_measure;
  widget_class->size_allocate = sc_outline_entry_size_allocate;
  widget_class->grab_focus = sc_outline_entry_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "outline-entry");

  signals[SIGNAL_EDITED] = g_signal_new ("edited", SC_TYPE_OUTLINE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", SC_TYPE_OUTLINE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
sc_outline_entry_init (ScOutlineEntry *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *inner;

  self->text = gtk_entry_new ();
  inner = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->text)));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  /* The document's own undo covers typing. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (inner, "keynav-failed", G_CALLBACK (keynav_failed_cb), NULL);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (inner, key);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (inner, focus);
}

GtkWidget *
sc_outline_entry_new (const char *title, const char *text)
{
  ScOutlineEntry *self = g_object_new (SC_TYPE_OUTLINE_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->showing = FALSE;
  return GTK_WIDGET (self);
}

void
sc_outline_entry_set_choices (ScOutlineEntry *self,
                              GListModel *choices,
                              const char *current,
                              ScChoiceOther other,
                              gpointer data)
{
  g_return_if_fail (SC_IS_OUTLINE_ENTRY (self));
  g_return_if_fail (self->picker == NULL);

  self->picker = sc_outline_picker_new (choices, current, other, data);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
}

void
sc_outline_entry_start (ScOutlineEntry *self)
{
  g_return_if_fail (SC_IS_OUTLINE_ENTRY (self));

  gtk_widget_grab_focus (self->text);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
  if (self->picker != NULL)
    gtk_popover_popup (GTK_POPOVER (self->picker));
}

void
sc_outline_entry_start_with (ScOutlineEntry *self, GtkEventControllerKey *controller)
{
  sc_outline_entry_start (self);
  gtk_event_controller_key_forward (
      controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->text))));
}

const char *
sc_outline_entry_get_text (ScOutlineEntry *self)
{
  g_return_val_if_fail (SC_IS_OUTLINE_ENTRY (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

void
sc_outline_entry_set_text (ScOutlineEntry *self, const char *text)
{
  int cursor;

  g_return_if_fail (SC_IS_OUTLINE_ENTRY (self));

  if (self->picker != NULL || g_str_equal (text, sc_outline_entry_get_text (self)))
    return;
  cursor = gtk_editable_get_position (GTK_EDITABLE (self->text));
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), cursor);
  self->showing = FALSE;
}

gboolean
sc_outline_entry_get_choice (ScOutlineEntry *self, const char **id)
{
  g_return_val_if_fail (SC_IS_OUTLINE_ENTRY (self), FALSE);
  return self->picker != NULL && self->touched && sc_outline_picker_get_choice (self->picker, id);
}

gboolean
sc_outline_entry_is_touched (ScOutlineEntry *self)
{
  g_return_val_if_fail (SC_IS_OUTLINE_ENTRY (self), FALSE);
  return self->touched;
}
