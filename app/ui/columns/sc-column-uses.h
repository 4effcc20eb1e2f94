/* sc-column-uses.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"

G_BEGIN_DECLS

/* Which steps of a flow show which columns of a table. Its strings belong to the flow. */
typedef struct _ScColumnUses ScColumnUses;

/* flow and table may be NULL. */
ScColumnUses *sc_column_uses_new (const ScFlow *flow, const char *table);
void sc_column_uses_free (ScColumnUses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScColumnUses, sc_column_uses_free)

guint sc_column_uses_count (const ScColumnUses *self, const char *column);
/* "Qualify, Develop": the stages, each once. NULL when there are none. Free with g_free(). */
char *sc_column_uses_dup_stages (const ScColumnUses *self, const char *column, int language);
/* The id of the step behind the one with that id (nullable) that shows the column, or else the
 * first; NULL when none does. */
const char *
sc_column_uses_find_next (const ScColumnUses *self, const char *column, const char *step);

G_END_DECLS
