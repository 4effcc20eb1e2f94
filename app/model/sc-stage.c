/* sc-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-stage.h"

#include "sc-id.h"

static const ScField stage_fields[] = {
  SC_FIELD (ScStage, SC_FIELD_STRING, id),      SC_FIELD (ScStage, SC_FIELD_STRING, name),
  SC_FIELD (ScStage, SC_FIELD_VALUE, labels),   SC_FIELD (ScStage, SC_FIELD_INT, category),
  SC_FIELD (ScStage, SC_FIELD_STRING, table),   SC_FIELD (ScStage, SC_FIELD_VALUE, steps),
  SC_FIELD (ScStage, SC_FIELD_VALUE, triggers), SC_FIELD (ScStage, SC_FIELD_VALUE, condition),
  SC_FIELD (ScStage, SC_FIELD_STRING, next),    SC_FIELD_END,
};
const ScValueClass sc_stage_class = { "ScStage", sizeof (ScStage), stage_fields };

static const ScField transition_fields[] = {
  SC_FIELD (ScTransition, SC_FIELD_STRING, attribute),
  SC_FIELD (ScTransition, SC_FIELD_STRING, relationship),
  SC_FIELD (ScTransition, SC_FIELD_STRING, source),
  SC_FIELD (ScTransition, SC_FIELD_STRING, target),
  SC_FIELD_END,
};
const ScValueClass sc_transition_class
    = { "ScTransition", sizeof (ScTransition), transition_fields };

/* Microsoft Learn, table reference of processstage, column stagecategory. */
static const char *const category_names[SC_N_CATEGORIES]
    = { "Qualify", "Develop", "Propose", "Close", "Identify", "Research", "Resolve", "Approval" };

const char *
sc_stage_category_get_name (int category)
{
  return category >= 0 && category < SC_N_CATEGORIES ? category_names[category] : NULL;
}

const char *
sc_stage_get_label (const ScStage *self, int language)
{
  return sc_labels_get_or (self->labels, language, self->name);
}

const ScStep *
sc_stage_find_step (const ScStage *self, const char *id, guint *position)
{
  sc_list_foreach (self->steps, const ScStep *, step)
    {
      if (sc_id_equal (step->id, id))
        {
          if (position != NULL)
            *position = step_i;
          return step;
        }
    }
  return NULL;
}
