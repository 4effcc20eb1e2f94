/* sc-edit-role.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-role.h"

#include "sc-collate.h"
#include "sc-edit-grants.h"
#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

static const ScRole *
find_role (const ScSolution *solution, const char *role, guint *position, GError **error)
{
  const ScRole *found = sc_solution_find_role (solution, role, position);

  if (found == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The role is no longer in the solution."));
  return found;
}

/* Takes over the role. */
static ScSolution *
put_role (const ScSolution *solution, guint position, ScRole *role)
{
  ScSolution *after = sc_solution_copy (solution);

  sc_take_value (after, roles, sc_list_replace (after->roles, position, role));
  sc_role_unref (role);
  return after;
}

ScSolution *
sc_edit_role_add (const ScSolution *solution, const char *id, const char *name, GError **error)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autoptr (ScRole) role = NULL;
  ScSolution *after;
  guint position = 0;

  if (name == NULL || *name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A role needs a name."));

  sc_list_foreach (solution->roles, const ScRole *, other)
    {
      if (other->name != NULL && sc_collate (other->name, name) <= 0)
        position = other_i + 1;
    }
  role = sc_role_new ();
  sc_set_string (role, id, id != NULL ? id : fresh);
  sc_set_string (role, name, name);
  after = sc_solution_copy (solution);
  sc_take_value (after, roles, sc_list_insert (after->roles, position, role));
  return after;
}

static ScList *
without_role (const ScList *components, const char *role)
{
  sc_list_foreach (components, const ScComponent *, component)
    {
      if (component->type == SC_COMPONENT_ROLE && sc_id_equal (component->id, role))
        return sc_list_remove (components, component_i);
    }
  return sc_list_ref (components);
}

/* Nobody has the role any more. */
static ScList *
without_role_of_personas (const ScList *personas, const char *role)
{
  ScList *after = sc_list_ref (personas);

  sc_list_foreach (personas, const ScPersona *, persona)
    {
      g_autoptr (ScPersona) changed = NULL;
      ScList *before = after;
      guint at;

      if (!sc_persona_has_role (persona, role, &at))
        continue;
      changed = sc_persona_copy (persona);
      sc_take_value (changed, roles, sc_list_remove (persona->roles, at));
      after = sc_list_replace (before, persona_i, changed);
      sc_list_unref (before);
    }
  return after;
}

ScSolution *
sc_edit_role_delete (const ScSolution *solution, const char *role, GError **error)
{
  ScSolution *after;
  guint position;

  if (find_role (solution, role, &position, error) == NULL)
    return NULL;
  after = sc_solution_copy (solution);
  sc_take_value (after, roles, sc_list_remove (after->roles, position));
  sc_take_value (after, components, without_role (after->components, role));
  sc_take_value (after, personas, without_role_of_personas (after->personas, role));
  return after;
}

ScSolution *
sc_edit_role_set_name (const ScSolution *solution,
                       const char *role,
                       const char *name,
                       GError **error)
{
  const ScRole *present;
  ScRole *changed;
  guint position;

  present = find_role (solution, role, &position, error);
  if (present == NULL)
    return NULL;
  if (name == NULL || *name == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A role needs a name."));
  if (g_strcmp0 (present->name, name) == 0)
    return sc_edit_unchanged (solution);
  changed = sc_role_copy (present);
  sc_set_string (changed, name, name);
  return put_role (solution, position, changed);
}

ScSolution *
sc_edit_role_set_privilege (const ScSolution *solution,
                            const char *role,
                            const char *privilege,
                            ScLevel level,
                            GError **error)
{
  const ScGrant grant = { role, privilege, level };

  return sc_edit_grants_set (solution, &grant, 1, error);
}

ScSolution *
sc_edit_role_set_access (const ScSolution *solution,
                         const char *role,
                         const char *flow,
                         ScAccess access,
                         ScLevel level,
                         GError **error)
{
  g_autofree char *privilege = NULL;
  const char *name;
  ScPlace place;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  name = sc_solution_get_privilege_name (solution, place.flow);
  if (name == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("“%s” has no unique name yet, so it has no backing table to give "
                            "privileges on."),
                         sc_flow_get_label (place.flow, solution->language));
  privilege = sc_access_get_privilege_name (access, name);
  return sc_edit_role_set_privilege (solution, role, privilege, level, error);
}
