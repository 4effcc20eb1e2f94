/* sc-uses-lost.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-uses-private.h"

#include "sc-id.h"

#include <glib/gi18n-lib.h>

/* What an edit takes the ground from, found by comparing the solutions before and after it. */

/* Who goes on to use tables and columns that are not there any more. */
static void
find_users_of_tables (ScUseFinder *finder, const ScSolution *before, const ScSolution *after)
{
  sc_list_foreach (before->tables, const ScTable *, table)
    {
      const ScTable *still = sc_solution_find_table (after, table->name, NULL);

      if (still == table || table->name == NULL)
        continue;
      if (still == NULL)
        {
          sc_use_finder_find_table (finder, table->name);
          continue;
        }
      sc_list_foreach (table->columns, const ScColumn *, column)
        {
          if (column->name != NULL && sc_table_find_column (still, column->name, NULL) == NULL)
            sc_use_finder_find_column (finder, table->name, column->name, NULL);
        }
    }
}

static gboolean
anybody_reads (const ScSolution *solution, const char *privilege)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      if (sc_role_get_level (role, privilege, NULL) != SC_LEVEL_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_lost_roles (const ScSolution *before, const ScSolution *after)
{
  sc_list_foreach (before->roles, const ScRole *, role)
    {
      if (sc_solution_find_role (after, role->id, NULL) == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Flows that nobody but administrators sees any more. */
static void
find_flows_without_roles (ScUseFinder *finder, const ScSolution *before, const ScSolution *after)
{
  sc_list_foreach (after->flows, const ScFlow *, flow)
    {
      g_autofree char *privilege = NULL;

      if (flow->unique_name == NULL || *flow->unique_name == '\0')
        continue;
      privilege = sc_access_get_privilege_name (SC_ACCESS_READ, flow->unique_name);
      if (!anybody_reads (before, privilege) || anybody_reads (after, privilege))
        continue;
      finder->flow = flow;
      sc_use_finder_add (finder, SC_USE_FLOW, sc_flow_get_label (flow, before->language),
                         _ ("No other role of this solution sees it: only administrators and "
                            "customizers are left."));
    }
}

/* The solution of finder is the one before. */
static void
find_personas_without_roles (ScUseFinder *finder, const ScSolution *after)
{
  sc_list_foreach (finder->solution->roles, const ScRole *, role)
    {
      if (sc_solution_find_role (after, role->id, NULL) == NULL)
        sc_use_finder_find_personas (finder, role->id, _ ("It loses this role."));
    }
}

ScList *
sc_uses_find_lost (const ScSolution *before, const ScSolution *after)
{
  ScUseFinder self = { before, NULL, sc_list_collect () };

  if (before->flows != after->flows)
    sc_list_foreach (before->flows, const ScFlow *, flow)
      {
        const ScFlow *changed = sc_list_get (after->flows, flow_i);

        /* Most edits leave flows where they are. */
        if (changed != flow && (changed == NULL || !sc_id_equal (changed->id, flow->id)))
          changed = sc_solution_find_flow (after, flow->id, NULL);
        if (changed != NULL && changed != flow)
          sc_use_finder_compare_flow (&self, after, flow, changed);
      }
  if (before->tables != after->tables)
    {
      /* Names are those of before, uses those that remain. */
      g_autoptr (ScSolution) remains = sc_solution_copy (after);

      sc_set_value (remains, tables, before->tables);
      self.solution = remains;
      find_users_of_tables (&self, before, after);
    }
  self.solution = before;
  if (before->roles != after->roles && has_lost_roles (before, after))
    {
      find_flows_without_roles (&self, before, after);
      find_personas_without_roles (&self, after);
    }
  return sc_list_new_take (self.uses);
}

static gboolean
has_kind (const ScList *uses, ScUseKind kind)
{
  sc_list_foreach (uses, const ScUse *, use)
    {
      if (use->kind == (int) kind)
        return TRUE;
    }
  return FALSE;
}

char *
sc_uses_sum_up (const ScList *lost)
{
  if (has_kind (lost, SC_USE_CLAUSE))
    return g_strdup (_ ("A condition asks for this step"));
  if (has_kind (lost, SC_USE_STEP))
    return g_strdup (_ ("The other table is not known to have that column"));
  if (has_kind (lost, SC_USE_BRANCH))
    return g_strdup (_ ("A branch is left without a stage"));
  if (has_kind (lost, SC_USE_CONDITION))
    return g_strdup (_ ("A condition goes with it"));
  if (has_kind (lost, SC_USE_RELATIONSHIP))
    return g_strdup (_ ("A relationship between stages goes with it"));
  return g_strdup (_ ("Something uses this"));
}
