/* test-locator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "located.h"
#include "package-files.h"

/* Everything that has a place, in a folder, a zip and a definition. */

/* What a folder and a zip have besides. */
static const LocatedRow package_rows[] = {
  { NULL, NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<SolutionManifest>",
    NULL },
  { NULL, NULL, NULL, NULL, TRUE, "Roles/Flow user.xml", "customizations.xml", "<Role ",
    "id=\"{" SAMPLE_ROLE_ID "}\"" },
  { NULL, FLOW ("4"), STAGE ("12"), NULL, FALSE, "Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml",
    NULL, ACTIVITY ("StageComposite"), "x:Key=\"StageId\">" STAGE ("12") "<" },
  { NULL, FLOW ("4"), STAGE ("14"), STEP ("24"), FALSE,
    "Tables-FFFFFFFF-0000-4000-8000-000000000004.xaml", NULL, ACTIVITY ("StepComposite"),
    "x:Key=\"ProcessStepId\">" STEP ("24") "<" },
  { "F-01", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<StateCode>", NULL },
  { "F-05", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "Name=\"Tables\"",
    NULL },
  { "F-05", FLOW ("1"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "Name=\"Straight\"",
    NULL },
  { "F-08", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml",
    "<UniqueName>sc_tables<", NULL },
  { "F-08", FLOW ("1"), NULL, NULL, FALSE, ".data.xml", "customizations.xml",
    "<UniqueName>sc_straight<", NULL },
  { "F-12", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<Workflow ",
    "WorkflowId=\"{" FLOW ("4") "}\"" },
  { "F-13", FLOW ("1"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<Workflow ",
    "WorkflowId=\"{" FLOW ("1") "}\"" },
  { "F-14", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<processorder>200<",
    NULL },
  { "P-02", FLOW ("1"), NULL, NULL, TRUE, "Roles/Flow user.xml", "customizations.xml", "<Role ",
    "id=\"{" SAMPLE_ROLE_ID "}\"" },
  { "P-01", FLOW ("1"), NULL, NULL, FALSE, ".xaml", NULL, "<Activity ",
    "XrmWorkflowffffffff000040008000000000000001" },
  { "P-08", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<RootComponents>",
    NULL },
  { "P-12", FLOW ("4"), NULL, NULL, FALSE, ".data.xml", "customizations.xml", "<processorder>200<",
    NULL },
  { "SL-01", FLOW ("1"), NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml",
    "<RootComponent type=\"29\" id=\"{" FLOW ("1") "}\"", NULL },
  { "SL-01", FLOW ("4"), NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml",
    "<RootComponents>", NULL },
  { "SL-02", FLOW ("1"), NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml",
    "<RootComponents>", NULL },
  { "SL-14", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<SolutionManifest>",
    NULL },
  { "SL-15", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<Publisher>",
    "<CustomizationPrefix>sc<" },
  { "SL-16", NULL, NULL, NULL, FALSE, "Other/Solution.xml", "solution.xml", "<Version>1.2.3.4<",
    NULL },
  { "ST-06", FLOW ("4"), STAGE ("13"), NULL, FALSE, ".xaml", NULL, "DisplayName=\"EntityStep",
    "garden_visitor" },
  { "ST-07", FLOW ("4"), STAGE ("12"), NULL, FALSE, "Entities/sc_Record/Entity.xml",
    "customizations.xml", "<IsBusinessProcessEnabled>", NULL },
  { "ST-07", FLOW ("4"), STAGE ("13"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("13") "<" },
  { "TB-01", FLOW ("4"), STAGE ("11"), NULL, FALSE, ".xaml", NULL, "<mcwb:StageRelationship ",
    "TargetStageId=\"" STAGE ("11") "\"" },
  { "TB-01", FLOW ("4"), STAGE ("13"), NULL, FALSE, ".xaml", NULL, ACTIVITY ("StageComposite"),
    "x:Key=\"StageId\">" STAGE ("13") "<" },
};

static const LocatedRow definition_rows[] = {
  { NULL, NULL, NULL, NULL, FALSE, ".stagecraft", NULL, "<solution", NULL },
  { NULL, NULL, NULL, NULL, TRUE, ".stagecraft", NULL, "<role ", SAMPLE_ROLE_ID },
  { NULL, FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "<flow", FLOW ("4") },
  { NULL, FLOW ("1"), STAGE ("02"), NULL, FALSE, ".stagecraft", NULL, "<stage ",
    "id=\"" STAGE ("02") "\"" },
  { NULL, FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".stagecraft", NULL, "<step ",
    "id=\"" STEP ("02") "\"" },
  { "F-05", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "label=\"Tables\"", NULL },
  { "F-08", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "uniqueName=\"sc_tables\"", NULL },
  { "F-13", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "<flow", FLOW ("4") },
  { "F-14", FLOW ("4"), NULL, NULL, FALSE, ".stagecraft", NULL, "order=\"200\"", NULL },
  { "SL-01", FLOW ("1"), NULL, NULL, FALSE, ".stagecraft", NULL, "<component type=\"process\"",
    FLOW ("1") },
  { "SL-02", FLOW ("1"), NULL, NULL, FALSE, ".stagecraft", NULL, "<component ", NULL },
  { "SL-15", NULL, NULL, NULL, FALSE, ".stagecraft", NULL, "prefix=\"sc\"", NULL },
  { "SL-16", NULL, NULL, NULL, FALSE, ".stagecraft", NULL, "version=\"1.2.3.4\"", NULL },
  { "SP-01", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".stagecraft", NULL,
    "column=\"garden_seed\"", NULL },
  { "SP-07", FLOW ("1"), STAGE ("01"), STEP ("01"), FALSE, ".stagecraft", NULL, "required=\"true\"",
    NULL },
  { "SP-07", FLOW ("1"), STAGE ("01"), STEP ("02"), FALSE, ".stagecraft", NULL, "<step ",
    "id=\"" STEP ("02") "\"" },
  { "ST-03", FLOW ("1"), STAGE ("02"), NULL, FALSE, ".stagecraft", NULL, "label=\"Harvest\"",
    NULL },
  { "ST-06", FLOW ("4"), STAGE ("12"), NULL, FALSE, ".stagecraft", NULL, "table=\"sc_record\"",
    NULL },
  { "ST-07", FLOW ("4"), STAGE ("12"), NULL, FALSE, ".stagecraft", NULL, "flowEnabled=\"true\"",
    NULL },
  { "ST-12", FLOW ("1"), STAGE ("01"), NULL, FALSE, ".stagecraft", NULL,
    "next=\"" STAGE ("02") "\"", NULL },
  { "TB-01", FLOW ("4"), STAGE ("11"), NULL, FALSE, ".stagecraft", NULL, "<transition ",
    "target=\"" STAGE ("11") "\"" },
};

static const char *const line_ends[] = { "\n", "\r\n" };

static void
test_folder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_ends); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = located_make_folder (folder, line_ends[i]);

      located_check_rows (path, located_straight_rows, located_n_straight_rows);
      located_check_rows (path, package_rows, G_N_ELEMENTS (package_rows));
      files_remove_folder (folder);
    }
}

static void
test_zip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (line_ends); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = located_make_folder (folder, line_ends[i]);
      g_autofree char *zip = g_build_filename (folder, "packed.zip", NULL);
      g_autoptr (ScStorage) storage = sc_storage_open (path, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScStorage) packed
          = sc_storage_convert (storage, sc_storage_get_solution (storage), zip, &error);

      g_assert_no_error (error);
      located_check_rows (zip, located_straight_rows, located_n_straight_rows);
      located_check_rows (zip, package_rows, G_N_ELEMENTS (package_rows));
      files_remove_folder (folder);
    }
}

static void
test_definition (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = located_make_folder (folder, "\n");
  g_autofree char *definition = g_build_filename (folder, "all.stagecraft", NULL);
  g_autoptr (ScStorage) storage = sc_storage_open (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) saved
      = sc_storage_save_as (sc_storage_get_solution (storage), definition, &error);

  g_assert_no_error (error);
  located_check_rows (definition, definition_rows, G_N_ELEMENTS (definition_rows));
  files_remove_folder (folder);
}

#define N_THREADS 4

static gpointer
check_in_thread (gpointer path)
{
  for (guint i = 0; i < 5; i++)
    located_check_rows (path, package_rows, G_N_ELEMENTS (package_rows));
  return NULL;
}

/* Each thread has storages and locators of its own. */
static void
test_threads (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = located_make_folder (folder, "\n");
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new (NULL, check_in_thread, path);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  files_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/locator/folder", test_folder);
  g_test_add_func ("/locator/zip", test_zip);
  g_test_add_func ("/locator/definition", test_definition);
  g_test_add_func ("/locator/threads", test_threads);
  return g_test_run ();
}
