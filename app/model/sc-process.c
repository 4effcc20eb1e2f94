/* sc-process.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-process.h"

static const ScField parameter_fields[] = {
  SC_FIELD (ScParameter, SC_FIELD_STRING, name),
  SC_FIELD (ScParameter, SC_FIELD_STRING, type),
  SC_FIELD (ScParameter, SC_FIELD_INT, output),
  SC_FIELD (ScParameter, SC_FIELD_INT, target),
  SC_FIELD_END,
};
const ScValueClass sc_parameter_class = { "ScParameter", sizeof (ScParameter), parameter_fields };

static const ScField process_fields[] = {
  SC_FIELD (ScProcess, SC_FIELD_STRING, id),
  SC_FIELD (ScProcess, SC_FIELD_STRING, name),
  SC_FIELD (ScProcess, SC_FIELD_STRING, unique_name),
  SC_FIELD (ScProcess, SC_FIELD_STRING, table),
  SC_FIELD (ScProcess, SC_FIELD_INT, category),
  SC_FIELD (ScProcess, SC_FIELD_INT, active),
  SC_FIELD (ScProcess, SC_FIELD_INT, on_demand),
  SC_FIELD (ScProcess, SC_FIELD_INT, real_time),
  SC_FIELD (ScProcess, SC_FIELD_INT, complete),
  SC_FIELD (ScProcess, SC_FIELD_VALUE, parameters),
  SC_FIELD_END,
};
const ScValueClass sc_process_class = { "ScProcess", sizeof (ScProcess), process_fields };

static gboolean
is_of_type (const ScParameter *self, const char *type)
{
  return g_strcmp0 (self->type, type) == 0;
}

gboolean
sc_parameter_fits_step (const ScParameter *self)
{
  if (is_of_type (self, "Entity") || is_of_type (self, "EntityCollection")
      || is_of_type (self, "OptionSetValue"))
    return FALSE;
  return !is_of_type (self, "EntityReference") || self->output || self->target;
}
