/* test-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The roles and flows of real packages. */

#include "sc-access-edit.h"
#include "sc-display-conditions.h"
#include "sc-package.h"
#include "sc-persona-access.h"

typedef struct
{
  guint n_packages;
  guint n_roles;
  guint n_cells;
  guint n_given;
  guint n_conditions;
} Tally;

static const char *
get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  return corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
}

/* Every level there is, set and set back, gives the solution that was. */
static void
check_cell (const ScSolution *solution,
            const ScAccessTarget *target,
            const ScRole *role,
            ScAccess access)
{
  ScLevel before = sc_access_target_get_level (target, role, access);
  ScLevel other = sc_access_target_next_level (target, before, FALSE);
  g_autoptr (ScSolution) there = sc_access_set (solution, target, role->id, access, other, NULL);
  g_autoptr (ScSolution) back = sc_access_set (there, target, role->id, access, before, NULL);

  g_assert_true (there != solution);
  g_assert_true (sc_value_equal (back->roles, solution->roles));
}

static void
check_roles (ScAccessMap *map, Tally *tally)
{
  const ScSolution *solution = sc_access_map_get_solution (map);
  const ScAccessLevels *levels = sc_access_map_get_levels (map);

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      sc_list_foreach (sc_access_levels_get_targets (levels), const ScAccessTarget *, target)
        {
          for (ScAccess access = 0; access < SC_N_ACCESS; access++)
            {
              ScLevel level = sc_access_target_get_level (target, role, access);

              g_assert_cmpint (sc_access_levels_get (levels, role_i, target_i, access), ==, level);
              if (!sc_access_target_has (target, access))
                continue;
              check_cell (solution, target, role, access);
              tally->n_cells++;
              tally->n_given += level != SC_LEVEL_NONE;
            }
        }
      tally->n_roles++;
    }
}

/* Whatever is asked has an answer. */
static void
ask_all (const ScPersonaAccess *access)
{
  const ScAccessMap *map = sc_persona_access_get_map (access);
  const GPtrArray *tables = sc_access_map_get_start_tables (map);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *said
          = sc_persona_access_explain_first (access, g_ptr_array_index (tables, i));

      g_assert_true (g_utf8_validate (said, -1, NULL));
    }
  sc_list_foreach (sc_access_map_get_solution (map)->flows, const ScFlow *, flow)
    {
      g_autoptr (GArray) stages = sc_persona_access_list_stages (access, flow);

      g_assert_cmpuint (stages->len, ==, sc_list_length (flow->stages));
      for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
        {
          g_autofree char *why = NULL;

          sc_persona_access_may (access, flow, act, &why);
          g_assert_nonnull (why);
        }
    }
}

static void
check_personas (ScAccessMap *map)
{
  const char *admin[] = { SC_ROLE_ADMINISTRATOR, NULL };
  g_autoptr (ScPersonaAccess) all = sc_persona_access_new_for_roles (map, admin, NULL);

  ask_all (all);
  sc_list_foreach (sc_access_map_get_solution (map)->roles, const ScRole *, role)
    {
      const char *roles[] = { role->id, NULL };
      g_autoptr (ScPersonaAccess) access = sc_persona_access_new_for_roles (map, roles, NULL);

      ask_all (access);
    }
}

/* What sc-display-conditions.h says of them. */
static void
check_conditions (const ScSolution *solution, Tally *tally)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (GPtrArray) roles = sc_display_conditions_list_roles (flow);

      if (flow->display_conditions == NULL)
        continue;
      g_assert_nonnull (roles);
      g_assert_cmpuint (roles->len, ==, 2);
      g_assert_cmpstr (g_ptr_array_index (roles, 0), ==, SC_ROLE_ADMINISTRATOR);
      g_assert_cmpstr (g_ptr_array_index (roles, 1), ==, SC_ROLE_CUSTOMIZER);
      tally->n_conditions++;
    }
}

static void
test_packages (void)
{
  g_autofree char *folder = g_build_filename (get_corpus (), "solutions", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  Tally tally = { 0 };
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("no corpus here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (ScPackage) package
          = sc_package_recognizes (path) ? sc_package_open (path, NULL) : NULL;
      g_autoptr (ScAccessMap) map = NULL;

      if (package == NULL)
        continue;
      map = sc_access_map_new (sc_package_get_solution (package), NULL, NULL);
      check_roles (map, &tally);
      check_personas (map);
      check_conditions (sc_package_get_solution (package), &tally);
      tally.n_packages++;
    }
  g_test_message ("%u packages, %u roles, %u cells of which %u give something, %u flows with "
                  "display conditions",
                  tally.n_packages, tally.n_roles, tally.n_cells, tally.n_given,
                  tally.n_conditions);
  g_assert_cmpuint (tally.n_packages, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/corpus/packages", test_packages);
  return g_test_run ();
}
