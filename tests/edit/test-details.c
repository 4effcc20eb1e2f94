/* test-details.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-outline.h"

#include <string.h>

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static void
test_labels (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) base
      = sc_edit_stage_set_label (start, "flow", "A", SC_LANGUAGE_ENGLISH, "Qualify", NULL);
  g_autoptr (ScSolution) german
      = sc_edit_stage_set_label (base, "flow", "A", 1031, "Qualifizieren", NULL);
  g_autoptr (ScSolution) same
      = sc_edit_stage_set_label (german, "flow", "A", 1031, "Qualifizieren", NULL);
  g_autoptr (ScSolution) flow
      = sc_edit_flow_set_label (same, "flow", SC_LANGUAGE_ENGLISH, "Sales", NULL);
  const ScStage *stage = sc_list_get (first_flow (flow)->stages, 0);

  g_assert_true (same == german);
  g_assert_cmpstr (stage->name, ==, "Qualify");
  g_assert_cmpstr (sc_stage_get_label (stage, 1031), ==, "Qualifizieren");
  g_assert_cmpstr (first_flow (flow)->name, ==, "Sales");
  g_assert_cmpstr (first_flow (flow)->unique_name, ==, "new_flow");
}

static void
test_new_flow (void)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScSolution) one = sc_edit_flow_add (empty, NULL, "Lead to Opportunity!", "lead", NULL);
  g_autoptr (ScSolution) two = sc_edit_flow_add (one, NULL, "Lead to Opportunity", "lead", NULL);
  g_autoptr (ScSolution) other = sc_edit_flow_add (two, NULL, "漢字", "lead", NULL);
  const ScFlow *flow = sc_list_get (other->flows, 0);
  g_autoptr (ScSolution) unnamed
      = sc_edit_solution_set_details (empty, NULL, NULL, NULL, NULL, "", NULL);
  g_autoptr (ScSolution) prefixed = sc_edit_flow_add (unnamed, NULL, "Case", "incident", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (first_flow (prefixed)->unique_name, ==, "new_case");
  g_assert_cmpstr (flow->unique_name, ==, "new_leadtoopportunity");
  g_assert_false (flow->active);
  g_assert_cmpuint (sc_flow_count_steps (flow), ==, 1);
  flow = sc_list_get (other->flows, 1);
  g_assert_cmpstr (flow->unique_name, ==, "new_leadtoopportunity2");
  flow = sc_list_get (other->flows, 2);
  g_assert_cmpstr (flow->unique_name, ==, "new_flow");
  g_assert_null (sc_edit_flow_add (empty, NULL, "", "lead", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static char *
write_privileges (const ScSolution *solution)
{
  const ScRole *role = sc_list_get (solution->roles, 0);
  GString *text = g_string_new (NULL);

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      g_string_append_printf (text, "%s=%d ", privilege->name + 3, privilege->level);
    }
  return g_string_free (text, FALSE);
}

static void
test_roles (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>");
  g_autoptr (ScSolution) role = sc_edit_role_add (start, "r", "Sales", NULL);
  g_autoptr (ScSolution) read
      = sc_edit_role_set_access (role, "r", "flow", SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, NULL);
  g_autoptr (ScSolution) create
      = sc_edit_role_set_access (read, "r", "flow", SC_ACCESS_CREATE, SC_LEVEL_ORGANIZATION, NULL);
  g_autoptr (ScSolution) append = sc_edit_role_set_access (create, "r", "flow", SC_ACCESS_APPEND_TO,
                                                           SC_LEVEL_ORGANIZATION, NULL);
  g_autoptr (ScSolution) gone
      = sc_edit_role_set_access (append, "r", "flow", SC_ACCESS_READ, SC_LEVEL_NONE, NULL);
  g_autoptr (ScSolution) same
      = sc_edit_role_set_privilege (gone, "r", "PRVCREATENEW_FLOW", SC_LEVEL_ORGANIZATION, NULL);
  g_autofree char *all = write_privileges (append);
  g_autofree char *rest = write_privileges (gone);

  g_assert_cmpstr (all, ==, "AppendTonew_flow=4 Createnew_flow=4 Readnew_flow=4 ");
  g_assert_cmpstr (rest, ==, "AppendTonew_flow=4 Createnew_flow=4 ");
  g_assert_true (same == gone);
}

static void
test_descriptions (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>");
  g_autoptr (ScSolution) table = sc_edit_table_add (start, "t", NULL, NULL);
  g_autoptr (ScSolution) column
      = sc_edit_column_add (table, "t", "c", "Ready?", SC_COLUMN_YES_NO, NULL);
  g_autoptr (ScSolution) without = sc_edit_column_delete (column, "T", "C", NULL);
  g_autoptr (ScSolution) bare = sc_edit_table_delete (column, "T", NULL);
  g_autoptr (ScTable) backing = sc_table_copy (sc_list_get (table->tables, 0));
  g_autoptr (ScSolution) with_backing = sc_solution_copy (start);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_solution_equal (without, table));
  g_assert_true (sc_solution_equal (bare, start));
  g_assert_true (column->flows == without->flows);
  g_assert_nonnull (sc_solution_find_column (column, "t", "c"));

  g_assert_null (sc_edit_column_delete (table, "t", "c", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sc_edit_column_delete (start, "t", "c", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sc_edit_table_delete (start, "t", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* The table of a flow goes with the flow only. */
  backing->backing = TRUE;
  sc_take_value (with_backing, tables, sc_list_append (NULL, backing));
  g_assert_null (sc_edit_table_delete (with_backing, "t", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/labels", test_labels);
  g_test_add_func ("/edit/flow/new", test_new_flow);
  g_test_add_func ("/edit/role/access", test_roles);
  g_test_add_func ("/edit/descriptions", test_descriptions);
  return g_test_run ();
}
