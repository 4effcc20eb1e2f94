/* sc-edit-paste-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit-paste.h"
#include "sc-edit-private.h"

G_BEGIN_DECLS

/* What is at hand while a clip is pasted. */
typedef struct
{
  const ScSolution *solution;
  const ScFlow *flow;
  const ScClip *clip;
  ScPastePlace place;
  const ScList *tables;
  GHashTable *matches; /* id of a step → ScStepMatch */
  GHashTable *copied;  /* ids of the stages of the clip */
  GHashTable *joined;  /* ids of stages outside to which stages without a condition lead */
  GHashTable *ids;     /* old → fresh */
  ScPasteReport *report;
} ScPaste;

void sc_paste_lose (ScPaste *self, ScLossKind kind, const char *name);

/* The stage as it is on its new table, still with its old ids. straighten: its condition cannot
 * stay. */
ScStage *sc_paste_adapt_stage (ScPaste *self, const ScStage *stage, gboolean *straighten);
ScList *sc_paste_adapt_steps (ScPaste *self, const ScStage *stage, const char *table);
/* The condition on the stage's new table; NULL when one of its columns did not come along. */
ScCondition *sc_paste_adapt_condition (ScPaste *self, const ScStage *stage, const char *table);

/* Joins the stages of graph, which are nothing but the pasted ones, where nothing leads to one of
 * them. Returns the position of the first one. exits: of ScEdge, the ways that lead out. */
guint sc_paste_join (ScGraphEdit *graph, GArray *exits);

G_END_DECLS
