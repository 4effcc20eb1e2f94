/* test-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-validation.h"

#include "sc-file-error.h"
#include "sc-package.h"
#include "sc-xaml.h"

#include <string.h>

/* Flows that run in production somewhere have no errors. What rules say of them is printed, so
 * that a person can judge whether the warnings are worth their place. */

typedef struct
{
  const char *rule;
  const char *reason;
} Exception;

/* Errors that are true: each has been looked at. */
static const Exception exceptions[] = {
  { NULL, NULL },
};

static gboolean
is_excepted (const char *rule)
{
  for (const Exception *exception = exceptions; exception->rule != NULL; exception++)
    if (strcmp (exception->rule, rule) == 0)
      return TRUE;
  return FALSE;
}

static const char *
get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  return corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
}

/* Adds up, by rule, and fails for errors. */
static void
judge (GHashTable *counts, const char *path, const ScList *problems)
{
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      const char *id = sc_rule_get_id (problem->rule);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, problem->rule));

      g_hash_table_insert (counts, (gpointer) problem->rule, GUINT_TO_POINTER (count + 1));
      if (g_test_verbose () || problem->severity == SC_SEVERITY_ERROR)
        g_test_message ("%s: %s %s", path, id, problem->message);
      if (problem->severity == SC_SEVERITY_ERROR && !is_excepted (id))
        g_test_fail ();
    }
}

static void
print_counts (GHashTable *counts, guint n_files)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    {
      gpointer count = g_hash_table_lookup (counts, rules[i]);

      if (count != NULL)
        g_test_message ("%-6s %-7s %4u  %s", sc_rule_get_id (rules[i]),
                        sc_severity_get_nick (sc_rule_get_severity (rules[i])),
                        GPOINTER_TO_UINT (count), sc_rule_get_title (rules[i]));
    }
  g_test_message ("in %u files", n_files);
}

static void
collect_flows (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect_flows (path, paths);
      else if (g_str_has_suffix (name, ".xaml"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

/* NULL for what is not a business process flow. */
static ScSolution *
read_flow (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScFlow) flow = NULL;
  ScSolution *solution;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  flow = sc_xaml_read (bytes, path, &error);
  if (flow == NULL)
    {
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED);
      return NULL;
    }
  solution = sc_solution_new ();
  solution->language = SC_LANGUAGE_ENGLISH;
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static void
test_flows (void)
{
  const char *corpus = get_corpus ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  guint n = 0;

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the corpus is not here; STAGECRAFT_CORPUS names its folder");
      return;
    }
  collect_flows (corpus, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (ScSolution) solution = read_flow (path);
      g_autoptr (ScList) problems = NULL;

      if (solution == NULL)
        continue;
      problems = sc_validator_run (validator, solution);
      judge (counts, path + strlen (corpus), problems);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  print_counts (counts, n);
}

/* How many flows the apps of a package have. */
static guint
count_offered (const ScSolution *solution)
{
  guint n = 0;

  sc_list_foreach (solution->apps, const ScApp *, app)
    {
      sc_list_foreach (solution->flows, const ScFlow *, flow)
        {
          n += sc_app_has_flow (app, flow);
        }
    }
  return n;
}

/* Whole packages, so that the rules about what is around a flow have something to look at. */
static void
test_packages (void)
{
  const char *corpus = get_corpus ();
  g_autofree char *folder = NULL;
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0, n_listed = 0, n_offered = 0, n_processes = 0;

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the corpus is not here; STAGECRAFT_CORPUS names its folder");
      return;
    }
  folder = g_build_filename (corpus, "solutions", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScPackage) package = NULL;
      g_autoptr (ScList) problems = NULL;
      const ScSolution *solution;

      if (!sc_package_recognizes (path))
        continue;
      package = sc_package_open (path, &error);
      g_assert_no_error (error);
      solution = sc_package_get_solution (package);
      problems = sc_validator_run (validator, solution);
      judge (counts, name, problems);
      n++;
      n_offered += count_offered (solution);
      n_processes += sc_list_length (solution->processes);
      n_listed += solution->components != NULL && solution->prefix != NULL;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n_listed, ==, n);
  g_assert_cmpuint (n_offered, >, 0);
  g_assert_cmpuint (n_processes, >, 20);
  print_counts (counts, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/corpus/flows", test_flows);
  g_test_add_func ("/validation/corpus/packages", test_packages);
  return g_test_run ();
}
