/* sc-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-value.h"

G_BEGIN_DECLS

/* An immutable list of values. NULL is the empty list, everywhere. The functions that change
 * something return a new list (NULL when it comes out empty) that shares the untouched items. */
typedef struct
{
  ScValue base;
  guint length;
  gconstpointer items[];
} ScList;

extern const ScValueClass sc_list_class;

/* Takes a reference on each of the n items. */
ScList *sc_list_new (gconstpointer const *items, guint n);
/* Steals the references that array holds; array is freed. */
ScList *sc_list_new_take (GPtrArray *array);
/* An array that owns references, to collect values for sc_list_new_take(). */
GPtrArray *sc_list_collect (void);

ScList *sc_list_append (const ScList *list, gconstpointer value);
/* position is clamped to the length. */
ScList *sc_list_insert (const ScList *list, guint position, gconstpointer value);
ScList *sc_list_remove (const ScList *list, guint position);
ScList *sc_list_replace (const ScList *list, guint position, gconstpointer value);
/* Moves one item; to is its position once it has been taken out. */
ScList *sc_list_move (const ScList *list, guint from, guint to);

/* -1 when value (compared by pointer) is not in the list. */
int sc_list_index (const ScList *list, gconstpointer value);

static inline ScList *
sc_list_ref (const ScList *list)
{
  return (ScList *) sc_value_ref (list);
}

static inline void
sc_list_unref (ScList *list)
{
  sc_value_unref (list);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScList, sc_list_unref)

static inline guint
sc_list_length (const ScList *list)
{
  return list != NULL ? list->length : 0;
}

/* NULL when there is no such position. */
static inline gconstpointer
sc_list_get (const ScList *list, guint position)
{
  return position < sc_list_length (list) ? list->items[position] : NULL;
}

/* The value at a position that the list is known to have: anything else ends the program before it
 * does harm. */
static inline gconstpointer
sc_list_at (const ScList *list, guint position)
{
  g_assert (position < sc_list_length (list));

  return list->items[position];
}

/* sc_list_foreach (flow->stages, const ScStage *, stage) { … }; the position is stage_i. */
#define sc_list_foreach(list, Type, item)                                                          \
  for (guint item##_i = 0, item##_n = 1; item##_n && item##_i < sc_list_length (list); item##_i++) \
    for (Type item = (item##_n = 0, (Type) (list)->items[item##_i]); item##_n == 0; item##_n = 1)

G_END_DECLS
