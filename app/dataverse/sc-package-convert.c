/* sc-package-convert.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-package-create.h"
#include "sc-package-layout.h"
#include "sc-package-private.h"
#include "sc-tree.h"
#include "sc-zip.h"

#include "sc-flow-parts.h"

static GPtrArray *
list_entries (const ScPackage *self, GError **error)
{
  g_autoptr (ScZip) zip = sc_zip_open_bytes (self->archive, self->path, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_part_free);

  for (guint i = 0; zip != NULL && i < sc_zip_count (zip); i++)
    {
      GBytes *bytes = sc_zip_read (zip, i, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (parts, sc_part_new (g_strdup (sc_zip_get_name (zip, i)), bytes));
    }
  return zip != NULL ? g_steal_pointer (&parts) : NULL;
}

/* Puts the changes of a save into all the parts there are. */
static void
apply_changes (GPtrArray *parts, GPtrArray *changes)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      ScPackageChange *change = g_ptr_array_index (changes, i);

      g_hash_table_insert (changed, change->name, change);
    }
  for (guint i = parts->len; i-- > 0;)
    {
      const ScPart *part = g_ptr_array_index (parts, i);

      if (g_hash_table_contains (changed, part->path))
        g_ptr_array_remove_index (parts, i);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (changes, i);

      if (change->after != NULL)
        g_ptr_array_add (parts, sc_part_new (g_strdup (change->name), g_bytes_ref (change->after)));
    }
}

static void
add_note (ScPackage *self, char *note)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  g_strv_builder_addv (notes, (const char **) self->notes);
  g_strv_builder_add (notes, note);
  g_strfreev (self->notes);
  self->notes = g_strv_builder_end (notes);
}

ScPackage *
sc_package_convert (const ScPackage *self,
                    const ScSolution *solution,
                    const char *path,
                    const ScFileChange *along,
                    GError **error)
{
  gboolean to_zip = self->kind == SC_PACKAGE_FOLDER;
  g_autofree char *obstacle = sc_package_find_obstacle (self, solution, FALSE);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) converted = NULL;
  g_autofree char *note = NULL;
  ScPackage *package;

  g_return_val_if_fail (self->kind != SC_PACKAGE_XAML, NULL);

  if (obstacle != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, obstacle);
      return NULL;
    }
  changes = sc_package_prepare (self, solution, FALSE, error);
  if (changes == NULL)
    return NULL;
  parts = to_zip ? sc_tree_read (self->root, error) : list_entries (self, error);
  if (parts == NULL)
    return NULL;
  apply_changes (parts, changes);
  converted = to_zip ? sc_package_pack (parts, error) : sc_package_unpack (parts, &note, error);
  if (converted == NULL)
    return NULL;
  package = sc_package_create_from_parts (converted, to_zip ? SC_PACKAGE_ZIP : SC_PACKAGE_FOLDER,
                                          path, along, error);
  if (package != NULL && note != NULL)
    add_note (package, note);
  return package;
}
