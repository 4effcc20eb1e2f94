/* test-role-xml.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"
#include "sc-role-xml.h"

#include <string.h>

#define HEAD "<Role id=\"{" SAMPLE_ROLE_ID "}\" name=\"R\">\n"

typedef struct
{
  const char *name;
  ScLevel level;
} Held;

static ScRole *
read_role (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "role.xml", &error);

  g_assert_no_error (error);
  return sc_role_xml_read (sc_xml_get_root (xml));
}

static ScRole *
with_privileges (const ScRole *role, const Held *held)
{
  ScRole *changed = sc_role_copy (role);
  GPtrArray *privileges = sc_list_collect ();

  for (; held->name != NULL; held++)
    {
      ScPrivilege *privilege = sc_privilege_new ();

      sc_set_string (privilege, name, held->name);
      privilege->level = held->level;
      g_ptr_array_add (privileges, privilege);
    }
  sc_take_value (changed, privileges, sc_list_new_take (privileges));
  return changed;
}

static char *
update (const char *text, const ScRole *before, const ScRole *after)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ScXml) xml = sc_xml_parse (bytes, "role.xml", &error);
  g_autoptr (ScSplice) splice = sc_splice_new (bytes);
  g_autoptr (GBytes) updated = NULL;

  g_assert_no_error (error);
  sc_role_xml_update (splice, bytes, sc_xml_get_root (xml), before, after);
  updated = sc_splice_apply (splice);
  return g_strndup (g_bytes_get_data (updated, NULL), g_bytes_get_size (updated));
}

static void
test_read (void)
{
  g_autoptr (ScRole) role
      = read_role (HEAD "<RolePrivileges><RolePrivilege name=\"prvB\" level=\"Deep\" />"
                        "<RolePrivilege name=\"prvA\" level=\"Odd\" /></RolePrivileges></Role>");
  const ScPrivilege *second = sc_list_get (role->privileges, 1);

  g_assert_cmpstr (role->id, ==, SAMPLE_ROLE_ID);
  g_assert_cmpstr (role->name, ==, "R");
  g_assert_cmpuint (sc_list_length (role->privileges), ==, 2);
  g_assert_cmpint (sc_role_get_level (role, "PRVb", NULL), ==, SC_LEVEL_PARENT);
  g_assert_cmpint (second->level, ==, SC_LEVEL_NONE);
  g_assert_cmpstr (second->level_name, ==, "Odd");
  g_assert_null (read_role ("<Role name=\"no id\" />"));
}

static void
test_update (void)
{
  static const struct
  {
    const char *text;
    Held after[6];
    const char *expected;
  } cases[] = {
    /* One more, at the sorted place: first, between and last. */
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>",
      { { "prva", SC_LEVEL_ORGANIZATION }, { "prvB", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prva\" level=\"Global\" />\n"
           "    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n  </RolePrivileges>\n</Role>" },
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>",
      { { "prvB", SC_LEVEL_USER },
        { "prvc", SC_LEVEL_PARENT },
        { "prvD", SC_LEVEL_BUSINESS_UNIT } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n"
           "    <RolePrivilege name=\"prvc\" level=\"Deep\" />\n"
           "    <RolePrivilege name=\"prvD\" level=\"Local\" />\n  </RolePrivileges>\n</Role>" },
    /* One less. */
    { HEAD "  <RolePrivileges>\r\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\r\n"
           "    <RolePrivilege name=\"prvB\" level=\"Basic\" />\r\n  </RolePrivileges>\r\n</Role>",
      { { "prvA", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\r\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\r\n"
           "  </RolePrivileges>\r\n</Role>" },
    /* Another level. */
    { HEAD "<RolePrivileges><RolePrivilege level='Basic' name='prvA'/></RolePrivileges></Role>",
      { { "prvA", SC_LEVEL_ORGANIZATION } },
      HEAD "<RolePrivileges><RolePrivilege level='Global' name='prvA'/></RolePrivileges></Role>" },
    /* The only one goes, the first one comes. */
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>",
      { { NULL } },
      HEAD "  <RolePrivileges />\n</Role>" },
    { HEAD "  <RolePrivileges />\n</Role>",
      { { "prvA", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>" },
    { HEAD "  <IsCustomizable>1</IsCustomizable>\n</Role>",
      { { "prvA", SC_LEVEL_USER } },
      HEAD "  <IsCustomizable>1</IsCustomizable>\n"
           "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>" },
    /* One name twice: each line is that of the privilege at the same place. */
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "    <RolePrivilege name=\"PRVA\" level=\"Global\" />\n  </RolePrivileges>\n</Role>",
      { { "prvA", SC_LEVEL_PARENT }, { "PRVA", SC_LEVEL_PARENT } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Deep\" />\n"
           "    <RolePrivilege name=\"PRVA\" level=\"Deep\" />\n  </RolePrivileges>\n</Role>" },
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "    <RolePrivilege name=\"prvA\" level=\"Global\" />\n"
           "    <RolePrivilege name=\"prvB\" level=\"Global\" />\n  </RolePrivileges>\n</Role>",
      { { "prvB", SC_LEVEL_ORGANIZATION } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvB\" level=\"Global\" />\n"
           "  </RolePrivileges>\n</Role>" },
    /* A level that nobody knows stays, until it gets another one. */
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Odd\" />\n"
           "  </RolePrivileges>\n</Role>",
      { { "prvA", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>" },
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" />\n  </RolePrivileges>\n</Role>",
      { { "prvA", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>" },
    /* Names that need care. */
    { HEAD "  <RolePrivileges />\n</Role>",
      { { "=prv\"&<x>\n", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"=prv&quot;&amp;&lt;x&gt;&#xA;\" "
           "level=\"Basic\" />\n  </RolePrivileges>\n</Role>" },
    /* All are replaced at once, around something that is not ours. */
    { HEAD "  <RolePrivileges>\n    <!-- kept -->\n"
           "    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n  </RolePrivileges>\n</Role>",
      { { "prvA", SC_LEVEL_USER }, { "prvB", SC_LEVEL_USER }, { "prvC", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <!-- kept -->\n"
           "    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n"
           "    <RolePrivilege name=\"prvC\" level=\"Basic\" />\n  </RolePrivileges>\n</Role>" },
    { HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvA\" level=\"Basic\" />\n"
           "    <RolePrivilege name=\"prvB\" level=\"Basic\" />\n  </RolePrivileges>\n</Role>",
      { { "prvC", SC_LEVEL_USER } },
      HEAD "  <RolePrivileges>\n    <RolePrivilege name=\"prvC\" level=\"Basic\" />\n"
           "  </RolePrivileges>\n</Role>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScRole) before = read_role (cases[i].text);
      g_autoptr (ScRole) after = with_privileges (before, cases[i].after);
      g_autofree char *text = update (cases[i].text, before, after);
      g_autofree char *back = update (text, after, before);

      g_assert_cmpstr (text, ==, cases[i].expected);
      if (strstr (cases[i].text, "RolePrivileges") != NULL)
        g_assert_cmpstr (back, ==, cases[i].text);
    }
}

/* Any set of privileges turns into any other, and what comes out reads back as it. */
static void
test_update_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  static const char *const names[] = { "prvA", "prvb", "prvC", "prvd", "prvE" };
  g_autofree char *text = g_strdup (HEAD "  <RolePrivileges />\n</Role>");

  for (int round = 0; round < 400; round++)
    {
      g_autoptr (ScRole) before = read_role (text);
      g_autoptr (ScRole) after = NULL;
      g_autoptr (ScRole) again = NULL;
      Held held[G_N_ELEMENTS (names) + 1] = { { NULL } };
      char *updated;
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          ScLevel level = g_rand_int_range (rand, SC_LEVEL_NONE, SC_LEVEL_ORGANIZATION + 1);

          if (level != SC_LEVEL_NONE)
            held[n++] = (Held){ names[i], level };
        }
      after = with_privileges (before, held);
      updated = update (text, before, after);
      g_free (text);
      text = updated;
      again = read_role (text);
      g_assert_true (sc_role_equal (after, again));
    }
}

static void
test_rename (void)
{
  const char *text = HEAD "  <RolePrivileges />\n</Role>";
  g_autoptr (ScRole) before = read_role (text);
  g_autoptr (ScRole) after = sc_role_copy (before);
  g_autofree char *updated = NULL;

  sc_set_string (after, name, "A & B");
  updated = update (text, before, after);
  g_assert_cmpstr (updated, ==,
                   "<Role id=\"{" SAMPLE_ROLE_ID "}\" name=\"A &amp; B\">\n"
                   "  <RolePrivileges />\n</Role>");
}

static void
test_write (void)
{
  g_autoptr (ScRole) role = read_role (HEAD "<RolePrivileges /></Role>");
  const Held held[] = { { "prvA", SC_LEVEL_USER }, { NULL } };
  g_autoptr (ScRole) filled = with_privileges (role, held);
  g_autoptr (GBytes) bytes = sc_role_xml_write (filled, "\r\n");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"
                   "<Role id=\"{" SAMPLE_ROLE_ID "}\" name=\"R\" "
                   "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\r\n"
                   "  <IsCustomizable>1</IsCustomizable>\r\n"
                   "  <IsAutoAssigned>0</IsAutoAssigned>\r\n"
                   "  <RolePrivileges>\r\n"
                   "    <RolePrivilege name=\"prvA\" level=\"Basic\" />\r\n"
                   "  </RolePrivileges>\r\n"
                   "</Role>");
}

/* A role of a definition may lack what a file of Dataverse needs. */
static void
test_write_nameless (void)
{
  g_autoptr (ScRole) role = sc_role_new ();
  g_autoptr (ScPrivilege) nameless = sc_privilege_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScRole) again = NULL;
  g_autofree char *text = NULL;

  nameless->level = SC_LEVEL_USER;
  sc_set_string (role, id, SAMPLE_ROLE_ID);
  sc_take_value (role, privileges, sc_list_append (NULL, nameless));
  bytes = sc_role_xml_write (role, "\n");
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  again = read_role (text);
  g_assert_cmpstr (again->name, ==, "");
  g_assert_null (again->privileges);
}

/* As many as an administrator has, of which every other one changes. */
static void
test_update_large (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "  <RolePrivileges>\n");
  g_autoptr (ScRole) before = NULL;
  g_autoptr (ScRole) after = NULL;
  g_autoptr (ScRole) again = NULL;
  g_autofree char *updated = NULL;
  GPtrArray *privileges = sc_list_collect ();

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "    <RolePrivilege name=\"prvReadt%04u\" level=\"Basic\" />\n",
                            i);
  g_string_append (text, "  </RolePrivileges>\n</Role>");
  before = read_role (text->str);
  after = sc_role_copy (before);
  sc_list_foreach (before->privileges, const ScPrivilege *, privilege)
    {
      ScPrivilege *copy = sc_privilege_copy (privilege);

      copy->level = privilege_i % 2 == 0 ? SC_LEVEL_USER : SC_LEVEL_ORGANIZATION;
      g_ptr_array_add (privileges, copy);
    }
  sc_take_value (after, privileges, sc_list_new_take (privileges));
  updated = update (text->str, before, after);
  again = read_role (updated);
  g_assert_true (sc_role_equal (again, after));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-xml/read", test_read);
  g_test_add_func ("/role-xml/update", test_update);
  g_test_add_func ("/role-xml/update-random", test_update_random);
  g_test_add_func ("/role-xml/rename", test_rename);
  g_test_add_func ("/role-xml/write", test_write);
  g_test_add_func ("/role-xml/write-nameless", test_write_nameless);
  g_test_add_func ("/role-xml/update-large", test_update_large);
  return g_test_run ();
}
