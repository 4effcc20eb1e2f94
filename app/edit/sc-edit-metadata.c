/* sc-edit-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-metadata.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-private.h"
#include "sc-edit-solution.h"

ScSolution *
sc_edit_metadata_import (const ScSolution *solution,
                         const ScList *tables,
                         const ScList *relationships,
                         GError **error)
{
  ScSolution *after;

  if (sc_value_equal (solution->imported, tables)
      && sc_value_equal (solution->imported_relationships, relationships))
    return sc_edit_unchanged (solution);
  after = sc_solution_copy (solution);
  sc_set_value (after, imported, tables);
  sc_set_value (after, imported_relationships, relationships);
  return after;
}

/* The solution with another column at that place. */
static ScSolution *
put_column (const ScSolution *solution, guint table, guint position, const ScColumn *column)
{
  g_autoptr (ScTable) changed = sc_table_copy (sc_list_at (solution->tables, table));
  ScSolution *after = sc_solution_copy (solution);

  sc_take_value (changed, columns, sc_list_replace (changed->columns, position, column));
  sc_take_value (after, tables, sc_list_replace (solution->tables, table, changed));
  return after;
}

static ScSolution *
change_column (
    const ScSolution *solution, guint table, guint position, const char *title, ScColumnType type)
{
  const ScTable *owner = sc_list_at (solution->tables, table);
  const ScColumn *present = sc_list_at (owner->columns, position);
  g_autoptr (ScColumn) changed = sc_column_copy (present);

  changed->type = type;
  if (title != NULL && *title != '\0')
    sc_take_value (changed, labels, sc_labels_set (present->labels, solution->language, title));
  return sc_column_equal (changed, present) ? sc_edit_unchanged (solution)
                                            : put_column (solution, table, position, changed);
}

ScSolution *
sc_edit_column_describe (const ScSolution *solution,
                         const char *table,
                         const char *name,
                         const char *title,
                         ScColumnType type,
                         GError **error)
{
  guint table_position, position;
  const ScTable *owner = sc_solution_find_table (solution, table, &table_position);
  g_autoptr (ScSolution) with_table = NULL;

  if (owner != NULL && owner->backing)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The table “%s” belongs to a flow, which says what its columns are."),
                         table);
  if (owner != NULL && name != NULL && sc_table_find_column (owner, name, &position) != NULL)
    return change_column (solution, table_position, position, title, type);
  if (owner == NULL)
    with_table = sc_edit_table_add (solution, table, NULL, error);
  if (owner == NULL && with_table == NULL)
    return NULL;
  return sc_edit_column_add (with_table != NULL ? with_table : solution, table, name, title, type,
                             error);
}
