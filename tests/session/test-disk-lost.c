/* test-disk-lost.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is open is the only copy once others have taken its file away: it is kept as unsaved work
 * is, for every kind of file, though nobody has edited anything. */

#include "disk-fixture.h"

#include "abandoned.h"
#include "package-files.h"

#include <glib/gstdio.h>

static const char *const names[]
    = { "solution.stagecraft", "Sales.xaml", "solution.zip", "solution" };

/* A document whose work is kept. */
typedef struct
{
  DiskFixture disk;
  char *kept;
} Fixture;

static void
check_lost (Fixture *self, gboolean lost)
{
  g_autoptr (GDir) dir = g_dir_open (self->kept, 0, NULL);

  g_assert_true (sc_document_would_be_lost (self->disk.document) == lost);
  g_assert_true (sc_document_flush (self->disk.document));
  g_assert_true ((g_dir_read_name (dir) != NULL) == lost);
}

static void
check_state (Fixture *self, ScDiskState state)
{
  const ScDisk *disk = disk_fixture_look (&self->disk);

  g_assert_cmpint (disk != NULL ? disk->state : SC_DISK_SAME, ==, state);
}

static void
take_away (Fixture *self)
{
  disk_fixture_remove (&self->disk);
  check_state (self, SC_DISK_GONE);
  g_assert_false (sc_document_is_modified (self->disk.document));
}

static void
test_back (Fixture *self)
{
  check_lost (self, FALSE);
  take_away (self);
  check_lost (self, TRUE);
  disk_fixture_put_back (&self->disk);
  check_state (self, SC_DISK_SAME);
  check_lost (self, FALSE);
}

/* What is there instead is the choice of others, and is shown. */
static void
test_back_changed (Fixture *self)
{
  take_away (self);
  disk_fixture_put_back (&self->disk);
  sc_solution_unref (disk_fixture_edit_behind (&self->disk, disk_edit_rename_to));
  check_state (self, SC_DISK_CHANGED);
  check_lost (self, FALSE);
}

static void
test_saved_again (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  take_away (self);
  if (!sc_document_can_put_back (self->disk.document))
    return;
  g_assert_true (sc_document_save (self->disk.document, &error));
  check_lost (self, FALSE);
  check_state (self, SC_DISK_SAME);
}

static void
save_elsewhere (Fixture *self)
{
  g_autofree char *path = g_strconcat (self->kept, ".stagecraft", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_document_save_as (self->disk.document, path, &error));
  check_lost (self, FALSE);
}

static void
test_saved_elsewhere (Fixture *self)
{
  take_away (self);
  save_elsewhere (self);
}

static void
test_undone (Fixture *self)
{
  disk_fixture_edit (&self->disk, disk_edit_rename);
  disk_fixture_remove (&self->disk);
  check_state (self, SC_DISK_GONE);
  check_lost (self, TRUE);
  sc_document_undo (self->disk.document);
  check_lost (self, TRUE);
}

/* A file that cannot be read holds no more than none. */
static void
test_unreadable (Fixture *self)
{
  disk_fixture_remove (&self->disk);
  g_assert_true (g_file_set_contents (self->disk.path, "<<<<<<< HEAD", -1, NULL));
  check_state (self, SC_DISK_UNREADABLE);
  check_lost (self, TRUE);
  g_assert_false (sc_document_save (self->disk.document, NULL));
  check_lost (self, TRUE);
}

static void
test_discarded (Fixture *self)
{
  g_autoptr (GDir) dir = NULL;

  take_away (self);
  check_lost (self, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->disk.document));
  dir = g_dir_open (self->kept, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

/* The process ends; free with g_object_unref(). */
static ScDocument *
restore (Fixture *self, char **note)
{
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (GError) error = NULL;
  ScDocument *document;

  abandoned_keep_copy (self->kept);
  g_clear_object (&self->disk.document);
  abandoned_bring_back (self->kept);
  leftovers = sc_leftover_list (self->kept);
  g_assert_cmpuint (leftovers->len, ==, 1);
  document = sc_document_restore (g_ptr_array_index (leftovers, 0), FALSE, note, &error);
  g_assert_no_error (error);
  sc_document_protect (document, self->kept);
  g_assert_true (sc_document_flush (document));
  sc_leftover_discard (g_ptr_array_index (leftovers, 0));
  return document;
}

/* What was restored is as lost as it was, until it is saved. */
static void
test_restored (Fixture *self)
{
  g_autoptr (ScSolution) before = sc_solution_ref (sc_document_get_solution (self->disk.document));

  take_away (self);
  check_lost (self, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *note = NULL;

      self->disk.document = restore (self, &note);
      g_assert_true ((note != NULL) == (i == 0));
      g_assert_true (sc_solution_equal (sc_document_get_solution (self->disk.document), before));
      g_assert_false (sc_history_can_undo (sc_document_get_history (self->disk.document)));
      g_assert_null (sc_document_get_storage (self->disk.document));
      check_lost (self, TRUE);
    }
  save_elsewhere (self);
}

/* The file is back by then. */
static void
test_restored_back (Fixture *self)
{
  g_autofree char *note = NULL;

  take_away (self);
  check_lost (self, TRUE);
  disk_fixture_put_back (&self->disk);
  self->disk.document = restore (self, &note);
  g_assert_null (note);
  g_assert_false (sc_document_is_modified (self->disk.document));
  check_lost (self, FALSE);
}

/* Something else is there by then. */
static void
test_restored_changed (Fixture *self)
{
  g_autofree char *note = NULL;
  const ScDisk *disk;

  take_away (self);
  check_lost (self, TRUE);
  disk_fixture_put_back (&self->disk);
  sc_solution_unref (disk_fixture_edit_behind (&self->disk, disk_edit_rename_to));
  self->disk.document = restore (self, &note);
  disk = sc_document_get_disk (self->disk.document);
  g_assert_nonnull (disk);
  g_assert_cmpint (disk->state, ==, SC_DISK_CHANGED);
  check_lost (self, TRUE);
  g_assert_true (sc_document_take_theirs (self->disk.document, disk));
  check_lost (self, FALSE);
}

static const struct
{
  const char *name;
  void (*test) (Fixture *self);
} rows[] = {
  { "back", test_back },
  { "back-changed", test_back_changed },
  { "saved-again", test_saved_again },
  { "saved-elsewhere", test_saved_elsewhere },
  { "undone", test_undone },
  { "unreadable", test_unreadable },
  { "discarded", test_discarded },
  { "restored", test_restored },
  { "restored-back", test_restored_back },
  { "restored-changed", test_restored_changed },
};

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *folder = files_make_folder ();
  Fixture fixture = { .kept = g_build_filename (folder, "kept", NULL) };

  disk_fixture_init (&fixture.disk, names[i % G_N_ELEMENTS (names)]);
  g_assert_cmpint (g_mkdir (fixture.kept, 0700), ==, 0);
  sc_document_protect (fixture.disk.document, fixture.kept);
  rows[i / G_N_ELEMENTS (names)].test (&fixture);
  if (fixture.disk.document == NULL)
    fixture.disk.document = sc_document_new ();
  disk_fixture_clear (&fixture.disk);
  files_remove_folder (folder);
  g_free (fixture.kept);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows) * G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/disk-lost/%s/%s", rows[i / G_N_ELEMENTS (names)].name, names[i % G_N_ELEMENTS (names)]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  return g_test_run ();
}
