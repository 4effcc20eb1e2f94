/* sc-condition-box.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-style.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* The condition of a stage that branches: what its first branch asks for. Actions: condition.*. */
#define SC_TYPE_CONDITION_BOX (sc_condition_box_get_type ())
G_DECLARE_FINAL_TYPE (ScConditionBox, sc_condition_box, SC, CONDITION_BOX, GtkWidget)

GtkWidget *sc_condition_box_new (ScCanvasStyle *style);
void sc_condition_box_update (ScConditionBox *self,
                              const ScSolution *solution,
                              const ScFlow *flow,
                              const ScStage *stage,
                              int language);
const ScStage *sc_condition_box_get_stage (ScConditionBox *self);
void sc_condition_box_set_selected (ScConditionBox *self, gboolean selected);
/* All branches, one a line. Free with g_free(). */
char *sc_condition_box_dup_tooltip (ScConditionBox *self);

G_END_DECLS
