/* test-teller.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-teller.h"
#include "ui-fixture.h"

typedef struct
{
  GtkWidget *window;
  AdwToastOverlay *overlay;
  ScTeller *teller;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  /* A toast that appears at once has no animation to get in the way of. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  self->window = adw_window_new ();
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->overlay));
  adw_toast_overlay_set_child (self->overlay, gtk_button_new_with_label ("child"));
  self->teller = sc_teller_new (self->overlay);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->teller, sc_teller_free);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
}

static void
pass (guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add_once (milliseconds, quit_cb, loop);
  g_main_loop_run (loop);
}

static gboolean
is_told (Fixture *self, const char *message)
{
  return ui_find (GTK_WIDGET (self->overlay), GTK_TYPE_LABEL, message) != NULL;
}

static void
test_tell (Fixture *self, gconstpointer data)
{
  sc_teller_tell (self->teller, "a < b & c", NULL, NULL);
  pass (700);
  g_assert_true (is_told (self, "a &lt; b &amp; c")); /* markup */
}

/* One after the other; what holds no more goes, soon, and what only waited is never shown. */
static void
test_take_back (Fixture *self, gconstpointer data)
{
  sc_teller_tell (self->teller, "news", NULL, NULL);
  pass (100);
  sc_teller_tell (self->teller, "later", NULL, NULL);
  sc_teller_tell_for_now (self->teller, "not any more", "Undo", "win.undo");
  sc_teller_tell_for_now (self->teller, "for now", "Undo", "win.undo");
  pass (500);
  g_assert_true (is_told (self, "news"));
  pass (1200);
  g_assert_true (is_told (self, "for now"));
  g_assert_false (is_told (self, "news"));
  sc_teller_take_back (self->teller);
  sc_teller_take_back (self->teller);
  pass (1500);
  g_assert_false (is_told (self, "for now"));
  g_assert_true (is_told (self, "later"));
}

/* libadwaita 1.2 crashes when a toast is dismissed while it appears. */
static void
test_at_every_moment (Fixture *self, gconstpointer data)
{
  for (guint wait = 0; wait < 300; wait += 25)
    {
      sc_teller_tell_for_now (self->teller, "for now", "Undo", "win.undo");
      pass (wait);
      sc_teller_take_back (self->teller);
      pass (10);
    }
  pass (2000);
  g_assert_false (is_told (self, "for now"));
}

/* Nor can a person dismiss it then. */
static void
test_out_of_reach (Fixture *self, gconstpointer data)
{
  GtkWidget *toast;

  sc_teller_tell (self->teller, "news", "Undo", "win.undo");
  pass (100);
  toast = gtk_widget_get_last_child (GTK_WIDGET (self->overlay));
  g_assert_true (
      gtk_widget_is_ancestor (ui_find (GTK_WIDGET (self->overlay), GTK_TYPE_LABEL, "news"), toast));
  g_assert_false (gtk_widget_get_can_focus (toast));
  g_assert_false (gtk_widget_get_can_target (toast));
  pass (900);
  g_assert_true (gtk_widget_get_can_focus (toast));
  g_assert_true (gtk_widget_get_can_target (toast));
}

/* The window may be closed while something is going to be dismissed. */
static void
test_closed (Fixture *self, gconstpointer data)
{
  sc_teller_tell_for_now (self->teller, "for now", NULL, NULL);
  sc_teller_tell_for_now (self->teller, "another", NULL, NULL);
  sc_teller_take_back (self->teller);
  sc_teller_tell_for_now (self->teller, "and another", NULL, NULL);
  g_clear_pointer (&self->teller, sc_teller_free);
  pass (1300);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) \
  g_test_add ("/ui/teller/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("tell", test_tell);
  ADD ("take-back", test_take_back);
  ADD ("at-every-moment", test_at_every_moment);
  ADD ("out-of-reach", test_out_of_reach);
  ADD ("closed", test_closed);
#undef ADD
  return g_test_run ();
}
