/* test-places.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

/* Saving where it cannot be done, or where things are not what they seem. */

#include "package-files.h"
#include "sc-document.h"
#include "sc-edit-flow.h"
#include "sc-file-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEFINITION "flow.stagecraft"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = files_make_folder ();
  self->path = g_build_filename (self->folder, DEFINITION, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  files_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
add_flow (ScDocument *document, const char *name)
{
  g_autoptr (ScSolution) after
      = sc_edit_flow_add (sc_document_get_solution (document), NULL, name, "lead", NULL);

  sc_document_commit (document, after, name, NULL);
}

/* A document that was saved to path, and has changed since. */
static ScDocument *
open_modified (const char *path)
{
  ScDocument *document = sc_document_new ();
  g_autoptr (GError) error = NULL;

  add_flow (document, "First");
  sc_document_save_as (document, path, &error);
  g_assert_no_error (error);
  add_flow (document, "Second");
  return document;
}

/* Says what is wrong in a sentence that names the file, and has lost nothing. */
static void
assert_not_saved (ScDocument *document, const char *path, const char *part)
{
  const ScSolution *solution = sc_document_get_solution (document);
  g_autoptr (GError) error = NULL;
  gboolean saved = path != NULL ? sc_document_save_as (document, path, &error)
                                : sc_document_save (document, &error);

  g_assert_false (saved);
  g_assert_nonnull (error);
  if (error->domain != SC_FILE_ERROR || strstr (error->message, "“") == NULL
      || !g_str_has_suffix (error->message, ".") || strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
  g_assert_true (sc_document_get_solution (document) == solution);
  g_assert_true (sc_document_is_modified (document));
}

static void
assert_saved (ScDocument *document, const char *path)
{
  g_autoptr (ScDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    sc_document_save_as (document, path, &error);
  else
    sc_document_save (document, &error);
  g_assert_no_error (error);
  g_assert_false (sc_document_is_modified (document));
  again = sc_document_open (sc_storage_get_path (sc_document_get_storage (document)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sc_list_length (sc_document_get_solution (again)->flows), ==,
                    sc_list_length (sc_document_get_solution (document)->flows));
}

static void
test_folder_gone (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->folder, "inner", NULL);
  g_autofree char *path = g_build_filename (inner, DEFINITION, NULL);
  g_autofree char *package = g_build_filename (inner, "package", NULL);
  g_autoptr (ScDocument) definition = NULL;
  g_autoptr (ScDocument) unpacked = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  definition = open_modified (path);
  unpacked = open_modified (package);
  files_remove_folder (inner);
  assert_not_saved (definition, NULL, "is not there");
  assert_not_saved (unpacked, NULL, "Save elsewhere");
  assert_saved (definition, self->path);
}

static void
test_folder_instead (Fixture *self, gconstpointer data)
{
  g_autoptr (ScDocument) document = open_modified (self->path);

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_not_saved (document, NULL, DEFINITION);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  assert_saved (document, NULL);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  g_autofree char *filling = g_strnfill (255 - strlen (".stagecraft"), 'n');
  g_autofree char *longest = g_strdup_printf ("%s/%s.stagecraft", self->folder, filling);
  g_autofree char *longer = g_strdup_printf ("%s/n%s.stagecraft", self->folder, filling);
  g_autofree char *bytes = g_strdup_printf ("%s/\xff\xfe\n.stagecraft", self->folder);
  g_autofree char *zip = g_strdup_printf ("%s/\xff%%20.zip", self->folder);
  g_autoptr (ScDocument) document = open_modified (self->path);

  assert_not_saved (document, longer, "too long");
  assert_saved (document, longest);
  add_flow (document, "Third");
  assert_saved (document, bytes);
  add_flow (document, "Fourth");
  assert_saved (document, zip);
}

static void
test_links (Fixture *self, gconstpointer data)
{
  g_autofree char *loop = g_build_filename (self->folder, "loop.stagecraft", NULL);
  g_autofree char *dangling = g_build_filename (self->folder, "dangling.stagecraft", NULL);
  g_autofree char *made = g_build_filename (self->folder, "made.stagecraft", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ScDocument) document = open_modified (self->path);

  g_assert_cmpint (symlink ("loop.stagecraft", loop), ==, 0);
  g_assert_cmpint (symlink ("made.stagecraft", dangling), ==, 0);
  assert_not_saved (document, loop, "loop.stagecraft");

  /* Another name of the same file keeps what it had. */
  g_assert_cmpint (link (self->path, second), ==, 0);
  before = files_read (self->folder, "second");
  assert_saved (document, NULL);
  after = files_read (self->folder, "second");
  g_assert_cmpstr (before, ==, after);

  add_flow (document, "Third");
  assert_saved (document, dangling);
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (made, G_FILE_TEST_IS_REGULAR));
}

static void
test_pipe (Fixture *self, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "pipe.stagecraft", NULL);
  g_autoptr (ScDocument) document = open_modified (self->path);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_not_saved (document, pipe, "not a regular file");
  assert_saved (document, NULL);
}

/* The superuser may write everywhere. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.stagecraft", NULL);
  g_autoptr (ScDocument) document = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("the superuser may write everywhere");
      return;
    }
  document = open_modified (self->path);
  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  assert_not_saved (document, NULL, "permission");
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  assert_not_saved (document, NULL, "permission");
  assert_not_saved (document, other, "permission");
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  assert_saved (document, NULL);
}

/* Only where this user may mount something for this process alone. */
static gboolean
mount_small (const char *folder, const char *options)
{
  if (unshare (geteuid () == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0
      || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    return FALSE;
  return mount ("tmpfs", folder, "tmpfs", 0, options) == 0;
}

static void
fill (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "filling", NULL);
  g_autofree char *zeros = g_malloc0 (4096);
  FILE *file = fopen (path, "we");

  while (fwrite (zeros, 1, 4096, file) == 4096 && fflush (file) == 0)
    ;
  fclose (file);
}

static void
test_mounts (Fixture *self, gconstpointer data)
{
  g_autofree char *filling = g_build_filename (self->folder, "filling", NULL);
  g_autofree char *package = g_build_filename (self->folder, "package", NULL);
  g_autofree char *zip = g_build_filename (self->folder, "other.zip", NULL);

  if (g_test_subprocess ())
    {
      g_autoptr (ScDocument) document = NULL;
      g_autoptr (ScDocument) unpacked = NULL;

      if (!mount_small (self->folder, "size=1m"))
        {
          g_test_skip ("nothing can be mounted here");
          return;
        }
      document = open_modified (self->path);
      unpacked = open_modified (package);
      fill (self->folder);
      assert_not_saved (document, NULL, "no room");
      assert_not_saved (document, zip, "no room");
      assert_not_saved (unpacked, NULL, "no room");
      g_assert_cmpint (g_unlink (filling), ==, 0);
      assert_saved (unpacked, NULL);
      g_assert_cmpint (mount (NULL, self->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
      assert_not_saved (document, NULL, "can only be read");
      g_assert_cmpint (mount (NULL, self->folder, NULL, MS_REMOUNT, NULL), ==, 0);
      assert_saved (document, NULL);
      g_assert_cmpint (umount (self->folder), ==, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* Only where that is asked for, only of files, and only what a save has replaced. */
static void
test_previous (Fixture *self, gconstpointer data)
{
  g_autofree char *kept = g_strconcat (self->path, SC_FILE_BACKUP, NULL);
  g_autofree char *package = g_build_filename (self->folder, "package", NULL);
  g_autofree char *beside = g_strconcat (package, SC_FILE_BACKUP, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (ScDocument) document = open_modified (self->path);
  g_autoptr (ScDocument) unpacked = open_modified (package);

  first = files_read (self->folder, DEFINITION);
  assert_saved (document, NULL);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  add_flow (document, "Third");

  sc_document_set_keeps_previous (document, TRUE);
  first = (g_free (first), files_read (self->folder, DEFINITION));
  assert_saved (document, NULL);
  second = files_read (self->folder, DEFINITION SC_FILE_BACKUP);
  g_assert_cmpstr (first, ==, second);
  /* Saving the same again is no reason to forget what was before it. */
  assert_saved (document, NULL);
  g_clear_pointer (&second, g_free);
  second = files_read (self->folder, DEFINITION SC_FILE_BACKUP);
  g_assert_cmpstr (first, ==, second);

  sc_document_set_keeps_previous (unpacked, TRUE);
  assert_saved (unpacked, NULL);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  add_flow (document, "Fourth");
  g_assert_cmpint (g_unlink (kept), ==, 0);
  g_assert_cmpint (g_mkdir (kept, 0700), ==, 0);
  assert_not_saved (document, NULL, DEFINITION SC_FILE_BACKUP);
  sc_document_set_keeps_previous (document, FALSE);
  assert_saved (document, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/places/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("folder-gone", test_folder_gone);
  ADD ("folder-instead", test_folder_instead);
  ADD ("names", test_names);
  ADD ("links", test_links);
  ADD ("pipe", test_pipe);
  ADD ("read-only", test_read_only);
  ADD ("mounts", test_mounts);
  ADD ("previous", test_previous);
  return g_test_run ();
}
