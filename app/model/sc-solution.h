/* sc-solution.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-flow.h"
#include "sc-persona.h"
#include "sc-process.h"
#include "sc-role.h"
#include "sc-rule-setting.h"
#include "sc-table.h"

G_BEGIN_DECLS

/* A root component as solution.xml lists it. */
typedef struct
{
  ScValue base;
  int type;                /* 1 table, 20 role, 29 process, … */
  const char *id;          /* nullable */
  const char *schema_name; /* nullable */
} ScComponent;

SC_DECLARE_VALUE (ScComponent, sc_component)

#define SC_COMPONENT_TABLE   1
#define SC_COMPONENT_ROLE    20
#define SC_COMPONENT_PROCESS 29

/* A model-driven app that travels with the solution. One that has any flow offers only the flows
 * that it has (Microsoft Learn, "Work with business process flows using code"). */
typedef struct
{
  ScValue base;
  const char *unique_name;  /* nullable */
  const ScList *labels;     /* of ScLabel */
  const ScList *components; /* of ScComponent: tables, processes, … */
} ScApp;

SC_DECLARE_VALUE (ScApp, sc_app)

/* The label in that language, else any label, else the unique name. Never NULL. */
const char *sc_app_get_label (const ScApp *self, int language);
gboolean sc_app_has_flow (const ScApp *self, const ScFlow *flow);
gboolean sc_app_has_table (const ScApp *self, const char *table);

/* What a file, folder or zip holds. A bare .xaml is a solution of one flow and no name. */
typedef struct
{
  ScValue base;
  const char *unique_name;     /* nullable */
  const ScList *labels;        /* of ScLabel: display names */
  const char *version;         /* nullable */
  const char *publisher;       /* unique name; nullable */
  const char *publisher_title; /* display name in the base language; nullable */
  const char *prefix;          /* customization prefix without underscore; nullable */
  int option_prefix;           /* customization option-value prefix; 0 when unknown */
  gboolean managed;
  int language;                /* base language, SC_LANGUAGE_ENGLISH when unknown */
  const ScList *flows;         /* of ScFlow */
  const ScList *tables;        /* of ScTable */
  const ScList *relationships; /* of ScRelationship */
  const ScList *roles;         /* of ScRole */
  const ScList *components;    /* of ScComponent; NULL when there is no list */
  const ScList *apps;          /* of ScApp */
  const ScList *processes;     /* of ScProcess: what flows may run, as far as it is here */
  const ScList *rule_settings; /* of ScRuleSetting; kept beside a package, not in it */
  const ScList *personas;      /* of ScPersona; kept beside a package, not in it */

  /* What was read of an environment's metadata, for the tables that flows use; kept beside a
   * package, not in it. */
  const ScList *imported;               /* of ScTable */
  const ScList *imported_relationships; /* of ScRelationship */
} ScSolution;

SC_DECLARE_VALUE (ScSolution, sc_solution)

/* The display name, else the unique name, else the name of the only flow, else NULL. */
const char *sc_solution_get_title (const ScSolution *self);

/* All return NULL when there is none; position may be NULL. Table and relationship names are
 * compared without regard to case. */
const ScFlow *sc_solution_find_flow (const ScSolution *self, const char *id, guint *position);
const ScTable *sc_solution_find_table (const ScSolution *self, const char *name, guint *position);
const ScColumn *
sc_solution_find_column (const ScSolution *self, const char *table, const char *column);
const ScRelationship *sc_solution_find_relationship (const ScSolution *self, const char *name);
/* Those whose one side is on table referenced and whose lookup is on table referencing, in their
 * order. They belong to the solution; free the array with g_ptr_array_unref(). */
GPtrArray *sc_solution_list_relationships (const ScSolution *self,
                                           const char *referenced,
                                           const char *referencing);
const ScRole *sc_solution_find_role (const ScSolution *self, const char *id, guint *position);
const ScPersona *sc_solution_find_persona (const ScSolution *self, const char *id, guint *position);
/* The app of that unique name. */
const ScApp *sc_solution_find_app (const ScSolution *self, const char *unique_name);
/* A display name for a table: its label, else the logical name itself. NULL for NULL. */
const char *sc_solution_get_table_label (const ScSolution *self, const char *table);
/* What the names of the privileges on the flow's backing table end with: the table's schema name
 * where the table is here, else the unique name of the flow; NULL when it has none. */
const char *sc_solution_get_privilege_name (const ScSolution *self, const ScFlow *flow);
/* All flows in process order, the order in which Dataverse offers them for a row (Microsoft Learn,
 * "Create a business process flow": the first in the list is applied). Which one of equal order
 * comes first is not certain there; here they stay as the solution lists them. The flows belong to
 * the solution; free the array with g_ptr_array_unref(). */
GPtrArray *sc_solution_list_flows_in_order (const ScSolution *self);
/* Active flows whose first stage is on that table. */
guint sc_solution_count_active_flows (const ScSolution *self, const char *table);

G_END_DECLS
