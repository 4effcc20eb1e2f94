/* sc-access-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* A role and its privileges on the open flow. Actions: role.preset (s: nick of a preset),
 * role.rename, role.delete, role.menu. */
#define SC_TYPE_ACCESS_ROW (sc_access_row_get_type ())
G_DECLARE_FINAL_TYPE (ScAccessRow, sc_access_row, SC, ACCESS_ROW, GtkWidget)

GtkWidget *sc_access_row_new (ScEditor *editor);
void sc_access_row_set (ScAccessRow *self, const ScRole *role, const ScFlow *flow);
const char *sc_access_row_get_role (ScAccessRow *self);
GtkWidget *sc_access_row_get_cell (ScAccessRow *self, ScAccess access);
GtkWidget *sc_access_row_get_button (ScAccessRow *self);
/* SC_N_ACCESS when the focus is on no cell of the row. */
ScAccess sc_access_row_get_focused (ScAccessRow *self);

G_END_DECLS
