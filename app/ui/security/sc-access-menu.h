/* sc-access-menu.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The menu of a role: a popover for an ScAccessRow, whose actions it names. */
GtkWidget *sc_access_menu_new (void);

/* Gives role the privileges of a preset on the open flow, as one edit. wanted: its nick, or the
 * name of one of the person's own. */
void sc_access_give_preset (ScEditor *editor, const ScRole *role, const char *wanted);
/* Asks for a name for what role may do with the open flow, to keep it as a preset. */
void sc_access_save_preset (GtkWindow *parent, ScEditor *editor, const ScRole *role);

G_END_DECLS
