/* sc-stage-card.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-step-row.h"

G_BEGIN_DECLS

/* One stage: its header, a row for each of its steps, and the row that adds one. Actions: stage.*,
 * see sc-canvas-actions.c. */
#define SC_TYPE_STAGE_CARD (sc_stage_card_get_type ())
G_DECLARE_FINAL_TYPE (ScStageCard, sc_stage_card, SC, STAGE_CARD, GtkWidget)

typedef struct
{
  const ScSolution *solution;
  const ScStage *stage;
  guint position;
  guint n_stages;
  guint colour; /* of the stage's table: see sc_canvas_style_get_table_colour() */
  const ScBadges *badges;
  int language;
  gboolean anew; /* what the solution knows of tables and columns has changed */
} ScCardInfo;

GtkWidget *sc_stage_card_new (ScCanvasStyle *style);
void sc_stage_card_update (ScStageCard *self, const ScCardInfo *info);

const ScStage *sc_stage_card_get_stage (ScStageCard *self);
guint sc_stage_card_get_n_rows (ScStageCard *self);
/* NULL when there is no such row. */
ScStepRow *sc_stage_card_get_row (ScStageCard *self, guint position);
ScStepRow *sc_stage_card_find_row (ScStageCard *self, const char *step);
/* The row that adds a step. */
GtkWidget *sc_stage_card_get_add_button (ScStageCard *self);
void sc_stage_card_set_selected (ScStageCard *self, gboolean selected);
char *sc_stage_card_dup_tooltip (ScStageCard *self);

G_END_DECLS
