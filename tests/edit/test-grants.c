/* test-grants.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-grants.h"
#include "sc-edit-role.h"

#define ORG  SC_LEVEL_ORGANIZATION
#define USER SC_LEVEL_USER
#define NONE SC_LEVEL_NONE

static ScLevel
level_of (char letter)
{
  return letter == 'O' ? ORG : letter == 'U' ? USER : NONE;
}

/* "prvReadLead:O prvWriteLead:?": the level ? is one that has no name here. */
static ScRole *
make_role (const char *id, const char *script)
{
  g_auto (GStrv) words = g_strsplit (script, " ", -1);
  GPtrArray *privileges = sc_list_collect ();
  ScRole *role = sc_role_new ();

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 2);
      ScPrivilege *privilege = sc_privilege_new ();

      sc_set_string (privilege, name, parts[0]);
      privilege->level = level_of (*parts[1]);
      if (*parts[1] == '?')
        sc_set_string (privilege, level_name, "Whole");
      g_ptr_array_add (privileges, privilege);
    }
  sc_set_string (role, id, id);
  sc_set_string (role, name, id);
  sc_take_value (role, privileges, sc_list_new_take (privileges));
  return role;
}

static char *
tell_role (const ScRole *role)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      g_string_append_printf (text, "%s%s:%c", privilege_i > 0 ? " " : "", privilege->name,
                              privilege->level_name != NULL ? '?' : "-UBPO"[privilege->level]);
    }
  return g_string_free (text, FALSE);
}

static ScSolution *
make_solution (const char *first, const char *second)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScRole) a = make_role ("a", first);
  g_autoptr (ScRole) b = make_role ("b", second);
  gconstpointer const roles[] = { a, b };

  sc_take_value (solution, roles, sc_list_new (roles, 2));
  return solution;
}

static const struct
{
  const char *before;
  const char *after; /* NULL: the same solution */
  ScGrant grants[4];
} rows[] = {
  /* New ones go where they are sorted. */
  { "", "prvReadLead:O", { { "a", "prvReadLead", ORG } } },
  { "prvAppendLead:O prvWriteLead:U",
    "prvAppendLead:O prvCreateLead:O prvReadLead:U prvWriteLead:U",
    { { "a", "prvReadLead", USER }, { "a", "prvCreateLead", ORG } } },
  { "prvWriteLead:U prvAppendLead:O",
    "prvReadLead:O prvWriteLead:U prvAppendLead:O",
    { { "a", "prvReadLead", ORG } } },
  { "prvReadLead:O",
    "prvReadLead:O prvreadlead2:O prvReadZ:O",
    { { "a", "prvReadZ", ORG }, { "a", "prvreadlead2", ORG } } },
  /* What is there keeps its name and place. */
  { "prvReadLead:U prvWriteLead:O",
    "prvReadLead:O prvWriteLead:O",
    { { "a", "PRVREADLEAD", ORG } } },
  { "prvReadLead:?", "prvReadLead:O", { { "a", "prvReadLead", ORG } } },
  /* Taking away. */
  { "prvReadLead:U prvWriteLead:O", "prvWriteLead:O", { { "a", "prvReadLead", NONE } } },
  { "prvReadLead:?", "", { { "a", "prvReadLead", NONE } } },
  { "prvReadLead:U prvREADLead:O prvWriteLead:O",
    "prvWriteLead:O",
    { { "a", "prvReadLead", NONE } } },
  { "prvReadLead:U prvREADLead:O", "prvReadLead:O prvREADLead:O", { { "a", "prvReadLead", ORG } } },
  /* The last word counts. */
  { "prvReadLead:U",
    "prvReadLead:O",
    { { "a", "prvReadLead", NONE }, { "a", "prvREADLEAD", ORG } } },
  { "", NULL, { { "a", "prvReadLead", ORG }, { "a", "prvReadLead", NONE } } },
  /* As it is. */
  { "prvReadLead:U", NULL, { { "a", "prvReadLead", USER } } },
  { "prvReadLead:U", NULL, { { "a", "prvWriteLead", NONE } } },
  { "prvReadLead:U", NULL, { { NULL } } },
};

static guint
count_grants (const ScGrant *grants)
{
  guint n = 0;

  while (n < 4 && grants[n].role != NULL)
    n++;
  return n;
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) before = make_solution (rows[i].before, "prvReadLead:O");
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after
          = sc_edit_grants_set (before, rows[i].grants, count_grants (rows[i].grants), &error);
      g_autofree char *was = tell_role (sc_list_get (before->roles, 0));
      g_autofree char *is = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (was, ==, rows[i].before);
      if (rows[i].after == NULL)
        {
          g_assert_true (after == before);
          continue;
        }
      is = tell_role (sc_list_get (after->roles, 0));
      g_assert_cmpstr (is, ==, rows[i].after);
      g_assert_true (sc_list_get (after->roles, 1) == sc_list_get (before->roles, 1));
    }
}

/* Several roles in one edit. */
static void
test_roles (void)
{
  static const ScGrant grants[] = {
    { "b", "prvReadLead", NONE },
    { "a", "prvReadLead", ORG },
    { "B", "prvWriteLead", ORG },
  };
  g_autoptr (ScSolution) before = make_solution ("prvReadLead:U", "prvReadLead:O");
  g_autoptr (ScSolution) after = sc_edit_grants_set (before, grants, G_N_ELEMENTS (grants), NULL);
  g_autofree char *a = tell_role (sc_list_get (after->roles, 0));
  g_autofree char *b = tell_role (sc_list_get (after->roles, 1));

  g_assert_cmpstr (a, ==, "prvReadLead:O");
  g_assert_cmpstr (b, ==, "prvWriteLead:O");
}

static void
test_errors (void)
{
  static const ScGrant unknown[] = { { "a", "prvReadLead", ORG }, { "c", "prvReadLead", ORG } };
  static const ScGrant nobody[] = { { NULL, "prvReadLead", ORG } };
  static const ScGrant unnamed[] = { { "a", "", ORG } };
  g_autoptr (ScSolution) before = make_solution ("", "");
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_edit_grants_set (before, unknown, G_N_ELEMENTS (unknown), &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sc_edit_grants_set (before, nobody, 1, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sc_edit_grants_set (before, unnamed, 1, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

/* Whatever is given, and given back: the role is as it was. */
static void
test_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (ScSolution) start
      = make_solution ("prvAppendLead:O prvReadLead:U prvWriteLead:O", "prvCreateLead:U");

  for (guint i = 0; i < 500; i++)
    {
      static const char *const names[]
          = { "prvAppendLead", "prvAppendToLead", "prvReadLead", "prvReadlead2", "prvA", "prvZ" };
      const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
      const ScRole *role = sc_list_get (start->roles, i % 2);
      ScGrant grant = { role->id, name, (ScLevel) g_rand_int_range (rand, 0, ORG + 1) };
      g_autoptr (ScSolution) there = sc_edit_grants_set (start, &grant, 1, NULL);
      g_autoptr (ScSolution) back = NULL;

      g_assert_cmpint (sc_role_get_level (sc_list_get (there->roles, i % 2), name, NULL), ==,
                       grant.level);
      grant.level = sc_role_get_level (role, name, NULL);
      back = sc_edit_grants_set (there, &grant, 1, NULL);
      g_assert_true (sc_solution_equal (back, start));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/grants/rows", test_rows);
  g_test_add_func ("/edit/grants/roles", test_roles);
  g_test_add_func ("/edit/grants/errors", test_errors);
  g_test_add_func ("/edit/grants/back", test_back);
  return g_test_run ();
}
