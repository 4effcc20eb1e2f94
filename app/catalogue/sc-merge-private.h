/* sc-merge-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-metadata.h"

G_BEGIN_DECLS

/* One source's view of a table. */
typedef struct
{
  const ScTable *table;
  ScMetadataSource source;
} ScMergePart;

/* A table as several sources know it. Counted. */
typedef struct
{
  gatomicrefcount refs;
  GArray *parts;       /* of ScMergePart, near to far; holds references */
  ScTable *table;      /* the outcome; that of a single part itself */
  GPtrArray *columns;  /* of ScMetadataColumn, owned */
  GHashTable *by_name; /* → ScMetadataColumn */
} ScMerge;

/* Takes references on the tables of parts (near to far, at least one). */
ScMerge *sc_merge_new (const GArray *parts);
ScMerge *sc_merge_ref (ScMerge *self);
void sc_merge_unref (ScMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScMerge, sc_merge_unref)

/* TRUE when these are the parts that it was made of, by pointer. */
gboolean sc_merge_is_of (const ScMerge *self, const GArray *parts);

/* A draft with what the parts say of the table as such, without its columns. */
ScTable *sc_merge_head (const GArray *parts);

/* What of a further source completes column; see ScMetadataColumn. */
void sc_merge_column (ScMetadataColumn *self, const ScColumn *further, ScMetadataSource source);

G_END_DECLS
