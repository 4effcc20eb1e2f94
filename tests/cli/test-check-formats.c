/* test-check-formats.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-schema.h"
#include "run-cli.h"
#include "sarif.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

/* Reports are read back by other libraries than the ones that wrote them, and compared. */

/* A flow without a stage, and one with an empty stage, whose names are as odd as names get. */
static const char wrong[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<solution xmlns=\"urn:stagecraft:definition:1\">\n"
      "<flow label=\"Empty\" uniqueName=\"cts_empty\" table=\"lead\" "
      "id=\"10000000-0000-4000-8000-000000000001\"/>\n"
      "<flow label=\"a &quot;b&quot; \\ c&#10;d&#9;]]&gt; &lt;é😀&#xFFFD; %s %n\" "
      "uniqueName=\"cts_odd\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000004\">\n"
      "  <stage label=\"One/Two\" table=\"lead\" id=\"10000000-0000-4000-8000-000000000005\"/>\n"
      "</flow></solution>\n";

/* What a file system allows. */
static const char *const names[] = {
  "plain.stagecraft",
  "two words.stagecraft",
  "100%25 #1?.stagecraft",
  "c:d.stagecraft",
  "-dash.stagecraft",
  "quote\"'<&>.stagecraft",
  "tab\tline\nbell\a.stagecraft",
  "umlaut-\xc3\xa4.stagecraft",
  "broken-\xff\xfe.stagecraft",
  "noncharacter-\xef\xbf\xbf.stagecraft",
};

static CliFolder *
make_odd_files (void)
{
  CliFolder *folder = cli_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = cli_folder_write (folder, names[i], wrong);
      g_autofree char *damaged = g_strconcat ("x", names[i], NULL);
      g_autofree char *other = cli_folder_write (folder, damaged, "<solution");
    }
  return folder;
}

static char *
unescape (const char *uri)
{
  g_autoptr (GBytes) bytes = g_uri_unescape_bytes (uri, -1, NULL, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const char *
get_uri (JsonNode *item)
{
  JsonNode *location = json_array_get_element (cli_get_array (item, "locations"), 0);

  return cli_get_string (
      cli_get_object (cli_get_object (location, "physicalLocation"), "artifactLocation"), "uri");
}

static JsonNode *
get_invocation (JsonNode *root)
{
  JsonNode *run = json_array_get_element (cli_get_array (root, "runs"), 0);

  return json_array_get_element (cli_get_array (run, "invocations"), 0);
}

/* Every file leads back to itself, and every one that is damaged is named. */
static void
test_sarif_names (void)
{
  g_autoptr (CliFolder) folder = make_odd_files ();
  g_autoptr (CliRun) run = cli_run_in (folder->path, "check", "-f", "sarif", ".", NULL);
  g_autoptr (JsonNode) root = cli_parse_json (run->out);
  JsonArray *results = cli_get_results (root);
  JsonArray *notifications = cli_get_array (get_invocation (root), "toolExecutionNotifications");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpint (run->status, ==, 2);
  cli_assert_sarif (root);
  g_assert_cmpuint (json_array_get_length (results), ==, 2 * G_N_ELEMENTS (names));
  g_assert_cmpuint (json_array_get_length (notifications), ==, G_N_ELEMENTS (names));
  g_assert_false (json_object_get_boolean_member (json_node_get_object (get_invocation (root)),
                                                  "executionSuccessful"));
  for (guint i = 0; i < json_array_get_length (results); i++)
    g_hash_table_add (seen, unescape (get_uri (json_array_get_element (results, i))));
  for (guint i = 0; i < json_array_get_length (notifications); i++)
    g_hash_table_add (seen, unescape (get_uri (json_array_get_element (notifications, i))));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 2 * G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *damaged = g_strconcat ("x", names[i], NULL);

      g_assert_true (g_hash_table_contains (seen, names[i]));
      g_assert_true (g_hash_table_contains (seen, damaged));
    }
}

/* A file elsewhere is named absolutely. */
static void
test_sarif_elsewhere (void)
{
  g_autoptr (CliFolder) folder = make_odd_files ();
  g_autofree char *path = cli_folder_get (folder, names[2]);
  g_autofree char *expected = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (CliRun) run = cli_run_in ("/", "check", "-f", "sarif", path, NULL);
  g_autoptr (CliRun) other = cli_run_in ("/usr", "check", "-f", "sarif", path, NULL);
  g_autoptr (JsonNode) below = cli_parse_json (run->out);
  g_autoptr (JsonNode) root = cli_parse_json (other->out);

  cli_assert_sarif (below);
  cli_assert_sarif (root);
  g_assert_cmpstr (get_uri (json_array_get_element (cli_get_results (root), 0)), ==, expected);
}

/* Where the flow of the file says that a result is. */
static void
test_sarif_places (void)
{
  g_autoptr (CliFolder) folder = make_odd_files ();
  g_autoptr (CliRun) run = cli_run_in (folder->path, "check", "-f", "sarif", names[0], NULL);
  g_autoptr (JsonNode) root = cli_parse_json (run->out);
  JsonNode *result = json_array_get_element (cli_get_results (root), 1);
  JsonNode *location = json_array_get_element (cli_get_array (result, "locations"), 0);
  JsonNode *region = cli_get_object (cli_get_object (location, "physicalLocation"), "region");
  JsonArray *logical = cli_get_array (location, "logicalLocations");
  JsonNode *stage = json_array_get_element (logical, 1);

  cli_assert_sarif (root);
  g_assert_cmpstr (cli_get_string (result, "ruleId"), ==, "ST-01");
  g_assert_cmpstr (cli_get_string (result, "level"), ==, "error");
  g_assert_cmpint (cli_get_int (region, "startLine"), ==, 5);
  g_assert_cmpint (cli_get_int (region, "startColumn"), ==, 3);
  g_assert_cmpuint (json_array_get_length (logical), ==, 2);
  g_assert_cmpstr (cli_get_string (stage, "kind"), ==, "stage");
  g_assert_cmpstr (cli_get_string (stage, "name"), ==, "One/Two");
  g_assert_true (g_str_has_suffix (cli_get_string (stage, "fullyQualifiedName"), " %s %n/One/Two"));
  g_assert_cmpstr (cli_get_string (cli_get_object (stage, "properties"), "id"), ==,
                   "10000000-0000-4000-8000-000000000005");
  g_assert_null (cli_find_string (result, "baselineState"));
}

static const char *
get_fingerprint (JsonNode *result)
{
  return cli_get_string (cli_get_object (result, "partialFingerprints"), "stagecraft/v1");
}

/* Other lines, another name of the file, another name of the flow: the same findings. */
static void
test_fingerprints (void)
{
  g_autoptr (CliFolder) folder = make_odd_files ();
  g_autoptr (GString) moved = g_string_new (wrong);
  g_autofree char *path = NULL;
  g_autoptr (CliRun) first = NULL;
  g_autoptr (CliRun) second = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  g_string_replace (moved, "<flow", "\n\n  <flow", 0);
  g_string_replace (moved, "Empty", "Void", 1);
  path = cli_folder_write (folder, "moved.stagecraft", moved->str);
  first = cli_run_in (folder->path, "check", "-f", "sarif", names[0], NULL);
  second = cli_run ("check", "-f", "sarif", path, NULL);
  before = cli_parse_json (first->out);
  after = cli_parse_json (second->out);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (get_fingerprint (json_array_get_element (cli_get_results (before), i)), ==,
                     get_fingerprint (json_array_get_element (cli_get_results (after), i)));
  g_assert_cmpstr (get_fingerprint (json_array_get_element (cli_get_results (before), 0)), !=,
                   get_fingerprint (json_array_get_element (cli_get_results (before), 1)));
}

/* Counts of a report as JSON, to compare others with. */
typedef struct
{
  guint files, findings, unreadable, others;
  guint failing; /* pairs of file and rule with an error */
  guint skipped; /* pairs of file and rule that was not checked and found nothing */
  guint entries; /* findings within a .zip */
} Counts;

static void
count_file (Counts *counts, JsonNode *file)
{
  g_autoptr (GHashTable) failing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *findings = cli_get_array (file, "findings");
  JsonArray *unchecked = cli_get_array (file, "unchecked");

  counts->files++;
  counts->unreadable += cli_find_string (file, "error") != NULL;
  counts->others += cli_find_string (file, "passedOver") != NULL;
  counts->findings += json_array_get_length (findings);
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonNode *finding = json_array_get_element (findings, i);
      const char *rule = cli_get_string (finding, "rule");

      g_hash_table_add (found, (gpointer) rule);
      if (strcmp (cli_get_string (finding, "severity"), "error") == 0)
        g_hash_table_add (failing, (gpointer) rule);
      counts->entries += cli_find_string (finding, "entry") != NULL;
      g_assert_cmpint ((int) strlen (cli_get_string (finding, "fingerprint")), ==, 64);
      g_assert_cmpint (cli_get_int (finding, "line"), >, 0);
      g_assert_cmpint (cli_get_int (finding, "column"), >, 0);
    }
  counts->failing += g_hash_table_size (failing);
  for (guint i = 0; i < json_array_get_length (unchecked); i++)
    {
      JsonNode *item = json_array_get_element (unchecked, i);

      g_assert_cmpstr (cli_get_string (item, "reason"), !=, "");
      counts->skipped += !g_hash_table_contains (found, cli_get_string (item, "rule"));
    }
}

static Counts
count_json (const char *text)
{
  g_autoptr (JsonNode) root = cli_parse_json (text);
  JsonArray *files = cli_get_array (root, "files");
  JsonNode *sum = cli_get_object (root, "sum");
  g_autofree char *path
      = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "check-report.schema.json", NULL);
  g_autofree char *schema_text = cli_read (path);
  g_autoptr (JsonNode) schema = cli_parse_json (schema_text);
  Counts counts = { 0 };

  cli_assert_matches_schema (root, schema);

  for (guint i = 0; i < json_array_get_length (files); i++)
    count_file (&counts, json_array_get_element (files, i));
  g_assert_cmpint (cli_get_int (sum, "files"), ==, counts.files);
  g_assert_cmpint (cli_get_int (sum, "unreadable"), ==, counts.unreadable);
  g_assert_cmpint (cli_get_int (sum, "passedOver"), ==, counts.others);
  g_assert_cmpint (cli_get_int (sum, "errors") + cli_get_int (sum, "warnings")
                       + cli_get_int (sum, "advice"),
                   ==, counts.findings);
  return counts;
}

static guint
get_number (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST name);
  guint64 value;

  g_assert_nonnull (text);
  g_assert_true (g_ascii_string_to_unsigned ((const char *) text, 10, 0, G_MAXUINT, &value, NULL));
  xmlFree (text);
  return (guint) value;
}

static gboolean
is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* What a case has in it, and that it has one outcome at most. */
static void
count_case (xmlNode *node, guint *failures, guint *errors, guint *skipped)
{
  guint outcomes = 0;

  g_assert_true (is (node, "testcase"));
  g_assert_nonnull (xmlHasProp (node, BAD_CAST "name"));
  g_assert_nonnull (xmlHasProp (node, BAD_CAST "classname"));
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      *failures += is (child, "failure");
      *errors += is (child, "error");
      *skipped += is (child, "skipped");
      outcomes += is (child, "failure") || is (child, "error") || is (child, "skipped");
    }
  g_assert_cmpuint (outcomes, <=, 1);
}

/* The counts in the attributes are those of the elements, and those of the JSON. */
static void
assert_junit (const char *text, const Counts *counts)
{
  xmlDoc *document = xmlReadMemory (text, (int) strlen (text), "junit", NULL, XML_PARSE_NONET);
  guint suites = 0, failures = 0, errors = 0, skipped = 0;
  xmlNode *root;

  g_assert_nonnull (document);
  root = xmlDocGetRootElement (document);
  g_assert_true (is (root, "testsuites"));
  for (xmlNode *suite = root->children; suite != NULL; suite = suite->next)
    {
      guint own_tests = 0, own_failures = 0, own_errors = 0, own_skipped = 0;

      if (suite->type != XML_ELEMENT_NODE)
        continue;
      g_assert_true (is (suite, "testsuite"));
      for (xmlNode *node = suite->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE && !is (node, "system-err"))
          {
            count_case (node, &own_failures, &own_errors, &own_skipped);
            own_tests++;
          }
      g_assert_cmpuint (get_number (suite, "tests"), ==, own_tests);
      g_assert_cmpuint (get_number (suite, "failures"), ==, own_failures);
      g_assert_cmpuint (get_number (suite, "errors"), ==, own_errors);
      g_assert_cmpuint (get_number (suite, "skipped"), ==, own_skipped);
      suites++;
      failures += own_failures;
      errors += own_errors;
      skipped += own_skipped;
    }
  g_assert_cmpuint (suites, ==, counts->files);
  g_assert_cmpuint (failures, ==, counts->failing);
  g_assert_cmpuint (errors, ==, counts->unreadable);
  g_assert_cmpuint (skipped, ==, counts->skipped + counts->others);
  xmlFreeDoc (document);
}

static void
test_junit_names (void)
{
  g_autoptr (CliFolder) folder = make_odd_files ();
  g_autoptr (CliRun) json = cli_run_in (folder->path, "check", "-f", "json", ".", NULL);
  g_autoptr (CliRun) junit = cli_run_in (folder->path, "check", "-f", "junit", ".", NULL);
  const Counts counts = count_json (json->out);

  g_assert_cmpuint (counts.unreadable, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (counts.failing, ==, 2 * G_N_ELEMENTS (names));
  assert_junit (junit->out, &counts);
  cli_assert_contains (junit->out, "<failure message=\"The stage “One/Two” has no step;");
}

/* What is not severe enough is output, not failure. */
static void
test_junit_severity (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "samples",
                                            "contoso-sales.stagecraft", NULL);
  g_autoptr (CliRun) lenient = cli_run ("check", "-f", "junit", path, NULL);
  g_autoptr (CliRun) strict = cli_run ("check", "-f", "junit", "-s", "warning", path, NULL);

  g_assert_null (strstr (lenient->out, "<failure"));
  cli_assert_contains (lenient->out, "<system-out>");
  g_assert_cmpint (lenient->status, ==, 0);
  g_assert_null (strstr (strict->out, "<system-out"));
  cli_assert_contains (strict->out, "<failure");
  g_assert_cmpint (strict->status, ==, 1);
}

/* All real packages, in all formats. */
static void
test_corpus (void)
{
  g_autofree char *corpus = cli_find_corpus ();
  g_autoptr (CliRun) json = NULL;
  g_autoptr (CliRun) junit = NULL;
  g_autoptr (CliRun) sarif = NULL;
  g_autoptr (JsonNode) root = NULL;
  Counts counts;

  if (corpus == NULL)
    return;
  json = cli_run_in (corpus, "check", "-f", "json", ".", NULL);
  junit = cli_run_in (corpus, "check", "-f", "junit", ".", NULL);
  sarif = cli_run_in (corpus, "check", "-f", "sarif", ".", NULL);
  counts = count_json (json->out);
  g_assert_cmpuint (counts.files, >, 50);
  g_assert_cmpuint (counts.findings, >, 50);
  g_assert_cmpuint (counts.unreadable, ==, 0);
  g_assert_cmpuint (counts.others, >, 0);
  g_assert_cmpuint (counts.entries, >, 0);
  assert_junit (junit->out, &counts);
  root = cli_parse_json (sarif->out);
  cli_assert_sarif (root);
  g_assert_cmpuint (json_array_get_length (cli_get_results (root)), ==, counts.findings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);

  g_test_add_func ("/cli/check-formats/sarif/names", test_sarif_names);
  g_test_add_func ("/cli/check-formats/sarif/elsewhere", test_sarif_elsewhere);
  g_test_add_func ("/cli/check-formats/sarif/places", test_sarif_places);
  g_test_add_func ("/cli/check-formats/fingerprints", test_fingerprints);
  g_test_add_func ("/cli/check-formats/junit/names", test_junit_names);
  g_test_add_func ("/cli/check-formats/junit/severity", test_junit_severity);
  g_test_add_func ("/cli/check-formats/corpus", test_corpus);
  return g_test_run ();
}
