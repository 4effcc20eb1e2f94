/* sc-edit-parts.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-parts.h"

G_BEGIN_DECLS

/* Edits of several stages and steps at once. What is no longer there is left out; NOT_FOUND when
 * nothing is there that the edit could be for. A stage stands for its steps, too. */

/* As sc_edit_step_delete() and sc_edit_stage_delete() do with one. */
ScSolution *sc_edit_parts_delete (const ScSolution *solution,
                                  const char *flow,
                                  const ScParts *parts,
                                  GError **error);
/* Copies with fresh ids: of steps behind the last one of theirs in each stage; of stages that
 * follow one another behind the last of them, see sc_edit_stage_duplicate() for those that branch.
 * copies (nullable): what was made, for the caller to unref. */
ScSolution *sc_edit_parts_duplicate (const ScSolution *solution,
                                     const char *flow,
                                     const ScParts *parts,
                                     ScParts **copies,
                                     GError **error);
/* Takes the steps among parts, not those of its stages, to one place of a stage, in their order.
 * Unlike in sc_edit_step_move(), position counts in the stage as it is; clamped. */
ScSolution *sc_edit_parts_move_steps (const ScSolution *solution,
                                      const char *flow,
                                      const ScParts *parts,
                                      const char *stage,
                                      guint position,
                                      GError **error);
/* Takes the stages among parts, each as sc_edit_stage_move() does, to slot, in their order. One
 * that is in a branch of another goes along with that. */
ScSolution *sc_edit_parts_move_stages (const ScSolution *solution,
                                       const char *flow,
                                       const ScParts *parts,
                                       ScSlot slot,
                                       GError **error);
ScSolution *sc_edit_parts_set_required (const ScSolution *solution,
                                        const char *flow,
                                        const ScParts *parts,
                                        gboolean required,
                                        GError **error);
/* These two for the stages among parts. */
ScSolution *sc_edit_parts_set_table (const ScSolution *solution,
                                     const char *flow,
                                     const ScParts *parts,
                                     const char *table,
                                     GError **error);
ScSolution *sc_edit_parts_set_category (const ScSolution *solution,
                                        const char *flow,
                                        const ScParts *parts,
                                        int category,
                                        GError **error);

G_END_DECLS
