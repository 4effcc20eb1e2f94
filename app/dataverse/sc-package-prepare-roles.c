/* sc-package-prepare-roles.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-customizations-xml.h"
#include "sc-package-prepare.h"
#include "sc-role-files.h"
#include "sc-role-xml.h"

/* A change may have the name too: it may take away what is there. */
static ScRoleFiles *
list_files (const ScPreparation *self)
{
  ScRoleFiles *files = sc_role_files_new ();
  g_autoptr (GPtrArray) present = sc_folder_list (self->folder, "Roles", "");

  for (guint i = 0; i < present->len; i++)
    sc_role_files_take (files, g_ptr_array_index (present, i));
  for (guint i = 0; i < self->changes->len; i++)
    sc_role_files_take (files, ((const ScPackageChange *) self->changes->pdata[i])->name);
  return files;
}

static gboolean
prepare_role (ScPreparation *self, const ScPackageRole *record, const ScRole *after, GError **error)
{
  ScPreparedText *text;
  const ScXmlNode *node;

  if (record->role == after || sc_role_equal (record->role, after))
    return TRUE;
  text = sc_preparation_get_text (self, record->file, error);
  if (text == NULL)
    return FALSE;
  node = sc_customizations_xml_find_role (sc_xml_get_root (text->xml), after->id);
  if (node == NULL)
    return sc_preparation_set_missing_error (record->file, "Role", error);
  sc_role_xml_update (text->splice, sc_xml_get_bytes (text->xml), node, record->role, after);
  return TRUE;
}

/* In a folder every role is a file. */
static void
change_role_files (ScPreparation *self, GPtrArray *removed, GPtrArray *added)
{
  const char *solution_file = self->package->solution_file;
  g_autoptr (ScRoleFiles) files = list_files (self);
  const char *line_end = "\n";

  if (solution_file != NULL)
    line_end = sc_text_get_line_end (sc_package_get_file (self->package, solution_file));
  for (guint i = 0; i < added->len; i++)
    {
      const ScRole *role = g_ptr_array_index (added, i);
      g_autofree char *name = sc_role_files_choose (files, role);

      sc_preparation_add_change (self, name, NULL, sc_role_xml_write (role, line_end))->new_role
          = role;
    }
  for (guint i = 0; i < removed->len; i++)
    {
      const ScRole *role = g_ptr_array_index (removed, i);
      const char *file = sc_package_find_role (self->package, role->id)->file;

      sc_preparation_add_change (self, file, sc_package_get_file (self->package, file), NULL);
    }
}

/* Roles that come and go: a file each, or elements of one list. */
static gboolean
change_roles (ScPreparation *self, GPtrArray *removed, GPtrArray *added, GError **error)
{
  const char *name = self->package->customizations_file;
  ScPreparedText *text;

  if (removed->len + added->len == 0)
    return TRUE;
  if (name == NULL)
    {
      change_role_files (self, removed, added);
      return TRUE;
    }
  text = sc_preparation_get_text (self, name, error);
  if (text == NULL)
    return FALSE;
  sc_customizations_xml_change_roles (text->splice, sc_xml_get_bytes (text->xml),
                                      sc_xml_get_root (text->xml), removed, added);
  return TRUE;
}

gboolean
sc_preparation_change_roles (ScPreparation *self, GError **error)
{
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  sc_list_foreach (self->after->roles, const ScRole *, role)
    {
      const ScPackageRole *record = sc_package_find_role (self->package, role->id);

      if (record == NULL)
        g_ptr_array_add (added, (gpointer) role);
      else if (!prepare_role (self, record, role, error))
        return FALSE;
    }
  for (guint i = 0; i < self->package->roles->len; i++)
    {
      const ScPackageRole *record = g_ptr_array_index (self->package->roles, i);

      if (sc_solution_find_role (self->after, record->role->id, NULL) == NULL)
        g_ptr_array_add (removed, (gpointer) record->role);
    }
  return change_roles (self, removed, added, error);
}
