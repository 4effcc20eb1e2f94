/* sc-delete-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Lists what goes with a flow and what is lost, and deletes it when the person agrees. */
#define SC_TYPE_DELETE_DIALOG (sc_delete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScDeleteDialog, sc_delete_dialog, SC, DELETE_DIALOG, AdwMessageDialog)

void sc_delete_dialog_present (GtkWindow *parent, ScEditor *editor, const char *flow);

G_END_DECLS
