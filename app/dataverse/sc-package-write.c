/* sc-package-write.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file.h"
#include "sc-folder.h"
#include "sc-package-private.h"
#include "sc-zip.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Makes a folder of the package and those on the way to it; the paths of new ones are added to
 * made. */
static gboolean
make_folders (const ScPackage *self, const char *name, GPtrArray *made, GError **error)
{
  for (const char *end = name; end != NULL;)
    {
      g_autofree char *part = NULL;
      g_autofree char *path = NULL;

      end = strchr (end + 1, '/');
      part = end != NULL ? g_strndup (name, end - name) : g_strdup (name);
      path = g_build_filename (self->root, part, NULL);
      if (g_mkdir (path, 0777) == 0)
        g_ptr_array_add (made, g_strdup (path));
      else if (errno != EEXIST)
        {
          int saved_errno = errno;
          g_autofree char *shown = g_filename_display_name (path);

          g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                       _ ("The folder “%s” cannot be made: %s."), shown, g_strerror (saved_errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* The path of a file that is there, or of a new one in a folder that is there or can be made;
 * folders that were made are added to made. */
static char *
find_target (const ScPackage *self,
             const ScFolder *folder,
             const ScPackageChange *change,
             GPtrArray *made,
             GError **error)
{
  g_autofree char *parent = NULL;
  g_autofree char *real_parent = NULL;
  g_autofree char *base = NULL;

  if (self->kind == SC_PACKAGE_XAML)
    return g_build_filename (self->root, change->name, NULL);
  if (change->before != NULL)
    return sc_folder_resolve (folder, change->name, error);
  parent = g_path_get_dirname (change->name);
  if (!make_folders (self, parent, made, error))
    return NULL;
  real_parent = sc_folder_resolve (folder, parent, error);
  if (real_parent == NULL)
    return NULL;
  base = g_path_get_basename (change->name);
  return g_build_filename (real_parent, base, NULL);
}

/* Says of what went wrong while looking at the files that nothing was written. */
static void
set_gone_error (GError **error, const GError *reason)
{
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               /* Translators: %s is a sentence. */
               _ ("%s Nothing was written. Save elsewhere."), reason->message);
}

/* Somebody else's work is not written over. before is what was there when it was read; NULL for a
 * new file. */
static gboolean
check_unchanged (
    const char *path, const char *file, GBytes *before, gsize max_bytes, GError **error)
{
  g_autoptr (GBytes) present = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autofree char *name = g_filename_display_name (file);

  if (before == NULL)
    return TRUE;
  present = sc_file_read (path, max_bytes, &read_error);
  if (present == NULL)
    {
      set_gone_error (error, read_error);
      return FALSE;
    }
  if (g_bytes_equal (present, before))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Nothing was written. "
                  "Save elsewhere, or open it again."),
               name);
  return FALSE;
}

/* Folders in which nothing is left go away with the last file; others stay by themselves. */
static void
remove_empty_folders (const ScPackage *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);
      g_autofree char *folder = g_path_get_dirname (change->name);

      while (change->after == NULL && strchr (folder, '/') != NULL)
        {
          g_autofree char *path = g_build_filename (self->root, folder, NULL);

          if (g_rmdir (path) != 0)
            break;
          *strrchr (folder, '/') = '\0';
        }
    }
}

static gboolean
write_files (const ScPackage *self, GPtrArray *changes, GError **error)
{
  g_autoptr (ScFolder) folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree ScFileChange *files = g_new (ScFileChange, changes->len);
  g_autoptr (GError) reason = NULL;
  gboolean ok = TRUE;

  if (self->kind == SC_PACKAGE_FOLDER)
    {
      folder = sc_folder_open (self->root, &reason);
      if (folder == NULL)
        {
          set_gone_error (error, reason);
          return FALSE;
        }
    }
  for (guint i = 0; ok && i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);
      char *path = find_target (self, folder, change, made, &reason);

      if (path == NULL)
        set_gone_error (error, reason);
      ok = path != NULL
           && check_unchanged (path, change->name, change->before, SC_XML_MAX_BYTES, error);
      files[i] = (ScFileChange){ path, change->after };
      g_ptr_array_add (paths, path);
    }
  ok = ok && sc_file_write_all (files, changes->len, error);
  for (guint i = made->len; !ok && i > 0; i--)
    g_rmdir (g_ptr_array_index (made, i - 1));
  if (ok)
    remove_empty_folders (self, changes);
  return ok;
}

static gboolean
write_archive (const ScPackage *self, GPtrArray *changes, GBytes **archive, GError **error)
{
  g_autofree ScZipChange *entries = g_new (ScZipChange, changes->len);
  g_autofree char *file = g_path_get_basename (self->path);
  g_autoptr (GBytes) result = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);

      entries[i] = (ScZipChange){ change->name, change->after };
    }
  if (!check_unchanged (self->path, file, self->archive, SC_ZIP_MAX_BYTES, error))
    return FALSE;
  result = sc_zip_rewrite (self->archive, self->path, entries, changes->len, error);
  if (result == NULL || !sc_file_write (self->path, result, error))
    return FALSE;
  g_bytes_unref (*archive);
  *archive = g_steal_pointer (&result);
  return TRUE;
}

gboolean
sc_package_write_changes (const ScPackage *self,
                          GPtrArray *changes,
                          GBytes **archive,
                          GError **error)
{
  return self->kind == SC_PACKAGE_ZIP ? write_archive (self, changes, archive, error)
                                      : write_files (self, changes, error);
}
