/* sc-history.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* The list of solutions a person has made, each with the name of the edit that led to it. */
typedef struct _ScHistory ScHistory;

ScHistory *sc_history_new (const ScSolution *first);
void sc_history_free (ScHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScHistory, sc_history_free)

const ScSolution *sc_history_get_current (const ScHistory *self);

/* Makes solution the current one and forgets what was undone. name is what Undo will say. An edit
 * with the same group (not NULL) as the one before it, while that one is the newest and not
 * closed, extends it: typing a word is one step. */
void sc_history_commit (ScHistory *self,
                        const ScSolution *solution,
                        const char *name,
                        const char *group);
/* The next edit starts a step of its own, whatever its group. */
void sc_history_close_group (ScHistory *self);
/* The group that is going on: what the next edit has to have to extend the current one. NULL when
 * there is none. */
const char *sc_history_get_group (const ScHistory *self);

gboolean sc_history_can_undo (const ScHistory *self);
gboolean sc_history_can_redo (const ScHistory *self);
/* The name of the edit that undo takes back or redo brings back; NULL when there is none. */
const char *sc_history_get_undo_name (const ScHistory *self);
const char *sc_history_get_redo_name (const ScHistory *self);
/* Both return the solution that is current now. */
const ScSolution *sc_history_undo (ScHistory *self);
const ScSolution *sc_history_redo (ScHistory *self);
/* Entries, the first solution included, and the position of the current one. */
guint sc_history_get_length (const ScHistory *self);
guint sc_history_get_position (const ScHistory *self);

G_END_DECLS
