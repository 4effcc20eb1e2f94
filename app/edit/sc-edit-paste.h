/* sc-edit-paste.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip-match.h"
#include "sc-edit.h"

G_BEGIN_DECLS

/* What does not come along when a clip is pasted. */
typedef enum
{
  SC_LOSS_STEP,             /* a person left it out */
  SC_LOSS_CONDITION,        /* its column did not come along */
  SC_LOSS_CONDITION_STAGES, /* none of the stages it leads to was copied */
  SC_LOSS_BRANCH,           /* its stage was not copied: it leads to what follows */
  SC_LOSS_WORKFLOW,         /* what it waits for was not copied */
  SC_LOSS_RELATIONSHIP,     /* the tables are others now */
  SC_N_LOSSES
} ScLossKind;

/* What came of pasting. */
typedef struct
{
  ScParts *parts; /* what is new in the flow */
  guint n_stages;
  guint n_steps; /* without those of the stages */
  guint n_lost[SC_N_LOSSES];
  char *lost[SC_N_LOSSES]; /* the first one of a kind: its name, or that of the column; nullable */
} ScPasteReport;

void sc_paste_report_free (ScPasteReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPasteReport, sc_paste_report_free)

/* "2 stages pasted; 1 condition left out: its column “budget” did not come along." Translated; free
 * with g_free(). */
char *sc_paste_report_text (const ScPasteReport *self);
gboolean sc_paste_report_has_losses (const ScPasteReport *self);

/* Puts the stages of the clip on the way at place.slot, in their order, and its loose steps into
 * place.stage. Everything gets a fresh id. What leads out of the stages leads to where the slot
 * did; stages that are not connected follow one another. A condition asks for the columns that its
 * steps got; it goes, and the stages of its branches stay in a row, when one of its columns does
 * not come along.
 *
 * tables: list of ScTableMatch, NULL: all stay. matches: list of ScStepMatch, NULL: as proposed.
 * report, nullable: what came of it; free it with sc_paste_report_free(). */
ScSolution *sc_edit_paste (const ScSolution *solution,
                           const char *flow,
                           const ScClip *clip,
                           ScPastePlace place,
                           const ScList *tables,
                           const ScList *matches,
                           ScPasteReport **report,
                           GError **error);

G_END_DECLS
