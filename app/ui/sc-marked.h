/* sc-marked.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* What a person can do with all that is marked: one undoable edit each, and the selection that
 * follows it. */

/* Asks first when something uses what would go. */
void sc_editor_delete_marked (ScEditor *self);
/* The same, of what is on the clipboard already. */
void sc_editor_cut_marked (ScEditor *self);
/* Marks the copies. */
void sc_editor_duplicate_marked (ScEditor *self);
void sc_editor_set_marked_required (ScEditor *self, gboolean required);
void sc_editor_set_marked_table (ScEditor *self, const char *table);
void sc_editor_set_marked_category (ScEditor *self, int category);
void sc_editor_move_marked_steps (ScEditor *self, const char *stage, guint position);
void sc_editor_move_marked_stages (ScEditor *self, ScSlot slot);

/* How many steps are marked, with those of marked stages, and how many of them are required. */
void sc_editor_count_marked_steps (ScEditor *self, guint *n_steps, guint *n_required);

G_END_DECLS
