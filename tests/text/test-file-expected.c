/* test-file-expected.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that are replaced only when they are what they were when somebody looked. */

#include "sc-file-tree.h"
#include "sc-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

typedef struct
{
  char *folder;
  char *first;
  char *second;
  char *absent;
  char *link; /* to the first */
} Fixture;

static void
put (const char *path, const char *content)
{
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  /* So that what is written now is not of the same moment, whatever the clock. */
  struct utimbuf past = { 1000000000, 1000000000 };

  self->folder = g_dir_make_tmp ("stagecraft-expected-XXXXXX", NULL);
  self->first = g_build_filename (self->folder, "solution.zip", NULL);
  self->second = g_build_filename (self->folder, "solution.zip.settings", NULL);
  self->absent = g_build_filename (self->folder, "solution.zip.more", NULL);
  self->link = g_build_filename (self->folder, "link", NULL);
  put (self->first, "old");
  put (self->second, "old");
  g_assert_cmpint (g_utime (self->first, &past), ==, 0);
  g_assert_cmpint (g_utime (self->second, &past), ==, 0);
  g_assert_cmpint (symlink ("solution.zip", self->link), ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sc_file_remove_tree (AT_FDCWD, self->folder);
  g_free (self->folder);
  g_free (self->first);
  g_free (self->second);
  g_free (self->absent);
  g_free (self->link);
}

static ScFileChange
look (const char *path, GBytes *bytes)
{
  ScFileChange change = { path, bytes };
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_file_look (path, &change.expected, &error));
  g_assert_no_error (error);
  return change;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, expected);
}

static guint
count_files (const Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What others do with the second file. */

static void
rewrite (Fixture *self)
{
  int fd = g_open (self->second, O_WRONLY | O_TRUNC, 0);

  g_assert_cmpint (write (fd, "One", 3), ==, 3);
  close (fd);
}

static void
replace (Fixture *self)
{
  g_autofree char *other = g_strconcat (self->second, "-new", NULL);

  put (other, "old");
  g_assert_cmpint (g_rename (other, self->second), ==, 0);
}

static void
replace_by_link (Fixture *self)
{
  g_assert_cmpint (g_unlink (self->second), ==, 0);
  g_assert_cmpint (symlink ("solution.zip", self->second), ==, 0);
}

static void
remove_it (Fixture *self)
{
  g_assert_cmpint (g_unlink (self->second), ==, 0);
}

static void
touch (Fixture *self)
{
  g_assert_cmpint (g_utime (self->second, NULL), ==, 0);
}

static void
create (Fixture *self)
{
  put (self->absent, "old");
}

static const struct
{
  const char *name;
  void (*act) (Fixture *self);
} acts[] = {
  { "rewrite", rewrite },  { "replace", replace }, { "replace-by-link", replace_by_link },
  { "remove", remove_it }, { "touch", touch },     { "create", create },
};

/* All of the files wait for the one that is another. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  void (*const act) (Fixture * self) = acts[GPOINTER_TO_UINT (data)].act;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  const ScFileChange changes[]
      = { look (self->first, bytes), look (self->second, bytes), look (self->absent, bytes) };
  const ScFileChange *alone = act == create ? &changes[2] : &changes[1];
  g_autoptr (GError) together = NULL;
  g_autoptr (GError) single = NULL;
  guint n_files;

  act (self);
  n_files = count_files (self);
  g_assert_false (sc_file_write_all (changes, 3, self->folder, "solution.zip", &together));
  g_assert_error (together, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
  g_assert_nonnull (strstr (together->message, alone->path));
  g_assert_false (sc_file_write_both (alone, NULL, &single));
  g_assert_error (single, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED);
  assert_content (self->first, "old");
  assert_content (self->second, act == rewrite ? "One" : act == remove_it ? NULL : "old");
  assert_content (self->absent, act == create ? "old" : NULL);
  g_assert_cmpuint (count_files (self), ==, n_files);
}

static void
test_as_known (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  const ScFileChange changes[]
      = { look (self->link, bytes), look (self->second, NULL), look (self->absent, bytes) };
  const ScFileChange nothing = look (self->second, NULL);
  g_autoptr (GError) error = NULL;

  sc_file_write_all (changes, 3, self->folder, "solution.zip", &error);
  g_assert_no_error (error);
  assert_content (self->first, "new");
  assert_content (self->second, NULL);
  assert_content (self->absent, "new");
  /* Who removes what is to go does no harm. */
  sc_file_write_both (&nothing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self), ==, 3);
}

/* Two names of one file: keeping the one changes what is told of the other. */
static void
test_twins (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  remove_it (self);
  g_assert_cmpint (link (self->first, self->second), ==, 0);
  {
    const ScFileChange changes[] = { look (self->first, bytes), look (self->second, bytes) };

    sc_file_write_all (changes, 2, self->folder, "solution.zip", &error);
  }
  g_assert_no_error (error);
  assert_content (self->first, "new");
  assert_content (self->second, "new");
}

static void
test_look (Fixture *self, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (self->first, "inside", NULL);
  g_autofree char *loop = g_build_filename (self->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;
  ScFileState state;

  g_assert_cmpint (look (self->first, NULL).expected.presence, ==, SC_FILE_PRESENT);
  g_assert_cmpint (look (self->absent, NULL).expected.presence, ==, SC_FILE_ABSENT);
  g_assert_cmpint (look (inside, NULL).expected.presence, ==, SC_FILE_ABSENT);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_false (sc_file_look (loop, &state, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *path = g_strconcat ("/file/expected/", acts[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_changed, tear_down);
    }
  g_test_add ("/file/expected/as-known", Fixture, NULL, set_up, test_as_known, tear_down);
  g_test_add ("/file/expected/twins", Fixture, NULL, set_up, test_twins, tear_down);
  g_test_add ("/file/expected/look", Fixture, NULL, set_up, test_look, tear_down);
  return g_test_run ();
}
