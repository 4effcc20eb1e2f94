/* sc-metadata-loan.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-metadata-loan.h"

#include "sc-name.h"

static gboolean
is_used (const GPtrArray *used, const char *table)
{
  for (guint i = 0; used != NULL && i < used->len; i++)
    if (sc_name_equal (g_ptr_array_index (used, i), table))
      return TRUE;
  return FALSE;
}

static ScList *
collect_tables (ScMetadata *self, const ScFlow *flow)
{
  g_autoptr (GPtrArray) used = flow != NULL ? sc_flow_list_tables (flow) : NULL;
  GPtrArray *tables = sc_list_collect ();

  sc_list_foreach (sc_metadata_list_tables (self), const ScTable *, head)
    {
      const ScTable *table
          = is_used (used, head->name) ? sc_metadata_find_table (self, head->name) : head;

      g_ptr_array_add (tables, sc_table_ref (table));
    }
  return sc_list_new_take (tables);
}

static ScList *
collect_relationships (ScMetadata *self)
{
  g_autoptr (GPtrArray) known = sc_metadata_list_relationships (self, NULL, NULL);
  GPtrArray *relationships = sc_list_collect ();

  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (relationships, sc_relationship_ref (g_ptr_array_index (known, i)));
  return sc_list_new_take (relationships);
}

ScSolution *
sc_metadata_lend (ScMetadata *self, const ScSolution *solution, const ScFlow *flow)
{
  ScSolution *lent = sc_solution_copy (solution);

  sc_take_value (lent, tables, collect_tables (self, flow));
  sc_take_value (lent, relationships, collect_relationships (self));
  return lent;
}

ScSolution *
sc_metadata_take_back (const ScSolution *solution, const ScSolution *lent, ScSolution *after)
{
  ScSolution *own;

  if (after == NULL || lent == NULL || after->tables != lent->tables)
    return after;
  if (after == lent)
    own = sc_solution_ref (solution);
  else
    {
      own = sc_solution_copy (after);
      sc_set_value (own, tables, solution->tables);
      sc_set_value (own, relationships, solution->relationships);
    }
  sc_solution_unref (after);
  return own;
}
