/* test-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-metadata.h"

/* What one source says of the column; type SC_N_COLUMN_TYPES: it has no such column. */
typedef struct
{
  ScColumnType type;
  ScRequiredLevel required;
  const char *label;
  const char *target;
  gboolean read_only;
} Said;

#define NOTHING       \
  {                   \
    SC_N_COLUMN_TYPES \
  }
#define IS(type)     \
  {                  \
    SC_COLUMN_##type \
  }

typedef struct
{
  const char *name;
  Said package;
  Said imported;
  const char *column; /* of lead in the catalogue */
  Said merged;
  ScMetadataSource source, label_source, type_source, other;
} Row;

#define COARSE(type)                      \
  {                                       \
    SC_COLUMN_##type, SC_REQUIRED_UNKNOWN \
  }

/* In the catalogue: budgetamount is a currency, emailaddress1 an e-mail address, customerid a
 * customer, ownerid an owner that the system requires, createdon read-only. */
static const Row rows[] = {
  { "nobody knows it", NOTHING, NOTHING, "cts_x", NOTHING },
  { "only the solution",
    { SC_COLUMN_TEXT, SC_REQUIRED_BUSINESS, "Eigen" },
    NOTHING,
    "cts_x",
    { SC_COLUMN_TEXT, SC_REQUIRED_BUSINESS, "Eigen" },
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE },
  { "only imported", NOTHING, COARSE (TEXT), "cts_x", COARSE (TEXT), SC_METADATA_IMPORTED,
    SC_METADATA_NONE, SC_METADATA_IMPORTED },
  { "only the catalogue",
    NOTHING,
    NOTHING,
    "budgetamount",
    { SC_COLUMN_CURRENCY, SC_REQUIRED_NONE, "Budget Amount" },
    SC_METADATA_CATALOGUE,
    SC_METADATA_CATALOGUE,
    SC_METADATA_CATALOGUE },
  { "a name in the solution",
    { SC_COLUMN_CURRENCY, SC_REQUIRED_NONE, "Etat" },
    COARSE (CURRENCY),
    "budgetamount",
    { SC_COLUMN_CURRENCY, SC_REQUIRED_NONE, "Etat" },
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE },
  { "the solution has it otherwise",
    { SC_COLUMN_TEXT, SC_REQUIRED_NONE },
    NOTHING,
    "budgetamount",
    { SC_COLUMN_TEXT, SC_REQUIRED_NONE, "Budget Amount" },
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE,
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE },
  { "imported otherwise",
    NOTHING,
    COARSE (DATE),
    "budgetamount",
    { SC_COLUMN_DATE, SC_REQUIRED_NONE, "Budget Amount" },
    SC_METADATA_IMPORTED,
    SC_METADATA_CATALOGUE,
    SC_METADATA_IMPORTED,
    SC_METADATA_CATALOGUE },
  { "text that is an e-mail address",
    NOTHING,
    COARSE (TEXT),
    "emailaddress1",
    { SC_COLUMN_EMAIL, SC_REQUIRED_NONE, "Email" },
    SC_METADATA_IMPORTED,
    SC_METADATA_CATALOGUE,
    SC_METADATA_CATALOGUE },
  { "text that its own package says is text",
    { SC_COLUMN_TEXT, SC_REQUIRED_NONE },
    NOTHING,
    "emailaddress1",
    { SC_COLUMN_TEXT, SC_REQUIRED_NONE, "Email" },
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE,
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE },
  { "choice or number",
    NOTHING,
    COARSE (UNKNOWN),
    "leadqualitycode",
    { SC_COLUMN_CHOICE, SC_REQUIRED_NONE, "Rating" },
    SC_METADATA_IMPORTED,
    SC_METADATA_CATALOGUE,
    SC_METADATA_CATALOGUE },
  { "a coarse type that agrees with the solution",
    { SC_COLUMN_EMAIL, SC_REQUIRED_BUSINESS },
    COARSE (TEXT),
    "cts_x",
    { SC_COLUMN_EMAIL, SC_REQUIRED_BUSINESS },
    SC_METADATA_PACKAGE,
    SC_METADATA_NONE,
    SC_METADATA_PACKAGE },
  { "described by hand without a type",
    { SC_COLUMN_UNKNOWN, SC_REQUIRED_NONE, "Handle" },
    COARSE (YES_NO),
    "cts_x",
    { SC_COLUMN_YES_NO, SC_REQUIRED_NONE, "Handle" },
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE,
    SC_METADATA_IMPORTED },
  { "required in the solution",
    { SC_COLUMN_OWNER, SC_REQUIRED_NONE },
    NOTHING,
    "ownerid",
    { SC_COLUMN_OWNER, SC_REQUIRED_NONE, "Owner", "systemuser" },
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE,
    SC_METADATA_PACKAGE },
  { "required where the import does not say",
    NOTHING,
    { SC_COLUMN_LOOKUP, SC_REQUIRED_UNKNOWN },
    "ownerid",
    { SC_COLUMN_OWNER, SC_REQUIRED_SYSTEM, "Owner", "systemuser" },
    SC_METADATA_IMPORTED,
    SC_METADATA_CATALOGUE,
    SC_METADATA_CATALOGUE },
  { "targets of the solution",
    { SC_COLUMN_LOOKUP, SC_REQUIRED_NONE, NULL, "cts_a" },
    { SC_COLUMN_LOOKUP, SC_REQUIRED_UNKNOWN, NULL, "cts_b" },
    "parentaccountid",
    { SC_COLUMN_LOOKUP, SC_REQUIRED_NONE, "Parent Account for lead", "cts_a" },
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE,
    SC_METADATA_PACKAGE },
  { "targets of the import",
    { SC_COLUMN_LOOKUP, SC_REQUIRED_NONE },
    { SC_COLUMN_LOOKUP, SC_REQUIRED_UNKNOWN, NULL, "cts_b" },
    "parentaccountid",
    { SC_COLUMN_LOOKUP, SC_REQUIRED_NONE, "Parent Account for lead", "cts_b" },
    SC_METADATA_PACKAGE,
    SC_METADATA_CATALOGUE,
    SC_METADATA_PACKAGE },
  { "no targets for text",
    { SC_COLUMN_TEXT, SC_REQUIRED_NONE, "X" },
    { SC_COLUMN_LOOKUP, SC_REQUIRED_UNKNOWN, NULL, "cts_b" },
    "cts_x",
    { SC_COLUMN_TEXT, SC_REQUIRED_NONE, "X" },
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE,
    SC_METADATA_PACKAGE,
    SC_METADATA_IMPORTED },
  { "read-only where the import does not say",
    NOTHING,
    COARSE (DATE_TIME),
    "createdon",
    { SC_COLUMN_DATE_TIME, SC_REQUIRED_NONE, "Created On", NULL, TRUE },
    SC_METADATA_IMPORTED,
    SC_METADATA_CATALOGUE,
    SC_METADATA_IMPORTED },
};

static ScList *
make_tables (const char *table_name, const char *name, const Said *said)
{
  g_autoptr (ScColumn) column = NULL;
  g_autoptr (ScList) columns = NULL;
  g_autoptr (ScTable) table = NULL;

  if (said->type == SC_N_COLUMN_TYPES)
    return NULL;
  column = sc_column_new ();
  sc_set_string (column, name, name);
  column->type = said->type;
  column->required = said->required;
  column->read_only = said->read_only;
  if (said->label != NULL)
    sc_take_value (column, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, said->label));
  if (said->target != NULL)
    {
      g_autoptr (ScLabel) target = sc_label_new_text (0, said->target);

      sc_take_value (column, targets, sc_list_append (NULL, target));
    }
  table = sc_table_new ();
  sc_set_string (table, name, table_name);
  sc_take_value (table, columns, sc_list_append (NULL, column));
  return sc_list_append (NULL, table);
}

static ScSolution *
make_solution (const Row *row)
{
  ScSolution *solution = sc_solution_new ();
  g_autofree char *upper = g_ascii_strup (row->column, -1);

  /* The same table and column, each time in another case. */
  sc_take_value (solution, tables, make_tables ("Lead", row->column, &row->package));
  sc_take_value (solution, imported, make_tables ("lead", upper, &row->imported));
  return solution;
}

static void
check_row (const Row *row, ScCatalogue *catalogue)
{
  g_autoptr (ScSolution) solution = make_solution (row);
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, catalogue);
  const ScMetadataColumn *found = sc_metadata_find_column (metadata, "LEAD", row->column);
  g_autofree char *text = sc_metadata_describe_column (metadata, "lead", row->column);
  const ScLabel *target;

  g_test_message ("%s: %s", row->name, text);
  if (row->merged.type == SC_N_COLUMN_TYPES)
    {
      g_assert_null (found);
      g_assert_null (text);
      return;
    }
  g_assert_nonnull (found);
  g_assert_nonnull (text);
  g_assert_cmpint (found->column->type, ==, row->merged.type);
  g_assert_cmpint (found->column->required, ==, row->merged.required);
  g_assert_cmpint (found->column->read_only, ==, row->merged.read_only);
  g_assert_cmpstr (sc_labels_get (found->column->labels, SC_LANGUAGE_ENGLISH), ==,
                   row->merged.label);
  target = sc_list_get (found->column->targets, 0);
  g_assert_cmpstr (target != NULL ? target->text : NULL, ==, row->merged.target);
  g_assert_cmpint (found->source, ==, row->source);
  g_assert_cmpint (found->label_source, ==, row->label_source);
  g_assert_cmpint (found->type_source, ==, row->type_source);
  g_assert_cmpint (found->other, ==, row->other);
  if (found->other != SC_METADATA_NONE)
    g_assert_nonnull (strstr (text, "otherwise"));
  g_assert_true (sc_table_find_column (sc_metadata_find_table (metadata, "Lead"), row->column, NULL)
                 == found->column);
}

static void
test_columns (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i], catalogue);
}

static void
test_tables (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  const Row row = { "", { SC_COLUMN_TEXT }, COARSE (TEXT), "cts_x" };
  g_autoptr (ScSolution) solution = make_solution (&row);
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, catalogue);
  g_autoptr (ScMetadata) alone = sc_metadata_new (solution, NULL);
  const ScList *tables = sc_metadata_list_tables (metadata);
  const ScTable *table = sc_metadata_find_table (metadata, "LEAD");

  g_assert_cmpuint (sc_list_length (tables), ==, 34);
  sc_list_foreach (tables, const ScTable *, head)
    {
      g_assert_null (head->columns);
      if (g_ascii_strcasecmp (head->name, "lead") != 0)
        continue;
      g_assert_cmpint (head->flow_enabled, ==, SC_TRI_YES);
      g_assert_cmpstr (sc_table_get_label (head, SC_LANGUAGE_ENGLISH), ==, "Lead");
    }
  g_assert_cmpstr (table->name, ==, "Lead");
  g_assert_cmpint (table->flow_enabled, ==, SC_TRI_YES);
  g_assert_cmpint (sc_metadata_get_table_source (metadata, "lead"), ==, SC_METADATA_PACKAGE);
  g_assert_cmpint (sc_metadata_get_table_source (metadata, "task"), ==, SC_METADATA_CATALOGUE);
  g_assert_cmpint (sc_metadata_get_table_source (metadata, "x"), ==, SC_METADATA_NONE);
  g_assert_cmpuint (sc_list_length (sc_metadata_list_tables (alone)), ==, 1);
  g_assert_null (sc_metadata_find_table (alone, "task"));
  g_assert_null (sc_metadata_find_table (alone, NULL));
  g_assert_null (sc_metadata_find_column (alone, "lead", NULL));
}

/* One table under two cases in one list is one. */
static void
test_two_cases (void)
{
  const Said text = { SC_COLUMN_TEXT, SC_REQUIRED_NONE, "Text" };
  const Said number = IS (INTEGER);
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScList) one = make_tables ("cts_Order", "cts_a", &text);
  g_autoptr (ScList) two = make_tables ("cts_order", "cts_b", &number);
  g_autoptr (ScMetadata) metadata = NULL;

  sc_take_value (solution, tables, sc_list_append (one, sc_list_get (two, 0)));
  metadata = sc_metadata_new (solution, NULL);
  g_assert_cmpuint (sc_list_length (sc_metadata_list_tables (metadata)), ==, 1);
  g_assert_nonnull (sc_metadata_find_column (metadata, "CTS_ORDER", "cts_a"));
  g_assert_nonnull (sc_metadata_find_column (metadata, "cts_order", "CTS_B"));
}

static ScRelationship *
make_relationship (const char *name, const char *from, const char *to, const char *column)
{
  ScRelationship *relationship = sc_relationship_new ();

  sc_set_string (relationship, name, name);
  sc_set_string (relationship, referenced, from);
  sc_set_string (relationship, referencing, to);
  sc_set_string (relationship, attribute, column);
  return relationship;
}

static void
test_relationships (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScRelationship) mine
      = make_relationship ("Opportunity_Originating_Lead", "Lead", "opportunity", "cts_lead");
  g_autoptr (ScRelationship) second
      = make_relationship ("cts_second", "lead", "opportunity", "cts_leadid");
  g_autoptr (ScMetadata) metadata = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const ScRelationship *first;

  sc_take_value (solution, relationships, sc_list_append (NULL, mine));
  sc_take_value (solution, imported_relationships, sc_list_append (NULL, second));
  metadata = sc_metadata_new (solution, catalogue);
  there = sc_metadata_list_relationships (metadata, "lead", "Opportunity");
  /* Both of the pair, and the solution's instead of the catalogue's. */
  g_assert_cmpuint (there->len, ==, 2);
  first = g_ptr_array_index (there, 0);
  g_assert_cmpstr (first->attribute, ==, "cts_lead");
  g_assert_true (g_ptr_array_index (there, 1) == second);
  all = sc_metadata_list_relationships (metadata, "lead", NULL);
  g_assert_cmpuint (all->len, >, 5);
}

/* What did not change is the same pointer in the next state. */
static void
test_follow (void)
{
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  const Row row = { "", { SC_COLUMN_TEXT }, COARSE (TEXT), "cts_x" };
  const Said other = IS (YES_NO);
  g_autoptr (ScSolution) before = make_solution (&row);
  g_autoptr (ScMetadata) metadata = sc_metadata_new (before, catalogue);
  const ScTable *lead = sc_metadata_find_table (metadata, "lead");
  const ScTable *task = sc_metadata_find_table (metadata, "task");
  g_autoptr (ScSolution) renamed = sc_solution_copy (before);
  g_autoptr (ScSolution) after = sc_solution_copy (before);
  g_autoptr (ScList) added = make_tables ("task", "cts_y", &other);
  g_autoptr (ScMetadata) same = NULL;
  g_autoptr (ScMetadata) next = NULL;

  sc_set_string (renamed, unique_name, "Renamed");
  same = sc_metadata_follow (metadata, renamed);
  g_assert_true (same == metadata);
  sc_take_value (after, tables, sc_list_append (before->tables, sc_list_get (added, 0)));
  next = sc_metadata_follow (metadata, after);
  g_assert_true (next != metadata);
  g_assert_true (sc_metadata_find_table (next, "lead") == lead);
  g_assert_true (sc_metadata_find_table (next, "task") != task);
  g_assert_nonnull (sc_metadata_find_column (next, "task", "cts_y"));
  g_assert_null (sc_metadata_find_column (metadata, "task", "cts_y"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metadata/columns", test_columns);
  g_test_add_func ("/metadata/tables", test_tables);
  g_test_add_func ("/metadata/two-cases", test_two_cases);
  g_test_add_func ("/metadata/relationships", test_relationships);
  g_test_add_func ("/metadata/follow", test_follow);
  return g_test_run ();
}
