/* sc-package-create.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-package-create.h"

#include "sc-file-name.h"
#include "sc-file-stage.h"
#include "sc-file.h"
#include "sc-package-private.h"
#include "sc-solution-parts.h"
#include "sc-zip.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define STAGED_FOLDER "package"
#define STAGED_ZIP    "package.zip"

/* TRUE for a folder with nothing in it, or nothing at all. */
static gboolean
is_free (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (dir == NULL)
    return !g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  return g_dir_read_name (dir) == NULL;
}

/* Makes all folders on the way to a file. */
static gboolean
make_parents (const char *root, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = NULL;
  int code;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  code = errno;
  shown = g_filename_display_name (folder);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("The folder “%s” cannot be made: %s. Choose another place."), shown,
               g_strerror (code));
  return FALSE;
}

/* Whatever made the path: nothing is written beside the package or where other programs look. */
static gboolean
check_path (const char *path, GError **error)
{
  if (sc_file_name_is_plain_path (path))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSAFE,
               _ ("“%s” is no name for a file of a package. Nothing was written."), path);
  return FALSE;
}

static gboolean
fill (const char *root, GPtrArray *parts, GError **error)
{
  g_autofree ScFileChange *changes = g_new (ScFileChange, parts->len);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);

      if (!check_path (part->path, error) || !make_parents (root, part->path, error))
        return FALSE;
      g_ptr_array_add (paths, g_build_filename (root, part->path, NULL));
      changes[i] = (ScFileChange){ g_ptr_array_index (paths, i), part->bytes };
    }
  return sc_file_write_all (changes, parts->len, NULL, NULL, error);
}

/* As read from another place: calls it by its own. */
static ScPackage *
open_as (const char *temporary, const char *path, GError **error)
{
  g_autoptr (ScPackage) package = sc_package_open (temporary, error);

  return package != NULL ? sc_package_move (package, path) : NULL;
}

static ScPackage *
create_folder (GPtrArray *parts, const char *path, const ScFileChange *along, GError **error)
{
  g_autoptr (ScFileStage) stage = NULL;
  g_autoptr (ScPackage) package = NULL;
  g_autofree char *root = NULL;

  if (!is_free (path))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” is not an empty folder. Choose an empty one or a new name."), name);
      return NULL;
    }
  stage = sc_file_stage_new (path, error);
  if (stage == NULL)
    return NULL;
  root = sc_file_stage_get_path (stage, STAGED_FOLDER);
  if (fill (root, parts, error))
    package = open_as (root, path, error);
  if (package == NULL || !sc_file_stage_publish (stage, STAGED_FOLDER, along, error))
    return NULL;
  return g_steal_pointer (&package);
}

static GBytes *
pack (GPtrArray *parts, const char *path, GError **error)
{
  g_autofree ScZipChange *entries = g_new (ScZipChange, parts->len);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);

      entries[i] = (ScZipChange){ part->path, part->bytes };
    }
  return sc_zip_create (path, entries, parts->len, error);
}

static ScPackage *
create_zip (GPtrArray *parts, const char *path, const ScFileChange *along, GError **error)
{
  g_autoptr (GBytes) archive = pack (parts, path, error);
  g_autoptr (ScFileStage) stage = archive != NULL ? sc_file_stage_new (path, error) : NULL;
  g_autofree char *temporary = stage != NULL ? sc_file_stage_get_path (stage, STAGED_ZIP) : NULL;
  g_autoptr (ScPackage) package = NULL;

  if (stage == NULL || !sc_file_write (temporary, archive, error))
    return NULL;
  package = open_as (temporary, path, error);
  if (package == NULL || !sc_file_write_along (path, archive, along, error))
    return NULL;
  return g_steal_pointer (&package);
}

ScPackage *
sc_package_create_from_parts (GPtrArray *parts,
                              ScPackageKind kind,
                              const char *path,
                              const ScFileChange *along,
                              GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *real = realpath (absolute, NULL);

  g_return_val_if_fail (kind == SC_PACKAGE_ZIP || kind == SC_PACKAGE_FOLDER, NULL);

  return kind == SC_PACKAGE_ZIP
             ? create_zip (parts, absolute, along, error)
             : create_folder (parts, real != NULL ? real : absolute, along, error);
}

ScPackage *
sc_package_create (const ScSolution *solution,
                   ScPackageKind kind,
                   const char *path,
                   const ScFileChange *along,
                   GError **error)
{
  g_autofree char *reason = sc_package_explain_unmakeable (solution);
  g_autoptr (GPtrArray) parts = NULL;

  if (reason != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, reason);
      return NULL;
    }
  parts = sc_solution_parts_list (solution, kind);
  return sc_package_create_from_parts (parts, kind, path, along, error);
}
