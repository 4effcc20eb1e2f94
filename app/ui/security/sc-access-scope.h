/* sc-access-scope.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-axes.h"

G_BEGIN_DECLS

/* The part of a grid that one of its menus is about: one role on all targets that are shown, all
 * roles that are shown on one target, or one on one. */
typedef struct
{
  GPtrArray *roles;             /* of ScRole */
  GPtrArray *ids;               /* of them, with NULL at the end */
  ScList *targets;              /* of ScAccessTarget */
  const ScRole *role;           /* the only one, or NULL */
  const ScAccessTarget *target; /* the only one, or NULL */
} ScAccessScope;

/* row or column -1: all of them. A column stands for its whole group. */
ScAccessScope *sc_access_scope_new (const ScAccessAxes *axes, int row, int column);
void sc_access_scope_free (ScAccessScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAccessScope, sc_access_scope_free)

/* Their ids, with NULL at the end. */
const char *const *sc_access_scope_get_roles (const ScAccessScope *self);
/* The name of the only role or target, or of both. Free with g_free(). */
char *sc_access_scope_get_title (const ScAccessScope *self);
/* What is there as lines of a table, its cells divided by tabs. Free with g_free(). */
char *sc_access_scope_write (const ScAccessScope *self);

G_END_DECLS
