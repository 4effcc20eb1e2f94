/* sc-access-map.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-levels.h"

G_BEGIN_DECLS

/* What the access of all personas is worked out from: the flows of a solution, what they start on,
 * their tables, their apps, and the levels of all roles. A function of the solution (and of what is
 * known of its tables); made once for a state, used for every persona. Immutable and counted. */
typedef struct _ScAccessMap ScAccessMap;

/* metadata may be NULL. before (nullable) is the map of an earlier state: what has not changed is
 * not worked out again. */
ScAccessMap *
sc_access_map_new (const ScSolution *solution, ScMetadata *metadata, ScAccessMap *before);
ScAccessMap *sc_access_map_ref (ScAccessMap *self);
void sc_access_map_unref (ScAccessMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAccessMap, sc_access_map_unref)

/* All of these belong to the map. */
const ScSolution *sc_access_map_get_solution (const ScAccessMap *self);
/* Of all roles on every flow in process order, then on every table of their stages, then on
 * Process. */
ScAccessLevels *sc_access_map_get_levels (const ScAccessMap *self);
/* The logical names of the tables that flows start on, in process order. */
const GPtrArray *sc_access_map_get_start_tables (const ScAccessMap *self);

G_END_DECLS
