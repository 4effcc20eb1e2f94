/* sc-edit-parts-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit-parts.h"
#include "sc-edit-private.h"

G_BEGIN_DECLS

/* What the edits of several parts share. */

/* What the edit is for, as far as it is there; the caller unrefs it. FALSE: there is nothing. */
gboolean sc_parts_find_in (ScPlace *place,
                           ScParts **found,
                           const ScSolution *solution,
                           const char *flow,
                           const ScParts *parts,
                           GError **error);
gboolean sc_parts_find_kind (ScPlace *place,
                             ScParts **found,
                             const ScSolution *solution,
                             const char *flow,
                             const ScParts *parts,
                             ScPartKind kind,
                             GError **error);

/* The steps that a stage has instead; its own list, with a reference, when they stay the same. */
typedef ScList *(*ScChangeSteps) (const ScStage *stage, gpointer data);

/* Changes the steps of all stages of the flow; the solution itself when all stay the same. */
ScSolution *sc_parts_change_steps (const ScPlace *place, ScChangeSteps change, gpointer data);
/* Without the steps that are in parts (const ScParts *). */
ScList *sc_parts_leave_out (const ScStage *stage, gpointer parts);

/* For edits in a row: the later one takes the place of the one before. */
ScSolution *sc_edit_then (ScSolution *before, ScSolution *after);

G_END_DECLS
