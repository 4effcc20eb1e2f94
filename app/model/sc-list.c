/* sc-list.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-list.h"

/* Lists are told apart from other values by this class; sc-value.c knows how to free and compare
 * them, since their size is not that of a type. */
static const ScField no_fields[] = { SC_FIELD_END };
const ScValueClass sc_list_class = { "ScList", sizeof (ScList), no_fields };

static ScList *
list_alloc (guint length)
{
  ScList *list = g_malloc (sizeof (ScList) + length * sizeof (gconstpointer));

  list->base.klass = &sc_list_class;
  g_atomic_ref_count_init (&list->base.refs);
  list->length = length;
  return list;
}

ScList *
sc_list_new (gconstpointer const *items, guint n)
{
  ScList *list;

  if (n == 0)
    return NULL;
  list = list_alloc (n);
  for (guint i = 0; i < n; i++)
    list->items[i] = sc_value_ref (items[i]);
  return list;
}

GPtrArray *
sc_list_collect (void)
{
  return g_ptr_array_new_with_free_func (sc_value_unref);
}

ScList *
sc_list_new_take (GPtrArray *array)
{
  ScList *list = NULL;

  if (array->len > 0)
    {
      list = list_alloc (array->len);
      for (guint i = 0; i < array->len; i++)
        list->items[i] = g_ptr_array_index (array, i);
      g_ptr_array_set_free_func (array, NULL);
    }
  g_ptr_array_unref (array);
  return list;
}

ScList *
sc_list_append (const ScList *list, gconstpointer value)
{
  return sc_list_insert (list, sc_list_length (list), value);
}

ScList *
sc_list_insert (const ScList *list, guint position, gconstpointer value)
{
  guint length = sc_list_length (list);
  ScList *result = list_alloc (length + 1);

  position = MIN (position, length);
  for (guint i = 0; i < length + 1; i++)
    {
      gconstpointer item = i == position ? value : list->items[i < position ? i : i - 1];

      result->items[i] = sc_value_ref (item);
    }
  return result;
}

ScList *
sc_list_remove (const ScList *list, guint position)
{
  guint length = sc_list_length (list);
  ScList *result;

  g_return_val_if_fail (position < length, sc_list_ref (list));

  if (length == 1)
    return NULL;
  result = list_alloc (length - 1);
  for (guint i = 0; i < length - 1; i++)
    result->items[i] = sc_value_ref (list->items[i < position ? i : i + 1]);
  return result;
}

ScList *
sc_list_replace (const ScList *list, guint position, gconstpointer value)
{
  guint length = sc_list_length (list);
  ScList *result;

  g_return_val_if_fail (position < length, sc_list_ref (list));

  result = list_alloc (length);
  for (guint i = 0; i < length; i++)
    result->items[i] = sc_value_ref (i == position ? value : list->items[i]);
  return result;
}

ScList *
sc_list_move (const ScList *list, guint from, guint to)
{
  gconstpointer item = sc_list_get (list, from);
  g_autoptr (ScList) without = NULL;

  g_return_val_if_fail (item != NULL, sc_list_ref (list));

  without = sc_list_remove (list, from);
  return sc_list_insert (without, to, item);
}

int
sc_list_index (const ScList *list, gconstpointer value)
{
  for (guint i = 0; i < sc_list_length (list); i++)
    if (list->items[i] == value)
      return (int) i;
  return -1;
}
