/* test-file.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("stagecraft-file-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "flow.xaml", NULL);
  g_assert_true (g_file_set_contents (self->path, "old", -1, &error));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* Nothing but the files that are meant to be there. */
static void
assert_n_files (const Fixture *self, guint expected)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  g_assert_cmpuint (count, ==, expected);
}

static void
write_new (const char *path)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new\0content", 11);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_file_write (path, bytes, &error));
  g_assert_no_error (error);
}

static void
assert_write_fails (const char *path, gsize size, const char *part)
{
  g_autofree char *data = g_malloc0 (size);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_file_write (path, bytes, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
assert_read_fails (const char *path, ScFileError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_file_read (path, 1000, &error));
  g_assert_error (error, SC_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_read (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  g_autofree char *inside = g_build_filename (self->path, "inside", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL);

  bytes = sc_file_read (self->path, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "old", 3);

  g_assert_null (sc_file_read (self->path, 2, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_read_fails (missing, SC_FILE_ERROR_READ);
  assert_read_fails (inside, SC_FILE_ERROR_READ);
  assert_read_fails (self->folder, SC_FILE_ERROR_READ);
  assert_read_fails (pipe, SC_FILE_ERROR_READ);
  /* Claims no size, and has no end. */
  assert_read_fails ("/dev/zero", SC_FILE_ERROR_READ);
}

static void
test_read_large (Fixture *self, gconstpointer data)
{
  gsize size = 3 * 1000 * 1000;
  g_autofree char *content = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < size; i++)
    content[i] = i * 7 + i / 1000;
  g_assert_true (g_file_set_contents (self->path, content, size, NULL));
  bytes = sc_file_read (self->path, size, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, size);
}

static void
test_write (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);
  g_autofree char *content = NULL;
  gsize length;

  write_new (self->path);
  write_new (other);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  g_assert_cmpmem (content, length, "new\0content", 11);
  assert_n_files (self, 2);
}

static void
test_mode (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);
  mode_t mask = umask (027);
  GStatBuf info;

  g_assert_cmpint (g_chmod (self->path, 0604), ==, 0);
  write_new (self->path);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0604);
  write_new (other);
  g_assert_cmpint (g_stat (other, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  umask (mask);
}

static void
test_symlink (Fixture *self, gconstpointer data)
{
  g_autofree char *first = g_build_filename (self->folder, "first", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second", NULL);
  g_autofree char *dangling = g_build_filename (self->folder, "dangling", NULL);
  g_autofree char *loop = g_build_filename (self->folder, "loop", NULL);
  g_autofree char *made = g_build_filename (self->folder, "made", NULL);

  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (self->path, second), ==, 0);
  g_assert_cmpint (symlink ("made", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  write_new (first);
  assert_content (self->path, "new");
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  write_new (dangling);
  assert_content (made, "new");
  assert_write_fails (loop, 1, "loop");
}

static void
test_not_a_file (Fixture *self, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (self->path, "inside", NULL);
  g_autofree char *vanished = g_build_filename (self->folder, "gone", "flow.xaml", NULL);

  assert_write_fails (self->folder, 1, "regular");
  assert_write_fails (inside, 1, "folder");
  assert_write_fails (vanished, 1, "folder");
  assert_content (self->path, "old");
  assert_n_files (self, 1);
}

/* A limit on the size of files stands in for a full disk; it holds for the child only. */
static void
test_full_disk (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      struct rlimit limit = { 64 * 1024, 64 * 1024 };

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      assert_write_fails (self->path, 1000 * 1000, "as it was");
      assert_content (self->path, "old");
      assert_n_files (self, 1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_read_only (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
      g_assert_cmpint (g_chmod (self->folder, 0777), ==, 0);
      if (geteuid () == 0)
        {
          /* Its own folder, so that it can be removed afterwards. */
          g_assert_cmpint (chown (self->folder, NOBODY, (gid_t) -1), ==, 0);
          g_assert_cmpint (setuid (NOBODY), ==, 0);
        }
      assert_write_fails (self->path, 1, "permission");
      assert_content (self->path, "old");
      assert_n_files (self, 1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_read_only_folder (Fixture *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
      g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
      if (geteuid () == 0)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
      assert_write_fails (self->path, 1, "permission");
      assert_content (self->path, "old");
      assert_n_files (self, 1);
      if (getuid () == 0)
        g_assert_cmpint (seteuid (0), ==, 0);
      g_chmod (self->folder, 0755);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("read", test_read);
  ADD ("read-large", test_read_large);
  ADD ("write", test_write);
  ADD ("mode", test_mode);
  ADD ("symlink", test_symlink);
  ADD ("not-a-file", test_not_a_file);
  ADD ("full-disk", test_full_disk);
  ADD ("read-only", test_read_only);
  ADD ("read-only-folder", test_read_only_folder);
  return g_test_run ();
}
