/* sc-check-files.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-check-files.h"

#include "sc-cli-command.h"
#include "sc-folder.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Deeper than any repository; symbolic links are not followed, so that there are no circles. */
#define MAX_DEPTH 64

/* What stands at the top of the XAML of a workflow, and of no other XAML. */
#define ACTIVITY_NAMESPACE "http://schemas.microsoft.com/netfx/2009/xaml/activities"
#define HEAD_BYTES         4096

/* A folder that is opened as one. One that was only unzipped is none, and opening it says so. */
static gboolean
is_package (const char *path)
{
  g_autoptr (ScFolder) folder = sc_folder_open (path, NULL);
  g_autofree char *manifest = NULL;
  g_autofree char *packed = NULL;
  g_autoptr (GPtrArray) flows = NULL;

  if (folder == NULL)
    return FALSE;
  manifest = sc_folder_find (folder, "Other/Solution.xml");
  packed = sc_folder_find (folder, "customizations.xml");
  flows = sc_folder_list (folder, "Workflows", ".xaml");
  return manifest != NULL || packed != NULL || flows->len > 0;
}

static gboolean
is_workflow (const char *path)
{
  FILE *file = fopen (path, "rbe");
  char head[HEAD_BYTES];
  gsize length;

  /* What cannot be read is not passed over: opening it says why. */
  if (file == NULL)
    return TRUE;
  length = fread (head, 1, sizeof head, file);
  fclose (file);
  return g_strstr_len (head, (gssize) length, ACTIVITY_NAMESPACE) != NULL;
}

static gboolean
is_file_of_ours (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  return sc_cli_has_suffix (path, ".zip") || sc_cli_has_suffix (path, ".stagecraft")
         || (sc_cli_has_suffix (path, ".xaml") && is_workflow (path));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* NULL when the folder cannot be read; errno says why. */
static GPtrArray *
list_names (const char *path)
{
  DIR *dir = opendir (path);
  GPtrArray *names;
  const struct dirent *entry;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((entry = readdir (dir)) != NULL)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (names, g_strdup (entry->d_name));
  closedir (dir);
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
file_free (gpointer data)
{
  ScCheckFile *self = data;

  g_free (self->path);
  g_free (self->error);
  g_free (self);
}

static ScCheckFile *
add_file (GPtrArray *files, const char *path, gboolean was_found)
{
  ScCheckFile *file = g_new0 (ScCheckFile, 1);

  file->path = g_strdup (path);
  file->was_found = was_found;
  g_ptr_array_add (files, file);
  return file;
}

/* What is in such a folder nobody knows, so that it must not pass for checked. */
static void
add_unsearched (GPtrArray *files, const char *folder, const char *reason)
{
  g_autofree char *name = g_filename_display_name (folder);
  ScCheckFile *file = add_file (files, folder, TRUE);

  /* Translators: a folder, and why. */
  file->error = g_strdup_printf (_ ("“%s” cannot be searched: %s."), name, reason);
}

static void
search (const char *folder, guint depth, GPtrArray *files)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  if (names == NULL)
    {
      add_unsearched (files, folder, g_strerror (errno));
      return;
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (is_file_of_ours (path))
            add_file (files, path, TRUE);
        }
      else if (is_package (path))
        add_file (files, path, TRUE);
      else if (depth < MAX_DEPTH)
        search (path, depth + 1, files);
      else
        add_unsearched (files, path, _ ("it is nested too deep"));
    }
}

GPtrArray *
sc_check_list_files (const char *const *paths)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      const guint before = files->len;

      if (g_file_test (paths[i], G_FILE_TEST_IS_DIR) && !is_package (paths[i]))
        search (paths[i], 0, files);
      if (files->len == before)
        add_file (files, paths[i], FALSE);
    }
  return files;
}
