/* sc-trigger-text.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-trigger-text.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-trigger.h"

static const char *
describe_event (const ScTriggerEvent *event)
{
  ScMoment moment;

  if (sc_moment_from_event (event, &moment))
    return sc_moment_get_title (moment);
  if (g_strcmp0 (event->event, "PROCESSSTATUSCHANGE") == 0)
    return _ ("When the flow changes its status");
  return event->event != NULL ? event->event : _ ("Never");
}

char *
sc_trigger_text (const ScTrigger *trigger)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
    g_string_append_printf (text, "%s%s", event_i > 0 ? _ (", ") : "", describe_event (event));
  if (trigger->events == NULL)
    g_string_append (text, _ ("Never"));
  if (trigger->mode == SC_WORKFLOW_REAL_TIME)
    g_string_append (text, _ (" · Real-time"));
  else if (trigger->mode == SC_WORKFLOW_BACKGROUND)
    g_string_append (text, _ (" · Background"));
  return g_string_free (text, FALSE);
}
