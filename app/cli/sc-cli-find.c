/* sc-cli-find.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-cli-command.h"
#include "sc-file-error.h"

#include <glib/gi18n-lib.h>

/* What people name on the command line, by id or by name. */

static gboolean
is_named (const ScFlow *flow, const char *name)
{
  if (g_strcmp0 (flow->name, name) == 0 || g_strcmp0 (flow->unique_name, name) == 0)
    return TRUE;
  sc_list_foreach (flow->labels, const ScLabel *, label)
    {
      if (g_strcmp0 (label->text, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_known (GString *text, const char *name, const char *id)
{
  g_string_append_printf (text, "%s“%s” (%s)", text->len > 0 ? ", " : "", name != NULL ? name : "",
                          id != NULL ? id : "");
}

char *
sc_cli_list_flows (const ScSolution *solution)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      add_known (text, sc_flow_get_label (flow, solution->language), flow->id);
    }
  return g_string_free (text, FALSE);
}

const ScFlow *
sc_cli_find_flow (const ScSolution *solution, const char *wanted, GError **error)
{
  const ScFlow *found = sc_solution_find_flow (solution, wanted, NULL);
  g_autofree char *known = NULL;
  guint n = 0;

  if (found != NULL)
    return found;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (is_named (flow, wanted))
        {
          found = flow;
          n++;
        }
    }
  if (n == 1)
    return found;

  known = sc_cli_list_flows (solution);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               n == 0 ? _ ("There is no flow “%s”. The flows are %s.")
                      : _ ("More than one flow is named “%s”; use the id. The flows are %s."),
               wanted, known);
  return NULL;
}

static char *
list_roles (const ScSolution *solution)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      add_known (text, role->name, role->id);
    }
  return g_string_free (text, FALSE);
}

/* By id at most one, else all of that name. */
static GPtrArray *
list_roles_called (const ScSolution *solution, const char *wanted)
{
  GPtrArray *roles = g_ptr_array_new ();
  const ScRole *found = sc_solution_find_role (solution, wanted, NULL);

  if (found != NULL)
    g_ptr_array_add (roles, (gpointer) found);
  sc_list_foreach (found == NULL ? solution->roles : NULL, const ScRole *, role)
    {
      if (g_strcmp0 (role->name, wanted) == 0)
        g_ptr_array_add (roles, (gpointer) role);
    }
  return roles;
}

gboolean
sc_cli_has_role (const ScSolution *solution, const char *wanted)
{
  g_autoptr (GPtrArray) roles = list_roles_called (solution, wanted);

  return roles->len > 0;
}

const ScRole *
sc_cli_find_role (const ScSolution *solution, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) roles = list_roles_called (solution, wanted);
  g_autofree char *known = NULL;

  if (roles->len == 1)
    return g_ptr_array_index (roles, 0);
  if (solution->roles == NULL)
    {
      g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
                   _ ("There is no role “%s”: the solution has no roles."), wanted);
      return NULL;
    }
  known = list_roles (solution);
  g_set_error (error, SC_FILE_ERROR, SC_FILE_ERROR_UNSUPPORTED,
               roles->len == 0
                   ? _ ("There is no role “%s”. The roles are %s.")
                   : _ ("More than one role is named “%s”; use the id. The roles are %s."),
               wanted, known);
  return NULL;
}
