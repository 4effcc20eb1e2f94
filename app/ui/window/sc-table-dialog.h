/* sc-table-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Asks for a table that the solution's files do not describe, and adds it. */
#define SC_TYPE_TABLE_DIALOG (sc_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScTableDialog, sc_table_dialog, SC, TABLE_DIALOG, AdwMessageDialog)

void sc_table_dialog_present (GtkWindow *parent, ScEditor *editor);

G_END_DECLS
