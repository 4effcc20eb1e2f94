/* sc-edit-trigger.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-stage.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

/* The status of an instance that is finished, as the event names it. */
#define FINISHED      "2"
#define AFTER_CHANGE  40
#define STATUS_CHANGE "PROCESSSTATUSCHANGE"
#define LEAVING       "STAGEEXIT"

ScSolution *
sc_edit_trigger_delete (const ScSolution *solution,
                        const char *flow,
                        const char *stage,
                        const char *trigger,
                        GError **error)
{
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  sc_list_foreach (place.stage->triggers, const ScTrigger *, candidate)
    {
      ScStage *changed;

      if (!sc_id_equal (candidate->id, trigger))
        continue;
      changed = sc_stage_copy (place.stage);
      sc_take_value (changed, triggers, sc_list_remove (changed->triggers, candidate_i));
      return sc_place_put_stage (&place, changed);
    }
  return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                       _ ("The workflow is no longer triggered by the stage."));
}

static const ScTrigger *
find_trigger (const ScStage *stage, const char *id, guint *position)
{
  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      if (!sc_id_equal (trigger->id, id))
        continue;
      *position = trigger_i;
      return trigger;
    }
  return NULL;
}

/* The events that do not wait for leaving the stage. */
static ScList *
without_leaving (const ScList *events)
{
  GPtrArray *rest = sc_list_collect ();

  sc_list_foreach (events, const ScTriggerEvent *, event)
    {
      if (g_strcmp0 (event->event, LEAVING) != 0)
        g_ptr_array_add (rest, sc_trigger_event_ref (event));
    }
  return sc_list_new_take (rest);
}

static ScTrigger *
make_finishing (const ScTrigger *trigger, const char *id)
{
  g_autoptr (ScTriggerEvent) event = sc_trigger_event_new ();
  ScTrigger *finishing = sc_trigger_copy (trigger);

  sc_set_string (event, event, STATUS_CHANGE);
  sc_set_string (event, filter, FINISHED);
  event->pipeline_stage = AFTER_CHANGE;
  sc_set_string (finishing, id, id);
  sc_take_value (finishing, events, sc_list_append (NULL, event));
  return finishing;
}

static ScStage *
with_triggers (const ScStage *stage, ScList *triggers)
{
  ScStage *changed = sc_stage_copy (stage);

  sc_take_value (changed, triggers, triggers);
  return changed;
}

ScSolution *
sc_edit_trigger_run_when_finished (const ScSolution *solution,
                                   const char *flow,
                                   const char *stage,
                                   const char *trigger,
                                   GError **error)
{
  const ScTrigger *present;
  const ScStage *first;
  g_autoptr (ScList) rest = NULL;
  g_autoptr (ScList) triggers = NULL;
  g_autoptr (ScTrigger) finishing = NULL;
  g_autoptr (ScList) stages = NULL;
  g_autofree char *fresh = NULL;
  ScFlow *changed;
  ScPlace place;
  guint position;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  present = find_trigger (place.stage, trigger, &position);
  if (present == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                         _ ("The workflow is no longer triggered by the stage."));
  rest = without_leaving (present->events);
  if (sc_list_length (rest) == sc_list_length (present->events))
    return sc_edit_unchanged (solution);

  if (rest == NULL)
    {
      triggers = sc_list_remove (place.stage->triggers, position);
    }
  else
    {
      g_autoptr (ScTrigger) kept = sc_trigger_copy (present);

      sc_set_value (kept, events, rest);
      triggers = sc_list_replace (place.stage->triggers, position, kept);
      fresh = sc_id_new ();
    }
  finishing = make_finishing (present, fresh != NULL ? fresh : present->id);

  /* What concerns the flow as a whole is kept in its first stage. */
  changed = sc_flow_copy (place.flow);
  {
    g_autoptr (ScStage) without = with_triggers (place.stage, g_steal_pointer (&triggers));

    stages = sc_list_replace (place.flow->stages, place.stage_position, without);
  }
  first = sc_list_get (stages, 0);
  {
    g_autoptr (ScStage) with = with_triggers (first, sc_list_append (first->triggers, finishing));

    sc_take_value (changed, stages, sc_list_replace (stages, 0, with));
  }
  return sc_place_put_flow (&place, changed);
}
