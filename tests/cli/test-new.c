/* test-new.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
test_defaults (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_get (folder, "x.stagecraft");
  g_autofree char *said = g_strdup_printf ("Made the solution “NewSolution” in “%s”.\n", path);
  g_autoptr (CliRun) run = cli_run ("new", path, NULL);
  g_autoptr (CliRun) info = cli_run ("info", "-f", "json", path, NULL);
  g_autoptr (CliRun) check = cli_run ("check", path, NULL);

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (run->out, ==, said);
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_contains (info->out, "  \"uniqueName\": \"NewSolution\",\n"
                                  "  \"version\": \"1.0.0.0\",\n"
                                  "  \"publisher\": \"NewPublisher\",\n"
                                  "  \"prefix\": \"new\",\n"
                                  "  \"managed\": false,\n"
                                  "  \"language\": 1033,\n"
                                  "  \"flows\": [],\n");
  g_assert_cmpint (check->status, ==, 0);
}

static void
test_options (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_get (folder, "x.stagecraft");
  g_autoptr (CliRun) run = cli_run (
      "new", "--name=Contoso Sales 2", "--version=2.1", "--publisher=Contoso_Ltd", "--prefix=cts",
      "--option-prefix=21000", "--table=lead", "--flow=Sell it", path, NULL);
  g_autoptr (CliRun) info = cli_run ("info", "-f", "json", path, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_contains (info->out, "  \"name\": \"Contoso Sales 2\",\n"
                                  "  \"uniqueName\": \"ContosoSales2\",\n"
                                  "  \"version\": \"2.1\",\n"
                                  "  \"publisher\": \"Contoso_Ltd\",\n"
                                  "  \"prefix\": \"cts\",\n");
  cli_assert_contains (info->out, "      \"name\": \"Sell it\",\n"
                                  "      \"uniqueName\": \"cts_sellit\",\n"
                                  "      \"active\": false,\n");
  cli_assert_contains (info->out, "      \"stages\": 1,\n");
  text = cli_read (path);
  cli_assert_contains (text, "21000");
}

/* Straight into a package, which needs a flow. */
static void
test_package (void)
{
  static const char *const names[] = { "x.zip", "x", "x.1.0" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *empty = cli_folder_get (folder, "empty.zip");
  g_autoptr (CliRun) none = cli_run ("new", empty, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = cli_folder_get (folder, names[i]);
      g_autoptr (CliRun) run = cli_run ("new", "-t", "lead", "-F", "Sell", path, NULL);
      g_autoptr (CliRun) info = cli_run ("info", path, NULL);

      g_assert_cmpstr (run->err, ==, "");
      g_assert_cmpint (run->status, ==, 0);
      cli_assert_contains (info->out, "\nSell  draft       1      1  lead\n");
    }
  cli_assert_contains (none->err, "has no flow.");
  g_assert_cmpint (none->status, ==, 2);
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
}

/* A flow from each template, in a package; its figures are those of the list. */
static void
test_templates (void)
{
  static const struct
  {
    const char *name;
    const char *table;
    const char *row;
  } cases[] = {
    { "empty", "lead", "\nNew flow  draft       1      1  lead\n" },
    { "four-stages", "cts_project", "\nFour Stages  draft       4      4  cts_project\n" },
    { "approval", NULL, "\nApproval  draft       3      7  opportunity\n" },
    { "lead-to-opportunity", NULL,
      "\nLead to Opportunity Sales Process  draft       4     21  lead, opportunity\n" },
    { "Opportunity Sales Process", NULL,
      "\nOpportunity Sales Process  draft       4     21  opportunity\n" },
    { "phone-to-case", NULL, "\nPhone to Case Process  draft       3      6  incident\n" },
  };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autoptr (CliRun) list = cli_run ("new", "--list", NULL);

  g_assert_cmpint (list->status, ==, 0);
  cli_assert_contains (list->out, "lead-to-opportunity  4 stages · 21 steps · Lead, Opportunity\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strdup_printf ("%u.zip", i);
      g_autofree char *path = cli_folder_get (folder, file);
      g_autoptr (CliRun) run
          = cli_run ("new", "--template", cases[i].name, path,
                     cases[i].table != NULL ? "--table" : NULL, cases[i].table, NULL);
      g_autoptr (CliRun) info = cli_run ("info", path, NULL);

      g_assert_cmpstr (run->err, ==, "");
      g_assert_cmpint (run->status, ==, 0);
      cli_assert_contains (info->out, cases[i].row);
    }
}

/* What cannot be made leaves no file behind. */
static void
test_refused (void)
{
  static const struct
  {
    const char *option;
    const char *message;
  } cases[] = {
    { "--name=日本", "No unique name can be made of “日本”. Give one with --unique-name." },
    { "--name=", "No unique name can be made of “”" },
    { "--unique-name=", "The unique name “” of the solution" },
    { "--unique-name=a b", "The unique name “a b” of the solution" },
    { "--unique-name=a\nb", "The unique name “a b” of the solution" },
    { "--publisher=1st", "The unique name “1st” of the publisher" },
    { "--prefix=", "The publisher's prefix “” is not one" },
    { "--prefix=a_b", "The publisher's prefix “a_b” is not one" },
    { "--prefix=mscrm1", "The publisher's prefix “mscrm1” is not one" },
    { "--option-prefix=0", "The prefix for choices cannot be 0." },
    { "--option-prefix=9999", "The publisher's prefix for choices is 9999" },
    { "--option-prefix=-1000", "The publisher's prefix for choices is -1000" },
    { "--option-prefix=x", "x" },
    { "--option-prefix=99999999999", "99999999999" },
    { "--version=", "The version “” of the solution" },
    { "--version=1.0.0.0.0", "The version “1.0.0.0.0” of the solution" },
    { "--table=", "A flow needs a table." },
    { "--flow=Sales", "A flow needs a table. Name it with --table." },
    { "--template=none", "There is no template “none”." },
    { "--template=four-stages", "The template “four-stages” needs a table." },
    { "--frobnicate", "--frobnicate" },
  };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_get (folder, "x.stagecraft");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = cli_run ("new", cases[i].option, path, NULL);

      cli_assert_contains (run->err, cases[i].message);
      g_assert_true (g_str_has_prefix (run->err, "stagecraft-cli: "));
      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Nothing that is there is written over. */
static void
test_target (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *mine = cli_folder_write (folder, "mine.stagecraft", "mine");
  g_autofree char *dangling = cli_folder_get (folder, "link.stagecraft");
  g_autofree char *nowhere = g_build_filename (folder->path, "no", "x.stagecraft", NULL);
  g_autofree char *odd = cli_folder_get (folder, "-two\nlines.stagecraft");
  g_autofree char *text = NULL;
  g_autoptr (CliRun) over = cli_run ("new", mine, NULL);
  g_autoptr (CliRun) into = cli_run ("new", folder->path, NULL);
  g_autoptr (CliRun) deep = cli_run ("new", nowhere, NULL);
  g_autoptr (CliRun) none = cli_run ("new", NULL);
  g_autoptr (CliRun) two = cli_run ("new", mine, nowhere, NULL);
  g_autoptr (CliRun) strange = cli_run ("new", "--", odd, NULL);
  g_autoptr (CliRun) link = NULL;

  g_assert_cmpint (over->status, ==, 2);
  cli_assert_contains (over->err, "mine.stagecraft” is there already.");
  text = cli_read (mine);
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpint (into->status, ==, 2);
  cli_assert_contains (into->err, "is there already.");
  g_assert_cmpint (deep->status, ==, 2);
  cli_assert_contains (deep->err, nowhere);
  g_assert_cmpint (none->status, ==, 2);
  cli_assert_contains (none->err, "Name one file to write.");
  g_assert_cmpint (two->status, ==, 2);
  g_assert_cmpint (strange->status, ==, 0);
  cli_assert_contains (strange->out, "-two lines.stagecraft”.\n"); /* no line end of the name */
  g_assert_true (g_file_test (odd, G_FILE_TEST_IS_REGULAR));

  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  link = cli_run ("new", dangling, NULL);
  g_assert_cmpint (link->status, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);

  g_test_add_func ("/cli/new/defaults", test_defaults);
  g_test_add_func ("/cli/new/options", test_options);
  g_test_add_func ("/cli/new/package", test_package);
  g_test_add_func ("/cli/new/templates", test_templates);
  g_test_add_func ("/cli/new/refused", test_refused);
  g_test_add_func ("/cli/new/target", test_target);
  return g_test_run ();
}
