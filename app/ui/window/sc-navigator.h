/* sc-navigator.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The flows, tables and roles of the solution. */
#define SC_TYPE_NAVIGATOR (sc_navigator_get_type ())
G_DECLARE_FINAL_TYPE (ScNavigator, sc_navigator, SC, NAVIGATOR, GtkWidget)

GtkWidget *sc_navigator_new (ScEditor *editor);
/* Puts the keyboard where what is typed is looked for. */
void sc_navigator_search (ScNavigator *self);

G_END_DECLS
