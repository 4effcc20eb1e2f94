/* sc-canvas-typing.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-private.h"

/* Typing the beginning of a name goes to the stage or step that is called so. */

/* As long as lists of GTK wait for the next letter. */
#define PATIENCE  (G_TIME_SPAN_MILLISECOND * 1200)
#define MAX_TYPED 64 /* bytes */

static gboolean
begins_with (const char *text, const char *folded)
{
  g_autofree char *own = g_utf8_casefold (text != NULL ? text : "", -1);

  return g_str_has_prefix (own, folded);
}

static const char *
get_name (ScCanvas *self, GtkWidget *part)
{
  if (SC_IS_STEP_ROW (part))
    return sc_step_get_label (sc_step_row_get_step (SC_STEP_ROW (part)), self->language);
  return sc_stage_get_label (sc_stage_card_get_stage (SC_STAGE_CARD (part)), self->language);
}

/* Stages and their steps, in the order in which they are read. */
static GPtrArray *
list_parts (ScCanvas *self)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < self->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->cards, i);

      g_ptr_array_add (parts, card);
      for (guint row = 0; row < sc_stage_card_get_n_rows (card); row++)
        g_ptr_array_add (parts, sc_stage_card_get_row (card, row));
    }
  return parts;
}

/* The first from that position on, round the end. */
static GtkWidget *
find_part (ScCanvas *self, const GPtrArray *parts, guint from, const char *folded)
{
  for (guint i = 0; i < parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (parts, (from + i) % parts->len);

      if (begins_with (get_name (self, part), folded))
        return part;
    }
  return NULL;
}

/* A first letter goes on from where one is, so that typing it again leads to the next; more of the
 * same name stay there as long as it fits. */
static void
go_to_typed (ScCanvas *self)
{
  g_autoptr (GPtrArray) parts = list_parts (self);
  g_autofree char *folded = g_utf8_casefold (self->typed->str, -1);
  GtkWidget *selected = sc_canvas_get_selected_widget (self), *part;
  gboolean first = g_utf8_strlen (self->typed->str, -1) == 1;
  guint from = 0;

  if (selected != NULL && g_ptr_array_find (parts, selected, &from) && first)
    from++;
  part = find_part (self, parts, from, folded);
  if (part != NULL)
    sc_canvas_go_to (self, part);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Space is for panning, and only part of a name once that has begun. */
static gboolean
is_letter (ScCanvas *self, guint keyval, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  return letter != 0 && g_unichar_isprint (letter) && (letter != ' ' || self->typed->len > 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                ScCanvas *self)
{
  gint64 now = g_get_monotonic_time ();
  char letter[8] = { 0 };

  if (self->layout == NULL || self->rename != NULL || sc_canvas_get_focused_popover (self) != NULL
      || !sc_canvas_has_focus_inside (self))
    return GDK_EVENT_PROPAGATE;
  if (now - self->typed_time > PATIENCE || self->typed->len > MAX_TYPED)
    g_string_truncate (self->typed, 0);
  if (!is_letter (self, keyval, state))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), letter);
  /* The same letter again: the next that begins with it. */
  if (g_strcmp0 (self->typed->str, letter) != 0)
    g_string_append (self->typed, letter);
  self->typed_time = now;
  go_to_typed (self);
  return GDK_EVENT_STOP;
}

void
sc_canvas_add_typing (ScCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->typed = g_string_new (NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
