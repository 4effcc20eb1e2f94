/* sc-grants.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-grants-private.h"

#include "sc-name.h"

struct _ScGrants
{
  const ScList *roles;
  GPtrArray *privileges; /* per role: GHashTable, name → ScPrivilege */
};

static GHashTable *
index_role (const ScRole *role)
{
  GHashTable *index = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);

  sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
    {
      if (privilege->name != NULL)
        g_hash_table_insert (index, (gpointer) privilege->name, (gpointer) privilege);
    }
  return index;
}

ScGrants *
sc_grants_new (const ScList *roles, ScGrants *before)
{
  ScGrants *self = g_new0 (ScGrants, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  if (before != NULL)
    sc_list_foreach (before->roles, const ScRole *, role)
      g_hash_table_insert (known, (gpointer) role, g_ptr_array_index (before->privileges, role_i));

  self->roles = sc_list_ref (roles);
  self->privileges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  sc_list_foreach (roles, const ScRole *, role)
    {
      GHashTable *index = g_hash_table_lookup (known, role);

      g_ptr_array_add (self->privileges,
                       index != NULL ? g_hash_table_ref (index) : index_role (role));
    }
  sc_grants_free (before);
  return self;
}

void
sc_grants_free (ScGrants *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->privileges);
  sc_list_unref ((ScList *) self->roles);
  g_free (self);
}

const ScList *
sc_grants_get_roles (const ScGrants *self)
{
  return self->roles;
}

const ScPrivilege *
sc_grants_find (const ScGrants *self, guint role, const char *privilege)
{
  return g_hash_table_lookup (g_ptr_array_index (self->privileges, role), privilege);
}

ScLevel
sc_grants_get_level (const ScGrants *self, guint role, ScAccess access, const char *table)
{
  g_autofree char *name = sc_access_get_privilege_name (access, table);
  const ScPrivilege *privilege = sc_grants_find (self, role, name);

  return privilege != NULL ? privilege->level : SC_LEVEL_NONE;
}
