/* sc-metadata.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-catalogue.h"
#include "sc-solution.h"

G_BEGIN_DECLS

/* What is known of the tables of a solution: what it says itself (its package, and what a person
 * described by hand), then what was imported of an environment's metadata, then the catalogue. For
 * each fact the nearest source that has it counts. Tables and columns are the same whatever the
 * case of their names.
 *
 * A function of the solution that remembers what it has worked out, so a table that did not change
 * is the same pointer again. Any thread may ask. */
typedef struct _ScMetadata ScMetadata;

/* Near to far. */
typedef enum
{
  SC_METADATA_NONE,
  SC_METADATA_PACKAGE,
  SC_METADATA_IMPORTED,
  SC_METADATA_CATALOGUE
} ScMetadataSource;

/* A column and where it is known from. Belongs to the ScMetadata. */
typedef struct
{
  const ScColumn *column;        /* what all sources say together */
  ScMetadataSource source;       /* the nearest that has the column */
  ScMetadataSource label_source; /* whose display name it is; SC_METADATA_NONE: nobody's */
  ScMetadataSource type_source;  /* whose type it is; SC_METADATA_NONE: nobody's */
  ScMetadataSource other;        /* the nearest that gives another type, if any */
  ScColumnType other_type;
} ScMetadataColumn;

/* catalogue may be NULL. Reads nothing yet. */
ScMetadata *sc_metadata_new (const ScSolution *solution, ScCatalogue *catalogue);
/* The same for another state of the solution: what has not changed is not worked out again. Returns
 * self (with a reference for the caller) when nothing has. */
ScMetadata *sc_metadata_follow (ScMetadata *self, const ScSolution *solution);
ScMetadata *sc_metadata_ref (ScMetadata *self);
void sc_metadata_unref (ScMetadata *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScMetadata, sc_metadata_unref)

/* The table as all sources know it; NULL where none does. Where several do, its columns are sorted
 * by name. Belongs to self. */
const ScTable *sc_metadata_find_table (ScMetadata *self, const char *name);
/* The nearest source that has the table. Opens no table of the catalogue. */
ScMetadataSource sc_metadata_get_table_source (ScMetadata *self, const char *name);
/* NULL where no source knows the column. */
const ScMetadataColumn *
sc_metadata_find_column (ScMetadata *self, const char *table, const char *column);
/* All tables that any source knows, without their columns (of ScTable), sorted by name. Opens no
 * table of the catalogue. flow_enabled says whether flows may use it. Belongs to self. */
const ScList *sc_metadata_list_tables (ScMetadata *self);
/* The one-to-many relationships from one table to another (of const ScRelationship); either may be
 * NULL for any. Two of one name are one. Free with g_ptr_array_unref(). */
GPtrArray *
sc_metadata_list_relationships (ScMetadata *self, const char *referenced, const char *referencing);

/* A sentence or two: where the column is known from, and who says otherwise. NULL for a column that
 * nobody knows. Free with g_free(). */
char *sc_metadata_describe_column (ScMetadata *self, const char *table, const char *column);

G_END_DECLS
