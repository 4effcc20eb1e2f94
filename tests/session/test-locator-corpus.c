/* test-locator-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "located.h"
#include "sc-package-places.h"
#include "sc-xaml-names.h"

#include <string.h>

/* Every flow, stage and step of real packages is found at its element. */

typedef struct
{
  ScLocator *locator;
  char *name; /* of the text */
  char *text; /* of the file that was looked at last */
  guint n_stages;
  guint n_steps;
} Look;

static void
look_clear (Look *self)
{
  g_free (self->name);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static const char *
find (Look *self, const ScLocation *location)
{
  g_autofree char *name
      = g_strdup_printf ("%s:%s", location->path, location->entry != NULL ? location->entry : "");

  if (g_strcmp0 (name, self->name) != 0)
    {
      g_free (self->name);
      g_free (self->text);
      self->name = g_steal_pointer (&name);
      self->text = located_text_read (location);
    }
  return located_text_find (self->text, location);
}

/* The element begins so, and has the id in that property. */
static void
check_element (
    Look *self, const ScLocation *location, const char *begin, const char *key, const char *id)
{
  const char *text = find (self, location);
  g_autofree char *cut = NULL;
  g_autofree char *property = g_strdup_printf ("x:Key=\"%s\">%s<", key, id);

  g_assert_true (g_str_has_prefix (text, begin));
  cut = located_text_cut (text);
  g_assert_nonnull (strstr (cut, property));
}

static void
check_stage (Look *self, const ScFlow *flow, const ScStage *stage)
{
  g_autoptr (ScLocation) location
      = sc_locator_find_place (self->locator, flow->id, stage->id, NULL, NULL);

  check_element (self, location, ACTIVITY ("StageComposite"), "StageId", stage->id);
  self->n_stages++;
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      g_autoptr (ScLocation) inner
          = sc_locator_find_place (self->locator, flow->id, stage->id, step->id, NULL);

      check_element (self, inner, ACTIVITY ("StepComposite"), "ProcessStepId", step->id);
      self->n_steps++;
    }
}

static void
check_flow (Look *self, const ScFlow *flow)
{
  g_autoptr (ScLocation) location
      = sc_locator_find_place (self->locator, flow->id, NULL, NULL, NULL);
  g_autofree char *compact = sc_xaml_compact_id (flow->id);
  g_autofree char *begin = g_strconcat ("<Activity x:Class=\"XrmWorkflow", compact, "\"", NULL);

  g_assert_true (g_str_has_prefix (find (self, location), begin));
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      check_stage (self, flow, stage);
    }
}

/* Its header says the flow's id and unique name. */
static void
check_header (Look *self, const ScFlow *flow)
{
  g_autoptr (ScProblem) problem = sc_problem_new ();
  g_autoptr (ScLocation) whole = NULL;
  g_autoptr (ScLocation) name = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *element = g_strdup_printf ("<UniqueName>%s</UniqueName>", flow->unique_name);

  sc_set_string (problem, flow, flow->id);
  problem->rule = sc_rule_find ("F-12");
  whole = sc_locator_find (self->locator, problem);
  cut = located_text_cut (find (self, whole));
  g_assert_true (g_str_has_prefix (cut, "<Workflow "));
  g_assert_nonnull (strstr (cut, flow->id));
  problem->rule = sc_rule_find ("F-08");
  name = sc_locator_find (self->locator, problem);
  g_assert_true (g_str_has_prefix (find (self, name), element));
}

static void
check_role (Look *self, const ScRole *role)
{
  g_autoptr (ScLocation) location
      = sc_locator_find_place (self->locator, NULL, NULL, NULL, role->id);
  g_autofree char *text = g_strndup (find (self, location), 500);

  g_assert_true (g_str_has_prefix (text, "<Role "));
  *strchr (text, '>') = '\0';
  g_assert_nonnull (strstr (text, role->id));
}

/* Every table has its file, and its element there. */
static void
check_tables (const ScPackage *package)
{
  g_autoptr (GHashTable) known
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sc_places_free);

  sc_list_foreach (sc_package_get_solution (package)->tables, const ScTable *, table)
    {
      g_autofree char *file = sc_package_find_file (package, SC_PACKAGE_FILE_TABLE, table->name);
      ScPlaces *places;
      guint line, column;

      g_assert_nonnull (file);
      places = g_hash_table_lookup (known, file);
      if (places == NULL)
        {
          places = sc_package_find_places (package, file, NULL);
          g_assert_nonnull (places);
          g_hash_table_insert (known, g_strdup (file), places);
        }
      g_assert_true (sc_places_find (
          places, sc_place_key (SC_PLACE_ROOT, SC_PLACE_TABLE, table->name), &line, &column));
    }
}

static const char *
get_corpus (void)
{
  const char *corpus = g_getenv ("STAGECRAFT_CORPUS");

  return corpus != NULL ? corpus : g_getenv ("STAGECRAFT_CORPUS_DEFAULT");
}

/* The folders and zips in that part of the corpus. */
static GPtrArray *
list_paths (const char *part)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (get_corpus () != NULL ? get_corpus () : "", part, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".zip") || g_file_test (inner, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (paths, g_steal_pointer (&inner));
    }
  if (paths->len == 0)
    g_test_skip ("no packages: set STAGECRAFT_CORPUS to a folder that has some");
  return paths;
}

/* Whatever is wrong in a whole package, there is a line for it, and something stands there. */
static void
check_problems (Look *self, const ScSolution *solution)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_autoptr (ScLocation) location = sc_locator_find (self->locator, problem);
      const char *text = find (self, location);

      g_assert_true (*text == '<' || g_ascii_isalpha (*text));
    }
}

static void
check_package (const char *path, Look *look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);
  const ScSolution *solution;
  g_autoptr (ScLocator) locator = NULL;

  g_assert_no_error (error);
  locator = sc_locator_new (storage);
  look->locator = locator;
  solution = sc_storage_get_solution (storage);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      check_flow (look, flow);
      if (!g_str_has_suffix (path, ".xaml"))
        check_header (look, flow);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      check_role (look, role);
    }
  check_problems (look, solution);
}

static void
test_packages (void)
{
  g_autoptr (GPtrArray) paths = list_paths ("solutions");
  g_auto (Look) look = { NULL };

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (ScPackage) package = sc_package_open (g_ptr_array_index (paths, i), NULL);

      check_package (g_ptr_array_index (paths, i), &look);
      check_tables (package);
    }
  g_test_message ("%u stages and %u steps of %u packages", look.n_stages, look.n_steps, paths->len);
  g_assert_true (paths->len == 0 || look.n_steps > look.n_stages);
}

static void
test_single_files (void)
{
  g_autoptr (GPtrArray) paths = list_paths ("flows");
  g_auto (Look) look = { NULL };

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (paths, i), "flow.xaml", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        check_package (path, &look);
    }
  g_test_message ("%u stages and %u steps", look.n_stages, look.n_steps);
  g_assert_true (paths->len == 0 || look.n_steps > look.n_stages);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locator-corpus/packages", test_packages);
  g_test_add_func ("/locator-corpus/single-files", test_single_files);
  return g_test_run ();
}
