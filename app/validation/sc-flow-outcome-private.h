/* sc-flow-outcome-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-rule-set-private.h"

G_BEGIN_DECLS

/* What one run of a validator works with. */
typedef struct
{
  const ScRuleSet *rules;
  const ScSolution *solution;
  ScProblemPool *pool;
  ScLookup *lookup;
  ScGrants *grants;
} ScRun;

/* What was found in a flow; counted, because the outcomes of two runs share what is the same. */
typedef struct
{
  const ScFlow *flow;
  GPtrArray *by_group; /* what the rules of SC_SCOPE_FLOW found: of GArray, of ScFound */
  GPtrArray *stages;   /* what was found in each stage */
  GArray *found;       /* of ScFound: everything, sorted */
} ScFlowOutcome;

/* before: the outcome of the same flow in an earlier run, or NULL. changed: what is another than
 * then, of the flow and of the solution (of ScUses); only what looks at that is looked at again. */
ScFlowOutcome *
sc_flow_outcome_new (const ScRun *run, const ScFlow *flow, ScFlowOutcome *before, guint changed);
ScFlowOutcome *sc_flow_outcome_ref (ScFlowOutcome *self);
void sc_flow_outcome_unref (ScFlowOutcome *self);

/* A subject with what rules of these uses may see of the solution. */
ScSubject sc_run_make_subject (const ScRun *run, guint uses);

G_END_DECLS
