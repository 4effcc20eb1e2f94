/* test-recovery.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-edit-role.h"
#include "sc-edit-stage.h"
#include "sc-recovery.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "abandoned.h"

typedef struct
{
  char *folder; /* of the test */
  char *kept;   /* of unsaved work */
  char *path;   /* of a document */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  fixture->kept = g_build_filename (fixture->folder, "state", "recovery", NULL);
  fixture->path = g_build_filename (fixture->folder, "sales 100%.stagecraft", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  abandoned_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->kept);
  g_free (fixture->path);
}

static void
add_flow (ScDocument *document, const char *name)
{
  g_autoptr (ScSolution) after
      = sc_edit_flow_add (sc_document_get_solution (document), NULL, name, "lead", NULL);

  sc_document_commit (document, after, name, NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The only folder of work; free with g_free(). */
static char *
find_work (const Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->kept, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;

  g_assert_nonnull (name);
  return g_build_filename (fixture->kept, name, NULL);
}

/* A document that is on disk, with two edits that are not; all is as if its process had ended. */
static ScSolution *
leave_behind (const Fixture *fixture)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  ScSolution *now;

  add_flow (document, "First");
  g_assert_true (sc_document_save_as (document, fixture->path, NULL));
  sc_document_protect (document, fixture->kept);
  add_flow (document, "Second");
  add_flow (document, "Third");
  g_assert_true (sc_document_flush (document));
  now = sc_solution_ref (sc_document_get_solution (document));
  abandoned_keep_copy (fixture->kept);
  g_clear_object (&document);
  abandoned_bring_back (fixture->kept);
  return now;
}

static ScLeftover *
get_only (const Fixture *fixture)
{
  g_autoptr (GPtrArray) leftovers = sc_leftover_list (fixture->kept);

  g_assert_cmpuint (leftovers->len, ==, 1);
  return sc_leftover_ref (g_ptr_array_index (leftovers, 0));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (GPtrArray) leftovers = sc_leftover_list (fixture->kept);

  g_assert_cmpuint (leftovers->len, ==, 0);
  sc_document_protect (document, fixture->kept);
  g_assert_true (sc_document_flush (document));
  g_assert_false (g_file_test (fixture->kept, G_FILE_TEST_EXISTS));
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autoptr (ScLeftover) leftover = get_only (fixture);
  g_autofree char *note = NULL;
  g_autoptr (ScDocument) document = NULL;

  g_assert_cmpstr (sc_leftover_get_path (leftover), ==, fixture->path);
  g_assert_cmpint (ABS (sc_leftover_get_time (leftover) - g_get_real_time () / G_USEC_PER_SEC), <,
                   60);
  document = sc_document_restore (leftover, FALSE, &note, NULL);
  g_assert_nonnull (document);
  g_assert_null (note);
  g_assert_true (sc_solution_equal (sc_document_get_solution (document), now));
  g_assert_true (sc_document_is_modified (document));
  g_assert_cmpstr (sc_storage_get_path (sc_document_get_storage (document)), ==, fixture->path);

  sc_document_undo (document);
  g_assert_false (sc_document_is_modified (document));
  g_assert_cmpuint (sc_list_length (sc_document_get_solution (document)->flows), ==, 1);

  sc_leftover_discard (leftover);
  g_assert_cmpuint (count_files (fixture->kept), ==, 0);
}

static void
test_not_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScLeftover) leftover = NULL;
  g_autofree char *note = NULL;

  sc_document_protect (document, fixture->kept);
  add_flow (document, "Only");
  g_assert_true (sc_document_flush (document));
  abandoned_keep_copy (fixture->kept);
  g_clear_object (&document);
  abandoned_bring_back (fixture->kept);

  leftover = get_only (fixture);
  g_assert_cmpstr (sc_leftover_get_title (leftover), ==, "New solution");
  g_assert_null (sc_leftover_get_path (leftover));
  document = sc_document_restore (leftover, FALSE, &note, NULL);
  g_assert_null (note);
  g_assert_null (sc_document_get_storage (document));
  g_assert_true (sc_document_is_modified (document));
}

/* The work comes back onto what the file is now, and nothing of that is written over unseen. */
static void
test_file_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autoptr (ScLeftover) leftover = get_only (fixture);
  g_autoptr (ScDocument) other = sc_document_open (fixture->path, NULL);

  add_flow (other, "Of somebody else");
  g_assert_true (sc_document_save (other, NULL));
  for (guint choice = 0; choice < 3; choice++)
    {
      g_autofree char *note = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ScDocument) document = sc_document_restore (leftover, FALSE, &note, NULL);
      const ScDisk *disk = sc_document_get_disk (document);
      g_autoptr (ScList) conflicts = NULL;
      const guint n = sc_list_length (now->flows);

      g_assert_null (note);
      g_assert_nonnull (disk);
      g_assert_cmpint (disk->state, ==, SC_DISK_CHANGED);
      g_assert_cmpuint (sc_list_length (disk->differences), ==, 1);
      g_assert_true (sc_solution_equal (sc_document_get_solution (document), now));
      g_assert_true (sc_document_is_modified (document));
      g_assert_false (sc_document_save (document, &error));
      g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
      g_clear_error (&error);
      if (choice == 0)
        g_assert_true (sc_document_take_theirs (document, disk));
      else if (choice == 1)
        g_assert_true (sc_document_merge (document, disk, &conflicts));
      else
        g_assert_true (sc_document_keep_mine (document, disk));
      g_assert_null (conflicts);
      g_assert_true (sc_document_is_modified (document) == (choice != 0));
      if (choice == 1)
        g_assert_cmpuint (sc_list_length (sc_document_get_solution (document)->flows), ==, n + 1);
      if (choice == 2)
        g_assert_true (sc_document_save (document, &error));
    }
  g_clear_object (&other);
  other = sc_document_open (fixture->path, NULL);
  g_assert_true (sc_solution_equal (sc_document_get_solution (other), now));
}

static void
test_file_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autoptr (ScLeftover) leftover = get_only (fixture);
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *note = NULL;

  g_unlink (fixture->path);
  document = sc_document_restore (leftover, FALSE, &note, NULL);
  g_assert_nonnull (note);
  g_assert_null (sc_document_get_storage (document));
  g_assert_true (sc_solution_equal (sc_document_get_solution (document), now));
}

/* What is saved, undone or closed is not left behind. */
static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();

  sc_document_protect (document, fixture->kept);
  add_flow (document, "First");
  g_assert_true (sc_document_flush (document));
  g_assert_cmpuint (count_files (fixture->kept), ==, 1);
  g_assert_true (sc_document_save_as (document, fixture->path, NULL));
  g_assert_true (sc_document_flush (document));
  g_assert_cmpuint (count_files (fixture->kept), ==, 0);

  add_flow (document, "Second");
  g_assert_true (sc_document_flush (document));
  g_assert_cmpuint (count_files (fixture->kept), ==, 1);
  sc_document_undo (document);
  g_assert_true (sc_document_flush (document));
  g_assert_cmpuint (count_files (fixture->kept), ==, 0);

  sc_document_redo (document);
  g_assert_true (sc_document_flush (document));
  g_assert_cmpuint (count_files (fixture->kept), ==, 1);
  g_clear_object (&document);
  g_assert_cmpuint (count_files (fixture->kept), ==, 0);
}

static void
test_only_what_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autofree char *work = NULL;
  g_autofree char *first = NULL;
  g_autofree char *newest = NULL;
  g_autoptr (ScSolution) after = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Flow %d", i);
      add_flow (document, name);
    }
  sc_document_protect (document, fixture->kept);
  g_assert_true (sc_document_flush (document));
  work = find_work (fixture);
  g_assert_cmpuint (count_files (work), ==, 4); /* lock, list, all but the flows, the flows */
  after = sc_edit_role_add (sc_document_get_solution (document), NULL, "Sales", NULL);
  sc_document_commit (document, after, "Add Role", NULL);
  g_assert_true (sc_document_flush (document));
  newest = g_build_filename (work, "3.stagecraft", NULL);
  g_assert_true (g_file_get_contents (newest, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Sales"));
  g_assert_null (strstr (text, "Flow 3"));
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autofree char *work = find_work (fixture);
  struct stat info;

  g_assert_cmpint (stat (fixture->kept, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (work, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

/* The work of a document that is open is nobody else's. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (GPtrArray) leftovers = NULL;

  sc_document_protect (document, fixture->kept);
  add_flow (document, "First");
  g_assert_true (sc_document_flush (document));
  leftovers = sc_leftover_list (fixture->kept);
  g_assert_cmpuint (leftovers->len, ==, 0);
}

static void
test_two_programs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autoptr (ScLeftover) leftover = get_only (fixture);
  g_autoptr (GPtrArray) second = sc_leftover_list (fixture->kept);
  g_autoptr (GPtrArray) third = NULL;

  g_assert_cmpuint (second->len, ==, 0);
  g_clear_pointer (&leftover, sc_leftover_unref);
  third = sc_leftover_list (fixture->kept);
  g_assert_cmpuint (third->len, ==, 1);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "1.stagecraft", "2.stagecraft", "3.stagecraft" };
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autofree char *work = find_work (fixture);
  guint n_damaged = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (work, files[i], NULL);
      g_autofree char *text = NULL;
      g_autofree char *note = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ScLeftover) leftover = NULL;
      g_autoptr (ScDocument) document = NULL;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;
      g_assert_true (g_file_set_contents (path, text, length / 2, NULL));
      leftover = get_only (fixture);
      document = sc_document_restore (leftover, FALSE, &note, &error);
      g_assert_null (document);
      g_assert_nonnull (error);
      g_assert_true (g_file_set_contents (path, text, length, NULL));
      n_damaged++;
    }
  g_assert_cmpuint (n_damaged, >=, 2);
}

/* Lists that point nowhere, or are none. Nothing is taken away. */
static void
test_bad_list (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean listed;
  } rows[] = {
    { "", FALSE },
    { "garbage", FALSE },
    { "[Work]\nVersion=2\n", FALSE },
    { "[Work]\nVersion=1\n", TRUE },
    { "[Work]\nVersion=1\n[Now]\nFrame=1\nFlows=99:0;\n[Saved]\nFrame=1\n", TRUE },
    { "[Work]\nVersion=1\n[Now]\nFrame=1\nFlows=2:77;\n[Saved]\nFrame=1\n", TRUE },
    { "[Work]\nVersion=1\n[Now]\nFrame=1\nFlows=../../x:0;\n[Saved]\nFrame=1\n", TRUE },
    { "[Work]\nVersion=1\n[Now]\nFrame=1\nFlows=-1;\n[Saved]\nFrame=1\n", TRUE },
    { "[Work]\nVersion=1\nPlace=http://example.com/x\nTime=never\n[Now]\nFrame=0\n", TRUE },
  };
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autofree char *work = find_work (fixture);
  g_autofree char *list = g_build_filename (work, "work", NULL);
  guint n_files = count_files (work);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) leftovers = NULL;

      g_assert_true (g_file_set_contents (list, rows[i].text, -1, NULL));
      leftovers = sc_leftover_list (fixture->kept);
      g_assert_cmpuint (leftovers->len, ==, rows[i].listed ? 1 : 0);
      if (rows[i].listed)
        {
          g_autofree char *note = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (ScDocument) document
              = sc_document_restore (g_ptr_array_index (leftovers, 0), FALSE, &note, &error);

          g_assert_null (document);
          g_assert_nonnull (error);
        }
      g_assert_cmpuint (count_files (work), >=, n_files);
    }
}

static void
set_time (const char *work, gint64 time)
{
  g_autofree char *path = g_build_filename (work, "work", NULL);
  g_autoptr (GKeyFile) list = g_key_file_new ();

  g_assert_true (g_key_file_load_from_file (list, path, G_KEY_FILE_NONE, NULL));
  g_key_file_set_int64 (list, "Work", "Time", time);
  g_assert_true (g_key_file_save_to_file (list, path, NULL));
}

static guint
count_listed (Fixture *fixture)
{
  g_autoptr (GPtrArray) leftovers = sc_leftover_list (fixture->kept);

  return leftovers->len;
}

/* A clock that is years off makes all work look old: it was offered on many days before it goes,
 * and what is not old stays however often it was offered. */
static void
test_old (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) now = leave_behind (fixture);
  g_autofree char *work = find_work (fixture);
  g_autofree char *listed = g_build_filename (work, "listed", NULL);
  gint64 today = g_get_real_time () / G_USEC_PER_SEC / (24 * 60 * 60);

  set_time (work, 1);
  for (int i = 0; i < 20; i++)
    g_assert_cmpuint (count_listed (fixture), ==, 1);
  for (int day = 1; day < SC_LEFTOVER_MIN_DAYS_LISTED; day++)
    {
      g_autofree char *text = NULL;
      g_autofree char *yesterday = NULL;

      g_assert_true (g_file_get_contents (listed, &text, NULL, NULL));
      g_assert_cmpuint (g_ascii_strtoull (text, NULL, 10), ==, day);
      yesterday = g_strdup_printf ("%d %" G_GINT64_FORMAT "\n", day, today - 1);
      g_assert_true (g_file_set_contents (listed, yesterday, -1, NULL));
      g_assert_cmpuint (count_listed (fixture), ==, 1);
    }
  set_time (work, (today - SC_LEFTOVER_MAX_DAYS + 1) * 24 * 60 * 60);
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  set_time (work, 1);
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  g_assert_cmpuint (count_files (fixture->kept), ==, 0);
}

static void
told_cb (ScDocument *document, const char *message, guint *n)
{
  g_assert_nonnull (message);
  (*n)++;
}

/* Edits go on, and one is told once. */
static void
test_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  guint n = 0;

  g_assert_true (g_file_set_contents (fixture->path, "in the way", -1, NULL));
  g_signal_connect (document, "unprotected", G_CALLBACK (told_cb), &n);
  sc_document_protect (document, fixture->path);
  for (int i = 0; i < 3; i++)
    {
      add_flow (document, "Another");
      g_assert_false (sc_document_flush (document));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);

  g_unlink (fixture->path);
  add_flow (document, "Last");
  g_assert_true (sc_document_flush (document));
}

/* The folder was taken away while the document was open. */
static void
test_folder_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScDocument) document = sc_document_new ();
  g_autoptr (ScSolution) now = NULL;
  g_autoptr (ScLeftover) leftover = NULL;
  g_autoptr (ScSolution) read = NULL;

  sc_document_protect (document, fixture->kept);
  add_flow (document, "First");
  g_assert_true (sc_document_flush (document));
  abandoned_remove_tree (fixture->kept);
  add_flow (document, "Second");
  g_assert_true (sc_document_flush (document));
  now = sc_solution_ref (sc_document_get_solution (document));
  abandoned_keep_copy (fixture->kept);
  g_clear_object (&document);
  abandoned_bring_back (fixture->kept);
  leftover = get_only (fixture);
  read = sc_leftover_read (leftover, NULL, NULL);
  g_assert_true (sc_solution_equal (read, now));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/session/recovery/nothing", test_nothing },
    { "/session/recovery/restore", test_restore },
    { "/session/recovery/not-on-disk", test_not_on_disk },
    { "/session/recovery/file-changed", test_file_changed },
    { "/session/recovery/file-gone", test_file_gone },
    { "/session/recovery/forget", test_forget },
    { "/session/recovery/only-what-changed", test_only_what_changed },
    { "/session/recovery/private", test_private },
    { "/session/recovery/locked", test_locked },
    { "/session/recovery/two-programs", test_two_programs },
    { "/session/recovery/damaged", test_damaged },
    { "/session/recovery/bad-list", test_bad_list },
    { "/session/recovery/old", test_old },
    { "/session/recovery/cannot-write", test_cannot_write },
    { "/session/recovery/folder-gone", test_folder_gone },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
