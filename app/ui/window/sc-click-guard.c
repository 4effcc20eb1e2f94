/* sc-click-guard.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-click-guard.h"

#define BUTTONS \
  (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK | GDK_BUTTON4_MASK | GDK_BUTTON5_MASK)

static gboolean
event_cb (GtkEventController *controller, GdkEvent *event, guint *n_pressed)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      *n_pressed += 1;
      break;
    case GDK_BUTTON_RELEASE:
      *n_pressed -= *n_pressed > 0;
      break;
    case GDK_MOTION_NOTIFY:
      if ((gdk_event_get_modifier_state (event) & BUTTONS) != 0)
        break;
      if (*n_pressed > 0 && gdk_event_get_time (event) == GDK_CURRENT_TIME)
        return GDK_EVENT_STOP;
      /* A real one: the release went elsewhere, as after a drag to another window. */
      *n_pressed = 0;
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
sc_click_guard_add (GtkWidget *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_data (events, "event", G_CALLBACK (event_cb), g_new0 (guint, 1),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_widget_add_controller (window, events);
}
