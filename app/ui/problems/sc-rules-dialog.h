/* sc-rules-dialog.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* All rules: a list, and a page about one of them; where it is narrow, one after the other. */
#define SC_TYPE_RULES_DIALOG (sc_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScRulesDialog, sc_rules_dialog, SC, RULES_DIALOG, AdwWindow)

/* Shows the page of rule; NULL: the list. */
ScRulesDialog *sc_rules_dialog_present (GtkWindow *parent, ScEditor *editor, const ScRule *rule);
/* Shows the rules that say these words of themselves, or of the solution. */
void sc_rules_dialog_search (ScRulesDialog *self, const char *text);

G_END_DECLS
