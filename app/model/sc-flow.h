/* sc-flow.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-stage.h"

G_BEGIN_DECLS

/* Documented limits (Microsoft Learn, "Business process flows overview"). */
#define SC_MAX_ACTIVE_FLOWS 10
#define SC_MAX_STAGES       30
#define SC_MAX_STEPS        30
#define SC_MAX_TABLES       5

/* Values of business_process_type. Microsoft discontinued task flows. */
#define SC_PROCESS_FLOW      0
#define SC_PROCESS_TASK_FLOW 1

typedef struct
{
  ScValue base;
  const char *id;               /* workflow id */
  const char *name;             /* Workflow/@Name */
  const char *unique_name;      /* also the logical name of the backing table; NULL when unknown */
  const char *description;      /* nullable */
  const ScList *labels;         /* of ScLabel: the name per language */
  const char *primary_table;    /* as the file writes it (schema-name case); NULL when unknown */
  const char *assembly_version; /* "9.0.0.0" or "8.0.0.0" */
  gboolean active;
  gboolean locked;                /* its package says that it is not customizable */
  int order;                      /* process order; lowest is offered first */
  int business_process_type;      /* SC_PROCESS_FLOW, SC_PROCESS_TASK_FLOW or another number */
  const char *display_conditions; /* processroleassignment, as found; NULL: everyone */
  const ScList *stages;           /* of ScStage, depth first as Dataverse writes them */
  const ScList *transitions;      /* of ScTransition, in the order found */
} ScFlow;

SC_DECLARE_VALUE (ScFlow, sc_flow)

/* The name in that language, else any, else the name. Never NULL. */
const char *sc_flow_get_label (const ScFlow *self, int language);

/* The table that the flow starts on, that of its first stage: rows of it are offered the flow. NULL
 * when that is not known. Belongs to the flow. */
const char *sc_flow_get_start_table (const ScFlow *self);

/* NULL when there is none; the out parameters may be NULL. */
const ScStage *sc_flow_find_stage (const ScFlow *self, const char *id, guint *position);
const ScStep *
sc_flow_find_step (const ScFlow *self, const char *id, const ScStage **stage, guint *position);
const ScTransition *
sc_flow_find_transition (const ScFlow *self, const char *source, const char *target);

/* The positions of the stages by id, for many look-ups: of several stages with one id, that of the
 * first. The keys belong to the flow; free with g_hash_table_unref(). */
GHashTable *sc_flow_index_stages (const ScFlow *self);
/* -1 when there is no such stage. */
int sc_flow_index_find (GHashTable *index, const char *id);

/* The logical names of the tables, each once, in the order of the stages. The strings belong to
 * the flow; free the array with g_ptr_array_unref(). */
GPtrArray *sc_flow_list_tables (const ScFlow *self);

guint sc_flow_count_steps (const ScFlow *self);

G_END_DECLS
