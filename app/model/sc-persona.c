/* sc-persona.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-persona.h"

#include "sc-id.h"

static const ScField persona_fields[] = {
  SC_FIELD (ScPersona, SC_FIELD_STRING, id),
  SC_FIELD (ScPersona, SC_FIELD_STRING, name),
  SC_FIELD (ScPersona, SC_FIELD_VALUE, roles),
  SC_FIELD (ScPersona, SC_FIELD_STRING, app),
  SC_FIELD_END,
};
const ScValueClass sc_persona_class = { "ScPersona", sizeof (ScPersona), persona_fields };

gboolean
sc_persona_has_role (const ScPersona *self, const char *role, guint *position)
{
  sc_list_foreach (self->roles, const ScLabel *, label)
    {
      if (!sc_id_equal (label->text, role))
        continue;
      if (position != NULL)
        *position = label_i;
      return TRUE;
    }
  return FALSE;
}
