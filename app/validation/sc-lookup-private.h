/* sc-lookup-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Finds tables, columns, relationships and components by name without walking through lists: a
 * flow of 900 steps asks for 900 columns. What is needed is indexed when it is first asked for.
 * Everything that is returned belongs to the solution's lists, which the lookup holds on to. */
typedef struct _ScLookup ScLookup;

ScLookup *sc_lookup_new (const ScSolution *solution);
void sc_lookup_free (ScLookup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLookup, sc_lookup_free)

/* Names are compared without regard to case; each returns NULL when there is none. */
const ScTable *sc_lookup_find_table (ScLookup *self, const char *name);
const ScColumn *sc_lookup_find_column (ScLookup *self, const char *table, const char *column);
/* TRUE when what was imported of an environment has the whole table, and not that column. */
gboolean sc_lookup_is_gone (ScLookup *self, const char *table, const char *column);
/* The columns that the table requires of people (of ScColumn); NULL for no such table. */
const GPtrArray *sc_lookup_list_required (ScLookup *self, const char *table);
/* A table of the solution that has a column of that name. */
const ScTable *sc_lookup_find_column_anywhere (ScLookup *self, const char *column);
const ScRelationship *sc_lookup_find_relationship (ScLookup *self, const char *name);

const ScProcess *sc_lookup_find_process (ScLookup *self, const char *id);

gboolean sc_lookup_has_component (ScLookup *self, int type, const char *name_or_id);

G_END_DECLS
