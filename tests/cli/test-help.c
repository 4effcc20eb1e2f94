/* test-help.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "run-cli.h"

#include <string.h>

/* Help, pages and completions agree. */

/* Set before the first test; NULL when the designer was not built. */
static const char *designer;

static char *
read_source (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", name, NULL);

  return cli_read (path);
}

/* The page as it reads: without the escapes of roff. */
static char *
read_page (const char *name)
{
  g_autofree char *path = g_build_filename ("man", name, NULL);
  g_autofree char *text = read_source (path);
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\\-", "-", 0);
  return g_string_free (plain, FALSE);
}

/* The names of the commands, from the help of the program. */
static GPtrArray *
list_commands (void)
{
  g_autoptr (CliRun) run = cli_run ("--help", NULL);
  const char *start = strstr (run->out, "Commands:\n");
  const char *end = strstr (run->out, "\n\nOptions:");
  g_autofree char *block = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *commands = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (start != NULL && end != NULL);
  block = g_strndup (start + strlen ("Commands:\n"), end - start - strlen ("Commands:\n"));
  lines = g_strsplit (block, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *name = lines[i] + strspn (lines[i], " ");

      g_ptr_array_add (commands, g_strndup (name, strcspn (name, " ")));
    }
  g_assert_cmpuint (commands->len, >, 4);
  return commands;
}

/* The long options that a help text shows, without dashes. */
static GPtrArray *
list_options (const char *help)
{
  g_autoptr (GRegex) regex = g_regex_new ("^ +(?:-., )?--([a-z-]+)", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *options = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, help, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_ptr_array_add (options, g_match_info_fetch (match, 1));
  g_assert_cmpuint (options->len, >, 0);
  return options;
}

static CliRun *
get_help (const char *command)
{
  CliRun *run
      = strcmp (command, "help") == 0 ? cli_run ("help", NULL) : cli_run ("help", command, NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->err, ==, "");
  return run;
}

/* The part of the page about a command. */
static char *
get_section (const char *page, const char *command)
{
  g_autofree char *heading = g_strdup_printf ("\n.SS %s\n", command);
  const char *start = strstr (page, heading);
  const char *next;

  if (start == NULL)
    g_error ("The page has no section %s", command);
  next = strstr (start + strlen (heading), "\n.S");
  return next != NULL ? g_strndup (start, next - start) : g_strdup (start);
}

static void
test_page (void)
{
  g_autofree char *page = read_page ("stagecraft-cli.1");
  g_autoptr (GPtrArray) commands = list_commands ();

  for (guint i = 0; i < commands->len; i++)
    {
      const char *command = g_ptr_array_index (commands, i);
      g_autoptr (CliRun) run = get_help (command);
      g_autoptr (GPtrArray) options = list_options (run->out);
      g_autofree char *section = get_section (page, command);
      g_autofree char *synopsis = g_strdup_printf ("\n.B stagecraft-cli %s\n", command);

      cli_assert_contains (page, synopsis);
      for (guint k = 0; k < options->len; k++)
        {
          const char *name = g_ptr_array_index (options, k);
          g_autofree char *option = g_strconcat ("--", name, NULL);
          gboolean general = strcmp (name, "help") == 0 || strcmp (command, "help") == 0;

          cli_assert_contains (general ? page : section, option);
        }
    }
}

/* The page has no option that the program has not. */
static void
test_page_is_true (void)
{
  g_autofree char *page = read_page ("stagecraft-cli.1");
  g_autoptr (GPtrArray) commands = list_commands ();
  g_autoptr (GRegex) regex = g_regex_new ("--([a-z-]+)", 0, 0, NULL);

  for (guint i = 0; i < commands->len; i++)
    {
      const char *command = g_ptr_array_index (commands, i);
      g_autoptr (CliRun) run = get_help (command);
      g_autofree char *section = get_section (page, command);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (regex, section, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *option = g_match_info_fetch (match, 0);

          cli_assert_contains (run->out, option);
        }
    }
}

/* Help has help, and nothing else. */
static void
test_ways (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    int status;
  } cases[] = {
    { "help", NULL, 0 },      { "-h", NULL, 0 },       { "--help", NULL, 0 },
    { "help", "help", 0 },    { "help", "--help", 0 }, { "--help", "--help", 0 },
    { "help", "nothing", 2 }, { "help", "", 2 },       { "", NULL, 2 },
  };
  g_autoptr (CliRun) help = cli_run ("help", NULL);
  g_autoptr (CliRun) one = cli_run ("--help", "export", NULL);
  g_autoptr (CliRun) other = cli_run ("export", "-h", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CliRun) run = cli_run (cases[i].first, cases[i].second, NULL);

      g_assert_cmpint (run->status, ==, cases[i].status);
      g_assert_cmpstr (run->out, ==, cases[i].status == 0 ? help->out : "");
    }
  g_assert_cmpstr (one->out, ==, other->out);
}

static void
test_completions (void)
{
  static const struct
  {
    const char *file;
    const char *dashes; /* in front of the name of an option */
  } shells[] = {
    { "completions/stagecraft-cli.bash", "--" },
    { "completions/_stagecraft-cli", "--" },
    { "completions/stagecraft-cli.fish", "-l " },
  };
  g_autoptr (GPtrArray) commands = list_commands ();

  for (guint s = 0; s < G_N_ELEMENTS (shells); s++)
    {
      g_autofree char *text = read_source (shells[s].file);

      for (guint i = 0; i < commands->len; i++)
        {
          const char *command = g_ptr_array_index (commands, i);
          g_autoptr (CliRun) run = get_help (command);
          g_autoptr (GPtrArray) options = list_options (run->out);

          cli_assert_contains (text, command);
          for (guint k = 0; k < options->len; k++)
            {
              g_autofree char *option
                  = g_strconcat (shells[s].dashes, g_ptr_array_index (options, k), NULL);

              cli_assert_contains (text, option);
            }
        }
    }
}

/* What bash would offer for the last word. */
static char *
complete (const char *folder, const char *line)
{
  g_autofree char *script = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "completions",
                                              "stagecraft-cli.bash", NULL);
  const char *program = "source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                        "_stagecraft_cli; printf '%s\\n' \"${COMPREPLY[@]}\" | sort | tr '\\n' ' '";
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autofree char *err = NULL;

  g_ptr_array_add (arguments, (char *) "bash");
  g_ptr_array_add (arguments, (char *) "-c");
  g_ptr_array_add (arguments, (char *) program);
  g_ptr_array_add (arguments, (char *) "bash");
  g_ptr_array_add (arguments, script);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, words[i]);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (folder, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                &err, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (err, ==, "");
  return g_strstrip (out);
}

static void
test_bash (void)
{
  static const struct
  {
    const char *line;
    const char *offered;
  } cases[] = {
    { "stagecraft-cli ",
      "--help --version access check columns convert export grant help import-metadata info new "
      "revoke rules tables" },
    { "stagecraft-cli c", "check columns convert" },
    { "stagecraft-cli help ex", "export" },
    { "stagecraft-cli check --f", "--format" },
    { "stagecraft-cli check --format = j", "json junit" },
    { "stagecraft-cli check --format =", "json junit sarif text" },
    { "stagecraft-cli info --format =", "json text" },
    { "stagecraft-cli check --baseline = e", "e.txt" },
    { "stagecraft-cli check --limits =", "flows-per-table=" },
    { "stagecraft-cli new -o ", "" },
    { "stagecraft-cli export -f t", "text" },
    { "stagecraft-cli export --",
      "--folder --format --help --note --raise-version --version --zip" },
    { "stagecraft-cli new --version 1", "" },
    { "stagecraft-cli check ", "a b.xaml build c.stagecraft d.zip" },
    { "stagecraft-cli export b", "build" },
    { "stagecraft-cli export a", "a b.xaml" },
    { "stagecraft-cli nothing ", "" },
  };
  g_autoptr (CliFolder) folder = cli_folder_new ();
  g_autofree char *bash = g_find_program_in_path ("bash");

  if (bash == NULL)
    {
      g_test_skip ("There is no bash.");
      return;
    }
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "a b.xaml", "c.stagecraft", "d.zip", "e.txt" };
      g_autofree char *path = cli_folder_write (folder, names[i], "");
    }
  {
    g_autofree char *path = cli_folder_get (folder, "build");
    g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *offered = complete (folder->path, cases[i].line);

      if (strcmp (offered, cases[i].offered) != 0)
        g_error ("%s: offers “%s”, not “%s”", cases[i].line, offered, cases[i].offered);
    }
}

/* The formatter has nothing to warn of. */
static void
test_roff (void)
{
  static const char *const pages[] = { "stagecraft.1", "stagecraft-cli.1" };
  g_autofree char *groff = g_find_program_in_path ("groff");

  if (groff == NULL)
    {
      g_test_skip ("There is no groff.");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path
          = g_build_filename (g_getenv ("STAGECRAFT_SOURCE"), "data", "man", pages[i], NULL);
      const char *arguments[] = { groff, "-man", "-ww", "-z", "-Tutf8", path, NULL };
      g_autofree char *err = NULL;
      int status;

      g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                                   NULL, &err, &status, NULL));
      g_assert_cmpstr (err, ==, "");
      g_assert_cmpint (status, ==, 0);
    }
}

/* The designer shows its help without a display. */
static void
test_designer (void)
{
  const char *arguments[] = { designer, "--help", NULL };
  g_autofree char *page = read_page ("stagecraft.1");
  g_autofree char *out = NULL;
  g_autoptr (GPtrArray) options = NULL;

  if (designer == NULL)
    {
      g_test_skip ("The designer was not built.");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                               NULL, &out, NULL, NULL, NULL));
  options = list_options (out);
  for (guint i = 0; i < options->len; i++)
    {
      const char *name = g_ptr_array_index (options, i);
      g_autofree char *option = g_strconcat ("--", name, NULL);

      /* Those that every program of the toolkit has. */
      if (!g_str_has_prefix (name, "help-"))
        cli_assert_contains (page, option);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  cli_set_program (argv[1]);
  designer = argc > 2 ? argv[2] : NULL;

  g_test_add_func ("/cli/help/page", test_page);
  g_test_add_func ("/cli/help/page-is-true", test_page_is_true);
  g_test_add_func ("/cli/help/ways", test_ways);
  g_test_add_func ("/cli/help/completions", test_completions);
  g_test_add_func ("/cli/help/bash", test_bash);
  g_test_add_func ("/cli/help/roff", test_roff);
  g_test_add_func ("/cli/help/designer", test_designer);
  return g_test_run ();
}
