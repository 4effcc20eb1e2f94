/* sc-rules-process.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about the actions, workflows and cloud flows that a flow runs. A solution may run what only
 * the environment has: of that nothing is said but that the file names it. */

static const char *
name_process (const ScProcess *process)
{
  return sc_text_is_blank (process->name) ? _ ("unnamed") : process->name;
}

/* NULL where the solution does not have it. */
static const ScProcess *
find_run (const ScSubject *subject, const ScStep *step, ScStepKind kind)
{
  return step->kind == kind ? sc_lookup_find_process (subject->lookup, step->process_id) : NULL;
}

static void
check_runs_something (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;

  if (step->kind == SC_STEP_DATA || sc_id_is_valid (step->process_id))
    return;
  sc_reporter_add (reporter,
                   step->kind == SC_STEP_ACTION
                       ? _ ("The action step “%s” does not say which action it runs.")
                       : _ ("The flow step “%s” does not say which cloud flow it runs."),
                   sc_rule_name_step (subject, step));
}

static void
check_action_step (const ScSubject *subject, ScReporter *reporter)
{
  const ScStep *step = subject->step;
  const char *name = sc_rule_name_step (subject, step);
  const ScProcess *process;

  check_runs_something (subject, reporter);
  process = find_run (subject, step, SC_STEP_ACTION);
  if (process == NULL)
    return;
  if (process->category != SC_PROCESS_ACTION && process->category != SC_PROCESS_WORKFLOW)
    sc_reporter_add (reporter,
                     _ ("The action step “%s” runs “%s”, which is no action and no workflow."),
                     name, name_process (process));
  else if (!process->active)
    sc_reporter_add (reporter, _ ("The action step “%s” runs “%s”, which is not active."), name,
                     name_process (process));
  else if (process->category == SC_PROCESS_WORKFLOW && !process->on_demand)
    sc_reporter_add (reporter,
                     _ ("The action step “%s” runs the workflow “%s”, which cannot be run on "
                        "demand."),
                     name, name_process (process));
  else if (process->table != NULL && !sc_name_equal (process->table, subject->stage->table))
    {
      /* Whether the table of the stage or that of the flow is meant is not said. */
      sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
      sc_reporter_add (reporter, _ ("The action step “%s” is on “%s”, but “%s” runs on “%s”."),
                       name, sc_rule_name_table (subject, subject->stage->table),
                       name_process (process), sc_rule_name_table (subject, process->table));
    }
}

static gboolean
is_row (const ScParameter *parameter)
{
  return g_strcmp0 (parameter->type, "EntityReference") == 0;
}

static void
report_parameter (const ScSubject *subject,
                  ScReporter *reporter,
                  const ScProcess *process,
                  const ScParameter *parameter)
{
  sc_reporter_add (reporter,
                   parameter->output
                       ? _ ("The action “%s” of the step “%s” gives back “%s” (%s), which a step "
                            "cannot take.")
                       : _ ("The action “%s” of the step “%s” asks for “%s” (%s), which a step "
                            "cannot give it."),
                   name_process (process), sc_rule_name_step (subject, subject->step),
                   parameter->name != NULL ? parameter->name : "",
                   parameter->type != NULL ? parameter->type : "");
}

static void
check_parameters (const ScSubject *subject, ScReporter *reporter)
{
  const ScProcess *process = find_run (subject, subject->step, SC_STEP_ACTION);
  guint n_rows_out = 0;

  if (process == NULL || process->category != SC_PROCESS_ACTION)
    return;
  if (process->table == NULL)
    sc_reporter_add (reporter,
                     _ ("The action “%s” of the step “%s” belongs to no table; a step runs actions "
                        "of a table only."),
                     name_process (process), sc_rule_name_step (subject, subject->step));
  sc_list_foreach (process->parameters, const ScParameter *, parameter)
    {
      if (!sc_parameter_fits_step (parameter))
        report_parameter (subject, reporter, process, parameter);
      n_rows_out += is_row (parameter) && parameter->output ? 1 : 0;
    }
  if (n_rows_out > 1)
    {
      sc_reporter_set_figures (reporter, n_rows_out, 1);
      sc_reporter_add (
          reporter,
          ngettext ("The action “%s” of the step “%s” gives back %u row; a step takes "
                    "at most one.",
                    "The action “%s” of the step “%s” gives back %u rows; a step takes "
                    "at most one.",
                    n_rows_out),
          name_process (process), sc_rule_name_step (subject, subject->step), n_rows_out);
    }
}

static void
check_cloud_flow (const ScSubject *subject, ScReporter *reporter)
{
  const ScProcess *process = find_run (subject, subject->step, SC_STEP_FLOW);

  if (process == NULL)
    return;
  if (process->category != SC_PROCESS_CLOUD_FLOW)
    sc_reporter_add (reporter, _ ("The flow step “%s” runs “%s”, which is no cloud flow."),
                     sc_rule_name_step (subject, subject->step), name_process (process));
  else if (!process->active)
    sc_reporter_add (reporter, _ ("The flow step “%s” runs “%s”, which is turned off."),
                     sc_rule_name_step (subject, subject->step), name_process (process));
}

/* Whether a trigger waits for a stage, or (else) for the flow as a whole; one without events waits
 * for nothing. */
static gboolean
waits_for_stage (const ScTriggerEvent *event)
{
  return g_strcmp0 (event->event, "STAGEENTER") == 0 || g_strcmp0 (event->event, "STAGEEXIT") == 0;
}

static gboolean
has_event (const ScTrigger *trigger, gboolean of_stage)
{
  sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
    {
      if (waits_for_stage (event) == of_stage)
        return TRUE;
    }
  return FALSE;
}

/* FALSE when it reported that the flow cannot run the process whatever its table. */
static gboolean
check_workflow (ScReporter *reporter, const ScProcess *process)
{
  if (process->category != SC_PROCESS_WORKFLOW)
    sc_reporter_add (reporter, _ ("“%s” is no workflow, so the flow cannot run it by itself."),
                     name_process (process));
  else if (!process->active)
    sc_reporter_add (reporter, _ ("The workflow “%s” is not active."), name_process (process));
  else if (!process->on_demand)
    sc_reporter_add (reporter, _ ("The workflow “%s” cannot be run on demand."),
                     name_process (process));
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_on (const ScProcess *process, const char *table)
{
  return process->table == NULL || sc_text_is_blank (table)
         || sc_name_equal (process->table, table);
}

static void
check_stage_workflows (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;

  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      const ScProcess *process = sc_lookup_find_process (subject->lookup, trigger->workflow_id);

      if (process != NULL && has_event (trigger, TRUE) && check_workflow (reporter, process)
          && !is_on (process, stage->table))
        sc_reporter_add (
            reporter, _ ("The workflow “%s” runs on “%s”, but the stage “%s” is on “%s”."),
            name_process (process), sc_rule_name_table (subject, process->table),
            sc_rule_name_stage (subject, stage), sc_rule_name_table (subject, stage->table));
    }
}

/* Microsoft's page wants the table of the flow; its own sample solutions also have workflows on the
 * table that the flow starts on. */
static void
check_flow_workflow (const ScSubject *subject, ScReporter *reporter, const ScProcess *process)
{
  const ScFlow *flow = subject->flow;
  const char *start = sc_flow_get_start_table (flow);

  if (!check_workflow (reporter, process) || is_on (process, flow->unique_name)
      || is_on (process, start))
    return;
  sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
  sc_reporter_add (
      reporter,
      _ ("The workflow “%s” runs on “%s”, but what runs with the flow as a whole is on "
         "the flow's own table (“%s”) or the one it starts on (“%s”)."),
      name_process (process), sc_rule_name_table (subject, process->table), flow->unique_name,
      sc_rule_name_table (subject, start));
}

static void
check_flow_workflows (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
      {
        const ScProcess *process = sc_lookup_find_process (subject->lookup, trigger->workflow_id);

        if (process == NULL || !has_event (trigger, FALSE))
          continue;
        sc_reporter_set_stage (reporter, (int) stage_i);
        check_flow_workflow (subject, reporter, process);
        sc_reporter_set_stage (reporter, -1);
      }
}

const ScRule sc_rules_process[] = {
  {
      .id = "SP-18",
      .title = N_ ("An action step or flow step runs something"),
      .explanation
      = N_ ("The step is a button for one action, workflow or cloud flow, which the file names by "
            "its id. An action or workflow must be active, a workflow also ready to run on demand, "
            "and both work on the table of the stage."),
      .source = "Microsoft Learn: Create a business process flow (action steps); server errors "
                "ProcessActionDoesNotExist, ProcessActionIsNotActive, WorkflowIsNotOnDemand",
      .server_code = "0x80045054",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_PROCESSES,
      .check = check_action_step,
      .repair = sc_repair_useless_step,
  },
  {
      .id = "SP-19",
      .title = N_ ("Parameters that an action step can handle"),
      .explanation
      = N_ ("A step runs an action of a table. It cannot hand over or take whole rows, lists of "
            "rows or choices, cannot hand over a reference to a row besides its own, and takes at "
            "most one."),
      .source = "Microsoft Learn: Create a business process flow (action steps); server errors "
                "ProcessActionWithInvalidInputParam, ProcessActionWithInvalidOutputParam",
      .server_code = "0x80045057",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_PROCESSES,
      .check = check_parameters,
  },
  {
      .id = "SP-22",
      .title = N_ ("A flow step runs a cloud flow that is on"),
      .explanation = N_ ("The button of a flow step starts an instant cloud flow of the same "
                         "environment. One that is turned off does not start."),
      .source = "Microsoft Learn: Create a business process flow (flow steps)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_STEP,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_PROCESSES,
      .check = check_cloud_flow,
  },
  {
      .id = "WK-01",
      .title = N_ ("Workflows of a stage can run there"),
      .explanation
      = N_ ("What runs on entering or leaving a stage is an active workflow that can be run on "
            "demand, on the table of that stage."),
      .source = "Microsoft Learn: Create a business process flow (workflows); server errors "
                "WorkflowIsNotActive, WorkflowIsNotOnDemand",
      .server_code = "0x80045055",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .uses = SC_USES_TABLES,
      .needs = SC_NEEDS_PROCESSES,
      .check = check_stage_workflows,
  },
  {
      .id = "WK-02",
      .title = N_ ("Workflows of the flow as a whole can run"),
      .explanation
      = N_ ("What runs when the flow starts, is finished or given up is an active workflow that "
            "can be run on demand. It is on the flow's own table, with its running processes, or "
            "on the table that the flow starts on."),
      .source = "Microsoft Learn: Create a business process flow (global workflows); server errors "
                "WorkflowIsNotActive, WorkflowIsNotOnDemand",
      .server_code = "0x80045059",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_TABLES | SC_USES_SELF | SC_USES_STAGES,
      .needs = SC_NEEDS_PROCESSES,
      .check = check_flow_workflows,
  },
  { NULL },
};
