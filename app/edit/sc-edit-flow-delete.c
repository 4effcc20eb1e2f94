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

/* The same for the list that each owner (a role, an app) has at offset. */
static ScList *
take_out_of_each (const ScList *owners, gsize offset, const ScFlow *flow, BelongsFunc belongs)
{
  ScList *after = sc_list_ref (owners);

  sc_list_foreach (owners, gconstpointer, owner)
    {
      const ScList *list = G_STRUCT_MEMBER (const ScList *, owner, offset);
      g_autoptr (ScList) kept = take_out (list, flow, belongs);
      gpointer changed;
      ScList *next;

      if (kept == list)
        continue;
      changed = sc_value_copy (owner);
      sc_value_assign_value (changed, G_STRUCT_MEMBER_P (changed, offset), kept);
      next = sc_list_replace (after, owner_i, changed);
      sc_value_unref (changed);
      sc_list_unref (after);
      after = next;
    }
  return after;
}

/* Takes what belongs to flow out of the lists of components. */
static void
take_components (ScSolution *draft, const ScFlow *flow, BelongsFunc belongs)
{
  sc_take_value (draft, components, take_out (draft->components, flow, belongs));
  sc_take_value (
      draft, apps,
      take_out_of_each (draft->apps, G_STRUCT_OFFSET (ScApp, components), flow, belongs));
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
  take_components (after, place.flow, is_process_of);
  if (has_own_table (after, place.flow))
    {
      take_components (after, place.flow, is_component_of_table);
      sc_take_value (after, tables, take_out (after->tables, place.flow, is_backing_table));
      sc_take_value (after, relationships,
                     take_out (after->relationships, place.flow, is_relationship_of));
      sc_take_value (after, roles,
                     take_out_of_each (after->roles, G_STRUCT_OFFSET (ScRole, privileges),
                                       place.flow, is_privilege_on));
    }
  return after;
}
