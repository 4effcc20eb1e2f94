/* test-follow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "gaps.h"
#include "random-edits.h"
#include "sc-metadata-loan.h"

/* What is known of tables when it follows every edit is what somebody knows who looks only now; so
 * it is with whatever a file leaves out. */

#define SEED    20261123
#define N_EDITS 600
#define N_FIRST 30

typedef struct
{
  ScCatalogue *catalogue;
  ScMetadata *metadata; /* of the solution before */
  guint n_columns;
} Session;

static void
check_column (
    Session *self, ScMetadata *fresh, const char *table, const ScColumn *column, const char *where)
{
  const ScMetadataColumn *found = sc_metadata_find_column (self->metadata, table, column->name);
  const ScMetadataColumn *other = sc_metadata_find_column (fresh, table, column->name);
  g_autofree char *text = sc_metadata_describe_column (self->metadata, table, column->name);

  if (column->name == NULL)
    return;
  if (found == NULL || other == NULL || !sc_column_equal (found->column, other->column)
      || found->source != other->source || found->label_source != other->label_source
      || found->type_source != other->type_source || found->other != other->other)
    g_error ("%s: column %s of %s is another one", where, column->name, table);
  g_assert_nonnull (text);
  gaps_check_text (text, where);
  self->n_columns++;
}

static void
check_table (Session *self, ScMetadata *fresh, const char *name, const char *where)
{
  const ScTable *table = sc_metadata_find_table (self->metadata, name);

  if (!sc_table_equal (table, sc_metadata_find_table (fresh, name))
      || sc_metadata_get_table_source (self->metadata, name)
             != sc_metadata_get_table_source (fresh, name))
    g_error ("%s: table %s is another one", where, name);
  sc_list_foreach (table != NULL ? table->columns : NULL, const ScColumn *, column)
    {
      check_column (self, fresh, name, column, where);
    }
}

/* What is lent to an edit and given back leaves no trace. */
static void
check_loan (Session *self, const ScSolution *solution, const char *where)
{
  g_autoptr (ScSolution) lent
      = sc_metadata_lend (self->metadata, solution, sc_list_get (solution->flows, 0));
  g_autoptr (ScSolution) back = sc_metadata_take_back (solution, lent, sc_solution_ref (lent));

  gaps_check_texts (lent, where);
  g_assert_true (sc_solution_equal (back, solution));
}

static void
check (const ScSolution *solution, const char *where, gpointer data)
{
  static const char *const names[] = { "lead", "NEW_T", "task", "new_none", "", NULL };
  Session *self = data;
  ScMetadata *next = sc_metadata_follow (self->metadata, solution);
  g_autoptr (ScMetadata) fresh = sc_metadata_new (solution, self->catalogue);
  g_autoptr (GPtrArray) there = sc_metadata_list_relationships (next, NULL, NULL);
  g_autoptr (GPtrArray) also = sc_metadata_list_relationships (fresh, NULL, NULL);

  sc_metadata_unref (self->metadata);
  self->metadata = next;
  if (!sc_value_equal (sc_metadata_list_tables (next), sc_metadata_list_tables (fresh)))
    g_error ("%s: other tables are known", where);
  g_assert_cmpuint (there->len, ==, also->len);
  for (guint i = 0; i < there->len; i++)
    g_assert_true (sc_value_equal (there->pdata[i], also->pdata[i]));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_table (self, fresh, names[i], where);
  sc_list_foreach (solution->imported, const ScTable *, table)
    {
      check_table (self, fresh, table->name, where);
    }
  check_loan (self, solution, where);
}

/* No reader lets a table or a column pass that has no name. */
static gboolean
has_names (const ScList *tables)
{
  sc_list_foreach (tables, const ScTable *, table)
    {
      if (table->name == NULL)
        return FALSE;
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          if (column->name == NULL)
            return FALSE;
        }
    }
  return TRUE;
}

static void
check_gap (const ScSolution *solution, const char *where, gpointer data)
{
  if (has_names (solution->tables) && has_names (solution->imported))
    check (solution, where, data);
}

/* Most of the tables as an environment has them: with other types, and without some names. */
static ScSolution *
import (const ScSolution *solution)
{
  ScSolution *after = sc_solution_copy (solution);
  GPtrArray *tables = sc_list_collect ();

  sc_list_foreach (solution->tables, const ScTable *, table)
    {
      ScTable *other = sc_table_copy (table);
      GPtrArray *columns = sc_list_collect ();

      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          ScColumn *changed = sc_column_copy (column);

          if (column_i % 3 == 0)
            changed->type = SC_COLUMN_CHOICE;
          if (column_i % 2 == 0)
            sc_set_value (changed, labels, NULL);
          g_ptr_array_add (columns, changed);
        }
      sc_set_string (other, source, "metadata.xml");
      sc_take_value (other, columns, sc_list_new_take (columns));
      g_ptr_array_add (tables, other);
    }
  sc_take_value (after, imported, sc_list_new_take (tables));
  sc_set_value (after, imported_relationships, solution->relationships);
  sc_take_value (after, tables, sc_list_remove (solution->tables, 0));
  return after;
}

static ScSolution *
edit (RandomEdits *edits, ScSolution *before)
{
  const char *kind;
  ScSolution *after = random_edits_next (edits, before, &kind, NULL);

  if (after == NULL)
    return before;
  sc_solution_unref (before);
  return after;
}

static void
test_follow (gconstpointer gaps)
{
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (ScSolution) start = random_edits_start (edits);
  g_autoptr (ScSolution) solution = import (start);
  Session session = { catalogue, sc_metadata_new (solution, catalogue), 0 };
  guint n = gaps != NULL ? N_FIRST : random_edits_length (N_EDITS);

  for (guint i = 0; i < n; i++)
    {
      solution = edit (edits, g_steal_pointer (&solution));
      check (solution, "edits", &session);
    }
  if (gaps != NULL)
    n = gaps_foreach (solution, check_gap, &session);
  g_test_message ("%u states, %u columns", n, session.n_columns);
  g_assert_cmpuint (n, >, 500);
  g_assert_cmpuint (session.n_columns, >, n);
  sc_metadata_unref (session.metadata);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/metadata/follow/edits", NULL, test_follow);
  g_test_add_data_func ("/metadata/follow/gaps", "gaps", test_follow);
  return g_test_run ();
}
