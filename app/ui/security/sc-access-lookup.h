/* sc-access-lookup.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-target.h"

G_BEGIN_DECLS

/* The levels that roles have on targets, looked up once per role: a role with thousands of
 * privileges is not searched for every cell. */
typedef struct _ScAccessLookup ScAccessLookup;

/* What a cell shows: a level, and whether the file has a level of another name there. */
typedef struct
{
  guint8 level; /* ScLevel */
  gboolean unknown;
} ScAccessState;

/* targets: of ScAccessTarget. */
ScAccessLookup *sc_access_lookup_new (GPtrArray *targets);
void sc_access_lookup_free (ScAccessLookup *self);

ScAccessState
sc_access_lookup_get (ScAccessLookup *self, const ScRole *role, guint target_i, ScAccess access);
/* Forgets the roles that are not in roles (of ScRole). */
void sc_access_lookup_keep (ScAccessLookup *self, GPtrArray *roles);

G_END_DECLS
