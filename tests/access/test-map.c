/* test-map.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A map that follows a solution says what one says that is made anew. */

#include "access-fixture.h"

#include "sc-access-edit.h"
#include "random-edits.h"

static void
assert_same_levels (ScAccessMap *map, const ScSolution *solution)
{
  const ScAccessLevels *levels = sc_access_map_get_levels (map);
  const ScList *targets = sc_access_levels_get_targets (levels);

  g_assert_true (sc_access_levels_get_roles (levels) == solution->roles);
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      sc_list_foreach (targets, const ScAccessTarget *, target)
        {
          for (ScAccess access = 0; access < SC_N_ACCESS; access++)
            g_assert_cmpint (sc_access_levels_get (levels, role_i, target_i, access), ==,
                             sc_access_target_get_level (target, role, access));
        }
    }
}

static void
assert_same_first (ScAccessMap *map, ScAccessMap *fresh)
{
  const GPtrArray *tables = sc_access_map_get_start_tables (map);
  const ScSolution *solution = sc_access_map_get_solution (map);

  g_assert_cmpuint (tables->len, ==, sc_access_map_get_start_tables (fresh)->len);
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      const char *roles[] = { role->id, NULL };
      g_autoptr (ScPersonaAccess) a = sc_persona_access_new_for_roles (map, roles, NULL);
      g_autoptr (ScPersonaAccess) b = sc_persona_access_new_for_roles (fresh, roles, NULL);

      for (guint i = 0; i < tables->len; i++)
        g_assert_true (sc_persona_access_get_first (a, g_ptr_array_index (tables, i))
                       == sc_persona_access_get_first (b, g_ptr_array_index (tables, i)));
    }
}

/* Whatever is edited. */
static void
test_follows (void)
{
  g_autoptr (RandomEdits) edits = random_edits_new (19);
  g_autoptr (ScSolution) solution = random_edits_start (edits);
  g_autoptr (ScAccessMap) map = sc_access_map_new (solution, NULL, NULL);

  for (guint i = 0; i < random_edits_length (3000); i++)
    {
      const char *kind;
      g_autoptr (GError) error = NULL;
      ScSolution *after = random_edits_next (edits, solution, &kind, &error);
      g_autoptr (ScAccessMap) fresh = NULL;
      ScAccessMap *next;

      if (after == NULL)
        continue;
      next = sc_access_map_new (after, NULL, map);
      fresh = sc_access_map_new (after, NULL, NULL);
      assert_same_levels (next, after);
      assert_same_first (next, fresh);
      g_assert_true (
          sc_value_equal (sc_access_levels_get_targets (sc_access_map_get_levels (next)),
                          sc_access_levels_get_targets (sc_access_map_get_levels (fresh))));
      sc_access_map_unref (map);
      sc_solution_unref (solution);
      map = next;
      solution = after;
    }
}

/* A toggle leaves all but one role as it was looked through. */
static void
test_shares (void)
{
  g_autoptr (ScSolution) before
      = access_solution ("flow a 1 A:lead>; role R a=CR; role S a=CR lead=RW");
  g_autoptr (ScAccessMap) map = sc_access_map_new (before, NULL, NULL);
  g_autoptr (ScAccessTarget) lead = sc_access_target_new_table (before, NULL, "lead");
  g_autoptr (ScSolution) after
      = sc_access_set (before, lead, "R", SC_ACCESS_READ, SC_LEVEL_USER, NULL);
  g_autoptr (ScAccessMap) next = sc_access_map_new (after, NULL, map);
  g_autoptr (ScPersonaAccess) access = NULL;
  static const char *const roles[] = { "R", NULL };

  g_assert_true (sc_access_levels_get_targets (sc_access_map_get_levels (next))
                 == sc_access_levels_get_targets (sc_access_map_get_levels (map)));
  access = sc_persona_access_new_for_roles (next, roles, NULL);
  g_assert_cmpint (sc_persona_access_get_level (access, lead, SC_ACCESS_READ, NULL), ==,
                   SC_LEVEL_USER);
}

/* Of a privilege that a file has twice the first counts, as for its writer; two tables may share
 * theirs. */
static void
test_names (void)
{
  g_autoptr (ScSolution) solution = access_solution (
      "flow a 1 A:task>B B:email>; role R a=R a=r Activity=r; role S A=r activity=RW");
  g_autoptr (ScAccessMap) map = sc_access_map_new (solution, NULL, NULL);
  const ScAccessLevels *levels = sc_access_map_get_levels (map);

  g_assert_cmpint (sc_access_levels_get (levels, 0, 0, SC_ACCESS_READ), ==, SC_LEVEL_ORGANIZATION);
  g_assert_cmpint (sc_access_levels_get (levels, 1, 0, SC_ACCESS_READ), ==, SC_LEVEL_USER);
  for (guint target = 1; target <= 2; target++)
    {
      g_assert_cmpint (sc_access_levels_get (levels, 0, target, SC_ACCESS_READ), ==, SC_LEVEL_USER);
      g_assert_cmpint (sc_access_levels_get (levels, 1, target, SC_ACCESS_WRITE), ==,
                       SC_LEVEL_ORGANIZATION);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/map/follows", test_follows);
  g_test_add_func ("/access/map/shares", test_shares);
  g_test_add_func ("/access/map/names", test_names);
  return g_test_run ();
}
