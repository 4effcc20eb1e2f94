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

/* A process that travels with the solution and that its flows may run: only looked at, never
 * changed. */
typedef struct
{
  ScValue base;
  const char *id;
  const char *name;  /* nullable */
  const char *table; /* as the file writes it; NULL: of no table */
  int category;      /* ScProcessCategory */
  gboolean active;
  gboolean on_demand;
  gboolean complete;        /* parameters are known */
  const ScList *parameters; /* of ScParameter; only actions have any */
} ScProcess;

SC_DECLARE_VALUE (ScProcess, sc_process)

G_END_DECLS
