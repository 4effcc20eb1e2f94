/* sc-rules-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* All rules: what each is for, what it says of the solution or why it cannot, and what the solution
 * makes of it. rule is unfolded; nullable. */
#define SC_TYPE_RULES_DIALOG (sc_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScRulesDialog, sc_rules_dialog, SC, RULES_DIALOG, AdwWindow)

ScRulesDialog *sc_rules_dialog_present (GtkWindow *parent, ScEditor *editor, const ScRule *rule);

G_END_DECLS
