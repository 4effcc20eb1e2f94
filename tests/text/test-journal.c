/* test-journal.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done about the journal of a save that was interrupted, be it real or made up by somebody
 * who wants to harm. */

#include "sc-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define HEAD    "stagecraft save 1\nopen\n"
#define DONE    "stagecraft save 1\ndone\n"
#define JOURNAL ".stagecraft-save"
#define ID      "0123456789abcde" /* and a digit */

typedef struct
{
  char *outer;
  char *folder;
} Fixture;

static void
put (const Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* NULL: there is no such file. */
static void
assert_holds (const Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *present = NULL;

  g_file_get_contents (path, &present, NULL, NULL);
  g_assert_cmpstr (present, ==, text);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->outer = g_dir_make_tmp ("stagecraft-journal-XXXXXX", NULL);
  self->folder = g_build_filename (self->outer, "package", NULL);
  put (self, "a/one", "old");
  put (self, "two", "old");
  put (self, "../outside", "kept");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  remove_tree (self->outer);
  g_free (self->outer);
  g_free (self->folder);
}

static char *
digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
settle (const Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_file_settle (self->folder, NULL, &error));
  g_assert_no_error (error);
  assert_holds (self, JOURNAL, NULL);
}

/* The journal stays, for somebody to look at, and so does everything else. */
static void
assert_refused (const Fixture *self, const char *journal)
{
  g_autoptr (GError) error = NULL;

  put (self, JOURNAL, journal);
  g_assert_false (sc_file_settle (self->folder, NULL, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, JOURNAL));
  assert_holds (self, JOURNAL, journal);
  assert_holds (self, "a/one", "old");
  assert_holds (self, "two", "old");
  assert_holds (self, "../outside", "kept");
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);

  settle (self);
  g_assert_true (sc_file_settle (missing, NULL, NULL));
  g_assert_true (sc_file_settle (self->folder, "package", NULL));
}

static void
remove_file (const Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* One file was replaced, one made and one removed; one step had only begun. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("new");
  g_autofree char *journal = g_strdup_printf (HEAD "replace " ID "1 %s a/one\n"
                                                   "folder " ID "2 - b\n"
                                                   "create " ID "3 %s b/th%%20ree\n"
                                                   "remove " ID "4 - two\n"
                                                   "create " ID "5 %s a/four\n",
                                              new_digest, new_digest, new_digest);

  put (self, JOURNAL, journal);
  put (self, "a/one", "new");
  put (self, "a/.stagecraft-" ID "1.old", "old");
  put (self, "b/th ree", "new");
  put (self, ".stagecraft-" ID "4.old", "gone");
  remove_file (self, "two");
  put (self, "a/.stagecraft-" ID "5.new", "half");
  settle (self);
  assert_holds (self, "a/one", "old");
  assert_holds (self, "b/th ree", NULL);
  assert_holds (self, "two", "gone");
  assert_holds (self, "a/four", NULL);
  assert_holds (self, "a/.stagecraft-" ID "1.old", NULL);
  assert_holds (self, "a/.stagecraft-" ID "5.new", NULL);
  assert_holds (self, ".stagecraft-" ID "4.old", NULL);
  g_assert_cmpint (g_rmdir (self->folder), ==, -1);
  assert_holds (self, "b", NULL);
}

/* What is left is removed; the new files stay. */
static void
test_done (Fixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("new");
  g_autofree char *journal
      = g_strdup_printf (DONE "replace " ID "1 %s a/one\nremove " ID "4 - two\n", new_digest);

  put (self, JOURNAL, journal);
  put (self, "a/one", "new");
  put (self, "a/.stagecraft-" ID "1.old", "old");
  put (self, ".stagecraft-" ID "4.old", "old");
  remove_file (self, "two");
  settle (self);
  assert_holds (self, "a/one", "new");
  assert_holds (self, "two", NULL);
  assert_holds (self, "a/.stagecraft-" ID "1.old", NULL);
  assert_holds (self, ".stagecraft-" ID "4.old", NULL);
}

/* What somebody put there since then is theirs. */
static void
test_changed_since (Fixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("new");
  g_autofree char *journal = g_strdup_printf (
      HEAD "replace " ID "1 %s a/one\ncreate " ID "3 %s b\n", new_digest, new_digest);

  put (self, JOURNAL, journal);
  put (self, "a/one", "theirs");
  put (self, "a/.stagecraft-" ID "1.old", "old");
  put (self, "b", "theirs");
  settle (self);
  assert_holds (self, "a/one", "theirs");
  assert_holds (self, "b", "theirs");
  assert_holds (self, "a/.stagecraft-" ID "1.old", NULL);
}

/* The process died while it wrote the journal: nothing had begun. */
static void
test_torn (Fixture *self, gconstpointer data)
{
  const char *whole = HEAD "remove " ID "4 - two\n";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *torn = g_strndup (whole, length);

      put (self, JOURNAL, torn);
      settle (self);
      assert_holds (self, "two", "old");
    }
}

static void
test_hostile (Fixture *self, gconstpointer data)
{
  static const char *const lines[] = {
    "remove " ID "1 - ../outside\n",
    "remove " ID "1 - a/../../outside\n",
    "remove " ID "1 - %2e%2e/outside\n",
    "remove " ID "1 - /etc/passwd\n",
    "remove " ID "1 - %2Fetc/passwd\n",
    "remove " ID "1 - .git/config\n",
    "remove " ID "1 - a/.git/config\n",
    "remove " ID "1 - a//one\n",
    "remove " ID "1 - a/\n",
    "remove " ID "1 - \n",
    "remove " ID "1 - a%00b\n",
    "remove " ID "1 - a%zz\n",
    "remove ../../../x - two\n",
    "remove " ID " - two\n",
    "remove " ID "12 - two\n",
    "remove " ID "1 two\n",
    "replace " ID "1 00 two\n",
    "destroy " ID "1 - two\n",
    "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *journal = g_strconcat (HEAD, lines[i], NULL);

      assert_refused (self, journal);
    }
  assert_refused (self, "stagecraft save 2\nopen\nremove " ID "1 - two\n");
  assert_refused (self, "stagecraft save 1\nshut\nremove " ID "1 - two\n");
  assert_refused (self, "#!/bin/sh\nsomething else altogether\n");
}

/* No link is followed, whichever part of a path it is. */
static void
test_links (Fixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("kept");
  g_autofree char *journal
      = g_strdup_printf (HEAD "create " ID "1 %s out/outside\nreplace " ID "3 %s two\n"
                              "folder " ID "2 - out\n",
                         new_digest, new_digest);
  g_autofree char *out = g_build_filename (self->folder, "out", NULL);
  g_autofree char *old = g_build_filename (self->folder, ".stagecraft-" ID "3.old", NULL);
  g_autofree char *path = g_build_filename (self->folder, JOURNAL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("..", out), ==, 0);
  g_assert_cmpint (symlink ("../outside", old), ==, 0);
  put (self, JOURNAL, journal);
  settle (self);
  assert_holds (self, "../outside", "kept");
  assert_holds (self, "two", "old");

  g_assert_cmpint (symlink ("../outside", path), ==, 0);
  g_assert_false (sc_file_settle (self->folder, NULL, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
  assert_holds (self, "../outside", "kept");
}

/* A journal beside a package is about that package. */
static void
test_beside (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    gboolean allowed;
  } cases[] = { { "package", TRUE },         { "package/two", TRUE }, { "package.settings", TRUE },
                { "package/.git/x", FALSE }, { "outside", FALSE },    { "packages", FALSE },
                { "package.d/x", FALSE },    { "package/", FALSE },   { "a/package", FALSE } };
  g_autofree char *name = g_strdup_printf ("../" JOURNAL "-%08x", g_str_hash ("package"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *journal = g_strdup_printf (HEAD "remove " ID "1 - %s\n", cases[i].path);

      put (self, name, journal);
      if (sc_file_settle (self->outer, "package", NULL) != cases[i].allowed)
        g_error ("%s", cases[i].path);
      assert_holds (self, name, cases[i].allowed ? NULL : journal);
    }
}

/* A save that is going on is waited for. */
static void
test_locked (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, JOURNAL, NULL);
  int ends[2];
  char byte;

  put (self, JOURNAL, HEAD "remove " ID "4 - two\n");
  g_assert_cmpint (pipe (ends), ==, 0);
  if (fork () == 0)
    {
      gboolean ready
          = flock (open (path, O_RDONLY | O_CLOEXEC), LOCK_EX) == 0 && write (ends[1], "x", 1) == 1;

      g_usleep (200 * 1000);
      _exit (!ready || unlink (path) != 0);
    }
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  settle (self);
  close (ends[0]);
  close (ends[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/journal/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("undo", test_undo);
  ADD ("done", test_done);
  ADD ("changed-since", test_changed_since);
  ADD ("torn", test_torn);
  ADD ("hostile", test_hostile);
  ADD ("links", test_links);
  ADD ("beside", test_beside);
  ADD ("locked", test_locked);
  return g_test_run ();
}
