/* sc-access-copy-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-access-scope.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* Asks which other roles, flows or tables shall have what one has, and gives it to them in one
 * edit. */
#define SC_TYPE_ACCESS_COPY_DIALOG (sc_access_copy_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    ScAccessCopyDialog, sc_access_copy_dialog, SC, ACCESS_COPY_DIALOG, AdwMessageDialog)

/* Takes over scope, which is of one role or of one target. axes: what can be chosen from. */
void sc_access_copy_dialog_present (GtkWindow *parent,
                                    ScEditor *editor,
                                    const ScAccessAxes *axes,
                                    ScAccessScope *scope);

G_END_DECLS
