/* sc-edit-flow-delete.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-flow.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-name.h"

#include <string.h>

/* TRUE for an item that goes with the flow. */
typedef gboolean (*BelongsFunc) (gconstpointer item, const ScFlow *flow);

static gboolean
is_backing_table (gconstpointer item, const ScFlow *flow)
{
  const ScTable *table = item;

  return sc_name_equal (table->name, flow->unique_name);
}

static gboolean
is_relationship_of (gconstpointer item, const ScFlow *flow)
{
  const ScRelationship *relationship = item;

  return sc_name_equal (relationship->referencing, flow->unique_name)
         || sc_name_equal (relationship->referenced, flow->unique_name);
}

static gboolean
is_process_of (gconstpointer item, const ScFlow *flow)
{
  const ScComponent *component = item;

  return component->type == SC_COMPONENT_PROCESS && sc_id_equal (component->id, flow->id);
}

static gboolean
is_component_of_table (gconstpointer item, const ScFlow *flow)
{
  const ScComponent *component = item;

  return component->type == SC_COMPONENT_TABLE
         && sc_name_equal (component->schema_name, flow->unique_name);
}

static gboolean
is_privilege_on (gconstpointer item, const ScFlow *flow)
{
  const ScPrivilege *privilege = item;
  gsize length = privilege->name != NULL ? strlen (privilege->name) : 0;
  gsize n = strlen (flow->unique_name);

  if (length <= n || !sc_name_equal (privilege->name + length - n, flow->unique_name))
    return FALSE;
  for (int access = 0; access < SC_N_ACCESS; access++)
    {
      g_autofree char *name = sc_access_get_privilege_name ((ScAccess) access, flow->unique_name);

      if (sc_name_equal (privilege->name, name))
        return TRUE;
    }
  return FALSE;
}

/* The list itself (with a reference for the caller) when nothing in it belongs to the flow. */
static ScList *
take_out (const ScList *list, const ScFlow *flow, BelongsFunc belongs)
{
  g_autoptr (GPtrArray) kept = sc_list_collect ();

  sc_list_foreach (list, gconstpointer, item)
    {
      if (!belongs (item, flow))
        g_ptr_array_add (kept, sc_value_ref (item));
    }
  return kept->len < sc_list_length (list) ? sc_list_new_take (g_steal_pointer (&kept))
                                           : sc_list_ref (list);
}

static ScList *
take_privileges (const ScList *roles, const ScFlow *flow)
{
  ScList *after = sc_list_ref (roles);

  sc_list_foreach (roles, const ScRole *, role)
    {
      g_autoptr (ScList) kept = take_out (role->privileges, flow, is_privilege_on);
      g_autoptr (ScRole) changed = NULL;
      ScList *next;

      if (kept == role->privileges)
        continue;
      changed = sc_role_copy (role);
      sc_set_value (changed, privileges, kept);
      next = sc_list_replace (after, role_i, changed);
      sc_list_unref (after);
      after = next;
    }
  return after;
}

/* A table that only this flow has; after is the solution without it. */
static gboolean
has_own_table (const ScSolution *after, const ScFlow *flow)
{
  if (flow->unique_name == NULL || *flow->unique_name == '\0')
    return FALSE;
  sc_list_foreach (after->flows, const ScFlow *, other)
    {
      if (sc_name_equal (other->unique_name, flow->unique_name))
        return FALSE;
    }
  return TRUE;
}

ScSolution *
sc_edit_flow_delete (const ScSolution *solution, const char *flow, GError **error)
{
  ScSolution *after;
  ScPlace place;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  after = sc_solution_copy (solution);
  sc_take_value (after, flows, sc_list_remove (after->flows, place.flow_position));
  sc_take_value (after, components, take_out (after->components, place.flow, is_process_of));
  if (has_own_table (after, place.flow))
    {
      sc_take_value (after, components,
                     take_out (after->components, place.flow, is_component_of_table));
      sc_take_value (after, tables, take_out (after->tables, place.flow, is_backing_table));
      sc_take_value (after, relationships,
                     take_out (after->relationships, place.flow, is_relationship_of));
      sc_take_value (after, roles, take_privileges (after->roles, place.flow));
    }
  return after;
}
