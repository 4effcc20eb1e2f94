/* sc-folder.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-folder.h"

#include "sc-beneath.h"
#include "sc-xml.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct _ScFolder
{
  char *path; /* without symbolic links */
  int fd;
  GHashTable *listed; /* name of a folder → GPtrArray of the names in it */
  guint n_names;      /* in these */
  guint64 n_read;     /* bytes */
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
  int fd = real_path != NULL ? open (real_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  ScFolder *self;

  if (fd < 0)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_READ, _ ("There is no folder “%s”."), name);
      return NULL;
    }
  self = g_new0 (ScFolder, 1);
  self->path = g_steal_pointer (&real_path);
  self->fd = fd;
  self->listed
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
sc_folder_free (ScFolder *self)
{
  close (self->fd);
  g_hash_table_unref (self->listed);
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
    sc_file_set_read_error (error, name, saved_errno);
  else if (!is_within (self, real_path))
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
                 _ ("“%s” leads out of the folder of the solution and was not read."),
                 display_name);
  else
    return g_steal_pointer (&real_path);
  return NULL;
}

static GPtrArray *
list_anew (ScFolder *self, const char *name)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  ScBeneathKind kind;
  int fd = sc_beneath_open (self->fd, self->path, name, &kind, NULL);
  DIR *dir = fd >= 0 && kind == SC_BENEATH_FOLDER ? fdopendir (fd) : NULL;
  const struct dirent *entry;

  if (dir == NULL && fd >= 0)
    close (fd);
  while (dir != NULL && self->n_names <= SC_FOLDER_MAX_NAMES && (entry = readdir (dir)) != NULL)
    {
      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
        continue;
      g_ptr_array_add (names, g_strdup (entry->d_name));
      self->n_names++;
    }
  if (dir != NULL)
    closedir (dir);
  return names;
}

/* Belongs to the folder. */
static GPtrArray *
list_all (ScFolder *self, const char *name)
{
  GPtrArray *names = g_hash_table_lookup (self->listed, name);

  if (names == NULL)
    {
      names = list_anew (self, name);
      g_hash_table_insert (self->listed, g_strdup (name), names);
    }
  return names;
}

static gboolean
exists (const ScFolder *self, const char *folder, const char *entry)
{
  g_autofree char *name = g_build_filename (folder, entry, NULL);
  ScBeneathKind kind;
  int fd = sc_beneath_open (self->fd, self->path, name, &kind, NULL);

  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

static char *
find_entry (ScFolder *self, const char *folder, const char *entry)
{
  GPtrArray *names;

  if (exists (self, folder, entry))
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
sc_folder_find (ScFolder *self, const char *name)
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
sc_folder_list (ScFolder *self, const char *name, const char *suffix)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = sc_folder_find (self, name);
  GPtrArray *names;

  if (folder == NULL)
    return found;
  names = list_all (self, folder);
  for (guint i = 0; i < names->len; i++)
    {
      const char *entry = g_ptr_array_index (names, i);

      if (g_str_has_suffix (entry, suffix))
        g_ptr_array_add (found, *folder != '\0' ? g_strconcat (folder, "/", entry, NULL)
                                                : g_strdup (entry));
    }
  g_ptr_array_sort (found, compare_strings);
  return found;
}

gboolean
sc_folder_check (const ScFolder *self, GError **error)
{
  g_autofree char *shown = NULL;

  if (self->n_names <= SC_FOLDER_MAX_NAMES && self->n_read <= SC_FOLDER_MAX_BYTES)
    return TRUE;
  shown = g_filename_display_name (self->path);
  if (self->n_names > SC_FOLDER_MAX_NAMES)
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                 _ ("“%s” holds more than %d files and folders, the most that Stagecraft reads. "
                    "Keep only the solution's own files in it."),
                 shown, SC_FOLDER_MAX_NAMES);
  else
    g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_TOO_LARGE,
                 _ ("“%s” holds more than %d MB, the most that Stagecraft reads. Keep only the "
                    "solution's own files in it."),
                 shown, (int) (SC_FOLDER_MAX_BYTES / (1024 * 1024)));
  return FALSE;
}

gboolean
sc_folder_is_folder (const ScFolder *self, const char *name)
{
  ScBeneathKind kind;
  int fd = sc_beneath_open (self->fd, self->path, name, &kind, NULL);

  if (fd < 0)
    return FALSE;
  close (fd);
  return kind == SC_BENEATH_FOLDER;
}

GBytes *
sc_folder_read (ScFolder *self, const char *name, GError **error)
{
  ScBeneathKind kind;
  GBytes *bytes;
  int fd;

  if (!sc_folder_check (self, error))
    return NULL;
  fd = sc_beneath_open (self->fd, self->path, name, &kind, error);
  if (fd < 0)
    return NULL;
  bytes = sc_beneath_read (fd, name, SC_XML_MAX_BYTES, error);
  close (fd);
  if (bytes != NULL)
    self->n_read += g_bytes_get_size (bytes);
  return bytes;
}
