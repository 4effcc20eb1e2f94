/* folder-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "folder-files.h"

#include "sc-zip.h"

#include <glib/gstdio.h>
#include <string.h>

static GBytes *
read_entries (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScZip) zip = sc_zip_open (path, &error);
  GByteArray *all = g_byte_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      g_autoptr (GBytes) bytes = sc_zip_read (zip, i, &error);
      const char *name = sc_zip_get_name (zip, i);

      g_assert_no_error (error);
      g_byte_array_append (all, (const guint8 *) name, strlen (name) + 1);
      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  return g_byte_array_free_to_bytes (all);
}

static void
add_files (GHashTable *files, const char *root, const char *name, gboolean raw)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *entry;
  char *content;
  gsize length;

  if (dir == NULL && !raw && g_str_has_suffix (name, ".zip"))
    g_hash_table_insert (files, g_strdup (name), read_entries (path));
  else if (dir == NULL)
    {
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_hash_table_insert (files, g_strdup (name), g_bytes_new_take (content, length));
    }
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = *name != '\0' ? g_build_filename (name, entry, NULL) : NULL;

      add_files (files, root, inner != NULL ? inner : entry, raw);
    }
}

GHashTable *
folder_list (const char *folder, gboolean raw)
{
  GHashTable *files
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  add_files (files, folder, "", raw);
  return files;
}

void
folder_put (const char *folder, GHashTable *files)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      gsize size;
      gconstpointer data = g_bytes_get_data (bytes, &size);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_true (
          g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
    }
}

guint
folder_count_hidden (GHashTable *files)
{
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += strstr (name, "/" HIDDEN) != NULL || g_str_has_prefix (name, HIDDEN);
  return n;
}

gboolean
folder_is_same (GHashTable *expected, GHashTable *present)
{
  GHashTableIter iter;
  gpointer name, bytes;

  if (g_hash_table_size (expected) != g_hash_table_size (present) - folder_count_hidden (present))
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      GBytes *other = g_hash_table_lookup (present, name);

      if (other == NULL || !g_bytes_equal (bytes, other))
        return FALSE;
    }
  return TRUE;
}

char *
folder_describe_difference (GHashTable *expected, GHashTable *present)
{
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      GBytes *other = g_hash_table_lookup (present, name);

      if (other == NULL || !g_bytes_equal (bytes, other))
        g_string_append_printf (text, " %s%s", other == NULL ? "-" : "", (char *) name);
    }
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (expected, name))
        g_string_append_printf (text, " +%s", (char *) name);
    }
  return g_string_free (text, FALSE);
}
