/* sc-lock.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-lock.h"

#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

ScLock
sc_lock_get (const ScSolution *solution, const ScFlow *flow)
{
  if (solution->managed)
    return SC_LOCK_MANAGED;
  if (flow != NULL && flow->business_process_type == SC_PROCESS_TASK_FLOW)
    return SC_LOCK_TASK_FLOW;
  if (flow != NULL && flow->locked)
    return SC_LOCK_NOT_CUSTOMIZABLE;
  return SC_LOCK_NONE;
}

const char *
sc_lock_explain (ScLock lock)
{
  switch (lock)
    {
    case SC_LOCK_MANAGED:
      return _ ("This is a managed solution. It can be looked at, but not changed.");
    case SC_LOCK_NOT_CUSTOMIZABLE:
      return _ ("Its publisher does not let this flow be customized. It can be looked at, but not "
                "changed.");
    case SC_LOCK_TASK_FLOW:
      return _ ("This is a task flow, which Dataverse no longer runs. It can be looked at, but not "
                "changed.");
    case SC_LOCK_NONE:
    default:
      return NULL;
    }
}

static gboolean
fail (ScLock lock, GError **error)
{
  g_set_error_literal (error, SC_EDIT_ERROR, SC_EDIT_ERROR_LOCKED, sc_lock_explain (lock));
  return FALSE;
}

gboolean
sc_lock_allows (const ScSolution *before, const ScSolution *after, GError **error)
{
  if (after == before)
    return TRUE;
  if (before->managed)
    return fail (SC_LOCK_MANAGED, error);
  if (after->flows == before->flows)
    return TRUE;
  sc_list_foreach (before->flows, const ScFlow *, flow)
    {
      ScLock lock = sc_lock_get (before, flow);
      const ScFlow *now
          = lock != SC_LOCK_NONE ? sc_solution_find_flow (after, flow->id, NULL) : NULL;

      if (now != NULL && now != flow)
        return fail (lock, error);
    }
  return TRUE;
}

ScSolution *
sc_edit_solution_unlock (const ScSolution *solution)
{
  ScSolution *after;
  gboolean locked = solution->managed;

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      locked = locked || flow->locked;
    }
  if (!locked)
    return sc_solution_ref (solution);
  after = sc_solution_copy (solution);
  after->managed = FALSE;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScFlow) changed = NULL;

      if (!flow->locked)
        continue;
      changed = sc_flow_copy (flow);
      changed->locked = FALSE;
      sc_take_value (after, flows, sc_list_replace (after->flows, flow_i, changed));
    }
  return after;
}
