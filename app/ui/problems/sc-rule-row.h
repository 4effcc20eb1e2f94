/* sc-rule-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* A rule in the list of all: how severe the solution takes it, and what it comes to there. */
#define SC_TYPE_RULE_ROW (sc_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (ScRuleRow, sc_rule_row, SC, RULE_ROW, GtkListBoxRow)

GtkWidget *sc_rule_row_new (ScEditor *editor, const ScRule *rule);
const ScRule *sc_rule_row_get_rule (ScRuleRow *self);
/* TRUE when all words (folded to one case) are in what the rule says of itself. */
gboolean sc_rule_row_matches (ScRuleRow *self, const char *const *words);

G_END_DECLS
