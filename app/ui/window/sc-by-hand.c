/* sc-by-hand.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-by-hand.h"

static gboolean
describes (const ScSolution *solution, const char *table, const char *column)
{
  return column != NULL ? sc_solution_find_column (solution, table, column) != NULL
                        : sc_solution_find_table (solution, table, NULL) != NULL;
}

gboolean
sc_is_by_hand (ScEditor *editor, const char *table, const char *column)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  const ScStorage *storage = sc_document_get_storage (sc_editor_get_document (editor));
  const ScTable *known = sc_solution_find_table (solution, table, NULL);

  if (known == NULL || known->backing || !describes (solution, table, column)
      || sc_lock_get (solution, NULL) != SC_LOCK_NONE)
    return FALSE;
  return storage == NULL || sc_storage_get_kind (storage) == SC_STORAGE_DEFINITION
         || !describes (sc_storage_get_solution (storage), table, column);
}
