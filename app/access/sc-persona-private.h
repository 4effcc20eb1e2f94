/* sc-persona-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-map-private.h"
#include "sc-persona-access.h"

G_BEGIN_DECLS

/* The level on the target at that position of the map. */
ScLevel sc_persona_access_get (const ScPersonaAccess *self, guint target, ScAccess access);
/* TRUE when it is more than None. */
gboolean sc_persona_access_has (const ScPersonaAccess *self, guint target, ScAccess access);
/* The first role that has that level; NULL: none has any, or the persona may do everything. */
const ScRole *
sc_persona_access_find_giver (const ScPersonaAccess *self, guint target, ScAccess access);
/* FALSE where the persona's app has flows, and not the one at that position. */
gboolean sc_persona_access_is_offered (const ScPersonaAccess *self, guint flow);
/* The name of the persona's app; NULL: none, or the solution does not have it. */
const char *sc_persona_access_name_app (const ScPersonaAccess *self);
const char *sc_persona_access_name_flow (const ScPersonaAccess *self, const ScFlow *flow);
const char *sc_persona_access_name_table (const ScPersonaAccess *self, const char *table);
/* Says, behind a sentence about something missing, that roles that are not here may give it. */
void sc_persona_access_hedge (const ScPersonaAccess *self, GString *text);

G_END_DECLS
