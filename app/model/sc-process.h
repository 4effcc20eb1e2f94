/* sc-process.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-list.h"

G_BEGIN_DECLS

/* Values of Workflow/Category (Microsoft Learn, workflow table reference) that a flow can run. */
typedef enum
{
  SC_PROCESS_WORKFLOW = 0,
  SC_PROCESS_ACTION = 3,
  SC_PROCESS_CLOUD_FLOW = 5
} ScProcessCategory;

/* What an action is given or gives back. */
typedef struct
{
  ScValue base;
  const char *name; /* nullable */
  const char *type; /* of the .NET class, without namespace: "String", "EntityReference", … */
  gboolean output;  /* else input */
  gboolean target;  /* the row that the action runs on */
} ScParameter;

SC_DECLARE_VALUE (ScParameter, sc_parameter)

/* Whether an action step can hand the parameter over or take it back: no rows, lists of rows or
 * choices, and no reference to a row but its own (Microsoft Learn, "Create a business process
 * flow"). */
gboolean sc_parameter_fits_step (const ScParameter *self);

/* A process that travels with the solution and that its flows may run: only looked at, never
 * changed. */
typedef struct
{
  ScValue base;
  const char *id;
  const char *name;        /* nullable */
  const char *unique_name; /* of an action, without the prefix of its publisher; nullable */
  const char *table;       /* as the file writes it; NULL: of no table */
  int category;            /* ScProcessCategory */
  gboolean active;
  gboolean on_demand;
  gboolean real_time;       /* of a workflow; else it runs in the background */
  gboolean complete;        /* parameters are known */
  const ScList *parameters; /* of ScParameter; only actions have any */
} ScProcess;

SC_DECLARE_VALUE (ScProcess, sc_process)

G_END_DECLS
