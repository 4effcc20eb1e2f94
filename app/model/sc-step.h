/* sc-step.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-label.h"

G_BEGIN_DECLS

typedef enum
{
  SC_STEP_DATA,   /* shows one column of the stage's table */
  SC_STEP_ACTION, /* a button that runs an action or a workflow on demand */
  SC_STEP_FLOW    /* a button that runs an instant cloud flow */
} ScStepKind;

/* What Dataverse calls a field step that has no better name. */
#define SC_STEP_DEFAULT_NAME "New Step"

/* One thing to do in a stage. */
typedef struct
{
  ScValue base;
  const char *id; /* becomes ProcessStepId and LabelId */
  ScStepKind kind;
  const char *name; /* the text behind "StepStepN: "; SC_STEP_DEFAULT_NAME for most data steps */
  const ScList *labels; /* of ScLabel */
  gboolean required;

  /* The control on the bar. */
  const char *column;       /* logical name; NULL where the file has none (action, flow, link) */
  const char *class_id;     /* of the control, as the file has it: no braces, either case */
  const char *display_name; /* of the column, when the step was made */
  const char *control_id;   /* NULL: derived (data: the column; action, flow: from the numbering) */
  const char *parameters;   /* XML text; NULL: none */
  gboolean system_control;
  gboolean unbound;
  int system_step_type;

  /* SC_STEP_ACTION: the process it runs. SC_STEP_FLOW: the cloud flow. */
  const char *process_id;
  const char *process_name; /* UniqueName of the action; NULL for a flow step: derived */
  const char *action_id;    /* NULL: the step's own id */
  int action_type;          /* 0 for a button */
  const ScList *events;     /* of ScTriggerEvent; action steps seldom have any */
} ScStep;

SC_DECLARE_VALUE (ScStep, sc_step)

/* The label in that language, else any label, else the name. Never NULL. */
const char *sc_step_get_label (const ScStep *self, int language);

/* When a triggered workflow runs. */
typedef struct
{
  ScValue base;
  const char *event;  /* STAGEENTER, STAGEEXIT, PROCESSSTATUSCHANGE, PROCESSAPPLIED */
  const char *filter; /* a stage id, a status or a process id, depending on the event */
  int pipeline_stage; /* 20 before, 40 after */
} ScTriggerEvent;

SC_DECLARE_VALUE (ScTriggerEvent, sc_trigger_event)

typedef enum
{
  SC_WORKFLOW_REAL_TIME = 2,
  SC_WORKFLOW_BACKGROUND = 3
} ScWorkflowMode;

/* A workflow that runs when a stage is entered or left, or when the flow changes its status
 * (those are stored in the first stage). */
typedef struct
{
  ScValue base;
  const char *id; /* ActionId */
  const char *workflow_id;
  const char *name;     /* the workflow's display name */
  int mode;             /* ScWorkflowMode; other numbers are kept */
  const ScList *events; /* of ScTriggerEvent */
  gboolean no_events;   /* the file has a null instead of an array */
} ScTrigger;

SC_DECLARE_VALUE (ScTrigger, sc_trigger)

G_END_DECLS
