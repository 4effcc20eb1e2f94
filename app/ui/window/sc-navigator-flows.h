/* sc-navigator-flows.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-heading.h"
#include "sc-navigator-row.h"

G_BEGIN_DECLS

/* What the navigator shows of the flows of a solution: table by table, those of a table in process
 * order. The texts belong to it or to the solution. */
typedef struct
{
  guint n;
  const char **ids;        /* n of them, as the two below */
  ScNavigatorFacts *facts; /* without the problems */
  guint n_groups;
  ScNavigatorGroup *groups; /* by title; the flows of which no table is known come last */
  GPtrArray *texts;
} ScNavigatorFlows;

ScNavigatorFlows *sc_navigator_flows_new (const ScSolution *solution, int language);
void sc_navigator_flows_free (ScNavigatorFlows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScNavigatorFlows, sc_navigator_flows_free)

G_END_DECLS
