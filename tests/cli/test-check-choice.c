/* test-check-choice.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"
#include "sarif.h"

#include <glib/gstdio.h>
#include <string.h>

/* What counts: rules, severities, settings, limits, and what was there before. */

#define HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<solution xmlns=\"urn:stagecraft:definition:1\">\n"

/* So many active flows on one table, the first of them with an empty stage; extra goes into the
 * solution behind them. Free with g_free(). */
static char *
make_flows (guint n, const char *extra)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text,
                              "<flow label=\"Flow %u\" uniqueName=\"cts_f%u\" table=\"lead\" "
                              "active=\"true\" order=\"%u\" "
                              "id=\"10000000-0000-4000-8000-%012u\">\n"
                              "<stage label=\"Call\" table=\"lead\" "
                              "id=\"20000000-0000-4000-8000-%012u\">",
                              i, i, i, i, i);
      if (i > 0)
        g_string_append_printf (text,
                                "<step label=\"Topic\" column=\"subject\" control=\"text\" "
                                "id=\"30000000-0000-4000-8000-%012u\"/>",
                                i);
      g_string_append (text, "</stage></flow>\n");
    }
  g_string_append (text, extra);
  g_string_append (text, "</solution>\n");
  return g_string_free (text, FALSE);
}

static void
write_file (CliFolder *folder, const char *name, const char *text)
{
  g_autofree char *path = cli_folder_write (folder, name, text);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
test_rules (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flows = make_flows (11, "");
  g_autoptr (CliRun) both = NULL;
  g_autoptr (CliRun) one = NULL;
  g_autoptr (CliRun) none = NULL;

  write_file (folder, "a.stagecraft", flows);
  both = cli_run_in (folder->path, "check", "-s", "error", "a.stagecraft", NULL);
  one = cli_run_in (folder->path, "check", "--rule=st-01", "a.stagecraft", NULL);
  none = cli_run_in (folder->path, "check", "--rule=SP-01", "a.stagecraft", NULL);
  cli_assert_contains (both->out, "[F-01]\n");
  cli_assert_contains (both->out, "[ST-01]\n");
  g_assert_null (strstr (one->out, "[F-01]"));
  cli_assert_contains (one->out, "[ST-01]\n");
  g_assert_cmpint (one->status, ==, 1);
  g_assert_cmpstr (none->out, ==, "a.stagecraft: no problems\n");
  g_assert_cmpint (none->status, ==, 0);
}

static void
test_limits (void)
{
  static const char with_limit[] = "<rule id=\"F-01\" limit=\"12\"/>";
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *eleven = make_flows (11, "");
  g_autofree char *twelve = make_flows (12, with_limit);
  const struct
  {
    const char *file;
    const char *limits;
    guint found;
  } cases[] = {
    { "eleven.stagecraft", "--rule=F-01", 1 },
    { "eleven.stagecraft", "--limits=flows-per-table=10", 1 },
    { "eleven.stagecraft", "--limits=flows-per-table=11", 0 },
    { "eleven.stagecraft", "--limits=flows-per-table=5, flows-per-table = 15", 0 },
    { "twelve.stagecraft", "--rule=F-01", 0 },
    { "twelve.stagecraft", "--limits=flows-per-table=11", 1 },
    { "twelve.stagecraft", "--limits=flows-per-table=12", 0 },
  };

  write_file (folder, "eleven.stagecraft", eleven);
  write_file (folder, "twelve.stagecraft", twelve);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run
          = cli_run_in (folder->path, "check", cases[i].limits, "-r", "F-01", cases[i].file, NULL);

      g_test_message ("%s %s", cases[i].file, cases[i].limits);
      g_assert_cmpint (run->status, ==, cases[i].found);
      g_assert_cmpuint (count (run->out, "[F-01]"), ==, cases[i].found);
    }
}

/* Beside the package something is decided; the given file counts more, for the rules it names. */
static void
test_settings (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flows = make_flows (
      11, "<rule id=\"F-01\" level=\"off\" reason=\"Ours\"/><rule id=\"ST-01\" level=\"advice\"/>");
  g_autoptr (CliRun) own = NULL;
  g_autoptr (CliRun) json = NULL;
  g_autoptr (CliRun) given = NULL;
  g_autoptr (CliRun) all = NULL;
  g_autoptr (CliRun) damaged = NULL;

  write_file (folder, "a.stagecraft", flows);
  write_file (folder, "team.stagecraft-settings",
              HEAD "<rule id=\"F-01\" level=\"warning\" reason=\"Ours is larger\"/></solution>");
  write_file (folder, "off.stagecraft-settings",
              HEAD "<rule id=\"ST-01\" level=\"off\"/></solution>");
  write_file (folder, "damaged.stagecraft-settings", HEAD "<rule/></solution>");
  own = cli_run_in (folder->path, "check", "a.stagecraft", NULL);
  json = cli_run_in (folder->path, "check", "-f", "json", "a.stagecraft", NULL);
  given = cli_run_in (folder->path, "check", "--settings=team.stagecraft-settings", "--rule=F-01",
                      "--rule=ST-01", "a.stagecraft", NULL);
  all = cli_run_in (folder->path, "check", "-S", "off.stagecraft-settings", "--rule=F-01",
                    "--rule=ST-01", "a.stagecraft", NULL);
  damaged = cli_run_in (folder->path, "check", "--settings=damaged.stagecraft-settings",
                        "a.stagecraft", NULL);
  g_assert_null (strstr (own->out, "[F-01]"));
  cli_assert_contains (own->out, ": advice: The stage “Call” has no step");
  g_assert_cmpint (own->status, ==, 0);
  cli_assert_contains (json->out, "\"rule\": \"F-01\",\n"
                                  "          \"reason\": \"It is switched off: Ours\"\n");
  cli_assert_contains (given->out, ": warning: ");
  cli_assert_contains (given->out, "[F-01]");
  cli_assert_contains (given->out, ": advice: The stage “Call” has no step");
  g_assert_cmpstr (all->out, ==, "a.stagecraft: no problems\n");
  g_assert_cmpint (damaged->status, ==, 2);
  g_assert_cmpstr (damaged->out, ==, "");
  cli_assert_contains (damaged->err, "damaged.stagecraft-settings");
}

static void
assert_baseline (const char *folder, const char *format, const char *file)
{
  g_autofree char *report = g_strconcat ("base.", format, NULL);
  g_autofree char *changed = g_strconcat ("new-", file, NULL);
  g_autoptr (CliRun) written = cli_run_in (folder, "check", "-f", format, "-o", report, file, NULL);
  g_autoptr (CliRun) same = cli_run_in (folder, "check", "-b", report, file, NULL);
  g_autoptr (CliRun) edited = cli_run_in (folder, "check", "-b", report, changed, NULL);
  g_autoptr (CliRun) twice = cli_run_in (folder, "check", "-b", report, file, file, NULL);

  g_assert_cmpint (written->status, ==, 1);
  g_assert_cmpint (same->status, ==, 0);
  cli_assert_contains (same->out,
                       ": no new problems\n\n0 errors, 0 warnings, 0 pieces of advice\n");
  g_assert_cmpint (edited->status, ==, 1);
  cli_assert_contains (edited->out, "\n1 error, 0 warnings, 0 pieces of advice\n");
  g_assert_cmpuint (count (edited->out, "[ST-01]"), ==, 1);
  /* Two of what was one: the second is new. */
  g_assert_cmpint (twice->status, ==, 1);
}

static void
test_baseline (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flows = make_flows (3, "");
  g_autoptr (GString) edited = g_string_new (flows);
  const char *step = strstr (flows, "<step");
  g_autofree char *text = g_strndup (step, strstr (step, "/>") + 2 - step);

  /* Other lines everywhere, and one stage loses its only step. */
  g_string_replace (edited, text, "", 1);
  g_string_replace (edited, "<flow", "\n\n <flow", 0);
  write_file (folder, "a.stagecraft", flows);
  write_file (folder, "new-a.stagecraft", edited->str);
  assert_baseline (folder->path, "json", "a.stagecraft");
  assert_baseline (folder->path, "sarif", "a.stagecraft");
}

/* SARIF tells which is which. */
static void
test_baseline_state (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flows = make_flows (3, "");
  g_autoptr (GString) edited = g_string_new (flows);
  g_autoptr (CliRun) base = NULL;
  g_autoptr (CliRun) run = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *results;
  guint n_new = 0;

  g_string_replace (edited, "column=\"subject\"", "column=\"\"", 1);
  write_file (folder, "a.stagecraft", flows);
  base = cli_run_in (folder->path, "check", "-f", "sarif", "-o", "base", "a.stagecraft", NULL);
  write_file (folder, "a.stagecraft", edited->str);
  run = cli_run_in (folder->path, "check", "-f", "sarif", "-b", "base", "a.stagecraft", NULL);
  root = cli_parse_json (run->out);
  cli_assert_sarif (root);
  results = cli_get_results (root);
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonNode *result = json_array_get_element (results, i);
      const char *state = cli_get_string (result, "baselineState");

      if (strcmp (state, "new") == 0)
        n_new++;
      else
        g_assert_cmpstr (state, ==, "unchanged");
    }
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_cmpuint (json_array_get_length (results), >, 1);
}

static void
test_baseline_corpus (void)
{
  g_autofree char *corpus = cli_find_corpus ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_get (folder, "base.json");
  g_autoptr (CliRun) base = NULL;
  g_autoptr (CliRun) run = NULL;

  if (corpus == NULL)
    return;
  base = cli_run ("check", "-f", "json", "-o", path, corpus, NULL);
  run = cli_run ("check", "-s", "advice", "-b", path, corpus, NULL);
  g_assert_cmpint (base->status, ==, 0);
  g_assert_cmpint (run->status, ==, 0);
}

/* Files that are no baseline, or want to do harm. */
static void
test_baseline_hostile (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "null",
    "[]",
    "{}",
    "\xff\xfe{\0}",
    "{\"files\": 1}",
    "{\"files\": [{\"findings\": [{}]}]}",
    "{\"files\": [{\"findings\": [{\"fingerprint\": 3}]}]}",
    "{\"files\": [{\"findings\": [null]}]}",
    "{\"runs\": [{\"results\": [{\"partialFingerprints\": {}}]}]}",
    "{\"runs\": [{\"results\": [[]]}]}",
  };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flows = make_flows (1, "");
  g_autofree char *deep = g_strnfill (1000000, '[');

  write_file (folder, "a.stagecraft", flows);
  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CliRun) run = NULL;

      write_file (folder, "base.json", i < G_N_ELEMENTS (texts) ? texts[i] : deep);
      run = cli_run_in (folder->path, "check", "--baseline=base.json", "a.stagecraft", NULL);
      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      cli_assert_contains (run->err, "“base.json” cannot be used as a baseline");
    }
  /* Empty lists are fine, and so is what other programs add. */
  write_file (folder, "base.json",
              "\xef\xbb\xbf{\"runs\": [{}, {\"results\": []}, {\"results\": [{\"baselineState\": "
              "\"absent\"}]}]}");
  {
    g_autoptr (CliRun) run
        = cli_run_in (folder->path, "check", "--baseline=base.json", "a.stagecraft", NULL);

    g_assert_cmpint (run->status, ==, 1);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);

  g_test_add_func ("/cli/check-choice/rules", test_rules);
  g_test_add_func ("/cli/check-choice/limits", test_limits);
  g_test_add_func ("/cli/check-choice/settings", test_settings);
  g_test_add_func ("/cli/check-choice/baseline/new", test_baseline);
  g_test_add_func ("/cli/check-choice/baseline/state", test_baseline_state);
  g_test_add_func ("/cli/check-choice/baseline/corpus", test_baseline_corpus);
  g_test_add_func ("/cli/check-choice/baseline/hostile", test_baseline_hostile);
  return g_test_run ();
}
