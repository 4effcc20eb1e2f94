/* sc-storage-left-out.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-storage.h"

#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* TRUE when solution has a table or relationship that kept has not, or not like that. Those that
 * went belonged to a flow that was deleted. */
static gboolean
describes_more (const ScSolution *solution, const ScSolution *kept)
{
  if (solution->tables != kept->tables)
    {
      sc_list_foreach (solution->tables, const ScTable *, table)
        {
          if (!sc_table_equal (table, sc_solution_find_table (kept, table->name, NULL)))
            return TRUE;
        }
    }
  if (solution->relationships != kept->relationships)
    {
      sc_list_foreach (solution->relationships, const ScRelationship *, relationship)
        {
          if (!sc_relationship_equal (relationship,
                                      sc_solution_find_relationship (kept, relationship->name)))
            return TRUE;
        }
    }
  return FALSE;
}

/* The first table that a flow of the package has left; NULL when there is none. */
static const char *
find_left_table (const ScFlow *before, const ScFlow *after)
{
  const char *left = NULL;

  sc_list_foreach (before->stages, const ScStage *, old)
    {
      gboolean there = old->table == NULL;

      sc_list_foreach (after->stages, const ScStage *, stage)
        {
          there = there || sc_name_equal (stage->table, old->table);
        }
      if (!there && left == NULL)
        left = old->table;
    }
  return left;
}

/* A column is never taken from a table that environments have: rows may point there. */
static char *
explain_lookup (const ScSolution *kept, const ScSolution *solution)
{
  sc_list_foreach (kept->flows, const ScFlow *, before)
    {
      const ScFlow *after = sc_solution_find_flow (solution, before->id, NULL);
      const char *table = after != NULL && after != before ? find_left_table (before, after) : NULL;

      if (table != NULL)
        return g_strdup_printf (_ ("Saved. “%s” has no stage on “%s” any more; the lookup to it "
                                   "stays in the flow's table"),
                                sc_flow_get_label (after, solution->language),
                                sc_solution_get_table_label (solution, table));
    }
  return NULL;
}

char *
sc_storage_explain_left_out (const ScStorage *self, const ScSolution *solution)
{
  const ScSolution *kept = sc_storage_get_solution (self);

  if (sc_storage_get_kind (self) == SC_STORAGE_DEFINITION)
    return NULL;
  if (!describes_more (solution, kept))
    return sc_storage_get_kind (self) != SC_STORAGE_XAML ? explain_lookup (kept, solution) : NULL;
  return g_strdup (_ ("Saved, but tables and columns described by hand are only kept in a "
                      ".stagecraft file"));
}
