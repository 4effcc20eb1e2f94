/* sc-edit-persona.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-persona.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

static const ScPersona *
find_persona (const ScSolution *solution, const char *persona, guint *position, GError **error)
{
  const ScPersona *found = sc_solution_find_persona (solution, persona, position);

  if (found == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The persona is no longer in the solution."));
  return found;
}

static gboolean
check_name (const char *name, GError **error)
{
  if (name == NULL || *name == '\0')
    sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A persona needs a name."));
  return name != NULL && *name != '\0';
}

/* Takes over the persona; the same solution when it is equal to the one before. */
static ScSolution *
put_persona (const ScSolution *solution, guint position, ScPersona *persona)
{
  g_autoptr (ScPersona) changed = persona;
  ScSolution *after;

  if (sc_persona_equal (changed, sc_list_get (solution->personas, position)))
    return sc_edit_unchanged (solution);
  after = sc_solution_copy (solution);
  sc_take_value (after, personas, sc_list_replace (solution->personas, position, changed));
  return after;
}

static void
add_role (ScPersona *draft, const char *role)
{
  g_autoptr (ScLabel) label = sc_label_new_text (0, role);

  sc_take_value (draft, roles, sc_list_append (draft->roles, label));
}

ScSolution *
sc_edit_persona_add (const ScSolution *solution,
                     const char *id,
                     const char *name,
                     const char *const *roles,
                     GError **error)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autoptr (ScPersona) persona = NULL;
  ScSolution *after;

  if (!check_name (name, error))
    return NULL;
  persona = sc_persona_new ();
  sc_set_string (persona, id, id != NULL ? id : fresh);
  sc_set_string (persona, name, name);
  for (; roles != NULL && *roles != NULL; roles++)
    if (!sc_persona_has_role (persona, *roles, NULL))
      add_role (persona, *roles);
  after = sc_solution_copy (solution);
  sc_take_value (after, personas, sc_list_append (solution->personas, persona));
  return after;
}

ScSolution *
sc_edit_persona_delete (const ScSolution *solution, const char *persona, GError **error)
{
  ScSolution *after;
  guint position;

  if (find_persona (solution, persona, &position, error) == NULL)
    return NULL;
  after = sc_solution_copy (solution);
  sc_take_value (after, personas, sc_list_remove (solution->personas, position));
  return after;
}

ScSolution *
sc_edit_persona_set_name (const ScSolution *solution,
                          const char *persona,
                          const char *name,
                          GError **error)
{
  guint position;
  const ScPersona *present = find_persona (solution, persona, &position, error);
  ScPersona *changed;

  if (present == NULL || !check_name (name, error))
    return NULL;
  changed = sc_persona_copy (present);
  sc_set_string (changed, name, name);
  return put_persona (solution, position, changed);
}

ScSolution *
sc_edit_persona_set_role (
    const ScSolution *solution, const char *persona, const char *role, gboolean has, GError **error)
{
  guint position, at = 0;
  const ScPersona *present = find_persona (solution, persona, &position, error);
  ScPersona *changed;

  if (present == NULL)
    return NULL;
  if (role == NULL || *role == '\0')
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("A role needs an id."));
  if (sc_persona_has_role (present, role, &at) == has)
    return sc_edit_unchanged (solution);
  changed = sc_persona_copy (present);
  if (has)
    add_role (changed, role);
  else
    sc_take_value (changed, roles, sc_list_remove (present->roles, at));
  return put_persona (solution, position, changed);
}

ScSolution *
sc_edit_persona_set_app (const ScSolution *solution,
                         const char *persona,
                         const char *app,
                         GError **error)
{
  guint position;
  const ScPersona *present = find_persona (solution, persona, &position, error);
  ScPersona *changed;

  if (present == NULL)
    return NULL;
  changed = sc_persona_copy (present);
  sc_set_string (changed, app, app != NULL && *app != '\0' ? app : NULL);
  return put_persona (solution, position, changed);
}
