/* abandoned.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "abandoned.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

void
abandoned_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        abandoned_remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_tree (source, target);
      else
        {
          g_assert_true (g_file_get_contents (source, &text, &length, NULL));
          g_assert_true (g_file_set_contents (target, text, length, NULL));
        }
    }
}

static char *
name_copy (const char *folder)
{
  return g_strconcat (folder, ".copy", NULL);
}

void
abandoned_keep_copy (const char *folder)
{
  g_autofree char *copy = name_copy (folder);

  copy_tree (folder, copy);
}

void
abandoned_bring_back (const char *folder)
{
  g_autofree char *copy = name_copy (folder);

  abandoned_remove_tree (folder);
  g_assert_cmpint (g_rename (copy, folder), ==, 0);
}
