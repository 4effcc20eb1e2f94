/* test-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <string.h>

#define FLOW_ID   "10000000-0000-4000-8000-000000000001"
#define ROLE_ID   "20000000-0000-4000-8000-000000000001"
#define OTHER_ID  "20000000-0000-4000-8000-000000000002"
#define BEARER_ID "627090ff-40a3-4053-8790-584edc5be201"

/* Two flows on leads, two roles of one name, a role with a name that a spreadsheet would run and a
 * level that nobody knows. */
static const char solution[]
    = "<solution xmlns=\"urn:stagecraft:definition:1\" uniqueName=\"Cts\" version=\"1.0.0.0\" "
      "publisher=\"cts\" prefix=\"cts\">\n"
      "  <flow label=\"Sell\" uniqueName=\"cts_sell\" table=\"lead\" active=\"true\" order=\"1\" "
      "id=\"" FLOW_ID "\">\n"
      "    <displayConditions>&lt;DisplayConditions&gt;&lt;Role Id=\"{" BEARER_ID
      "}\"/&gt;&lt;/DisplayConditions&gt;</displayConditions>\n"
      "    <stage label=\"Qualify\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000003\"/>\n"
      "  </flow>\n"
      "  <flow label=\"Keep\" uniqueName=\"cts_keep\" table=\"lead\" active=\"true\" order=\"2\" "
      "id=\"10000000-0000-4000-8000-000000000002\">\n"
      "    <stage label=\"Call\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000004\"/>\n"
      "  </flow>\n"
      "  <role name=\"Sales\" id=\"" ROLE_ID "\">\n"
      "    <privilege name=\"prvCreatects_keep\" level=\"organization\"/>\n"
      "    <privilege name=\"prvReadcts_keep\" level=\"organization\"/>\n"
      "    <privilege name=\"prvReadcts_sell\" level=\"organization\"/>\n"
      "  </role>\n"
      "  <role name=\"=Twin, &quot;A&quot;\" id=\"" OTHER_ID "\">\n"
      "    <privilege name=\"prvReadcts_sell\" level=\"user\"/>\n"
      "  </role>\n"
      "  <role name=\"Same\" id=\"20000000-0000-4000-8000-000000000003\"/>\n"
      "  <role name=\"Same\" id=\"20000000-0000-4000-8000-000000000004\"/>\n"
      "</solution>\n";

static void
test_matrix (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autoptr (CliRun) text = cli_run ("access", path, NULL);
  g_autoptr (CliRun) one = cli_run ("access", path, "--flow=Sell", "--role=Sales", NULL);
  g_autoptr (CliRun) csv = cli_run ("access", path, "-f", "csv", NULL);
  g_autoptr (CliRun) markdown = cli_run ("access", path, "-f", "markdown", "--tables", NULL);
  g_autoptr (CliRun) json = cli_run ("access", path, "--format=json", NULL);

  g_assert_cmpint (text->status, ==, 0);
  cli_assert_contains (text->out, "Sell (cts_sell), active\nNo role here can run it");
  cli_assert_contains (text->out, "give no access, name the role " BEARER_ID ".\n");
  cli_assert_contains (text->out, "Keep (cts_keep), active\nRole ");
  g_assert_nonnull (strstr (one->out, "Viewer"));
  g_assert_null (strstr (one->out, "Keep"));
  g_assert_null (strstr (one->out, "Twin"));
  cli_assert_contains (csv->out, "Sell,cts_sell,Sell,\"'=Twin, \"\"A\"\"\"," OTHER_ID
                                 ",None,User,None,None,None,None,Custom\r\n");
  cli_assert_contains (markdown->out, "| Keep | cts_keep | Lead | Sales | " ROLE_ID " | None |");
  cli_assert_contains (json->out, "\"read\": \"user\"");
  cli_assert_contains (json->out, "\"" BEARER_ID "\"");
  cli_assert_contains (json->out, "\"anybodyCanRun\": true");
}

static void
test_persona (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autoptr (CliRun) text = cli_run ("access", path, "--persona=Sales", NULL);
  g_autoptr (CliRun) comma = cli_run ("access", path, "--persona==Twin, \"A\"", NULL);
  g_autoptr (CliRun) both
      = cli_run ("access", path, "--persona=Sales," OTHER_ID, "--format=json", NULL);
  g_autoptr (CliRun) admin = cli_run ("access", path, "-p", BEARER_ID, "-f", "csv", NULL);
  g_autoptr (CliRun) nobody = cli_run ("access", path, "-p", "Sales,Nobody", NULL);
  g_autoptr (CliRun) app = cli_run ("access", path, "-p", "Sales", "-a", "none", NULL);

  g_assert_cmpint (text->status, ==, 0);
  cli_assert_contains (text->out, "A new row of “Lead” gets “Keep”");
  g_assert_cmpint (comma->status, ==, 0);
  cli_assert_contains (both->out, "\"first\": \"10000000-0000-4000-8000-000000000002\"");
  cli_assert_contains (both->out, "\"set-active\"");
  cli_assert_contains (admin->out, "Sell,Organization,Organization");
  g_assert_cmpint (nobody->status, ==, 2);
  cli_assert_contains (nobody->err, "no role “Nobody”");
  g_assert_cmpint (app->status, ==, 2);
}

static void
test_compare (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autofree char *other = cli_folder_get (folder, "b.stagecraft");
  g_autoptr (CliRun) text = cli_run ("access", path, "--compare", "Sales", OTHER_ID, NULL);
  g_autoptr (CliRun) set = cli_run ("access", path, "-c", "Sales," OTHER_ID, "Sales", NULL);
  g_autoptr (CliRun) csv = cli_run ("access", path, "-c", "Sales", OTHER_ID, "-f", "csv", NULL);
  g_autoptr (CliRun) made = cli_run ("grant", path, "-R", "Sales", "-F", "Sell", "-P", "write",
                                     "--output", other, NULL);
  g_autoptr (CliRun) with
      = cli_run ("access", path, "-c", "Sales", "--with", other, "-f", "json", NULL);

  g_assert_cmpint (text->status, ==, 0);
  cli_assert_contains (text->out, "Sell · Read    Organization  User\n");
  cli_assert_contains (set->out, "Both have the same privileges.\n");
  cli_assert_contains (csv->out, "Access,Privilege,Sales,\"'=Twin, \"\"A\"\"\"\r\n");
  g_assert_cmpint (made->status, ==, 0);
  cli_assert_contains (with->out, "\"privilege\": \"prvWritects_sell\"");
  cli_assert_contains (with->out, "\"right\": \"organization\"");
}

/* What changed is said, saved in place, and can be taken back to the byte. */
static void
test_grant (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autoptr (CliRun) first = cli_run ("convert", "--rewrite", path, path, NULL);
  g_autofree char *before = cli_read (path);
  g_autofree char *copy = cli_folder_get (folder, "copy.stagecraft");
  g_autoptr (CliRun) there
      = cli_run ("grant", path, "-R", "Sales", "-F", FLOW_ID, "--preset=user", NULL);
  g_autofree char *granted = cli_read (path);
  g_autoptr (CliRun) again
      = cli_run ("grant", path, "-R", "Sales", "-F", FLOW_ID, "--preset=user", NULL);
  g_autoptr (CliRun) back = cli_run ("revoke", path, "-R", "Sales", "-F", "Sell", "-P",
                                     "create, write,append,append-to", "-f", "json", NULL);
  g_autofree char *restored = cli_read (path);
  g_autoptr (CliRun) out = cli_run ("revoke", path, "-R", ROLE_ID, "--all-flows", "-o", copy, NULL);
  g_autofree char *kept = cli_read (path);
  g_autofree char *written = cli_read (copy);

  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpint (there->status, ==, 0);
  cli_assert_contains (there->out, "Sales: Sell · Write: None → Organization\n");
  g_assert_null (strstr (there->out, "Read"));
  cli_assert_contains (granted, "prvWritects_sell");
  cli_assert_contains (again->out, "Nothing had to change");
  cli_assert_contains (back->out, "\"before\": \"organization\"");
  g_assert_cmpstr (restored, ==, before);
  g_assert_cmpint (out->status, ==, 0);
  g_assert_cmpstr (kept, ==, before);
  g_assert_null (strstr (written, "prvCreatects_keep"));
  /* The other role still has it. */
  cli_assert_contains (written, "prvReadcts_sell");
}

/* In a package: a new role is a file and a component; taken away again, its lines are gone. */
static void
test_package (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_get (folder, "unpacked");
  g_autofree char *file = g_build_filename (path, "Roles", "Flow User.xml", NULL);
  g_autofree char *manifest = g_build_filename (path, "Other", "Solution.xml", NULL);
  g_autoptr (CliRun) made = cli_run ("new", path, "--name=Cts", "--publisher=Cts", "--prefix=cts",
                                     "--table=lead", "--flow=Sell", NULL);
  g_autoptr (CliRun) grant
      = cli_run ("grant", path, "-R", "Flow User", "-c", "-A", "-p", "user", NULL);
  g_autofree char *role = cli_read (file);
  g_autofree char *text = cli_read (manifest);
  g_autoptr (CliRun) more
      = cli_run ("grant", path, "-R", "Flow User", "-F", "Sell", "-P", "delete", NULL);
  g_autofree char *full = cli_read (file);
  g_autoptr (CliRun) less
      = cli_run ("revoke", path, "-R", "Flow User", "-F", "Sell", "-P", "delete", NULL);
  g_autofree char *back = cli_read (file);

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpint (grant->status, ==, 0);
  cli_assert_contains (grant->out, "Made the role “Flow User”");
  cli_assert_contains (text, "<RootComponent type=\"20\" id=\"{");
  g_assert_null (strstr (role, "prvAssign"));
  g_assert_null (strstr (role, "prvDelete"));
  g_assert_cmpint (more->status, ==, 0);
  cli_assert_contains (full, "prvDeletects_");
  g_assert_cmpint (less->status, ==, 0);
  g_assert_cmpstr (back, ==, role);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *command;
    const char *arguments[6];
    const char *complaint;
  } cases[] = {
    { "access", { "--role=Same" }, "More than one role is named “Same”" },
    { "access", { "--flow=None" }, "no flow “None”" },
    { "access", { "--format=xml" }, "format must be" },
    { "access", { "--compare", "Sales" }, "two roles" },
    { "access", { "--with=x" }, "--with belongs" },
    { "access", { "--app=x" }, "--app belongs" },
    { "access", { "--persona=" }, "no role" },
    { "grant", { "--role=Same", "--flow=Sell", "--preset=user" }, "More than one role" },
    { "grant", { "--role=New", "--flow=Sell", "--preset=user" }, "no role “New”" },
    { "grant", { "--flow=Sell", "--preset=user" }, "--role" },
    { "grant", { "--role=Sales", "--preset=user" }, "--all-flows" },
    { "grant", { "--role=Sales", "-A", "--flow=Sell", "--preset=user" }, "--all-flows" },
    { "grant", { "--role=Sales", "-A" }, "--privileges" },
    { "grant", { "--role=Sales", "-A", "--preset=none" }, "preset must be" },
    { "grant", { "--role=Sales", "-A", "--privileges=read,share" }, "Privileges are" },
    { "grant", { "--role=Sales", "-A", "-P", "read", "-p", "user" }, "Choose one" },
    { "revoke", { "--role=New", "-A", "--create-role" }, "Only “grant”" },
  };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *a = cases[i].arguments;
      g_autoptr (CliRun) run
          = cli_run (cases[i].command, path, a[0], a[1], a[2], a[3], a[4], a[5], NULL);
      g_autofree char *kept = cli_read (path);

      g_assert_cmpint (run->status, ==, 2);
      cli_assert_contains (run->err, cases[i].complaint);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpstr (kept, ==, solution);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cli_set_program (argv[1]);
  g_test_add_func ("/access/matrix", test_matrix);
  g_test_add_func ("/access/persona", test_persona);
  g_test_add_func ("/access/compare", test_compare);
  g_test_add_func ("/access/grant", test_grant);
  g_test_add_func ("/access/package", test_package);
  g_test_add_func ("/access/refused", test_refused);
  return g_test_run ();
}
