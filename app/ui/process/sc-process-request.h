/* sc-process-request.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit-trigger.h"
#include "sc-editor.h"

G_BEGIN_DECLS

/* What a process is wanted for: a step or a triggered workflow of the open flow, new or not. */
typedef struct
{
  ScRunner runner;
  char *flow;
  char *stage;
  char *part;     /* id of the step or trigger that gets another process; NULL: a new one */
  char *fresh;    /* id of the new one */
  guint position; /* of a new step */
  ScMoment moment;
} ScProcessRequest;

/* A new action step or flow step: below the selected step, else the last one of the selected stage,
 * else of the last stage. NULL when the flow has no stage. Free with sc_process_request_free(). */
ScProcessRequest *sc_process_request_new_step (ScEditor *editor, ScStepKind kind);
/* For the selected step; NULL when it runs nothing. */
ScProcessRequest *sc_process_request_change_step (ScEditor *editor);
/* stage NULL: a moment of the flow as a whole. */
ScProcessRequest *
sc_process_request_new_trigger (ScEditor *editor, const char *stage, ScMoment moment);
ScProcessRequest *
sc_process_request_change_trigger (ScEditor *editor, const char *stage, const char *trigger);
void sc_process_request_free (ScProcessRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScProcessRequest, sc_process_request_free)

/* What is run now; FALSE for something new. The strings belong to the solution. */
gboolean
sc_process_request_get_current (const ScProcessRequest *self, ScEditor *editor, ScRun *run);
/* The outcome with that process. */
ScSolution *sc_process_request_try (const ScProcessRequest *self,
                                    ScEditor *editor,
                                    const ScRun *run,
                                    GError **error);
/* Commits it, and selects a new step. */
void sc_process_request_grant (const ScProcessRequest *self, ScEditor *editor, const ScRun *run);

/* Words for a dialog; translated. */
const char *sc_process_request_get_heading (const ScProcessRequest *self);
/* Free with g_free(). */
char *sc_process_request_dup_body (const ScProcessRequest *self, ScEditor *editor);
const char *sc_process_request_get_nothing (const ScProcessRequest *self);

/* "Real-time workflow", "Action", by the type of a run; "Cloud flow" for SC_RUN_CLOUD_FLOW. */
const char *sc_process_get_kind_title (int type);

G_END_DECLS
