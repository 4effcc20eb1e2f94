/* sc-fixes-access.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-grants.h"
#include "sc-edit-role.h"
#include "sc-fix-private.h"
#include "sc-id.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of who may run a flow. */

/* More roles than this are a matter for the matrix. */
#define MAX_ROLES 6

#define READ_PROCESS "prvReadWorkflow"

static void
clear_grant (gpointer grant)
{
  g_free ((char *) ((ScGrant *) grant)->privilege);
}

/* Of ScGrant. */
static GArray *
collect_grants (void)
{
  GArray *grants = g_array_new (FALSE, FALSE, sizeof (ScGrant));

  g_array_set_clear_func (grants, clear_grant);
  return grants;
}

/* Takes over privilege. */
static void
take_grant (GArray *grants, const char *role, char *privilege, ScLevel level)
{
  ScGrant grant = { role, privilege, level };

  g_array_append_val (grants, grant);
}

static ScSolution *
set_grants (const ScSolution *solution, const GArray *grants)
{
  return sc_edit_grants_set (solution, (const ScGrant *) grants->data, grants->len, NULL);
}

/* Nothing for a flow without a unique name, which has no table. */
static void
add_on_flow (GArray *grants,
             const ScSolution *solution,
             const char *role,
             const ScFlow *flow,
             ScAccess access)
{
  const char *table = sc_solution_get_privilege_name (solution, flow);

  if (table != NULL)
    take_grant (grants, role, sc_access_get_privilege_name (access, table), SC_LEVEL_ORGANIZATION);
}

/* What a person needs who works with a flow: all but deleting it. */
static void
add_use (GArray *grants, const ScSolution *solution, const char *role, const ScFlow *flow)
{
  static const ScAccess needed[] = { SC_ACCESS_CREATE, SC_ACCESS_READ, SC_ACCESS_WRITE,
                                     SC_ACCESS_APPEND, SC_ACCESS_APPEND_TO };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    add_on_flow (grants, solution, role, flow, needed[i]);
}

static ScSolution *
let_use (const ScSolution *solution, const char *role, const ScFlow *flow)
{
  g_autoptr (GArray) grants = collect_grants ();

  add_use (grants, solution, role, flow);
  return set_grants (solution, grants);
}

void
sc_repair_nobody (ScRepair *self)
{
  g_autofree char *id = sc_id_new ();
  g_autofree char *name = NULL;
  ScSolution *after;

  sc_list_foreach (self->solution->roles, const ScRole *, role)
    {
      if (role_i < MAX_ROLES)
        sc_repair_take (self, let_use (self->solution, role->id, self->flow),
                        _ ("Let the role “%s” use the flow"), role->name != NULL ? role->name : "");
    }
  /* Translators: the name of a role for the people who use a flow. */
  name = g_strdup_printf (_ ("%s User"), sc_repair_name_flow (self));
  after = sc_edit_role_add (self->solution, id, name, NULL);
  if (after != NULL)
    after = sc_repair_then (after, let_use (after, id, self->flow));
  sc_repair_take (self, after, _ ("Add a role “%s”"), name);
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
  g_autofree char *create
      = sc_access_get_privilege_name (SC_ACCESS_CREATE, self->flow->unique_name);
  g_autoptr (GArray) grants = collect_grants ();

  add_on_flow (grants, self->solution, role->id, self->flow, SC_ACCESS_READ);
  if (sc_role_get_level (role, create, NULL) != SC_LEVEL_NONE)
    add_on_flow (grants, self->solution, role->id, self->flow, SC_ACCESS_APPEND);
  sc_repair_take (self, set_grants (self->solution, grants),
                  _ ("Give the role “%s” what is missing"), role->name != NULL ? role->name : "");
}

/* Dataverse has no other level for these six, and Assign and Share not at all. */
void
sc_repair_level (ScRepair *self)
{
  static const char *const impossible[] = { "prvAssign", "prvShare" };
  const char *table = self->flow->unique_name;
  const ScRole *role = self->role;
  g_autoptr (GArray) grants = collect_grants ();

  for (ScAccess access = 0; access < SC_N_ACCESS; access++)
    {
      g_autofree char *name = sc_access_get_privilege_name (access, table);
      guint position = G_MAXUINT;

      sc_role_get_level (role, name, &position);
      if (sc_list_get (role->privileges, position) != NULL)
        take_grant (grants, role->id, g_steal_pointer (&name), SC_LEVEL_ORGANIZATION);
    }
  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    take_grant (grants, role->id, g_strconcat (impossible[i], table, NULL), SC_LEVEL_NONE);
  sc_repair_take (self, set_grants (self->solution, grants),
                  _ ("Correct the levels in the role “%s”"), role->name != NULL ? role->name : "");
}

void
sc_repair_read_process (ScRepair *self)
{
  g_autofree char *read = sc_access_get_privilege_name (SC_ACCESS_READ, self->flow->unique_name);
  g_autoptr (GArray) grants = collect_grants ();

  sc_list_foreach (self->solution->roles, const ScRole *, role)
    {
      if (sc_role_get_level (role, read, NULL) != SC_LEVEL_NONE)
        take_grant (grants, role->id, g_strdup (READ_PROCESS), SC_LEVEL_USER);
    }
  sc_repair_take (self, set_grants (self->solution, grants),
                  _ ("Let the roles that read the flow read processes"));
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
  g_autoptr (GArray) grants = collect_grants ();

  sc_list_foreach (self->solution->flows, const ScFlow *, flow)
    {
      add_use (grants, self->solution, id, flow);
    }
  if (after != NULL)
    after = sc_repair_then (after, set_grants (after, grants));
  sc_repair_take (self, after, _ ("Add a role “%s”"), name);
}

/* Gives the role a kind of access to a table, as far as it reads it. */
static void
add_as_read (GArray *grants, const ScRole *role, ScAccess access, const char *table)
{
  const char *name = table != NULL ? sc_table_get_privilege_name (table) : NULL;
  g_autofree char *read = name != NULL ? sc_access_get_privilege_name (SC_ACCESS_READ, name) : NULL;
  g_autofree char *wanted = NULL;
  ScLevel level = SC_LEVEL_NONE;
  guint position = G_MAXUINT;
  const ScPrivilege *held;

  if (read != NULL)
    level = sc_role_get_level (role, read, &position);
  held = sc_list_get (role->privileges, position);
  if (level == SC_LEVEL_NONE || held == NULL)
    return;
  /* The role has the name in its right case. */
  name = sc_access_get_privilege_table (SC_ACCESS_READ, held->name);
  wanted = sc_access_get_privilege_name (access, name);
  if (sc_role_get_level (role, wanted, NULL) == SC_LEVEL_NONE)
    take_grant (grants, role->id, g_steal_pointer (&wanted), level);
}

void
sc_repair_write_tables (ScRepair *self)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (self->flow);
  g_autoptr (GArray) grants = collect_grants ();

  for (guint i = 0; i < tables->len; i++)
    add_as_read (grants, self->role, SC_ACCESS_WRITE, g_ptr_array_index (tables, i));
  sc_repair_take (self, set_grants (self->solution, grants),
                  _ ("Let the role “%s” change the rows that it reads"),
                  self->role->name != NULL ? self->role->name : "");
}

void
sc_repair_next_tables (ScRepair *self)
{
  g_autoptr (GPtrArray) tables = sc_flow_list_tables (self->flow);
  g_autoptr (GArray) grants = collect_grants ();

  for (guint i = 1; i < tables->len; i++)
    add_as_read (grants, self->role, SC_ACCESS_CREATE, g_ptr_array_index (tables, i));
  sc_list_foreach (self->flow->transitions, const ScTransition *, transition)
    {
      const ScStage *source = sc_flow_find_stage (self->flow, transition->source, NULL);
      const ScStage *target = sc_flow_find_stage (self->flow, transition->target, NULL);

      if (source == NULL || target == NULL || sc_name_equal (source->table, target->table))
        continue;
      add_as_read (grants, self->role, SC_ACCESS_APPEND, target->table);
      add_as_read (grants, self->role, SC_ACCESS_APPEND_TO, source->table);
    }
  sc_repair_take (self, set_grants (self->solution, grants),
                  _ ("Let the role “%s” make and link rows of the later tables"),
                  self->role->name != NULL ? self->role->name : "");
}
