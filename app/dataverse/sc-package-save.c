/* sc-package-save.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file.h"
#include "sc-folder.h"
#include "sc-package-private.h"
#include "sc-xaml.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* What only the file beside a .xaml can hold. */
static gboolean
has_same_details (const ScFlow *a, const ScFlow *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->description, b->description) == 0
         && !a->active == !b->active && a->order == b->order
         && g_strcmp0 (a->display_conditions, b->display_conditions) == 0
         && sc_value_equal (a->labels, b->labels);
}

static char *
find_flow_obstacle (const ScPackage *self, const ScFlow *after, gboolean rewrite)
{
  const ScPackageFlow *record = sc_package_find_flow (self, after->id);
  const char *name = sc_flow_get_label (after, SC_LANGUAGE_ENGLISH);

  if (record == NULL)
    return g_strdup_printf (_ ("“%s” is new and has no files in the package yet. Save as a "
                               ".stagecraft file to keep it."),
                            name);
  if (record->flow == after)
    return NULL;
  if (g_strcmp0 (record->flow->unique_name, after->unique_name) != 0)
    return g_strdup_printf (
        _ ("The unique name of “%s” is also the name of its table, so it cannot "
           "be changed in a package."),
        name);
  if (record->data == NULL && !has_same_details (record->flow, after))
    return g_strdup_printf (_ ("The name, order and state of “%s” have no place in a .xaml file "
                               "alone. Save as a .stagecraft file to keep them."),
                            name);
  if (!rewrite && record->first_difference != 0
      && !sc_package_writes_same_xaml (record->flow, after))
    {
      g_autofree char *file = g_filename_display_name (record->xaml);

      return g_strdup_printf (_ ("“%s” holds something that Stagecraft does not know (line %u) and "
                                 "that saving would lose. Save as a .stagecraft file instead."),
                              file, record->first_difference);
    }
  return NULL;
}

char *
sc_package_find_obstacle (const ScPackage *self, const ScSolution *solution, gboolean rewrite)
{
  g_autofree char *file = g_filename_display_basename (self->path);

  if (self->kind == SC_PACKAGE_ZIP)
    return g_strdup_printf (
        _ ("“%s” is an archive, which Stagecraft reads but does not write. Save "
           "as a .stagecraft file, or unpack the archive and open the folder."),
        file);
  if (self->solution->managed)
    return g_strdup_printf (_ ("“%s” is a managed solution, which is not meant to be changed. Open "
                               "the unmanaged one."),
                            file);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      char *obstacle = find_flow_obstacle (self, flow, rewrite);

      if (obstacle != NULL)
        return obstacle;
    }
  for (guint i = 0; i < self->flows->len; i++)
    {
      const ScPackageFlow *record = g_ptr_array_index (self->flows, i);

      if (sc_solution_find_flow (solution, record->flow->id, NULL) == NULL)
        return g_strdup_printf (_ ("“%s” was deleted, which is not possible in a package yet. Save "
                                   "as a .stagecraft file."),
                                sc_flow_get_label (record->flow, SC_LANGUAGE_ENGLISH));
    }
  if (self->kind == SC_PACKAGE_XAML && sc_list_length (solution->roles) > 0)
    return g_strdup (_ ("Roles have no place in a .xaml file. Save as a .stagecraft file."));
  return NULL;
}

char *
sc_package_explain_unsaveable (const ScPackage *self, const ScSolution *solution)
{
  return sc_package_find_obstacle (self, solution, FALSE);
}

GPtrArray *
sc_package_list_changes (const ScPackage *self, const ScSolution *solution)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) changes = sc_package_prepare (self, solution, FALSE, NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);

      g_ptr_array_add (names, g_strdup (change->name));
    }
  return names;
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
  g_autofree char *parent_path = NULL;
  g_autofree char *real_parent = NULL;
  g_autofree char *base = NULL;

  if (self->kind == SC_PACKAGE_XAML)
    return g_build_filename (self->root, change->name, NULL);
  if (change->before != NULL)
    return sc_folder_resolve (folder, change->name, error);
  parent = g_path_get_dirname (change->name);
  parent_path = g_build_filename (self->root, parent, NULL);
  if (g_mkdir (parent_path, 0777) == 0)
    g_ptr_array_add (made, g_strdup (parent_path));
  else if (errno != EEXIST)
    {
      int saved_errno = errno;
      g_autofree char *name = g_filename_display_name (parent_path);

      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_WRITE,
                   _ ("The folder “%s” cannot be made: %s."), name, g_strerror (saved_errno));
      return NULL;
    }
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

/* Somebody else's work is not written over. */
static gboolean
check_unchanged (const ScPackageChange *change, const char *path, GError **error)
{
  g_autoptr (GBytes) present = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autofree char *name = g_filename_display_name (change->name);

  if (change->before == NULL)
    return TRUE;
  present = sc_file_read (path, SC_XML_MAX_BYTES, &read_error);
  if (present == NULL)
    {
      set_gone_error (error, read_error);
      return FALSE;
    }
  if (g_bytes_equal (present, change->before))
    return TRUE;
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_CHANGED,
               _ ("“%s” was changed by another program since it was opened. Nothing was written. "
                  "Save elsewhere, or open it again."),
               name);
  return FALSE;
}

static gboolean
write_changes (const ScPackage *self, GPtrArray *changes, GError **error)
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
      ok = path != NULL && check_unchanged (change, path, error);
      files[i] = (ScFileChange){ path, change->after };
      g_ptr_array_add (paths, path);
    }
  ok = ok && sc_file_write_all (files, changes->len, error);
  for (guint i = 0; !ok && i < made->len; i++)
    g_rmdir (g_ptr_array_index (made, i));
  return ok;
}

static const ScPackageChange *
find_new_role (GPtrArray *changes, const ScRole *role)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);

      if (change->new_role == role)
        return change;
    }
  return NULL;
}

/* The package as it is once the changes are on disk. */
static ScPackage *
succeed (const ScPackage *self, const ScSolution *solution, GPtrArray *changes)
{
  ScPackage *package = sc_package_new (self->kind, self->path, self->root);
  GHashTableIter iter;
  gpointer name, bytes;

  package->solution = sc_solution_ref (solution);
  package->notes = g_strdupv (self->notes);
  package->solution_file = g_strdup (self->solution_file);
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    g_hash_table_insert (package->files, g_strdup (name), g_bytes_ref (bytes));
  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);

      if (change->after != NULL)
        g_hash_table_replace (package->files, g_strdup (change->name), g_bytes_ref (change->after));
      else
        g_hash_table_remove (package->files, change->name);
    }
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      const ScPackageFlow *record = sc_package_find_flow (self, flow->id);
      guint line = 0;

      if (record->first_difference != 0)
        sc_xaml_is_understood (sc_package_get_file (package, record->xaml), flow, &line);
      sc_package_add_flow (package, flow, record->xaml, record->data, line);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      const ScPackageRole *record = sc_package_find_role (self, role->id);
      const ScPackageChange *change = find_new_role (changes, role);

      if (record != NULL || change != NULL)
        sc_package_add_role (package, role, record != NULL ? record->file : change->name);
    }
  return package;
}

ScPackage *
sc_package_save (const ScPackage *self,
                 const ScSolution *solution,
                 gboolean rewrite,
                 GError **error)
{
  g_autofree char *obstacle = sc_package_find_obstacle (self, solution, rewrite);
  g_autoptr (GPtrArray) changes = NULL;

  if (obstacle != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, obstacle);
      return NULL;
    }
  changes = sc_package_prepare (self, solution, rewrite, error);
  if (changes == NULL || (changes->len > 0 && !write_changes (self, changes, error)))
    return NULL;
  return succeed (self, solution, changes);
}
