/* test-unseen.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What others write where a document is about to be saved, and nobody has seen yet. */

#include "disk-fixture.h"

#include "package-files.h"

static const char *const names[]
    = { "solution.stagecraft", "Sales.xaml", "solution.zip", "solution" };

static void
check_refused (DiskFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_document_save (fixture->document, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
  g_assert_true (sc_document_is_modified (fixture->document));
}

static void
see_it_gone (DiskFixture *fixture)
{
  const ScDisk *disk;

  sc_document_set_keeps_previous (fixture->document, TRUE);
  disk_fixture_edit (fixture, disk_edit_rename);
  disk_fixture_remove (fixture);
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_GONE);
}

static void
test_back_changed (gconstpointer name)
{
  g_autoptr (ScSolution) theirs = NULL;
  g_autoptr (GHashTable) files = NULL;
  DiskFixture fixture;

  disk_fixture_init (&fixture, name);
  see_it_gone (&fixture);
  disk_fixture_put_back (&fixture);
  theirs = disk_fixture_edit_behind (&fixture, disk_edit_rename_to);
  files = files_take_snapshot (fixture.folder);
  check_refused (&fixture);
  files_assert_changed (files, fixture.folder, "");
  disk_fixture_clear (&fixture);
}

static void
test_back_as_it_was (gconstpointer name)
{
  g_autoptr (ScSolution) present = NULL;
  g_autoptr (GError) error = NULL;
  DiskFixture fixture;

  disk_fixture_init (&fixture, name);
  see_it_gone (&fixture);
  disk_fixture_put_back (&fixture);
  sc_document_save (fixture.document, &error);
  g_assert_no_error (error);
  g_assert_null (disk_fixture_look (&fixture));
  disk_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  files_use_memory ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *changed = g_strdup_printf ("/unseen/back-changed/%s", names[i]);
      g_autofree char *as_it_was = g_strdup_printf ("/unseen/back-as-it-was/%s", names[i]);

      g_test_add_data_func (changed, names[i], test_back_changed);
      g_test_add_data_func (as_it_was, names[i], test_back_as_it_was);
    }
  return g_test_run ();
}
