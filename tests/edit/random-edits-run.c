/* random-edits-run.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-step.h"
#include "sc-edit-trigger.h"

/* A process of the solution, or one that only the environment has. */
static ScRun
any_run (Draw *draw)
{
  const ScProcess *process = random_item (draw->rand, draw->solution->processes);

  if (process != NULL && random_up_to (draw->rand, 4) > 0)
    return (ScRun){ .id = process->id };
  return (ScRun){ .id = random_any (draw->rand, "0b5e4a1c-0000-4000-8000-000000000009", "none"),
                  .name = random_text (draw->rand),
                  .unique_name = "new_Elsewhere",
                  .type = (int) random_up_to (draw->rand, 4) };
}

EDIT (step_add_running)
{
  const ScRun run = any_run (draw);

  return sc_edit_step_add_running (draw->solution, draw->flow, draw->stage, draw->position, NULL,
                                   g_rand_boolean (draw->rand) ? SC_STEP_ACTION : SC_STEP_FLOW,
                                   &run, error);
}

/* Mostly of a step that runs something. */
EDIT (step_set_process)
{
  const ScRun run = any_run (draw);

  sc_list_foreach (draw->any_stage != NULL ? draw->any_stage->steps : NULL, const ScStep *, step)
    {
      if (step->kind != SC_STEP_DATA && g_rand_boolean (draw->rand))
        draw->step = step->id;
    }
  return sc_edit_step_set_process (draw->solution, draw->flow, draw->step, &run, error);
}

EDIT (trigger_add)
{
  const ScRun run = any_run (draw);

  return sc_edit_trigger_add (draw->solution, draw->flow, draw->stage,
                              (ScMoment) random_up_to (draw->rand, SC_N_MOMENTS), NULL, &run,
                              error);
}

static const char *
any_trigger (Draw *draw)
{
  sc_list_foreach (draw->any_flow != NULL ? draw->any_flow->stages : NULL, const ScStage *, stage)
    {
      const ScTrigger *trigger = random_item (draw->rand, stage->triggers);

      if (trigger == NULL)
        continue;
      draw->stage = stage->id;
      if (g_rand_boolean (draw->rand))
        return trigger->id;
    }
  return "none";
}

EDIT (trigger_delete)
{
  const char *trigger = any_trigger (draw);

  return sc_edit_trigger_delete (draw->solution, draw->flow, draw->stage, trigger, error);
}

EDIT (trigger_run_when_finished)
{
  const char *trigger = any_trigger (draw);

  return sc_edit_trigger_run_when_finished (draw->solution, draw->flow, draw->stage, trigger,
                                            error);
}

EDIT (trigger_set_workflow)
{
  const ScRun run = any_run (draw);
  const char *trigger = any_trigger (draw);

  return sc_edit_trigger_set_workflow (draw->solution, draw->flow, draw->stage, trigger, &run,
                                       error);
}

const RandomKind random_run_kinds[] = {
  KIND (step_add_running),
  KIND (step_set_process),
  KIND (trigger_add),
  KIND (trigger_set_workflow),
  RARE_KIND (trigger_delete),
  KIND (trigger_run_when_finished),
  KINDS_END,
};
