/* test-target.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-edit.h"
#include "sc-access-preset.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"

#define FLOW  "00000000-0000-4000-8000-00000000000f"
#define OTHER "00000000-0000-4000-8000-00000000000e"
#define REP   "00000000-0000-4000-8000-00000000000a"
#define BOSS  "00000000-0000-4000-8000-00000000000b"

static ScSolution *
then (ScSolution *before, ScSolution *after)
{
  g_assert_nonnull (after);
  sc_solution_unref (before);
  return after;
}

/* Two flows on lead and incident, two roles, and a table that belongs to the organization. */
static ScSolution *
start (void)
{
  ScSolution *solution = sc_edit_solution_new ();
  g_autoptr (ScTable) owned = sc_table_new ();

  sc_set_string (owned, name, "new_plan");
  sc_set_string (owned, schema_name, "new_Plan");
  owned->ownership = SC_OWNERSHIP_ORGANIZATION;
  solution = then (solution, sc_edit_flow_add (solution, FLOW, "Sales", "lead", NULL));
  solution = then (solution, sc_edit_flow_add (solution, OTHER, "Service", "incident", NULL));
  solution = then (solution, sc_edit_role_add (solution, REP, "Rep", NULL));
  solution = then (solution, sc_edit_role_add (solution, BOSS, "Boss", NULL));
  {
    ScSolution *with = sc_solution_copy (solution);

    sc_take_value (with, tables, sc_list_append (solution->tables, owned));
    solution = then (solution, with);
  }
  return solution;
}

static ScAccessTarget *
target_of (const ScSolution *solution, const char *flow)
{
  return sc_access_target_new_flow (solution, sc_solution_find_flow (solution, flow, NULL));
}

static void
test_flow (void)
{
  g_autoptr (ScSolution) solution = start ();
  g_autoptr (ScAccessTarget) target = target_of (solution, FLOW);
  g_autoptr (ScFlow) unnamed = sc_flow_copy (sc_list_get (solution->flows, 0));
  g_autoptr (ScAccessTarget) without = NULL;

  g_assert_cmpint (target->kind, ==, SC_TARGET_FLOW);
  g_assert_cmpstr (target->id, ==, FLOW);
  g_assert_cmpstr (target->title, ==, "Sales");
  g_assert_cmpstr (target->privileges[SC_ACCESS_APPEND_TO], ==, "prvAppendTonew_sales");
  g_assert_true (sc_access_target_allows (target, SC_LEVEL_NONE));
  g_assert_true (sc_access_target_allows (target, SC_LEVEL_ORGANIZATION));
  g_assert_false (sc_access_target_allows (target, SC_LEVEL_USER));
  g_assert_cmpint (sc_access_target_fit_level (target, SC_LEVEL_USER), ==, SC_LEVEL_ORGANIZATION);

  sc_set_string (unnamed, unique_name, NULL);
  without = sc_access_target_new_flow (solution, unnamed);
  g_assert_null (without->table);
  g_assert_cmpuint (without->accesses, ==, 0);
  g_assert_null (without->privileges[SC_ACCESS_READ]);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *table;
    const char *read; /* NULL: no cells */
    gboolean user;    /* allows the level User */
  } rows[] = {
    { "lead", "prvReadlead", TRUE },          { "task", "prvReadActivity", TRUE },
    { "productpricelevel", NULL, TRUE },      { "new_plan", "prvReadnew_Plan", FALSE },
    { "NEW_PLAN", "prvReadnew_Plan", FALSE },
  };
  g_autoptr (ScSolution) solution = start ();
  g_autoptr (ScMetadata) metadata = sc_metadata_new (solution, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows) * 2; i++)
    {
      guint row = i / 2;
      g_autoptr (ScAccessTarget) target
          = sc_access_target_new_table (solution, i % 2 ? metadata : NULL, rows[row].table);

      g_assert_cmpstr (target->id, ==, rows[row].table);
      g_assert_cmpstr (target->privileges[SC_ACCESS_READ], ==, rows[row].read);
      g_assert_true (sc_access_target_allows (target, SC_LEVEL_USER) == rows[row].user);
    }
}

static void
test_next_level (void)
{
  g_autoptr (ScSolution) solution = start ();
  g_autoptr (ScAccessTarget) flow = target_of (solution, FLOW);
  g_autoptr (ScAccessTarget) process = sc_access_target_new_process ();
  static const ScLevel of_flow[] = { SC_LEVEL_ORGANIZATION, SC_LEVEL_ORGANIZATION,
                                     SC_LEVEL_ORGANIZATION, SC_LEVEL_ORGANIZATION, SC_LEVEL_NONE };

  for (ScLevel level = SC_LEVEL_NONE; level <= SC_LEVEL_ORGANIZATION; level++)
    {
      ScLevel next = sc_access_target_next_level (process, level, FALSE);

      g_assert_cmpint (next, ==, (level + 1) % (SC_LEVEL_ORGANIZATION + 1));
      g_assert_cmpint (sc_access_target_next_level (process, next, TRUE), ==, level);
      g_assert_cmpint (sc_access_target_next_level (flow, level, FALSE), ==, of_flow[level]);
      g_assert_cmpint (sc_access_target_next_level (flow, level, TRUE), ==,
                       level == SC_LEVEL_NONE ? SC_LEVEL_ORGANIZATION : SC_LEVEL_NONE);
    }
}

static void
test_lists (void)
{
  g_autoptr (ScSolution) one = start ();
  const ScFlow *flow = sc_solution_find_flow (one, FLOW, NULL);
  const ScStage *stage = sc_list_get (flow->stages, 0);
  ScSlot behind = { stage->id, SC_EDGE_NEXT };
  g_autoptr (ScSolution) two
      = sc_edit_stage_add (one, FLOW, behind, NULL, "Plan", "new_plan", NULL);
  g_autoptr (ScSolution) three = sc_edit_stage_add (two, FLOW, behind, NULL, "Lead", "lead", NULL);
  g_autoptr (ScList) around
      = sc_access_target_list_around (three, NULL, sc_solution_find_flow (three, FLOW, NULL));
  g_autoptr (ScList) flows = sc_access_target_list_flows (three);
  static const char *const ids[] = { FLOW, "lead", "new_plan", NULL };

  g_assert_cmpuint (sc_list_length (around), ==, G_N_ELEMENTS (ids));
  sc_list_foreach (around, const ScAccessTarget *, target)
    {
      g_assert_cmpstr (target->id, ==, ids[target_i]);
    }
  g_assert_cmpuint (sc_list_length (flows), ==, 2);
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    g_assert_true (sc_access_target_has (sc_list_get (around, 3), access)
                   == (access == SC_ACCESS_READ));
}

/* C R W D A T, or "-", per access. */
static char *
tell (const ScSolution *solution, const ScAccessTarget *target, const char *role)
{
  const ScRole *found = sc_solution_find_role (solution, role, NULL);
  GString *text = g_string_new (NULL);

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    g_string_append_c (text, "-UBPO"[sc_access_target_get_level (target, found, access)]);
  return g_string_free (text, FALSE);
}

#define CHECK(solution, target, role, expected)                  \
  G_STMT_START                                                   \
  {                                                              \
    g_autofree char *told = tell ((solution), (target), (role)); \
                                                                 \
    g_assert_cmpstr (told, ==, (expected));                      \
  }                                                              \
  G_STMT_END

static void
test_set (void)
{
  g_autoptr (ScSolution) solution = start ();
  g_autoptr (ScAccessTarget) flow = target_of (solution, FLOW);
  g_autoptr (ScAccessTarget) process = sc_access_target_new_process ();
  g_autoptr (ScSolution) user
      = sc_access_set (solution, flow, REP, SC_ACCESS_READ, SC_LEVEL_USER, NULL);
  g_autoptr (ScSolution) none
      = sc_access_set (user, flow, REP, SC_ACCESS_READ, SC_LEVEL_NONE, NULL);
  g_autoptr (ScSolution) same
      = sc_access_set (user, flow, REP, SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, NULL);
  g_autoptr (ScSolution) read
      = sc_access_set (user, process, REP, SC_ACCESS_READ, SC_LEVEL_USER, NULL);
  g_autoptr (ScSolution) impossible = sc_edit_role_set_privilege (
      solution, REP, flow->privileges[SC_ACCESS_WRITE], SC_LEVEL_BUSINESS_UNIT, NULL);
  g_autoptr (GError) error = NULL;

  CHECK (user, flow, REP, "-O----");
  CHECK (user, flow, BOSS, "------");
  g_assert_true (sc_solution_equal (none, solution));
  g_assert_true (same == user);
  CHECK (read, process, REP, "-U----");
  CHECK (impossible, flow, REP, "--B---");
  g_assert_null (sc_access_set (user, process, REP, SC_ACCESS_WRITE, SC_LEVEL_USER, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static void
test_many (void)
{
  static const ScLevel levels[SC_N_ACCESS] = { SC_LEVEL_USER, SC_LEVEL_USER };
  static const char *const both[] = { REP, BOSS, NULL }, *const boss[] = { BOSS, NULL };
  g_autoptr (ScSolution) solution = start ();
  g_autoptr (ScAccessTarget) flow = target_of (solution, FLOW);
  g_autoptr (ScAccessTarget) other = target_of (solution, OTHER);
  g_autoptr (ScAccessTarget) lead = sc_access_target_new_table (solution, NULL, "lead");
  gconstpointer const items[] = { flow, lead };
  g_autoptr (ScList) targets = sc_list_new (items, 2);
  g_autoptr (ScList) others = sc_list_append (NULL, other);
  g_autoptr (ScSolution) masked = sc_access_apply_mask (solution, targets, both, levels, NULL);
  g_autoptr (ScSolution) preset = sc_access_preset_apply (masked, REP, FLOW, SC_PRESET_FULL, NULL);
  g_autoptr (ScSolution) role = sc_access_copy_role (preset, REP, boss, targets, NULL);
  g_autoptr (ScSolution) target = sc_access_copy_target (preset, flow, others, both, NULL);

  CHECK (masked, flow, REP, "OO----");
  CHECK (masked, lead, REP, "UU----");
  CHECK (masked, flow, BOSS, "OO----");
  CHECK (preset, flow, REP, "OOOOOO");
  CHECK (role, flow, BOSS, "OOOOOO");
  CHECK (role, lead, BOSS, "UU----");
  CHECK (target, other, REP, "OOOOOO");
  CHECK (target, other, BOSS, "OO----");
}

static void
test_without_cells (void)
{
  static const ScLevel levels[SC_N_ACCESS] = { SC_LEVEL_USER };
  static const char *const roles[] = { REP, NULL };
  g_autoptr (ScSolution) solution = start ();
  g_autoptr (ScAccessTarget) lead = sc_access_target_new_table (solution, NULL, "lead");
  g_autoptr (ScAccessTarget) price
      = sc_access_target_new_table (solution, NULL, "productpricelevel");
  gconstpointer const items[] = { price, lead };
  g_autoptr (ScList) both = sc_list_new (items, 2);
  g_autoptr (ScList) none = sc_list_new (items, 1);
  g_autoptr (ScSolution) skipped = sc_access_apply_mask (solution, both, roles, levels, NULL);
  g_autoptr (GError) error = NULL;

  CHECK (skipped, lead, REP, "U-----");
  g_assert_null (sc_access_apply_mask (solution, none, roles, levels, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sc_access_copy_target (solution, price, both, roles, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sc_access_copy_role (solution, OTHER, roles, both, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/target/flow", test_flow);
  g_test_add_func ("/access/target/tables", test_tables);
  g_test_add_func ("/access/target/next-level", test_next_level);
  g_test_add_func ("/access/target/lists", test_lists);
  g_test_add_func ("/access/target/set", test_set);
  g_test_add_func ("/access/target/many", test_many);
  g_test_add_func ("/access/target/without-cells", test_without_cells);
  return g_test_run ();
}
