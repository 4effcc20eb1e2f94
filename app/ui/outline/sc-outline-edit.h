/* sc-outline-edit.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-outline-text.h"

G_BEGIN_DECLS

/* What a person does in the outline: one undoable edit each, named as elsewhere, and the selection
 * that follows it. Where something is marked together with what item stands for, it is done with
 * all of that. TRUE when something changed. */

/* Typing goes on as one step for Undo until the group is closed. In another language than the
 * solution's an empty text takes the label away. */
gboolean
sc_outline_set_label (ScEditor *editor, ScOutlineItem *item, int language, const char *text);
/* What the group of these edits is called in the history. Free with g_free(). */
char *sc_outline_dup_label_group (ScOutlineItem *item, int language);

/* The column of a step, the table of a stage. */
void sc_outline_set_binding (ScEditor *editor, ScOutlineItem *item, const char *id);
void sc_outline_set_category (ScEditor *editor, ScOutlineItem *item, const char *id);
void sc_outline_toggle_required (ScEditor *editor, ScOutlineItem *item);

/* Below the step, or as the first or last of the stage. */
gboolean sc_outline_add_step (ScEditor *editor, ScOutlineItem *item);
/* Behind the stage that the item is in; NULL: behind the last one. */
gboolean sc_outline_add_stage (ScEditor *editor, ScOutlineItem *item);

void sc_outline_delete (ScEditor *editor, ScOutlineItem *item);
void sc_outline_duplicate (ScEditor *editor, ScOutlineItem *item);
/* by -1: up, 1: down; a step goes on into the next stage. FALSE where that leads nowhere. */
gboolean sc_outline_move (ScEditor *editor, ScOutlineItem *item, int by);

G_END_DECLS
