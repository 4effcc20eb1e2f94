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

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* The path of a new file: in a folder that is there and lies within the package, or that saving
 * makes. */
static char *
place_new (const ScPackage *self, const ScFolder *folder, const char *name, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = g_build_filename (self->root, parent, NULL);
  g_autofree char *real_parent = g_file_test (path, G_FILE_TEST_EXISTS)
                                     ? sc_folder_resolve (folder, parent, error)
                                     : place_new (self, folder, parent, error);

  return real_parent != NULL ? g_build_filename (real_parent, base, NULL) : NULL;
}

/* The path of a file that is there, or of a new one. */
static char *
find_target (const ScPackage *self,
             const ScFolder *folder,
             const ScPackageChange *change,
             GError **error)
{
  if (self->kind == SC_PACKAGE_XAML)
    return g_build_filename (self->root, change->name, NULL);
  return change->before != NULL ? sc_folder_resolve (folder, change->name, error)
                                : place_new (self, folder, change->name, error);
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
 * new file. known is filled in with what is there. */
static gboolean
check_unchanged (
    const char *path, GBytes *before, gsize max_bytes, ScFileState *known, GError **error)
{
  g_autoptr (GBytes) present = NULL;
  g_autoptr (GError) read_error = NULL;

  *known = (ScFileState){ SC_FILE_ABSENT };
  if (before == NULL)
    return TRUE;
  if (sc_file_look (path, known, &read_error))
    present = sc_file_read (path, max_bytes, &read_error);
  if (read_error != NULL)
    {
      set_gone_error (error, read_error);
      return FALSE;
    }
  if (g_bytes_equal (present, before))
    return TRUE;
  sc_file_set_changed_error (error, path);
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

/* The real place of a package, of which a link may be what was opened. */
static char *
get_real_path (const char *path)
{
  char *real = realpath (path, NULL);

  return real != NULL ? real : g_canonicalize_filename (path, NULL);
}

gboolean
sc_package_settle (const char *path, GError **error)
{
  g_autofree char *real = get_real_path (path);
  g_autofree char *parent = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);

  return sc_file_settle (parent, base, error) && sc_file_settle (real, NULL, error);
}

/* What goes along with a package lies beside it, and then the journal does, too. */
static gboolean
write_together (const ScPackage *self, GArray *files, const ScFileChange *along, GError **error)
{
  g_autofree char *real = get_real_path (self->path);
  g_autofree char *parent = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  const gboolean inside = along == NULL && self->kind == SC_PACKAGE_FOLDER;

  if (along != NULL)
    g_array_append_val (files, *along);
  return sc_file_write_all ((const ScFileChange *) (gpointer) files->data, files->len,
                            inside ? real : parent, inside ? NULL : base, error);
}

static ScFolder *
open_root (const ScPackage *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  ScFolder *folder = sc_folder_open (self->root, &reason);

  if (reason != NULL)
    set_gone_error (error, reason);
  return folder;
}

static gboolean
write_files (const ScPackage *self, GPtrArray *changes, const ScFileChange *along, GError **error)
{
  g_autoptr (ScFolder) folder = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (ScFileChange));

  if (self->kind == SC_PACKAGE_FOLDER)
    {
      folder = open_root (self, error);
      if (folder == NULL)
        return FALSE;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);
      g_autoptr (GError) reason = NULL;
      ScFileChange file = { find_target (self, folder, change, &reason), change->after,
                            self->kind == SC_PACKAGE_FOLDER };

      if (reason != NULL)
        {
          set_gone_error (error, reason);
          return FALSE;
        }
      g_ptr_array_add (paths, (char *) file.path);
      if (!check_unchanged (file.path, change->before, SC_XML_MAX_BYTES, &file.expected, error))
        return FALSE;
      g_array_append_val (files, file);
    }
  if (!write_together (self, files, along, error))
    return FALSE;
  remove_empty_folders (self, changes);
  return TRUE;
}

static gboolean
write_archive (const ScPackage *self,
               GPtrArray *changes,
               const ScFileChange *along,
               GBytes **archive,
               GError **error)
{
  g_autofree ScZipChange *entries = g_new (ScZipChange, changes->len);
  g_autoptr (GBytes) result = NULL;
  ScFileChange file = { self->path };

  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);

      entries[i] = (ScZipChange){ change->name, change->after };
    }
  if (!check_unchanged (self->path, self->archive, SC_ZIP_MAX_BYTES, &file.expected, error))
    return FALSE;
  file.bytes = result = sc_zip_rewrite (self->archive, self->path, entries, changes->len, error);
  if (result == NULL || !sc_file_write_both (&file, along, error))
    return FALSE;
  g_bytes_unref (*archive);
  *archive = g_steal_pointer (&result);
  return TRUE;
}

gboolean
sc_package_write_changes (const ScPackage *self,
                          GPtrArray *changes,
                          const ScFileChange *along,
                          GBytes **archive,
                          GError **error)
{
  if (changes->len == 0)
    return along == NULL || sc_file_write_all (along, 1, NULL, NULL, error);
  return self->kind == SC_PACKAGE_ZIP ? write_archive (self, changes, along, archive, error)
                                      : write_files (self, changes, along, error);
}

/* What has come to be there meanwhile stays, for saving to look at. */
static gboolean
put_back_file (const char *path, GBytes *bytes, GError **error)
{
  const ScFileChange change = { path, bytes, .expected = { SC_FILE_ABSENT } };
  g_autoptr (GError) reason = NULL;

  if (sc_file_write_both (&change, NULL, &reason)
      || g_error_matches (reason, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
sc_package_put_back (const ScPackage *self, GError **error)
{
  GHashTableIter iter;
  gpointer name, bytes;

  if (self->kind == SC_PACKAGE_ZIP)
    return put_back_file (self->path, self->archive, error);
  if (self->kind == SC_PACKAGE_FOLDER)
    {
      g_autofree char *place = g_filename_display_name (self->path);

      if (g_file_test (self->path, G_FILE_TEST_EXISTS))
        return TRUE;
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("The folder “%s” was deleted or moved, and held more than the solution. Save "
                      "elsewhere, or put it back."),
                   place);
      return FALSE;
    }
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      g_autofree char *path = g_build_filename (self->root, name, NULL);

      if (!put_back_file (path, bytes, error))
        return FALSE;
    }
  return TRUE;
}
