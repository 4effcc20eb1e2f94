/* test-role-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of new roles are called. */

#include "package-files.h"
#include "sc-role-files.h"
#include "sc-solution-parts.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#define FIRST  "dddddddd-1111-4222-8333-000000000001"
#define SECOND "dddddddd-1111-4222-8333-000000000002"
#define LONG   "a123456789b123456789c123456789d123456789e123456789f123456789"

static const struct
{
  const char *title;
  const char *first, *second; /* names of roles; second NULL: only one */
  const char *link;           /* a symbolic link to nothing, or NULL */
  const char *changed;
} rows[] = {
  { "a name", "Gardener", NULL, NULL, "Other/Solution.xml,Roles/Gardener.xml" },
  { "two of one name", "Gardener", "gardener", NULL,
    "Other/Solution.xml,Roles/Gardener.xml,Roles/gardener-2.xml" },
  { "a name that is taken", "flow user", NULL, NULL, "Other/Solution.xml,Roles/flow user-2.xml" },
  { "a link in the way", "Gardener", NULL, "Roles/Gardener.xml",
    "Other/Solution.xml,Roles/Gardener-2.xml" },
  { "a way out", "../a\\b:c", NULL, NULL, "Other/Solution.xml,Roles/" FIRST ".xml" },
  { "a hidden name", ".hidden", NULL, NULL, "Other/Solution.xml,Roles/" FIRST ".xml" },
  { "a device", "Aux", NULL, NULL, "Other/Solution.xml,Roles/" FIRST ".xml" },
  { "a dot at the end", "Garden Inc.", NULL, NULL, "Other/Solution.xml,Roles/Garden Inc.xml" },
  { "blanks around", "  Gardener ", NULL, NULL, "Other/Solution.xml,Roles/Gardener.xml" },
  { "nothing but blanks", "   ", NULL, NULL, "Other/Solution.xml,Roles/" FIRST ".xml" },
  { "no name", NULL, NULL, NULL, "Other/Solution.xml,Roles/" FIRST ".xml" },
  { "120 letters", LONG LONG, NULL, NULL, "Other/Solution.xml,Roles/" LONG LONG ".xml" },
  { "121 letters", LONG LONG "g", NULL, NULL, "Other/Solution.xml,Roles/" FIRST ".xml" },
};

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_role (ScSolution *draft, const char *id, const char *name)
{
  g_autoptr (ScRole) role = sc_role_new ();

  sc_set_string (role, id, id);
  sc_set_string (role, name, name);
  sc_take_value (draft, roles, sc_list_append (draft->roles, role));
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autoptr (GError) error = NULL;
      g_autoptr (ScPackage) package = NULL;
      g_autoptr (ScPackage) saved = NULL;
      g_autoptr (ScSolution) draft = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      g_autofree char *joined = NULL;

      g_test_message ("%s", rows[i].title);
      files_make_solution (folder, "\n");
      if (rows[i].link != NULL)
        {
          g_autofree char *path = g_build_filename (folder, rows[i].link, NULL);

          g_assert_cmpint (symlink ("nothing", path), ==, 0);
        }
      package = sc_package_open (folder, &error);
      g_assert_no_error (error);
      draft = sc_solution_copy (sc_package_get_solution (package));
      add_role (draft, FIRST, rows[i].first);
      if (rows[i].second != NULL)
        add_role (draft, SECOND, rows[i].second);
      changes = sc_package_list_changes (package, draft);
      g_ptr_array_sort (changes, compare_strings);
      g_ptr_array_add (changes, NULL);
      joined = g_strjoinv (",", (char **) changes->pdata);
      g_assert_cmpstr (joined, ==, rows[i].changed);
      saved = sc_package_save (package, draft, FALSE, &error);
      g_assert_no_error (error);
      files_remove_folder (folder);
    }
}

/* Of a solution that becomes a folder; definitions take any text, and none, for name and id. */
static void
test_made (void)
{
  static const struct
  {
    const char *id, *name, *path;
  } made[] = {
    { FIRST, "Gardener", "Roles/Gardener.xml" },
    { FIRST, "gardener", "Roles/gardener-2.xml" },
    { FIRST, "Gardener", "Roles/Gardener-3.xml" },
    { FIRST, "Gardener-4", "Roles/Gardener-4.xml" },
    { FIRST, "Gardener", "Roles/Gardener-5.xml" },
    { FIRST, "VERKÄUFER", "Roles/VERKÄUFER.xml" },
    { FIRST, "Verkäufer", "Roles/Verkäufer-2.xml" },
    { "x", NULL, "Roles/x.xml" },
    { "x", "", "Roles/x-2.xml" },
    { "../y", ".git", "Roles/Role.xml" },
    { "", NULL, "Roles/Role-2.xml" },
    { NULL, NULL, "Roles/Role-3.xml" },
    { NULL, "a/b", "Roles/ab.xml" },
    { "nul", "con", "Roles/Role-4.xml" },
  };
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (GPtrArray) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    add_role (solution, made[i].id, made[i].name);
  parts = sc_solution_parts_list (solution, SC_PACKAGE_FOLDER);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      const ScPart *part = parts->pdata[parts->len - G_N_ELEMENTS (made) + i];

      g_assert_cmpstr (part->path, ==, made[i].path);
    }
}

/* However many have one name: the next number is not looked for from the start. */
static void
test_many (void)
{
  enum
  {
    N = 20000
  };
  g_autoptr (ScRoleFiles) files = sc_role_files_new ();
  g_autoptr (ScRole) role = sc_role_new ();
  g_autofree char *last = NULL;
  const clock_t start = clock ();

  sc_set_string (role, name, "Gardener");
  for (guint i = 0; i < N; i++)
    {
      g_free (last);
      last = sc_role_files_choose (files, role);
    }
  g_assert_cmpstr (last, ==, "Roles/Gardener-20000.xml");
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 10.0);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-files/names", test_names);
  g_test_add_func ("/role-files/made", test_made);
  g_test_add_func ("/role-files/many", test_many);
  return g_test_run ();
}
