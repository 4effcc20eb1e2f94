/* sc-removal.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* What an edit takes away, by kind. */
typedef enum
{
  SC_REMOVED_FLOWS,
  SC_REMOVED_TABLES,
  SC_REMOVED_RELATIONSHIPS,
  SC_REMOVED_COMPONENTS, /* of the solution */
  SC_REMOVED_FROM_APPS,  /* components of apps */
  SC_REMOVED_PRIVILEGES,
  SC_N_REMOVED
} ScRemovedKind;

typedef struct
{
  GPtrArray *names[SC_N_REMOVED]; /* of char *, for a person to read, in the order of before */
} ScRemoval;

/* What before has and after, the outcome of an edit, has not. Things are told apart by id or
 * name, so what was only changed is not listed. Free with sc_removal_free(). */
ScRemoval *sc_removal_find (const ScSolution *before, const ScSolution *after);
void sc_removal_free (ScRemoval *self);

/* "1 flow", "2 relationships", …, translated; NULL when there are none. Free with g_free(). */
char *sc_removal_count (const ScRemoval *self, ScRemovedKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScRemoval, sc_removal_free)

G_END_DECLS
