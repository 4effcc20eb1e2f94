/* sc-removal.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-removal.h"

#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

static void
add (ScRemoval *self, ScRemovedKind kind, const char *name)
{
  g_ptr_array_add (self->names[kind], g_strdup (name != NULL ? name : ""));
}

static void
find_flows (ScRemoval *self, const ScSolution *before, const ScSolution *after)
{
  sc_list_foreach (before->flows, const ScFlow *, flow)
    {
      if (sc_list_index (after->flows, flow) < 0
          && sc_solution_find_flow (after, flow->id, NULL) == NULL)
        add (self, SC_REMOVED_FLOWS, sc_flow_get_label (flow, before->language));
    }
}

static void
find_tables (ScRemoval *self, const ScSolution *before, const ScSolution *after)
{
  if (before->tables == after->tables)
    return;
  sc_list_foreach (before->tables, const ScTable *, table)
    {
      if (sc_list_index (after->tables, table) < 0
          && sc_solution_find_table (after, table->name, NULL) == NULL)
        add (self, SC_REMOVED_TABLES, table->name);
    }
}

static void
find_relationships (ScRemoval *self, const ScSolution *before, const ScSolution *after)
{
  if (before->relationships == after->relationships)
    return;
  sc_list_foreach (before->relationships, const ScRelationship *, relationship)
    {
      if (sc_list_index (after->relationships, relationship) < 0
          && sc_solution_find_relationship (after, relationship->name) == NULL)
        add (self, SC_REMOVED_RELATIONSHIPS, relationship->name);
    }
}

static gboolean
has_component (const ScList *components, const ScComponent *component)
{
  sc_list_foreach (components, const ScComponent *, other)
    {
      if (other == component
          || (other->type == component->type
              && (sc_id_equal (other->id, component->id)
                  || sc_name_equal (other->schema_name, component->schema_name))))
        return TRUE;
    }
  return FALSE;
}

static const char *
name_component (const ScComponent *component)
{
  if (component->schema_name != NULL)
    return component->schema_name;
  return component->id != NULL ? component->id : "";
}

/* app NULL: the components are those of the solution. */
static void
find_components (ScRemoval *self, const char *app, const ScList *before, const ScList *after)
{
  if (before == after)
    return;
  sc_list_foreach (before, const ScComponent *, component)
    {
      g_autofree char *name = NULL;
      g_autofree char *in_app = NULL;

      if (has_component (after, component))
        continue;
      /* TRANSLATORS: the kind of a component of a solution, a number, and its name or id. */
      name = g_strdup_printf (_ ("type %d: %s"), component->type, name_component (component));
      if (app != NULL)
        in_app = g_strdup_printf ("%s: %s", app, name);
      add (self, app != NULL ? SC_REMOVED_FROM_APPS : SC_REMOVED_COMPONENTS,
           app != NULL ? in_app : name);
    }
}

/* An edit neither adds apps nor moves them. */
static void
find_in_apps (ScRemoval *self, const ScSolution *before, const ScSolution *after)
{
  if (sc_list_length (before->apps) != sc_list_length (after->apps))
    return;
  sc_list_foreach (before->apps, const ScApp *, app)
    {
      const ScApp *now = sc_list_at (after->apps, app_i);

      find_components (self, sc_app_get_label (app, before->language), app->components,
                       now->components);
    }
}

static void
find_privileges_of (ScRemoval *self, const ScRole *before, const ScRole *after)
{
  const char *role = before->name != NULL ? before->name : before->id;

  sc_list_foreach (before->privileges, const ScPrivilege *, privilege)
    {
      guint position = G_MAXUINT;
      g_autofree char *name = NULL;

      if (privilege->name == NULL)
        continue;
      if (after != NULL)
        sc_role_get_level (after, privilege->name, &position);
      if (position != G_MAXUINT)
        continue;
      /* TRANSLATORS: a role and one of its privileges. */
      name = g_strdup_printf (_ ("%s: %s"), role != NULL ? role : "", privilege->name);
      add (self, SC_REMOVED_PRIVILEGES, name);
    }
}

ScRemoval *
sc_removal_find (const ScSolution *before, const ScSolution *after)
{
  ScRemoval *self = g_new0 (ScRemoval, 1);

  for (guint i = 0; i < SC_N_REMOVED; i++)
    self->names[i] = g_ptr_array_new_with_free_func (g_free);
  find_flows (self, before, after);
  find_tables (self, before, after);
  find_relationships (self, before, after);
  find_components (self, NULL, before->components, after->components);
  find_in_apps (self, before, after);
  sc_list_foreach (before->roles, const ScRole *, role)
    {
      if (sc_list_index (after->roles, role) < 0)
        find_privileges_of (self, role, sc_solution_find_role (after, role->id, NULL));
    }
  return self;
}

void
sc_removal_free (ScRemoval *self)
{
  for (guint i = 0; i < SC_N_REMOVED; i++)
    g_ptr_array_unref (self->names[i]);
  g_free (self);
}

char *
sc_removal_count (const ScRemoval *self, ScRemovedKind kind)
{
  guint n = self->names[kind]->len;

  if (n == 0)
    return NULL;
  switch (kind)
    {
    case SC_REMOVED_FLOWS:
      return g_strdup_printf (ngettext ("%u flow", "%u flows", n), n);
    case SC_REMOVED_TABLES:
      return g_strdup_printf (ngettext ("%u table", "%u tables", n), n);
    case SC_REMOVED_RELATIONSHIPS:
      return g_strdup_printf (ngettext ("%u relationship", "%u relationships", n), n);
    case SC_REMOVED_COMPONENTS:
      return g_strdup_printf (
          ngettext ("%u entry of the solution", "%u entries of the solution", n), n);
    case SC_REMOVED_FROM_APPS:
      return g_strdup_printf (ngettext ("%u entry of an app", "%u entries of apps", n), n);
    case SC_REMOVED_PRIVILEGES:
      return g_strdup_printf (ngettext ("%u privilege of a role", "%u privileges of roles", n), n);
    case SC_N_REMOVED:
    default:
      g_return_val_if_reached (NULL);
    }
}
