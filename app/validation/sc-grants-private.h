/* sc-grants-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-role.h"

G_BEGIN_DECLS

/* What each role may do, by name of the privilege: a role has close to a thousand of them. */
typedef struct _ScGrants ScGrants;

/* Takes over (and frees) before, which may be NULL: what it knows of roles that are still there is
 * used again. */
ScGrants *sc_grants_new (const ScList *roles, ScGrants *before);
void sc_grants_free (ScGrants *self);

/* Of ScRole. */
const ScList *sc_grants_get_roles (const ScGrants *self);
/* The privilege of the role at that position; NULL when it does not have it. */
const ScPrivilege *sc_grants_find (const ScGrants *self, guint role, const char *privilege);
/* The level of one kind of access to a table. */
ScLevel sc_grants_get_level (const ScGrants *self, guint role, ScAccess access, const char *table);

G_END_DECLS
