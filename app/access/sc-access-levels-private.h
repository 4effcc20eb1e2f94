/* sc-access-levels-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-levels.h"

G_BEGIN_DECLS

/* Privileges have numbers: targets whose privileges have the same names share them. */
guint sc_access_levels_count_privileges (const ScAccessLevels *self);
/* G_MAXUINT for a cell that is not there. */
guint sc_access_levels_get_privilege (const ScAccessLevels *self, guint target, ScAccess access);
/* The levels of a role (ScLevel), one for each of these privileges. */
const guint8 *sc_access_levels_get_row (const ScAccessLevels *self, guint role);

G_END_DECLS
