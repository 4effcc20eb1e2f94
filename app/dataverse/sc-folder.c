/* sc-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-folder.h"

#include "sc-file.h"
#include "sc-xml.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _ScFolder
{
  char *path; /* without symbolic links */
};

static char *
get_real_path (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved);

  free (resolved);
  return copy;
}

ScFolder *
sc_folder_open (const char *path, GError **error)
{
  g_autofree char *real_path = get_real_path (path);
  ScFolder *self;

  if (real_path == NULL || !g_file_test (real_path, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("There is no folder “%s”."), name);
      return NULL;
    }
  self = g_new (ScFolder, 1);
  self->path = g_steal_pointer (&real_path);
  return self;
}

void
sc_folder_free (ScFolder *self)
{
  g_free (self->path);
  g_free (self);
}

static gboolean
is_within (const ScFolder *self, const char *real_path)
{
  gsize length = strlen (self->path);

  return g_str_has_prefix (real_path, self->path)
         && (real_path[length] == '/' || real_path[length] == '\0' || length == 1);
}

char *
sc_folder_resolve (const ScFolder *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *real_path = get_real_path (path);
  int saved_errno = errno;
  g_autofree char *display_name = g_filename_display_name (name);

  if (real_path == NULL)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("“%s” cannot be read: %s."),
                 display_name, g_strerror (saved_errno));
  else if (!is_within (self, real_path))
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                 _ ("“%s” leads out of the folder of the solution and was not read."),
                 display_name);
  else
    return g_steal_pointer (&real_path);
  return NULL;
}

static GPtrArray *
list_all (const ScFolder *self, const char *name)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = sc_folder_resolve (self, name, NULL);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (entry));
  return names;
}

static char *
find_entry (const ScFolder *self, const char *folder, const char *entry)
{
  g_autofree char *exact = g_build_filename (self->path, folder, entry, NULL);
  g_autoptr (GPtrArray) names = NULL;

  if (g_file_test (exact, G_FILE_TEST_EXISTS))
    return g_strdup (entry);
  names = list_all (self, folder);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_ascii_strcasecmp (name, entry) == 0)
        return g_strdup (name);
    }
  return NULL;
}

char *
sc_folder_find (const ScFolder *self, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  g_autofree char *found = g_strdup ("");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *entry = find_entry (self, found, parts[i]);
      char *next;

      if (entry == NULL)
        return NULL;
      next = *found != '\0' ? g_strconcat (found, "/", entry, NULL) : g_strdup (entry);
      g_free (found);
      found = next;
    }
  return g_steal_pointer (&found);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
sc_folder_list (const ScFolder *self, const char *name, const char *suffix)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = sc_folder_find (self, name);
  g_autoptr (GPtrArray) names = NULL;

  if (folder == NULL)
    return found;
  names = list_all (self, folder);
  for (guint i = 0; i < names->len; i++)
    {
      const char *entry = g_ptr_array_index (names, i);

      if (g_str_has_suffix (entry, suffix))
        g_ptr_array_add (found, g_strconcat (folder, "/", entry, NULL));
    }
  g_ptr_array_sort (found, compare_strings);
  return found;
}

GBytes *
sc_folder_read (const ScFolder *self, const char *name, GError **error)
{
  g_autofree char *path = sc_folder_resolve (self, name, error);

  return path != NULL ? sc_file_read (path, SC_XML_MAX_BYTES, error) : NULL;
}
