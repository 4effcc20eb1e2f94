/* sc-package-create.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-package-create.h"

#include "sc-file.h"
#include "sc-package-private.h"
#include "sc-solution-parts.h"
#include "sc-zip.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define TEMPORARY_SUFFIX "-XXXXXX"

static void
set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
               _ ("“%s” cannot be written: %s. Choose another place."), name, g_strerror (code));
}

/* TRUE for a folder with nothing in it, or nothing at all. */
static gboolean
is_free (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (dir == NULL)
    return !g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  return g_dir_read_name (dir) == NULL;
}

/* A folder that is being filled beside the place it will have. */
typedef struct
{
  char *path;
  GPtrArray *folders; /* paths, outer ones first */
  GPtrArray *files;   /* paths */
} Draft;

static void
draft_remove (Draft *self)
{
  for (guint i = 0; i < self->files->len; i++)
    g_unlink (g_ptr_array_index (self->files, i));
  for (guint i = self->folders->len; i > 0; i--)
    g_rmdir (g_ptr_array_index (self->folders, i - 1));
}

static void
draft_clear (Draft *self)
{
  g_free (self->path);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static gboolean
draft_add_folder (Draft *self, const char *path, GError **error)
{
  if (g_mkdir (path, 0777) == 0)
    {
      g_ptr_array_add (self->folders, g_strdup (path));
      return TRUE;
    }
  if (errno == EEXIST)
    return TRUE;
  set_write_error (error, path, errno);
  return FALSE;
}

/* Makes all folders on the way to a file. */
static gboolean
draft_add_parents (Draft *self, const char *name, GError **error)
{
  for (const char *slash = strchr (name, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *path = g_strdup_printf ("%s/%.*s", self->path, (int) (slash - name), name);

      if (!draft_add_folder (self, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draft_begin (Draft *self, const char *path, GError **error)
{
  self->folders = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->path = g_strconcat (path, TEMPORARY_SUFFIX, NULL);
  if (g_mkdtemp_full (self->path, 0777) == NULL)
    {
      set_write_error (error, path, errno);
      return FALSE;
    }
  g_ptr_array_add (self->folders, g_strdup (self->path));
  return TRUE;
}

static gboolean
draft_fill (Draft *self, GPtrArray *parts, GError **error)
{
  g_autofree ScFileChange *changes = g_new (ScFileChange, parts->len);

  for (guint i = 0; i < parts->len; i++)
    {
      const ScPart *part = g_ptr_array_index (parts, i);

      if (!draft_add_parents (self, part->path, error))
        return FALSE;
      changes[i] = (ScFileChange){ g_build_filename (self->path, part->path, NULL), part->bytes };
      g_ptr_array_add (self->files, (char *) changes[i].path);
    }
  return sc_file_write_all (changes, parts->len, error);
}

/* As read from another place: calls it by its own. */
static ScPackage *
open_as (const char *temporary, const char *path, GError **error)
{
  ScPackage *package = sc_package_open (temporary, error);

  if (package == NULL)
    return NULL;
  g_free (package->path);
  g_free (package->root);
  package->path = g_strdup (path);
  package->root = g_strdup (path);
  return package;
}

static ScPackage *
create_folder (GPtrArray *parts, const char *path, GError **error)
{
  g_auto (Draft) draft = { NULL };
  g_autoptr (ScPackage) package = NULL;

  if (!is_free (path))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("“%s” is not an empty folder. Choose an empty one or a new name."), name);
      return NULL;
    }
  if (!draft_begin (&draft, path, error))
    return NULL;
  if (draft_fill (&draft, parts, error))
    package = open_as (draft.path, path, error);
  if (package != NULL && g_rename (draft.path, path) != 0)
    {
      set_write_error (error, path, errno);
      g_clear_pointer (&package, sc_package_unref);
    }
  if (package == NULL)
    draft_remove (&draft);
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
create_zip (GPtrArray *parts, const char *path, GError **error)
{
  g_autoptr (GBytes) archive = pack (parts, path, error);
  g_autoptr (ScPackage) package = NULL;
  g_auto (Draft) draft = { NULL };
  g_autofree char *temporary = NULL;

  if (archive == NULL || !draft_begin (&draft, path, error))
    return NULL;
  temporary = g_build_filename (draft.path, "solution.zip", NULL);
  g_ptr_array_add (draft.files, g_strdup (temporary));
  if (sc_file_write (temporary, archive, error))
    package = open_as (temporary, path, error);
  draft_remove (&draft);
  if (package == NULL || !sc_file_write (path, archive, error))
    return NULL;
  return g_steal_pointer (&package);
}

ScPackage *
sc_package_create_from_parts (GPtrArray *parts,
                              ScPackageKind kind,
                              const char *path,
                              GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *real = realpath (absolute, NULL);

  g_return_val_if_fail (kind == SC_PACKAGE_ZIP || kind == SC_PACKAGE_FOLDER, NULL);

  return kind == SC_PACKAGE_ZIP ? create_zip (parts, absolute, error)
                                : create_folder (parts, real != NULL ? real : absolute, error);
}

ScPackage *
sc_package_create (const ScSolution *solution, ScPackageKind kind, const char *path, GError **error)
{
  g_autofree char *reason = sc_package_explain_unmakeable (solution);
  g_autoptr (GPtrArray) parts = NULL;

  if (reason != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, reason);
      return NULL;
    }
  parts = sc_solution_parts_list (solution, kind);
  return sc_package_create_from_parts (parts, kind, path, error);
}
