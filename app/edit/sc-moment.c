/* sc-moment.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-trigger.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

/* What Dataverse's designer writes for each moment (seen in exported packages). The stage of the
 * pipeline is that of plug-ins: before the change is made, or after it. */
#define BEFORE 20
#define AFTER  40

static const struct
{
  const char *event;
  const char *status; /* of the running flow, where that is the filter */
  int pipeline_stage;
  const char *title;
} moments[SC_N_MOMENTS] = {
  [SC_MOMENT_STAGE_ENTERED] = { "STAGEENTER", NULL, AFTER, N_ ("When the stage is entered") },
  [SC_MOMENT_STAGE_LEFT] = { "STAGEEXIT", NULL, BEFORE, N_ ("When the stage is left") },
  [SC_MOMENT_FLOW_APPLIED] = { "PROCESSAPPLIED", NULL, AFTER, N_ ("When the flow is applied") },
  [SC_MOMENT_FLOW_REACTIVATED]
  = { "PROCESSSTATUSCHANGE", "1", AFTER, N_ ("When the flow is reactivated") },
  [SC_MOMENT_FLOW_FINISHED]
  = { "PROCESSSTATUSCHANGE", "2", AFTER, N_ ("When the flow is finished") },
  [SC_MOMENT_FLOW_ABANDONED]
  = { "PROCESSSTATUSCHANGE", "3", AFTER, N_ ("When the flow is abandoned") },
};

gboolean
sc_moment_is_of_stage (ScMoment self)
{
  return self == SC_MOMENT_STAGE_ENTERED || self == SC_MOMENT_STAGE_LEFT;
}

const char *
sc_moment_get_title (ScMoment self)
{
  return _ (moments[self].title);
}

gboolean
sc_moment_from_event (const ScTriggerEvent *event, ScMoment *moment)
{
  for (guint i = 0; i < SC_N_MOMENTS; i++)
    if (g_strcmp0 (event->event, moments[i].event) == 0
        && (moments[i].status == NULL || g_strcmp0 (event->filter, moments[i].status) == 0))
      {
        *moment = (ScMoment) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
sc_trigger_is_of_flow (const ScTrigger *self)
{
  sc_list_foreach (self->events, const ScTriggerEvent *, event)
    {
      if (g_strcmp0 (event->event, "PROCESSAPPLIED") == 0
          || g_strcmp0 (event->event, "PROCESSSTATUSCHANGE") == 0)
        return TRUE;
    }
  return FALSE;
}

ScTriggerEvent *
sc_moment_make_event (ScMoment self, const ScFlow *flow, const char *stage)
{
  ScTriggerEvent *event = sc_trigger_event_new ();
  g_autofree char *process = flow->id != NULL ? g_ascii_strup (flow->id, -1) : NULL;

  sc_set_string (event, event, moments[self].event);
  event->pipeline_stage = moments[self].pipeline_stage;
  if (sc_moment_is_of_stage (self))
    sc_set_string (event, filter, stage);
  else if (moments[self].status != NULL)
    sc_set_string (event, filter, moments[self].status);
  else
    sc_set_string (event, filter, process);
  return event;
}
