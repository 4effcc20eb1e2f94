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
  const char *path; /* of a flow: within the corpus; of a package: its name */
  const char *rule;
  const char *message; /* how it begins: what it is about */
  const char *reason;
} TrueError;

/* Errors that are true: each has been looked at. So far there is none. */
static const TrueError true_errors[] = {
  { NULL, NULL, NULL, NULL },
};

/* What has been found so far. */
typedef struct
{
  GHashTable *by_rule; /* ScRule → how many */
  guint by_severity[SC_SEVERITY_ERROR + 1];
  gboolean *seen; /* per entry of true_errors */
} Findings;

static void
findings_init (Findings *self)
{
  *self = (Findings){ .by_rule = g_hash_table_new (NULL, NULL),
                      .seen = g_new0 (gboolean, G_N_ELEMENTS (true_errors)) };
}

static gboolean
is_true_error (Findings *self, const char *path, const ScProblem *problem)
{
  for (guint i = 0; true_errors[i].rule != NULL; i++)
    if (strcmp (true_errors[i].path, path) == 0
        && strcmp (true_errors[i].rule, sc_rule_get_id (problem->rule)) == 0
        && g_str_has_prefix (problem->message, true_errors[i].message))
      return self->seen[i] = TRUE;
  return FALSE;
}

static const char *
get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  return corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
}

/* Adds up, and fails for errors that nobody has looked at. */
static void
judge (Findings *self, const char *path, const ScList *problems)
{
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      const char *id = sc_rule_get_id (problem->rule);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_rule, problem->rule));

      g_hash_table_insert (self->by_rule, (gpointer) problem->rule, GUINT_TO_POINTER (count + 1));
      self->by_severity[problem->severity]++;
      if (g_test_verbose () || problem->severity == SC_SEVERITY_ERROR)
        g_test_message ("%s: %s %s", path, id, problem->message);
      if (problem->severity == SC_SEVERITY_ERROR && !is_true_error (self, path, problem))
        g_test_fail ();
    }
}

/* Prints what was found and lets go of it. Fails for entries of the list that are no longer found:
 * those of flows, whose paths begin with a slash, or those of packages. */
static void
finish (Findings *self, gboolean of_flows, guint n_files)
{
  const ScRule *const *rules = sc_rule_list ();

  for (guint i = 0; rules[i] != NULL; i++)
    {
      gpointer count = g_hash_table_lookup (self->by_rule, rules[i]);

      if (count != NULL)
        g_test_message ("%-6s %4u  %s", sc_rule_get_id (rules[i]), GPOINTER_TO_UINT (count),
                        sc_rule_get_title (rules[i]));
    }
  for (guint i = 0; true_errors[i].rule != NULL; i++)
    if ((*true_errors[i].path == '/') == of_flows && !self->seen[i])
      {
        g_test_message ("%s: %s is no longer found; take it off the list", true_errors[i].path,
                        true_errors[i].rule);
        g_test_fail ();
      }
  g_test_message ("%u errors, %u warnings, %u advice in %u files",
                  self->by_severity[SC_SEVERITY_ERROR], self->by_severity[SC_SEVERITY_WARNING],
                  self->by_severity[SC_SEVERITY_ADVICE], n_files);
  g_hash_table_unref (self->by_rule);
  g_free (self->seen);
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
  Findings findings;
  g_autoptr (ScValidator) validator = sc_validator_new ();
  guint n = 0;

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the corpus is not here; STAGECRAFT_CORPUS names its folder");
      return;
    }
  findings_init (&findings);
  collect_flows (corpus, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (ScSolution) solution = read_flow (path);
      g_autoptr (ScList) problems = NULL;

      if (solution == NULL)
        continue;
      problems = sc_validator_run (validator, solution);
      judge (&findings, path + strlen (corpus), problems);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  finish (&findings, TRUE, n);
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

/* How many columns are known to be shown on a form. */
static guint
count_on_forms (const ScSolution *solution)
{
  guint n = 0;

  sc_list_foreach (solution->tables, const ScTable *, table)
    {
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          n += column->form == SC_FORM_SHOWN ? 1 : 0;
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
  Findings findings;
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0, n_listed = 0, n_offered = 0, n_processes = 0, n_on_forms = 0;

  if (corpus == NULL || !g_file_test (corpus, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the corpus is not here; STAGECRAFT_CORPUS names its folder");
      return;
    }
  findings_init (&findings);
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
      judge (&findings, name, problems);
      n++;
      n_offered += count_offered (solution);
      n_processes += sc_list_length (solution->processes);
      n_on_forms += count_on_forms (solution);
      n_listed += solution->components != NULL && solution->prefix != NULL;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n_listed, ==, n);
  g_assert_cmpuint (n_offered, >, 0);
  g_assert_cmpuint (n_processes, >, 20);
  g_assert_cmpuint (n_on_forms, >, 100);
  finish (&findings, FALSE, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/corpus/flows", test_flows);
  g_test_add_func ("/validation/corpus/packages", test_packages);
  return g_test_run ();
}
