/* sc-preset-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Asks what a set of privileges (bits, 1 << ScAccess) shall be called, and keeps it among the
 * person's own presets. */
#define SC_TYPE_PRESET_DIALOG (sc_preset_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScPresetDialog, sc_preset_dialog, SC, PRESET_DIALOG, AdwMessageDialog)

void sc_preset_dialog_present (GtkWindow *parent, ScEditor *editor, guint accesses);

G_END_DECLS
