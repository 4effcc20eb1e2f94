/* sc-storage-copy.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-storage-private.h"

#include "sc-definition.h"
#include "sc-file-stage.h"
#include "sc-file-tree.h"
#include "sc-file.h"
#include "sc-settings-file.h"
#include "sc-zip.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* Copying whole packages: what the solution's value does not hold (web resources, apps, other
 * tables) goes along. The copy is made in a folder of its own beside the target and saved there
 * first, so that the target is either whole or as it was. */

#define STAGED_FOLDER "package"
#define STAGED_ZIP    "package.zip"

static gboolean
copy_archive (const char *from, const char *to, const ScFileChange *along, GError **error)
{
  g_autoptr (GBytes) bytes = sc_file_read (from, SC_ZIP_MAX_BYTES, error);

  return bytes != NULL && sc_file_write_along (to, bytes, along, error);
}

/* The folder of a package, of which path may be the Solution.xml. */
static char *
find_root (const char *path)
{
  g_autofree char *parent = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_strdup (path);
  parent = g_path_get_dirname (path);
  return g_path_get_dirname (parent);
}

static gboolean
check_folder (const char *root, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *real_parent = realpath (parent, NULL);
  g_autofree char *real_root = realpath (root, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (real_parent != NULL && real_root != NULL && g_str_has_prefix (real_parent, real_root)
      && strchr ("/", real_parent[strlen (real_root)]) != NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” lies within the package itself. Choose another folder."), name);
      return FALSE;
    }
  if (dir == NULL
          ? g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK)
          : g_dir_read_name (dir) != NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” is there already. Choose an empty folder or a new name."), name);
      return FALSE;
    }
  return TRUE;
}

/* Saves solution into the copy of self at path, and reads it again; an error when self is no longer
 * what it was. */
static ScStorage *
save_copy (const ScStorage *self, const ScSolution *solution, const char *path, GError **error)
{
  g_autoptr (ScStorage) copy = sc_storage_open (path, error);
  g_autoptr (ScStorage) saved = NULL;
  g_autoptr (ScStorage) again = NULL;
  g_autofree char *name = g_filename_display_name (sc_storage_get_path (self));

  if (copy == NULL)
    return NULL;
  if (!sc_storage_holds_same (self, copy))
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
                   _ ("“%s” was changed by another program since it was opened. Nothing was "
                      "written. Open it again."),
                   name);
      return NULL;
    }
  saved = sc_storage_save (copy, solution, FALSE, error);
  again = saved != NULL ? sc_storage_open (path, error) : NULL;
  /* What could not be read this time is there all the same. */
  return again != NULL && !sc_storage_holds_same (saved, again) ? sc_storage_ref (saved)
                                                                : g_steal_pointer (&again);
}

static ScStorage *
copy_into (const ScStorage *self,
           const ScSolution *solution,
           const char *path,
           const ScFileChange *settings,
           GError **error)
{
  const char *from = sc_storage_get_path (self);
  gboolean zip = sc_storage_get_kind (self) == SC_STORAGE_ZIP;
  g_autoptr (ScFileStage) stage = sc_file_stage_new (path, error);
  g_autofree char *root = find_root (from);
  g_autofree char *copy
      = stage != NULL ? sc_file_stage_get_path (stage, zip ? STAGED_ZIP : STAGED_FOLDER) : NULL;
  g_autoptr (ScStorage) saved = NULL;

  if (stage == NULL
      || !(zip ? copy_archive (from, copy, NULL, error) : sc_file_copy_tree (root, copy, error)))
    return NULL;
  saved = save_copy (self, solution, copy, error);
  if (saved == NULL
      || !(zip ? copy_archive (copy, path, settings, error)
               : sc_file_stage_publish (stage, STAGED_FOLDER, settings, error)))
    return NULL;
  return sc_storage_new_package (sc_package_move (sc_storage_get_package (saved), path));
}

static ScStorage *
copy_package (const ScStorage *self, const ScSolution *solution, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *root = find_root (sc_storage_get_path (self));
  const gboolean own = sc_file_is_same (sc_storage_get_path (self), absolute);
  ScStorage *copy = NULL;
  ScFileChange settings;
  ScFileState known;

  if (sc_storage_get_kind (self) == SC_STORAGE_FOLDER && !check_folder (root, absolute, error))
    return NULL;
  if (own && !sc_storage_settings_are_ours (self, solution, &known, error))
    return NULL;
  if (sc_settings_file_prepare (solution, absolute, own, &settings, error))
    {
      if (own)
        settings.expected = known;
      copy = copy_into (self, solution, absolute, settings.path != NULL ? &settings : NULL, error);
    }
  sc_settings_file_clear (&settings);
  return copy;
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path), own = strlen (suffix);

  return length > own && g_ascii_strcasecmp (path + length - own, suffix) == 0;
}

/* What path names: a zip, or a folder whatever its name. */
static ScStorageKind
guess_kind (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return SC_STORAGE_FOLDER;
  return has_suffix (path, ".zip")                 ? SC_STORAGE_ZIP
         : has_suffix (path, ".xaml")              ? SC_STORAGE_XAML
         : has_suffix (path, SC_DEFINITION_SUFFIX) ? SC_STORAGE_DEFINITION
                                                   : SC_STORAGE_FOLDER;
}

static gboolean
is_package (ScStorageKind kind)
{
  return kind == SC_STORAGE_FOLDER || kind == SC_STORAGE_ZIP;
}

gboolean
sc_storage_can_copy_as (const ScStorage *self, ScStorageKind kind)
{
  ScStorageKind from = sc_storage_get_kind (self);

  /* A managed package is copied as it is or not at all. */
  return from == kind || !is_package (from) || !is_package (kind)
         || !sc_storage_get_solution (self)->managed;
}

ScStorage *
sc_storage_save_copy (const ScStorage *self,
                      const ScSolution *solution,
                      const char *path,
                      GError **error)
{
  ScStorageKind from = sc_storage_get_kind (self);
  ScStorageKind to = guess_kind (path);

  if (!is_package (from) || !is_package (to))
    return sc_storage_save_as (solution, path, error);
  if (from == to)
    return copy_package (self, solution, path, error);
  return sc_storage_convert (self, solution, path, error);
}
