/* random-edits-arrival.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-clause-form.h"
#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-step.h"
#include "sc-id.h"

#define MAX_FLOWS 4

static void
set_fresh_id (gpointer draft, const char **field)
{
  g_autofree char *id = sc_id_new ();

  sc_value_assign_string (draft, field, id);
}

static ScTriggerEvent *
make_event (const char *name, const char *filter, int pipeline_stage)
{
  ScTriggerEvent *event = sc_trigger_event_new ();

  sc_set_string (event, event, name);
  sc_set_string (event, filter, filter);
  event->pipeline_stage = pipeline_stage;
  return event;
}

static ScTrigger *
make_trigger (GRand *rand, const char *stage)
{
  ScTrigger *trigger = sc_trigger_new ();

  set_fresh_id (trigger, &trigger->id);
  set_fresh_id (trigger, &trigger->workflow_id);
  sc_set_string (trigger, name, random_text (rand));
  trigger->mode = g_rand_boolean (rand) ? SC_WORKFLOW_REAL_TIME : SC_WORKFLOW_BACKGROUND;
  append (trigger, events,
          random_up_to (rand, 3) > 0
              ? make_event (random_any (rand, "STAGEENTER", "STAGEEXIT"), stage, 40)
              : make_event ("PROCESSSTATUSCHANGE", "2", 20));
  return trigger;
}

static ScStep *
make_step (GRand *rand, const ScSolution *solution, const char *table, const char *stage)
{
  ScStep *step = sc_step_new ();

  set_fresh_id (step, &step->id);
  step->kind = random_up_to (rand, 4) > 0 ? SC_STEP_DATA
                                          : (ScStepKind) (1 + random_up_to (rand, SC_STEP_FLOW));
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  append (step, labels, sc_label_new_text (1033, random_text (rand)));
  if (g_rand_boolean (rand))
    append (step, labels, sc_label_new_text (1031, random_text (rand)));
  step->required = g_rand_boolean (rand);
  if (step->kind == SC_STEP_DATA)
    {
      sc_set_string (step, column, random_column (rand, solution, table));
      if (random_up_to (rand, 10) == 0)
        sc_set_string (step, control_id, "another");
    }
  else
    {
      set_fresh_id (step, &step->process_id);
      if (step->kind == SC_STEP_ACTION)
        {
          sc_set_string (step, process_name, "new_action");
          append (step, events, make_event ("STAGEENTER", stage, 40));
        }
    }
  sc_set_string (step, class_id, sc_column_type_get_class_id (SC_COLUMN_TEXT));
  return step;
}

/* Now and then it compares with one of its choices or with another column. */
static ScClause *
make_clause (GRand *rand, const ScSolution *solution, const ScStage *stage, const char *column)
{
  guint kind = random_up_to (rand, 4);
  ScClause *clause = sc_clause_make (solution, stage, kind == 0 ? "new_o" : column);
  ScOperand *operand;

  clause->join = random_up_to (rand, 3) == 0 ? SC_JOIN_OR : SC_JOIN_AND;
  if (kind != 1)
    return clause;
  operand = sc_operand_new ();
  sc_set_string (operand, type, SC_OPERAND_COLUMN);
  sc_set_string (operand, value, "new_d");
  sc_set_string (operand, table, stage->table);
  sc_set_string (clause, operator, "Equal");
  sc_set_value (clause, operands, NULL);
  append (clause, operands, operand);
  return clause;
}

static ScBranch *
make_branch (GRand *rand, const ScSolution *solution, const ScStage *stage, gboolean otherwise)
{
  ScBranch *branch = sc_branch_new ();

  branch->otherwise = otherwise;
  if (!otherwise)
    {
      sc_set_string (branch, name, "Branch");
      for (guint n = 1 + random_up_to (rand, 3); n > 0; n--)
        append (branch, clauses, make_clause (rand, solution, stage, n == 2 ? "new_n" : "new_c"));
    }
  return branch;
}

/* Ways to stages that come later in ids; the first one to the very next, so that all can be
 * reached. NULL at the end of ids is where the flow ends. */
static void
add_ways (GRand *rand, const ScSolution *solution, ScStage *stage, char **ids, guint i, guint n)
{
  ScCondition *condition;
  guint n_ways = random_up_to (rand, 5);

  if (i + 1 >= n || n_ways < 2)
    {
      sc_set_string (stage, next, ids[i + 1]);
      return;
    }
  condition = sc_condition_new ();
  for (guint way = 0; way < n_ways; way++)
    {
      const char *target = ids[way == 0 ? i + 1 : i + 1 + random_up_to (rand, MIN (n - i, 4))];
      ScBranch *branch;

      if (way + 1 == n_ways && g_rand_boolean (rand))
        {
          sc_set_string (stage, next, target);
          break;
        }
      branch = make_branch (rand, solution, stage, way + 1 == n_ways);
      sc_set_string (branch, target, target);
      append (condition, branches, branch);
    }
  sc_take_value (stage, condition, condition);
}

static ScStage *
make_stage (GRand *rand, const ScSolution *solution, char **ids, guint i, guint n)
{
  ScStage *stage = sc_stage_new ();

  sc_set_string (stage, id, ids[i]);
  sc_set_string (stage, name, random_text (rand));
  sc_set_string (stage, table, random_up_to (rand, 4) ? "new_t" : random_table (rand, solution));
  append (stage, labels, sc_label_new_text (1033, stage->name));
  if (g_rand_boolean (rand))
    append (stage, labels, sc_label_new_text (1041, "段階"));
  for (guint k = random_up_to (rand, 5); k > 0; k--)
    append (stage, steps, make_step (rand, solution, stage->table, ids[random_up_to (rand, n)]));
  if (random_up_to (rand, 4) == 0)
    append (stage, triggers, make_trigger (rand, stage->id));
  add_ways (rand, solution, stage, ids, i, n);
  return stage;
}

/* What copying by hand leaves behind: ids that are none, and ids that something else has. */
static void
spoil_ids (GRand *rand, const ScSolution *solution, ScFlow *flow)
{
  guint position = random_up_to (rand, sc_list_length (flow->stages));
  const ScStage *from = random_item (rand, flow->stages);
  const ScFlow *other = random_item (rand, solution->flows);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, position));

  if (random_up_to (rand, 3) == 0)
    sc_set_string (flow, id, other != NULL && g_rand_boolean (rand) ? other->id : "z");
  if (g_rand_boolean (rand))
    sc_set_string (stage, id, g_rand_boolean (rand) ? "x" : from->id);
  else if (stage->steps != NULL)
    {
      g_autoptr (ScStep) step = sc_step_copy (sc_list_get (stage->steps, 0));
      g_autoptr (ScLabel) label = sc_label_new_text (1033, "Label");

      sc_set_string (label, own_id, from->id);
      sc_take_value (step, labels, sc_list_append (NULL, label));
      sc_set_string (step, id, g_rand_boolean (rand) ? "y" : from->id);
      sc_take_value (stage, steps, sc_list_replace (stage->steps, 0, step));
      sc_take_value (stage, steps, sc_list_append (stage->steps, step));
    }
  sc_take_value (flow, stages, sc_list_replace (flow->stages, position, stage));
}

/* Where the table changes on the way to the very next stage. */
static void
add_transitions (const ScSolution *solution, ScFlow *flow)
{
  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      const ScStage *next = sc_flow_find_stage (flow, stage->next, NULL);
      g_autoptr (GPtrArray) found
          = next != NULL ? sc_solution_list_relationships (solution, stage->table, next->table)
                         : NULL;
      const ScRelationship *relationship = found != NULL && found->len > 0 ? found->pdata[0] : NULL;
      ScTransition *transition;

      if (relationship == NULL || stage->condition != NULL)
        continue;
      transition = sc_transition_new ();
      sc_set_string (transition, source, stage->id);
      sc_set_string (transition, target, next->id);
      sc_set_string (transition, relationship, relationship->name);
      sc_set_string (transition, attribute, relationship->attribute);
      append (flow, transitions, transition);
    }
}

static ScFlow *
make_flow (GRand *rand, const ScSolution *present, const ScSolution *solution)
{
  ScFlow *flow = sc_flow_new ();
  guint n = 1 + random_up_to (rand, 10);
  g_auto (GStrv) ids = g_new0 (char *, n + 1);
  g_autofree char *unique_name = g_strdup_printf ("new_flow%u", g_rand_int (rand) % 1000000);

  set_fresh_id (flow, &flow->id);
  sc_set_string (flow, name, random_text (rand));
  sc_set_string (flow, unique_name, unique_name);
  sc_set_string (flow, primary_table, "new_t");
  sc_set_string (flow, assembly_version, "9.0.0.0");
  flow->active = g_rand_boolean (rand);
  flow->locked = random_up_to (rand, 10) == 0;
  for (guint i = 0; i < n; i++)
    ids[i] = sc_id_new ();
  for (guint i = 0; i < n; i++)
    append (flow, stages, make_stage (rand, solution, ids, i, n));
  add_transitions (solution, flow);
  if (g_rand_boolean (rand))
    spoil_ids (rand, present, flow);
  return flow;
}

static ScSolution *
then (ScSolution *before, ScSolution *after)
{
  if (after == NULL)
    return before;
  sc_solution_unref (before);
  return after;
}

/* One such as a person makes: branches within branches that all meet again. */
static ScSolution *
add_tidy_flow (GRand *rand, const ScSolution *solution)
{
  const ScFlow *gone = random_item (rand, solution->flows);
  ScSolution *after = sc_solution_ref (solution);
  g_autofree char *id = NULL;

  if (sc_list_length (solution->flows) >= MAX_FLOWS)
    after = then (after, sc_edit_flow_delete (after, gone->id, NULL));
  after = then (after, sc_edit_flow_add (after, NULL, "Tidy", "new_t", NULL));
  id = g_strdup (
      ((const ScFlow *) sc_list_get (after->flows, sc_list_length (after->flows) - 1))->id);
  for (guint n = random_up_to (rand, 6); n > 0; n--)
    {
      const ScFlow *flow = sc_solution_find_flow (after, id, NULL);
      g_autoptr (ScStage) stage = sc_stage_ref (random_item (rand, flow->stages));

      after = then (after, sc_edit_step_add (after, id, stage->id, 0, NULL, NULL, "new_c", NULL));
      after = then (after, sc_edit_condition_add (after, id, stage->id, "new_c", NULL));
    }
  return after;
}

ScSolution *
random_arrival (GRand *rand, const ScSolution *solution)
{
  g_autoptr (ScSolution) ground = random_ground ();
  g_autoptr (ScFlow) flow = NULL;
  guint n = sc_list_length (solution->flows);
  ScSolution *after;

  if (g_rand_boolean (rand))
    return add_tidy_flow (rand, solution);
  flow = make_flow (rand, solution, ground);
  after = sc_solution_copy (solution);
  after->managed = random_up_to (rand, 10) == 0;
  if (g_rand_boolean (rand))
    sc_set_value (after, components, NULL);
  sc_list_foreach (ground->tables, const ScTable *, table)
    {
      if (sc_solution_find_table (after, table->name, NULL) == NULL)
        sc_take_value (after, tables, sc_list_append (after->tables, table));
    }
  sc_list_foreach (ground->relationships, const ScRelationship *, relationship)
    {
      if (sc_solution_find_relationship (after, relationship->name) == NULL)
        sc_take_value (after, relationships, sc_list_append (after->relationships, relationship));
    }
  sc_take_value (after, flows,
                 n >= MAX_FLOWS ? sc_list_replace (solution->flows, random_up_to (rand, n), flow)
                                : sc_list_append (solution->flows, flow));
  return after;
}
