/* test-package-same.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a package on disk is still the one that was opened. */

#include "package-files.h"
#include "package-parts.h"

#include <glib/gstdio.h>

#define XAML  "Workflows/Straight-FFFFFFFF-0000-4000-8000-000000000001.xaml"
#define DATA  XAML ".data.xml"
#define ROLE  "Roles/Flow user.xml"
#define OTHER "Workflows/Other.xaml"

typedef struct
{
  const char *title;
  const char *file;
  const char *from, *to; /* to NULL: the file goes; from NULL: the file is new */
  gboolean holds, files; /* as saving may change it, and all of it that is kept */
} Row;

static const Row rows[] = {
  { "nothing", DATA, "<Type>1</Type>", "<Type>1</Type>", TRUE, TRUE },
  { "a flow's XAML", XAML, "<mxswa:Workflow>", "<mxswa:Workflow> ", FALSE, FALSE },
  { "what describes it", DATA, "<Type>1</Type>", "<Type>1 </Type>", FALSE, FALSE },
  { "a role", ROLE, "Flow user", "Flow_user", FALSE, FALSE },
  { "the manifest", "Other/Solution.xml", "1.2.3.4", "1.2.3.5", FALSE, FALSE },
  { "a table", "Entities/sc_Record/Entity.xml", "Datensatz", "Zeile", TRUE, TRUE },
  { "a flow goes", XAML, NULL, NULL, FALSE, FALSE },
  { "a role goes", ROLE, NULL, NULL, FALSE, FALSE },
  { "a flow that cannot be read", OTHER ".data.xml", NULL, "<a>", FALSE, TRUE },
  { "a role more", "Roles/Other.xml", NULL,
    "<Role id=\"{dddddddd-1111-4222-8333-444444444444}\" name=\"Other\" />", FALSE, FALSE },
  { "a text", "readme.txt", NULL, "new", TRUE, TRUE },
};

static void
change (const char *folder, const Row *row)
{
  g_autofree char *path = g_build_filename (folder, row->file, NULL);

  if (row->to == NULL)
    g_assert_cmpint (g_unlink (path), ==, 0);
  else if (row->from == NULL)
    files_write (folder, row->file, row->to);
  else
    files_replace (folder, row->file, row->from, row->to);
}

static void
test_folder (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = files_make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPackage) before = NULL;
  g_autoptr (ScPackage) after = NULL;

  files_make_solution (folder, "\n");
  before = sc_package_open (folder, &error);
  g_assert_no_error (error);
  change (folder, row);
  after = sc_package_open (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sc_package_holds_same (before, after), ==, row->holds);
  g_assert_cmpint (sc_package_has_same_files (before, after), ==, row->files);
  g_assert_true (sc_package_holds_same (after, after));
  files_remove_folder (folder);
}

/* What was missing before may be missing still, or be there again. */
static void
test_notes (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScPackage) missing = NULL;
  g_autoptr (ScPackage) still = NULL;
  g_autoptr (ScPackage) there = NULL;

  files_make_solution (folder, "\n");
  files_write (folder, OTHER ".data.xml", "<a>");
  missing = sc_package_open (folder, NULL);
  still = sc_package_open (folder, NULL);
  files_write (folder, OTHER ".data.xml", "<a />");
  there = sc_package_open (folder, NULL);
  g_assert_true (sc_package_holds_same (missing, still));
  g_assert_true (sc_package_holds_same (missing, there));
  files_remove_folder (folder);
}

/* Of a zip every byte counts; a zip is never a folder. */
static void
test_zip (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autoptr (GPtrArray) parts = parts_make_sample ();
  g_autoptr (ScPackage) before = NULL;
  g_autoptr (ScPackage) same = NULL;
  g_autoptr (ScPackage) other = NULL;
  g_autoptr (ScPackage) unpacked = NULL;

  parts_write_zip (parts, path);
  before = sc_package_open (path, NULL);
  same = sc_package_open (path, NULL);
  parts_replace (parts, "WebResources/sc_logo", "PNG", "GIF");
  parts_write_zip (parts, path);
  other = sc_package_open (path, NULL);
  g_assert_true (sc_package_holds_same (before, same) && sc_package_has_same_files (before, same));
  g_assert_false (sc_package_holds_same (before, other));
  g_assert_false (sc_package_has_same_files (before, other));
  files_make_solution (folder, "\n");
  unpacked = sc_package_open (folder, NULL);
  g_assert_false (sc_package_holds_same (before, unpacked));
  g_assert_false (sc_package_has_same_files (before, unpacked));
  files_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/package-same/", rows[i].title, NULL);

      g_test_add_data_func (path, &rows[i], test_folder);
    }
  g_test_add_func ("/package-same/notes", test_notes);
  g_test_add_func ("/package-same/zip", test_zip);
  return g_test_run ();
}
