/* test-first.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which flow a new row gets. */

#include "access-fixture.h"

#include <string.h>

#define THREE "flow a 1 A:lead>; flow b 2 A:lead>; flow c 3 A:lead>; "
#define ADMIN SC_ROLE_ADMINISTRATOR

/* In the order of ScFirstReason. */
static const char *const reasons[]
    = { "chosen", "later", "no-table", "draft", "no-read", "no-create", "not-in-app" };

static const struct
{
  const char *script;
  const char *roles;
  const char *app;
  const char *table;
  const char *candidates;
  const char *said; /* a part of the explanation */
} rows[] = {
  /* The first in the process order. */
  { THREE "role R a=CR b=CR c=CR", "R", NULL, "lead", "a:chosen b:later c:later", "gets “a”" },
  { THREE "role R a=CR b=CR c=CR", "R", NULL, "LEAD", "a:chosen b:later c:later", "gets “a”" },
  { "flow a 9 A:lead>; flow b 2 A:lead>; role R a=CR b=CR", "R", NULL, "lead", "b:chosen a:later",
    "(2)" },
  /* Of one order the one that is listed first, which is not certain. */
  { "flow a 2 A:lead>; flow b 2 A:lead>; role R a=CR b=CR", "R", NULL, "lead", "a:chosen b:later",
    "not certain" },
  /* A draft is passed over. */
  { "draft a 1 A:lead>; flow b 2 A:lead>; role R a=CR b=CR", "R", NULL, "lead", "a:draft b:chosen",
    "“a” is a draft." },
  { "draft a 1 A:lead>; role R a=CR", "R", NULL, "lead", "a:draft", "gets no flow" },
  /* Without Read, or without Create. */
  { THREE "role R a=CWDAT b=CR c=CR", "R", NULL, "lead", "a:no-read b:chosen c:later",
    "“a” no role gives Read" },
  { THREE "role R a=RWDAT b=CR c=CR", "R", NULL, "lead", "a:no-create b:chosen c:later",
    "“a” no role gives Create" },
  { THREE "role R c=RC", "R", NULL, "lead", "a:no-read b:no-read c:chosen", "gets “c”" },
  { THREE "role R lead=CRW", "R", NULL, "lead", "a:no-read b:no-read c:no-read", "gets no flow" },
  /* Any level will do. */
  { THREE "role R a=cr", "R", NULL, "lead", "a:chosen b:no-read c:no-read", "gets “a”" },
  /* Roles add up, and nothing is taken away. */
  { THREE "role R a=C; role S a=R", "R,S", NULL, "lead", "a:chosen b:no-read c:no-read",
    "gets “a”" },
  { THREE "role R a=C; role S a=R", "S", NULL, "lead", "a:no-create b:no-read c:no-read",
    "gets no flow" },
  /* An app with flows offers only these; one without any offers all. */
  { THREE "role R a=CR b=CR; app hub b", "R", "hub", "lead", "a:not-in-app b:chosen c:no-read",
    "not in the app “hub”" },
  { THREE "role R a=CR b=CR; app hub c", "R", "hub", "lead", "a:not-in-app b:not-in-app c:no-read",
    "gets no flow" },
  { THREE "role R a=CR; app hub", "R", "hub", "lead", "a:chosen b:no-read c:no-read", "gets “a”" },
  { THREE "role R a=CR; app hub another", "R", "hub", "lead", "a:chosen b:no-read c:no-read",
    "gets “a”" },
  { THREE "role R a=CR; app hub c", "R", NULL, "lead", "a:chosen b:no-read c:no-read", "gets “a”" },
  { THREE "role R a=CR; app hub c", "R", "other", "lead", "a:chosen b:no-read c:no-read",
    "gets “a”" },
  /* Nobody has privileges on a table that has no name. */
  { "unnamed a 1 A:lead>; flow b 2 A:lead>", ADMIN, NULL, "lead", "a:no-table b:chosen",
    "no unique name" },
  /* Other tables do not matter; a later stage is no start. */
  { "flow a 1 A:lead>; flow b 2 A:account>B B:lead>; role R a=CR b=CR", "R", NULL, "account",
    "b:chosen", "gets “b”" },
  { "flow a 1 A:lead>; role R a=CR", "R", NULL, "contact", "", "No flow starts on “contact”" },
  /* Who may do everything. */
  { THREE "role R lead=R", ADMIN, NULL, "lead", "a:chosen b:later c:later", "gets “a”" },
  { THREE "role R lead=R", "R," SC_ROLE_CUSTOMIZER, NULL, "lead", "a:chosen b:later c:later",
    "gets “a”" },
  { THREE "role R lead=R", "{627090FF-40A3-4053-8790-584EDC5BE201}", NULL, "lead",
    "a:chosen b:later c:later", "gets “a”" },
  { "draft a 1 A:lead>; flow b 2 A:lead>; app hub a", ADMIN, "hub", "lead", "a:draft b:not-in-app",
    "gets no flow" },
  /* Roles that are not here. */
  { THREE "role R b=CR", "R,S", NULL, "lead", "a:no-read b:chosen c:no-read",
    "1 of their roles is not in this solution" },
  { THREE "role R b=CR", "S,T", NULL, "lead", "a:no-read b:no-read c:no-read",
    "2 of their roles are not in this solution" },
  { THREE "role R b=CR", "", NULL, "lead", "a:no-read b:no-read c:no-read", "gets no flow" },
};

static char *
tell (const ScPersonaAccess *access, const char *table)
{
  g_autoptr (GArray) candidates = sc_persona_access_list_candidates (access, table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const ScFirstCandidate *candidate = &g_array_index (candidates, ScFirstCandidate, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", candidate->flow->id,
                              reasons[candidate->reason]);
    }
  return g_string_free (text, FALSE);
}

/* The one that is chosen is also the first one. */
static void
check_first (const ScPersonaAccess *access, const char *table, const char *candidates)
{
  const ScFlow *first = sc_persona_access_get_first (access, table);
  g_autofree char *chosen = first != NULL ? g_strconcat (first->id, ":chosen", NULL) : NULL;

  g_assert_true ((first != NULL) == (strstr (candidates, ":chosen") != NULL));
  if (chosen != NULL)
    g_assert_nonnull (strstr (candidates, chosen));
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScSolution) solution = access_solution (rows[i].script);
      g_autoptr (ScPersonaAccess) access = access_of (solution, rows[i].roles, rows[i].app);
      g_autofree char *told = tell (access, rows[i].table);
      g_autofree char *said = sc_persona_access_explain_first (access, rows[i].table);

      g_test_message ("%s: %s", rows[i].script, said);
      g_assert_cmpstr (told, ==, rows[i].candidates);
      check_first (access, rows[i].table, told);
      g_assert_nonnull (strstr (said, rows[i].said));
    }
}

/* A persona of the solution is asked like its roles. */
static void
test_persona (void)
{
  g_autoptr (ScSolution) solution = access_solution (THREE "role R a=CR b=CR; app hub b");
  g_autoptr (ScAccessMap) map = sc_access_map_new (solution, NULL, NULL);
  g_autoptr (ScPersona) persona = sc_persona_new ();
  g_autoptr (ScPersonaAccess) access = NULL;
  g_autoptr (ScLabel) role = sc_label_new_text (0, "R");

  sc_take_value (persona, roles, sc_list_append (NULL, role));
  sc_set_string (persona, app, "HUB");
  access = sc_persona_access_new (map, persona);
  g_assert_true (sc_persona_access_get_first (access, "lead") == access_flow (solution, "b"));
  g_assert_null (sc_persona_access_get_first (access, NULL));
  g_assert_true (sc_persona_access_get_persona (access) == persona);
}

/* The flow is kept from the row by nothing in its display conditions. */
static void
test_conditions (void)
{
#define CONDITIONS(id) "<DisplayConditions><Role Id=\"{" id "}\" /></DisplayConditions>"
  static const struct
  {
    const char *conditions;
    const char *said; /* NULL: nothing */
  } texts[] = {
    { NULL, NULL },
    { CONDITIONS ("627090ff-40a3-4053-8790-584edc5be201"), "name none of these roles" },
    { CONDITIONS ("4A3F2D0E-2f5b-4c1e-9f06-7f6a9a1d2c10"), "name one of these roles" },
    { "<DisplayConditions/>", "name none of these roles" },
    { "<Other/>", "not understood" },
    { "no XML", "not understood" },
    { "", "not understood" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ScSolution) solution
          = access_solution ("role 4a3f2d0e-2f5b-4c1e-9f06-7f6a9a1d2c10 a=CR");
      g_autoptr (ScSolution) other = access_solution ("flow a 1 A:lead>");
      g_autoptr (ScFlow) flow = sc_flow_copy (sc_list_get (other->flows, 0));
      g_autoptr (ScPersonaAccess) access = NULL;
      g_autofree char *said = NULL;

      sc_set_string (flow, display_conditions, texts[i].conditions);
      sc_take_value (solution, flows, sc_list_append (NULL, flow));
      access = access_of (solution, "4a3f2d0e-2f5b-4c1e-9f06-7f6a9a1d2c10", NULL);
      g_assert_true (sc_persona_access_get_first (access, "lead") == flow);
      said = sc_persona_access_describe_conditions (access, flow);
      if (texts[i].said == NULL)
        g_assert_null (said);
      else
        g_assert_nonnull (strstr (said, texts[i].said));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/first/rows", test_rows);
  g_test_add_func ("/access/first/persona", test_persona);
  g_test_add_func ("/access/first/conditions", test_conditions);
  return g_test_run ();
}
