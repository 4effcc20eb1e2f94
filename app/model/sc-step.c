/* sc-step.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-step.h"

static const ScField step_fields[] = {
  SC_FIELD (ScStep, SC_FIELD_STRING, id),
  SC_FIELD (ScStep, SC_FIELD_INT, kind),
  SC_FIELD (ScStep, SC_FIELD_STRING, name),
  SC_FIELD (ScStep, SC_FIELD_VALUE, labels),
  SC_FIELD (ScStep, SC_FIELD_INT, required),
  SC_FIELD (ScStep, SC_FIELD_STRING, column),
  SC_FIELD (ScStep, SC_FIELD_STRING, class_id),
  SC_FIELD (ScStep, SC_FIELD_STRING, display_name),
  SC_FIELD (ScStep, SC_FIELD_STRING, control_id),
  SC_FIELD (ScStep, SC_FIELD_STRING, parameters),
  SC_FIELD (ScStep, SC_FIELD_INT, system_control),
  SC_FIELD (ScStep, SC_FIELD_INT, unbound),
  SC_FIELD (ScStep, SC_FIELD_INT, system_step_type),
  SC_FIELD (ScStep, SC_FIELD_STRING, process_id),
  SC_FIELD (ScStep, SC_FIELD_STRING, process_name),
  SC_FIELD (ScStep, SC_FIELD_STRING, action_id),
  SC_FIELD (ScStep, SC_FIELD_INT, action_type),
  SC_FIELD (ScStep, SC_FIELD_VALUE, events),
  SC_FIELD_END,
};
const ScValueClass sc_step_class = { "ScStep", sizeof (ScStep), step_fields };

static const ScField event_fields[] = {
  SC_FIELD (ScTriggerEvent, SC_FIELD_STRING, event),
  SC_FIELD (ScTriggerEvent, SC_FIELD_STRING, filter),
  SC_FIELD (ScTriggerEvent, SC_FIELD_INT, pipeline_stage),
  SC_FIELD_END,
};
const ScValueClass sc_trigger_event_class
    = { "ScTriggerEvent", sizeof (ScTriggerEvent), event_fields };

static const ScField trigger_fields[] = {
  SC_FIELD (ScTrigger, SC_FIELD_STRING, id),
  SC_FIELD (ScTrigger, SC_FIELD_STRING, workflow_id),
  SC_FIELD (ScTrigger, SC_FIELD_STRING, name),
  SC_FIELD (ScTrigger, SC_FIELD_INT, mode),
  SC_FIELD (ScTrigger, SC_FIELD_VALUE, events),
  SC_FIELD (ScTrigger, SC_FIELD_INT, no_events),
  SC_FIELD_END,
};
const ScValueClass sc_trigger_class = { "ScTrigger", sizeof (ScTrigger), trigger_fields };

const char *
sc_step_get_label (const ScStep *self, int language)
{
  return sc_labels_get_or (self->labels, language, self->name);
}
