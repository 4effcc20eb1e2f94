/* test-check-run.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <glib/gstdio.h>
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Many files: which they are, that they come out in order, and what is told meanwhile. */

#define HEAD \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<solution xmlns=\"urn:stagecraft:definition:1\">\n"

/* The program; set before the first test. */
static const char *program;

/* A flow of that many stages, one of them without a step. Free with g_free(). */
static char *
make_flow (guint number, guint n_stages)
{
  GString *text = g_string_new (HEAD);

  g_string_append_printf (text,
                          "<flow label=\"Flow %u\" uniqueName=\"cts_f%u\" table=\"lead\" "
                          "id=\"10000000-0000-4000-8000-%012u\">\n",
                          number, number, number);
  for (guint i = 0; i < n_stages; i++)
    {
      g_string_append_printf (text,
                              "<stage label=\"Call %u\" table=\"lead\" "
                              "id=\"20000000-0000-4000-8000-%012u\">",
                              i, number * 1000 + i);
      if (i > 0)
        g_string_append_printf (text,
                                "<step label=\"Topic %u\" column=\"subject\" control=\"text\" "
                                "id=\"30000000-0000-4000-8000-%012u\"/>",
                                i, number * 1000 + i);
      g_string_append (text, "</stage>\n");
    }
  g_string_append (text, "</flow></solution>\n");
  return g_string_free (text, FALSE);
}

/* Large and small ones, and every seventh damaged, so that the threads finish out of order. */
static CliFolder *
make_files (guint n)
{
  CliFolder *folder = cli_folder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%03u.stagecraft", i);
      g_autofree char *text = make_flow (i, i % 5 == 0 ? 30 : 1);
      g_autofree char *path = NULL;

      if (i % 7 == 3)
        text[strlen (text) / 2] = '\0';
      path = cli_folder_write (folder, name, text);
    }
  return folder;
}

static void
assert_same (const char *folder, const char *format)
{
  g_autoptr (CliRun) serial = cli_run_in (folder, "check", "-f", format, "-j", "1", ".", NULL);
  g_autoptr (CliRun) run = cli_run_in (folder, "check", "-f", format, "-j", "5", ".", NULL);

  g_assert_cmpstr (run->out, ==, serial->out);
  g_assert_cmpstr (run->err, ==, serial->err);
  g_assert_cmpint (run->status, ==, serial->status);
  g_assert_cmpstr (serial->out, !=, "");
}

static void
test_parallel (void)
{
  static const char *const formats[] = { "text", "json", "sarif", "junit" };
  g_autoptr (CliFolder) folder = make_files (60);
  g_autofree char *corpus = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    assert_same (folder->path, formats[i]);
  corpus = cli_find_corpus ();
  if (corpus != NULL)
    assert_same (corpus, "sarif");
}

/* Every file is there, in order, whether it can be read or not. */
static void
test_damaged (void)
{
  g_autoptr (CliFolder) folder = make_files (40);
  g_autoptr (CliRun) run = cli_run_in (folder->path, "check", ".", NULL);
  const char *out = run->out;
  const char *err = run->err;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("./f%03u.stagecraft", i);
      const char **text = i % 7 == 3 ? &err : &out;

      *text = strstr (*text, name);
      g_assert_nonnull (*text);
    }
  cli_assert_contains (run->out, "34 errors, ");
  cli_assert_contains (run->out, " in 40 files\n6 files could not be read.\n");
  g_assert_cmpint (run->status, ==, 2);
}

static char *
make_folder (CliFolder *folder, const char *name)
{
  char *path = cli_folder_get (folder, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
  return path;
}

static void
write_file (CliFolder *folder, const char *name, const char *text)
{
  g_autofree char *path = cli_folder_write (folder, name, text);
}

/* A folder is searched; what is about something else is no failure there, and one when named. */
static void
test_folders (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *deep = make_folder (folder, "b/deep");
  g_autofree char *hidden = make_folder (folder, ".git");
  g_autofree char *empty = make_folder (folder, "empty");
  g_autofree char *workflows = make_folder (folder, "c/Workflows");
  g_autofree char *other = make_folder (folder, "c/Other");
  g_autofree char *flow = make_flow (1, 1);
  g_autofree char *link = cli_folder_get (folder, "link");
  g_autoptr (CliRun) all = NULL;
  g_autoptr (CliRun) quiet = NULL;
  g_autoptr (CliRun) named = NULL;
  g_autoptr (CliRun) nothing = NULL;
  static const char process[]
      = "<Activity xmlns=\"http://schemas.microsoft.com/netfx/2009/xaml/activities\" "
        "xmlns:mxswa=\"clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;assembly=x\">"
        "<mxswa:Workflow/></Activity>";

  write_file (folder, "z.stagecraft", flow);
  write_file (folder, "a.stagecraft", flow);
  write_file (folder, "b/deep/x.stagecraft", flow);
  write_file (folder, ".git/y.stagecraft", flow);
  write_file (folder, "b/view.xaml", "<Window/>");
  write_file (folder, "b/process.xaml", process);
  write_file (folder, "b/notes.txt", "<");
  write_file (folder, "c/Workflows/rule.xaml", process);
  write_file (folder, "c/Other/Solution.xml",
              "<ImportExportXml><SolutionManifest><UniqueName>c</UniqueName></SolutionManifest>"
              "</ImportExportXml>");
  g_assert_cmpint (symlink (".", link), ==, 0);

  all = cli_run_in (folder->path, "check", ".", NULL);
  g_assert_cmpstr (all->err, ==, "");
  g_assert_cmpint (all->status, ==, 1);
  cli_assert_contains (all->out, " in 5 files\n");
  g_assert_true (g_str_has_prefix (all->out, "./a.stagecraft:"));
  cli_assert_contains (all->out, "\n./b/deep/x.stagecraft:4:");
  cli_assert_contains (all->out, "\n./b/process.xaml: holds no business process flow\n");
  cli_assert_contains (all->out, "\n./c: holds no business process flow\n");
  cli_assert_contains (all->out, "\n./z.stagecraft:4:");
  g_assert_null (strstr (all->out, "view.xaml"));
  g_assert_null (strstr (all->out, "y.stagecraft"));
  g_assert_null (strstr (all->out, "link"));

  quiet = cli_run_in (folder->path, "check", "-q", "b", NULL);
  g_assert_true (g_str_has_prefix (quiet->out, "b/deep/x.stagecraft:4:"));
  g_assert_null (strstr (quiet->out, "process.xaml"));
  g_assert_null (strstr (quiet->out, "\n\n"));

  named = cli_run_in (folder->path, "check", "b/process.xaml", NULL);
  g_assert_cmpint (named->status, ==, 2);
  nothing = cli_run_in (folder->path, "check", "empty", NULL);
  g_assert_cmpint (nothing->status, ==, 2);
  cli_assert_contains (nothing->err, "is not an unpacked solution");
}

/* A folder that cannot be searched must not pass for one without problems. */
static void
test_unsearched (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *closed = make_folder (folder, "closed");
  g_autoptr (GString) name = g_string_new ("d");
  g_autofree char *deep = NULL;
  g_autoptr (CliRun) run = NULL;
  g_autoptr (CliRun) other = NULL;

  for (guint i = 0; i < 70; i++)
    g_string_append (name, "/d");
  deep = make_folder (folder, name->str);
  run = cli_run_in (folder->path, "check", "d", NULL);
  g_assert_cmpint (run->status, ==, 2);
  cli_assert_contains (run->err, "cannot be searched: it is nested too deep.");
  /* Nothing is closed to the superuser. */
  if (geteuid () == 0)
    return;
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  other = cli_run_in (folder->path, "check", "closed", NULL);
  g_assert_cmpint (g_chmod (closed, 0755), ==, 0);
  g_assert_cmpint (other->status, ==, 2);
  cli_assert_contains (other->err, "“closed” cannot be searched: ");
}

/* What a terminal shows of the program. Free with g_free(). */
static char *
run_on_terminal (const char *folder, const char *option)
{
  const char *arguments[] = { program, "check", "-j", "1", option, ".", NULL };
  struct winsize size = { .ws_row = 24, .ws_col = 30 };
  GString *shown = g_string_new (NULL);
  char buffer[4096];
  ssize_t length;
  int terminal, status;
  pid_t child = forkpty (&terminal, NULL, NULL, &size);

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (chdir (folder) == 0 && g_setenv ("TERM", "xterm", TRUE))
        execv (program, (char **) arguments);
      _exit (127);
    }
  while ((length = read (terminal, buffer, sizeof buffer)) > 0)
    g_string_append_len (shown, buffer, length);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  close (terminal);
  return g_string_free (shown, FALSE);
}

/* One line, no wider than the terminal, that is gone in the end; none when nobody looks. */
static void
test_progress (void)
{
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *flow = make_flow (1, 1);
  g_autofree char *shown = NULL;
  g_autofree char *quiet = NULL;
  g_autoptr (CliRun) piped = NULL;
  g_auto (GStrv) parts = NULL;

  write_file (folder, "one-with-a-rather-long-name.stagecraft", flow);
  write_file (folder, "two.stagecraft", flow);
  write_file (folder, "wide-\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97.stagecraft", flow);
  shown = run_on_terminal (folder->path, "--format=text");
  cli_assert_contains (shown, "\rChecked 1 of 3 – ./one-with-a\033[K");
  parts = g_strsplit (shown, "\r", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "Checked "))
      {
        g_assert_true (g_str_has_suffix (parts[i], "\033[K"));
        g_assert_cmpint (g_utf8_strlen (parts[i], -1), <, 30 + 3);
        /* What comes next takes it away. */
        g_assert_true (g_str_has_prefix (parts[i + 1], "\033[K")
                       || g_str_has_prefix (parts[i + 1], "Checked "));
      }
  quiet = run_on_terminal (folder->path, "--quiet");
  g_assert_null (strstr (quiet, "Checked"));
  g_assert_null (strstr (quiet, "\033"));
  piped = cli_run_in (folder->path, "check", ".", NULL);
  g_assert_cmpstr (piped->err, ==, "");
  g_assert_null (strstr (piped->out, "\033"));
}

/* The report goes to the file, whole or not at all; people get the sum. */
static void
test_output (void)
{
  g_autoptr (CliFolder) folder = make_files (3);
  g_autofree char *path = cli_folder_get (folder, "report.json");
  g_autoptr (CliRun) printed = cli_run_in (folder->path, "check", "-f", "json", ".", NULL);
  g_autoptr (CliRun) run
      = cli_run_in (folder->path, "check", "-f", "json", "-o", "report.json", ".", NULL);
  g_autoptr (CliRun) quiet
      = cli_run_in (folder->path, "check", "-q", "-f", "json", "-o", "report.json", ".", NULL);
  g_autoptr (CliRun) impossible
      = cli_run_in (folder->path, "check", "-o", "none/report.txt", ".", NULL);
  g_autofree char *written = cli_read (path);

  g_assert_cmpstr (written, ==, printed->out);
  g_assert_true (g_str_has_prefix (run->out, "3 errors, "));
  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (quiet->out, ==, "");
  g_assert_cmpint (impossible->status, ==, 2);
  cli_assert_contains (impossible->err, "report.txt");
}

static void
test_usage (void)
{
  static const struct
  {
    const char *option;
    const char *message;
  } cases[] = {
    { "--jobs=-1", "The number of jobs must be from 1 to" },
    { "--jobs=99999", "The number of jobs must be from 1 to" },
    { "--jobs=x", "x" },
    { "--format=xml", "The format must be" },
    { "--severity=bad", "The severity must be" },
    { "--rule=XX-99", "There is no rule “XX-99”." },
    { "--limits=flows-per-table", "A limit is written as NAME=NUMBER" },
    { "--limits=stages=40", "There is no limit “stages” that an organization can change. There "
                            "is: flows-per-table." },
    { "--limits=flows-per-table=0", "must be a number from 1 to" },
    { "--limits=flows-per-table=99999999999999999999", "must be a number from 1 to" },
    { "--limits=flows-per-table=15,", "A limit is written as" },
    { "--settings=/nowhere/x", "/nowhere/x" },
    { "--baseline=/nowhere/x", "/nowhere/x" },
  };
  g_autoptr (CliFolder) folder = make_files (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = cli_run_in (folder->path, "check", cases[i].option, ".", NULL);

      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      cli_assert_contains (run->err, cases[i].message);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *absolute = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_set_program (argv[1]);
  program = absolute = g_canonicalize_filename (argv[1], NULL);

  g_test_add_func ("/cli/check-run/parallel", test_parallel);
  g_test_add_func ("/cli/check-run/damaged", test_damaged);
  g_test_add_func ("/cli/check-run/folders", test_folders);
  g_test_add_func ("/cli/check-run/unsearched", test_unsearched);
  g_test_add_func ("/cli/check-run/progress", test_progress);
  g_test_add_func ("/cli/check-run/output", test_output);
  g_test_add_func ("/cli/check-run/usage", test_usage);
  return g_test_run ();
}
