/* solution-faults.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "solution-faults.h"

#include "sc-flow-graph.h"
#include "sc-id.h"

#include <string.h>

static const char *const titles[] = {
  "a loop",
  "a stage that no way leads to",
  "stages that are not in their order",
  "a way that leads nowhere",
  "a wrong merge",
  "an id twice",
  "a relationship between stages that are not there",
  "a workflow that waits for another stage",
  "a condition that is none",
  "two flows with one name",
  "roles out of order",
  "settings out of order",
  "personas that are not told apart",
};

static guint
find_graph_faults (const ScFlow *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autofree guint *order = sc_flow_graph_depth_first (graph);
  guint faults = graph->loop != -1 ? FAULT_LOOP : 0;

  for (guint i = 0; i < graph->n_stages; i++)
    {
      if (order[i] != i)
        faults |= FAULT_ORDER;
      if (!graph->reachable[i])
        faults |= FAULT_UNREACHABLE;
    }
  for (guint e = 0; e < graph->n_edges; e++)
    if (graph->edges[e].to == SC_GRAPH_DANGLING)
      faults |= FAULT_DANGLING;
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      const ScStage *merge;

      if (stage->condition == NULL || !sc_condition_has_otherwise (stage->condition))
        continue;
      merge = graph->merge[stage_i] >= 0 ? sc_list_get (flow->stages, (guint) graph->merge[stage_i])
                                         : NULL;
      if (g_strcmp0 (stage->next, merge != NULL ? merge->id : NULL) != 0)
        faults |= FAULT_MERGE;
    }
  return faults;
}

static guint
find_condition_faults (const ScCondition *condition)
{
  guint n = condition != NULL ? sc_list_length (condition->branches) : 1;

  if (condition == NULL)
    return 0;
  sc_list_foreach (condition->branches, const ScBranch *, branch)
    {
      if (branch->otherwise ? branch_i + 1 < n || n == 1 : branch->clauses == NULL)
        return FAULT_CONDITION;
    }
  return n == 0 ? FAULT_CONDITION : 0;
}

static guint
find_trigger_faults (const ScStage *stage)
{
  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      sc_list_foreach (trigger->events, const ScTriggerEvent *, event)
        {
          if (event->event != NULL && g_str_has_prefix (event->event, "STAGE")
              && g_strcmp0 (event->filter, stage->id) != 0)
            return FAULT_TRIGGER;
        }
    }
  return 0;
}

static gboolean
add_id (GHashTable *ids, const char *id)
{
  return id != NULL && g_hash_table_add (ids, (gpointer) id);
}

static guint
find_id_faults (const ScFlow *flow)
{
  g_autoptr (GHashTable) stages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) steps = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) triggers = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean fine = TRUE;

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      fine = add_id (stages, stage->id) && fine;
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          fine = add_id (steps, step->id) && fine;
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          fine = add_id (triggers, trigger->id) && fine;
        }
    }
  return fine ? 0 : FAULT_IDS;
}

guint
find_flow_faults (const ScFlow *flow)
{
  guint faults = find_graph_faults (flow) | find_id_faults (flow);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      faults |= find_condition_faults (stage->condition) | find_trigger_faults (stage);
    }
  sc_list_foreach (flow->transitions, const ScTransition *, transition)
    {
      if (sc_flow_find_stage (flow, transition->source, NULL) == NULL
          || sc_flow_find_stage (flow, transition->target, NULL) == NULL)
        faults |= FAULT_TRANSITION;
    }
  return faults;
}

static guint
find_role_faults (const ScSolution *solution)
{
  sc_list_foreach (solution->roles, const ScRole *, role)
    {
      const char *previous = "";
      guint position;

      if (sc_solution_find_role (solution, role->id, &position) == NULL || position != role_i)
        return FAULT_ROLES;
      sc_list_foreach (role->privileges, const ScPrivilege *, privilege)
        {
          if (g_ascii_strcasecmp (previous, privilege->name) >= 0)
            return FAULT_ROLES;
          previous = privilege->name;
        }
    }
  return 0;
}

static guint
find_persona_faults (const ScSolution *solution)
{
  sc_list_foreach (solution->personas, const ScPersona *, persona)
    {
      guint position;

      if (sc_solution_find_persona (solution, persona->id, &position) == NULL
          || position != persona_i)
        return FAULT_PERSONAS;
      sc_list_foreach (persona->roles, const ScLabel *, label)
        {
          if (!sc_persona_has_role (persona, label->text, &position) || position != label_i)
            return FAULT_PERSONAS;
        }
    }
  return 0;
}

guint
find_solution_faults (const ScSolution *solution)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const char *rule = "";
  guint faults = find_role_faults (solution) | find_persona_faults (solution);

  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      guint position;

      if (sc_solution_find_flow (solution, flow->id, &position) == NULL || position != flow_i
          || (flow->unique_name != NULL && !g_hash_table_add (names, (gpointer) flow->unique_name)))
        faults |= FAULT_FLOWS;
    }
  sc_list_foreach (solution->rule_settings, const ScRuleSetting *, setting)
    {
      if (strcmp (rule, setting->rule) >= 0)
        faults |= FAULT_SETTINGS;
      rule = setting->rule;
    }
  return faults;
}

/* The ways of a flow: A>B, and A?B/C|D>E for branches to B and C, otherwise to D, that merge in E.
 * Ids by their first letters. */
static void
tell_flow (const char *when, const ScFlow *flow)
{
  GString *text = g_string_new (when);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_string_append_printf (text, " %.3s", stage->id);
      sc_list_foreach (stage->condition != NULL ? stage->condition->branches : NULL,
                       const ScBranch *, branch)
        {
          g_string_append_printf (text, "%s%.3s",
                                  branch->otherwise ? "|"
                                  : branch_i > 0    ? "/"
                                                    : "?",
                                  branch->target != NULL ? branch->target : "");
        }
      g_string_append_printf (text, ">%.3s", stage->next != NULL ? stage->next : "");
    }
  g_test_message ("%s", text->str);
  g_string_free (text, TRUE);
}

static void
tell_flows (const ScSolution *before, const ScFlow *after)
{
  sc_list_foreach (before->flows, const ScFlow *, flow)
    {
      if (sc_id_equal (flow->id, after->id))
        tell_flow ("before:", flow);
    }
  tell_flow ("after:", after);
}

static void
fail_for (guint faults, const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (faults & (1u << i))
      g_error ("%s brings about %s", kind, titles[i]);
}

/* Copies, and flows that got another id, may have what any of those before has. */
static guint
find_allowed (const ScSolution *before, const ScFlow *flow)
{
  gboolean known = sc_solution_find_flow (before, flow->id, NULL) != NULL;
  guint faults = 0;

  sc_list_foreach (before->flows, const ScFlow *, other)
    {
      if (!known || sc_id_equal (other->id, flow->id))
        faults |= find_flow_faults (other);
    }
  /* Where an id stands for two stages, a way that leads to the one may come to lead to the other.
   */
  return faults & FAULT_IDS ? ~0u : faults;
}

void
check_no_new_fault (const ScSolution *before, const ScSolution *after, const char *kind)
{
  /* These two may leave stages behind; that is said of them. */
  guint always
      = g_str_equal (kind, "sc_edit_way_lead") || g_str_equal (kind, "sc_edit_branch_delete")
            ? FAULT_UNREACHABLE
            : 0;

  sc_list_foreach (after->flows, const ScFlow *, flow)
    {
      guint faults;

      if (sc_list_index (before->flows, flow) >= 0)
        continue;
      faults = find_flow_faults (flow) & ~always;
      if (faults == 0 || (faults & ~find_allowed (before, flow)) == 0)
        continue;
      tell_flows (before, flow);
      fail_for (faults & ~find_allowed (before, flow), kind);
    }
  fail_for (find_solution_faults (after) & ~find_solution_faults (before), kind);
}
