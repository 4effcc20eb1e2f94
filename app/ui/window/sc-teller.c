/* sc-teller.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-teller.h"

/* libadwaita 1.2 goes on with the animation that shows a toast after the toast was dismissed, and
 * forgets what it is of when the toast is gone before it ends: the program crashes. So no toast is
 * dismissed before it has come to rest. */
#define REST_MS 1000

struct _ScTeller
{
  AdwToastOverlay *overlay;
  AdwToast *for_now;      /* owned; NULL */
  gint64 shown;           /* when that was; of g_get_monotonic_time() */
  GHashTable *dismissals; /* AdwToast → id of the source that will dismiss it */
};

static void
remove_source (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

ScTeller *
sc_teller_new (AdwToastOverlay *overlay)
{
  ScTeller *self = g_new0 (ScTeller, 1);

  self->overlay = overlay;
  self->dismissals = g_hash_table_new_full (NULL, NULL, g_object_unref, remove_source);
  return self;
}

static void
dismissed_cb (ScTeller *self, AdwToast *toast)
{
  g_hash_table_remove (self->dismissals, toast);
  if (self->for_now == toast)
    g_clear_object (&self->for_now);
}

void
sc_teller_free (ScTeller *self)
{
  GHashTableIter iter;
  gpointer toast;

  g_hash_table_iter_init (&iter, self->dismissals);
  while (g_hash_table_iter_next (&iter, &toast, NULL))
    g_signal_handlers_disconnect_by_data (toast, self);
  g_hash_table_unref (self->dismissals);
  if (self->for_now != NULL)
    g_signal_handlers_disconnect_by_data (self->for_now, self);
  g_clear_object (&self->for_now);
  g_free (self);
}

static AdwToast *
add_toast (ScTeller *self, const char *message, const char *button, const char *action)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  return toast;
}

void
sc_teller_tell (ScTeller *self, const char *message, const char *button, const char *action)
{
  adw_toast_overlay_add_toast (self->overlay, add_toast (self, message, button, action));
}

void
sc_teller_tell_for_now (ScTeller *self, const char *message, const char *button, const char *action)
{
  AdwToast *toast = add_toast (self, message, button, action);

  sc_teller_take_back (self);
  /* At once, not when others have had their time: otherwise nobody knew when it comes to rest. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  self->for_now = g_object_ref (toast);
  self->shown = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->overlay, toast);
}

typedef struct
{
  ScTeller *teller;
  AdwToast *toast;
} Dismissal;

static gboolean
dismiss_cb (gpointer data)
{
  const Dismissal *self = data;
  g_autoptr (AdwToast) toast = self->toast; /* the table's reference */

  g_hash_table_steal (self->teller->dismissals, toast);
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

void
sc_teller_take_back (ScTeller *self)
{
  AdwToast *toast = g_steal_pointer (&self->for_now);
  Dismissal dismissal = { self, toast };
  gint64 age = (g_get_monotonic_time () - self->shown) / 1000;
  guint wait = age < REST_MS ? (guint) (REST_MS - age) : 0;

  if (toast == NULL)
    return;
  /* Its button would undo another edit than it says. */
  adw_toast_set_button_label (toast, NULL);
  g_hash_table_insert (
      self->dismissals, toast,
      GUINT_TO_POINTER (g_timeout_add_full (G_PRIORITY_DEFAULT, wait, dismiss_cb,
                                            g_memdup2 (&dismissal, sizeof dismissal), g_free)));
}
