/* sc-access-target.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-metadata.h"

G_BEGIN_DECLS

typedef enum
{
  SC_TARGET_FLOW, /* the backing table of a flow */
  SC_TARGET_TABLE,
  SC_TARGET_PROCESS
} ScTargetKind;

/* One thing that roles have privileges on. */
typedef struct
{
  ScValue base;
  ScTargetKind kind;
  const char *id;    /* of the flow; logical name of the table; NULL: Process */
  const char *title; /* as shown */
  const char *table; /* what the names of its privileges end with; NULL: not known, no cells */
  guint accesses;    /* bits, 1 << ScAccess: what can be had at all; 0 without a table */
  guint levels;      /* bits, 1 << ScLevel: what its ownership allows */

  /* The names of the privileges, as Dataverse writes them; NULL for what is not in accesses. */
  const char *privileges[SC_N_ACCESS];
} ScAccessTarget;

SC_DECLARE_VALUE (ScAccessTarget, sc_access_target)

/* A flow is owned by the organization: None and Organization. metadata may be NULL in all of
 * these. */
ScAccessTarget *sc_access_target_new_flow (const ScSolution *solution, const ScFlow *flow);
/* By the ownership of the table; where that is not known, all five levels. */
ScAccessTarget *
sc_access_target_new_table (const ScSolution *solution, ScMetadata *metadata, const char *table);
/* Only Read: without it people are said to see no branches. */
ScAccessTarget *sc_access_target_new_process (void);

/* Of ScAccessTarget: all flows, in process order. */
ScList *sc_access_target_list_flows (const ScSolution *solution);
/* The flow, each of its tables once, Process. */
ScList *
sc_access_target_list_around (const ScSolution *solution, ScMetadata *metadata, const ScFlow *flow);

/* Looks through all privileges of the role; see ScAccessLevels for many of them. A level that the
 * target does not allow is returned, too. */
ScLevel
sc_access_target_get_level (const ScAccessTarget *self, const ScRole *role, ScAccess access);

gboolean sc_access_target_has (const ScAccessTarget *self, ScAccess access);
gboolean sc_access_target_allows (const ScAccessTarget *self, ScLevel level);
/* level, or the next wider one that the target allows; the widest where there is none. */
ScLevel sc_access_target_fit_level (const ScAccessTarget *self, ScLevel level);
/* The next wider level that is allowed (back: the next narrower one); from the last one round to
 * the first. */
ScLevel sc_access_target_next_level (const ScAccessTarget *self, ScLevel level, gboolean back);

G_END_DECLS
