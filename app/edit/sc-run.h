/* sc-run.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* What parts of a flow run: actions, workflows and cloud flows. */

typedef enum
{
  SC_RUNNER_ACTION_STEP, /* an action, or a workflow on demand */
  SC_RUNNER_FLOW_STEP,   /* an instant cloud flow */
  SC_RUNNER_STAGE,       /* a workflow, when the stage is entered or left */
  SC_RUNNER_FLOW         /* a workflow, when the flow as a whole is applied, finished, … */
} ScRunner;

/* What is to be run. A process of the solution is found by its id, and the rest is not looked at;
 * of one that only the environment has, all of this must be said. */
typedef struct
{
  const char *id;          /* a GUID in either case, with or without braces */
  const char *name;        /* as people know it */
  const char *unique_name; /* of an action: that of its message, "new_SendQuote" */
  int type;                /* as ActionType: 0 an action, or ScWorkflowMode */
} ScRun;

#define SC_RUN_ACTION 0
/* No ActionType: cloud flows have none. */
#define SC_RUN_CLOUD_FLOW -1

/* Whether it is a process of the kind that the runner runs. */
gboolean sc_runner_takes (ScRunner self, const ScProcess *process);
/* Why the runner cannot run the process, which is of its kind: a few words, translated, such as
 * "It is not active"; NULL when it can. stage may be NULL where the flow runs it. Free with
 * g_free(). The sources are those of the rules SP-18, SP-19, SP-22, WK-01 and WK-02. */
char *sc_runner_explain (ScRunner self,
                         const ScSolution *solution,
                         const ScFlow *flow,
                         const ScStage *stage,
                         const ScProcess *process);
/* NULL where the solution does not have it. */
const ScProcess *sc_run_find_process (const ScSolution *solution, const char *id);
/* The type of a process of the solution. */
int sc_run_get_type (const ScProcess *process);
/* The name of the message that an action of the solution is called by: its own with the prefix of
 * the publisher. "" for a workflow, which has none. Free with g_free(). */
char *sc_run_dup_unique_name (const ScSolution *solution, const ScProcess *process);

G_END_DECLS
