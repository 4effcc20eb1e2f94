/* sc-problem-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"
#include "sc-problem-item.h"

G_BEGIN_DECLS

/* One line of the problems pane: severity, rule, message, place and repairs. Where it is narrow
 * rule and place go below the message. */
#define SC_TYPE_PROBLEM_ROW (sc_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemRow, sc_problem_row, SC, PROBLEM_ROW, GtkWidget)

GtkWidget *sc_problem_row_new (ScEditor *editor);
void sc_problem_row_set_item (ScProblemRow *self, ScProblemItem *item);
void sc_problem_row_open_fixes (ScProblemRow *self);
/* Nullable. */
ScProblemItem *sc_problem_row_get_item (ScProblemRow *self);

G_END_DECLS
