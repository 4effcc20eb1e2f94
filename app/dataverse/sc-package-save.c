/* sc-package-save.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-id.h"
#include "sc-package-private.h"
#include "sc-xaml.h"

#include <glib/gi18n-lib.h>

/* What only the file beside a .xaml can hold. */
static gboolean
has_same_details (const ScFlow *a, const ScFlow *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->description, b->description) == 0
         && !a->active == !b->active && a->order == b->order
         && g_strcmp0 (a->display_conditions, b->display_conditions) == 0
         && sc_value_equal (a->labels, b->labels);
}

/* TRUE when saving would write a file from its flow that the flow does not hold all of. */
static gboolean
needs_agreement (const ScPackageFlow *record, const ScFlow *after)
{
  return record != NULL && record->first_difference != 0 && record->flow != after
         && !sc_package_writes_same_xaml (record->flow, after);
}

const char *
sc_package_find_rewrite (const ScPackage *self, const ScSolution *solution)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (needs_agreement (sc_package_find_flow (self, flow->id), flow))
        return flow->id;
    }
  return NULL;
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
  if (!rewrite && needs_agreement (record, after))
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

      if (record->first_difference != 0)
        sc_xaml_is_understood (sc_package_get_file (package, record->xaml), flow, &line);
      sc_package_add_flow (package, flow, record->xaml, record->data, line);
    }
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      const ScPackageRole *record = sc_package_find_role (self, role->id);
      const ScPackageChange *change = find_new_role (changes, role);

      if (change != NULL)
        sc_package_add_role (package, role, change->name);
      else if (record != NULL || package->customizations_file != NULL)
        sc_package_add_role (package, role,
                             record != NULL ? record->file : package->customizations_file);
    }
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
sc_package_save (const ScPackage *self,
                 const ScSolution *solution,
                 gboolean rewrite,
                 GError **error)
{
  g_autofree char *obstacle = sc_package_find_obstacle (self, solution, rewrite);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GBytes) archive = self->archive != NULL ? g_bytes_ref (self->archive) : NULL;

  if (obstacle != NULL)
    {
      g_set_error_literal (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED, obstacle);
      return NULL;
    }
  changes = sc_package_prepare (self, solution, rewrite, error);
  if (changes == NULL
      || (changes->len > 0 && !sc_package_write_changes (self, changes, &archive, error)))
    return NULL;
  return succeed (self, solution, changes, archive);
}
