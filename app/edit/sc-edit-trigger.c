/* sc-edit-trigger.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-trigger.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

/* A triggered workflow and where it is kept. */
typedef struct
{
  ScPlace place;
  const ScTrigger *trigger;
  guint position;
} TriggerPlace;

static gboolean
find_trigger (TriggerPlace *self,
              const ScSolution *solution,
              const char *flow,
              const char *stage,
              const char *id,
              GError **error)
{
  if (!sc_place_find_stage (&self->place, solution, flow, stage, error))
    return FALSE;
  sc_list_foreach (self->place.stage->triggers, const ScTrigger *, trigger)
    {
      if (!sc_id_equal (trigger->id, id))
        continue;
      self->trigger = trigger;
      self->position = trigger_i;
      return TRUE;
    }
  sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND,
                _ ("The workflow is no longer triggered by the stage."));
  return FALSE;
}

/* Takes over triggers. */
static ScStage *
with_triggers (const ScStage *stage, ScList *triggers)
{
  ScStage *changed = sc_stage_copy (stage);

  sc_take_value (changed, triggers, triggers);
  return changed;
}

/* Takes over trigger. */
static ScSolution *
put_trigger (const TriggerPlace *self, ScTrigger *trigger)
{
  ScList *triggers = sc_list_replace (self->place.stage->triggers, self->position, trigger);

  sc_trigger_unref (trigger);
  return sc_place_put_stage (&self->place, with_triggers (self->place.stage, triggers));
}

/* What concerns the flow as a whole is kept in its first stage. */
static gboolean
find_stage_of_moment (ScPlace *place,
                      const ScSolution *solution,
                      const char *flow,
                      const char *stage,
                      ScMoment moment,
                      GError **error)
{
  const ScStage *first;

  if (sc_moment_is_of_stage (moment))
    return sc_place_find_stage (place, solution, flow, stage, error);
  if (!sc_place_find_flow (place, solution, flow, error))
    return FALSE;
  first = sc_list_get (place->flow->stages, 0);
  if (first != NULL)
    return sc_place_find_stage (place, solution, flow, first->id, error);
  sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                _ ("The flow has no stage yet, and its first one keeps its workflows."));
  return FALSE;
}

static gboolean
is_event (const ScTriggerEvent *a, const ScTriggerEvent *b)
{
  return g_strcmp0 (a->event, b->event) == 0
         && (g_strcmp0 (a->filter, b->filter) == 0 || sc_id_equal (a->filter, b->filter));
}

static gboolean
waits_for (const ScTrigger *trigger, const ScTriggerEvent *event)
{
  sc_list_foreach (trigger->events, const ScTriggerEvent *, present)
    {
      if (is_event (present, event))
        return TRUE;
    }
  return FALSE;
}

/* Moments of the flow may also be kept in other stages, by other tools. except: nullable. */
static gboolean
check_alone (const ScFlow *flow,
             const ScTrigger *except,
             const ScRunTarget *target,
             const ScTriggerEvent *event,
             GError **error)
{
  ScMoment moment;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
      {
        if (trigger == except || !sc_id_equal (trigger->workflow_id, target->id)
            || !waits_for (trigger, event))
          continue;
        sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” runs at that moment already (%s)."),
                      target->name,
                      sc_moment_from_event (event, &moment) ? sc_moment_get_title (moment)
                                                            : event->event);
        return FALSE;
      }
  return TRUE;
}

static void
set_workflow (ScTrigger *trigger, const ScRunTarget *target)
{
  sc_set_string (trigger, workflow_id, target->id);
  sc_set_string (trigger, name, target->name);
  trigger->mode = target->type;
}

ScSolution *
sc_edit_trigger_add (const ScSolution *solution,
                     const char *flow,
                     const char *stage,
                     ScMoment moment,
                     const char *id,
                     const ScRun *run,
                     GError **error)
{
  ScRunner runner = sc_moment_is_of_stage (moment) ? SC_RUNNER_STAGE : SC_RUNNER_FLOW;
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_auto (ScRunTarget) target = { NULL };
  g_autoptr (ScTriggerEvent) event = NULL;
  g_autoptr (ScTrigger) trigger = NULL;
  ScPlace place;

  if (!find_stage_of_moment (&place, solution, flow, stage, moment, error)
      || !sc_run_resolve (&target, runner, &place, run, error))
    return NULL;
  event = sc_moment_make_event (moment, place.flow, place.stage->id);
  if (!check_alone (place.flow, NULL, &target, event, error))
    return NULL;

  trigger = sc_trigger_new ();
  sc_set_string (trigger, id, id != NULL ? id : fresh);
  set_workflow (trigger, &target);
  sc_take_value (trigger, events, sc_list_append (NULL, event));
  return sc_place_put_stage (
      &place, with_triggers (place.stage, sc_list_append (place.stage->triggers, trigger)));
}

ScSolution *
sc_edit_trigger_set_workflow (const ScSolution *solution,
                              const char *flow,
                              const char *stage,
                              const char *trigger,
                              const ScRun *run,
                              GError **error)
{
  g_auto (ScRunTarget) target = { NULL };
  g_autoptr (ScTrigger) changed = NULL;
  ScRunner runner;
  TriggerPlace at;

  if (!find_trigger (&at, solution, flow, stage, trigger, error))
    return NULL;
  if (sc_id_equal (at.trigger->workflow_id, run->id)
      && sc_run_find_process (solution, run->id) != NULL)
    return sc_edit_unchanged (solution);
  runner = sc_trigger_is_of_flow (at.trigger) ? SC_RUNNER_FLOW : SC_RUNNER_STAGE;
  if (!sc_run_resolve (&target, runner, &at.place, run, error))
    return NULL;
  sc_list_foreach (at.trigger->events, const ScTriggerEvent *, event)
    {
      if (!check_alone (at.place.flow, at.trigger, &target, event, error))
        return NULL;
    }

  changed = sc_trigger_copy (at.trigger);
  set_workflow (changed, &target);
  if (sc_trigger_equal (at.trigger, changed))
    return sc_edit_unchanged (solution);
  return put_trigger (&at, g_steal_pointer (&changed));
}

ScSolution *
sc_edit_trigger_delete (const ScSolution *solution,
                        const char *flow,
                        const char *stage,
                        const char *trigger,
                        GError **error)
{
  TriggerPlace at;

  if (!find_trigger (&at, solution, flow, stage, trigger, error))
    return NULL;
  return sc_place_put_stage (
      &at.place,
      with_triggers (at.place.stage, sc_list_remove (at.place.stage->triggers, at.position)));
}

static gboolean
is_leaving (const ScTriggerEvent *event)
{
  ScMoment moment;

  return sc_moment_from_event (event, &moment) && moment == SC_MOMENT_STAGE_LEFT;
}

/* The events that do not wait for leaving the stage. */
static ScList *
without_leaving (const ScList *events)
{
  GPtrArray *rest = sc_list_collect ();

  sc_list_foreach (events, const ScTriggerEvent *, event)
    {
      if (!is_leaving (event))
        g_ptr_array_add (rest, sc_trigger_event_ref (event));
    }
  return sc_list_new_take (rest);
}

static ScTrigger *
make_finishing (const TriggerPlace *at, const char *id)
{
  g_autoptr (ScTriggerEvent) event
      = sc_moment_make_event (SC_MOMENT_FLOW_FINISHED, at->place.flow, NULL);
  ScTrigger *finishing = sc_trigger_copy (at->trigger);

  sc_set_string (finishing, id, id);
  sc_take_value (finishing, events, sc_list_append (NULL, event));
  return finishing;
}

/* The triggers of the stage with rest as the events of the one at the place. */
static ScList *
leave_rest (const TriggerPlace *at, const ScList *rest)
{
  g_autoptr (ScTrigger) kept = NULL;

  if (rest == NULL)
    return sc_list_remove (at->place.stage->triggers, at->position);
  kept = sc_trigger_copy (at->trigger);
  sc_set_value (kept, events, rest);
  return sc_list_replace (at->place.stage->triggers, at->position, kept);
}

ScSolution *
sc_edit_trigger_run_when_finished (const ScSolution *solution,
                                   const char *flow,
                                   const char *stage,
                                   const char *trigger,
                                   GError **error)
{
  g_autofree char *fresh = sc_id_new ();
  g_autoptr (ScTrigger) finishing = NULL;
  g_autoptr (ScStage) without = NULL;
  g_autoptr (ScStage) with = NULL;
  g_autoptr (ScList) stages = NULL;
  g_autoptr (ScList) rest = NULL;
  const ScStage *first;
  ScFlow *changed;
  TriggerPlace at;

  if (!find_trigger (&at, solution, flow, stage, trigger, error))
    return NULL;
  rest = without_leaving (at.trigger->events);
  if (sc_list_length (rest) == sc_list_length (at.trigger->events))
    return sc_edit_unchanged (solution);

  without = with_triggers (at.place.stage, leave_rest (&at, rest));
  stages = sc_list_replace (at.place.flow->stages, at.place.stage_position, without);
  first = sc_list_at (stages, 0);
  finishing = make_finishing (&at, rest != NULL ? fresh : at.trigger->id);
  with = with_triggers (first, sc_list_append (first->triggers, finishing));
  changed = sc_flow_copy (at.place.flow);
  sc_take_value (changed, stages, sc_list_replace (stages, 0, with));
  return sc_place_put_flow (&at.place, changed);
}
