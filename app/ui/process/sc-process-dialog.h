/* sc-process-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-process-request.h"

G_BEGIN_DECLS

/* Asks which process a step runs, or which workflow a stage or flow triggers: one of the solution,
 * or one that is named by hand. Then makes the edit. */
#define SC_TYPE_PROCESS_DIALOG (sc_process_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessDialog, sc_process_dialog, SC, PROCESS_DIALOG, AdwMessageDialog)

/* Takes over the request; rings the bell of parent for NULL. */
void sc_process_dialog_present (GtkWindow *parent, ScEditor *editor, ScProcessRequest *request);

G_END_DECLS
