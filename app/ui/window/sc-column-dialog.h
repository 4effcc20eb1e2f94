/* sc-column-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Asks for a column that the solution's files do not describe, and adds it. A table that is only
 * known by name is described along the way, in the same edit. */
#define SC_TYPE_COLUMN_DIALOG (sc_column_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScColumnDialog, sc_column_dialog, SC, COLUMN_DIALOG, AdwMessageDialog)

/* name: that of the column, where it is known; nullable. */
void
sc_column_dialog_present (GtkWindow *parent, ScEditor *editor, const char *table, const char *name);

G_END_DECLS
