/* test-acts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What each button on the bar would do, by privilege. */

#include "access-fixture.h"

#include <string.h>

#define FLOW  "flow a 1 A:lead>B B:lead>; "
#define SPLIT "flow a 1 A:lead?B|C B:lead> C:lead>; "
#define EVERY "see start switch next previous set-active finish abandon reactivate delete"
#define MOVES "next previous set-active finish abandon reactivate"

static const struct
{
  const char *script;
  const char *roles;
  const char *app;
  const char *acts; /* that are possible */
  ScFlowAct asked;
  const char *why; /* a part of the sentence about it */
} rows[] = {
  /* All of them, and each taken away. */
  { FLOW "role R a=CRWDAT", "R", NULL, EVERY, SC_ACT_SEE, "The role “R” gives Read on “a”." },
  { FLOW "role R a=CRWDAT", "R", NULL, EVERY, SC_ACT_NEXT, "The role “R” gives Write on “a”." },
  { FLOW "role R a=CRWDAT", "R", NULL, EVERY, SC_ACT_START, "The role “R” gives Create on “a”." },
  { FLOW "role R a=CRWDAT", "R", NULL, EVERY, SC_ACT_DELETE, "The role “R” gives Delete" },
  { FLOW "role R a=CWDAT", "R", NULL, "", SC_ACT_SEE, "Read on “a”: its bar is not shown" },
  { FLOW "role R a=CWDAT", "R", NULL, "", SC_ACT_DELETE, "No role gives Read" },
  { FLOW "role R a=RWDAT", "R", NULL, "see " MOVES " delete", SC_ACT_START,
    "Create on “a”: it cannot be started" },
  { FLOW "role R a=RWDAT", "R", NULL, "see " MOVES " delete", SC_ACT_SWITCH,
    "Create on “a”: it cannot be started" },
  { FLOW "role R a=CRDAT", "R", NULL, "see start switch delete", SC_ACT_NEXT,
    "Write on “a”: its bar is there only to look at" },
  { FLOW "role R a=CRDAT", "R", NULL, "see start switch delete", SC_ACT_REACTIVATE,
    "Write on “a”" },
  { FLOW "role R a=CRWAT", "R", NULL, "see start switch " MOVES, SC_ACT_DELETE,
    "Delete on “a”: what it remembers of rows stays" },
  { FLOW "role R a=CRWDT", "R", NULL, "see " MOVES " delete", SC_ACT_START,
    "Append on “a”: it cannot be linked" },
  { FLOW "role R a=CRWDA", "R", NULL, EVERY, SC_ACT_START, "gives Create" },
  /* The presets None, Viewer and User. */
  { FLOW "role R lead=CRWDAT", "R", NULL, "", SC_ACT_SEE, "No role gives Read" },
  { FLOW "role R a=R", "R", NULL, "see", SC_ACT_FINISH, "No role gives Write" },
  { FLOW "role R a=CRWAT", "R", NULL, "see start switch " MOVES, SC_ACT_ABANDON, "gives Write" },
  /* Roles add up. */
  { FLOW "role R a=R; role S a=W", "R,S", NULL, "see " MOVES, SC_ACT_PREVIOUS,
    "The role “S” gives Write" },
  /* What keeps everybody from it. */
  { "draft a 1 A:lead>; role R a=CRWDAT", "R", NULL, "delete", SC_ACT_SEE, "is a draft" },
  { "draft a 1 A:lead>; role R a=RD", "R", NULL, "delete", SC_ACT_DELETE, "gives Delete" },
  { "unnamed a 1 A:lead>; role R a=CRWDAT", "R", NULL, "", SC_ACT_SEE, "no unique name" },
  { FLOW "flow b 2 A:lead>; role R a=CRWDAT; app hub b", "R", "hub", "delete", SC_ACT_SET_ACTIVE,
    "“hub” offers only the flows that it has" },
  { FLOW "flow b 2 A:lead>; role R a=CRWDAT; app hub b a", "R", "hub", EVERY, SC_ACT_SEE,
    "gives Read" },
  /* Who may do everything cannot do this either. */
  { FLOW "role R lead=R", SC_ROLE_ADMINISTRATOR, NULL, EVERY, SC_ACT_DELETE, "may do everything" },
  { FLOW "role R lead=R", SC_ROLE_CUSTOMIZER ",R", NULL, EVERY, SC_ACT_NEXT, "may do everything" },
  { "draft a 1 A:lead>", SC_ROLE_ADMINISTRATOR, NULL, "delete", SC_ACT_NEXT, "is a draft" },
  { "unnamed a 1 A:lead>", SC_ROLE_ADMINISTRATOR, NULL, "", SC_ACT_NEXT, "no unique name" },
  /* Branches need Read on Process. */
  { SPLIT "role R a=RW", "R", NULL, "see " MOVES, SC_ACT_NEXT, "No role gives Read on Process" },
  { SPLIT "role R a=RW Workflow=r", "R", NULL, "see " MOVES, SC_ACT_NEXT, "gives Write on “a”." },
  /* Roles that are not here. */
  { FLOW "role R a=R", "R,S", NULL, "see", SC_ACT_NEXT, "1 of their roles is not in this" },
};

static char *
tell (const ScPersonaAccess *access, const ScFlow *flow)
{
  GString *text = g_string_new (NULL);

  for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
    if (sc_persona_access_may (access, flow, act, NULL))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sc_flow_act_get_nick (act));
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = access_solution (rows[i].script);
      g_autoptr (ScPersonaAccess) access = access_of (solution, rows[i].roles, rows[i].app);
      const ScFlow *flow = access_flow (solution, "a");
      g_autofree char *told = tell (access, flow);
      g_autofree char *why = NULL;

      sc_persona_access_may (access, flow, rows[i].asked, &why);
      g_test_message ("%s %s: %s", rows[i].script, sc_flow_act_get_title (rows[i].asked), why);
      g_assert_cmpstr (told, ==, rows[i].acts);
      g_assert_nonnull (strstr (why, rows[i].why));
    }
}

/* One more privilege never takes an act away. */
static void
test_more_is_more (void)
{
  static const char letters[] = "CRWDAT";

  for (guint set = 0; set < 1u << 6; set++)
    for (guint more = 0; more < 6; more++)
      {
        guint sets[] = { set, set | 1u << more };
        guint acts[] = { 0, 0 };

        for (guint which = 0; which < 2; which++)
          {
            GString *script = g_string_new (FLOW "role R lead=R a=");
            g_autoptr (ScSolution) solution = NULL;
            g_autoptr (ScPersonaAccess) access = NULL;

            for (guint i = 0; i < 6; i++)
              if (sets[which] & 1u << i)
                g_string_append_c (script, letters[i]);
            solution = access_solution (script->str);
            access = access_of (solution, "R", NULL);
            for (ScFlowAct act = 0; act < SC_N_ACTS; act++)
              if (sc_persona_access_may (access, access_flow (solution, "a"), act, NULL))
                acts[which] |= 1u << act;
            g_string_free (script, TRUE);
          }
        g_assert_cmpuint (acts[0] & ~acts[1], ==, 0);
      }
}

static void
test_gone (void)
{
  g_autoptr (ScSolution) solution = access_solution (FLOW "role R a=CRWDAT");
  g_autoptr (ScSolution) other = access_solution ("flow z 1 A:lead>");
  g_autoptr (ScPersonaAccess) access = access_of (solution, "R", NULL);
  g_autofree char *why = NULL;

  g_assert_false (sc_persona_access_may (access, access_flow (other, "z"), SC_ACT_SEE, &why));
  g_assert_nonnull (strstr (why, "no longer"));
}

/* Levels, and who gives them. */
static void
test_levels (void)
{
  g_autoptr (ScSolution) solution
      = access_solution (FLOW "role R a=C lead=r; role S lead=Rw; role T lead=RD other=R");
  g_autoptr (ScAccessTarget) lead = sc_access_target_new_table (solution, NULL, "lead");
  g_autoptr (ScAccessTarget) other = sc_access_target_new_table (solution, NULL, "other");
  g_autoptr (ScPersonaAccess) two = access_of (solution, "R,S", NULL);
  g_autoptr (ScPersonaAccess) three = access_of (solution, "T,R", NULL);
  g_autoptr (ScPersonaAccess) admin = access_of (solution, SC_ROLE_ADMINISTRATOR, NULL);
  const ScRole *role;

#define LEVEL(access, target, kind, level, giver)                                                 \
  g_assert_cmpint (sc_persona_access_get_level ((access), (target), SC_ACCESS_##kind, &role), ==, \
                   SC_LEVEL_##level);                                                             \
  g_assert_cmpstr (role != NULL ? role->name : NULL, ==, (giver))

  LEVEL (two, lead, READ, ORGANIZATION, "S");
  LEVEL (two, lead, WRITE, USER, "S");
  LEVEL (two, lead, DELETE, NONE, NULL);
  LEVEL (two, other, READ, NONE, NULL);
  LEVEL (three, lead, DELETE, ORGANIZATION, "T");
  LEVEL (three, other, READ, ORGANIZATION, "T");
  LEVEL (admin, lead, DELETE, ORGANIZATION, NULL);
  LEVEL (admin, other, READ, ORGANIZATION, NULL);
  g_assert_true (sc_persona_access_is_all (admin));
  g_assert_false (sc_persona_access_is_all (two));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/acts/rows", test_rows);
  g_test_add_func ("/access/acts/more-is-more", test_more_is_more);
  g_test_add_func ("/access/acts/gone", test_gone);
  g_test_add_func ("/access/acts/levels", test_levels);
  return g_test_run ();
}
