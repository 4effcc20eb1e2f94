/* sc-access-lookup.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-lookup.h"

#include "sc-name.h"

#define UNKNOWN 0x80

struct _ScAccessLookup
{
  GHashTable *places; /* name of a privilege → place + 1 in a row */
  GArray *next;       /* of guint: the next place of the same privilege + 1; 0: none */
  GHashTable *rows;   /* ScRole → guint8[]: a level, or UNKNOWN */
};

/* Several tables may share a privilege, as activities do. */
static void
add_place (ScAccessLookup *self, const ScAccessTarget *target, int access, guint place)
{
  guint none = 0;
  g_autofree char *name = NULL;
  gpointer known;

  g_array_append_val (self->next, none);
  if (target->table == NULL)
    return;
  name = sc_access_get_privilege_name ((ScAccess) access, target->table);
  known = g_hash_table_lookup (self->places, name);
  g_array_index (self->next, guint, place) = GPOINTER_TO_UINT (known);
  g_hash_table_replace (self->places, g_steal_pointer (&name), GUINT_TO_POINTER (place + 1));
}

ScAccessLookup *
sc_access_lookup_new (GPtrArray *targets)
{
  ScAccessLookup *self = g_new0 (ScAccessLookup, 1);

  self->places = g_hash_table_new_full (sc_name_hash, (GEqualFunc) sc_name_equal, g_free, NULL);
  self->next = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_hash_table_new_full (NULL, NULL, sc_value_unref, g_free);
  for (guint i = 0; i < targets->len; i++)
    for (int access = 0; access < SC_N_ACCESS; access++)
      add_place (self, targets->pdata[i], access, i * SC_N_ACCESS + (guint) access);
  return self;
}

void
sc_access_lookup_free (ScAccessLookup *self)
{
  g_hash_table_unref (self->places);
  g_array_unref (self->next);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/* Of a privilege that a role has twice the first counts, as sc_role_get_level() has it. */
static guint8 *
read_role (ScAccessLookup *self, const ScRole *role)
{
  guint8 *row = g_new0 (guint8, MAX (self->next->len, 1));

  for (guint i = sc_list_length (role->privileges); i > 0; i--)
    {
      const ScPrivilege *privilege = sc_list_get (role->privileges, i - 1);
      guint place = 0;

      if (privilege->name != NULL)
        place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, privilege->name));
      for (; place > 0; place = g_array_index (self->next, guint, place - 1))
        row[place - 1] = privilege->level_name != NULL ? UNKNOWN : (guint8) privilege->level;
    }
  return row;
}

ScAccessState
sc_access_lookup_get (ScAccessLookup *self, const ScRole *role, guint target_i, ScAccess access)
{
  guint8 *row = g_hash_table_lookup (self->rows, role);
  guint8 found;

  if (row == NULL)
    {
      row = read_role (self, role);
      g_hash_table_insert (self->rows, sc_role_ref (role), row);
    }
  found = row[target_i * SC_N_ACCESS + (guint) access];
  return (ScAccessState){ found & (UNKNOWN - 1), (found & UNKNOWN) != 0 };
}

void
sc_access_lookup_keep (ScAccessLookup *self, GPtrArray *roles)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer role;

  for (guint i = 0; i < roles->len; i++)
    g_hash_table_add (kept, roles->pdata[i]);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &role, NULL))
    if (!g_hash_table_contains (kept, role))
      g_hash_table_iter_remove (&iter);
}
