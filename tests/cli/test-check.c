/* test-check.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-cli.h"

#include <string.h>

#include "sc-json.h"

#define HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<solution xmlns=\"urn:stagecraft:definition:1\""

#define STEP                                                   \
  "<step label=\"Topic\" column=\"subject\" control=\"text\" " \
  "id=\"10000000-0000-4000-8000-000000000003\"/>"

/* Nothing to complain about. */
static const char clean[] = HEAD
    ">\n"
    "<flow label=\"Sell\" uniqueName=\"cts_sell\" table=\"lead\" "
    "id=\"10000000-0000-4000-8000-000000000001\">"
    "<stage label=\"Qualify\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000002\">" STEP
    "</stage></flow></solution>\n";

/* A flow without a stage, and one whose names need every escape that JSON has. */
static const char wrong[]
    = HEAD ">\n"
           "<flow label=\"Empty\" uniqueName=\"cts_empty\" table=\"lead\" "
           "id=\"10000000-0000-4000-8000-000000000001\"/>\n"
           "<flow label=\"a &quot;b&quot; \\ c&#10;d&#9;\\u0001 &lt;é😀\" uniqueName=\"cts_odd\" "
           "table=\"lead\" id=\"10000000-0000-4000-8000-000000000004\">"
           "<stage label=\"One\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000005\"/>"
           "</flow></solution>\n";

static void
test_clean (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "clean.stagecraft", clean);
  g_autoptr (CliRun) text = cli_run ("check", path, NULL);
  g_autoptr (CliRun) json = cli_run ("check", "--format=json", path, NULL);
  g_autofree char *expected_text = g_strdup_printf ("%s: no problems\n", path);
  g_assert_cmpstr (text->out, ==, expected_text);
  g_assert_cmpstr (text->err, ==, "");
  g_assert_cmpint (text->status, ==, 0);
  cli_assert_contains (json->out, "      \"findings\": [],\n");
  cli_assert_contains (json->out, "    \"errors\": 0,\n    \"warnings\": 0,\n    \"advice\": 0,\n");
  g_assert_cmpint (json->status, ==, 0);
}

static void
test_errors (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "wrong.stagecraft", wrong);
  g_autoptr (CliRun) text = cli_run ("check", path, NULL);
  g_autoptr (CliRun) json = cli_run ("check", "-f", "json", path, NULL);
  g_autofree char *expected_text = g_strdup_printf (
      "%s:3:1: error: “Empty” has no stage; a flow needs at least one. [F-04]\n"
      "    Empty\n"
      "%s:4:134: error: The stage “One” has no step; every stage needs at least one. [ST-01]\n"
      "    a \"b\" \\ c d   <é😀 › One\n"
      "\n"
      "2 errors, 0 warnings, 0 pieces of advice\n",
      path, path);
  g_autofree char *names
      = g_strdup_printf ("          \"path\": \"%s\",\n"
                         "          \"line\": 4,\n"
                         "          \"column\": 134,\n"
                         "          \"flow\": \"a \\\"b\\\" \\\\ c\\nd\\t\\u0001 <é😀\",\n"
                         "          \"stage\": \"One\",\n"
                         "          \"flowId\": \"10000000-0000-4000-8000-000000000004\",\n"
                         "          \"stageId\": \"10000000-0000-4000-8000-000000000005\",\n",
                         path);

  cli_assert_contains (json->out, names);
  g_assert_cmpint (json->status, ==, 1);
  g_assert_cmpstr (text->out, ==, expected_text);
  g_assert_cmpint (text->status, ==, 1);
}

/* The sample has warnings and no error, so a pipeline would let it pass. */
static void
test_warnings (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "samples",
                                            "contoso-sales.stagecraft", NULL);
  g_autoptr (CliRun) json = cli_run ("check", "--format", "json", path, NULL);

  g_assert_cmpint (json->status, ==, 0);
  cli_assert_contains (json->out, "\"severity\": \"warning\"");
  cli_assert_contains (json->out, "\"step\": \"Decision maker?\"");
  cli_assert_contains (json->out, "\"stepId\": \"");
  g_assert_null (strstr (json->out, "\"severity\": \"error\""));
}

/* A file that cannot be read does not keep the others from being checked. */
static void
test_several (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *bad = cli_folder_write (folder, "bad.stagecraft", HEAD "><flow/></solution>");
  g_autofree char *good = cli_folder_write (folder, "good.stagecraft", clean);
  g_autofree char *missing = cli_folder_get (folder, "missing.xaml");
  g_autoptr (CliRun) run = cli_run ("check", "--format=json", bad, missing, good, NULL);
  g_autofree char *first = g_strdup_printf (
      "stagecraft-cli: “%s”, line 2, column 47: <flow> must have an attribute “id”; found none.\n",
      bad);

  g_assert_cmpint (run->status, ==, 2);
  g_assert_true (g_str_has_prefix (run->err, first));
  cli_assert_contains (run->err, missing);
  cli_assert_contains (run->out, good);
  cli_assert_contains (run->out, "\"error\": \"");
  cli_assert_contains (run->out, "    \"unreadable\": 2,\n");
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } files[] = {
    { "empty.stagecraft", "" },
    { "empty.xaml", "" },
    { "text.xaml", "not XML" },
    { "cut.xaml", "<Activity xmlns=\"x\"><a" },
    { "other.xaml",
      "<Activity xmlns=\"http://schemas.microsoft.com/netfx/2009/xaml/activities\"/>" },
    { "fake.zip", "PK\x03\x04nothing" },
    { "entity.stagecraft", "<!DOCTYPE a [<!ENTITY b \""
                           "c\">]><solution label=\"&b;\"/>" },
    { "unknown.doc", "what?" },
  };
  g_autoptr (CliFolder) folder = cli_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = cli_folder_write (folder, files[i].name, files[i].text);
      g_autoptr (CliRun) run = cli_run ("check", path, NULL);

      g_test_message ("%s", run->err);
      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_true (g_str_has_prefix (run->err, "stagecraft-cli: "));
      cli_assert_contains (run->err, files[i].name);
    }
}

static void
test_usage (void)
{
  static const struct
  {
    const char *arguments[4];
    const char *message;
  } wrong_lines[] = {
    { { NULL }, "A command is missing." },
    { { "frobnicate", NULL }, "There is no command “frobnicate”." },
    { { "--frobnicate", NULL }, "There is no option “--frobnicate” before the command." },
    { { "check", NULL }, "A file to check is missing." },
    { { "check", "--format=xml", "x.xaml", NULL },
      "The format must be “text”, “json”, “sarif” or “junit”; found “xml”." },
    { { "check", "--frobnicate", NULL }, "--frobnicate" },
    { { "info", NULL }, "Name one file." },
    { { "info", "a", "b", NULL }, "Name one file." },
    { { "convert", "a.xaml", NULL }, "Name one file to read and one to write." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong_lines); i++)
    {
      const char *const *a = wrong_lines[i].arguments;
      g_autoptr (CliRun) run = cli_run (a[0], a[0] != NULL ? a[1] : NULL,
                                        a[0] != NULL && a[1] != NULL ? a[2] : NULL, NULL);

      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      cli_assert_contains (run->err, wrong_lines[i].message);
      cli_assert_contains (run->err, "--help");
    }
}

static void
test_help (void)
{
  static const char *const commands[] = { "info", "check", "convert" };
  g_autoptr (CliRun) all = cli_run ("--help", NULL);
  g_autoptr (CliRun) version = cli_run ("--version", NULL);

  g_assert_cmpint (all->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) run = cli_run (commands[i], "--help", NULL);
      g_autofree char *usage = g_strdup_printf ("stagecraft-cli %s [OPTION…]", commands[i]);

      g_assert_cmpint (run->status, ==, 0);
      g_assert_cmpstr (run->err, ==, "");
      cli_assert_contains (run->out, usage);
      cli_assert_contains (all->out, commands[i]);
    }
  g_assert_cmpint (version->status, ==, 0);
  g_assert_cmpstr (version->out, ==, "stagecraft " SC_VERSION "\n");
}

/* The terminal may not know UTF-8; JSON is UTF-8 all the same. */
static void
test_plain_locale (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "wrong.stagecraft", wrong);
  g_autofree char *before = g_strdup (g_getenv ("LC_ALL"));
  g_autoptr (CliRun) run = NULL;

  g_setenv ("LC_ALL", "C", TRUE);
  run = cli_run ("check", "--format=json", path, NULL);
  if (before != NULL)
    g_setenv ("LC_ALL", before, TRUE);
  else
    g_unsetenv ("LC_ALL");
  cli_assert_contains (run->out, "<é😀");
  g_assert_cmpint (run->status, ==, 1);
}

/* What cannot be written must not look as if nothing had been found. */
static void
test_full_disk (gconstpointer program)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_write (folder, "clean.stagecraft", clean);
  g_autofree char *script = NULL;
  g_autofree char *err = NULL;
  const char *arguments[] = { "/bin/sh", "-c", NULL, NULL };
  int status;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There is no /dev/full.");
      return;
    }
  script
      = g_strdup_printf ("'%s' check --format=json '%s' >/dev/full", (const char *) program, path);
  arguments[2] = script;
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               &err, &status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  g_assert_cmpstr (err, !=, "");
}

/* Pipelines have no display and want none of its libraries. */
static void
test_libraries (gconstpointer program)
{
  const char *arguments[] = { "ldd", program, NULL };
  g_autofree char *out = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                     NULL, NULL))
    {
      g_test_skip ("There is no ldd.");
      return;
    }
  cli_assert_contains (out, "libglib-2.0");
  g_assert_null (strstr (out, "libgtk"));
  g_assert_null (strstr (out, "libadwaita"));
  g_assert_null (strstr (out, "libX11"));
  g_assert_null (strstr (out, "libwayland"));
}

static void
test_json (void)
{
  ScJson *json = sc_json_new ();
  g_autofree char *text = NULL;

  sc_json_begin_object (json, NULL);
  sc_json_add_string (json, "text", "\b\"\\/\x1f\x7f\xff");
  sc_json_add_string (json, "missing", NULL);
  sc_json_add_int (json, "number", G_MININT64);
  sc_json_add_boolean (json, "yes", TRUE);
  sc_json_begin_object (json, "nothing");
  sc_json_end_object (json);
  sc_json_begin_array (json, "list");
  sc_json_add_string (json, NULL, "a");
  sc_json_add_string (json, NULL, "b");
  sc_json_begin_array (json, NULL);
  sc_json_end_array (json);
  sc_json_end_array (json);
  sc_json_end_object (json);
  text = sc_json_finish (json);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"text\": \"\\u0008\\\"\\\\/\\u001f\x7f\xef\xbf\xbd\",\n"
                   "  \"number\": -9223372036854775808,\n"
                   "  \"yes\": true,\n"
                   "  \"nothing\": {},\n"
                   "  \"list\": [\n"
                   "    \"a\",\n"
                   "    \"b\",\n"
                   "    []\n"
                   "  ]\n"
                   "}\n");
}

/* Every finding names its flow and its stage. The name of a flow may have 100,000 letters; said
 * again for each of many problems it would fill the memory and the report. */
static void
test_long_names (void)
{
  static const char *const formats[] = { "text", "json", "sarif", "junit" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *name = g_strnfill (100 * 1000, 'N');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;

  g_string_append_printf (text,
                          HEAD "><flow name=\"%s\" id=\"%s\" active=\"true\"><stage label=\"%s\" "
                               "table=\"lead\" id=\"s\">",
                          name, name, name);
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "<step label=\"S\" column=\"c\" id=\"p%u\"/>", i);
  g_string_append (text, "</stage></flow></solution>");
  path = cli_folder_write (folder, "long.stagecraft", text->str);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *format = g_strconcat ("--format=", formats[i], NULL);
      g_autoptr (CliRun) run = cli_run ("check", format, path, NULL);

      g_assert_cmpint (run->status, ==, 1);
      g_assert_cmpuint (strlen (run->out), <, 2 * 1000 * 1000);
      cli_assert_contains (run->out, "NNN…NNN");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);

  g_test_add_func ("/cli/check/clean", test_clean);
  g_test_add_func ("/cli/check/errors", test_errors);
  g_test_add_func ("/cli/check/warnings", test_warnings);
  g_test_add_func ("/cli/check/several", test_several);
  g_test_add_func ("/cli/check/hostile", test_hostile);
  g_test_add_func ("/cli/check/long-names", test_long_names);
  g_test_add_func ("/cli/check/plain-locale", test_plain_locale);
  g_test_add_data_func ("/cli/check/full-disk", argv[1], test_full_disk);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_data_func ("/cli/libraries", argv[1], test_libraries);
  g_test_add_func ("/cli/json", test_json);
  return g_test_run ();
}
