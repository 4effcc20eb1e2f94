/* sc-csdl.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "sc-file-error.h"
#include "sc-table.h"

G_BEGIN_DECLS

/* Columns that the tables of one import may have of those that they are based on, all together. The
 * document has these once; a real environment of 360 tables has some three thousand. */
#define SC_CSDL_MAX_INHERITED (500 * 1000)

/* The metadata of a whole environment, as it answers to …/api/data/v9.2/$metadata: a CSDL document
 * (OData Common Schema Definition Language 4.0, XML). It names every table, column, lookup and
 * one-to-many relationship, but no display names, no required levels, and only the types that OData
 * has: a whole number may be a choice, text an e-mail address. The reader keeps names and types in
 * a few large arrays; tables are made of them when asked for. */
typedef struct _ScCsdl ScCsdl;

/* name is what messages call the file. Something else than CSDL is refused with a sentence that
 * says what it is. cancellable (nullable) stops the reading: G_IO_ERROR_CANCELLED. */
ScCsdl *sc_csdl_read (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
void sc_csdl_free (ScCsdl *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCsdl, sc_csdl_free)

guint sc_csdl_count_tables (const ScCsdl *self);
/* Logical name of a table; belongs to self. */
const char *sc_csdl_get_table_name (const ScCsdl *self, guint position);
/* -1 when there is no such table; in any case of letters. */
int sc_csdl_find_table (const ScCsdl *self, const char *name);
/* What the table has of those that it is based on; no more than that in columns. */
gsize sc_csdl_count_inherited (const ScCsdl *self, guint position);
/* The table with its columns, also those of the tables that it is based on, sorted by name; types
 * that the document leaves open are SC_COLUMN_UNKNOWN, required levels SC_REQUIRED_UNKNOWN. */
ScTable *sc_csdl_make_table (const ScCsdl *self, guint position);
/* Adds the relationships (ScRelationship, owned) of which the table is the many side. */
void sc_csdl_collect_relationships (const ScCsdl *self, guint position, GPtrArray *found);

G_END_DECLS
