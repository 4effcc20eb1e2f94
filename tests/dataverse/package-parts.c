/* package-parts.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "package-parts.h"

#include <string.h>

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
