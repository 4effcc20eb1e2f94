/* access-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "access-fixture.h"

#include "sc-outline.h"

#include <stdlib.h>
#include <string.h>

#define append(draft, field, value)                                        \
  G_STMT_START                                                             \
  {                                                                        \
    gpointer item = (value);                                               \
    sc_take_value ((draft), field, sc_list_append ((draft)->field, item)); \
    sc_value_unref (item);                                                 \
  }                                                                        \
  G_STMT_END

static void
add_flow (ScSolution *draft, char **words)
{
  const char *kind = words[0];
  g_autofree char *outline = g_strjoinv (" ", words + 3);
  ScFlow *flow = sc_outline_read (outline);

  sc_set_string (flow, id, words[1]);
  sc_set_string (flow, name, words[1]);
  sc_set_value (flow, labels, NULL);
  sc_set_string (flow, unique_name, g_str_equal (kind, "unnamed") ? NULL : words[1]);
  flow->order = atoi (words[2]);
  flow->active = !g_str_equal (kind, "draft");
  append (draft, flows, flow);
}

static ScPrivilege *
make_privilege (char letter, const char *table)
{
  static const char letters[] = "CRWDAT";
  const char *found = strchr (letters, g_ascii_toupper (letter));
  g_autofree char *name = NULL;
  ScPrivilege *privilege = sc_privilege_new ();

  g_assert_nonnull (found);
  name = sc_access_get_privilege_name ((ScAccess) (found - letters), table);
  sc_set_string (privilege, name, name);
  privilege->level = g_ascii_islower (letter) ? SC_LEVEL_USER : SC_LEVEL_ORGANIZATION;
  return privilege;
}

static void
add_role (ScSolution *draft, char **words)
{
  ScRole *role = sc_role_new ();

  sc_set_string (role, id, words[1]);
  sc_set_string (role, name, words[1]);
  for (char **word = words + 2; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, "=", 2);

      for (const char *letter = parts[1]; *letter != '\0'; letter++)
        append (role, privileges, make_privilege (*letter, parts[0]));
    }
  append (draft, roles, role);
}

static void
add_app (ScSolution *draft, char **words)
{
  ScApp *app = sc_app_new ();

  sc_set_string (app, unique_name, words[1]);
  for (char **word = words + 2; *word != NULL; word++)
    {
      ScComponent *component = sc_component_new ();

      component->type = SC_COMPONENT_PROCESS;
      sc_set_string (component, id, *word);
      append (app, components, component);
    }
  append (draft, apps, app);
}

ScSolution *
access_solution (const char *script)
{
  g_auto (GStrv) statements = g_strsplit (script, "; ", -1);
  ScSolution *draft = sc_solution_new ();

  draft->language = SC_LANGUAGE_ENGLISH;
  for (char **statement = statements; *statement != NULL; statement++)
    {
      g_auto (GStrv) words = g_strsplit (*statement, " ", -1);

      if (g_str_equal (words[0], "role"))
        add_role (draft, words);
      else if (g_str_equal (words[0], "app"))
        add_app (draft, words);
      else
        add_flow (draft, words);
    }
  return draft;
}

ScPersonaAccess *
access_of (const ScSolution *solution, const char *roles, const char *app)
{
  g_auto (GStrv) ids = g_strsplit (roles, ",", -1);
  g_autoptr (ScAccessMap) map = sc_access_map_new (solution, NULL, NULL);

  return sc_persona_access_new_for_roles (map, (const char *const *) ids, app);
}

const ScFlow *
access_flow (const ScSolution *solution, const char *name)
{
  const ScFlow *flow = sc_solution_find_flow (solution, name, NULL);

  g_assert_nonnull (flow);
  return flow;
}
