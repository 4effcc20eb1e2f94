/* sc-access-menu.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-access-preset.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* The menu of a role: a popover for an ScAccessRow, whose actions it names. */
GtkWidget *sc_access_menu_new (void);

/* Gives role the privileges of preset on the open flow, as one edit. */
void sc_access_give_preset (ScEditor *editor, const ScRole *role, ScAccessPreset preset);

G_END_DECLS
