/* fuzz-role.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "random-solution.h"
#include "sc-role-xml.h"

const char fuzz_name[] = "role";

#define ROLE(privileges)                                                                  \
  "<Role id='{cccccccc-1111-4222-8333-444444444444}' name=''><RolePrivileges>" privileges \
  "</RolePrivileges></Role>"

const FuzzCase fuzz_cases[] = {
  { "privilege-without-a-level", ROLE ("<RolePrivilege name='prvReadAccount'/>") },
  { "privilege-twice", ROLE ("<RolePrivilege name='prvReadAccount'/><RolePrivilege "
                             "name='prvReadAccount' level='Basic'/>") },
  { NULL },
};

void
fuzz_add_seeds (GPtrArray *seeds)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  while (seeds->len < 30)
    {
      g_autoptr (ScSolution) solution = random_solution_new (rand, 60);

      sc_list_foreach (solution->roles, const ScRole *, role)
        {
          g_autoptr (ScRole) named = sc_role_copy (role);

          sc_set_string (named, id, "cccccccc-1111-4222-8333-444444444444");
          g_ptr_array_add (seeds, sc_role_xml_write (named, "\r\n"));
        }
    }
  fuzz_add_text (seeds, "<Role id='{cccccccc-1111-4222-8333-444444444444}' name='User'>\n"
                        "  <RolePrivileges>\n"
                        "    <RolePrivilege name='prvReadAccount' level='Basic' />\n"
                        "    <RolePrivilege name='prvWriteAccount' level='Odd' />\n"
                        "  </RolePrivileges>\n</Role>\n");
}

static ScRole *
read (GBytes *bytes, GError **error)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "fuzz.xml", error);

  return xml != NULL ? sc_role_xml_read (sc_xml_get_root (xml)) : NULL;
}

/* A privilege without a level grants nothing: it is read, so that its line can get one, and not
 * written. */
static ScRole *
without_levelless (const ScRole *role)
{
  ScRole *granting = sc_role_copy (role);
  GPtrArray *privileges = sc_list_collect ();

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      if (privilege->level != SC_LEVEL_NONE || privilege->level_name != NULL)
        g_ptr_array_add (privileges, sc_privilege_ref (privilege));
    }
  sc_take_value (granting, privileges, sc_list_new_take (privileges));
  return granting;
}

/* The role with every second privilege gone, one raised and one new. */
static ScRole *
change (const ScRole *role)
{
  ScRole *changed = sc_role_copy (role);
  GPtrArray *privileges = sc_list_collect ();
  ScPrivilege *added = sc_privilege_new ();

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      if (privilege_i % 2 == 0)
        g_ptr_array_add (privileges, sc_privilege_ref (privilege));
    }
  sc_set_string (added, name, "prvReadsc_fuzz");
  added->level = SC_LEVEL_PARENT;
  g_ptr_array_add (privileges, added);
  sc_take_value (changed, privileges, sc_list_new_take (privileges));
  return changed;
}

/* What is spliced into the text is well-formed whatever the text looked like. */
static void
check_update (GBytes *bytes, const ScRole *role)
{
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "fuzz.xml", NULL);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (ScRole) changed = change (role);
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScRole) back = NULL;

  sc_role_xml_update (splice, bytes, sc_xml_get_root (xml), role, changed);
  updated = sc_splice_apply (splice);
  back = read (updated, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  fuzz_check (back != NULL);
  fuzz_check (sc_role_get_level (back, "prvReadsc_fuzz", NULL) == SC_LEVEL_PARENT);
}

gboolean
fuzz_try (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScRole) role = read (input, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScRole) back = NULL;
  g_autoptr (ScRole) granting = NULL;
  g_autoptr (ScSolution) solution = NULL;

  if (role == NULL)
    return FALSE;
  bytes = sc_role_xml_write (role, "\n");
  back = read (bytes, &error);
  fuzz_check_error (back, error);
  granting = without_levelless (role);
  fuzz_check (back != NULL && sc_role_equal (granting, back));
  check_update (input, role);
  solution = sc_solution_new ();
  sc_take_value (solution, roles, sc_list_append (NULL, role));
  fuzz_check_solution (solution);
  return TRUE;
}
