/* test-template-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A flow of each template is exported: the schemas that every real package passes take it, and it
 * opens as the same flow, in which the full check finds nothing. */

#include <glib/gstdio.h>

#include "sc-edit-solution.h"
#include "sc-export.h"
#include "sc-template.h"
#include "schema-judge.h"

static ScSolution *
make_solution (const ScTemplate *template)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  g_autoptr (ScCatalogue) catalogue = sc_catalogue_new ();
  g_autoptr (ScMetadata) metadata = sc_metadata_new (empty, catalogue);
  g_autoptr (GError) error = NULL;
  ScSolution *solution
      = sc_template_add_flow (template, empty, metadata, &(ScFlowArrival){ .id = NULL }, &error);

  g_assert_no_error (error);
  return solution;
}

static void
judge (const char *template, ScPackageKind kind, const char *path)
{
  SchemaJudge self;

  schema_judge_init (&self);
  if (kind == SC_PACKAGE_ZIP)
    schema_judge_check_zip (&self, template, path);
  else
    schema_judge_check_folder (&self, template, path, "");
  g_assert_cmpstr (self.failures->str, ==, "");
  g_assert_cmpuint (self.judged[CUSTOMIZATIONS], ==, 1);
  g_assert_cmpuint (self.judged[SOLUTION], ==, 1);
  schema_judge_clear (&self);
}

static void
check_opened (const char *path, const ScFlow *flow)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_open (path, &error);
  const ScSolution *solution = storage != NULL ? sc_storage_get_solution (storage) : NULL;
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = NULL;
  const ScFlow *opened;

  g_assert_no_error (error);
  g_assert_cmpuint (sc_list_length (solution->flows), ==, 1);
  opened = sc_list_get (solution->flows, 0);
  g_assert_cmpstr (opened->id, ==, flow->id);
  g_assert_cmpstr (opened->name, ==, flow->name);
  g_assert_cmpstr (opened->description, ==, flow->description);
  g_assert_true (sc_value_equal (opened->stages, flow->stages));
  g_assert_true (sc_value_equal (opened->transitions, flow->transitions));
  problems = sc_validator_run (validator, solution);
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      g_error ("%s: %s %s", flow->name, sc_rule_get_id (problem->rule), problem->message);
    }
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_remove (path);
}

static void
test_package (gconstpointer data)
{
  const ScTemplate *template = data;
  static const ScPackageKind kinds[] = { SC_PACKAGE_ZIP, SC_PACKAGE_FOLDER };
  g_autoptr (ScSolution) solution = make_solution (template);
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-template-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path
          = g_build_filename (folder, kinds[i] == SC_PACKAGE_ZIP ? "made.zip" : "made", NULL);
      const ScExportOptions options = { .kind = kinds[i], .path = path };
      g_autoptr (GError) error = NULL;

      g_assert_true (sc_export_run (NULL, solution, &options, &error));
      g_assert_no_error (error);
      judge (template->name, kinds[i], path);
      check_opened (path, sc_list_get (solution->flows, 0));
    }
  remove_all (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ScList) templates = NULL;

  g_test_init (&argc, &argv, NULL);
  templates = sc_template_list (NULL);
  sc_list_foreach (templates, const ScTemplate *, template)
    {
      g_autofree char *path = g_strconcat ("/template/package/", template->name, NULL);

      g_test_add_data_func (path, template, test_package);
    }
  return g_test_run ();
}
