/* sc-edit-unique-name.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-identity.h"

#include "sc-edit-private.h"
#include "sc-name.h"
#include "sc-value-map.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *old;
  const char *new;
} Renaming;

static const char *
map_component (const char *field, const char *text, GString *scratch, gpointer data)
{
  const Renaming *renaming = data;

  return g_str_equal (field, "schema_name") && sc_name_equal (text, renaming->old) ? renaming->new
                                                                                   : text;
}

static const char *
map_privilege (const char *field, const char *text, GString *scratch, gpointer data)
{
  const Renaming *renaming = data;

  if (!g_str_equal (field, "name"))
    return text;
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      g_autofree char *privilege = sc_access_get_privilege_name (access, renaming->old);
      g_autofree char *renamed = NULL;

      if (!sc_name_equal (privilege, text))
        continue;
      renamed = sc_access_get_privilege_name (access, renaming->new);
      g_string_assign (scratch, renamed);
      return scratch->str;
    }
  return text;
}

static int
compare_privileges (gconstpointer a, gconstpointer b)
{
  const ScPrivilege *p = *(const ScPrivilege *const *) a, *q = *(const ScPrivilege *const *) b;

  return g_ascii_strcasecmp (p->name != NULL ? p->name : "", q->name != NULL ? q->name : "");
}

/* What a flow that is gone has left behind under the new name gives way. */
static gboolean
is_overtaken (const ScRole *role, const ScList *renamed, const ScPrivilege *privilege)
{
  if (sc_list_index (role->privileges, privilege) < 0)
    return FALSE;
  sc_list_foreach (renamed, const ScPrivilege *, other)
    {
      if (other != privilege && sc_name_equal (other->name, privilege->name)
          && sc_list_index (role->privileges, other) < 0)
        return TRUE;
    }
  return FALSE;
}

/* Dataverse keeps privileges sorted by name. */
static ScRole *
rename_in_role (const ScRole *role, Renaming *renaming)
{
  g_autoptr (ScList) renamed = sc_value_map_texts (role->privileges, map_privilege, renaming);
  GPtrArray *sorted;
  ScRole *changed;

  if (renamed == role->privileges)
    return sc_role_ref (role);
  sorted = sc_list_collect ();
  sc_list_foreach (renamed, const ScPrivilege *, privilege)
    {
      if (!is_overtaken (role, renamed, privilege))
        g_ptr_array_add (sorted, sc_privilege_ref (privilege));
    }
  g_ptr_array_sort (sorted, compare_privileges);
  changed = sc_role_copy (role);
  sc_take_value (changed, privileges, sc_list_new_take (sorted));
  return changed;
}

static gboolean
another_has_name (const ScSolution *solution, guint position, const char *name)
{
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (flow_i != position && sc_name_equal (flow->unique_name, name))
        return TRUE;
    }
  return FALSE;
}

static void
rename_table (ScSolution *after, Renaming *renaming)
{
  GPtrArray *roles = sc_list_collect ();

  sc_list_foreach (after->roles, const ScRole *, role)
    {
      g_ptr_array_add (roles, rename_in_role (role, renaming));
    }
  sc_take_value (after, roles, sc_list_new_take (roles));
  sc_take_value (after, components,
                 sc_value_map_texts (after->components, map_component, renaming));
}

ScSolution *
sc_edit_flow_set_unique_name (const ScSolution *solution,
                              guint position,
                              const char *unique_name,
                              GError **error)
{
  const ScFlow *flow = sc_list_get (solution->flows, position);
  const ScTable *table;
  g_autoptr (ScFlow) changed = NULL;
  ScSolution *after;

  if (flow == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The flow is no longer in the solution."));
  if (unique_name == NULL || *unique_name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A flow needs a unique name."));
  if (g_strcmp0 (flow->unique_name, unique_name) == 0)
    return sc_edit_unchanged (solution);
  if (another_has_name (solution, position, unique_name))
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("Another flow has the unique name “%s”."),
                         unique_name);
  table = sc_solution_find_table (solution, flow->unique_name, NULL);
  if (table != NULL && table->backing && !another_has_name (solution, position, flow->unique_name))
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The table “%s” exists already under its name."), flow->unique_name);

  changed = sc_flow_copy (flow);
  sc_set_string (changed, unique_name, unique_name);
  after = sc_solution_copy (solution);
  sc_take_value (after, flows, sc_list_replace (solution->flows, position, changed));
  if (flow->unique_name != NULL && !another_has_name (solution, position, flow->unique_name))
    rename_table (after, &(Renaming){ flow->unique_name, unique_name });
  return after;
}

char *
sc_edit_flow_suggest_unique_name (const ScSolution *solution, const char *name)
{
  return sc_edit_make_unique_name (solution, name != NULL ? name : "");
}

ScSolution *
sc_edit_flow_set_primary_table (const ScSolution *solution,
                                const char *flow,
                                const char *table,
                                GError **error)
{
  const ScTable *known = sc_solution_find_table (solution, table, NULL);
  ScFlow *changed;
  ScPlace place;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  if (table == NULL || *table == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A flow needs a table."));
  if (sc_name_equal (place.flow->primary_table, table))
    return sc_edit_unchanged (solution);
  changed = sc_flow_copy (place.flow);
  sc_set_string (changed, primary_table,
                 known != NULL && known->schema_name != NULL ? known->schema_name : table);
  return sc_place_put_flow (&place, changed);
}
