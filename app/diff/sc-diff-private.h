/* sc-diff-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-diff.h"

G_BEGIN_DECLS

/* Things that have a name, and that a person speaks of. */
typedef struct
{
  const ScValueClass *klass;
  const char *word;   /* to be translated */
  const char *key[2]; /* fields that tell one from another; by default its id, else its name */
  gboolean ordered;   /* the place among its neighbours means something */
} ScDiffUnit;

/* NULL for a class that is a part of others. */
const ScDiffUnit *sc_diff_find_unit (const ScValueClass *klass);
/* "2 stages", for the translated word of a unit. Free with g_free(). */
char *sc_diff_count_things (const char *word, guint n);
/* What a person calls the thing; NULL when it has no name. Free with g_free(). */
char *sc_diff_name (gconstpointer value, int language);
/* The title of a field, translated; NULL for one that only files know. */
const char *sc_diff_get_field_title (const ScValueClass *klass, const ScField *field);
/* The field as a person reads it. Free with g_free(). */
char *
sc_diff_format_field (gconstpointer value, const ScField *field, const ScFlow *flow, int language);

/* FALSE when things of that class cannot be told apart: the list is one whole then. */
gboolean sc_diff_has_key (const ScValueClass *klass);
/* The class of the items; NULL for an empty list. */
const ScValueClass *sc_diff_get_item_class (const ScList *list);
/* Keys of the items, each once: a second item of one key gets another one. The strings belong to
 * the array; free it with g_ptr_array_unref(). */
GPtrArray *sc_diff_list_keys (const ScList *list);
/* From those keys to position + 1. Free with g_hash_table_unref() before the array. */
GHashTable *sc_diff_index_keys (GPtrArray *keys);
/* G_MAXUINT when there is none. */
guint sc_diff_find_key (GHashTable *index, const char *key);

G_END_DECLS
