/* sc-flow-access.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* The level a role has for one kind of access to a flow, through the flow's backing table. */
ScLevel sc_flow_access_get (const ScRole *role, const ScFlow *flow, ScAccess access);

/* TRUE when the role may read and create instances of the flow. */
gboolean sc_flow_access_can_run (const ScRole *role, const ScFlow *flow);

/* TRUE when some role of the solution may read and create instances of the flow: then not only
 * System Administrator and System Customizer can run it. */
gboolean sc_flow_access_anybody_can_run (const ScSolution *solution, const ScFlow *flow);

G_END_DECLS
