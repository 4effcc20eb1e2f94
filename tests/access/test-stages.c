/* test-stages.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which stages people see the names of but cannot work in, and what else is missing on the way. */

#include "access-fixture.h"

#include <string.h>

#define TWO  "flow a 1 A:lead>B B:account>; "
#define BACK "flow a 1 A:lead>B B:account>C C:lead>; "
#define FORK "flow a 1 A:lead>B B:lead?C|D=E C:lead>E D:lead>E E:lead>; "

/* Per stage, in order: r(ead) w(rite) c(reate) l(ink) v: reached. */
#define FULL "rwclv"

static const struct
{
  const char *script;
  const char *roles;
  const char *stages;
  const char *said; /* a part of what is said of all stages together; NULL: nothing is */
} rows[] = {
  { TWO "role R a=CRWDAT lead=RWT account=CRWA", "R", FULL " " FULL, NULL },
  /* Read on the stage's table: names only. */
  { TWO "role R a=CRWDAT lead=RWT", "R", FULL " ----v",
    "No role gives Read on “account”: they see the names" },
  { TWO "role R a=CRWDAT lead=RWT account=CWA", "R", FULL " --clv",
    "No role gives Read on “account”: they see the names" },
  { TWO "role R a=CRWDAT account=CRWA", "R", "--clv rwc-v", "Append To on “lead”" },
  /* Write on the stage's table: its steps are locked. */
  { TWO "role R a=CRWDAT lead=RT account=CRWA", "R", "r-clv " FULL,
    "No role gives Write on “lead”: its steps cannot be filled in." },
  /* Create on the next table: no new row. The first table is where the row is. */
  { TWO "role R a=CRWDAT lead=RWT account=RWA", "R", FULL " rw-lv",
    "No role gives Create on “account”: on the way here" },
  { BACK "role R a=CRWDAT lead=RWT account=CRWA", "R", FULL " " FULL " " FULL, NULL },
  /* Links: the later row to the earlier one, and the flow to both. */
  { TWO "role R a=CRWDAT lead=RWT account=CRW", "R", FULL " rwc-v",
    "No role gives Append on “account”: a new row cannot be linked" },
  { TWO "role R a=CRWDAT lead=RW account=CRWA", "R", FULL " rwc-v",
    "No role gives Append To on “lead”: a new row cannot be linked" },
  { TWO "role R a=CRWDT lead=RWT account=CRWA", "R", FULL " rwc-v",
    "No role gives Append on “a”: a new row cannot be linked" },
  /* Read on Process: no branches, and nothing behind them. */
  { FORK "role R a=CRWDAT lead=RW Workflow=r", "R", FULL " " FULL " " FULL " " FULL " " FULL,
    NULL },
  { FORK "role R a=CRWDAT lead=RW", "R", FULL " " FULL " rwcl- rwcl- rwcl-",
    "No role gives Read on “Process”: conditions are said not to be evaluated" },
  /* Levels below Organization are levels. */
  { TWO "role R a=CRWDAT lead=rwt account=crwa", "R", FULL " " FULL, NULL },
  /* Roles add up. */
  { TWO "role R a=CRWDAT lead=RWT; role S account=CRWA", "R,S", FULL " " FULL, NULL },
  /* Who may do everything; roles that are not here. */
  { FORK "role R lead=R", SC_ROLE_ADMINISTRATOR, FULL " " FULL " " FULL " " FULL " " FULL, NULL },
  { TWO "role R a=CRWDAT lead=RWT", "R,S", FULL " ----v",
    "1 of their roles is not in this solution" },
  /* Where the names of the privileges are not known, nothing is said to be missing. */
  { "flow a 1 A:productpricelevel>; role R a=CRWDAT", "R", FULL, NULL },
};

/* Tells the stages, and collects what is said of them. */
static char *
tell (const GArray *stages, GString *said)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      const ScStageAccess *stage = &g_array_index (stages, ScStageAccess, i);

      g_string_append_printf (text, "%s%c%c%c%c%c", i > 0 ? " " : "", stage->read ? 'r' : '-',
                              stage->write ? 'w' : '-', stage->create ? 'c' : '-',
                              stage->link ? 'l' : '-', stage->reached ? 'v' : '-');
      if (stage->why != NULL)
        g_string_append (said, stage->why);
    }
  return g_string_free (text, FALSE);
}

/* The flow with a relationship on every change of table. */
static ScSolution *
relate (const char *script)
{
  ScSolution *solution = access_solution (script);
  g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (solution->flows, 0));

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_autoptr (ScTransition) transition = sc_transition_new ();

      sc_set_string (transition, source, stage->id);
      sc_set_string (transition, target, stage->next);
      sc_set_string (transition, relationship, "r");
      if (stage->next != NULL)
        sc_take_value (flow, transitions, sc_list_append (flow->transitions, transition));
    }
  sc_take_value (solution, flows, sc_list_replace (solution->flows, 0, flow));
  return solution;
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = relate (rows[i].script);
      g_autoptr (ScPersonaAccess) access = access_of (solution, rows[i].roles, NULL);
      g_autoptr (GArray) stages
          = sc_persona_access_list_stages (access, access_flow (solution, "a"));
      g_autoptr (GString) said = g_string_new (NULL);
      g_autofree char *told = tell (stages, said);

      g_test_message ("%s: %s", rows[i].script, said->str);
      g_assert_cmpstr (told, ==, rows[i].stages);
      if (rows[i].said == NULL)
        g_assert_cmpstr (said->str, ==, "");
      else
        g_assert_nonnull (strstr (said->str, rows[i].said));
    }
}

/* Without a relationship the new row is not linked to the one before. */
static void
test_unrelated (void)
{
  g_autoptr (ScSolution) solution = access_solution (TWO "role R a=CRWDAT lead=RW account=CRW");
  g_autoptr (ScPersonaAccess) access = access_of (solution, "R", NULL);
  g_autoptr (GArray) stages = sc_persona_access_list_stages (access, access_flow (solution, "a"));
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *told = tell (stages, said);

  g_assert_cmpstr (told, ==, FULL " " FULL);
}

/* A flow with a loop, or with nothing in it, is no trouble. */
static void
test_odd (void)
{
  g_autoptr (ScSolution) solution
      = access_solution ("flow a 1 A:lead>B B:account>A; flow b 2 ; role R a=R");
  g_autoptr (ScPersonaAccess) access = access_of (solution, "R", NULL);
  g_autoptr (GArray) loop = sc_persona_access_list_stages (access, access_flow (solution, "a"));
  g_autoptr (GArray) none = sc_persona_access_list_stages (access, access_flow (solution, "b"));

  g_assert_cmpuint (loop->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/stages/rows", test_rows);
  g_test_add_func ("/access/stages/unrelated", test_unrelated);
  g_test_add_func ("/access/stages/odd", test_odd);
  return g_test_run ();
}
