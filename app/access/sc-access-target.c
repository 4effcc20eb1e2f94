/* sc-access-target.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-access-target.h"

#include <glib/gi18n-lib.h>

/* Of table workflow (Microsoft Learn, process table reference). */
#define PROCESS_NAME "Workflow"

#define ALL_ACCESSES        ((1u << SC_N_ACCESS) - 1)
#define ALL_LEVELS          ((1u << (SC_LEVEL_ORGANIZATION + 1)) - 1)
#define ORGANIZATION_LEVELS (1u << SC_LEVEL_NONE | 1u << SC_LEVEL_ORGANIZATION)

#define PRIVILEGE(access)                                                                     \
  {                                                                                           \
#access, SC_FIELD_STRING, G_STRUCT_OFFSET(ScAccessTarget, privileges[SC_ACCESS_##access]) \
  }

static const ScField target_fields[] = {
  SC_FIELD (ScAccessTarget, SC_FIELD_INT, kind),
  SC_FIELD (ScAccessTarget, SC_FIELD_STRING, id),
  SC_FIELD (ScAccessTarget, SC_FIELD_STRING, title),
  SC_FIELD (ScAccessTarget, SC_FIELD_STRING, table),
  SC_FIELD (ScAccessTarget, SC_FIELD_INT, accesses),
  SC_FIELD (ScAccessTarget, SC_FIELD_INT, levels),
  PRIVILEGE (CREATE),
  PRIVILEGE (READ),
  PRIVILEGE (WRITE),
  PRIVILEGE (DELETE),
  PRIVILEGE (APPEND),
  PRIVILEGE (APPEND_TO),
  SC_FIELD_END,
};
const ScValueClass sc_access_target_class
    = { "ScAccessTarget", sizeof (ScAccessTarget), target_fields };

/* table: what the names of the privileges end with; nullable. */
static ScAccessTarget *
make_target (ScTargetKind kind, const char *id, const char *title, const char *table)
{
  ScAccessTarget *self = sc_access_target_new ();

  self->kind = kind;
  sc_set_string (self, id, id);
  sc_set_string (self, title, title);
  self->levels = kind == SC_TARGET_FLOW ? ORGANIZATION_LEVELS : ALL_LEVELS;
  if (table == NULL || *table == '\0')
    return self;
  sc_set_string (self, table, table);
  self->accesses = kind == SC_TARGET_PROCESS ? 1u << SC_ACCESS_READ : ALL_ACCESSES;
  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    if (sc_access_target_has (self, access))
      {
        g_autofree char *name = sc_access_get_privilege_name (access, table);

        sc_value_assign_string (self, &self->privileges[access], name);
      }
  return self;
}

/* Names of privileges have the table's schema name, which differs from its logical name in upper
 * and lower case. */
static const char *
choose_name (const ScTable *table, const char *name)
{
  const char *of_privileges = sc_table_get_privilege_name (name);

  return of_privileges == name && table != NULL && table->schema_name != NULL ? table->schema_name
                                                                              : of_privileges;
}

ScAccessTarget *
sc_access_target_new_flow (const ScSolution *solution, const ScFlow *flow)
{
  return make_target (SC_TARGET_FLOW, flow->id, sc_flow_get_label (flow, solution->language),
                      sc_solution_get_privilege_name (solution, flow));
}

ScAccessTarget *
sc_access_target_new_table (const ScSolution *solution, ScMetadata *metadata, const char *table)
{
  const ScTable *known = metadata != NULL ? sc_metadata_find_table (metadata, table)
                                          : sc_solution_find_table (solution, table, NULL);
  const char *title = known != NULL ? sc_table_get_label (known, solution->language) : table;
  ScAccessTarget *self = make_target (SC_TARGET_TABLE, table, title, choose_name (known, table));

  if (known != NULL && known->ownership == SC_OWNERSHIP_ORGANIZATION)
    self->levels = ORGANIZATION_LEVELS;
  return self;
}

ScAccessTarget *
sc_access_target_new_process (void)
{
  return make_target (SC_TARGET_PROCESS, NULL, _ ("Process"), PROCESS_NAME);
}

ScList *
sc_access_target_list_flows (const ScSolution *solution)
{
  g_autoptr (GPtrArray) flows = sc_solution_list_flows_in_order (solution);
  GPtrArray *targets = sc_list_collect ();

  for (guint i = 0; i < flows->len; i++)
    g_ptr_array_add (targets, sc_access_target_new_flow (solution, g_ptr_array_index (flows, i)));
  return sc_list_new_take (targets);
}

ScList *
sc_access_target_list_around (const ScSolution *solution, ScMetadata *metadata, const ScFlow *flow)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (flow);
  GPtrArray *targets = sc_list_collect ();

  g_ptr_array_add (targets, sc_access_target_new_flow (solution, flow));
  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (
        targets, sc_access_target_new_table (solution, metadata, g_ptr_array_index (tables, i)));
  g_ptr_array_add (targets, sc_access_target_new_process ());
  return sc_list_new_take (targets);
}

ScLevel
sc_access_target_get_level (const ScAccessTarget *self, const ScRole *role, ScAccess access)
{
  return sc_access_target_has (self, access)
             ? sc_role_get_level (role, self->privileges[access], NULL)
             : SC_LEVEL_NONE;
}

gboolean
sc_access_target_has (const ScAccessTarget *self, ScAccess access)
{
  return (self->accesses & 1u << access) != 0;
}

gboolean
sc_access_target_allows (const ScAccessTarget *self, ScLevel level)
{
  return (self->levels & 1u << level) != 0;
}

ScLevel
sc_access_target_fit_level (const ScAccessTarget *self, ScLevel level)
{
  while (level < SC_LEVEL_ORGANIZATION && !sc_access_target_allows (self, level))
    level++;
  return level;
}

ScLevel
sc_access_target_next_level (const ScAccessTarget *self, ScLevel level, gboolean back)
{
  const guint n = SC_LEVEL_ORGANIZATION + 1;

  do
    level = (ScLevel) ((level + (back ? n - 1 : 1)) % n);
  while (!sc_access_target_allows (self, level));
  return level;
}
