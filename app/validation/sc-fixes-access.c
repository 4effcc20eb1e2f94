/* sc-fixes-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-role.h"
#include "sc-fix-private.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of who may run a flow. */

/* More roles than this are a matter for the matrix. */
#define MAX_ROLES 6

#define READ_PROCESS "prvReadWorkflow"

/* Takes over solution. What a person needs who works with a flow: all but deleting it. */
static ScSolution *
let_use (ScSolution *solution, const char *role, const char *flow)
{
  static const ScAccess needed[] = { SC_ACCESS_CREATE, SC_ACCESS_READ, SC_ACCESS_WRITE,
                                     SC_ACCESS_APPEND, SC_ACCESS_APPEND_TO };

  for (guint i = 0; i < G_N_ELEMENTS (needed) && solution != NULL; i++)
    solution = sc_repair_then (solution, sc_edit_role_set_access (solution, role, flow, needed[i],
                                                                  SC_LEVEL_ORGANIZATION, NULL));
  return solution;
}

void
sc_repair_nobody (ScRepair *self)
{
  const char *flow = self->flow->id;
  g_autofree char *id = sc_id_new ();
  g_autofree char *name = NULL;

  sc_list_foreach (self->solution->roles, const ScRole *, role)
    {
      if (role_i < MAX_ROLES)
        sc_repair_take (self, let_use (sc_solution_ref (self->solution), role->id, flow),
                        _ ("Let the role “%s” use the flow"), role->name != NULL ? role->name : "");
    }
  /* Translators: the name of a role for the people who use a flow. */
  name = g_strdup_printf (_ ("%s User"), sc_repair_name_flow (self));
  {
    ScSolution *after = sc_edit_role_add (self->solution, id, name, NULL);

    if (after != NULL)
      after = let_use (after, id, flow);
    sc_repair_take (self, after, _ ("Add a role “%s”"), name);
  }
}

GPtrArray *
sc_fix_list_let_use (const ScSolution *solution, const ScFlow *flow)
{
  ScRepair repair = { .solution = solution, .flow = flow };

  repair.fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_fix_free);
  sc_repair_nobody (&repair);
  return repair.fixes;
}

void
sc_repair_missing_privilege (ScRepair *self)
{
  const ScRole *role = self->role;
  ScSolution *after = sc_edit_role_set_access (self->solution, role->id, self->flow->id,
                                               SC_ACCESS_READ, SC_LEVEL_ORGANIZATION, NULL);
  g_autofree char *create
      = sc_access_get_privilege_name (SC_ACCESS_CREATE, self->flow->unique_name);

  if (after != NULL && sc_role_get_level (role, create, NULL) != SC_LEVEL_NONE)
    after = sc_repair_then (after, sc_edit_role_set_access (after, role->id, self->flow->id,
                                                            SC_ACCESS_APPEND, SC_LEVEL_ORGANIZATION,
                                                            NULL));
  sc_repair_take (self, after, _ ("Give the role “%s” what is missing"),
                  role->name != NULL ? role->name : "");
}

/* Dataverse has no other level for these six, and Assign and Share not at all. */
void
sc_repair_level (ScRepair *self)
{
  static const char *const impossible[] = { "prvAssign", "prvShare" };
  const char *table = self->flow->unique_name;
  const ScRole *role = self->role;
  ScSolution *after = sc_solution_ref (self->solution);

  for (ScAccess access = 0; access < SC_N_ACCESS && after != NULL; access++)
    {
      g_autofree char *name = sc_access_get_privilege_name (access, table);
      guint position = G_MAXUINT;

      sc_role_get_level (role, name, &position);
      if (sc_list_get (role->privileges, position) != NULL)
        after = sc_repair_then (
            after, sc_edit_role_set_privilege (after, role->id, name, SC_LEVEL_ORGANIZATION, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (impossible) && after != NULL; i++)
    {
      g_autofree char *name = g_strconcat (impossible[i], table, NULL);

      after = sc_repair_then (
          after, sc_edit_role_set_privilege (after, role->id, name, SC_LEVEL_NONE, NULL));
    }
  sc_repair_take (self, after, _ ("Correct the levels in the role “%s”"),
                  role->name != NULL ? role->name : "");
}

void
sc_repair_read_process (ScRepair *self)
{
  g_autofree char *read = sc_access_get_privilege_name (SC_ACCESS_READ, self->flow->unique_name);
  ScSolution *after = sc_solution_ref (self->solution);

  sc_list_foreach (self->solution->roles, const ScRole *, role)
    {
      if (after != NULL && sc_role_get_level (role, read, NULL) != SC_LEVEL_NONE)
        after = sc_repair_then (
            after, sc_edit_role_set_privilege (after, role->id, READ_PROCESS, SC_LEVEL_USER, NULL));
    }
  sc_repair_take (self, after, _ ("Let the roles that read the flow read processes"));
}

/* One role for all flows: it is easily divided later. */
void
sc_repair_no_role (ScRepair *self)
{
  g_autofree char *id = sc_id_new ();
  const char *title = sc_solution_get_title (self->solution);
  /* Translators: the name of a role for the people who use the flows of a solution. */
  g_autofree char *name = g_strdup_printf (_ ("%s User"), title != NULL ? title : _ ("Flow"));
  ScSolution *after = sc_edit_role_add (self->solution, id, name, NULL);

  sc_list_foreach (self->solution->flows, const ScFlow *, flow)
    {
      if (after != NULL && flow->unique_name != NULL)
        after = let_use (after, id, flow->id);
    }
  sc_repair_take (self, after, _ ("Add a role “%s”"), name);
}

/* Takes over solution. Gives the role a kind of access to a table, as far as it reads it. */
static ScSolution *
let_as_read (ScSolution *solution, const ScRole *role, ScAccess access, const char *table)
{
  const char *name = table != NULL ? sc_rule_get_privilege_table (table) : NULL;
  g_autofree char *read = name != NULL ? sc_access_get_privilege_name (SC_ACCESS_READ, name) : NULL;
  g_autofree char *wanted = name != NULL ? sc_access_get_privilege_name (access, name) : NULL;
  ScLevel level = read != NULL ? sc_role_get_level (role, read, NULL) : SC_LEVEL_NONE;

  if (solution == NULL || level == SC_LEVEL_NONE
      || sc_role_get_level (role, wanted, NULL) != SC_LEVEL_NONE)
    return solution;
  return sc_repair_then (solution,
                         sc_edit_role_set_privilege (solution, role->id, wanted, level, NULL));
}

void
sc_repair_write_tables (ScRepair *self)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (self->flow);
  ScSolution *after = sc_solution_ref (self->solution);

  for (guint i = 0; i < tables->len; i++)
    after = let_as_read (after, self->role, SC_ACCESS_WRITE, g_ptr_array_index (tables, i));
  sc_repair_take (self, after, _ ("Let the role “%s” change the rows that it reads"),
                  self->role->name != NULL ? self->role->name : "");
}

void
sc_repair_next_tables (ScRepair *self)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (self->flow);
  ScSolution *after = sc_solution_ref (self->solution);

  for (guint i = 1; i < tables->len; i++)
    after = let_as_read (after, self->role, SC_ACCESS_CREATE, g_ptr_array_index (tables, i));
  sc_list_foreach (self->flow->transitions, const ScTransition *, transition)
    {
      const ScStage *source = sc_flow_find_stage (self->flow, transition->source, NULL);
      const ScStage *target = sc_flow_find_stage (self->flow, transition->target, NULL);

      if (source == NULL || target == NULL || sc_name_equal (source->table, target->table))
        continue;
      after = let_as_read (after, self->role, SC_ACCESS_APPEND, target->table);
      after = let_as_read (after, self->role, SC_ACCESS_APPEND_TO, source->table);
    }
  sc_repair_take (self, after, _ ("Let the role “%s” make and link rows of the later tables"),
                  self->role->name != NULL ? self->role->name : "");
}
