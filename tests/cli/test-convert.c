/* test-convert.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"
#include "sc-file.h"
#include "sc-zip.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
find_sample (void)
{
  return g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "samples",
                           "contoso-sales.stagecraft", NULL);
}

static void
assert_same_file (const char *a, const char *b)
{
  g_autofree char *first = cli_read (a);
  g_autofree char *second = cli_read (b);

  g_assert_cmpstr (first, ==, second);
}

static void
test_info (void)
{
  g_autofree char *path = find_sample ();
  g_autoptr (CliRun) text = cli_run ("info", path, NULL);
  g_autoptr (CliRun) json = cli_run ("info", "--format=json", path, NULL);

  g_assert_cmpint (text->status, ==, 0);
  g_assert_cmpstr (text->out, ==,
                   "Contoso Sales 1.3.0.0\n"
                   "ContosoSales by contoso, unmanaged\n"
                   "\n"
                   "Flow                       State   Stages  Steps  Tables\n"
                   "Lead to Opportunity        active       6     33  Lead, Opportunity\n"
                   "Opportunity Sales Process  active       4     23  Opportunity\n"
                   "Phone to Case              active       3     13  Case\n"
                   "Customer Onboarding        draft        4     12  Account, Contact\n"
                   "\n"
                   "9 tables, 3 roles\n");
  g_assert_cmpint (json->status, ==, 0);
  cli_assert_contains (json->out, "  \"format\": \"definition\",\n"
                                  "  \"name\": \"Contoso Sales\",\n"
                                  "  \"uniqueName\": \"ContosoSales\",\n"
                                  "  \"version\": \"1.3.0.0\",\n"
                                  "  \"publisher\": \"contoso\",\n"
                                  "  \"prefix\": \"cts\",\n"
                                  "  \"managed\": false,\n"
                                  "  \"language\": 1033,\n"
                                  "  \"flows\": [\n");
  cli_assert_contains (json->out, "      \"name\": \"Lead to Opportunity\",\n"
                                  "      \"uniqueName\": \"cts_leadtoopportunity\",\n"
                                  "      \"active\": true,\n"
                                  "      \"order\": 1,\n"
                                  "      \"stages\": 6,\n"
                                  "      \"steps\": 33,\n"
                                  "      \"conditions\": 1,\n"
                                  "      \"tables\": [\n"
                                  "        \"lead\",\n"
                                  "        \"opportunity\"\n"
                                  "      ]\n");
  cli_assert_contains (json->out, "  \"tables\": 9,\n"
                                  "  \"relationships\": 22,\n"
                                  "  \"roles\": [\n"
                                  "    \"Sales Rep\",\n"
                                  "    \"Sales Manager\",\n"
                                  "    \"Support Agent\"\n"
                                  "  ]\n"
                                  "}\n");
}

static void
test_definition (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *copy = cli_folder_get (folder, "copy.stagecraft");
  g_autoptr (CliRun) run = cli_run ("convert", sample, copy, NULL);
  g_autofree char *said = g_strdup_printf ("Wrote 4 flows to “%s”.\n", copy);

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpstr (run->out, ==, said);
  g_assert_cmpint (run->status, ==, 0);
  assert_same_file (sample, copy);
}

/* One flow of a solution: by name, by id, and what is said when it is not clear which. */
static void
test_flow (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *by_name = cli_folder_get (folder, "name.xaml");
  g_autofree char *by_id = cli_folder_get (folder, "id.xaml");
  g_autofree char *one = cli_folder_get (folder, "one.stagecraft");
  g_autofree char *none = cli_folder_get (folder, "none.xaml");
  g_autoptr (CliRun) run = NULL;
  g_autoptr (CliRun) same = NULL;
  g_autoptr (CliRun) unclear = NULL;
  g_autoptr (CliRun) unknown = NULL;
  g_autoptr (CliRun) alone = NULL;
  g_autoptr (CliRun) info = NULL;

  run = cli_run ("convert", "--flow=Phone to Case", sample, by_name, NULL);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  same = cli_run ("convert", "--flow", "71197FC6-E3C4-4840-8403-4B0D3CDF3AB5", sample, by_id, NULL);
  g_assert_cmpint (same->status, ==, 0);
  assert_same_file (by_name, by_id);

  unclear = cli_run ("convert", sample, none, NULL);
  g_assert_cmpint (unclear->status, ==, 2);
  cli_assert_contains (unclear->err, "Pick one with --flow: “Lead to Opportunity” (");
  unknown = cli_run ("convert", "--flow=Nothing", sample, none, NULL);
  g_assert_cmpint (unknown->status, ==, 2);
  cli_assert_contains (unknown->err, "There is no flow “Nothing”. The flows are “Lead to");
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));

  alone = cli_run ("convert", "--flow=cts_phonetocase", sample, one, NULL);
  g_assert_cmpint (alone->status, ==, 0);
  info = cli_run ("info", one, NULL);
  cli_assert_contains (info->out, "Phone to Case");
  g_assert_null (strstr (info->out, "Lead to Opportunity"));
}

/* Every flow of the sample comes back from XAML as it was, but for what XAML does not hold. */
static void
test_chain (void)
{
  static const char *const flows[] = { "Lead to Opportunity", "Opportunity Sales Process",
                                       "Phone to Case", "Customer Onboarding" };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *first = cli_folder_get (folder, "first.xaml");
  g_autofree char *middle = cli_folder_get (folder, "middle.stagecraft");
  g_autofree char *last = cli_folder_get (folder, "last.xaml");

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      g_autoptr (CliRun) a = cli_run ("convert", "--flow", flows[i], sample, first, NULL);
      g_autoptr (CliRun) b = cli_run ("convert", first, middle, NULL);
      g_autoptr (CliRun) c = cli_run ("convert", middle, last, NULL);

      g_assert_cmpint (a->status + b->status + c->status, ==, 0);
      assert_same_file (first, last);
    }
}

/* Without --rewrite a .xaml stays as it is, whatever its line ends. */
static void
test_rewrite (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *unix_path = cli_folder_get (folder, "unix.xaml");
  g_autofree char *kept = cli_folder_get (folder, "kept.xaml");
  g_autofree char *rewritten = cli_folder_get (folder, "rewritten.xaml");
  g_autoptr (CliRun) run = cli_run ("convert", "--flow=Phone to Case", sample, unix_path, NULL);
  g_autofree char *text = cli_read (unix_path);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *dos_text = g_strjoinv ("\r\n", lines);
  g_autofree char *dos = cli_folder_write (folder, "dos.xaml", dos_text);
  g_autoptr (CliRun) keep = cli_run ("convert", dos, kept, NULL);
  g_autoptr (CliRun) rewrite = cli_run ("convert", "--rewrite", dos, rewritten, NULL);

  g_assert_cmpint (run->status + keep->status + rewrite->status, ==, 0);
  g_assert_nonnull (strchr (dos_text, '\r'));
  assert_same_file (dos, kept);
  assert_same_file (unix_path, rewritten);
}

static void
test_refused (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *other = cli_folder_get (folder, "out.doc");
  g_autofree char *nowhere = g_build_filename (folder->path, "no", "such", "x.stagecraft", NULL);
  g_autofree char *mine = cli_folder_get (folder, "mine.stagecraft");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const struct
  {
    const char *out;
    const char *message;
  } cases[] = { { other, ".stagecraft" }, { nowhere, nowhere }, { folder->path, folder->path } };
  g_autoptr (CliRun) made = cli_run ("convert", sample, mine, NULL);
  g_autoptr (CliRun) lossy = cli_run ("convert", "--flow=Phone to Case", mine, mine, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = cli_run ("convert", sample, cases[i].out, NULL);

      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      cli_assert_contains (run->err, cases[i].message);
    }
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpint (lossy->status, ==, 2);
  cli_assert_contains (lossy->err, "would lose its other flows");
  before = cli_read (sample);
  after = cli_read (mine);
  g_assert_cmpstr (before, ==, after);
}

/* Every real flow: XAML to a definition and back, byte for byte but for the line ends. */
static void
test_corpus_flows (void)
{
  g_autofree char *corpus = cli_find_corpus ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *middle = cli_folder_get (folder, "middle.stagecraft");
  g_autofree char *last = cli_folder_get (folder, "last.xaml");
  g_autoptr (GPtrArray) files = NULL;
  guint n = 0;

  if (corpus == NULL)
    return;
  files = cli_list_files (corpus, ".xaml");
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autofree char *original = cli_read (path);
      g_autoptr (CliRun) a = NULL;
      g_autoptr (CliRun) b = NULL;
      g_auto (GStrv) lines = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *result = NULL;

      if (strstr (original, "BusinessProcessFlowActivities") == NULL)
        continue;
      a = cli_run ("convert", path, middle, NULL);
      b = cli_run ("convert", middle, last, NULL);
      if (a->status + b->status != 0)
        g_error ("%s: %s%s", path, a->err, b->err);
      lines = g_strsplit (original, "\r\n", -1);
      expected = g_strjoinv ("\n", lines);
      result = cli_read (last);
      if (strcmp (result, expected) != 0)
        g_error ("%s comes back changed", path);
      n++;
    }
  g_test_message ("%u flows", n);
  g_assert_cmpuint (n, >, 0);
}

static void
copy_tree (const char *from, const char *to)
{
  /* What is copied may be there to be read only. */
  const char *arguments[] = { "cp", "-R", "--no-preserve=mode", from, to, NULL };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* Something that no two different folders have in common. */
static char *
sum_tree (const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) files = cli_list_files (path, "");

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_ptr_array_add (files, g_strdup (path));
  for (guint i = 0; i < files->len; i++)
    {
      const char *name = g_ptr_array_index (files, i);
      g_autofree char *text = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (name, &text, &size, NULL));
      g_checksum_update (sum, (const guchar *) name, -1);
      g_checksum_update (sum, (const guchar *) text, (gssize) size);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* Turns the first step that is not required into one that is, or the other way round. */
static char *
edit_definition (const char *text)
{
  static const char mark[] = " required=\"true\"";
  const char *step = strstr (text, "<step ");
  const char *end = strchr (step, '>');
  const char *found = strstr (step, mark);

  if (found != NULL && found < end)
    return g_strdup_printf ("%.*s%s", (int) (found - text), text, found + strlen (mark));
  step += strlen ("<step");
  return g_strdup_printf ("%.*s%s%s", (int) (step - text), text, mark, step);
}

/* A package goes to a definition and back into its folder or zip, and nothing in there changes.
 * Then a step is edited in the definition, and comes back from there just so. */
static gboolean
check_package (const char *from)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  gboolean is_zip = g_str_has_suffix (from, ".zip");
  g_autofree char *copy = cli_folder_get (folder, is_zip ? "package.zip" : "package");
  g_autofree char *definition = cli_folder_get (folder, "package.stagecraft");
  g_autofree char *edited = NULL;
  g_autofree char *back = cli_folder_get (folder, "back.stagecraft");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *written = NULL;
  g_autoptr (CliRun) out = NULL;
  g_autoptr (CliRun) in = NULL;
  g_autoptr (CliRun) save = NULL;
  g_autoptr (CliRun) again = NULL;
  g_autoptr (CliRun) tidy = NULL;

  copy_tree (from, copy);
  before = sum_tree (copy);
  out = cli_run ("convert", copy, definition, NULL);
  if (out->status != 0)
    g_error ("%s: %s", from, out->err);
  in = cli_run ("convert", definition, copy, NULL);
  after = sum_tree (copy);
  g_assert_cmpstr (before, ==, after);
  if (in->status != 0)
    {
      g_test_message ("%s: %s", from, in->err);
      return FALSE;
    }

  text = cli_read (definition);
  changed = edit_definition (text);
  g_assert_cmpstr (changed, !=, text);
  edited = cli_folder_write (folder, "edited.stagecraft", changed);
  save = cli_run ("convert", edited, copy, NULL);
  again = cli_run ("convert", copy, back, NULL);
  g_assert_cmpint (save->status + again->status, ==, 0);
  written = cli_read (back);
  g_assert_cmpstr (written, !=, text);

  /* The writer has a place of its own for the attribute. */
  tidy = cli_run ("convert", edited, edited, NULL);
  g_assert_cmpint (tidy->status, ==, 0);
  assert_same_file (edited, back);
  return TRUE;
}

static void
test_corpus_packages (void)
{
  g_autofree char *corpus = cli_find_corpus ();
  g_autofree char *solutions = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (corpus == NULL)
    return;
  solutions = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (solutions, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (solutions, name, NULL);

      if (g_file_test (from, G_FILE_TEST_IS_DIR) || g_str_has_suffix (name, ".zip"))
        n += check_package (from);
    }
  g_assert_cmpuint (n, >, 0);
}

/* What info says of a package, without where it is and what it is. */
static char *
describe (const char *path)
{
  g_autoptr (CliRun) info = cli_run ("info", "-f", "json", path, NULL);
  const char *text = strstr (info->out, "\"name\": ");

  g_assert_cmpint (info->status, ==, 0);
  g_assert_nonnull (text);
  return g_strdup (text);
}

/* A folder becomes a zip, or a zip a folder, and then a folder or zip again, that say the same. */
static void
check_other_kind (const char *from)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  gboolean is_zip = g_str_has_suffix (from, ".zip");
  g_autofree char *other = cli_folder_get (folder, is_zip ? "other" : "other.zip");
  g_autofree char *back = cli_folder_get (folder, is_zip ? "back.zip" : "back");
  g_autofree char *before = describe (from);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autoptr (CliRun) there = cli_run ("convert", from, other, NULL);
  g_autoptr (CliRun) again = cli_run ("convert", other, back, NULL);

  if (there->status != 0 || again->status != 0)
    g_error ("%s: %s%s", from, there->err, again->err);
  between = describe (other);
  after = describe (back);
  g_assert_cmpstr (before, ==, between);
  g_assert_cmpstr (before, ==, after);
}

static void
test_corpus_kinds (void)
{
  g_autofree char *corpus = cli_find_corpus ();
  g_autofree char *solutions = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (corpus == NULL)
    return;
  solutions = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (solutions, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (solutions, name, NULL);
      gboolean is_package
          = g_file_test (from, G_FILE_TEST_IS_DIR) || g_str_has_suffix (name, ".zip");

      if (!is_package || strstr (name, "managed") != NULL)
        continue;
      check_other_kind (from);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

/* Every real package is opened, whatever its kind, and none of them has an error: the rules that
 * are errors are what the platform refuses, and it exported these. */
static void
test_corpus_check (void)
{
  g_autofree char *corpus = cli_find_corpus ();
  g_autofree char *solutions = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (corpus == NULL)
    return;
  solutions = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (solutions, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (solutions, name, NULL);
      g_autoptr (CliRun) check = NULL;
      g_autoptr (CliRun) info = NULL;

      if (!g_file_test (path, G_FILE_TEST_IS_DIR) && !g_str_has_suffix (name, ".zip"))
        continue;
      check = cli_run ("check", "--format=json", path, NULL);
      info = cli_run ("info", "--format=json", path, NULL);
      if (check->status != 0 || info->status != 0)
        g_error ("%s: %s%s%s", name, check->out, check->err, info->err);
      cli_assert_contains (info->out, "\"stages\": ");
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

/* Puts one more entry into an archive. */
static void
add_entry (const char *path, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) archive = sc_file_read (path, SC_ZIP_MAX_BYTES, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const ScZipChange change = { name, bytes };
  g_autoptr (GBytes) changed = NULL;

  g_assert_no_error (error);
  changed = sc_zip_rewrite (archive, path, &change, 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (changed, NULL),
                                      (gssize) g_bytes_get_size (changed), NULL));
}

/* What other programs take orders from does not come out of an archive, and is said to be missing;
 * another archive keeps it. */
static void
test_hidden_entry (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *zip = cli_folder_get (folder, "a.zip");
  g_autofree char *copy = cli_folder_get (folder, "b.zip");
  g_autofree char *unpacked = cli_folder_get (folder, "unpacked");
  g_autofree char *hidden = g_build_filename (unpacked, ".git", NULL);
  g_autofree char *manifest = g_build_filename (unpacked, "Other", "Solution.xml", NULL);
  g_autoptr (CliRun) made = cli_run ("convert", sample, zip, NULL);
  g_autoptr (CliRun) converted = NULL;
  g_autoptr (CliRun) copied = NULL;

  g_assert_cmpint (made->status, ==, 0);
  add_entry (zip, ".git/config", "[core]\n");
  converted = cli_run ("convert", zip, unpacked, NULL);
  g_assert_cmpint (converted->status, ==, 0);
  cli_assert_contains (converted->err, "“.git/config” was left out");
  g_assert_false (g_file_test (hidden, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (manifest, G_FILE_TEST_EXISTS));
  copied = cli_run ("convert", zip, copy, NULL);
  g_assert_cmpint (copied->status, ==, 0);
  g_assert_cmpstr (copied->err, ==, "");
  assert_same_file (zip, copy);
}

/* What a team has decided beside a package is not taken away by who writes into the package. */
static void
test_settings_there (void)
{
  static const char decision[] = "<solution xmlns=\"urn:stagecraft:definition:1\">"
                                 "<rule id=\"F-14\" level=\"off\"/></solution>";
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *sample = find_sample ();
  g_autofree char *zip = cli_folder_get (folder, "set.zip");
  g_autofree char *settings = cli_folder_get (folder, "set.zip.stagecraft-settings");
  g_autoptr (CliRun) made = cli_run ("convert", sample, zip, NULL);
  g_autofree char *written = cli_folder_write (folder, "set.zip.stagecraft-settings", decision);
  g_autoptr (CliRun) again = cli_run ("convert", sample, zip, NULL);
  g_autoptr (CliRun) anew = cli_run ("convert", "--rewrite", sample, zip, NULL);
  g_autofree char *kept = cli_read (settings);
  g_autofree char *text = cli_read (sample);
  g_autoptr (GString) decided = g_string_new (text);
  const guint n = g_string_replace (decided, "</solution>", "<rule id=\"ST-15\"/></solution>", 0);
  g_autofree char *mine = cli_folder_write (folder, "mine.stagecraft", decided->str);
  g_autoptr (CliRun) other = cli_run ("convert", mine, zip, NULL);
  g_autofree char *still = cli_read (settings);

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpstr (again->err, ==, "");
  g_assert_cmpint (again->status, ==, 0);
  g_assert_cmpint (anew->status, ==, 0);
  g_assert_cmpstr (kept, ==, decision);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (other->status, ==, 2);
  cli_assert_contains (other->err, "“set.zip.stagecraft-settings” holds the decision about the "
                                   "rule F-14");
  g_assert_cmpstr (still, ==, decision);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);

  g_test_add_func ("/cli/info", test_info);
  g_test_add_func ("/cli/convert/definition", test_definition);
  g_test_add_func ("/cli/convert/flow", test_flow);
  g_test_add_func ("/cli/convert/chain", test_chain);
  g_test_add_func ("/cli/convert/rewrite", test_rewrite);
  g_test_add_func ("/cli/convert/refused", test_refused);
  g_test_add_func ("/cli/convert/hidden-entry", test_hidden_entry);
  g_test_add_func ("/cli/convert/settings-there", test_settings_there);
  g_test_add_func ("/cli/convert/corpus-flows", test_corpus_flows);
  g_test_add_func ("/cli/convert/corpus-packages", test_corpus_packages);
  g_test_add_func ("/cli/convert/corpus-kinds", test_corpus_kinds);
  g_test_add_func ("/cli/convert/corpus-check", test_corpus_check);
  return g_test_run ();
}
