/* sc-access-levels.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-target.h"

G_BEGIN_DECLS

/* The levels of many roles on many targets, found by one look through each role: a role has
 * thousands of privileges. Immutable and counted; any thread may ask. */
typedef struct _ScAccessLevels ScAccessLevels;

/* roles: of ScRole; targets: of ScAccessTarget. before (nullable) is what was made for an earlier
 * state: with the same targets, only roles that are not the same pointers are looked through. */
ScAccessLevels *
sc_access_levels_new (const ScList *roles, const ScList *targets, ScAccessLevels *before);
ScAccessLevels *sc_access_levels_ref (ScAccessLevels *self);
void sc_access_levels_unref (ScAccessLevels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAccessLevels, sc_access_levels_unref)

const ScList *sc_access_levels_get_roles (const ScAccessLevels *self);
const ScList *sc_access_levels_get_targets (const ScAccessLevels *self);
/* The level of the role on the target at these positions; SC_LEVEL_NONE for a cell that is not
 * there. */
ScLevel
sc_access_levels_get (const ScAccessLevels *self, guint role, guint target, ScAccess access);

G_END_DECLS
