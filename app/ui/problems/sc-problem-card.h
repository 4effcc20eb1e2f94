/* sc-problem-card.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* One problem of what is selected: what is wrong and, on request, why it matters and what would put
 * it right. */
#define SC_TYPE_PROBLEM_CARD (sc_problem_card_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemCard, sc_problem_card, SC, PROBLEM_CARD, GtkWidget)

GtkWidget *sc_problem_card_new (ScEditor *editor);
void sc_problem_card_set_problem (ScProblemCard *self, const ScProblem *problem);

/* The explanation of a rule with its source and server code, as plain lines. Free with g_free(). */
char *sc_problem_dup_explanation (const ScProblem *problem);

G_END_DECLS
