/* sc-column-lists.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"
#include "sc-xml.h"

G_BEGIN_DECLS

/* What the lists of all columns may take when each column has its own, as it does in a definition;
 * shared they take next to nothing. Half of what a definition may have to be read again; the most
 * that a public package needs is 100 kB. */
#define SC_COLUMN_LISTS_MAX_BYTES (SC_XML_MAX_BYTES / 2)

/* The lists that stand elsewhere than the columns they belong to: the options of global choices,
 * and the tables that lookups lead to. Each is made once and shared by all columns that use it. */
typedef struct _ScColumnLists ScColumnLists;

ScColumnLists *sc_column_lists_new (void);
void sc_column_lists_free (ScColumnLists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScColumnLists, sc_column_lists_free)

/* Takes over options (of ScOption); a choice of the same name, in any case of letters, goes. */
void sc_column_lists_take_choice (ScColumnLists *self, const char *name, ScList *options);
void sc_column_lists_add_target (ScColumnLists *self, const ScRelationship *relationship);

/* As ScColumn.options and ScColumn.targets have them; NULL when nothing is known. */
const ScList *sc_column_lists_get_options (ScColumnLists *self, const char *choice);
const ScList *
sc_column_lists_get_targets (ScColumnLists *self, const char *table, const char *column);

/* FALSE when more than SC_COLUMN_LISTS_MAX_BYTES have been asked for: the error says so of the file
 * or folder at path. */
gboolean sc_column_lists_check (const ScColumnLists *self, const char *path, GError **error);

G_END_DECLS
