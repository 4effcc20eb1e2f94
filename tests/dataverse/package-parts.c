/* package-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-parts.h"

#include "package-files.h"
#include "zip-files.h"

#include <string.h>
#include <zip.h>

GPtrArray *
parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);
}

void
parts_add (GPtrArray *parts, const char *path, const char *text)
{
  g_ptr_array_add (parts, sc_part_new (g_strdup (path), g_bytes_new (text, strlen (text))));
}

const ScPart *
parts_find (GPtrArray *parts, const char *path)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);

      if (g_str_equal (part->path, path))
        return part;
    }
  return NULL;
}

char *
parts_read (GPtrArray *parts, const char *path)
{
  const ScPart *part = parts_find (parts, path);

  if (part == NULL)
    g_error ("There is no %s", path);
  return g_strndup (g_bytes_get_data (part->bytes, NULL), g_bytes_get_size (part->bytes));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
parts_list_paths (GPtrArray *parts)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      char *path = ((ScPart *) g_ptr_array_index (parts, i))->path;

      if (!g_str_has_suffix (path, "/Solution.xml") && !g_str_has_suffix (path, "ustomizations.xml")
          && !g_str_equal (path, "solution.xml") && !g_str_equal (path, "[Content_Types].xml"))
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_sort (paths, compare_strings);
  g_ptr_array_add (paths, NULL);
  return g_strjoinv (",", (char **) paths->pdata);
}

GPtrArray *
parts_read_zip (const char *path)
{
  g_autoptr (GPtrArray) entries = zip_files_list (path);
  GPtrArray *parts = parts_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const ZipEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (parts, sc_part_new (g_strdup (entry->name), g_bytes_ref (entry->content)));
    }
  return parts;
}

GPtrArray *
parts_make_sample (void)
{
  g_autofree char *folder = files_make_folder ();
  g_autofree char *path = files_make_zip (folder, "\n");
  GPtrArray *parts = parts_read_zip (path);

  files_remove_folder (folder);
  return parts;
}

void
parts_replace (GPtrArray *parts, const char *path, const char *from, const char *to)
{
  g_autofree char *text = parts_read (parts, path);
  g_autoptr (GString) changed = g_string_new (text);

  for (guint i = 0; i < parts->len; i++)
    {
      ScPart *part = g_ptr_array_index (parts, i);

      if (!g_str_equal (part->path, path))
        continue;
      g_assert_cmpuint (g_string_replace (changed, from, to, 0), ==, 1);
      g_bytes_unref (part->bytes);
      part->bytes = g_bytes_new (changed->str, changed->len);
    }
}

void
parts_write_zip (GPtrArray *parts, const char *path)
{
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);
      gsize size;
      const void *data = g_bytes_get_data (part->bytes, &size);
      zip_source_t *source = zip_source_buffer (archive, data, size, 0);

      g_assert_cmpint (zip_file_add (archive, part->path, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (archive), ==, 0);
}
