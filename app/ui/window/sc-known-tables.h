/* sc-known-tables.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* The logical names of the tables a person can choose from: those that flows use, in the order of
 * the flows, then the others the solution describes, by display name. Tables that hold the
 * instances of a flow are not among them. The strings belong to the solution. */
GPtrArray *sc_known_tables_list (const ScSolution *solution);

G_END_DECLS
