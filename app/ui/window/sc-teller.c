/* sc-teller.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-teller.h"

/* libadwaita 1.2 goes on with the animation of a toast after the toast was dismissed, and forgets
 * what it is of: a toast that is dismissed, or makes way for another one, while it appears or while
 * it makes way, crashes the program. So there is one at a time, and neither the program nor a key
 * or click dismisses it before it has come to rest. */
#define REST_MS 600

typedef struct
{
  char *text;
  char *button;
  char *action;
  gboolean for_now;
} Message;

struct _ScTeller
{
  AdwToastOverlay *overlay;
  GtkEventController *keys;
  GQueue waiting; /* of Message */

  AdwToast *toast; /* owned; NULL: nothing is told */
  gboolean for_now;
  gint64 shown;      /* when that was; of g_get_monotonic_time() */
  GtkWidget *widget; /* of the toast, while it takes no input; weak */
  guint rest;        /* source id: lets it take input */
  guint hurry;       /* source id: dismisses the toast as soon as it is at rest */
  guint proceed;     /* source id: shows the next message */
};

static void
message_free (gpointer data)
{
  Message *self = data;

  g_free (self->text);
  g_free (self->button);
  g_free (self->action);
  g_free (self);
}

/* The overlay takes what nothing in it wanted for its toast. */
static gboolean
key_cb (ScTeller *self, guint key)
{
  return key == GDK_KEY_Escape && self->widget != NULL ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

ScTeller *
sc_teller_new (AdwToastOverlay *overlay)
{
  ScTeller *self = g_new0 (ScTeller, 1);

  self->overlay = overlay;
  self->keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (adw_toast_overlay_get_child (overlay), g_object_ref (self->keys));
  g_queue_init (&self->waiting);
  return self;
}

void
sc_teller_free (ScTeller *self)
{
  g_clear_handle_id (&self->hurry, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->proceed, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_data (self->toast, self);
  g_clear_object (&self->toast);
  g_queue_clear_full (&self->waiting, message_free);
  g_signal_handlers_disconnect_by_data (self->keys, self);
  g_object_unref (self->keys);
  g_free (self);
}

static void
set_reachable (ScTeller *self, gboolean reachable)
{
  if (self->widget == NULL)
    return;
  gtk_widget_set_can_focus (self->widget, reachable);
  gtk_widget_set_can_target (self->widget, reachable);
  if (reachable)
    g_clear_weak_pointer (&self->widget);
}

static gboolean
rest_cb (gpointer data)
{
  ScTeller *self = data;

  self->rest = 0;
  set_reachable (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* The overlay has its toasts behind its child. */
static void
await_rest (ScTeller *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->overlay));

  if (last == adw_toast_overlay_get_child (self->overlay))
    return;
  g_set_weak_pointer (&self->widget, last);
  set_reachable (self, FALSE);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

static void proceed (ScTeller *self);

static void
dismissed_cb (ScTeller *self)
{
  g_clear_handle_id (&self->hurry, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->toast);
  proceed (self);
}

static void
show (ScTeller *self, const Message *message)
{
  g_autofree char *markup = g_markup_escape_text (message->text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (message->button != NULL)
    {
      adw_toast_set_button_label (toast, message->button);
      adw_toast_set_action_name (toast, message->action);
    }
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  self->toast = g_object_ref (toast);
  self->for_now = message->for_now;
  self->shown = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->overlay, toast);
  await_rest (self);
  /* For programs that drive the designer: it may have gone before they look. */
  g_debug ("tell %s", message->text);
}

static gboolean
proceed_cb (gpointer data)
{
  ScTeller *self = data;
  Message *message = self->toast == NULL ? g_queue_pop_head (&self->waiting) : NULL;

  self->proceed = 0;
  if (message != NULL)
    {
      show (self, message);
      message_free (message);
    }
  return G_SOURCE_REMOVE;
}

/* Not at once: the overlay may be about to take the toast before away. */
static void
proceed (ScTeller *self)
{
  if (self->proceed == 0)
    self->proceed = g_idle_add (proceed_cb, self);
}

static gboolean
hurry_cb (gpointer data)
{
  ScTeller *self = data;

  self->hurry = 0;
  adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
hurry (ScTeller *self)
{
  gint64 age = (g_get_monotonic_time () - self->shown) / 1000;

  if (self->toast != NULL && self->hurry == 0)
    self->hurry = g_timeout_add (age < REST_MS ? (guint) (REST_MS - age) : 0, hurry_cb, self);
}

static Message *
message_new (const char *text, const char *button, const char *action, gboolean for_now)
{
  Message *self = g_new0 (Message, 1);

  self->text = g_strdup (text);
  self->button = g_strdup (button);
  self->action = g_strdup (action);
  self->for_now = for_now;
  return self;
}

void
sc_teller_tell (ScTeller *self, const char *message, const char *button, const char *action)
{
  g_queue_push_tail (&self->waiting, message_new (message, button, action, FALSE));
  proceed (self);
}

void
sc_teller_tell_for_now (ScTeller *self, const char *message, const char *button, const char *action)
{
  sc_teller_take_back (self);
  g_queue_push_head (&self->waiting, message_new (message, button, action, TRUE));
  hurry (self);
  proceed (self);
}

void
sc_teller_take_back (ScTeller *self)
{
  Message *first = g_queue_peek_head (&self->waiting);

  if (first != NULL && first->for_now)
    message_free (g_queue_pop_head (&self->waiting));
  if (self->toast == NULL || !self->for_now)
    return;
  /* Its button would undo another edit than it says. */
  adw_toast_set_button_label (self->toast, NULL);
  hurry (self);
}
