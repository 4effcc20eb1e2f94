/* sc-click-guard.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps quick clicks anywhere in window from being lost.
 *
 * When widgets have moved, GDK makes up a motion event (gdk_surface_request_motion(), GTK 4.8) with
 * the buttons as the X server has them by then. After a short click the release may still wait in
 * the queue: the gestures see a motion without a button, and give up what was pressed. Such events
 * are held back until the release has come. */
void sc_click_guard_add (GtkWidget *window);

G_END_DECLS
