/* test-export.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <string.h>

static char *
find_sample (void)
{
  return g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "samples",
                           "contoso-sales.stagecraft", NULL);
}

/* An error blocks, and is said as check says it. */
static void
test_blocked (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *path = cli_folder_get (folder, "x.stagecraft");
  g_autofree char *out = cli_folder_get (folder, "x.zip");
  g_autofree char *note = cli_folder_get (folder, "x-deployment.md");
  g_autofree char *said = g_strdup_printf ("%s\n"
                                           "  error    SP-02  New flow › Identify › New step\n"
                                           "                  The step “New step” has no column.\n"
                                           "\n"
                                           "Nothing was exported: 1 error blocks it.\n",
                                           path);
  g_autofree char *head = g_strdup_printf ("{\n"
                                           "  \"path\": \"%s\",\n"
                                           "  \"kind\": \"zip\",\n"
                                           "  \"exported\": false,\n"
                                           "  \"version\": \"1.0.0.0\",\n"
                                           "  \"findings\": [\n"
                                           "    {\n"
                                           "      \"rule\": \"SP-02\",\n"
                                           "      \"severity\": \"error\",\n",
                                           out);
  g_autoptr (CliRun) made = cli_run ("new", "--table=cts_unknown", path, NULL);
  g_autoptr (CliRun) text = cli_run ("export", "--note", path, out, NULL);
  g_autoptr (CliRun) json = cli_run ("export", "--note", "-f", "json", path, out, NULL);

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpstr (text->out, ==, said);
  g_assert_cmpstr (text->err, ==, "");
  g_assert_cmpint (text->status, ==, 1);
  g_assert_true (g_str_has_prefix (json->out, head));
  g_assert_true (g_str_has_suffix (json->out, "    }\n  ]\n}\n"));
  g_assert_cmpint (json->status, ==, 1);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
}

static void
test_usage (void)
{
  g_autofree char *sample = find_sample ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *zip = cli_folder_get (folder, "x.zip");
  g_autofree char *odd = cli_folder_get (folder, "two\nlines.doc");
  const struct
  {
    const char *arguments[5];
    const char *message;
  } cases[] = {
    { { NULL }, "Name one file to read and one to write." },
    { { sample, NULL }, "Name one file to read and one to write." },
    { { sample, zip, zip, NULL }, "Name one file to read and one to write." },
    { { "--zip", "--folder", sample, zip, NULL }, "Choose one of --zip and --folder." },
    { { "--version=1.0", "-r", sample, zip, NULL },
      "Choose one of --version and --raise-version." },
    { { "--version", NULL }, "--version" },
    { { "--force", sample, zip, NULL }, "--force" },
    { { "--format=xml", sample, zip, NULL }, "The format must be" },
    { { "--version=1.x", sample, zip, NULL }, "“1.x” is not a version" },
    { { "--version=", sample, zip, NULL }, "“” is not a version" },
    { { "--folder", sample, zip, NULL }, "is the name of a zip file" },
    { { "--zip", sample, odd, NULL }, "two lines.doc” is not the name of a package" },
    { { "--zip", sample, folder->path, NULL }, "is a folder" },
    { { "--zip", zip, zip, NULL }, zip },
    { { "--zip", "-", zip, NULL }, "-" },
    { { "--", "-nothing", zip, NULL }, "-nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *a = cases[i].arguments;
      g_autoptr (CliRun) run
          = cli_run ("export", a[0], a[0] ? a[1] : NULL, a[0] && a[1] ? a[2] : NULL,
                     a[0] && a[1] && a[2] ? a[3] : NULL, NULL);

      cli_assert_contains (run->err, cases[i].message);
      g_assert_true (g_str_has_prefix (run->err, "stagecraft-cli: "));
      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
    }
  g_assert_false (g_file_test (zip, G_FILE_TEST_EXISTS));
}

/* What is made from nothing but a definition is a package that says the same. */
static void
test_definition (void)
{
  static const char *const kinds[] = { "zip", "folder" };
  g_autofree char *sample = find_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CliFolder) folder = cli_folder_new ();
      g_autofree char *out = cli_folder_get (folder, i == 0 ? "sales.zip" : "sales");
      g_autofree char *note = cli_folder_get (folder, "sales-deployment.md");
      g_autofree char *option = g_strconcat ("--", kinds[i], NULL);
      g_autofree char *expected = g_strdup_printf ("{\n"
                                                   "  \"path\": \"%s\",\n"
                                                   "  \"kind\": \"%s\",\n"
                                                   "  \"exported\": true,\n"
                                                   "  \"version\": \"1.3.0.1\",\n"
                                                   "  \"note\": \"%s\",\n"
                                                   "  \"findings\": []\n"
                                                   "}\n",
                                                   out, kinds[i], note);
      g_autoptr (CliRun) run = cli_run ("export", option, "--raise-version", "--note",
                                        "--format=json", sample, out, NULL);
      g_autoptr (CliRun) check = cli_run ("check", out, NULL);
      g_autoptr (CliRun) info = cli_run ("info", out, NULL);
      g_autofree char *text = NULL;

      g_assert_cmpstr (run->err, ==, "");
      g_assert_cmpstr (run->out, ==, expected);
      g_assert_cmpint (run->status, ==, 0);
      g_assert_cmpint (check->status, ==, 0);
      g_assert_true (g_str_has_prefix (info->out, "Contoso Sales 1.3.0.1\n"));
      cli_assert_contains (info->out, "Customer Onboarding        draft ");
      text = cli_read (note);
      cli_assert_contains (text, "| Sales Rep |");
    }
}

/* A flow without a solution is not yet something to deploy. */
static void
test_bare (void)
{
  g_autofree char *sample = find_sample ();
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flow = cli_folder_get (folder, "flow.xaml");
  g_autofree char *zip = cli_folder_get (folder, "x.zip");
  g_autoptr (CliRun) made = cli_run ("convert", "--flow=Phone to Case", sample, flow, NULL);
  g_autoptr (CliRun) run = cli_run ("export", flow, zip, NULL);

  g_assert_cmpint (made->status, ==, 0);
  cli_assert_contains (run->err, "is no unique name for a solution");
  g_assert_cmpint (run->status, ==, 2);
}

/* TRUE for one that is not managed: it is exported with the next version, again in place. */
static gboolean
check_package (const char *path, gboolean is_folder)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *out = cli_folder_get (folder, is_folder ? "out" : "out.zip");
  g_autofree char *note = cli_folder_get (folder, "out-deployment.md");
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  g_autoptr (CliRun) run = cli_run ("export", "-r", "-n", path, out, NULL);
  g_autoptr (CliRun) json = NULL;
  g_autoptr (CliRun) info = NULL;
  g_autoptr (CliRun) check = NULL;

  if (run->status != 0)
    {
      cli_assert_contains (run->err, "is a managed solution");
      g_assert_cmpint (run->status, ==, 2);
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (note, G_FILE_TEST_EXISTS));
      return FALSE;
    }
  said = g_strdup_printf ("Wrote what to do after the import to “%s”.\n", note);
  cli_assert_contains (run->out, said);
  text = cli_read (note);
  cli_assert_contains (text, "## First deployment");
  check = cli_run ("check", out, NULL);
  g_assert_cmpint (check->status, ==, 0);

  json = cli_run ("export", "--version=99.1", "-f", "json", out, out, NULL);
  info = cli_run ("info", out, NULL);
  g_assert_cmpstr (json->err, ==, run->err); /* notes on what was skipped while reading */
  g_assert_cmpint (json->status, ==, 0);
  cli_assert_contains (json->out, "  \"exported\": true,\n"
                                  "  \"version\": \"99.1\",\n"
                                  "  \"findings\": []\n"
                                  "}\n");
  cli_assert_contains (info->out, "99.1");
  return TRUE;
}

static void
test_corpus (void)
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
      gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);

      if (is_folder || g_str_has_suffix (name, ".zip"))
        n += check_package (path, is_folder);
    }
  g_test_message ("%u packages", n);
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);

  g_test_add_func ("/cli/export/blocked", test_blocked);
  g_test_add_func ("/cli/export/usage", test_usage);
  g_test_add_func ("/cli/export/definition", test_definition);
  g_test_add_func ("/cli/export/bare", test_bare);
  g_test_add_func ("/cli/export/corpus", test_corpus);
  return g_test_run ();
}
