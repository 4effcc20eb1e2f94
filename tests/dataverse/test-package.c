/* test-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = files_make_folder ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  files_remove_folder (self->folder);
  g_free (self->folder);
}

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  return package;
}

static void
check_table (const ScSolution *solution)
{
  const ScTable *table = sc_solution_find_table (solution, "sc_record", NULL);
  const ScColumn *name = sc_solution_find_column (solution, "sc_record", "sc_name");
  const ScColumn *color = sc_solution_find_column (solution, "sc_record", "sc_color");
  const ScColumn *status = sc_solution_find_column (solution, "sc_record", "statuscode");
  const ScColumn *account = sc_solution_find_column (solution, "sc_record", "sc_account");
  const ScOption *blue = sc_list_get (color->options, 1);
  const ScLabel *target = sc_list_get (account->targets, 0);

  g_assert_cmpuint (sc_list_length (solution->tables), ==, 1);
  g_assert_cmpstr (table->schema_name, ==, "sc_Record");
  g_assert_cmpstr (sc_table_get_label (table, 1031), ==, "Datensatz");
  g_assert_cmpint (table->flow_enabled, ==, SC_TRI_YES);
  g_assert_cmpint (table->ownership, ==, SC_OWNERSHIP_USER);
  g_assert_false (table->backing);
  g_assert_true (table->complete);
  g_assert_cmpuint (sc_list_length (table->columns), ==, 5);

  g_assert_cmpint (name->type, ==, SC_COLUMN_EMAIL);
  g_assert_cmpint (name->required, ==, SC_REQUIRED_BUSINESS);
  g_assert_true (name->secured);
  g_assert_false (name->read_only);
  g_assert_cmpstr (sc_column_get_label (name, 1033), ==, "Name & mail");
  g_assert_cmpint (color->type, ==, SC_COLUMN_CHOICE);
  g_assert_cmpuint (sc_list_length (color->options), ==, 2);
  g_assert_cmpint (blue->value, ==, 101);
  g_assert_cmpstr (sc_labels_get (blue->labels, 1033), ==, "Blue");
  g_assert_cmpint (status->type, ==, SC_COLUMN_STATUS);
  g_assert_cmpuint (sc_list_length (status->options), ==, 1);
  g_assert_cmpint (account->type, ==, SC_COLUMN_LOOKUP);
  g_assert_cmpint (account->required, ==, SC_REQUIRED_RECOMMENDED);
  g_assert_true (account->calculated);
  g_assert_cmpuint (sc_list_length (account->targets), ==, 1);
  g_assert_cmpstr (target->text, ==, "account");
}

static void
check_solution (const ScPackage *package)
{
  const ScSolution *solution = sc_package_get_solution (package);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScRole *role = sc_list_get (solution->roles, 0);
  const ScRelationship *relationship
      = sc_solution_find_relationship (solution, "sc_account_sc_record");

  g_assert_cmpstr (solution->unique_name, ==, "sample");
  g_assert_cmpstr (sc_solution_get_title (solution), ==, "Sample");
  g_assert_cmpstr (solution->version, ==, "1.2.3.4");
  g_assert_cmpstr (solution->publisher, ==, "stagecraft");
  g_assert_cmpstr (solution->prefix, ==, "sc");
  g_assert_cmpint (solution->option_prefix, ==, 10000);
  g_assert_cmpint (solution->language, ==, 1033);
  g_assert_false (solution->managed);
  g_assert_cmpuint (sc_list_length (solution->components), ==, 3);

  g_assert_cmpuint (sc_list_length (solution->flows), ==, 2);
  g_assert_cmpstr (flow->name, ==, "Straight");
  g_assert_cmpstr (flow->unique_name, ==, "sc_straight");
  g_assert_cmpstr (flow->primary_table, ==, "Account");
  g_assert_cmpstr (sc_flow_get_label (flow, 1033), ==, "Straight");
  g_assert_cmpint (flow->order, ==, 100);
  g_assert_true (flow->active);
  g_assert_cmpuint (sc_list_length (flow->stages), >, 0);

  g_assert_cmpuint (sc_list_length (solution->relationships), ==, 1);
  g_assert_cmpstr (relationship->referenced, ==, "account");
  g_assert_cmpstr (relationship->referencing, ==, "sc_record");
  g_assert_cmpstr (relationship->attribute, ==, "sc_account");

  g_assert_cmpuint (sc_list_length (solution->roles), ==, 1);
  g_assert_cmpstr (role->name, ==, "Flow user");
  g_assert_cmpint (sc_role_get_level (role, "prvreadaccount", NULL), ==, SC_LEVEL_USER);
  g_assert_null (sc_package_get_notes (package)[0]);
  check_table (solution);
}

static void
test_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *manifest = g_build_filename (self->folder, "Other", "Solution.xml", NULL);
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScPackage) same = NULL;

  files_make_solution (self->folder, "\r\n");
  package = open_package (self->folder);
  g_assert_cmpint (sc_package_get_kind (package), ==, SC_PACKAGE_FOLDER);
  check_solution (package);
  same = open_package (manifest);
  check_solution (same);
  g_assert_cmpstr (sc_package_get_path (same), ==, self->folder);
  g_assert_true (
      sc_value_equal (sc_package_get_solution (package), sc_package_get_solution (same)));
}

static void
test_zip (Fixture *self, gconstpointer data)
{
  g_autofree char *path = files_make_zip (self->folder, "\n");
  g_autoptr (ScPackage) package = open_package (path);
  g_autofree char *reason = NULL;

  g_assert_cmpint (sc_package_get_kind (package), ==, SC_PACKAGE_ZIP);
  check_solution (package);
  reason = sc_package_explain_unsaveable (package, sc_package_get_solution (package));
  g_assert_null (reason);
}

/* Made on a system where names have no case. */
static void
test_other_case (Fixture *self, gconstpointer data)
{
  static const char *const renames[][2] = {
    { "Other/Solution.xml", "Other/solution.XML" },
    { "Other", "other" },
    { "Workflows", "workflows" },
    { "Roles", "ROLES" },
    { "Entities/sc_Record/Entity.xml", "Entities/sc_Record/entity.xml" },
  };
  g_autoptr (ScPackage) package = NULL;

  files_make_solution (self->folder, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (renames); i++)
    {
      g_autofree char *from = g_build_filename (self->folder, renames[i][0], NULL);
      g_autofree char *to = g_build_filename (self->folder, renames[i][1], NULL);

      g_assert_cmpint (g_rename (from, to), ==, 0);
    }
  package = open_package (self->folder);
  check_solution (package);
}

static char *
find_xaml (const Fixture *self)
{
  return g_build_filename (self->folder, "Workflows",
                           "Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml", NULL);
}

static void
test_bare_xaml (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *beside = NULL;
  g_autoptr (ScPackage) with_data = NULL;
  g_autoptr (ScPackage) alone = NULL;
  const ScFlow *flow;

  files_make_solution (self->folder, "\n");
  path = find_xaml (self);
  with_data = open_package (path);
  flow = sc_list_get (sc_package_get_solution (with_data)->flows, 0);
  g_assert_cmpint (sc_package_get_kind (with_data), ==, SC_PACKAGE_XAML);
  g_assert_cmpstr (flow->name, ==, "Straight");
  g_assert_cmpstr (flow->unique_name, ==, "sc_straight");

  beside = g_strconcat (path, ".data.xml", NULL);
  g_assert_cmpint (g_unlink (beside), ==, 0);
  alone = open_package (path);
  flow = sc_list_get (sc_package_get_solution (alone)->flows, 0);
  g_assert_cmpstr (flow->name, ==, "Straight");
  g_assert_null (flow->unique_name);
  g_assert_null (sc_package_get_solution (alone)->unique_name);
}

static void
test_recognizes (Fixture *self, gconstpointer data)
{
  g_assert_true (sc_package_recognizes ("a/flow.xaml"));
  g_assert_true (sc_package_recognizes ("a/Flow.XAML"));
  g_assert_true (sc_package_recognizes ("solution.zip"));
  g_assert_true (sc_package_recognizes ("a/Other/Solution.xml"));
  g_assert_true (sc_package_recognizes (self->folder));
  g_assert_false (sc_package_recognizes ("a/Solution.xml"));
  g_assert_false (sc_package_recognizes ("a/flow.stagecraft"));
  g_assert_false (sc_package_recognizes (".xaml"));
}

static void
test_file_stem (void)
{
  static const struct
  {
    const char *name;
    const char *stem;
  } cases[] = {
    { "Record BPF", "RecordBPF-AB-1" },
    { " Lead: to/Opportunity (new) - v_2 ", "LeadtoOpportunitynew-v_2-AB-1" },
    { "Größe 你好", "Gre-AB-1" },
    { "", "-AB-1" },
    { "0123456789012345678901234567890123456789012345678 9abc",
      "01234567890123456789012345678901234567890123456789-AB-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem = sc_package_get_file_stem (cases[i].name, "ab-1");

      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/package/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("folder", test_folder);
  ADD ("zip", test_zip);
  ADD ("other-case", test_other_case);
  ADD ("bare-xaml", test_bare_xaml);
  ADD ("recognizes", test_recognizes);
  g_test_add_func ("/package/file-stem", test_file_stem);
  return g_test_run ();
}
