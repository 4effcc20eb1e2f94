/* test-words.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "access-fixture.h"
#include "sc-access-edit.h"
#include "sc-access-preset.h"
#include "sc-edit.h"
#include "sc-flow-access.h"
#include "sc-preset.h"

#include <string.h>

/* The usual sets of privileges, which of them a role has, and what is said of them. */

static void
test_presets (void)
{
  static const struct
  {
    ScAccessPreset preset;
    const char *nick, *title, *has; /* has: letters of what it gives, as in access-fixture.h */
  } rows[] = {
    { SC_PRESET_NONE, "none", "None", "" },
    { SC_PRESET_VIEWER, "viewer", "Viewer", "R" },
    { SC_PRESET_USER, "user", "User", "CRWAT" },
    { SC_PRESET_FULL, "full", "Full", "CRWDAT" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (rows), ==, SC_N_PRESETS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *script
          = g_strdup_printf ("flow a 1 A:lead>; role R lead=R a=%s; role S a=D", rows[i].has);
      g_autoptr (ScSolution) solution = access_solution (script);
      const ScFlow *flow = access_flow (solution, "a");
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after
          = sc_access_preset_apply (solution, "S", "a", rows[i].preset, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sc_access_preset_get_nick (rows[i].preset), ==, rows[i].nick);
      g_assert_cmpstr (sc_access_preset_get_title (rows[i].preset), ==, rows[i].title);
      g_assert_cmpstr (sc_access_preset_get_description (rows[i].preset), !=, "");
      g_assert_cmpint (sc_access_preset_from_nick (rows[i].nick), ==, rows[i].preset);
      g_assert_cmpint (sc_access_preset_find (sc_list_get (solution->roles, 0), flow), ==,
                       rows[i].preset);
      g_assert_cmpint (sc_access_preset_find (sc_list_get (after->roles, 1), flow), ==,
                       rows[i].preset);
      g_assert_true (sc_list_get (after->roles, 0) == sc_list_get (solution->roles, 0));
    }
  g_assert_cmpint (sc_access_preset_from_nick ("other"), ==, SC_PRESET_CUSTOM);
  g_assert_cmpint (sc_access_preset_from_nick (NULL), ==, SC_PRESET_CUSTOM);
  g_assert_cmpstr (sc_access_preset_get_title (SC_PRESET_CUSTOM), ==, "Custom");
  g_assert_null (sc_access_preset_get_nick (SC_PRESET_CUSTOM));
  g_assert_cmpuint (sc_access_preset_get_accesses (SC_PRESET_CUSTOM), ==, 0);
}

static void
test_no_preset (void)
{
  g_autoptr (ScSolution) solution
      = access_solution ("flow a 1 A:lead>; unnamed b 2 A:lead>; role R a=r; role S a=RD");
  g_autoptr (GError) no_flow = NULL;
  g_autoptr (GError) no_role = NULL;

  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (
        sc_access_preset_find (sc_list_get (solution->roles, i), access_flow (solution, "a")), ==,
        SC_PRESET_CUSTOM);
  g_assert_null (sc_access_preset_apply (solution, "R", "gone", SC_PRESET_USER, &no_flow));
  g_assert_error (no_flow, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_assert_null (sc_access_preset_apply (solution, "gone", "a", SC_PRESET_USER, &no_role));
  g_assert_error (no_role, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

/* Who may run a flow, and whether anybody may. */
static void
test_flow_access (void)
{
  static const struct
  {
    const char *role;
    ScLevel read;
    gboolean runs;
  } rows[] = {
    { "role R a=CR", SC_LEVEL_ORGANIZATION, TRUE }, { "role R a=cr", SC_LEVEL_USER, TRUE },
    { "role R a=R", SC_LEVEL_ORGANIZATION, FALSE }, { "role R a=C", SC_LEVEL_NONE, FALSE },
    { "role R lead=CR", SC_LEVEL_NONE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *script
          = g_strconcat ("flow a 1 A:lead>; unnamed b 2 A:lead>; role Q a=W; ", rows[i].role, NULL);
      g_autoptr (ScSolution) solution = access_solution (script);
      const ScRole *role = sc_list_get (solution->roles, 1);
      const ScFlow *flow = access_flow (solution, "a"), *unnamed = access_flow (solution, "b");

      g_assert_cmpint (sc_flow_access_get (role, flow, SC_ACCESS_READ), ==, rows[i].read);
      g_assert_cmpint (sc_flow_access_can_run (role, flow), ==, rows[i].runs);
      g_assert_cmpint (sc_flow_access_anybody_can_run (solution, flow), ==, rows[i].runs);
      g_assert_cmpint (sc_flow_access_get (role, unnamed, SC_ACCESS_READ), ==, SC_LEVEL_NONE);
      g_assert_false (sc_flow_access_anybody_can_run (solution, unnamed));
    }
}

/* Of what is not there nothing is copied, and nothing is given on a flow that has no table. */
static void
test_refused (void)
{
  static const char *const roles[] = { "R", NULL }, *const gone[] = { "gone", NULL };
  static const ScLevel levels[SC_N_ACCESS] = { [SC_ACCESS_READ] = SC_LEVEL_ORGANIZATION };
  g_autoptr (ScSolution) solution
      = access_solution ("flow a 1 A:lead>; unnamed b 2 A:lead>; role R a=CR");
  g_autoptr (ScAccessTarget) target
      = sc_access_target_new_flow (solution, access_flow (solution, "a"));
  g_autoptr (ScAccessTarget) nameless
      = sc_access_target_new_flow (solution, access_flow (solution, "b"));
  g_autoptr (ScAccessTarget) process = sc_access_target_new_process ();
  g_autoptr (ScList) targets = sc_list_append (NULL, target);
  g_autoptr (ScList) without = sc_list_append (NULL, nameless);
  g_autoptr (ScSolution) nothing = sc_access_apply_mask (solution, NULL, roles, levels, NULL);
  GError *errors[6] = { NULL };
  static const char *const messages[6]
      = { "role is no longer",  "no unique name yet", "no unique name yet",
          "no unique name yet", "role is no longer",  "no such privilege" };

  g_assert_true (nothing == solution);
  g_assert_null (sc_access_copy_role (solution, "gone", roles, targets, &errors[0]));
  g_assert_null (sc_access_copy_role (solution, "R", roles, without, &errors[1]));
  g_assert_null (sc_access_copy_target (solution, target, without, roles, &errors[2]));
  g_assert_null (sc_access_copy_target (solution, nameless, targets, roles, &errors[3]));
  g_assert_null (sc_access_copy_target (solution, target, targets, gone, &errors[4]));
  g_assert_null (
      sc_access_set (solution, process, "R", SC_ACCESS_WRITE, SC_LEVEL_ORGANIZATION, &errors[5]));
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_nonnull (errors[i]);
      g_assert_nonnull (strstr (errors[i]->message, messages[i]));
      g_error_free (errors[i]);
    }
}

static void
test_described (void)
{
  static const struct
  {
    guint accesses;
    const char *text;
  } rows[] = {
    { 0, "No privileges" },
    { 1 << SC_ACCESS_READ, "Read" },
    { 1 << SC_ACCESS_CREATE | 1 << SC_ACCESS_APPEND_TO, "Create, Append To" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScPreset) preset = sc_preset_new ();
      g_autofree char *text = NULL;

      preset->accesses = rows[i].accesses;
      text = sc_preset_describe (preset);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/words/presets", test_presets);
  g_test_add_func ("/access/words/no-preset", test_no_preset);
  g_test_add_func ("/access/words/flow-access", test_flow_access);
  g_test_add_func ("/access/words/refused", test_refused);
  g_test_add_func ("/access/words/described", test_described);
  return g_test_run ();
}
