/* sc-diff-keys.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-diff-private.h"

static const ScField *
find_field (const ScValueClass *klass, const char *name)
{
  for (const ScField *field = klass->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

/* The second one only counts where the first is empty, or where the unit says both. */
static guint
find_key_fields (const ScValueClass *klass, const ScField *fields[2])
{
  static const char *const usual[] = { "id", "name" };
  const ScDiffUnit *unit = sc_diff_find_unit (klass);
  guint n = 0;

  if (unit == NULL)
    return 0;
  for (guint i = 0; i < 2 && unit->key[i] != NULL; i++)
    fields[n++] = find_field (klass, unit->key[i]);
  for (guint i = 0; i < G_N_ELEMENTS (usual) && n == 0; i++)
    if ((fields[0] = find_field (klass, usual[i])) != NULL)
      n = 1;
  return n;
}

gboolean
sc_diff_has_key (const ScValueClass *klass)
{
  const ScField *fields[2];

  return find_key_fields (klass, fields) > 0;
}

const ScValueClass *
sc_diff_get_item_class (const ScList *list)
{
  return list != NULL ? sc_value_get_class (sc_list_get (list, 0)) : NULL;
}

/* Names of tables and ids mean the same in either case. */
static char *
make_key (gconstpointer value)
{
  const ScField *fields[2];
  guint n = find_key_fields (sc_value_get_class (value), fields);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *text = sc_value_get_string (value, fields[i]);
      g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

      g_string_append_printf (key, "%s\n", lower != NULL ? lower : "");
    }
  return g_string_free (key, FALSE);
}

GPtrArray *
sc_diff_list_keys (const ScList *list)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  sc_list_foreach (list, gconstpointer, item)
    {
      char *key = make_key (item);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_ptr_array_add (keys, n > 0 ? g_strdup_printf ("%s%u", key, n) : g_strdup (key));
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  return keys;
}

GHashTable *
sc_diff_index_keys (GPtrArray *keys)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (index, g_ptr_array_index (keys, i), GUINT_TO_POINTER (i + 1));
  return index;
}

guint
sc_diff_find_key (GHashTable *index, const char *key)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));

  return found > 0 ? found - 1 : G_MAXUINT;
}
