/* sc-tree.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-tree.h"

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
  guint n_names;
} Reader;

static gboolean
check_limits (const Reader *self, const char *name, guint depth, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  if (depth <= MAX_DEPTH && self->n_names <= SC_ZIP_MAX_ENTRIES)
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
               _ ("The folder holds more than a solution can (at “%s”). Keep only the solution's "
                  "own files in it."),
               shown);
  return FALSE;
}

static gboolean read_entries (Reader *self, const char *folder, guint depth, GError **error);

static gboolean
read_entry (Reader *self, const char *name, guint depth, GError **error)
{
  GBytes *bytes;

  self->n_names++;
  if (!check_limits (self, name, depth, error))
    return FALSE;
  if (sc_folder_is_folder (self->folder, name))
    return read_entries (self, name, depth + 1, error);
  bytes = sc_folder_read (self->folder, name, error);
  if (bytes != NULL)
    g_ptr_array_add (self->parts, sc_part_new (g_strdup (name), bytes));
  return bytes != NULL;
}

static gboolean
read_entries (Reader *self, const char *folder, guint depth, GError **error)
{
  g_autoptr (GPtrArray) names = sc_folder_list (self->folder, folder, "");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *slash = strrchr (name, '/');

      if ((slash != NULL ? slash[1] : name[0]) != '.' && !read_entry (self, name, depth, error))
        return FALSE;
    }
  return sc_folder_check (self->folder, error);
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
  Reader reader = { folder, parts, 0 };

  if (folder == NULL || !read_entries (&reader, "", 0, error))
    return NULL;
  g_ptr_array_sort (parts, compare_parts);
  return g_steal_pointer (&parts);
}
