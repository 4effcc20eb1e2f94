/* sc-edit-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-solution.h"

#include "sc-edit-private.h"
#include "sc-name.h"
#include "sc-id.h"
#include "sc-solution-names.h"

#include <glib/gi18n-lib.h>

ScSolution *
sc_edit_solution_new (void)
{
  ScSolution *solution = sc_solution_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  solution->option_prefix = 10000;
  sc_set_string (solution, unique_name, "NewSolution");
  sc_set_string (solution, version, "1.0.0.0");
  sc_set_string (solution, publisher, "NewPublisher");
  sc_set_string (solution, prefix, "new");
  sc_take_value (solution, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, _ ("New solution")));
  return solution;
}

ScSolution *
sc_edit_solution_set_details (const ScSolution *solution,
                              const char *title,
                              const char *unique_name,
                              const char *version,
                              const char *publisher,
                              const char *prefix,
                              GError **error)
{
  g_autoptr (ScSolution) after = sc_solution_copy (solution);

  if (title != NULL)
    sc_take_value (after, labels, sc_labels_set (after->labels, after->language, title));
  if (unique_name != NULL)
    sc_set_string (after, unique_name, unique_name);
  if (version != NULL)
    sc_set_string (after, version, version);
  if (publisher != NULL)
    sc_set_string (after, publisher, publisher);
  if (prefix != NULL)
    sc_set_string (after, prefix, prefix);
  return sc_solution_equal (after, solution) ? sc_edit_unchanged (solution)
                                             : g_steal_pointer (&after);
}

ScSolution *
sc_edit_solution_set_publisher (const ScSolution *solution,
                                const char *title,
                                int option_prefix,
                                GError **error)
{
  ScSolution *after;

  if (option_prefix != 0
      && (option_prefix < SC_OPTION_PREFIX_MIN || option_prefix > SC_OPTION_PREFIX_MAX))
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The option-value prefix is a number from 10000 to 99999."));
  if ((title == NULL || g_strcmp0 (solution->publisher_title, title) == 0)
      && (option_prefix == 0 || solution->option_prefix == option_prefix))
    return sc_edit_unchanged (solution);
  after = sc_solution_copy (solution);
  if (title != NULL)
    sc_set_string (after, publisher_title, title);
  if (option_prefix != 0)
    after->option_prefix = option_prefix;
  return after;
}

ScSolution *
sc_edit_component_add (
    const ScSolution *solution, int type, const char *id, const char *schema_name, GError **error)
{
  g_autoptr (ScComponent) added = NULL;
  ScSolution *after;

  sc_list_foreach (solution->components, const ScComponent *, component)
    {
      if (component->type == type
          && (sc_id_equal (component->id, id)
              || sc_name_equal (component->schema_name, schema_name)))
        return sc_edit_unchanged (solution);
    }
  added = sc_component_new ();
  added->type = type;
  sc_set_string (added, id, id);
  sc_set_string (added, schema_name, schema_name);
  after = sc_solution_copy (solution);
  sc_take_value (after, components, sc_list_append (solution->components, added));
  return after;
}

ScSolution *
sc_edit_table_add (const ScSolution *solution, const char *name, const char *title, GError **error)
{
  g_autoptr (ScTable) table = NULL;
  ScSolution *after;

  if (name == NULL || *name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A table needs a logical name."));
  if (sc_solution_find_table (solution, name, NULL) != NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The table “%s” is in the solution already."), name);

  table = sc_table_new ();
  sc_set_string (table, name, name);
  if (title != NULL && *title != '\0')
    sc_take_value (table, labels, sc_labels_set (NULL, solution->language, title));
  after = sc_solution_copy (solution);
  sc_take_value (after, tables, sc_list_append (after->tables, table));
  return after;
}

ScSolution *
sc_edit_column_add (const ScSolution *solution,
                    const char *table,
                    const char *name,
                    const char *title,
                    ScColumnType type,
                    GError **error)
{
  const ScTable *present;
  g_autoptr (ScColumn) column = NULL;
  g_autoptr (ScTable) changed = NULL;
  ScSolution *after;
  guint position;

  present = sc_solution_find_table (solution, table, &position);
  if (present == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The table “%s” is not in the solution."), table != NULL ? table : "");
  if (name == NULL || *name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A column needs a logical name."));
  if (sc_table_find_column (present, name, NULL) != NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The table “%s” has a column “%s” already."), table, name);

  column = sc_column_new ();
  column->type = type;
  sc_set_string (column, name, name);
  if (title != NULL && *title != '\0')
    sc_take_value (column, labels, sc_labels_set (NULL, solution->language, title));
  changed = sc_table_copy (present);
  sc_take_value (changed, columns, sc_list_append (changed->columns, column));
  after = sc_solution_copy (solution);
  sc_take_value (after, tables, sc_list_replace (after->tables, position, changed));
  return after;
}

ScSolution *
sc_edit_table_delete (const ScSolution *solution, const char *name, GError **error)
{
  const ScTable *table;
  ScSolution *after;
  guint position;

  table = sc_solution_find_table (solution, name, &position);
  if (table == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The table “%s” is not in the solution."), name != NULL ? name : "");
  if (table->backing)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The table “%s” belongs to a flow and goes with that."), name);
  after = sc_solution_copy (solution);
  sc_take_value (after, tables, sc_list_remove (after->tables, position));
  return after;
}

ScSolution *
sc_edit_column_delete (const ScSolution *solution,
                       const char *table,
                       const char *name,
                       GError **error)
{
  const ScTable *present;
  g_autoptr (ScTable) changed = NULL;
  ScSolution *after;
  guint position, column;

  present = sc_solution_find_table (solution, table, &position);
  if (present == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The table “%s” is not in the solution."), table != NULL ? table : "");
  if (name == NULL || sc_table_find_column (present, name, &column) == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The table “%s” has no column “%s”."),
                         table, name != NULL ? name : "");
  changed = sc_table_copy (present);
  sc_take_value (changed, columns, sc_list_remove (changed->columns, column));
  after = sc_solution_copy (solution);
  sc_take_value (after, tables, sc_list_replace (after->tables, position, changed));
  return after;
}
