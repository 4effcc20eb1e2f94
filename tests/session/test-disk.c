/* test-disk.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What others do to the file of a document, and what a person decides about it, for every kind of
 * file. */

#include "disk-fixture.h"

#include "package-files.h"
#include "sc-diff.h"
#include "sc-edit-flow.h"
#include "sc-recovery.h"
#include "sc-settings-file.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

static const char *const names[]
    = { "solution.stagecraft", "Sales.xaml", "solution.zip", "solution" };

static gboolean
is_folder (const DiskFixture *fixture)
{
  return g_file_test (fixture->path, G_FILE_TEST_IS_DIR);
}

static gboolean
is_package (const DiskFixture *fixture)
{
  return !g_str_has_suffix (fixture->path, ".stagecraft");
}

static const ScSolution *
get_solution (DiskFixture *fixture)
{
  return sc_document_get_solution (fixture->document);
}

static void
save (DiskFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sc_document_save (fixture->document, &error);
  g_assert_no_error (error);
}

static void
check_refused (DiskFixture *fixture, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_document_save (fixture->document, &error));
  g_assert_error (error, SC_FILE_ERROR, code);
}

/* What is on disk is that. */
static void
check_on_disk (DiskFixture *fixture, const ScSolution *expected)
{
  g_autoptr (ScSolution) present = disk_fixture_read (fixture);
  g_autoptr (ScList) differences = sc_diff (expected, present);

  g_assert_cmpuint (sc_list_length (differences), ==, 0);
}

static void
check_nothing_noticed (DiskFixture *fixture)
{
  g_assert_null (disk_fixture_look (fixture));
  g_assert_cmpuint (fixture->n_noticed, ==, 0);
}

static void
test_nothing (DiskFixture *fixture)
{
  check_nothing_noticed (fixture);
  g_assert_false (sc_document_is_modified (fixture->document));
}

static void
test_own_save (DiskFixture *fixture)
{
  static const DiskEdit edits[]
      = { disk_edit_rename, disk_edit_add_stage, disk_edit_set_rule, disk_edit_rename_to };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      disk_fixture_edit (fixture, edits[i]);
      save (fixture);
      if (i != 1)
        check_nothing_noticed (fixture);
    }
  /* While somebody is reading. */
  disk_fixture_edit (fixture, disk_edit_rename);
  sc_document_look_async (fixture->document, NULL, NULL, NULL);
  save (fixture);
  check_nothing_noticed (fixture);
}

static ScSolution *
add_flow (const ScSolution *solution)
{
  return sc_edit_flow_add (solution, NULL, "Another", "lead", NULL);
}

static ScSolution *
delete_flow (const ScSolution *solution)
{
  const ScFlow *last = sc_list_at (solution->flows, sc_list_length (solution->flows) - 1);

  return sc_edit_flow_delete (solution, last->id, NULL);
}

/* A new flow brings files that opening does not look into. */
static void
test_own_flow (DiskFixture *fixture)
{
  if (g_str_has_suffix (fixture->path, ".xaml"))
    {
      g_test_skip ("holds one flow");
      return;
    }
  check_nothing_noticed (fixture);
  disk_fixture_edit (fixture, add_flow);
  save (fixture);
  check_nothing_noticed (fixture);
  disk_fixture_edit (fixture, delete_flow);
  save (fixture);
  check_nothing_noticed (fixture);
}

static void
test_touch (DiskFixture *fixture)
{
  disk_fixture_edit (fixture, disk_edit_rename);
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  check_nothing_noticed (fixture);
  disk_fixture_put_back (fixture);
  check_nothing_noticed (fixture);
  g_assert_true (sc_document_is_modified (fixture->document));
  save (fixture);
  check_on_disk (fixture, get_solution (fixture));
}

static void
test_take_theirs (DiskFixture *fixture)
{
  g_autoptr (ScSolution) mine = NULL;
  g_autoptr (ScSolution) theirs = NULL;
  const ScDisk *disk;

  disk_fixture_edit (fixture, disk_edit_rename);
  mine = sc_solution_ref (get_solution (fixture));
  theirs = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_CHANGED);
  g_assert_cmpuint (fixture->n_noticed, ==, 1);
  g_assert_cmpuint (sc_list_length (disk->differences), >, 0);
  g_assert_true (get_solution (fixture) == mine);

  g_assert_true (sc_document_take_theirs (fixture->document, disk));
  g_assert_null (sc_document_get_disk (fixture->document));
  g_assert_false (sc_document_is_modified (fixture->document));
  g_assert_true (sc_solution_equal (get_solution (fixture), theirs));
  sc_document_undo (fixture->document);
  g_assert_true (get_solution (fixture) == mine);
  g_assert_true (sc_document_is_modified (fixture->document));
  sc_document_redo (fixture->document);
  g_assert_false (sc_document_is_modified (fixture->document));
  save (fixture);
  check_on_disk (fixture, theirs);

  sc_document_undo (fixture->document);
  save (fixture);
  check_on_disk (fixture, mine);
  g_assert_null (disk_fixture_look (fixture));
}

static void
test_keep_mine (DiskFixture *fixture)
{
  g_autoptr (ScSolution) mine = NULL;
  g_autoptr (ScSolution) theirs = NULL;

  /* Also what is not modified is mine. */
  mine = sc_solution_ref (get_solution (fixture));
  theirs = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  g_assert_nonnull (disk_fixture_look (fixture));
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  g_assert_true (
      sc_document_keep_mine (fixture->document, sc_document_get_disk (fixture->document)));
  g_assert_true (get_solution (fixture) == mine);
  g_assert_true (sc_document_is_modified (fixture->document));
  g_assert_false (sc_history_can_undo (sc_document_get_history (fixture->document)));
  check_on_disk (fixture, theirs);
  save (fixture);
  check_on_disk (fixture, mine);
  g_assert_null (disk_fixture_look (fixture));
}

static void
test_merge (DiskFixture *fixture)
{
  g_autoptr (ScSolution) theirs = NULL;
  g_autoptr (ScSolution) both = NULL;
  g_autoptr (ScList) conflicts = NULL;

  disk_fixture_edit (fixture, disk_edit_rename);
  theirs = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  both = disk_edit_rename (theirs);
  g_assert_nonnull (disk_fixture_look (fixture));
  g_assert_true (
      sc_document_merge (fixture->document, sc_document_get_disk (fixture->document), &conflicts));
  g_assert_null (conflicts);
  g_assert_true (sc_document_is_modified (fixture->document));
  g_assert_true (sc_solution_equal (get_solution (fixture), both));
  save (fixture);
  check_on_disk (fixture, both);
}

/* Mine counts. */
static void
test_conflict (DiskFixture *fixture)
{
  g_autoptr (ScSolution) mine = NULL;
  g_autoptr (ScSolution) theirs = NULL;
  g_autoptr (ScSolution) merged = NULL;
  g_autoptr (ScList) foreseen = NULL;
  g_autoptr (ScList) conflicts = NULL;
  const ScDisk *disk;

  disk_fixture_edit (fixture, disk_edit_rename);
  mine = sc_solution_ref (get_solution (fixture));
  theirs = disk_fixture_edit_behind (fixture, disk_edit_rename_to);
  disk = disk_fixture_look (fixture);
  merged = sc_document_try_merge (fixture->document, disk, &foreseen);
  g_assert_cmpuint (sc_list_length (foreseen), ==, 1);
  g_assert_true (sc_document_merge (fixture->document, disk, &conflicts));
  g_assert_true (sc_value_equal (conflicts, foreseen));
  g_assert_true (sc_solution_equal (get_solution (fixture), mine));
  save (fixture);
  check_on_disk (fixture, mine);
}

/* A decision is about what was seen. */
static void
test_changed_twice (DiskFixture *fixture)
{
  g_autoptr (ScSolution) first = NULL;
  g_autoptr (ScSolution) second = NULL;
  g_autoptr (ScDisk) seen = NULL;
  g_autoptr (ScList) conflicts = NULL;
  const ScSolution *before = get_solution (fixture);

  first = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  seen = sc_disk_ref (disk_fixture_look (fixture));
  g_assert_true (disk_fixture_look (fixture) == seen);
  second = disk_fixture_edit_behind (fixture, disk_edit_rename_to);
  g_assert_true (disk_fixture_look (fixture) != seen);
  g_assert_cmpuint (fixture->n_noticed, ==, 2);
  g_assert_false (sc_document_take_theirs (fixture->document, seen));
  g_assert_false (sc_document_keep_mine (fixture->document, seen));
  g_assert_false (sc_document_merge (fixture->document, seen, &conflicts));
  g_assert_true (get_solution (fixture) == before);
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  g_assert_true (
      sc_document_take_theirs (fixture->document, sc_document_get_disk (fixture->document)));
  g_assert_true (sc_solution_equal (get_solution (fixture), second));
}

/* What nobody has looked at yet is not written over either, also when it comes after a decision. */
static void
test_unseen (DiskFixture *fixture)
{
  g_autoptr (ScSolution) first = NULL;
  g_autoptr (ScSolution) second = NULL;

  disk_fixture_edit (fixture, disk_edit_rename);
  first = disk_fixture_edit_behind (fixture, disk_edit_rename_to);
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  check_on_disk (fixture, first);
  g_assert_true (sc_document_keep_mine (fixture->document, disk_fixture_look (fixture)));
  second = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  check_on_disk (fixture, second);
  g_assert_nonnull (disk_fixture_look (fixture));
}

static void
test_back_again (DiskFixture *fixture)
{
  g_autoptr (ScSolution) theirs = disk_fixture_edit_behind (fixture, disk_edit_add_stage);

  g_assert_nonnull (disk_fixture_look (fixture));
  disk_fixture_put_back (fixture);
  g_assert_null (disk_fixture_look (fixture));
  g_assert_cmpuint (fixture->n_noticed, ==, 2);
  disk_fixture_edit (fixture, disk_edit_rename);
  save (fixture);
}

/* Both did the same. */
static void
test_like_mine (DiskFixture *fixture)
{
  g_autoptr (ScSolution) theirs = disk_fixture_edit_behind (fixture, disk_edit_rename);

  disk_fixture_edit (fixture, disk_edit_rename);
  check_nothing_noticed (fixture);
  g_assert_false (sc_document_is_modified (fixture->document));
  disk_fixture_edit (fixture, disk_edit_add_stage);
  save (fixture);
  check_on_disk (fixture, get_solution (fixture));
}

/* What a folder cannot be written into again goes into a file. */
static void
check_elsewhere (DiskFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "elsewhere.stagecraft", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStorage) storage = sc_storage_save_copy (sc_document_get_storage (fixture->document),
                                                        get_solution (fixture), path, &error);

  g_assert_no_error (error);
  g_assert_true (sc_solution_equal (sc_storage_get_solution (storage), get_solution (fixture)));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_gone (DiskFixture *fixture)
{
  const gboolean folder = is_folder (fixture);
  const ScDisk *disk;

  disk_fixture_edit (fixture, disk_edit_rename);
  disk_fixture_remove (fixture);
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_GONE);
  g_assert_false (sc_document_keep_mine (fixture->document, disk));
  g_assert_true (sc_document_can_put_back (fixture->document) == !folder);
  if (folder)
    {
      check_refused (fixture, SC_FILE_ERROR_UNSUPPORTED);
      check_elsewhere (fixture);
      disk_fixture_put_back (fixture);
      g_assert_null (disk_fixture_look (fixture));
    }
  save (fixture);
  g_assert_null (disk_fixture_look (fixture));
  check_on_disk (fixture, get_solution (fixture));
  g_assert_cmpuint (fixture->n_noticed, ==, 2);
}

static void
test_unreadable (DiskFixture *fixture)
{
  const gboolean folder = is_folder (fixture);
  const ScSolution *mine;
  const ScDisk *disk;

  disk_fixture_edit (fixture, disk_edit_rename);
  mine = get_solution (fixture);
  if (folder)
    files_remove_folder (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, "<<<<<<< HEAD", -1, NULL));
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_UNREADABLE);
  g_assert_nonnull (disk->message);
  g_assert_true (disk_fixture_look (fixture) == disk);
  g_assert_false (sc_document_take_theirs (fixture->document, disk));
  g_assert_true (get_solution (fixture) == mine);
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  disk_fixture_put_back (fixture);
  g_assert_null (disk_fixture_look (fixture));
  save (fixture);
}

/* What is kept beside a package is watched and protected as well. */
static void
test_settings (DiskFixture *fixture)
{
  g_autoptr (ScSolution) theirs = disk_fixture_edit_behind (fixture, disk_edit_set_rule);
  g_autofree char *file = sc_settings_file_get_path (fixture->path);
  g_autoptr (ScList) conflicts = NULL;
  const ScDisk *disk;

  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS) == is_package (fixture));
  disk_fixture_edit (fixture, disk_edit_rename);
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_CHANGED);
  g_assert_true (sc_document_merge (fixture->document, disk, &conflicts));
  g_assert_null (conflicts);
  save (fixture);
  g_assert_nonnull (get_solution (fixture)->rule_settings);
  check_on_disk (fixture, get_solution (fixture));
  if (!is_package (fixture))
    return;

  /* Gone again. */
  g_assert_cmpint (g_unlink (file), ==, 0);
  disk_fixture_edit (fixture, disk_edit_rename_to);
  check_refused (fixture, SC_FILE_ERROR_CHANGED);
  disk = disk_fixture_look (fixture);
  g_assert_nonnull (disk);
  g_assert_true (sc_document_keep_mine (fixture->document, disk));
  save (fixture);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
}

/* The same in other words is followed: nobody is asked, and it is what saving goes by. */
static void
test_reworded (DiskFixture *fixture)
{
  g_autofree char *text = NULL;
  g_autofree char *reworded = NULL;

  if (!g_str_has_suffix (fixture->path, ".stagecraft"))
    return;
  disk_fixture_edit (fixture, disk_edit_rename);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  reworded = g_strconcat (text, "\n<!-- Reviewed -->\n", NULL);
  g_assert_true (g_file_set_contents (fixture->path, reworded, -1, NULL));
  check_nothing_noticed (fixture);
  g_assert_true (sc_document_is_modified (fixture->document));
  save (fixture);
}

/* Unsaved work is kept against what is on disk now. */
static void
test_recovery (DiskFixture *fixture)
{
  g_autofree char *folder = files_make_folder ();
  g_autoptr (ScSolution) theirs = NULL;
  g_autoptr (GPtrArray) leftovers = NULL;

  sc_document_protect (fixture->document, folder);
  disk_fixture_edit (fixture, disk_edit_rename);
  theirs = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  g_assert_true (sc_document_take_theirs (fixture->document, disk_fixture_look (fixture)));
  g_assert_true (sc_document_flush (fixture->document));
  leftovers = sc_leftover_list (folder);
  g_assert_cmpuint (leftovers->len, ==, 0);
  sc_document_undo (fixture->document);
  g_assert_true (sc_document_flush (fixture->document));
  g_clear_object (&fixture->document);
  fixture->document = sc_document_open (fixture->path, NULL);
  files_remove_folder (folder);
}

static void
test_link (DiskFixture *fixture)
{
  g_autofree char *target
      = g_strconcat (fixture->folder, "/real-", strrchr (fixture->path, '/') + 1, NULL);
  g_autoptr (ScSolution) theirs = NULL;

  if (is_package (fixture) && is_folder (fixture))
    return;
  g_assert_cmpint (g_rename (fixture->path, target), ==, 0);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  theirs = disk_fixture_edit_behind (fixture, disk_edit_add_stage);
  g_assert_nonnull (disk_fixture_look (fixture));
  g_assert_true (
      sc_document_keep_mine (fixture->document, sc_document_get_disk (fixture->document)));
  save (fixture);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static const struct
{
  const char *name;
  void (*test) (DiskFixture *fixture);
} rows[] = {
  { "nothing", test_nothing },
  { "own-save", test_own_save },
  { "own-flow", test_own_flow },
  { "touch", test_touch },
  { "take-theirs", test_take_theirs },
  { "keep-mine", test_keep_mine },
  { "merge", test_merge },
  { "conflict", test_conflict },
  { "changed-twice", test_changed_twice },
  { "unseen", test_unseen },
  { "back-again", test_back_again },
  { "like-mine", test_like_mine },
  { "gone", test_gone },
  { "unreadable", test_unreadable },
  { "settings", test_settings },
  { "reworded", test_reworded },
  { "recovery", test_recovery },
  { "link", test_link },
};

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  DiskFixture fixture;

  disk_fixture_init (&fixture, names[i % G_N_ELEMENTS (names)]);
  rows[i / G_N_ELEMENTS (names)].test (&fixture);
  disk_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/disk/%s/%s", rows[i / G_N_ELEMENTS (names)].name,
                                               names[i % G_N_ELEMENTS (names)]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
