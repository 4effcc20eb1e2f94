/* sc-process-request.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-process-request.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-step.h"
#include "sc-id.h"

static ScProcessRequest *
request_new (ScEditor *editor, ScRunner runner, const char *stage, const char *part)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  ScProcessRequest *self;

  if (flow == NULL)
    return NULL;
  self = g_new0 (ScProcessRequest, 1);
  self->runner = runner;
  self->flow = g_strdup (flow->id);
  self->stage = g_strdup (stage);
  self->part = g_strdup (part);
  self->fresh = sc_id_new ();
  return self;
}

void
sc_process_request_free (ScProcessRequest *self)
{
  g_free (self->flow);
  g_free (self->stage);
  g_free (self->part);
  g_free (self->fresh);
  g_free (self);
}

static ScRunner
get_runner (ScStepKind kind)
{
  return kind == SC_STEP_FLOW ? SC_RUNNER_FLOW_STEP : SC_RUNNER_ACTION_STEP;
}

ScProcessRequest *
sc_process_request_new_step (ScEditor *editor, ScStepKind kind)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  const ScStep *step = sc_editor_get_selected_step (editor);
  ScProcessRequest *self;
  guint position;

  if (stage == NULL && flow != NULL)
    stage = sc_flow_find_stage (flow, sc_slot_last (flow).after, NULL);
  if (stage == NULL)
    return NULL;
  self = request_new (editor, get_runner (kind), stage->id, NULL);
  self->position = step != NULL && sc_stage_find_step (stage, step->id, &position) != NULL
                       ? position + 1
                       : G_MAXUINT;
  return self;
}

ScProcessRequest *
sc_process_request_change_step (ScEditor *editor)
{
  const ScStage *stage = sc_editor_get_selected_stage (editor);
  const ScStep *step = sc_editor_get_selected_step (editor);

  if (step == NULL || step->kind == SC_STEP_DATA)
    return NULL;
  return request_new (editor, get_runner (step->kind), stage->id, step->id);
}

ScProcessRequest *
sc_process_request_new_trigger (ScEditor *editor, const char *stage, ScMoment moment)
{
  ScProcessRequest *self = request_new (
      editor, sc_moment_is_of_stage (moment) ? SC_RUNNER_STAGE : SC_RUNNER_FLOW, stage, NULL);

  if (self != NULL)
    self->moment = moment;
  return self;
}

static const ScTrigger *
find_trigger (const ScFlow *flow, const char *stage, const char *id)
{
  const ScStage *holder = flow != NULL ? sc_flow_find_stage (flow, stage, NULL) : NULL;

  if (holder == NULL)
    return NULL;
  sc_list_foreach (holder->triggers, const ScTrigger *, trigger)
    {
      if (sc_id_equal (trigger->id, id))
        return trigger;
    }
  return NULL;
}

ScProcessRequest *
sc_process_request_change_trigger (ScEditor *editor, const char *stage, const char *trigger)
{
  const ScTrigger *present = find_trigger (sc_editor_get_flow (editor), stage, trigger);

  if (present == NULL)
    return NULL;
  return request_new (editor, sc_trigger_is_of_flow (present) ? SC_RUNNER_FLOW : SC_RUNNER_STAGE,
                      stage, trigger);
}

static gboolean
is_for_step (const ScProcessRequest *self)
{
  return self->runner == SC_RUNNER_ACTION_STEP || self->runner == SC_RUNNER_FLOW_STEP;
}

gboolean
sc_process_request_get_current (const ScProcessRequest *self, ScEditor *editor, ScRun *run)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScTrigger *trigger;
  const ScStep *step;

  if (self->part == NULL || flow == NULL)
    return FALSE;
  if (is_for_step (self))
    {
      step = sc_flow_find_step (flow, self->part, NULL, NULL);
      if (step != NULL)
        *run = (ScRun){ step->process_id, step->name, step->process_name, step->action_type };
      return step != NULL;
    }
  trigger = find_trigger (flow, self->stage, self->part);
  if (trigger != NULL)
    *run = (ScRun){ trigger->workflow_id, trigger->name, NULL, trigger->mode };
  return trigger != NULL;
}

static ScSolution *
run_edit (const ScProcessRequest *self, ScEditor *editor, const ScRun *run, GError **error)
{
  const ScSolution *solution = sc_editor_get_solution (editor);
  ScStepKind kind = self->runner == SC_RUNNER_FLOW_STEP ? SC_STEP_FLOW : SC_STEP_ACTION;

  if (is_for_step (self) && self->part != NULL)
    return sc_edit_step_set_process (solution, self->flow, self->part, run, error);
  if (is_for_step (self))
    return sc_edit_step_add_running (solution, self->flow, self->stage, self->position, self->fresh,
                                     kind, run, error);
  if (self->part != NULL)
    return sc_edit_trigger_set_workflow (solution, self->flow, self->stage, self->part, run, error);
  return sc_edit_trigger_add (solution, self->flow, self->stage, self->moment, self->fresh, run,
                              error);
}

ScSolution *
sc_process_request_try (const ScProcessRequest *self,
                        ScEditor *editor,
                        const ScRun *run,
                        GError **error)
{
  g_autoptr (ScSolution) after = run_edit (self, editor, run, error);

  if (after == NULL || !sc_lock_allows (sc_editor_get_solution (editor), after, error))
    return NULL;
  return g_steal_pointer (&after);
}

static const char *
get_edit_name (const ScProcessRequest *self)
{
  if (is_for_step (self) && self->part != NULL)
    return _ ("Change what a step runs");
  if (self->runner == SC_RUNNER_ACTION_STEP)
    return _ ("Add action step");
  if (self->runner == SC_RUNNER_FLOW_STEP)
    return _ ("Add flow step");
  return self->part != NULL ? _ ("Change workflow") : _ ("Add workflow");
}

void
sc_process_request_grant (const ScProcessRequest *self, ScEditor *editor, const ScRun *run)
{
  GError *error = NULL;
  ScSolution *after = sc_process_request_try (self, editor, run, &error);

  if (sc_editor_commit (editor, after, error, get_edit_name (self), NULL) && is_for_step (self)
      && self->part == NULL)
    sc_editor_select_step (editor, self->fresh);
}

const char *
sc_process_request_get_heading (const ScProcessRequest *self)
{
  if (is_for_step (self) && self->part != NULL)
    return _ ("What the Step Runs");
  if (self->runner == SC_RUNNER_ACTION_STEP)
    return _ ("Add Action Step");
  if (self->runner == SC_RUNNER_FLOW_STEP)
    return _ ("Add Flow Step");
  return self->part != NULL ? _ ("Change Workflow") : _ ("Add Workflow");
}

static const char *
name_table (ScEditor *editor, const ScStage *stage)
{
  const ScSolution *solution = sc_editor_get_solution (editor);

  return stage != NULL && stage->table != NULL
             ? sc_solution_get_table_label (solution, stage->table)
             : _ ("no table");
}

char *
sc_process_request_dup_body (const ScProcessRequest *self, ScEditor *editor)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage = self->stage != NULL ? sc_flow_find_stage (flow, self->stage, NULL) : NULL;
  const char *table = name_table (editor, stage);

  switch (self->runner)
    {
    case SC_RUNNER_ACTION_STEP:
      return g_strdup_printf (_ ("A button for an action of “%s”, or for a workflow on demand."),
                              table);
    case SC_RUNNER_FLOW_STEP:
      return g_strdup (_ ("A button for an instant cloud flow."));
    case SC_RUNNER_STAGE:
    case SC_RUNNER_FLOW:
    default:
      break;
    }
  if (self->part != NULL)
    return g_strdup (_ ("It runs at the same moment as the one before."));
  if (self->runner == SC_RUNNER_FLOW)
    return g_strdup_printf (_ ("%s it runs by itself."), sc_moment_get_title (self->moment));
  return g_strdup_printf (_ ("%s it runs by itself, on “%s”."), sc_moment_get_title (self->moment),
                          table);
}

const char *
sc_process_request_get_nothing (const ScProcessRequest *self)
{
  switch (self->runner)
    {
    case SC_RUNNER_ACTION_STEP:
      return _ ("No action or workflow is in this solution. One that is in the environment can be "
                "named by hand.");
    case SC_RUNNER_FLOW_STEP:
      return _ ("No cloud flow is in this solution. One that is in the environment can be named by "
                "hand.");
    case SC_RUNNER_STAGE:
    case SC_RUNNER_FLOW:
    default:
      return _ ("No workflow is in this solution. One that is in the environment can be named by "
                "hand.");
    }
}

const char *
sc_process_get_kind_title (int type)
{
  switch (type)
    {
    case SC_RUN_CLOUD_FLOW:
      return _ ("Cloud flow");
    case SC_RUN_ACTION:
      return _ ("Action");
    case SC_WORKFLOW_REAL_TIME:
      return _ ("Real-time workflow");
    case SC_WORKFLOW_BACKGROUND:
      return _ ("Background workflow");
    default:
      return NULL;
    }
}
