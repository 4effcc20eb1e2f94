/* sc-step-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-badges.h"
#include "sc-canvas-style.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* One step on a card: a single widget that draws itself, so that there may be 900 of them and
 * assistive technology still finds each one. It has no controllers; the canvas handles the
 * pointer. Actions: step.*, see sc-canvas-actions.c. */
#define SC_TYPE_STEP_ROW (sc_step_row_get_type ())
G_DECLARE_FINAL_TYPE (ScStepRow, sc_step_row, SC, STEP_ROW, GtkWidget)

/* Where in the row, from the right, a click changes whether the step is required. */
#define SC_REQUIRED_WIDTH 28.0

GtkWidget *sc_step_row_new (ScCanvasStyle *style);

/* What the row shows; anew: also look up again what the solution knows of the column. */
void sc_step_row_update (ScStepRow *self,
                         const ScSolution *solution,
                         const ScStage *stage,
                         guint position,
                         ScBadge badge,
                         int language,
                         gboolean anew);
const ScStep *sc_step_row_get_step (ScStepRow *self);
void sc_step_row_set_selected (ScStepRow *self, gboolean selected);
/* Selected, or the focus is on it. */
gboolean sc_step_row_is_marked (ScStepRow *self);
void sc_step_row_set_hovered (ScStepRow *self, gboolean hovered);
/* For a tooltip; NULL when there is nothing more to say. Free with g_free(). */
char *sc_step_row_dup_tooltip (ScStepRow *self);

G_END_DECLS
