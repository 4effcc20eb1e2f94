/* sc-package-save.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-parts.h"
#include "sc-folder.h"
#include "sc-id.h"
#include "sc-package-private.h"
#include "sc-xaml.h"

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

static void
add_new_flow (ScPackage *package, const ScSolution *solution, const ScFlow *flow)
{
  g_autofree char *stem = sc_flow_parts_get_stem (solution, flow);
  g_autofree char *xaml = g_strdup_printf ("Workflows/%s.xaml", stem);
  g_autofree char *data = g_strconcat (xaml, ".data.xml", NULL);

  sc_package_add_flow (package, flow, xaml,
                       package->customizations_file != NULL ? package->customizations_file : data,
                       0);
}

/* The package as it is once the changes are on disk. */
static ScPackage *
succeed (const ScPackage *self, const ScSolution *solution, GPtrArray *changes, GBytes *archive)
{
  ScPackage *package = sc_package_new (self->kind, self->path, self->root);
  GHashTableIter iter;
  gpointer name, bytes;

  package->solution = sc_solution_ref (solution);
  package->notes = g_strdupv (self->notes);
  package->solution_file = g_strdup (self->solution_file);
  package->customizations_file = g_strdup (self->customizations_file);
  package->archive = archive != NULL ? g_bytes_ref (archive) : NULL;
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

      if (record == NULL)
        {
          add_new_flow (package, solution, flow);
          continue;
        }
      if (record->first_difference != 0)
        sc_xaml_is_understood (sc_package_get_file (package, record->xaml), flow, &line);
      sc_package_add_flow (package, flow, record->xaml, record->data, line);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      const ScPackageRole *record = sc_package_find_role (self, role->id);
      const ScPackageChange *change = find_new_role (changes, role);

      if (change != NULL)
        sc_package_add_role (package, role, change->name, NULL);
      else if (record != NULL || package->customizations_file != NULL)
        sc_package_add_role (package, role,
                             record != NULL ? record->file : package->customizations_file,
                             record != NULL ? record->copy : NULL);
    }
  return package;
}

static gboolean
holds_same_file (const ScPackage *self, const ScPackage *other, const char *name)
{
  GBytes *bytes = name != NULL ? sc_package_get_file (self, name) : NULL;
  GBytes *present = name != NULL ? sc_package_get_file (other, name) : NULL;

  return bytes == present || (bytes != NULL && present != NULL && g_bytes_equal (bytes, present));
}

/* Whether all that could not be read of other was known of self. */
static gboolean
misses_same (const ScPackage *self, const ScPackage *other)
{
  for (char **note = other->notes; note != NULL && *note != NULL; note++)
    {
      if (self->notes == NULL || !g_strv_contains ((const char *const *) self->notes, *note))
        return FALSE;
    }
  return TRUE;
}

gboolean
sc_package_holds_same (const ScPackage *self, const ScPackage *other)
{
  gboolean same = self->flows->len == other->flows->len && self->roles->len == other->roles->len
                  && misses_same (self, other)
                  && holds_same_file (self, other, self->solution_file);

  if (self->archive != NULL && other->archive != NULL)
    return same && g_bytes_equal (self->archive, other->archive);
  for (guint i = 0; same && i < self->flows->len; i++)
    {
      const ScPackageFlow *flow = g_ptr_array_index (self->flows, i);

      same = holds_same_file (self, other, flow->xaml) && holds_same_file (self, other, flow->data);
    }
  for (guint i = 0; same && i < self->roles->len; i++)
    {
      const ScPackageRole *role = g_ptr_array_index (self->roles, i);

      same = holds_same_file (self, other, role->file);
    }
  return same;
}

/* Saving writes more than opening reads: the table of a new flow, say. */
static gboolean
has_file (const ScPackage *self, ScFolder *folder, const char *name, GBytes *bytes)
{
  GBytes *present = sc_package_get_file (self, name);
  g_autoptr (GBytes) read = NULL;

  if (present == NULL && folder != NULL)
    present = read = sc_folder_read (folder, name, NULL);
  return present != NULL && g_bytes_equal (bytes, present);
}

gboolean
sc_package_has_same_files (const ScPackage *self, const ScPackage *other)
{
  g_autoptr (ScFolder) folder = NULL;
  GHashTableIter iter;
  gpointer name, bytes;

  if (self->archive != NULL && other->archive != NULL)
    return g_bytes_equal (self->archive, other->archive);
  if (self->flows->len != other->flows->len || self->roles->len != other->roles->len)
    return FALSE;
  if (other->kind == SC_PACKAGE_FOLDER)
    folder = sc_folder_open (other->root, NULL);
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      if (!has_file (other, folder, name, bytes))
        return FALSE;
    }
  return TRUE;
}

ScPackage *
sc_package_move (const ScPackage *self, const char *path)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  ScPackage *package = succeed (self, self->solution, nothing, self->archive);

  g_return_val_if_fail (self->kind != SC_PACKAGE_XAML, package);

  g_free (package->path);
  g_free (package->root);
  package->path = g_canonicalize_filename (path, NULL);
  package->root = g_strdup (package->path);
  return package;
}

ScPackage *
sc_package_accept_rewrite (const ScPackage *self, const char *flow)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  ScPackage *package = succeed (self, self->solution, nothing, self->archive);

  for (guint i = 0; i < package->flows->len; i++)
    {
      ScPackageFlow *record = g_ptr_array_index (package->flows, i);

      if (sc_id_equal (record->flow->id, flow))
        record->first_difference = 0;
    }
  return package;
}

ScPackage *
sc_package_save_along (const ScPackage *self,
                       const ScSolution *solution,
                       gboolean rewrite,
                       const ScFileChange *along,
                       GError **error)
{
  g_autofree char *obstacle = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GBytes) archive = self->archive != NULL ? g_bytes_ref (self->archive) : NULL;

  if (!sc_package_settle (self->kind == SC_PACKAGE_FOLDER ? self->root : self->path, error))
    return NULL;
  obstacle = sc_package_find_obstacle (self, solution, rewrite);
  if (obstacle != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, obstacle);
      return NULL;
    }
  changes = sc_package_prepare (self, solution, rewrite, error);
  if (changes == NULL || !sc_package_write_changes (self, changes, along, &archive, error))
    return NULL;
  return succeed (self, solution, changes, archive);
}

ScPackage *
sc_package_save (const ScPackage *self,
                 const ScSolution *solution,
                 gboolean rewrite,
                 GError **error)
{
  return sc_package_save_along (self, solution, rewrite, NULL, error);
}
