/* test-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <string.h>

#define METADATA(columns)                                                                       \
  "<Edmx><DataServices><Schema><EntityType Name='lead'><Key><PropertyRef Name='leadid'/></Key>" \
  "<Property Name='leadid' Type='Edm.Guid'/>" columns                                           \
  "</EntityType></Schema></DataServices></Edmx>"

static const char solution[]
    = "<solution xmlns=\"urn:stagecraft:definition:1\" uniqueName=\"Cts\" version=\"1.0.0.0\" "
      "publisher=\"cts\" prefix=\"cts\">"
      "<flow label=\"Sell\" uniqueName=\"cts_sell\" table=\"lead\" "
      "id=\"10000000-0000-4000-8000-000000000002\">"
      "<stage label=\"Qualify\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000003\">"
      "<step label=\"Size\" column=\"cts_size\" control=\"text\" "
      "id=\"10000000-0000-4000-8000-000000000004\"/></stage></flow>"
      "<table name=\"lead\"><column label=\"Etat\" name=\"budgetamount\" "
      "type=\"currency\"/></table>"
      "</solution>\n";

static void
test_tables (void)
{
  g_autoptr (CliRun) text = cli_run ("tables", NULL);
  g_autoptr (CliRun) json = cli_run ("tables", "--format=json", NULL);
  g_autoptr (CliRun) wrong = cli_run ("tables", "a", "b", NULL);
  g_autoptr (CliRun) missing = cli_run ("tables", "/nowhere.zip", NULL);

  g_assert_cmpint (text->status, ==, 0);
  cli_assert_contains (text->out, "account ");
  cli_assert_contains (text->out, "no flows  catalogue\n");
  cli_assert_contains (json->out, "\"label\": \"Case\"");
  cli_assert_contains (json->out, "\"flowEnabled\": true");
  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_cmpint (missing->status, ==, 2);
}

static void
test_columns (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autoptr (CliRun) alone = cli_run ("columns", "Lead", NULL);
  g_autoptr (CliRun) text = cli_run ("columns", "lead", path, NULL);
  g_autoptr (CliRun) json = cli_run ("columns", "lead", path, "-f", "json", NULL);
  g_autoptr (CliRun) nothing = cli_run ("columns", NULL);
  g_autoptr (CliRun) unknown = cli_run ("columns", "cts_none", NULL);

  g_assert_cmpint (alone->status, ==, 0);
  cli_assert_contains (alone->out, "Budget Amount");
  cli_assert_contains (text->out, "Etat");
  cli_assert_contains (text->out, "solution\n");
  cli_assert_contains (text->out, "catalogue\n");
  cli_assert_contains (json->out, "\"source\": \"solution\"");
  cli_assert_contains (json->out, "\"account\"");
  g_assert_cmpint (nothing->status, ==, 2);
  g_assert_cmpint (unknown->status, ==, 2);
  cli_assert_contains (unknown->err, "cts_none");
}

/* A column that is gone after the next import: its step stays, and is reported. */
static void
check_import (CliFolder *folder, const char *path)
{
  g_autofree char *with = cli_folder_write (
      folder, "with.xml", METADATA ("<Property Name='cts_size' Type='Edm.Boolean'/>"));
  g_autofree char *without = cli_folder_write (folder, "without.xml", METADATA (""));
  g_autoptr (CliRun) first = cli_run ("import-metadata", path, with, NULL);
  g_autoptr (CliRun) columns = cli_run ("columns", "lead", path, NULL);
  g_autoptr (CliRun) before = cli_run ("check", "--rule=SP-01", path, NULL);
  g_autoptr (CliRun) second = cli_run ("import-metadata", path, without, NULL);
  g_autoptr (CliRun) after = cli_run ("check", "--rule=SP-01", path, NULL);

  g_assert_cmpstr (first->err, ==, "");
  g_assert_cmpint (first->status, ==, 0);
  cli_assert_contains (first->out, "1, with 2 columns");
  cli_assert_contains (columns->out, "yes-no");
  cli_assert_contains (columns->out, "imported\n");
  g_assert_null (strstr (before->out, "cts_size"));
  g_assert_cmpint (second->status, ==, 0);
  cli_assert_contains (after->out, "cts_size");
  cli_assert_contains (after->out, "[SP-01]");
}

static void
test_import (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autofree char *zip = cli_folder_get (folder, "a.zip");
  g_autofree char *settings = cli_folder_get (folder, "a.zip.stagecraft-settings");
  g_autoptr (CliRun) convert = cli_run ("convert", path, zip, NULL);
  g_autofree char *text = NULL;
  g_autofree char *beside = NULL;

  g_assert_cmpint (convert->status, ==, 0);
  check_import (folder, path);
  check_import (folder, zip);
  text = cli_read (path);
  beside = cli_read (settings);
  cli_assert_contains (text, "<importedTable name=\"lead\"");
  cli_assert_contains (text, "column=\"cts_size\"");
  cli_assert_contains (beside, "source=\"without.xml\"");
}

static void
test_refused (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "a.stagecraft", solution);
  g_autofree char *page = cli_folder_write (folder, "page.xml", "<html/>");
  g_autoptr (CliRun) usage = cli_run ("import-metadata", path, NULL);
  g_autoptr (CliRun) wrong = cli_run ("import-metadata", path, page, NULL);
  g_autofree char *text = cli_read (path);

  g_assert_cmpint (usage->status, ==, 2);
  g_assert_cmpint (wrong->status, ==, 2);
  cli_assert_contains (wrong->err, "web page");
  g_assert_cmpstr (text, ==, solution);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);
  g_test_add_func ("/cli/metadata/tables", test_tables);
  g_test_add_func ("/cli/metadata/columns", test_columns);
  g_test_add_func ("/cli/metadata/import", test_import);
  g_test_add_func ("/cli/metadata/refused", test_refused);
  return g_test_run ();
}
