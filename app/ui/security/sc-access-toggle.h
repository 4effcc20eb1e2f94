/* sc-access-toggle.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-role.h"

G_BEGIN_DECLS

/* One privilege of one role: the circle that administrators know, empty for None up to full for
 * Organization. Signal: toggled (), by click, Space, Enter or the action access.toggle. The cell
 * does not change by itself. */
#define SC_TYPE_ACCESS_TOGGLE (sc_access_toggle_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessToggle, sc_access_toggle, SC, ACCESS_TOGGLE, GtkWidget)

GtkWidget *sc_access_toggle_new (void);
/* name says whose privilege it is and what for; the level is added. */
void sc_access_toggle_set (ScAccessToggle *self, ScLevel level, const char *name);
ScLevel sc_access_toggle_get_level (ScAccessToggle *self);

G_END_DECLS
