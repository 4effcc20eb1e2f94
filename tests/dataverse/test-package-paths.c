/* test-package-paths.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names from a file that become paths of a folder that is there: none leads elsewhere. */

#include "package-files.h"
#include "sc-edit-flow.h"
#include "sc-file-error.h"

#include <string.h>

#define STRAIGHT "ffffffff-0000-4000-8000-000000000001"
#define NEW_ID   "eeeeeeee-0000-4000-8000-000000000009"
#define XAML     "package/Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define MANIFEST "package/Other/Solution.xml"

/* A package between other files; package is freed with g_free(). */
static char *
make_package (const char *folder)
{
  char *package = g_build_filename (folder, "package", NULL);

  files_make_solution (package, "\n");
  files_write (folder, ".git/config", "[core]");
  files_write (folder, "beside.txt", "kept");
  files_write (package, ".git/config", "[core]");
  files_write (package, "Entities/other/Entity.xml", "<Entity />");
  files_write (package, "Entities/.git/config", "[core]");
  return package;
}

/* A flow goes, and its table with it. */
static void
test_deleted (void)
{
  static const char *const names[] = { ".", "..", "../Other", "../..", "./.", ".git", "../.git" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = make_package (folder);
      g_autofree char *name = g_strdup_printf ("<UniqueName>%s</UniqueName>", names[i]);
      g_autoptr (GHashTable) before = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ScPackage) package = NULL;
      g_autoptr (ScPackage) saved = NULL;
      g_autoptr (ScSolution) after = NULL;

      g_test_message ("%s", names[i]);
      files_replace (folder, XAML ".data.xml", "<UniqueName>sc_straight</UniqueName>", name);
      before = files_take_snapshot (folder);
      package = sc_package_open (path, &error);
      g_assert_no_error (error);
      after = sc_edit_flow_delete (sc_package_get_solution (package), STRAIGHT, &error);
      g_assert_no_error (error);
      saved = sc_package_save (package, after, FALSE, &error);
      g_assert_no_error (error);
      files_assert_changed (before, folder, MANIFEST "," XAML "," XAML ".data.xml");
      files_remove_folder (folder);
    }
}

/* A flow comes, with a file for the relationships to each of its tables. */
static void
test_added (void)
{
  static const char *const tables[] = { "../../.git/hooks/x", "../.hidden", "../../../outside",
                                        "../../inside",       ".hidden",    "a//b" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *folder = files_make_folder ();
      g_autofree char *path = make_package (folder);
      g_autoptr (GHashTable) before = files_take_snapshot (folder);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScPackage) package = sc_package_open (path, &error);
      g_autoptr (ScPackage) saved = NULL;
      g_autoptr (ScSolution) after = NULL;

      g_test_message ("%s", tables[i]);
      g_assert_no_error (error);
      after
          = sc_edit_flow_add (sc_package_get_solution (package), NEW_ID, "New", tables[i], &error);
      g_assert_no_error (error);
      saved = sc_package_save (package, after, FALSE, &error);
      g_assert_null (saved);
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE);
      files_assert_changed (before, folder, "");
      files_remove_folder (folder);
    }
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/package-paths/deleted", test_deleted);
  g_test_add_func ("/package-paths/added", test_added);
  return g_test_run ();
}
