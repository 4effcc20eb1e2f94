/* sc-stamp.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-stamp.h"

#include "sc-settings-file.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define MAX_DEPTH 32
/* File systems count time in steps, of some milliseconds or (FAT) two seconds: what was written
 * within one of them may be written again and look the same. */
#define RACY_NS (2500 * G_GINT64_CONSTANT (1000000))

typedef struct
{
  ScStamp *stamp;
  GChecksum *sum;
  guint n_names;
  gint64 newest; /* nanoseconds since 1970 */
} Walk;

static gint64
get_ns (const struct timespec *time)
{
  return (gint64) time->tv_sec * 1000000000 + time->tv_nsec;
}

static void
add_file (Walk *walk, const char *path)
{
  struct stat info;
  g_autofree char *line = NULL;

  if (stat (path, &info) == 0)
    {
      walk->newest = MAX (walk->newest, get_ns (&info.st_mtim));
      line
          = g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT
                             ":%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ";",
                             path, (guint64) info.st_dev, (guint64) info.st_ino,
                             (gint64) info.st_size, get_ns (&info.st_mtim), get_ns (&info.st_ctim));
    }
  else
    {
      line = g_strconcat (path, ";", NULL);
    }
  g_checksum_update (walk->sum, (const guchar *) line, -1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* No package has files that begin with a dot; version control, editors and saving do. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL && names->len < SC_STAMP_MAX_NAMES)
    {
      if (name[0] != '.')
        g_ptr_array_add (names, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Not what a link leads to, which may be above it. */
static gboolean
is_folder (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode);
}

static void
add_folder (Walk *walk, const char *folder, guint depth)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  if (walk->stamp->folders->len < SC_STAMP_MAX_FOLDERS)
    g_ptr_array_add (walk->stamp->folders, g_strdup (folder));
  for (guint i = 0; i < names->len && walk->n_names < SC_STAMP_MAX_NAMES; i++)
    {
      const char *path = g_ptr_array_index (names, i);

      walk->n_names++;
      add_file (walk, path);
      if (depth < MAX_DEPTH && is_folder (path))
        add_folder (walk, path, depth + 1);
    }
}

/* Writing through a link, or putting another file where it leads, does not touch the link. */
static void
add_place (Walk *walk, const char *path)
{
  char *target = realpath (path, NULL);

  add_file (walk, path);
  g_ptr_array_add (walk->stamp->files, g_strdup (path));
  if (target != NULL && strcmp (target, path) != 0)
    g_ptr_array_add (walk->stamp->files, g_strdup (target));
  free (target);
}

ScStamp *
sc_stamp_new (const ScStorage *storage)
{
  const char *path = sc_storage_get_path (storage);
  const gint64 now = g_get_real_time () * 1000;
  ScStamp *self = g_new0 (ScStamp, 1);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  Walk walk = { self, sum, 0, 0 };

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  add_place (&walk, path);
  if (sc_storage_get_package (storage) != NULL)
    {
      g_autofree char *settings = sc_settings_file_get_path (path);

      add_place (&walk, settings);
    }
  if (sc_storage_get_kind (storage) == SC_STORAGE_XAML)
    {
      g_autofree char *data = g_strconcat (path, ".data.xml", NULL);

      add_place (&walk, data);
    }
  if (sc_storage_get_kind (storage) == SC_STORAGE_FOLDER)
    add_folder (&walk, path, 0);
  if (walk.newest < now - RACY_NS)
    self->text = g_strdup (g_checksum_get_string (sum));
  return self;
}

void
sc_stamp_free (ScStamp *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->folders);
  g_free (self);
}
