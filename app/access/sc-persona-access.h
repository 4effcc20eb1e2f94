/* sc-persona-access.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-map.h"

G_BEGIN_DECLS

/* What people can do who have certain roles together.
 *
 * Sure: roles add up, nothing is ever subtracted; privileges on the backing table of a flow are all
 * that decides who may run it (Microsoft Learn, "Security roles and privileges" and "Work with
 * business process flows using code"); which flow a new row gets (the same page). What single
 * buttons need is derived from the columns of the backing table that they change. A privilege at
 * any level counts; on the tables of stages it may reach some rows only. Display conditions do not
 * count, see sc-display-conditions.h.
 *
 * System Administrator and System Customizer are known by the ids of their templates and may do
 * everything, wherever they come from. What other roles allow that are not in the solution is not
 * known: then "no" means "not through the roles here", and sentences say so. */
typedef struct _ScPersonaAccess ScPersonaAccess;

#define SC_ROLE_ADMINISTRATOR "627090ff-40a3-4053-8790-584edc5be201"
#define SC_ROLE_CUSTOMIZER    "119f245c-3cc8-4b62-b31c-d1a046ced15d"

/* Quick: see ScAccessMap. Immutable; holds references on both. */
ScPersonaAccess *sc_persona_access_new (ScAccessMap *map, const ScPersona *persona);
/* For roles that no persona is made of: ids, with NULL at the end; app: nullable. */
ScPersonaAccess *
sc_persona_access_new_for_roles (ScAccessMap *map, const char *const *roles, const char *app);
ScPersonaAccess *sc_persona_access_ref (ScPersonaAccess *self);
void sc_persona_access_unref (ScPersonaAccess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPersonaAccess, sc_persona_access_unref)

const ScPersona *sc_persona_access_get_persona (const ScPersonaAccess *self);
ScAccessMap *sc_persona_access_get_map (const ScPersonaAccess *self);
/* TRUE for who may do everything. */
gboolean sc_persona_access_is_all (const ScPersonaAccess *self);
/* Its roles, besides those two, that the solution does not have. */
guint sc_persona_access_count_unknown (const ScPersonaAccess *self);

/* The highest level of all roles. role (nullable): the first that has it; NULL when none has any,
 * or for who may do everything. */
ScLevel sc_persona_access_get_level (const ScPersonaAccess *self,
                                     const ScAccessTarget *target,
                                     ScAccess access,
                                     const ScRole **role);

/* What the bar offers for a flow. */
typedef enum
{
  SC_ACT_SEE,
  SC_ACT_START, /* with a new row */
  SC_ACT_SWITCH,
  SC_ACT_NEXT,
  SC_ACT_PREVIOUS,
  SC_ACT_SET_ACTIVE,
  SC_ACT_FINISH,
  SC_ACT_ABANDON,
  SC_ACT_REACTIVATE,
  SC_ACT_DELETE, /* what the flow remembers of a row */
  SC_N_ACTS
} ScFlowAct;

/* "See the bar", "Start", "Switch to it", "Next Stage", …: translated. */
const char *sc_flow_act_get_title (ScFlowAct act);
/* "see", "start", "set-active", …: for files. */
const char *sc_flow_act_get_nick (ScFlowAct act);

/* why (nullable): a translated sentence or two, also for TRUE; free with g_free(). */
gboolean
sc_persona_access_may (const ScPersonaAccess *self, const ScFlow *flow, ScFlowAct act, char **why);
/* What the flow's display conditions say, and that they do not count; NULL where there is nothing
 * to say. Free with g_free(). */
char *sc_persona_access_describe_conditions (const ScPersonaAccess *self, const ScFlow *flow);

/* How a flow fares when a new row gets its first one. */
typedef enum
{
  SC_FIRST_CHOSEN,
  SC_FIRST_LATER,    /* it could be, but one comes before it */
  SC_FIRST_NO_TABLE, /* no unique name, so nobody has privileges */
  SC_FIRST_DRAFT,    /* not active */
  SC_FIRST_NO_READ,
  SC_FIRST_NO_CREATE,
  SC_FIRST_NOT_IN_APP /* the app has other flows, and not this one */
} ScFirstReason;

typedef struct
{
  const ScFlow *flow;
  ScFirstReason reason;
} ScFirstCandidate;

/* The flow that a new row of the table gets; NULL: none. */
const ScFlow *sc_persona_access_get_first (const ScPersonaAccess *self, const char *table);
/* Of ScFirstCandidate: all flows that start on the table, in process order. Free with
 * g_array_unref(). */
GArray *sc_persona_access_list_candidates (const ScPersonaAccess *self, const char *table);
/* Sentences: why this one, and why not those before it. Free with g_free(). */
char *sc_persona_access_explain_first (const ScPersonaAccess *self, const char *table);

/* What can be done in a stage, by whoever sees the bar. All TRUE where the privileges of its table
 * have no known names. */
typedef struct
{
  const ScStage *stage;
  gboolean read;    /* FALSE: the names of the stage and its steps are seen, and nothing else */
  gboolean write;   /* the steps can be filled in */
  gboolean create;  /* on the way in from another table: a new row of this one can be made */
  gboolean link;    /* and linked to the row before and to the flow */
  gboolean reached; /* FALSE: behind a condition that, without Read on Process, is not evaluated */
  char *why;        /* what is missing, in sentences; NULL: nothing is */
} ScStageAccess;

/* Of ScStageAccess, in the order of the flow. Free with g_array_unref(). */
GArray *sc_persona_access_list_stages (const ScPersonaAccess *self, const ScFlow *flow);

G_END_DECLS
