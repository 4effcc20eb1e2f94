/* test-beneath.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-beneath.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* top/root/ is what may be read; top/secret is not. */
typedef struct
{
  char *top;
  char *root;
  int fd;
} Fixture;

static void
make (const Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->top, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_link (const Fixture *self, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (self->top, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *inside = NULL;

  self->top = g_dir_make_tmp ("stagecraft-beneath-XXXXXX", NULL);
  self->root = g_build_filename (self->top, "root", NULL);
  inside = g_build_filename (self->root, "folder", "file", NULL);
  make (self, "root", NULL);
  make (self, "secret", "secret");
  make (self, "root-too", NULL);
  make (self, "root-too/file", "secret");
  make (self, "root/folder", NULL);
  make (self, "root/folder/file", "inside");
  make_link (self, "root/link", "folder/file");
  make_link (self, "root/chain", "./folder/../link");
  make_link (self, "root/whole", inside);
  make_link (self, "root/to-folder", "folder");
  make_link (self, "root/folder/up", "../folder/file");
  make_link (self, "root/out", "../secret");
  make_link (self, "root/far-out", "/etc/passwd");
  make_link (self, "root/beside", "../root-too/file");
  make_link (self, "root/up-and-back", "../root/folder/file");
  make_link (self, "root/a", "b");
  make_link (self, "root/b", "a");
  make_link (self, "root/nowhere", "gone");
  self->fd = open (self->root, O_RDONLY | O_DIRECTORY);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close (self->fd);
  remove_all (self->top);
  g_free (self->root);
  g_free (self->top);
}

static GBytes *
read_name (const Fixture *self, const char *name, GError **error)
{
  ScBeneathKind kind;
  int fd = sc_beneath_open (self->fd, self->root, name, &kind, error);
  GBytes *bytes = fd >= 0 ? sc_beneath_read (fd, name, 100, error) : NULL;

  if (fd >= 0)
    close (fd);
  return bytes;
}

static void
test_ways (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    ScFileError code; /* 0: it is read */
    const char *part;
  } cases[] = {
    { "folder/file", 0, NULL },
    { "./folder//file", 0, NULL },
    { "folder/../folder/file", 0, NULL },
    { "link", 0, NULL },
    { "chain", 0, NULL },
    { "whole", 0, NULL },
    { "to-folder/file", 0, NULL },
    { "to-folder/up", 0, NULL },
    { "out", SC_FILE_ERROR_UNSAFE, "leads out" },
    { "far-out", SC_FILE_ERROR_UNSAFE, "leads out" },
    { "beside", SC_FILE_ERROR_UNSAFE, "leads out" },
    { "up-and-back", SC_FILE_ERROR_UNSAFE, "leads out" },
    { "../secret", SC_FILE_ERROR_UNSAFE, "leads out" },
    { "folder/../../secret", SC_FILE_ERROR_UNSAFE, "leads out" },
    { "a", SC_FILE_ERROR_READ, "symbolic links" },
    { "nowhere", SC_FILE_ERROR_READ, "There is no file" },
    { "gone", SC_FILE_ERROR_READ, "There is no file" },
    { "folder/file/more", SC_FILE_ERROR_READ, "There is no file" },
    { "folder", SC_FILE_ERROR_READ, "not a regular file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = read_name (self, cases[i].name, &error);

      g_test_message ("%s", cases[i].name);
      if (cases[i].code == 0 && cases[i].part == NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "inside", 6);
          continue;
        }
      g_assert_error (error, SC_FILE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].name));
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* Neither waited for nor read. */
static void
test_special (Fixture *self, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->root, "pipe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  bytes = read_name (self, "pipe", &error);
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "not a regular file"));
}

static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = g_strnfill (101, 'x');

  make (self, "root/large", text);
  bytes = read_name (self, "large", &error);
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE);
}

typedef struct
{
  const Fixture *fixture;
  int stop;
} Swapper;

/* A folder becomes a link that leads out, and a folder again. Now and then it stays one for some
 * milliseconds, since where threads take turns (valgrind) reading could go wrong each time. */
static gpointer
swap_folders (gpointer data)
{
  Swapper *self = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *folder = g_build_filename (self->fixture->root, "folder", NULL);
  g_autofree char *aside = g_build_filename (self->fixture->root, "aside", NULL);

  while (!g_atomic_int_get (&self->stop))
    {
      g_rename (folder, aside);
      (void) !symlink ("../root-too", folder);
      g_unlink (folder);
      g_rename (aside, folder);
      if (g_rand_int_range (rand, 0, 50) == 0)
        g_usleep (5000);
    }
  return NULL;
}

/* Whoever moves things about meanwhile gets nothing from outside. */
static void
test_race (Fixture *self, gconstpointer data)
{
  Swapper swapper = { self, FALSE };
  GThread *thread = g_thread_new ("swap", swap_folders, &swapper);
  g_autoptr (GTimer) timer = g_timer_new ();
  guint n_read = 0, n_refused = 0;

  while (g_timer_elapsed (timer, NULL) < 0.5 || (n_read == 0 && g_timer_elapsed (timer, NULL) < 10))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = read_name (self, "folder/file", &error);

      if (bytes == NULL)
        n_refused++;
      else
        {
          n_read++;
          g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "inside", 6);
        }
    }
  g_atomic_int_set (&swapper.stop, TRUE);
  g_thread_join (thread);
  g_test_message ("%u read, %u refused", n_read, n_refused);
  g_assert_cmpuint (n_read, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/beneath/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("ways", test_ways);
  ADD ("special", test_special);
  ADD ("too-large", test_too_large);
  ADD ("race", test_race);
  return g_test_run ();
}
