/* test-journal.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done about the journal of a save that was interrupted, be it real or made up by somebody
 * who wants to harm. */

#include "journal-fixture.h"

#include "sc-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
settle (const JournalFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_file_settle (self->folder, NULL, &error));
  g_assert_no_error (error);
  journal_assert_holds (self, JOURNAL, NULL);
}

/* The journal stays, for somebody to look at, and so does everything else. */
static void
assert_refused (const JournalFixture *self, const char *journal)
{
  g_autoptr (GError) error = NULL;

  journal_put (self, JOURNAL, journal);
  g_assert_false (sc_file_settle (self->folder, NULL, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_MALFORMED);
  g_assert_nonnull (strstr (error->message, JOURNAL));
  journal_assert_holds (self, JOURNAL, journal);
  journal_assert_holds (self, "a/one", "old");
  journal_assert_holds (self, "two", "old");
  journal_assert_holds (self, "../outside", "kept");
}

static void
test_nothing (JournalFixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);

  settle (self);
  g_assert_true (sc_file_settle (missing, NULL, NULL));
  g_assert_true (sc_file_settle (self->folder, "package", NULL));
}

/* One file was replaced, one made and one removed; one step had only begun. */
static void
test_undo (JournalFixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("new");
  g_autofree char *journal = g_strdup_printf (HEAD "replace " ID "1 %s a/one\n"
                                                   "folder " ID "2 - b\n"
                                                   "create " ID "3 %s b/th%%20ree\n"
                                                   "remove " ID "4 - two\n"
                                                   "create " ID "5 %s a/four\n",
                                              new_digest, new_digest, new_digest);

  journal_put (self, JOURNAL, journal);
  journal_put (self, "a/one", "new");
  journal_put (self, "a/.stagecraft-" ID "1.old", "old");
  journal_put (self, "b/th ree", "new");
  journal_put (self, ".stagecraft-" ID "4.old", "gone");
  journal_remove (self, "two");
  journal_put (self, "a/.stagecraft-" ID "5.new", "half");
  settle (self);
  journal_assert_holds (self, "a/one", "old");
  journal_assert_holds (self, "b/th ree", NULL);
  journal_assert_holds (self, "two", "gone");
  journal_assert_holds (self, "a/four", NULL);
  journal_assert_holds (self, "a/.stagecraft-" ID "1.old", NULL);
  journal_assert_holds (self, "a/.stagecraft-" ID "5.new", NULL);
  journal_assert_holds (self, ".stagecraft-" ID "4.old", NULL);
  g_assert_cmpint (g_rmdir (self->folder), ==, -1);
  journal_assert_holds (self, "b", NULL);
}

/* What is left is removed; the new files stay. */
static void
test_done (JournalFixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("new");
  g_autofree char *journal
      = g_strdup_printf (DONE "replace " ID "1 %s a/one\nremove " ID "4 - two\n", new_digest);

  journal_put (self, JOURNAL, journal);
  journal_put (self, "a/one", "new");
  journal_put (self, "a/.stagecraft-" ID "1.old", "old");
  journal_put (self, ".stagecraft-" ID "4.old", "old");
  journal_remove (self, "two");
  settle (self);
  journal_assert_holds (self, "a/one", "new");
  journal_assert_holds (self, "two", NULL);
  journal_assert_holds (self, "a/.stagecraft-" ID "1.old", NULL);
  journal_assert_holds (self, ".stagecraft-" ID "4.old", NULL);
}

/* What somebody put there since then is theirs. */
static void
test_changed_since (JournalFixture *self, gconstpointer data)
{
  g_autofree char *new_digest = digest ("new");
  g_autofree char *journal = g_strdup_printf (
      HEAD "replace " ID "1 %s a/one\ncreate " ID "3 %s b\n", new_digest, new_digest);

  journal_put (self, JOURNAL, journal);
  journal_put (self, "a/one", "theirs");
  journal_put (self, "a/.stagecraft-" ID "1.old", "old");
  journal_put (self, "b", "theirs");
  settle (self);
  journal_assert_holds (self, "a/one", "theirs");
  journal_assert_holds (self, "b", "theirs");
  journal_assert_holds (self, "a/.stagecraft-" ID "1.old", NULL);
}

/* The process died while it wrote the journal: nothing had begun. */
static void
test_torn (JournalFixture *self, gconstpointer data)
{
  const char *whole = HEAD "remove " ID "4 - two\n";

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *torn = g_strndup (whole, length);

      journal_put (self, JOURNAL, torn);
      settle (self);
      journal_assert_holds (self, "two", "old");
    }
}

static void
test_hostile (JournalFixture *self, gconstpointer data)
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
test_links (JournalFixture *self, gconstpointer data)
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
  journal_put (self, JOURNAL, journal);
  settle (self);
  journal_assert_holds (self, "../outside", "kept");
  journal_assert_holds (self, "two", "old");

  g_assert_cmpint (symlink ("../outside", path), ==, 0);
  g_assert_false (sc_file_settle (self->folder, NULL, &error));
  g_assert_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ);
  journal_assert_holds (self, "../outside", "kept");
}

/* A journal beside a package is about that package. */
static void
test_beside (JournalFixture *self, gconstpointer data)
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

      journal_put (self, name, journal);
      if (sc_file_settle (self->outer, "package", NULL) != cases[i].allowed)
        g_error ("%s", cases[i].path);
      journal_assert_holds (self, name, cases[i].allowed ? NULL : journal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/journal/" name, JournalFixture, NULL, journal_set_up, function, journal_tear_down)
  ADD ("nothing", test_nothing);
  ADD ("undo", test_undo);
  ADD ("done", test_done);
  ADD ("changed-since", test_changed_since);
  ADD ("torn", test_torn);
  ADD ("hostile", test_hostile);
  ADD ("links", test_links);
  ADD ("beside", test_beside);
  return g_test_run ();
}
