/* sc-tree.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-tree.h"

#include "sc-file.h"
#include "sc-flow-parts.h"
#include "sc-folder.h"
#include "sc-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Packages nest six deep. A link to a folder above itself would go on for ever. */
#define MAX_DEPTH 20

typedef struct
{
  ScFolder *folder;
  GPtrArray *parts;
  gsize total;
} Reader;

static gboolean
check_limits (const Reader *self, const char *name, guint depth, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  if (depth <= MAX_DEPTH && self->parts->len <= SC_ZIP_MAX_ENTRIES
      && self->total <= SC_ZIP_MAX_TOTAL_BYTES)
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("The folder holds more than a solution can (at “%s”). Keep only the solution's "
                  "own files in it."),
               shown);
  return FALSE;
}

static gboolean
read_entry (Reader *self, const char *name, guint depth, GError **error)
{
  g_autofree char *path = sc_folder_resolve (self->folder, name, error);
  g_autoptr (GPtrArray) names = NULL;
  GBytes *bytes;

  if (path == NULL || !check_limits (self, name, depth, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      bytes = sc_file_read (path, SC_ZIP_MAX_ENTRY_BYTES, error);
      if (bytes == NULL)
        return FALSE;
      self->total += g_bytes_get_size (bytes);
      g_ptr_array_add (self->parts, sc_part_new (g_strdup (name), bytes));
      return check_limits (self, name, depth, error);
    }
  names = sc_folder_list (self->folder, name, "");
  for (guint i = 0; i < names->len; i++)
    {
      const char *inner = g_ptr_array_index (names, i);
      const char *base = strrchr (inner, '/') + 1;

      if (base[0] != '.' && !read_entry (self, inner, depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(ScPart *const *) a)->path, (*(ScPart *const *) b)->path);
}

GPtrArray *
sc_tree_read (const char *path, GError **error)
{
  g_autoptr (ScFolder) folder = sc_folder_open (path, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (path, 0, NULL) : NULL;
  Reader reader = { folder, parts, 0 };
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (name[0] != '.' && !read_entry (&reader, name, 0, error))
        return NULL;
    }
  if (folder == NULL)
    return NULL;
  g_ptr_array_sort (parts, compare_parts);
  return g_steal_pointer (&parts);
}
