/* sc-solution.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-solution.h"

#include "sc-id.h"
#include "sc-name.h"

static const ScField component_fields[] = {
  SC_FIELD (ScComponent, SC_FIELD_INT, type),
  SC_FIELD (ScComponent, SC_FIELD_STRING, id),
  SC_FIELD (ScComponent, SC_FIELD_STRING, schema_name),
  SC_FIELD_END,
};
const ScValueClass sc_component_class = { "ScComponent", sizeof (ScComponent), component_fields };

static const ScField app_fields[] = {
  SC_FIELD (ScApp, SC_FIELD_STRING, unique_name),
  SC_FIELD (ScApp, SC_FIELD_VALUE, labels),
  SC_FIELD (ScApp, SC_FIELD_VALUE, components),
  SC_FIELD_END,
};
const ScValueClass sc_app_class = { "ScApp", sizeof (ScApp), app_fields };

const char *
sc_app_get_label (const ScApp *self, int language)
{
  return sc_labels_get_or (self->labels, language,
                           self->unique_name != NULL ? self->unique_name : "");
}

gboolean
sc_app_has_flow (const ScApp *self, const ScFlow *flow)
{
  sc_list_foreach (self->components, const ScComponent *, component)
    {
      if (component->type == SC_COMPONENT_PROCESS && sc_id_equal (component->id, flow->id))
        return TRUE;
    }
  return FALSE;
}

gboolean
sc_app_has_table (const ScApp *self, const char *table)
{
  sc_list_foreach (self->components, const ScComponent *, component)
    {
      if (component->type == SC_COMPONENT_TABLE && sc_name_equal (component->schema_name, table))
        return TRUE;
    }
  return FALSE;
}

static const ScField solution_fields[] = {
  SC_FIELD (ScSolution, SC_FIELD_STRING, unique_name),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, labels),
  SC_FIELD (ScSolution, SC_FIELD_STRING, version),
  SC_FIELD (ScSolution, SC_FIELD_STRING, publisher),
  SC_FIELD (ScSolution, SC_FIELD_STRING, publisher_title),
  SC_FIELD (ScSolution, SC_FIELD_STRING, prefix),
  SC_FIELD (ScSolution, SC_FIELD_INT, option_prefix),
  SC_FIELD (ScSolution, SC_FIELD_INT, managed),
  SC_FIELD (ScSolution, SC_FIELD_INT, language),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, flows),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, tables),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, relationships),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, roles),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, components),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, apps),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, processes),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, rule_settings),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, personas),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, imported),
  SC_FIELD (ScSolution, SC_FIELD_VALUE, imported_relationships),
  SC_FIELD_END,
};
const ScValueClass sc_solution_class = { "ScSolution", sizeof (ScSolution), solution_fields };

const char *
sc_solution_get_title (const ScSolution *self)
{
  const char *title = sc_labels_get (self->labels, self->language);

  if (title == NULL || *title == '\0')
    title = self->unique_name;
  if ((title == NULL || *title == '\0') && sc_list_length (self->flows) == 1)
    title = sc_flow_get_label (sc_list_get (self->flows, 0), self->language);
  return title != NULL && *title != '\0' ? title : NULL;
}

const ScFlow *
sc_solution_find_flow (const ScSolution *self, const char *id, guint *position)
{
  sc_list_foreach (self->flows, const ScFlow *, flow)
    {
      if (sc_id_equal (flow->id, id))
        {
          if (position != NULL)
            *position = flow_i;
          return flow;
        }
    }
  return NULL;
}

const ScTable *
sc_solution_find_table (const ScSolution *self, const char *name, guint *position)
{
  sc_list_foreach (self->tables, const ScTable *, table)
    {
      if (sc_name_equal (table->name, name))
        {
          if (position != NULL)
            *position = table_i;
          return table;
        }
    }
  return NULL;
}

const ScColumn *
sc_solution_find_column (const ScSolution *self, const char *table, const char *column)
{
  const ScTable *found = sc_solution_find_table (self, table, NULL);

  return found != NULL ? sc_table_find_column (found, column, NULL) : NULL;
}

const ScRelationship *
sc_solution_find_relationship (const ScSolution *self, const char *name)
{
  sc_list_foreach (self->relationships, const ScRelationship *, relationship)
    {
      if (sc_name_equal (relationship->name, name))
        return relationship;
    }
  return NULL;
}

GPtrArray *
sc_solution_list_relationships (const ScSolution *self,
                                const char *referenced,
                                const char *referencing)
{
  GPtrArray *relationships = g_ptr_array_new ();

  sc_list_foreach (self->relationships, const ScRelationship *, relationship)
    {
      if (sc_name_equal (relationship->referenced, referenced)
          && sc_name_equal (relationship->referencing, referencing))
        g_ptr_array_add (relationships, (gpointer) relationship);
    }
  return relationships;
}

const ScRole *
sc_solution_find_role (const ScSolution *self, const char *id, guint *position)
{
  sc_list_foreach (self->roles, const ScRole *, role)
    {
      if (sc_id_equal (role->id, id))
        {
          if (position != NULL)
            *position = role_i;
          return role;
        }
    }
  return NULL;
}

const ScPersona *
sc_solution_find_persona (const ScSolution *self, const char *id, guint *position)
{
  sc_list_foreach (self->personas, const ScPersona *, persona)
    {
      if (sc_id_equal (persona->id, id))
        {
          if (position != NULL)
            *position = persona_i;
          return persona;
        }
    }
  return NULL;
}

const ScApp *
sc_solution_find_app (const ScSolution *self, const char *unique_name)
{
  sc_list_foreach (self->apps, const ScApp *, app)
    {
      if (sc_name_equal (app->unique_name, unique_name))
        return app;
    }
  return NULL;
}

const char *
sc_solution_get_table_label (const ScSolution *self, const char *table)
{
  const ScTable *found = sc_solution_find_table (self, table, NULL);

  return found != NULL ? sc_table_get_label (found, self->language) : table;
}

const char *
sc_solution_get_privilege_name (const ScSolution *self, const ScFlow *flow)
{
  const char *name = flow->unique_name;
  const ScTable *table;

  if (name == NULL || *name == '\0')
    return NULL;
  table = sc_solution_find_table (self, name, NULL);
  return table != NULL && table->schema_name != NULL ? table->schema_name : name;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const ScFlow *p = *(const ScFlow *const *) a, *q = *(const ScFlow *const *) b;

  return (p->order > q->order) - (p->order < q->order);
}

GPtrArray *
sc_solution_list_flows_in_order (const ScSolution *self)
{
  GPtrArray *flows = g_ptr_array_sized_new (sc_list_length (self->flows));

  sc_list_foreach (self->flows, const ScFlow *, flow)
    {
      g_ptr_array_add (flows, (gpointer) flow);
    }
  /* A stable sort. */
  g_ptr_array_sort (flows, compare_order);
  return flows;
}

guint
sc_solution_count_active_flows (const ScSolution *self, const char *table)
{
  guint count = 0;

  sc_list_foreach (self->flows, const ScFlow *, flow)
    {
      const ScStage *first = sc_list_get (flow->stages, 0);

      if (flow->active && first != NULL && sc_name_equal (first->table, table))
        count++;
    }
  return count;
}
