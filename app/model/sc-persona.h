/* sc-persona.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-label.h"

G_BEGIN_DECLS

/* People as access sees them: the roles that they have together. It is no part of a package. */
typedef struct
{
  ScValue base;
  const char *id;
  const char *name;
  const ScList *roles; /* of ScLabel with language 0: ids; one that no role here has is kept */
  const char *app;     /* unique name of the app that they work in; NULL: none in particular */
} ScPersona;

SC_DECLARE_VALUE (ScPersona, sc_persona)

/* position, which may be NULL, is that in its list of roles. */
gboolean sc_persona_has_role (const ScPersona *self, const char *role, guint *position);

G_END_DECLS
