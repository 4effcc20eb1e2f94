/* random-edits-ground.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-solution.h"

static ScRelationship *
make_relationship (const char *name, const char *referenced, const char *referencing)
{
  ScRelationship *relationship = sc_relationship_new ();

  sc_set_string (relationship, name, name);
  sc_set_string (relationship, referenced, referenced);
  sc_set_string (relationship, referencing, referencing);
  sc_set_string (relationship, attribute, "new_l");
  return relationship;
}

static ScProcess *
make_process (const char *id, ScProcessCategory category, const char *table)
{
  ScProcess *process = sc_process_new ();

  sc_set_string (process, id, id);
  sc_set_string (process, name, "Process");
  sc_set_string (process, table, table);
  process->category = (int) category;
  process->active = process->on_demand = TRUE;
  return process;
}

/* What no edit says of a column: where a lookup leads, and what can be chosen. */
static ScColumn *
detail_column (const ScColumn *column)
{
  ScColumn *detailed = sc_column_copy (column);

  if (column->type == SC_COLUMN_LOOKUP)
    append (detailed, targets, sc_label_new_text (0, "new_u"));
  for (int value = 1; column->type == SC_COLUMN_CHOICE && value <= 3; value++)
    {
      ScOption *option = sc_option_new ();

      option->value = value;
      append (option, labels, sc_label_new_text (1033, "Option"));
      append (detailed, options, option);
    }
  return detailed;
}

/* Takes over solution. */
static ScSolution *
detail_tables (ScSolution *solution)
{
  g_autoptr (ScSolution) before = solution;
  ScSolution *after = sc_solution_copy (before);
  GPtrArray *tables = sc_list_collect ();

  sc_list_foreach (before->tables, const ScTable *, table)
    {
      ScTable *detailed = sc_table_copy (table);

      sc_set_value (detailed, columns, NULL);
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          append (detailed, columns, detail_column (column));
        }
      g_ptr_array_add (tables, detailed);
    }
  sc_take_value (after, tables, sc_list_new_take (tables));
  return after;
}

static ScSolution *
add_table (ScSolution *solution, const char *name)
{
  static const struct
  {
    const char *name;
    ScColumnType type;
  } columns[] = {
    { "new_c", SC_COLUMN_YES_NO },  { "new_l", SC_COLUMN_LOOKUP },    { "name", SC_COLUMN_TEXT },
    { "new_n", SC_COLUMN_DECIMAL }, { "new_d", SC_COLUMN_DATE_TIME }, { "new_o", SC_COLUMN_CHOICE },
  };
  ScSolution *after = sc_edit_table_add (solution, name, name, NULL);

  sc_solution_unref (solution);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (ScSolution) before = after;

      after = sc_edit_column_add (before, name, columns[i].name, columns[i].name, columns[i].type,
                                  NULL);
    }
  return after;
}

ScSolution *
random_ground (void)
{
  static const char *const tables[] = { "new_t", "lead", "new_u" };
  ScSolution *solution = sc_edit_solution_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    solution = add_table (solution, tables[i]);
  solution = detail_tables (solution);
  append (solution, processes,
          make_process ("0b5e4a1c-0000-4000-8000-000000000001", SC_PROCESS_WORKFLOW, "new_t"));
  append (solution, processes,
          make_process ("0b5e4a1c-0000-4000-8000-000000000002", SC_PROCESS_WORKFLOW, "lead"));
  append (solution, processes,
          make_process ("0b5e4a1c-0000-4000-8000-000000000003", SC_PROCESS_ACTION, "new_t"));
  append (solution, processes,
          make_process ("0b5e4a1c-0000-4000-8000-000000000004", SC_PROCESS_CLOUD_FLOW, NULL));
  append (solution, relationships, make_relationship ("new_t_lead", "new_t", "lead"));
  append (solution, relationships, make_relationship ("lead_new_t", "lead", "new_t"));
  append (solution, relationships, make_relationship ("new_t_new_u", "new_t", "new_u"));
  return solution;
}
