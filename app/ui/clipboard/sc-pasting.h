/* sc-pasting.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip-match.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* A clip on its way into the open flow: behind what is selected, or else at the end. Where
 * something has to be asked before, the answers are put in here. */
typedef struct _ScPasting ScPasting;

ScPasting *sc_pasting_new (ScEditor *editor, const ScClip *clip);
/* The same at another place of the flow. */
ScPasting *sc_pasting_new_at (ScEditor *editor, const ScClip *clip, ScPastePlace place);
void sc_pasting_free (ScPasting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPasting, sc_pasting_free)

ScEditor *sc_pasting_get_editor (ScPasting *self);
const ScClip *sc_pasting_get_clip (ScPasting *self);
/* Of ScTableMatch: tables that the solution does not know. */
const ScList *sc_pasting_get_tables (ScPasting *self);
/* Of ScStepMatch; those that are not sure are to be asked. */
const ScList *sc_pasting_get_matches (ScPasting *self);
gboolean sc_pasting_has_questions (ScPasting *self);

/* The matches are others then. */
void sc_pasting_set_table (ScPasting *self, guint position, const char *target);
void sc_pasting_set_match (ScPasting *self, guint position, ScMatchKind kind, const char *column);

/* "Paste 2 stages", or "Insert “Approval”" for a template: the name of the edit. Free with
 * g_free(). */
char *sc_pasting_dup_name (ScPasting *self);
/* What the edit would make of the solution, without making it. */
ScSolution *sc_pasting_try (ScPasting *self, GError **error);
/* Makes the edit, selects what is new and tells what came of it. */
void sc_pasting_commit (ScPasting *self);

/* The place right behind a stage; when it branches, on its first branch. */
ScSlot sc_pasting_get_slot_behind (const ScStage *stage);

G_END_DECLS
