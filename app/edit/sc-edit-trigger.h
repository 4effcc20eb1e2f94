/* sc-edit-trigger.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-run.h"

G_BEGIN_DECLS

/* When a flow runs a workflow by itself. */
typedef enum
{
  SC_MOMENT_STAGE_ENTERED,
  SC_MOMENT_STAGE_LEFT,
  SC_MOMENT_FLOW_APPLIED,
  SC_MOMENT_FLOW_REACTIVATED,
  SC_MOMENT_FLOW_FINISHED,
  SC_MOMENT_FLOW_ABANDONED
} ScMoment;

#define SC_N_MOMENTS 6

/* The others are moments of the flow as a whole. */
gboolean sc_moment_is_of_stage (ScMoment self);
/* "When the stage is entered"; translated. */
const char *sc_moment_get_title (ScMoment self);
/* FALSE for an event that is none of these. */
gboolean sc_moment_from_event (const ScTriggerEvent *event, ScMoment *moment);
/* Whether something that the trigger waits for concerns the flow as a whole. */
gboolean sc_trigger_is_of_flow (const ScTrigger *self);

/* Runs a workflow at that moment. stage: whose moment it is; ignored for moments of the flow, which
 * are kept in its first stage. id NULL: a fresh one. INVALID when the workflow cannot be run, or
 * runs at that moment already. */
ScSolution *sc_edit_trigger_add (const ScSolution *solution,
                                 const char *flow,
                                 const char *stage,
                                 ScMoment moment,
                                 const char *id,
                                 const ScRun *run,
                                 GError **error);
/* Runs another workflow at the same moments. */
ScSolution *sc_edit_trigger_set_workflow (const ScSolution *solution,
                                          const char *flow,
                                          const char *stage,
                                          const char *trigger,
                                          const ScRun *run,
                                          GError **error);
ScSolution *sc_edit_trigger_delete (const ScSolution *solution,
                                    const char *flow,
                                    const char *stage,
                                    const char *trigger,
                                    GError **error);
/* What ran when the stage was left runs when the flow is finished. */
ScSolution *sc_edit_trigger_run_when_finished (const ScSolution *solution,
                                               const char *flow,
                                               const char *stage,
                                               const char *trigger,
                                               GError **error);

G_END_DECLS
