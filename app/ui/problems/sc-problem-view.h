/* sc-problem-view.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"
#include "sc-problem-list.h"

G_BEGIN_DECLS

/* The list of problems as it is looked at: a click or Enter on a problem selects what it is about,
 * on a heading it folds. Left and Right fold, unfold and lead to the heading and back; Ctrl+. and
 * the menu key open the repairs, F1 the page of the rule. What is focused and selected stays so
 * while the problems change; where it goes, the line behind it takes its place. */
#define SC_TYPE_PROBLEM_VIEW (sc_problem_view_get_type ())
G_DECLARE_FINAL_TYPE (ScProblemView, sc_problem_view, SC, PROBLEM_VIEW, GtkWidget)

GtkWidget *sc_problem_view_new (ScEditor *editor);
/* Belongs to the view. */
ScProblemList *sc_problem_view_get_list (ScProblemView *self);
/* Shows the problems of the editor that pass filter. */
void sc_problem_view_update (ScProblemView *self, const ScProblemFilter *filter);
/* Selects the next problem (direction 1) or the one before (-1) and what it is about, also one
 * under a folded heading; starts over at the end. FALSE when there is none. */
gboolean sc_problem_view_step (ScProblemView *self, int direction);

G_END_DECLS
