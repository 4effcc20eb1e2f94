/* test-personas.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-persona.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-id.h"

#define REP   "4a3f2d0e-2f5b-4c1e-9f06-7f6a9a1d2c10"
#define ALIEN "627090ff-40a3-4053-8790-584edc5be201"
#define WHO   "0f6e2d0e-2f5b-4c1e-9f06-7f6a9a1d2c11"

static ScSolution *
start (void)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();

  return sc_edit_role_add (empty, REP, "Sales Rep", NULL);
}

static const ScPersona *
get_persona (const ScSolution *solution)
{
  return sc_list_get (solution->personas, 0);
}

static void
test_add (void)
{
  static const char *const roles[] = { REP, "{627090FF-40A3-4053-8790-584EDC5BE201}", ALIEN, NULL };
  g_autoptr (ScSolution) none = start ();
  g_autoptr (ScSolution) one = sc_edit_persona_add (none, WHO, "Seller", roles, NULL);
  g_autoptr (ScSolution) two = sc_edit_persona_add (one, NULL, "Nobody", NULL, NULL);
  const ScPersona *seller = get_persona (two), *nobody = sc_list_get (two->personas, 1);
  guint position = 9;

  g_assert_null (none->personas);
  g_assert_cmpstr (seller->id, ==, WHO);
  g_assert_cmpstr (seller->name, ==, "Seller");
  g_assert_null (seller->app);
  g_assert_cmpuint (sc_list_length (seller->roles), ==, 2);
  g_assert_true (sc_persona_has_role (seller, ALIEN, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (sc_persona_has_role (seller, WHO, NULL));
  g_assert_true (sc_id_is_valid (nobody->id));
  g_assert_null (nobody->roles);
  g_assert_true (sc_solution_find_persona (two, nobody->id, &position) == nobody);
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (two->roles == none->roles);
}

static void
test_change (void)
{
  g_autoptr (ScSolution) none = start ();
  g_autoptr (ScSolution) one = sc_edit_persona_add (none, WHO, "Seller", NULL, NULL);
  g_autoptr (ScSolution) named = sc_edit_persona_set_name (one, WHO, "Closer", NULL);
  g_autoptr (ScSolution) with = sc_edit_persona_set_role (named, WHO, REP, TRUE, NULL);
  g_autoptr (ScSolution) in_app = sc_edit_persona_set_app (with, WHO, "sales", NULL);
  g_autoptr (ScSolution) no_app = sc_edit_persona_set_app (in_app, WHO, "", NULL);
  g_autoptr (ScSolution) without = sc_edit_persona_set_role (in_app, WHO, REP, FALSE, NULL);
  g_autoptr (ScSolution) gone = sc_edit_persona_delete (without, WHO, NULL);

  g_assert_cmpstr (get_persona (one)->name, ==, "Seller");
  g_assert_cmpstr (get_persona (named)->name, ==, "Closer");
  g_assert_true (sc_persona_has_role (get_persona (with), REP, NULL));
  g_assert_cmpstr (get_persona (in_app)->app, ==, "sales");
  g_assert_null (get_persona (no_app)->app);
  g_assert_true (sc_solution_equal (no_app, with));
  g_assert_null (get_persona (without)->roles);
  g_assert_null (gone->personas);
}

static void
test_same (void)
{
  g_autoptr (ScSolution) none = start ();
  g_autoptr (ScSolution) one = sc_edit_persona_add (none, WHO, "Seller", NULL, NULL);
  g_autoptr (ScSolution) named = sc_edit_persona_set_name (one, WHO, "Seller", NULL);
  g_autoptr (ScSolution) without = sc_edit_persona_set_role (one, WHO, REP, FALSE, NULL);
  g_autoptr (ScSolution) no_app = sc_edit_persona_set_app (one, WHO, NULL, NULL);

  g_assert_true (named == one);
  g_assert_true (without == one);
  g_assert_true (no_app == one);
}

#define FAILS(code, call)                                        \
  G_STMT_START                                                   \
  {                                                              \
    g_autoptr (GError) error = NULL;                             \
                                                                 \
    g_assert_null (call);                                        \
    g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_##code); \
  }                                                              \
  G_STMT_END

static void
test_errors (void)
{
  g_autoptr (ScSolution) none = start ();
  g_autoptr (ScSolution) one = sc_edit_persona_add (none, WHO, "Seller", NULL, NULL);

  FAILS (INVALID, sc_edit_persona_add (none, NULL, "", NULL, &error));
  FAILS (INVALID, sc_edit_persona_set_name (one, WHO, NULL, &error));
  FAILS (INVALID, sc_edit_persona_set_role (one, WHO, "", TRUE, &error));
  FAILS (NOT_FOUND, sc_edit_persona_set_name (one, REP, "x", &error));
  FAILS (NOT_FOUND, sc_edit_persona_set_role (one, REP, REP, TRUE, &error));
  FAILS (NOT_FOUND, sc_edit_persona_set_app (one, REP, "x", &error));
  FAILS (NOT_FOUND, sc_edit_persona_delete (none, WHO, &error));
}

/* Nobody has a role that is gone; the others keep theirs. */
static void
test_role_deleted (void)
{
  static const char *const both[] = { REP, ALIEN, NULL }, *const other[] = { ALIEN, NULL };
  g_autoptr (ScSolution) none = start ();
  g_autoptr (ScSolution) one = sc_edit_persona_add (none, WHO, "Seller", both, NULL);
  g_autoptr (ScSolution) two = sc_edit_persona_add (one, NULL, "Admin", other, NULL);
  g_autoptr (ScSolution) after = sc_edit_role_delete (two, REP, NULL);

  g_assert_false (sc_persona_has_role (get_persona (after), REP, NULL));
  g_assert_true (sc_persona_has_role (get_persona (after), ALIEN, NULL));
  g_assert_true (sc_list_get (after->personas, 1) == sc_list_get (two->personas, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/personas/add", test_add);
  g_test_add_func ("/edit/personas/change", test_change);
  g_test_add_func ("/edit/personas/same", test_same);
  g_test_add_func ("/edit/personas/errors", test_errors);
  g_test_add_func ("/edit/personas/role-deleted", test_role_deleted);
  return g_test_run ();
}
