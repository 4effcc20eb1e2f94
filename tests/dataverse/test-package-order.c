/* test-package-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-definition.h"
#include "sc-edit-flow.h"

/* The process order of flows goes through files as it is. */

#define TABLES "Workflows/Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml.data.xml"

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  return package;
}

/* Takes over package. */
static ScPackage *
save (ScPackage *package, const ScSolution *solution)
{
  g_autoptr (ScPackage) before = package;
  g_autoptr (GError) error = NULL;
  ScPackage *saved = sc_package_save (before, solution, FALSE, &error);

  g_assert_no_error (error);
  return saved;
}

static void
assert_order (const ScSolution *solution, const char *expected)
{
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (solution);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < flows->len; i++)
    {
      const ScFlow *flow = g_ptr_array_index (flows, i);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "",
                              sc_flow_get_label (flow, solution->language), flow->order);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The second flow before the first, both of which have the order 100. */
static ScSolution *
swap (const ScSolution *solution)
{
  const ScFlow *first = sc_list_get (solution->flows, 0);
  const ScFlow *second = sc_list_get (solution->flows, 1);
  g_autoptr (GError) error = NULL;
  ScSolution *after = sc_edit_flow_reorder (solution, second->id, first->id, &error);

  g_assert_no_error (error);
  return after;
}

static void
test_folder (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScPackage) package = NULL, fresh = NULL, last = NULL;
  g_autoptr (ScSolution) before = NULL, after = NULL;
  g_autoptr (GHashTable) snapshot = NULL;
  g_autofree char *was = NULL, *is = NULL, *diff = NULL, *again = NULL;

  files_make_solution (folder, "\n");
  package = open_package (folder);
  before = sc_solution_ref (sc_package_get_solution (package));
  assert_order (before, "Straight 100, Tables 100");
  snapshot = files_take_snapshot (folder);
  was = files_read (folder, TABLES);

  after = swap (before);
  package = save (g_steal_pointer (&package), after);
  files_assert_changed (snapshot, folder, TABLES);
  is = files_read (folder, TABLES);
  diff = files_diff (was, is);
  g_assert_cmpstr (diff, ==,
                   "-  <processorder>100</processorder>\n+  <processorder>90</processorder>\n");
  fresh = open_package (folder);
  assert_order (sc_package_get_solution (fresh), "Tables 90, Straight 100");

  last = save (g_steal_pointer (&package), before);
  again = files_read (folder, TABLES);
  g_assert_cmpstr (again, ==, was);
  files_remove_folder (folder);
}

static void
test_zip (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = files_make_zip (folder, "\r\n");
  g_autoptr (ScPackage) package = open_package (path);
  g_autoptr (ScSolution) before = sc_solution_ref (sc_package_get_solution (package));
  g_autoptr (ScSolution) after = swap (before);
  g_autoptr (ScPackage) fresh = NULL;

  package = save (g_steal_pointer (&package), after);
  fresh = open_package (path);
  assert_order (sc_package_get_solution (fresh), "Tables 90, Straight 100");
  g_assert_true (sc_value_equal (sc_package_get_solution (fresh), after));
  files_remove_folder (folder);
}

static void
test_definition (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScPackage) package = NULL;
  g_autoptr (ScSolution) after = NULL, read = NULL;
  g_autoptr (GBytes) bytes = NULL;

  files_make_solution (folder, "\n");
  package = open_package (folder);
  after = swap (sc_package_get_solution (package));
  bytes = sc_definition_write (after);
  read = sc_definition_read (bytes, "it", NULL);
  g_assert_nonnull (read);
  assert_order (read, "Tables 90, Straight 100");
  g_assert_true (sc_value_equal (read->flows, after->flows));
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package/order/folder", test_folder);
  g_test_add_func ("/package/order/zip", test_zip);
  g_test_add_func ("/package/order/definition", test_definition);
  return g_test_run ();
}
