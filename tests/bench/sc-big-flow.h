/* sc-big-flow.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* The first flow. */
#define SC_BIG_FLOW_ID "f1000000-0000-4000-8000-000000000001"

/* What the benchmarks work on: a solution with one flow of stages stages with steps steps each
 * over up to five tables, with branches, buttons, triggered workflows and labels in two languages;
 * the columns of its steps, the relationships between its tables, and roles with some hundred
 * privileges each, as a real package has them. The same arguments give the same solution. */
ScSolution *sc_big_solution_new (guint stages, guint steps);

/* The same with more flows of that kind, each with ids of its own, which are not the same each
 * time. */
ScSolution *sc_big_solution_new_many (guint flows, guint stages, guint steps);

/* The id of a stage or step of the first flow, counted from 0; free with g_free(). */
char *sc_big_stage_id (guint stage);
char *sc_big_step_id (guint stage, guint step);

G_END_DECLS
