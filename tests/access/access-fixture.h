/* access-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-persona-access.h"

G_BEGIN_DECLS

/* A solution as a line of text, statement by statement with ";" between:
 *
 *   flow a 1 A:lead>B B:lead>   an active flow of that order with these stages (see sc-outline.h)
 *   draft b 2 A:lead>           the same, not active
 *   unnamed c 3 A:lead>         the same, active, without a unique name
 *   role R a=CRWDAT lead=Rw     privileges: Create, Read, Write, Delete, Append, Append To on what
 *                               their names end with; a small letter: at the level User
 *   app hub a b                 with these flows
 *
 * The name is the id and the unique name, too. */
ScSolution *access_solution (const char *script);
/* What people can do who have the roles, with "," between; app: nullable. */
ScPersonaAccess *access_of (const ScSolution *solution, const char *roles, const char *app);
const ScFlow *access_flow (const ScSolution *solution, const char *name);

G_END_DECLS
