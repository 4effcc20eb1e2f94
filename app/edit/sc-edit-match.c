/* sc-edit-match.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-identity.h"

#include "sc-edit-private.h"
#include "sc-edit-step.h"
#include "sc-id.h"

/* When a workflow of a stage runs: Dataverse writes these two numbers and no others. */
#define BEFORE_LEAVING   20
#define AFTER_ENTERING   40
#define EVENT_OF_ENTRY   "STAGEENTER"
#define EVENT_OF_LEAVING "STAGEEXIT"

static ScTriggerEvent *
match_event (const ScTriggerEvent *event, const char *stage)
{
  gboolean leaving = g_strcmp0 (event->event, EVENT_OF_LEAVING) == 0;
  int moment = leaving ? BEFORE_LEAVING : AFTER_ENTERING;
  ScTriggerEvent *changed;

  if ((!leaving && g_strcmp0 (event->event, EVENT_OF_ENTRY) != 0)
      || (sc_id_equal (event->filter, stage) && event->pipeline_stage == moment))
    return sc_trigger_event_ref (event);
  changed = sc_trigger_event_copy (event);
  if (!sc_id_equal (event->filter, stage))
    sc_set_string (changed, filter, stage);
  changed->pipeline_stage = moment;
  return changed;
}

static ScTrigger *
match_trigger (const ScTrigger *trigger, const char *stage)
{
  GPtrArray *events = sc_list_collect ();
  ScTrigger *changed = sc_trigger_copy (trigger);

  sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
    {
      g_ptr_array_add (events, match_event (event, stage));
    }
  sc_take_value (changed, events, sc_list_new_take (events));
  return changed;
}

static ScStep *
match_button (const ScStep *step)
{
  ScStep *changed;

  if (step->action_id == NULL || sc_id_equal (step->action_id, step->id))
    return sc_step_ref (step);
  changed = sc_step_copy (step);
  sc_set_string (changed, action_id, NULL);
  return changed;
}

ScSolution *
sc_edit_identity_match_actions (const ScSolution *solution,
                                const char *flow,
                                const char *stage,
                                GError **error)
{
  GPtrArray *steps, *triggers;
  g_autoptr (ScStage) changed = NULL;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  steps = sc_list_collect ();
  triggers = sc_list_collect ();
  sc_list_foreach (place.stage->steps, const ScStep *, step)
    {
      g_ptr_array_add (steps, match_button (step));
    }
  sc_list_foreach (place.stage->triggers, const ScTrigger *, trigger)
    {
      g_ptr_array_add (triggers, match_trigger (trigger, place.stage->id));
    }
  changed = sc_stage_copy (place.stage);
  sc_take_value (changed, steps, sc_list_new_take (steps));
  sc_take_value (changed, triggers, sc_list_new_take (triggers));
  if (sc_stage_equal (changed, place.stage))
    return sc_edit_unchanged (solution);
  return sc_place_put_stage (&place, g_steal_pointer (&changed));
}

ScSolution *
sc_edit_identity_match_control (const ScSolution *solution,
                                const char *flow,
                                const char *step,
                                GError **error)
{
  ScStepPlace place;
  ScStep *matched;

  if (!sc_step_place_find (&place, solution, flow, step, error))
    return NULL;
  if (place.step->control_id == NULL)
    return sc_edit_unchanged (solution);
  matched = sc_step_copy (place.step);
  sc_set_string (matched, control_id, NULL);
  return sc_step_place_put (&place, matched);
}
