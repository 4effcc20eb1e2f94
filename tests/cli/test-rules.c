/* test-rules.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-cli.h"

#include <string.h>

/* One flow with an error (F-04: no stage) and, in another, a warning (a required Yes/No). */
static const char solution[]
    = "<solution xmlns=\"urn:stagecraft:definition:1\">\n"
      "<flow label=\"Empty\" uniqueName=\"cts_empty\" table=\"lead\" "
      "id=\"10000000-0000-4000-8000-000000000001\"/>\n"
      "<flow label=\"Sell\" uniqueName=\"cts_sell\" table=\"lead\" "
      "id=\"10000000-0000-4000-8000-000000000002\">"
      "<stage label=\"Qualify\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000003\">"
      "<step label=\"Decided?\" column=\"decided\" control=\"yes-no\" required=\"true\" "
      "id=\"10000000-0000-4000-8000-000000000004\"/></stage></flow></solution>\n";

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;
  return n;
}

static void
test_list (void)
{
  g_autoptr (CliRun) text = cli_run ("rules", NULL);
  g_autoptr (CliRun) json = cli_run ("rules", "--format=json", NULL);
  g_autoptr (CliRun) markdown = cli_run ("rules", "--format=markdown", NULL);
  guint n = count (text->out, "\n");

  g_assert_cmpint (text->status, ==, 0);
  g_assert_cmpuint (n, >=, 54);
  g_assert_cmpuint (count (json->out, "\"rule\": "), ==, n);
  g_assert_cmpuint (count (json->out, "\"source\": "), ==, n);
  g_assert_cmpuint (count (markdown->out, "## "), ==, n);
  cli_assert_contains (text->out, "F-02    error     At most 30 stages\n");
  cli_assert_contains (json->out, "\"serverCode\": \"0x80060414\"");
}

static void
test_page (void)
{
  g_autoptr (CliRun) one = cli_run ("rules", "f-02", NULL);
  g_autoptr (CliRun) two = cli_run ("rules", "SP-07", "F-02", NULL);

  g_assert_cmpint (one->status, ==, 0);
  g_assert_true (g_str_has_prefix (one->out, "F-02    error     At most 30 stages\n\n"));
  cli_assert_contains (one->out, "Server error: 0x80060414\n");
  g_assert_true (g_str_has_prefix (two->out, "SP-07"));
  cli_assert_contains (two->out, one->out);
}

static void
test_wrong (void)
{
  g_autoptr (CliRun) rule = cli_run ("rules", "F-99", NULL);
  g_autoptr (CliRun) format = cli_run ("rules", "--format=xml", NULL);
  g_autoptr (CliRun) severity = cli_run ("check", "--severity=loud", "x.zip", NULL);
  g_autoptr (CliRun) checked = cli_run ("check", "--rule=F-99", "x.zip", NULL);

  g_assert_cmpint (rule->status, ==, 2);
  cli_assert_contains (rule->err, "There is no rule “F-99”.");
  g_assert_cmpint (format->status, ==, 2);
  cli_assert_contains (format->err, "found “xml”");
  g_assert_cmpint (severity->status, ==, 2);
  cli_assert_contains (severity->err, "found “loud”");
  g_assert_cmpint (checked->status, ==, 2);
  g_assert_cmpstr (checked->out, ==, "");
}

static const struct
{
  const char *first;
  const char *second;
  int status;
  guint n_error; /* of the lines that say where */
  guint n_warning;
} selections[] = {
  { "--format=text", "--format=text", 1, 1, 1 },
  { "--severity=error", "--format=text", 1, 1, 0 },
  { "--severity=warning", "--format=text", 1, 1, 1 },
  { "--rule=SP-08", "--format=text", 0, 0, 1 },
  { "--rule=sp-08", "--severity=warning", 1, 0, 1 },
  { "--rule=SP-08", "--severity=error", 0, 0, 0 },
  { "--rule=SP-08", "--rule=F-04", 1, 1, 1 },
  { "--severity=advice", "--rule=F-02", 0, 0, 0 },
};

static void
test_selection (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "two.stagecraft", solution);

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autoptr (CliRun) run
          = cli_run ("check", selections[i].first, selections[i].second, path, NULL);

      g_test_message ("%s %s: %s", selections[i].first, selections[i].second, run->out);
      g_assert_cmpint (run->status, ==, selections[i].status);
      g_assert_cmpuint (count (run->out, ": error: "), ==, selections[i].n_error);
      g_assert_cmpuint (count (run->out, ": warning: "), ==, selections[i].n_warning);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cli_set_program (argv[1]);
  g_test_add_func ("/cli/rules/list", test_list);
  g_test_add_func ("/cli/rules/page", test_page);
  g_test_add_func ("/cli/rules/wrong", test_wrong);
  g_test_add_func ("/cli/rules/selection", test_selection);
  return g_test_run ();
}
