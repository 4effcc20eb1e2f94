/* test-unique-name.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-edit-identity.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"

#include <string.h>

static ScSolution *
then (ScSolution *before, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_solution_unref (before);
  return after;
}

/* Two flows, new_a and new_b, and a role that may read the first, and what once was new_c. */
static ScSolution *
make_two_flows (void)
{
  ScSolution *solution = sc_edit_solution_new ();

  solution = then (solution, sc_edit_flow_add (solution, "a", "A", "lead", NULL));
  solution = then (solution, sc_edit_flow_add (solution, "b", "B", "lead", NULL));
  solution = then (solution, sc_edit_role_add (solution, "role", "Role", NULL));
  solution = then (solution, sc_edit_role_set_access (solution, "role", "a", SC_ACCESS_READ,
                                                      SC_LEVEL_ORGANIZATION, NULL));
  return then (solution,
               sc_edit_role_set_privilege (solution, "role", "prvReadnew_c", SC_LEVEL_USER, NULL));
}

static void
test_taken (void)
{
  g_autoptr (ScSolution) solution = make_two_flows ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_edit_flow_set_unique_name (solution, 0, "New_B", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "New_B"));
}

/* A role has every privilege once: that of the flow stays, not what another left behind. */
static void
test_privileges (void)
{
  g_autoptr (ScSolution) solution = make_two_flows ();
  g_autoptr (ScSolution) after = sc_edit_flow_set_unique_name (solution, 0, "new_c", NULL);
  const ScRole *role = sc_solution_find_role (after, "role", NULL);

  g_assert_cmpuint (sc_list_length (role->privileges), ==, 1);
  g_assert_cmpint (sc_role_get_level (role, "prvReadnew_c", NULL), ==, SC_LEVEL_ORGANIZATION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/unique-name/taken", test_taken);
  g_test_add_func ("/edit/unique-name/privileges", test_privileges);
  return g_test_run ();
}
