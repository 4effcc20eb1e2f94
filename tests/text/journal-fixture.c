/* journal-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal-fixture.h"

#include <glib/gstdio.h>

void
journal_put (const JournalFixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

void
journal_remove (const JournalFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

void
journal_assert_holds (const JournalFixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *present = NULL;

  g_file_get_contents (path, &present, NULL, NULL);
  g_assert_cmpstr (present, ==, text);
}

guint
journal_count_hidden (const JournalFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += *name == '.';
  return n;
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

void
journal_set_up (JournalFixture *self, gconstpointer data)
{
  self->outer = g_dir_make_tmp ("stagecraft-journal-XXXXXX", NULL);
  self->folder = g_build_filename (self->outer, "package", NULL);
  journal_put (self, "a/one", "old");
  journal_put (self, "two", "old");
  journal_put (self, "../outside", "kept");
}

void
journal_tear_down (JournalFixture *self, gconstpointer data)
{
  remove_tree (self->outer);
  g_free (self->outer);
  g_free (self->folder);
}
