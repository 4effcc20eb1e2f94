/* test-compare.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-access-compare.h"

/* Roles are written as "name=level …" with the names of levels in files. */
static ScRole *
make_role (const char *held)
{
  g_auto (GStrv) words = g_strsplit (held, " ", -1);
  GPtrArray *privileges = sc_list_collect ();
  ScRole *role = sc_role_new ();

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, "=", 2);
      ScPrivilege *privilege = sc_privilege_new ();

      sc_set_string (privilege, name, parts[0]);
      privilege->level = sc_level_from_file_name (parts[1]);
      if (privilege->level == SC_LEVEL_NONE)
        sc_set_string (privilege, level_name, parts[1]);
      g_ptr_array_add (privileges, privilege);
    }
  sc_take_value (role, privileges, sc_list_new_take (privileges));
  return role;
}

/* Several roles have "+" between. */
static ScList *
make_roles (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " + ", -1);
  GPtrArray *roles = sc_list_collect ();

  for (char **part = parts; *part != NULL; part++)
    g_ptr_array_add (roles, make_role (*part));
  return sc_list_new_take (roles);
}

static ScSolution *
make_solution (void)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScStage) stage = sc_stage_new ();
  g_autoptr (ScStage) call = sc_stage_new ();
  g_autoptr (ScTable) table = sc_table_new ();

  solution->language = SC_LANGUAGE_ENGLISH;
  sc_set_string (flow, name, "Lead to Opportunity");
  sc_set_string (flow, unique_name, "new_leadflow");
  sc_set_string (stage, table, "lead");
  sc_set_string (call, table, "phonecall");
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_take_value (flow, stages, sc_list_append (flow->stages, call));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  /* A table that is called like another one's Append To. */
  sc_set_string (table, name, "tolead");
  sc_take_value (table, labels, sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, "Old lead"));
  sc_take_value (solution, tables, sc_list_append (NULL, table));
  return solution;
}

/* "title: left > right", a line each. */
static char *
describe (const ScList *differences)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (differences, const ScAccessDifference *, difference)
    {
      g_string_append_printf (text, "%s: %s > %s\n", difference->title,
                              sc_access_difference_get_left (difference),
                              sc_access_difference_get_right (difference));
    }
  return g_string_free (text, FALSE);
}

static void
test_compare (void)
{
  static const struct
  {
    const char *left;
    const char *right;
    const char *expected;
  } cases[] = {
    { "", "", "" },
    { "prvReadlead=Basic", "prvReadlead=Basic", "" },
    { "prvReadLead=Basic", "PRVREADLEAD=Basic", "" },
    { "prvReadlead=Basic", "", "lead · Read: User > None\n" },
    { "", "prvReadlead=Basic", "lead · Read: None > User\n" },
    { "prvReadlead=Basic", "prvReadlead=Global", "lead · Read: User > Organization\n" },
    /* Flow by flow, in the order of the matrix; what nobody knows comes last. */
    { "prvActivate=Global prvAppendnew_leadflow=Global prvCreateNew_LeadFlow=Global "
      "prvReadlead=Deep prvReadother=Local prvWritenew_leadflow=Global prvReadWorkflow=Global",
      "",
      "lead · Read: Parent: child business units > None\n"
      "Lead to Opportunity · Create: Organization > None\n"
      "Lead to Opportunity · Write: Organization > None\n"
      "Lead to Opportunity · Append: Organization > None\n"
      "Process · Read: Organization > None\n"
      "prvActivate: Organization > None\n"
      "prvReadother: Business unit > None\n" },
    { "prvAppendTolead=Basic prvAppendToLead2=Basic", "",
      "lead · Append To: User > None\nprvAppendToLead2: User > None\n" },
    { "prvReadActivity=Basic", "", "Activity · Read: User > None\n" },
    { "prvAppendTotolead=Basic", "", "Old lead · Append To: User > None\n" },
    /* Together they have the most that one of them has. */
    { "prvReadlead=Basic + prvReadlead=Global", "prvReadlead=Global", "" },
    { "prvReadlead=Global + prvReadlead=Basic", "prvReadlead=Deep",
      "lead · Read: Organization > Parent: child business units\n" },
    { "prvReadlead=Basic + prvWritelead=Basic", "prvReadlead=Basic",
      "lead · Write: User > None\n" },
    /* Of two lines in one role the first counts. */
    { "prvReadlead=Basic prvReadlead=Global", "prvReadlead=Basic", "" },
    /* A level that nobody knows is told from none, and from another one. */
    { "prvReadlead=Odd", "", "lead · Read: Odd > None\n" },
    { "prvReadlead=Odd", "prvReadlead=Odd", "" },
    { "prvReadlead=Odd", "prvReadlead=Even", "lead · Read: Odd > Even\n" },
    { "prvReadlead=Odd + prvReadlead=Basic", "prvReadlead=Basic", "" },
  };
  g_autoptr (ScSolution) solution = make_solution ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScList) left = make_roles (cases[i].left);
      g_autoptr (ScList) right = make_roles (cases[i].right);
      g_autoptr (ScList) differences = sc_access_compare (left, right, solution);
      g_autofree char *text = describe (differences);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_no_solution (void)
{
  g_autoptr (ScList) left = make_roles ("prvReadlead=Basic");
  g_autoptr (ScList) differences = sc_access_compare (left, NULL, NULL);
  g_autofree char *text = describe (differences);

  g_assert_cmpstr (text, ==, "prvReadlead: User > None\n");
}

static void
test_write (void)
{
  g_autoptr (ScSolution) solution = make_solution ();
  g_autoptr (ScList) left = make_roles ("prvReadlead=Basic @cmd|x=-1");
  g_autoptr (ScList) right = make_roles ("prvWritelead=Global");
  g_autoptr (ScList) differences = sc_access_compare (left, right, solution);
  g_autofree char *csv
      = sc_access_compare_write_csv (differences, "=Sales \"A\"\nRep", "Lead, Viewer");
  g_autofree char *markdown
      = sc_access_compare_write_markdown (differences, "=Sales \"A\"\nRep", "Lead | Viewer");
  g_autofree char *none = sc_access_compare_write_csv (NULL, "A", "B");

  g_assert_cmpstr (csv, ==,
                   "Access,Privilege,\"'=Sales \"\"A\"\"\nRep\",\"Lead, Viewer\"\r\n"
                   "lead · Read,prvReadlead,User,None\r\n"
                   "lead · Write,prvWritelead,None,Organization\r\n"
                   "'@cmd|x,'@cmd|x,'-1,None\r\n");
  g_assert_cmpstr (markdown, ==,
                   "| Access | Privilege | \\=Sales \"A\" Rep | Lead \\| Viewer |\n"
                   "| --- | --- | --- | --- |\n"
                   "| lead · Read | prvReadlead | User | None |\n"
                   "| lead · Write | prvWritelead | None | Organization |\n"
                   "| \\@cmd\\|x | \\@cmd\\|x | \\-1 | None |\n");
  g_assert_cmpstr (none, ==, "Access,Privilege,A,B\r\n");
}

/* Both ways round the same differences, and whoever has them taken over has none. */
static void
test_large (void)
{
  g_autoptr (GString) first = g_string_new ("prvReadlead=Basic");
  g_autoptr (GString) second = g_string_new ("prvReadlead=Basic");
  g_autoptr (ScList) left = NULL;
  g_autoptr (ScList) right = NULL;
  g_autoptr (ScList) there = NULL;
  g_autoptr (ScList) back = NULL;

  for (int i = 0; i < 6000; i++)
    {
      g_string_append_printf (first, " prvReadt%d=Basic", i);
      g_string_append_printf (second, " prvReadt%d=%s", i, i % 3 == 0 ? "Global" : "Basic");
    }
  left = make_roles (first->str);
  right = make_roles (second->str);
  there = sc_access_compare (left, right, NULL);
  back = sc_access_compare (right, left, NULL);
  g_assert_cmpuint (sc_list_length (there), ==, 2000);
  g_assert_cmpuint (sc_list_length (back), ==, 2000);
  sc_list_foreach (there, const ScAccessDifference *, difference)
    {
      const ScAccessDifference *other = sc_list_get (back, difference_i);

      g_assert_cmpstr (difference->privilege, ==, other->privilege);
      g_assert_cmpint (difference->left, ==, other->right);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/compare", test_compare);
  g_test_add_func ("/compare/no-solution", test_no_solution);
  g_test_add_func ("/compare/write", test_write);
  g_test_add_func ("/compare/large", test_large);
  return g_test_run ();
}
