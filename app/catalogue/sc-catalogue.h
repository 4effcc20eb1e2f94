/* sc-catalogue.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-table.h"

G_BEGIN_DECLS

/* The standard tables that flows are about, as an environment without customizations has them.
 * They are files in data/catalogue/ that are part of the program; a file is read when its table is
 * first asked for. Made once by the program and handed down; any thread may ask. What it returns
 * belongs to it. */
typedef struct _ScCatalogue ScCatalogue;

/* Reads nothing yet. */
ScCatalogue *sc_catalogue_new (void);
ScCatalogue *sc_catalogue_ref (ScCatalogue *self);
void sc_catalogue_unref (ScCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCatalogue, sc_catalogue_unref)

/* Of ScTable, sorted by name, without their columns. */
const ScList *sc_catalogue_list_tables (ScCatalogue *self);
/* NULL when the table is not in the catalogue; name may be in any case. */
const ScTable *sc_catalogue_find_table (ScCatalogue *self, const char *name);

/* Of const ScRelationship, sorted by name; either table may be NULL for any. Free with
 * g_ptr_array_unref(). */
GPtrArray *sc_catalogue_list_relationships (ScCatalogue *self,
                                            const char *referenced,
                                            const char *referencing);

G_END_DECLS
