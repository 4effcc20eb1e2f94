/* sc-run.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-run.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
sc_runner_takes (ScRunner self, const ScProcess *process)
{
  switch (self)
    {
    case SC_RUNNER_ACTION_STEP:
      return process->category == SC_PROCESS_ACTION || process->category == SC_PROCESS_WORKFLOW;
    case SC_RUNNER_FLOW_STEP:
      return process->category == SC_PROCESS_CLOUD_FLOW;
    case SC_RUNNER_STAGE:
    case SC_RUNNER_FLOW:
    default:
      return process->category == SC_PROCESS_WORKFLOW;
    }
}

static gboolean
has_unfit_parameters (const ScProcess *process)
{
  guint n_rows_out = 0;

  sc_list_foreach (process->parameters, const ScParameter *, parameter)
    {
      if (!sc_parameter_fits_step (parameter))
        return TRUE;
      if (parameter->output && g_strcmp0 (parameter->type, "EntityReference") == 0)
        n_rows_out++;
    }
  return n_rows_out > 1;
}

/* What runs with the flow as a whole is on the flow's own table or the one that it starts on. */
static gboolean
is_on_flow (const ScFlow *flow, const ScProcess *process)
{
  const ScStage *first = sc_list_get (flow->stages, 0);

  return sc_name_equal (process->table, flow->unique_name)
         || sc_name_equal (process->table, first != NULL && first->table != NULL
                                               ? first->table
                                               : flow->primary_table);
}

static gboolean
is_on_table (ScRunner self, const ScFlow *flow, const ScStage *stage, const ScProcess *process)
{
  if (process->table == NULL || self == SC_RUNNER_FLOW_STEP)
    return TRUE;
  if (self == SC_RUNNER_FLOW)
    return is_on_flow (flow, process);
  return stage == NULL || stage->table == NULL || sc_name_equal (process->table, stage->table);
}

char *
sc_runner_explain (ScRunner self,
                   const ScSolution *solution,
                   const ScFlow *flow,
                   const ScStage *stage,
                   const ScProcess *process)
{
  if (!process->active)
    return g_strdup (self == SC_RUNNER_FLOW_STEP ? _ ("It is turned off") : _ ("It is not active"));
  if (process->category == SC_PROCESS_WORKFLOW && !process->on_demand)
    return g_strdup (_ ("It cannot be run on demand"));
  if (process->category == SC_PROCESS_ACTION && process->table == NULL)
    return g_strdup (_ ("It belongs to no table"));
  if (!is_on_table (self, flow, stage, process))
    return g_strdup_printf (_ ("It runs on “%s”"),
                            sc_solution_get_table_label (solution, process->table));
  if (process->category == SC_PROCESS_ACTION && has_unfit_parameters (process))
    return g_strdup (_ ("A step cannot handle its parameters"));
  return NULL;
}

const ScProcess *
sc_run_find_process (const ScSolution *solution, const char *id)
{
  sc_list_foreach (solution->processes, const ScProcess *, process)
    {
      if (sc_id_equal (process->id, id))
        return process;
    }
  return NULL;
}

int
sc_run_get_type (const ScProcess *process)
{
  if (process->category == SC_PROCESS_ACTION)
    return SC_RUN_ACTION;
  if (process->category == SC_PROCESS_CLOUD_FLOW)
    return SC_RUN_CLOUD_FLOW;
  return process->real_time ? SC_WORKFLOW_REAL_TIME : SC_WORKFLOW_BACKGROUND;
}

char *
sc_run_dup_unique_name (const ScSolution *solution, const ScProcess *process)
{
  g_autofree char *prefix
      = solution->prefix != NULL ? g_strconcat (solution->prefix, "_", NULL) : NULL;
  const char *name = process->unique_name;

  if (process->category != SC_PROCESS_ACTION)
    return g_strdup ("");
  if (name == NULL)
    name = process->name != NULL ? process->name : "";
  if (prefix == NULL || g_ascii_strncasecmp (name, prefix, strlen (prefix)) == 0)
    return g_strdup (name);
  return g_strconcat (prefix, name, NULL);
}

static gboolean
resolve_process (ScRunTarget *self,
                 ScRunner runner,
                 const ScPlace *place,
                 const ScProcess *process,
                 GError **error)
{
  g_autofree char *reason = NULL;

  self->name = g_strdup (process->name != NULL ? process->name : process->unique_name);
  if (self->name == NULL)
    self->name = g_strdup (self->id);
  if (!sc_runner_takes (runner, process))
    {
      sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                    runner == SC_RUNNER_FLOW_STEP     ? _ ("“%s” is no cloud flow.")
                    : runner == SC_RUNNER_ACTION_STEP ? _ ("“%s” is no action and no workflow.")
                                                      : _ ("“%s” is no workflow."),
                    self->name);
      return FALSE;
    }
  reason = sc_runner_explain (runner, place->solution, place->flow, place->stage, process);
  if (reason != NULL)
    {
      sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” cannot be run here. %s."), self->name,
                    reason);
      return FALSE;
    }
  self->unique_name = sc_run_dup_unique_name (place->solution, process);
  self->type = sc_run_get_type (process);
  return TRUE;
}

static gboolean
is_missing (const char *text)
{
  return text == NULL || *text == '\0';
}

/* By hand: nothing is known but what is said. */
static gboolean
resolve_unknown (ScRunTarget *self, ScRunner runner, const ScRun *run, GError **error)
{
  gboolean action = runner == SC_RUNNER_ACTION_STEP && run->type == SC_RUN_ACTION;

  self->name = g_strdup (run->name);
  if (action && is_missing (self->name))
    {
      g_free (self->name);
      self->name = g_strdup (run->unique_name);
    }
  if (is_missing (action ? run->unique_name : self->name))
    {
      sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                    action ? _ ("The unique name of the action is missing.")
                           : _ ("The name of the process is missing."));
      return FALSE;
    }
  self->unique_name = g_strdup (action ? run->unique_name : "");
  self->type = action || run->type == SC_WORKFLOW_REAL_TIME ? run->type : SC_WORKFLOW_BACKGROUND;
  return TRUE;
}

gboolean
sc_run_resolve (
    ScRunTarget *self, ScRunner runner, const ScPlace *place, const ScRun *run, GError **error)
{
  const ScProcess *process = sc_run_find_process (place->solution, run->id);

  memset (self, 0, sizeof *self);
  self->id = sc_id_normalize (run->id);
  if (self->id == NULL)
    {
      sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                    _ ("“%s” is no id. An id has 32 digits and letters from A to F, like %s."),
                    run->id != NULL ? run->id : "", "1b5e2f6c-0d3a-4c58-9e71-6a2f4b8c9d10");
      return FALSE;
    }
  return process != NULL ? resolve_process (self, runner, place, process, error)
                         : resolve_unknown (self, runner, run, error);
}

void
sc_run_target_clear (ScRunTarget *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->unique_name, g_free);
}
