/* sc-new-flow-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Asks for the template and the name of a new flow, and for the first table where the template does
 * not say it; adds the flow and opens it. */
#define SC_TYPE_NEW_FLOW_DIALOG (sc_new_flow_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScNewFlowDialog, sc_new_flow_dialog, SC, NEW_FLOW_DIALOG, AdwMessageDialog)

void sc_new_flow_dialog_present (GtkWindow *parent, ScEditor *editor);

G_END_DECLS
