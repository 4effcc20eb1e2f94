/* sc-canvas-outcome.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-canvas.h"
#include "sc-canvas-style.h"
#include "sc-trial.h"

G_BEGIN_DECLS

/* What a drop where the pointer is now would do: found by doing it. */
typedef struct
{
  const ScSolution *before; /* owned: what the drag was begun on */
  ScTrial *trial;           /* made for the first drop that would change something */
  ScSolution *after;        /* NULL: it is refused, or there is nothing to drop on */
  char *refusal;            /* why */
  char *loss;               /* what something else loses by it; NULL: nothing does */
  ScList *caused, *solved;  /* of ScProblem */
} ScOutcome;

void sc_outcome_init (ScOutcome *self, const ScSolution *before);
void sc_outcome_clear (ScOutcome *self);
/* Takes over after and error, the outcome of an edit of before; both NULL: nothing is tried. */
void sc_outcome_try (ScOutcome *self, ScSolution *after, GError *error);
gboolean sc_outcome_changes (const ScOutcome *self);
/* What the drop is to commit, for the caller to own; NULL: nothing, or the solution is another than
 * current by now. */
ScSolution *sc_outcome_take (ScOutcome *self, const ScSolution *current);
/* The colour of the place that would be dropped on. */
const GdkRGBA *sc_outcome_get_colour (const ScOutcome *self, const ScCanvasStyle *style);
/* A note below (or above) the point of the view: why nothing can be dropped, or what it costs and
 * what it solves. remark, nullable: what else is to be said of the place. view: its size. */
void sc_outcome_snapshot (const ScOutcome *self,
                          GtkSnapshot *snapshot,
                          ScCanvasStyle *style,
                          graphene_point_t at,
                          graphene_size_t view,
                          const char *remark,
                          gboolean above);

G_END_DECLS
