/* sc-rules-workflow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sc-id.h"
#include "sc-rule-private.h"

/* Rules about when a flow runs something. What it runs is in sc-rules-process.c. */

#define BEFORE 20
#define AFTER  40

static const char *
name_trigger (const ScTrigger *trigger)
{
  return sc_text_is_blank (trigger->name) ? _ ("unnamed") : trigger->name;
}

static gboolean
is_event (const ScTriggerEvent *event, const char *name)
{
  return g_strcmp0 (event->event, name) == 0;
}

static void
check_event (const ScSubject *subject,
             ScReporter *reporter,
             const ScTrigger *trigger,
             const ScTriggerEvent *event)
{
  gboolean enter = is_event (event, "STAGEENTER"), exit = is_event (event, "STAGEEXIT");
  int expected = exit ? BEFORE : AFTER;

  if (!enter && !exit)
    return;
  if (!sc_id_equal (event->filter, subject->stage->id))
    sc_reporter_add (reporter, _ ("The workflow “%s” waits for another stage than “%s”."),
                     name_trigger (trigger), sc_rule_name_stage (subject, subject->stage));
  if (event->pipeline_stage != expected)
    {
      sc_reporter_set_figures (reporter, (guint) MAX (event->pipeline_stage, 0), (guint) expected);
      sc_reporter_add (reporter,
                       _ ("The workflow “%s” has the pipeline stage %d; for this event it is %d."),
                       name_trigger (trigger), event->pipeline_stage, expected);
    }
}

static void
check_action_ids (const ScSubject *subject, ScReporter *reporter)
{
  const ScStage *stage = subject->stage;

  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      if (!sc_id_is_valid (trigger->workflow_id))
        sc_reporter_add (reporter, _ ("“%s” runs the workflow “%s”, which has no valid id."),
                         sc_rule_name_stage (subject, stage), name_trigger (trigger));
      sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
        check_event (subject, reporter, trigger, event);
    }
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (step->action_id == NULL || sc_id_equal (step->action_id, step->id))
        continue;
      sc_reporter_set_step (reporter, (int) step_i);
      sc_reporter_add (reporter, _ ("The step “%s” has the action id of another step."),
                       sc_rule_name_step (subject, step));
    }
}

static gboolean
may_end (const ScFlowGraph *graph, guint stage)
{
  for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
    if (graph->edges[e].to == SC_GRAPH_END)
      return TRUE;
  return FALSE;
}

static void
check_exit_of_last (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (stage->triggers == NULL || !may_end (subject->graph, stage_i))
        continue;
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
          {
            if (!is_event (event, "STAGEEXIT"))
              continue;
            sc_reporter_set_stage (reporter, (int) stage_i);
            sc_reporter_add (reporter,
                             _ ("The workflow “%s” waits for leaving “%s”, but the flow can end "
                                "there: then it does not run."),
                             name_trigger (trigger), sc_rule_name_stage (subject, stage));
          }
    }
}

static void
check_background (const ScSubject *subject, ScReporter *reporter)
{
  guint n = 0;
  int first = -1;
  const char *name = NULL;

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
      {
        if (trigger->mode != SC_WORKFLOW_BACKGROUND || n++ > 0)
          continue;
        first = (int) stage_i;
        name = name_trigger (trigger);
      }
  if (n == 0)
    return;
  sc_reporter_set_stage (reporter, first);
  sc_reporter_add (reporter,
                   ngettext ("“%s” runs %u background workflow, “%s”; a cloud flow can take its "
                             "place.",
                             "“%s” runs %u background workflows, such as “%s”; cloud flows can "
                             "take their place.",
                             n),
                   sc_rule_name_flow (subject, subject->flow), n, name);
}

const ScRule sc_rules_workflow[] = {
  {
      .id = "SP-20",
      .title = N_ ("Actions know their stage"),
      .explanation
      = N_ ("A workflow that runs when a stage is entered or left names that stage, and "
            "an action step carries its own id. After copying by hand they still name "
            "the original."),
      .source = "Server errors ActionStepInvalidStageid, ActionStepInvalidPipelineStageid",
      .server_code = "0x8006040c",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_STAGE,
      .check = check_action_ids,
      .repair = sc_repair_action_ids,
      .repair_all = TRUE,
  },
  {
      .id = "WK-03",
      .title = N_ ("No workflow on leaving a last stage"),
      .explanation
      = N_ ("A flow that ends does not leave its last stage, so a workflow on Stage Exit "
            "does not run there. Use one that runs when the process is completed."),
      .source = "Microsoft Learn: Business process flows overview (limitations)",
      .severity = SC_SEVERITY_WARNING,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES | SC_USES_WAYS,
      .check = check_exit_of_last,
      .repair = sc_repair_exit_workflow,
      .repair_names = SC_NAMES_STAGE,
  },
  {
      .id = "WK-04",
      .title = N_ ("Cloud flows for work in the background"),
      .explanation
      = N_ ("Microsoft recommends cloud flows instead of classic background workflows: one that "
            "starts when the row of the flow's table changes. Workflows in real time have no such "
            "successor and are not meant here."),
      .source = "Microsoft Learn: Replace classic Dataverse workflows with flows",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES,
      .check = check_background,
  },
  { NULL },
};
