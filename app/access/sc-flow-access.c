/* sc-flow-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-access.h"

ScLevel
sc_flow_access_get (const ScRole *role, const ScFlow *flow, ScAccess access)
{
  g_autofree char *privilege = NULL;

  if (flow->unique_name == NULL || *flow->unique_name == '\0')
    return SC_LEVEL_NONE;
  privilege = sc_access_get_privilege_name (access, flow->unique_name);
  return sc_role_get_level (role, privilege, NULL);
}

gboolean
sc_flow_access_can_run (const ScRole *role, const ScFlow *flow)
{
  return sc_flow_access_get (role, flow, SC_ACCESS_READ) != SC_LEVEL_NONE
         && sc_flow_access_get (role, flow, SC_ACCESS_CREATE) != SC_LEVEL_NONE;
}

gboolean
sc_flow_access_anybody_can_run (const ScSolution *solution, const ScFlow *flow)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (sc_flow_access_can_run (role, flow))
        return TRUE;
    }
  return FALSE;
}
