/* sc-edit-grants.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* One privilege of a role as it is to be. SC_LEVEL_NONE takes it away. */
typedef struct
{
  const char *role;      /* its id */
  const char *privilege; /* its name; one that the role has keeps the name that it has there */
  ScLevel level;
} ScGrant;

/* All of them at once: a role is copied once, however many of its privileges change. New privileges
 * are put where the sorted order has them. What is given twice is as the last one says. */
ScSolution *sc_edit_grants_set (const ScSolution *solution,
                                const ScGrant *grants,
                                guint n_grants,
                                GError **error);

G_END_DECLS
