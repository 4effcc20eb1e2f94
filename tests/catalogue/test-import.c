/* test-import.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-import.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sc-edit-metadata.h"
#include "sc-metadata.h"

#define TYPE(name, more)                                                    \
  "<EntityType Name='" name "'><Key><PropertyRef Name='" name "id'/></Key>" \
  "<Property Name='" name "id' Type='Edm.Guid'/>" more "</EntityType>"
#define LOOKUP(name, table, relationship)                                                  \
  "<Property Name='_" name "_value' Type='Edm.Guid'/>"                                     \
  "<NavigationProperty Name='" name "' Type='mscrm." table "' Partner='" relationship "'>" \
  "<ReferentialConstraint Property='_" name "_value' ReferencedProperty='x'/>"             \
  "</NavigationProperty>"

static const char document[]
    = "<Edmx><DataServices><Schema>" TYPE ("lead", "<Property Name='subject' Type='Edm.String'/>")
        TYPE ("opportunity",
              LOOKUP ("originatingleadid", "lead", "opportunity_originating_lead")
                  LOOKUP ("cts_leadid", "lead", "cts_second"))
            TYPE ("cts_order", LOOKUP ("cts_lead", "lead", "cts_order_lead")) TYPE (
                "asyncoperation", LOOKUP ("regardingid", "lead", "Lead_AsyncOperations"))
                TYPE ("cts_far",
                      LOOKUP ("cts_order",
                              "cts_order",
                              "cts_far_order")) "<EntityType Name='cts_flow'><Key><PropertyRef "
                                                "Name='businessprocessflowinstanceid'/></"
                                                "Key>" LOOKUP ("bpf_leadid",
                                                               "lead",
                                                               "bpf_lead_cts_flow") "</EntityType>"
                                                                                    "</Schema></"
                                                                                    "DataServices><"
                                                                                    "/Edmx>";

static const char entity[]
    = "<Entity><Name LocalizedName='Interessent'>Lead</Name><EntityInfo><entity Name='Lead'>"
      "<attributes><attribute PhysicalName='Cts_Kind'><Type>picklist</Type><Name>cts_kind</Name>"
      "<LogicalName>cts_kind</LogicalName><RequiredLevel>required</RequiredLevel>"
      "</attribute></attributes></entity></EntityInfo></Entity>";

static ScSolution *
make_solution (const char *table)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScStage) stage = sc_stage_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();

  sc_set_string (stage, id, "s");
  sc_set_string (stage, table, table);
  sc_set_string (flow, id, "f");
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

typedef struct
{
  char *folder;
  char *document;
} Files;

static void
write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Files *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("catalogue-XXXXXX", NULL);
  self->document = g_build_filename (self->folder, "metadata.xml", NULL);
  write_file (self->document, document);
}

static void
tear_down (Files *self, gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->document);
}

/* "a b c": the names in a list of tables or relationships, which both begin with theirs. */
static char *
list_names (const ScList *list)
{
  GString *names = g_string_new (NULL);

  sc_list_foreach (list, const ScTable *, item)
    {
      g_string_append_printf (names, "%s%s", item_i > 0 ? " " : "", item->name);
    }
  return g_string_free (names, FALSE);
}

/* The flow's table, and where it can go: standard tables that Microsoft lists and custom ones. */
static void
test_document (Files *self, gconstpointer data)
{
  g_autoptr (ScSolution) solution = make_solution ("Lead");
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *related = NULL;

  sc_import_metadata (self->document, solution, NULL, &tables, &relationships, &error);
  g_assert_no_error (error);
  names = list_names (tables);
  related = list_names (relationships);
  g_assert_cmpstr (names, ==, "cts_order lead opportunity");
  g_assert_cmpstr (related, ==, "cts_order_lead cts_second opportunity_originating_lead");
  g_assert_cmpstr (((ScTable *) sc_list_get (tables, 0))->source, ==, "metadata.xml");
}

static void
test_nothing (Files *self, gconstpointer data)
{
  g_autoptr (ScSolution) other = make_solution ("account");
  g_autoptr (ScSolution) empty = sc_solution_new ();
  g_autofree char *missing = g_build_filename (self->folder, "nothing.xml", NULL);
  const struct
  {
    const char *path;
    const ScSolution *solution;
    const char *message;
  } rows[] = {
    { self->document, other, "none of the tables" },
    { self->document, empty, "none of the tables" },
    { missing, other, "nothing.xml" },
    { self->folder, other, "no Entity.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScList *tables = NULL, *relationships = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (sc_import_metadata (rows[i].path, rows[i].solution, NULL, &tables,
                                          &relationships, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i].message));
      g_assert_null (tables);
      g_assert_null (relationships);
    }
}

static void
check_folder (const char *path)
{
  g_autoptr (ScSolution) solution = make_solution ("lead");
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  g_autoptr (GError) error = NULL;
  const ScTable *table;
  const ScColumn *column;

  sc_import_metadata (path, solution, NULL, &tables, &relationships, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sc_list_length (tables), ==, 1);
  table = sc_list_get (tables, 0);
  column = sc_table_find_column (table, "cts_kind", NULL);
  g_assert_cmpstr (table->name, ==, "lead");
  g_assert_cmpint (column->type, ==, SC_COLUMN_CHOICE);
  g_assert_cmpint (column->required, ==, SC_REQUIRED_BUSINESS);
}

/* An unpacked solution, or just a folder per table. */
static void
test_folder (Files *self, gconstpointer data)
{
  g_autofree char *unpacked = g_build_filename (self->folder, "unpacked", NULL);
  g_autofree char *bare = g_build_filename (self->folder, "bare", NULL);
  g_autofree char *first = g_build_filename (unpacked, "Entities", "Lead", "Entity.xml", NULL);
  g_autofree char *second = g_build_filename (bare, "Lead", "Entity.xml", NULL);

  write_file (first, entity);
  write_file (second, entity);
  check_folder (unpacked);
  check_folder (bare);
}

/* Undone by going back; once more is the same solution. */
static void
test_edit (Files *self, gconstpointer data)
{
  g_autoptr (ScSolution) solution = make_solution ("lead");
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  g_autoptr (ScList) tables_again = NULL;
  g_autoptr (ScList) relationships_again = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScSolution) again = NULL;
  g_autoptr (ScSolution) forgotten = NULL;

  g_assert_true (
      sc_import_metadata (self->document, solution, NULL, &tables, &relationships, NULL));
  g_assert_true (sc_import_metadata (self->document, solution, NULL, &tables_again,
                                     &relationships_again, NULL));
  after = sc_edit_metadata_import (solution, tables, relationships, NULL);
  g_assert_null (solution->imported);
  g_assert_true (after->imported == tables);
  g_assert_true (after->flows == solution->flows);
  again = sc_edit_metadata_import (after, tables_again, relationships_again, NULL);
  g_assert_true (again == after);
  forgotten = sc_edit_metadata_import (after, NULL, NULL, NULL);
  g_assert_true (sc_solution_equal (forgotten, solution));
}

static void
test_describe (Files *self, gconstpointer data)
{
  g_autoptr (ScSolution) solution = make_solution ("lead");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSolution) described
      = sc_edit_column_describe (solution, "lead", "cts_x", "Size", SC_COLUMN_CHOICE, &error);
  g_autoptr (ScSolution) same = NULL;
  g_autoptr (ScSolution) changed = NULL;
  g_autoptr (ScSolution) draft = NULL;
  const ScColumn *column;

  g_assert_no_error (error);
  column = sc_solution_find_column (described, "Lead", "CTS_X");
  g_assert_cmpint (column->type, ==, SC_COLUMN_CHOICE);
  same = sc_edit_column_describe (described, "LEAD", "cts_x", NULL, SC_COLUMN_CHOICE, &error);
  g_assert_true (same == described);
  changed = sc_edit_column_describe (described, "lead", "cts_x", "", SC_COLUMN_DATE, &error);
  column = sc_solution_find_column (changed, "lead", "cts_x");
  g_assert_cmpint (column->type, ==, SC_COLUMN_DATE);
  g_assert_cmpstr (sc_column_get_label (column, 0), ==, "Size");
  g_assert_null (sc_edit_column_describe (solution, "", "x", NULL, SC_COLUMN_TEXT, &error));
  g_clear_error (&error);
  g_assert_null (sc_edit_column_describe (solution, "lead", "", NULL, SC_COLUMN_TEXT, &error));
  g_clear_error (&error);
  draft = sc_solution_copy (described);
  {
    g_autoptr (ScTable) backing = sc_table_copy (sc_list_get (described->tables, 0));

    backing->backing = TRUE;
    sc_take_value (draft, tables, sc_list_append (NULL, backing));
  }
  g_assert_null (sc_edit_column_describe (draft, "lead", "x", NULL, SC_COLUMN_TEXT, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/import/" name, Files, NULL, set_up, test, tear_down)
  ADD ("document", test_document);
  ADD ("nothing", test_nothing);
  ADD ("folder", test_folder);
  ADD ("edit", test_edit);
  ADD ("describe", test_describe);
  return g_test_run ();
}
