/* sc-delete-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-question.h"

G_BEGIN_DECLS

/* Shows what an edit takes along or takes from others, and makes it when the person agrees. */
#define SC_TYPE_DELETE_DIALOG (sc_delete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScDeleteDialog, sc_delete_dialog, SC, DELETE_DIALOG, AdwMessageDialog)

/* Deletes a flow, with what is there for it alone. */
void sc_delete_dialog_present (GtkWindow *parent, ScEditor *editor, const char *flow);
/* Lists who uses what the edit takes away. */
void sc_delete_dialog_present_question (GtkWindow *parent, ScQuestion *question);

G_END_DECLS
