/* sc-edit-paste-stages.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-paste-private.h"

#include "sc-name.h"

static gboolean
is_copied (const ScPaste *self, const char *stage)
{
  return stage != NULL && g_hash_table_contains (self->copied, stage);
}

static gboolean
waits_for_stage (const ScTriggerEvent *event)
{
  return g_strcmp0 (event->event, "STAGEENTER") == 0 || g_strcmp0 (event->event, "STAGEEXIT") == 0;
}

/* What waits for the flow as a whole can be in its first stage only. */
static ScTrigger *
adapt_trigger (const ScPaste *self, const ScTrigger *trigger, gboolean first)
{
  GPtrArray *events = sc_list_collect ();
  ScTrigger *adapted;

  sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
    {
      if (waits_for_stage (event) ? is_copied (self, event->filter) : first)
        g_ptr_array_add (events, sc_trigger_event_ref (event));
    }
  if (events->len == 0 && trigger->events != NULL)
    {
      g_ptr_array_unref (events);
      return NULL;
    }
  adapted = sc_trigger_copy (trigger);
  sc_take_value (adapted, events, sc_list_new_take (events));
  return adapted;
}

static ScList *
adapt_triggers (ScPaste *self, const ScStage *stage)
{
  GPtrArray *triggers = sc_list_collect ();
  gboolean first = self->place.slot.after == NULL && sc_list_index (self->clip->stages, stage) == 0;

  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      ScTrigger *adapted = adapt_trigger (self, trigger, first);

      if (adapted != NULL)
        g_ptr_array_add (triggers, adapted);
      else
        sc_paste_lose (self, SC_LOSS_WORKFLOW, trigger->name);
    }
  return sc_list_new_take (triggers);
}

/* Whether some branch leads to a stage that was copied, or none to one that was not. */
static gboolean
has_ways (const ScPaste *self, const ScCondition *condition)
{
  gboolean outside = FALSE;

  sc_list_foreach (condition->branches, const ScBranch *, branch)
    {
      if (is_copied (self, branch->target))
        return TRUE;
      outside = outside || branch->target != NULL;
    }
  return !outside;
}

static void
tell_led_on (ScPaste *self, const ScCondition *condition)
{
  sc_list_foreach (condition->branches, const ScBranch *, branch)
    {
      if (branch->target != NULL && !is_copied (self, branch->target)
          && !g_hash_table_contains (self->joined, branch->target))
        sc_paste_lose (self, SC_LOSS_BRANCH, branch->name);
    }
}

ScStage *
sc_paste_adapt_stage (ScPaste *self, const ScStage *stage, gboolean *straighten)
{
  const char *table = sc_clip_get_target (self->clip, self->solution, self->flow, self->place,
                                          self->tables, stage);
  ScStage *adapted = sc_stage_copy (stage);

  *straighten = FALSE;
  sc_set_string (adapted, table, table);
  sc_take_value (adapted, steps, sc_paste_adapt_steps (self, stage, table));
  sc_take_value (adapted, triggers, adapt_triggers (self, stage));
  if (stage->condition == NULL)
    return adapted;
  if (has_ways (self, stage->condition))
    {
      ScCondition *condition = sc_paste_adapt_condition (self, stage, table);

      tell_led_on (self, stage->condition);
      *straighten = condition == NULL;
      if (condition != NULL)
        sc_take_value (adapted, condition, condition);
    }
  else
    {
      sc_paste_lose (self, SC_LOSS_CONDITION_STAGES,
                     sc_stage_get_label (stage, self->clip->language));
      sc_set_value (adapted, condition, NULL);
      sc_set_string (adapted, next, NULL);
    }
  return adapted;
}
