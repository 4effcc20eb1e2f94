/* sc-edit-learn.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-clip-match.h"
#include "sc-edit-private.h"
#include "sc-name.h"

static gboolean
is_replaced (const ScList *tables, const char *name)
{
  sc_list_foreach (tables, const ScTableMatch *, match)
    {
      if (sc_name_equal (match->table, name))
        return TRUE;
    }
  return FALSE;
}

/* The columns known has, and behind them those of used that it has not, as source has them. */
static ScList *
add_columns (const ScTable *known, const ScTable *source, const ScTable *used)
{
  GPtrArray *columns = sc_list_collect ();

  sc_list_foreach (known != NULL ? known->columns : NULL, const ScColumn *, column)
    {
      g_ptr_array_add (columns, sc_column_ref (column));
    }
  sc_list_foreach (used->columns, const ScColumn *, column)
    {
      if (known == NULL || sc_table_find_column (known, column->name, NULL) == NULL)
        g_ptr_array_add (columns,
                         sc_column_ref (sc_table_find_column (source, column->name, NULL)));
    }
  return sc_list_new_take (columns);
}

static void
learn_table (ScSolution *draft, const ScTable *source, const ScTable *used)
{
  guint position;
  const ScTable *known = sc_solution_find_table (draft, source->name, &position);
  g_autoptr (ScTable) table = NULL;

  if (source->backing || (known != NULL && known->complete))
    return;
  table = sc_table_copy (known != NULL ? known : source);
  sc_take_value (table, columns, add_columns (known, source, used));
  if (known == NULL)
    {
      table->complete = FALSE;
      sc_take_value (draft, tables, sc_list_append (draft->tables, table));
    }
  else if (sc_list_length (table->columns) > sc_list_length (known->columns))
    sc_take_value (draft, tables, sc_list_replace (draft->tables, position, table));
}

ScSolution *
sc_edit_learn_tables (const ScSolution *solution,
                      const ScSolution *from,
                      const ScClip *clip,
                      const ScList *tables)
{
  g_autoptr (ScSolution) draft = sc_solution_copy (solution);

  if (clip == NULL)
    return sc_edit_unchanged (solution);
  sc_list_foreach (clip->tables, const ScTable *, used)
    {
      const ScTable *source = sc_solution_find_table (from, used->name, NULL);

      if (source != NULL && !is_replaced (tables, used->name))
        learn_table (draft, source, used);
    }
  sc_list_foreach (clip->transitions, const ScTransition *, transition)
    {
      const ScRelationship *known = sc_solution_find_relationship (from, transition->relationship);

      if (known != NULL && !is_replaced (tables, known->referenced)
          && !is_replaced (tables, known->referencing)
          && sc_solution_find_relationship (draft, known->name) == NULL)
        sc_take_value (draft, relationships, sc_list_append (draft->relationships, known));
    }
  return g_steal_pointer (&draft);
}
