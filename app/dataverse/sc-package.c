/* sc-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-file.h"
#include "sc-id.h"
#include "sc-package-private.h"
#include "sc-xaml.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* What Dataverse leaves of a flow's name in the names of its files. */
#define MAX_STEM 50

static void
free_flow (gpointer data)
{
  ScPackageFlow *flow = data;

  sc_flow_unref ((ScFlow *) flow->flow);
  g_free (flow->xaml);
  g_free (flow->data);
  g_free (flow);
}

static void
free_role (gpointer data)
{
  ScPackageRole *role = data;

  sc_role_unref ((ScRole *) role->role);
  g_free (role->file);
  g_free (role->copy);
  g_free (role);
}

ScPackage *
sc_package_new (ScPackageKind kind, const char *path, const char *root)
{
  ScPackage *self = g_new0 (ScPackage, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->path = g_strdup (path);
  self->root = g_strdup (root);
  self->files
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->flows = g_ptr_array_new_with_free_func (free_flow);
  self->roles = g_ptr_array_new_with_free_func (free_role);
  self->flows_by_id = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  self->roles_by_id = g_hash_table_new (sc_id_hash, (GEqualFunc) sc_id_equal);
  return self;
}

ScPackage *
sc_package_ref (ScPackage *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sc_package_unref (ScPackage *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->path);
  g_free (self->root);
  sc_solution_unref ((ScSolution *) self->solution);
  g_strfreev (self->notes);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->flows_by_id);
  g_hash_table_unref (self->roles_by_id);
  g_ptr_array_unref (self->flows);
  g_ptr_array_unref (self->roles);
  g_free (self->solution_file);
  g_free (self->customizations_file);
  g_clear_pointer (&self->archive, g_bytes_unref);
  g_free (self);
}

/* id belongs to record. */
static void
add_first (GHashTable *records, const char *id, gpointer record)
{
  if (id != NULL && !g_hash_table_contains (records, id))
    g_hash_table_insert (records, (gpointer) id, record);
}

void
sc_package_add_flow (
    ScPackage *self, const ScFlow *flow, const char *xaml, const char *data, guint first_difference)
{
  ScPackageFlow *record = g_new (ScPackageFlow, 1);

  record->flow = sc_flow_ref (flow);
  record->xaml = g_strdup (xaml);
  record->data = g_strdup (data);
  record->first_difference = first_difference;
  g_ptr_array_add (self->flows, record);
  add_first (self->flows_by_id, flow->id, record);
}

void
sc_package_add_role (ScPackage *self, const ScRole *role, const char *file, const char *copy)
{
  ScPackageRole *record = g_new (ScPackageRole, 1);

  record->role = sc_role_ref (role);
  record->file = g_strdup (file);
  record->copy = g_strdup (copy);
  g_ptr_array_add (self->roles, record);
  add_first (self->roles_by_id, role->id, record);
}

const ScPackageFlow *
sc_package_find_flow (const ScPackage *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->flows_by_id, id) : NULL;
}

const ScPackageRole *
sc_package_find_role (const ScPackage *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->roles_by_id, id) : NULL;
}

GBytes *
sc_package_get_file (const ScPackage *self, const char *name)
{
  return g_hash_table_lookup (self->files, name);
}

ScPackageKind
sc_package_get_kind (const ScPackage *self)
{
  return self->kind;
}

const char *
sc_package_get_path (const ScPackage *self)
{
  return self->path;
}

const ScSolution *
sc_package_get_solution (const ScPackage *self)
{
  return self->solution;
}

const char *const *
sc_package_get_notes (const ScPackage *self)
{
  return (const char *const *) self->notes;
}

gboolean
sc_package_get_difference (
    const ScPackage *self, const char *flow, guint *line, GBytes **held, GBytes **written)
{
  const ScPackageFlow *record = sc_package_find_flow (self, flow);
  GBytes *file = record != NULL ? sc_package_get_file (self, record->xaml) : NULL;

  if (file == NULL || record->first_difference == 0)
    return FALSE;
  if (line != NULL)
    *line = record->first_difference;
  if (held != NULL)
    *held = g_bytes_ref (file);
  if (written != NULL)
    *written = sc_package_format_xaml (record->flow, file);
  return TRUE;
}

static gboolean
has_extension (const char *path, const char *extension)
{
  gsize length = strlen (path);
  gsize n = strlen (extension);

  return length > n && g_ascii_strcasecmp (path + length - n, extension) == 0;
}

/* The folder of a solution when path is its Solution.xml, else NULL. */
static char *
find_root (const char *path)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return g_ascii_strcasecmp (file, "Solution.xml") == 0 && g_ascii_strcasecmp (name, "Other") == 0
             ? g_path_get_dirname (folder)
             : NULL;
}

gboolean
sc_package_recognizes (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *root = find_root (absolute);

  return root != NULL || has_extension (path, ".xaml") || has_extension (path, ".zip")
         || g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
begins_like_zip (const char *path)
{
  FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? fopen (path, "rbe") : NULL;
  char magic[4] = "";
  gboolean is_zip;

  if (file == NULL)
    return FALSE;
  is_zip = fread (magic, 1, 4, file) == 4 && memcmp (magic, "PK", 2) == 0;
  fclose (file);
  return is_zip;
}

ScPackage *
sc_package_open (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *root = find_root (absolute);

  if (!sc_package_settle (root != NULL ? root : absolute, error))
    return NULL;
  if (root != NULL && g_file_test (absolute, G_FILE_TEST_EXISTS))
    return sc_package_open_folder (root, error);
  if (g_file_test (absolute, G_FILE_TEST_IS_DIR))
    return sc_package_open_folder (absolute, error);
  if (has_extension (absolute, ".zip") || begins_like_zip (absolute))
    return sc_package_open_zip (absolute, error);
  return sc_package_open_xaml (absolute, error);
}

gboolean
sc_package_export_xaml (const ScFlow *flow,
                        const char *path,
                        const ScFileChange *along,
                        GError **error)
{
  g_autoptr (GBytes) bytes = sc_xaml_write (flow);

  return sc_file_write_along (path, bytes, along, error);
}

char *
sc_package_get_file_stem (const char *flow_name, const char *flow_id)
{
  GString *stem = g_string_new (NULL);
  g_autofree char *id = g_ascii_strup (flow_id, -1);
  const char *bare_id = id;

  for (const char *p = flow_name; *p != '\0' && stem->len < MAX_STEM; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '_' || *p == '-')
        g_string_append_c (stem, *p);
    }
  if (*bare_id == '{')
    bare_id++;
  g_string_append_printf (stem, "-%.36s", bare_id);
  return g_string_free (stem, FALSE);
}
