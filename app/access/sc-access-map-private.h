/* sc-access-map-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-levels-private.h"
#include "sc-access-map.h"

G_BEGIN_DECLS

/* Positions among the targets of the levels; -1: not there. Those of flows are their positions in
 * process order. */
int sc_access_map_find_flow (const ScAccessMap *self, const ScFlow *flow);
int sc_access_map_find_table (const ScAccessMap *self, const char *table);
guint sc_access_map_get_process (const ScAccessMap *self);
/* The same for any target; one that another map has made will do. */
int sc_access_map_find_target (const ScAccessMap *self, const ScAccessTarget *target);
/* The flow at that position. */
const ScFlow *sc_access_map_get_flow (const ScAccessMap *self, guint position);
/* The positions (guint) of the flows that start on the table; NULL: none do. */
const GArray *sc_access_map_get_flows_on (const ScAccessMap *self, const char *table);
/* The position of the role in the solution; -1: it is not there. */
int sc_access_map_find_role (const ScAccessMap *self, const char *id);
/* FALSE where an app (by its position in the solution) has flows, and not this one: then it does
 * not offer it. */
gboolean sc_access_map_app_offers (const ScAccessMap *self, guint app, guint flow);

G_END_DECLS
