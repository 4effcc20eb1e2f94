/* sc-problems-pane.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The problems of the solution; a click or Enter selects what one is about. Property "grouped":
 * under headings of flows and stages, else the worst first. */
#define SC_TYPE_PROBLEMS_PANE (sc_problems_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemsPane, sc_problems_pane, SC, PROBLEMS_PANE, GtkWidget)

GtkWidget *sc_problems_pane_new (ScEditor *editor);
/* See sc_problem_view_step(). */
gboolean sc_problems_pane_step (ScProblemsPane *self, int direction);

G_END_DECLS
