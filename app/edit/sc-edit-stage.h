/* sc-edit-stage.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* Puts a new stage with one empty step at slot. id NULL: a fresh one; table NULL: that of the
 * stage before it. */
ScSolution *sc_edit_stage_add (const ScSolution *solution,
                               const char *flow,
                               ScSlot slot,
                               const char *id,
                               const char *name,
                               const char *table,
                               GError **error);
/* The stages before it lead to the one behind it. When the stage branches its condition goes too,
 * and the stages of its branches stay, in a row. The last stage of a flow can go. */
ScSolution *sc_edit_stage_delete (const ScSolution *solution,
                                  const char *flow,
                                  const char *stage,
                                  GError **error);
/* Takes the stage, with its branches up to where they merge, to slot. */
ScSolution *sc_edit_stage_move (
    const ScSolution *solution, const char *flow, const char *stage, ScSlot slot, GError **error);
/* A copy with fresh ids right behind the stage; before it when the stage branches, since a
 * condition is not copied. */
ScSolution *sc_edit_stage_duplicate (const ScSolution *solution,
                                     const char *flow,
                                     const char *stage,
                                     const char *id,
                                     GError **error);
/* The label in that language; in the base language also the stage's name. */
ScSolution *sc_edit_stage_set_label (const ScSolution *solution,
                                     const char *flow,
                                     const char *stage,
                                     int language,
                                     const char *text,
                                     GError **error);
/* Transitions of the stage that no longer fit are taken out. */
ScSolution *sc_edit_stage_set_table (const ScSolution *solution,
                                     const char *flow,
                                     const char *stage,
                                     const char *table,
                                     GError **error);
ScSolution *sc_edit_stage_set_category (
    const ScSolution *solution, const char *flow, const char *stage, int category, GError **error);
/* The relationship by which source leads to target; NULL: none. */
ScSolution *sc_edit_transition_set (const ScSolution *solution,
                                    const char *flow,
                                    const char *source,
                                    const char *target,
                                    const char *relationship,
                                    GError **error);
/* The relationship that is meant where the flow goes from one table to another: the only one, or
 * the one whose lookup is called after the first table. NULL: that is for a person to say. */
const ScRelationship *
sc_edit_propose_relationship (const ScSolution *solution, const char *source, const char *target);
/* Gives it to those ways from and to the stage that change the table and have none. */
ScSolution *sc_edit_stage_relate (const ScSolution *solution,
                                  const char *flow,
                                  const char *stage,
                                  GError **error);

G_END_DECLS
