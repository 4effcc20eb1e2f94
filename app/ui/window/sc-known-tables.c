/* sc-known-tables.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-known-tables.h"

#include "sc-collate.h"
#include "sc-name.h"

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ScSolution *solution = user_data;
  const char *label_a = sc_solution_get_table_label (solution, *(const char *const *) a);
  const char *label_b = sc_solution_get_table_label (solution, *(const char *const *) b);

  return sc_collate (label_a, label_b);
}

GPtrArray *
sc_known_tables_list (const ScSolution *solution)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GPtrArray *tables = g_ptr_array_new ();

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (GPtrArray) used = sc_flow_list_tables (flow);

      for (guint i = 0; i < used->len; i++)
        {
          if (g_hash_table_add (seen, g_ptr_array_index (used, i)))
            g_ptr_array_add (tables, g_ptr_array_index (used, i));
        }
    }
  sc_list_foreach (solution->tables, const ScTable *, table)
    {
      if (!table->backing && table->name != NULL && g_hash_table_add (seen, (gpointer) table->name))
        g_ptr_array_add (others, (gpointer) table->name);
    }
  g_ptr_array_sort_with_data (others, compare_labels, (gpointer) solution);
  g_ptr_array_extend (tables, others, NULL, NULL);
  return tables;
}
