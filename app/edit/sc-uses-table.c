/* sc-uses-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-uses-private.h"

#include "sc-id.h"
#include "sc-name.h"

#include <glib/gi18n-lib.h>

/* Who uses a table or one of its columns. */

const char *
sc_clause_get_table (const ScClause *clause, const ScStage *stage)
{
  return clause->table != NULL ? clause->table : stage->table;
}

gboolean
sc_clause_compares_with (const ScClause *clause, const char *table, const char *column)
{
  sc_list_foreach (clause->operands, const ScOperand *, operand)
    {
      if (g_strcmp0 (operand->type, SC_OPERAND_COLUMN) == 0 && sc_name_equal (operand->table, table)
          && sc_name_equal (operand->value, column))
        return TRUE;
    }
  return FALSE;
}

static void
find_column_in_stage (ScUseFinder *self,
                      const ScStage *stage,
                      const char *table,
                      const char *column,
                      const char *except)
{
  const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;

  if (sc_name_equal (stage->table, table))
    sc_list_foreach (stage->steps, const ScStep *, step)
      {
        if (step->kind == SC_STEP_DATA && sc_name_equal (step->column, column)
            && !sc_id_equal (step->id, except))
          sc_use_finder_add_step (self, stage, step, _ ("It shows “%s”."),
                                  sc_use_finder_name_column (self, table, column));
      }
  sc_list_foreach (branches, const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        const char *name = sc_use_finder_name_column (self, table, column);

        if (sc_name_equal (sc_clause_get_table (clause, stage), table)
            && sc_name_equal (clause->column, column))
          sc_use_finder_add_branch (self, stage, branch_i, (int) clause_i, _ ("It asks for “%s”."),
                                    name);
        else if (sc_clause_compares_with (clause, table, column))
          sc_use_finder_add_branch (self, stage, branch_i, (int) clause_i,
                                    _ ("It compares with “%s”."), name);
      }
}

/* The relationships that are made by a lookup are on the ways that end at its table. */
static void
find_column_on_ways (ScUseFinder *self, const char *table, const char *column)
{
  sc_list_foreach (self->flow->transitions, const ScTransition *, transition)
    {
      const ScStage *target = sc_flow_find_stage (self->flow, transition->target, NULL);

      if (target != NULL && sc_name_equal (target->table, table)
          && sc_name_equal (transition->attribute, column))
        sc_use_finder_add_transition (self, transition, FALSE);
    }
}

static const char *
name_table (const ScUseFinder *self, const char *table)
{
  return table != NULL ? sc_solution_get_table_label (self->solution, table) : "";
}

static void
add_relationship (ScUseFinder *self, const ScRelationship *relationship)
{
  g_autofree char *who = g_strdup_printf (_ ("Relationship “%s”"),
                                          relationship->name != NULL ? relationship->name : "");

  sc_use_finder_add (self, SC_USE_RELATIONSHIP, who, _ ("It leads from “%s” to “%s”."),
                     name_table (self, relationship->referenced),
                     name_table (self, relationship->referencing));
}

void
sc_use_finder_find_column (ScUseFinder *self,
                           const char *table,
                           const char *column,
                           const char *except)
{
  const ScColumn *known = table != NULL && column != NULL
                              ? sc_solution_find_column (self->solution, table, column)
                              : NULL;

  sc_list_foreach (self->solution->flows, const ScFlow *, flow)
    {
      self->flow = flow;
      sc_list_foreach (flow->stages, const ScStage *, stage)
        find_column_in_stage (self, stage, table, column, except);
      find_column_on_ways (self, table, column);
    }
  self->flow = NULL;
  sc_list_foreach (self->solution->relationships, const ScRelationship *, relationship)
    {
      if (sc_name_equal (relationship->referencing, table)
          && sc_name_equal (relationship->attribute, column))
        add_relationship (self, relationship);
    }
  if (known != NULL && known->secured)
    sc_use_finder_add (self, SC_USE_SECURITY, _ ("Column security"),
                       _ ("Profiles of the environment say who may see and change it."));
}

static gboolean
has_target (const ScColumn *column, const char *table)
{
  sc_list_foreach (column->targets, const ScLabel *, target)
    {
      if (sc_name_equal (target->text, table))
        return TRUE;
    }
  return FALSE;
}

static void
find_lookups (ScUseFinder *self, const char *table)
{
  int language = self->solution->language;

  sc_list_foreach (self->solution->tables, const ScTable *, other)
    sc_list_foreach (other->columns, const ScColumn *, column)
      {
        g_autofree char *who = NULL;

        if (sc_name_equal (other->name, table) || !has_target (column, table))
          continue;
        who = g_strdup_printf (_ ("Lookup “%s” of “%s”"), sc_column_get_label (column, language),
                               sc_table_get_label (other, language));
        sc_use_finder_add (self, SC_USE_LOOKUP, who, _ ("It leads to this table."));
      }
}

static void
find_roles (ScUseFinder *self, const char *table)
{
  sc_list_foreach (self->solution->roles, const ScRole *, role)
    {
      guint n = 0;
      g_autofree char *who = NULL;
      ScUse *use;

      for (int access = 0; access < SC_N_ACCESS; access++)
        {
          g_autofree char *privilege = sc_access_get_privilege_name ((ScAccess) access, table);

          n += sc_role_get_level (role, privilege, NULL) != SC_LEVEL_NONE;
        }
      if (n == 0)
        continue;
      who = g_strdup_printf (_ ("Role “%s”"), role->name != NULL ? role->name : "");
      use = sc_use_finder_add (
          self, SC_USE_ROLE, who,
          ngettext ("It has %u privilege on this table.", "It has %u privileges on this table.", n),
          n);
      sc_set_string (use, role, role->id);
    }
}

static void
find_table_in_flow (ScUseFinder *self, const char *table)
{
  if (sc_name_equal (self->flow->unique_name, table))
    sc_use_finder_add (self, SC_USE_FLOW, sc_flow_get_label (self->flow, self->solution->language),
                       _ ("It remembers here how far each record has come."));
  sc_list_foreach (self->flow->stages, const ScStage *, stage)
    {
      const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;

      if (sc_name_equal (stage->table, table))
        {
          g_autofree char *who
              = g_strdup_printf (_ ("Stage “%s”"), sc_use_finder_name_stage (self, stage));
          ScUse *use = sc_use_finder_add (self, SC_USE_STAGE, who, _ ("It is on this table."));

          sc_set_string (use, stage, stage->id);
          continue;
        }
      sc_list_foreach (branches, const ScBranch *, branch)
        sc_list_foreach (branch->clauses, const ScClause *, clause)
          {
            if (sc_name_equal (clause->table, table))
              sc_use_finder_add_branch (self, stage, branch_i, (int) clause_i,
                                        _ ("It asks for “%s” of this table."),
                                        sc_use_finder_name_column (self, table, clause->column));
          }
    }
}

void
sc_use_finder_find_table (ScUseFinder *self, const char *table)
{
  sc_list_foreach (self->solution->flows, const ScFlow *, flow)
    {
      self->flow = flow;
      find_table_in_flow (self, table);
    }
  self->flow = NULL;
  sc_list_foreach (self->solution->relationships, const ScRelationship *, relationship)
    {
      if (sc_name_equal (relationship->referenced, table)
          || sc_name_equal (relationship->referencing, table))
        add_relationship (self, relationship);
    }
  find_lookups (self, table);
  find_roles (self, table);
  sc_list_foreach (self->solution->apps, const ScApp *, app)
    {
      g_autofree char *who
          = g_strdup_printf (_ ("App “%s”"), sc_app_get_label (app, self->solution->language));

      if (sc_app_has_table (app, table))
        sc_use_finder_add (self, SC_USE_APP, who, _ ("The table is part of it."));
    }
}
