/* sc-fixes-branch.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-edit-trigger.h"
#include "sc-fix-private.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of conditions, and of what runs beside the stages. */

static const ScList *
get_branches (const ScRepair *self)
{
  return self->stage->condition != NULL ? self->stage->condition->branches : NULL;
}

static gboolean
is_step (const ScStage *stage, const char *column)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      if (sc_name_equal (step->column, column))
        return TRUE;
    }
  return FALSE;
}

void
sc_repair_clause_columns (ScRepair *self)
{
  ScSolution *after = sc_solution_ref (self->solution);
  g_autoptr (GHashTable) added = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  sc_list_foreach (get_branches (self), const ScBranch *, branch)
    sc_list_foreach (branch->clauses, const ScClause *, clause)
      {
        gboolean own = clause->table == NULL || sc_name_equal (clause->table, self->stage->table);

        if (!own || sc_text_is_blank (clause->column) || is_step (self->stage, clause->column)
            || !g_hash_table_add (added, (gpointer) clause->column) || after == NULL)
          continue;
        after = sc_repair_then (after,
                                sc_edit_step_add (after, self->flow->id, self->stage->id, G_MAXUINT,
                                                  NULL, NULL, clause->column, NULL));
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", clause->column);
      }
  sc_repair_take (self, after, _ ("Add what it asks for as a step: %s"), names->str);
}

static gboolean
leads_to (const ScColumn *column, const char *table)
{
  sc_list_foreach (column->targets, const ScLabel *, target)
    {
      if (sc_name_equal (target->text, table))
        return TRUE;
    }
  return FALSE;
}

/* Every lookup that leads from the stage's table to one of those that its branches ask for. */
void
sc_repair_related (ScRepair *self)
{
  const ScTable *own = sc_solution_find_table (self->solution, self->stage->table, NULL);

  sc_list_foreach (own != NULL ? own->columns : NULL, const ScColumn *, column)
    {
      gboolean wanted = FALSE;

      sc_list_foreach (get_branches (self), const ScBranch *, branch)
        sc_list_foreach (branch->clauses, const ScClause *, clause)
          {
            wanted = wanted
                     || (clause->table != NULL && !sc_name_equal (clause->table, own->name)
                         && leads_to (column, clause->table));
          }
      if (wanted && !is_step (self->stage, column->name))
        sc_repair_take (self,
                        sc_edit_step_add (self->solution, self->flow->id, self->stage->id,
                                          G_MAXUINT, NULL, NULL, column->name, NULL),
                        _ ("Add the step “%s”, which leads there"),
                        sc_column_get_label (column, self->solution->language));
    }
}

static gboolean
is_mixed (const ScBranch *branch)
{
  gboolean joins[2] = { FALSE, FALSE };

  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      if (clause_i > 0)
        joins[clause->join == SC_JOIN_OR] = TRUE;
    }
  return joins[0] && joins[1];
}

static ScSolution *
join (const ScRepair *self, guint branch, ScJoin join)
{
  return sc_edit_branch_set_join (self->solution, self->flow->id, self->stage->id, branch, join,
                                  NULL);
}

void
sc_repair_joins (ScRepair *self)
{
  sc_list_foreach (get_branches (self), const ScBranch *, branch)
    {
      if (!is_mixed (branch))
        continue;
      sc_repair_take (self, join (self, branch_i, SC_JOIN_AND),
                      _ ("Take the branch “%s” when all of it is so"),
                      sc_rule_name_branch (branch));
      sc_repair_take (self, join (self, branch_i, SC_JOIN_OR),
                      _ ("Take the branch “%s” when any of it is so"),
                      sc_rule_name_branch (branch));
    }
}

static gboolean
lacks_value (const ScBranch *branch)
{
  sc_list_foreach (branch->clauses, const ScClause *, clause)
    {
      if (clause->operands == NULL && g_strcmp0 (clause->operator, "Null") != 0
          && g_strcmp0 (clause->operator, "NotNull") != 0)
        return TRUE;
    }
  return FALSE;
}

static void
offer_branch_deletion (ScRepair *self, guint branch)
{
  sc_repair_take (
      self, sc_edit_branch_delete (self->solution, self->flow->id, self->stage->id, branch, NULL),
      _ ("Delete the branch “%s”"),
      sc_rule_name_branch (sc_list_get (get_branches (self), branch)));
}

void
sc_repair_empty_branch (ScRepair *self)
{
  if (get_branches (self) == NULL)
    sc_repair_take (
        self, sc_edit_condition_delete (self->solution, self->flow->id, self->stage->id, NULL),
        _ ("Delete the condition of “%s”"), sc_repair_name_stage (self));
  sc_list_foreach (get_branches (self), const ScBranch *, branch)
    {
      if (branch->target == NULL || (!branch->otherwise && branch->clauses == NULL)
          || lacks_value (branch))
        offer_branch_deletion (self, branch_i);
    }
}

void
sc_repair_target (ScRepair *self)
{
  gboolean found = FALSE;

  sc_list_foreach (get_branches (self), const ScBranch *, branch)
    {
      if (branch->target != NULL && sc_flow_find_stage (self->flow, branch->target, NULL) == NULL)
        {
          offer_branch_deletion (self, branch_i);
          found = TRUE;
        }
    }
  if (!found)
    sc_repair_take (
        self, sc_edit_condition_delete (self->solution, self->flow->id, self->stage->id, NULL),
        _ ("Delete the condition of “%s”"), sc_repair_name_stage (self));
}

void
sc_repair_exit_workflow (ScRepair *self)
{
  ScSolution *after = sc_solution_ref (self->solution);

  sc_list_foreach (self->stage->triggers, const ScTrigger *, trigger)
    {
      if (after != NULL)
        after = sc_repair_then (after, sc_edit_trigger_run_when_finished (after, self->flow->id,
                                                                          self->stage->id,
                                                                          trigger->id, NULL));
    }
  sc_repair_take (self, after, _ ("Run it when the flow is finished"));
}
