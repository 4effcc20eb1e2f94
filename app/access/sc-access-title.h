/* sc-access-title.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* What the privileges of a solution are called: most are named after a flow's unique name or a
 * table's name, which people know by their labels. */
typedef struct _ScAccessTitles ScAccessTitles;

/* solution may be NULL. */
ScAccessTitles *sc_access_titles_new (const ScSolution *solution);
void sc_access_titles_free (ScAccessTitles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAccessTitles, sc_access_titles_free)

/* The label of what privilege is on and the kind of access, or NULL and no access when the solution
 * does not know it. The label belongs to the solution. */
const char *
sc_access_titles_find (const ScAccessTitles *self, const char *privilege, ScAccess *access);

G_END_DECLS
