/* sc-card-overview.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas-style.h"
#include "sc-stage.h"

G_BEGIN_DECLS

/* What a stage shows where its steps would be too small to read: its name and how many steps it
 * has, at a size that can be read, and whether it has problems. The texts are laid out once for
 * every size there is; all zero at first. */
typedef struct
{
  PangoLayout *name;
  PangoLayout *counts;
  double scale;  /* they were made for this one, */
  double height; /* and for a card so high */
} ScCardOverview;

/* severity: of the worst problem; -1: none. */
void sc_card_overview_snapshot (ScCardOverview *self,
                                GtkSnapshot *snapshot,
                                ScCanvasStyle *style,
                                const ScStage *stage,
                                const char *name,
                                int severity,
                                double width,
                                double height);
/* What it says has changed. */
void sc_card_overview_clear (ScCardOverview *self);

G_END_DECLS
