/* sc-stage-table.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* Puts a stage of the open flow on another table, and the ways from and to it on the relationships
 * that are meant: one undoable edit with that name. */
void
sc_editor_set_stage_table (ScEditor *self, const char *stage, const char *table, const char *name);
/* Tells what enabling the table for flows means, where it is not enabled. */
void sc_editor_warn_table (ScEditor *self, const char *table);

G_END_DECLS
