/* test-package-reading.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-files.h"

#include <string.h>

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  return package;
}

/* The only one of the files of the flow "Straight" that describes it. */
static char *
find_data (const char *folder)
{
  g_autofree char *workflows = g_build_filename (folder, "Workflows", NULL);
  g_autoptr (GDir) dir = g_dir_open (workflows, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "Straight") && g_str_has_suffix (name, ".data.xml"))
      return g_build_filename ("Workflows", name, NULL);
  g_assert_not_reached ();
}

static guint
count_notes (const ScPackage *package, const char *part)
{
  guint n = 0;

  for (const char *const *note = sc_package_get_notes (package); *note != NULL; note++)
    n += strstr (*note, part) != NULL;
  return n;
}

/* What a flow has to say of itself for an import. */
static void
test_header (void)
{
  static const struct
  {
    const char *header;
    const char *note; /* NULL: nothing is wrong */
  } cases[] = {
    { "<Type>1</Type>", NULL },
    { "<Type>1</Type><Scope>4</Scope>", NULL },
    { "<Type></Type><Scope></Scope>", NULL },
    { "<Type>2</Type>", "is of the type 2, not of 1" },
    { "<Type>1</Type><Scope>1</Scope>", "has the scope 1, not 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autoptr (ScPackage) before = NULL;
      g_autoptr (ScPackage) package = NULL;
      g_autofree char *data = NULL;

      files_make_solution (folder, "\n");
      before = open_package (folder);
      data = find_data (folder);
      files_replace (folder, data, "<Type>1</Type>", cases[i].header);
      package = open_package (folder);
      g_assert_cmpuint (g_strv_length ((char **) sc_package_get_notes (package)), ==,
                        g_strv_length ((char **) sc_package_get_notes (before))
                            + (cases[i].note != NULL));
      if (cases[i].note != NULL)
        g_assert_cmpuint (count_notes (package, cases[i].note), ==, 1);
      files_remove_folder (folder);
    }
}

static void
test_apps (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScPackage) package = NULL;
  const ScSolution *solution;
  const ScApp *app;

  files_make_solution (folder, "\n");
  files_write (folder, "AppModules/sc_empty/AppModule.xml", "<AppModule/>");
  files_write (folder, "AppModules/sc_none/readme.txt", "nothing");
  files_write (folder, "AppModules/sc_other/AppModule.xml", "<Other/>");
  files_write (folder, "AppModules/sc_sales/AppModule.xml",
               "<AppModule><UniqueName>sc_sales</UniqueName><AppModuleComponents>"
               "<AppModuleComponent type=\"1\" schemaName=\"Account\"/>"
               "<AppModuleComponent type=\"29\" id=\"{FFFFFFFF-0000-4000-8000-000000000001}\"/>"
               "<AppModuleComponent/></AppModuleComponents><LocalizedNames>"
               "<LocalizedName description=\"Sales\" languagecode=\"1033\"/>"
               "</LocalizedNames></AppModule>");
  package = open_package (folder);
  solution = sc_package_get_solution (package);
  g_assert_cmpuint (sc_list_length (solution->apps), ==, 2);
  app = sc_list_get (solution->apps, 0);
  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "");
  app = sc_list_get (solution->apps, 1);
  g_assert_cmpstr (sc_app_get_label (app, 1033), ==, "Sales");
  g_assert_cmpuint (sc_list_length (app->components), ==, 2);
  g_assert_true (sc_app_has_table (app, "account"));
  g_assert_false (sc_app_has_table (app, "contact"));
  g_assert_true (sc_app_has_flow (
      app, sc_solution_find_flow (solution, "ffffffff-0000-4000-8000-000000000001", NULL)));
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/package/reading/header", test_header);
  g_test_add_func ("/package/reading/apps", test_apps);
  return g_test_run ();
}
