/* sc-package-prepare-roles.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-customizations-xml.h"
#include "sc-package-prepare.h"
#include "sc-role-xml.h"

#include <string.h>

static gboolean
is_file_name_character (char c)
{
  return (guchar) c >= 0x20 && strchr ("<>:\"/\\|?*", c) == NULL;
}

/* Whatever the case: the folder may go to a system on which two such names are one. A change may
 * have the name too: two new roles can be called the same. */
static gboolean
is_taken (const ScPreparation *self, const char *name)
{
  g_autofree char *present = sc_preparation_find (self, name);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const ScPackageChange *change = g_ptr_array_index (self->changes, i);

      if (g_ascii_strcasecmp (change->name, name) == 0)
        return TRUE;
    }
  return present != NULL;
}

static char *
choose_role_file (const ScPreparation *self, const ScRole *role)
{
  g_autoptr (GString) stem = g_string_new (NULL);
  char *name;

  for (const char *p = role->name != NULL ? role->name : ""; *p != '\0'; p++)
    {
      if (is_file_name_character (*p))
        g_string_append_c (stem, *p);
    }
  g_strstrip (stem->str);
  if (stem->str[0] == '\0' || stem->str[0] == '.' || strlen (stem->str) > 120)
    g_string_assign (stem, role->id);
  name = g_strdup_printf ("Roles/%s.xml", stem->str);
  for (int i = 2; is_taken (self, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("Roles/%s-%d.xml", stem->str, i);
    }
  return name;
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
  const char *line_end = "\n";

  if (solution_file != NULL)
    line_end = sc_text_get_line_end (sc_package_get_file (self->package, solution_file));
  for (guint i = 0; i < added->len; i++)
    {
      const ScRole *role = g_ptr_array_index (added, i);
      g_autofree char *name = choose_role_file (self, role);

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
