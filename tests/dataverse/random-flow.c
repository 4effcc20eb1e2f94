/* random-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-flows.h"

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static char *
random_id (GRand *rand)
{
  return g_strdup_printf ("%08x-%04x-%04x-%04x-%04x%08x", g_rand_int (rand),
                          g_rand_int (rand) & 0xffff, g_rand_int (rand) & 0xffff,
                          g_rand_int (rand) & 0xffff, g_rand_int (rand) & 0xffff,
                          g_rand_int (rand));
}

/* Any text, often of pieces that a careless writer or reader would spoil. */
static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "&",      "<",
                                        ">",      "\"",
                                        "'",      " ",
                                        "  ",     ": ",
                                        "\n",     "\t",
                                        "\r",     "{",
                                        "}",      "{}",
                                        "é",      "漢",
                                        "🌱",      "&amp;",
                                        "]]>",    ",",
                                        "\", \"", "[x",
                                        "<!--",   "]",
                                        "%s",     "\\",
                                        "#",      "{x:Null}",
                                        "Step_4", "a",
                                        "Ab",     "word",
                                        "7",      "\u200b",
                                        "\u00a0", "{0}",
                                        "--",     "ConditionBranchStep3_1" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

#define set_random(rand, draft, field, maker)     \
  G_STMT_START                                    \
  {                                               \
    g_autofree char *random_value = maker (rand); \
    sc_set_string ((draft), field, random_value); \
  }                                               \
  G_STMT_END

static char *
random_name (GRand *rand)
{
  g_autofree char *text = random_text (rand);

  return g_strconcat ("n", text, NULL);
}

static char *
random_column (GRand *rand)
{
  return g_strdup_printf ("col_%d", g_rand_int_range (rand, 0, 100));
}

static ScLabel *
random_label (GRand *rand)
{
  ScLabel *label = sc_label_new ();

  label->language = g_rand_int_range (rand, -1, 40000);
  set_random (rand, label, text, random_text);
  if (chance (rand, 10))
    set_random (rand, label, own_id, random_id);
  return label;
}

static ScTriggerEvent *
random_event (GRand *rand)
{
  ScTriggerEvent *event = sc_trigger_event_new ();

  set_random (rand, event, event, random_text);
  set_random (rand, event, filter, random_text);
  event->pipeline_stage = g_rand_int_range (rand, 0, 60);
  return event;
}

static void
fill_control (GRand *rand, ScStep *step)
{
  set_random (rand, step, class_id, random_id);
  if (chance (rand, 90))
    set_random (rand, step, display_name, random_text);
  if (step->kind == SC_STEP_DATA ? chance (rand, 90) : chance (rand, 5))
    set_random (rand, step, column, random_column);
  if (chance (rand, 10))
    set_random (rand, step, control_id, random_name);
  if (chance (rand, 15))
    set_random (rand, step, parameters, random_text);
  step->system_control = chance (rand, 10);
  step->unbound = step->kind != SC_STEP_DATA;
  step->system_step_type = chance (rand, 5) ? g_rand_int_range (rand, -5, 5) : 0;
}

static ScStep *
random_step (GRand *rand)
{
  ScStep *step = sc_step_new ();

  set_random (rand, step, id, random_id);
  if (chance (rand, 95))
    set_random (rand, step, name, random_text);
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    sample_append (step, labels, random_label (rand));
  step->required = chance (rand, 30);
  step->kind
      = chance (rand, 80) ? SC_STEP_DATA : g_rand_int_range (rand, SC_STEP_DATA, SC_STEP_FLOW + 1);
  if (step->kind != SC_STEP_DATA)
    {
      set_random (rand, step, process_id, random_id);
      if (chance (rand, 20))
        set_random (rand, step, action_id, random_id);
      if (step->kind == SC_STEP_ACTION ? chance (rand, 90) : chance (rand, 10))
        set_random (rand, step, process_name, random_name);
    }
  if (step->kind == SC_STEP_ACTION)
    {
      step->action_type = g_rand_int_range (rand, 0, 4);
      if (chance (rand, 20))
        sample_append (step, events, random_event (rand));
    }
  fill_control (rand, step);
  return step;
}

static ScTrigger *
random_trigger (GRand *rand)
{
  ScTrigger *trigger = sc_trigger_new ();

  set_random (rand, trigger, id, random_id);
  set_random (rand, trigger, workflow_id, random_id);
  set_random (rand, trigger, name, random_text);
  trigger->mode = g_rand_int_range (rand, 0, 5);
  trigger->no_events = chance (rand, 10);
  for (int n = trigger->no_events ? 0 : g_rand_int_range (rand, 0, 3); n > 0; n--)
    sample_append (trigger, events, random_event (rand));
  return trigger;
}

static ScOperand *
random_operand (GRand *rand)
{
  static const char *const types[] = { "OptionSetValue",  "Boolean",         "Guid",   "Money",
                                       "EntityReference", SC_OPERAND_COLUMN, "String", "Unheard" };
  ScOperand *operand = sc_operand_new ();
  const char *type = types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))];

  sc_set_string (operand, type, type);
  if (g_str_equal (type, SC_OPERAND_COLUMN))
    {
      set_random (rand, operand, table, random_column);
      set_random (rand, operand, value, random_column);
      return operand;
    }
  if (g_str_equal (type, "Unheard") && chance (rand, 50))
    {
      sc_set_string (operand, raw, chance (rand, 50) ? "1, 2" : "\"a\", b, \"c\"");
      return operand;
    }
  set_random (rand, operand, value, random_text);
  if (g_str_equal (type, "EntityReference"))
    {
      set_random (rand, operand, table, random_text);
      set_random (rand, operand, display, random_text);
      set_random (rand, operand, format, random_text);
    }
  else if (chance (rand, 60))
    set_random (rand, operand, format, random_text);
  return operand;
}

static ScClause *
random_clause (GRand *rand, gboolean first)
{
  static const char *const operators[] = { "Equal", "NotEqual", "Null", "GreaterThan", "Like" };
  ScClause *clause = sc_clause_new ();

  clause->join = !first && chance (rand, 50) ? SC_JOIN_OR : SC_JOIN_AND;
  set_random (rand, clause, table, random_column);
  set_random (rand, clause, column, random_column);
  sc_set_string (clause, operator, operators[g_rand_int_range (rand, 0, G_N_ELEMENTS (operators))]);
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    sample_append (clause, operands, random_operand (rand));
  return clause;
}

static ScBranch *
random_branch (GRand *rand, gboolean otherwise)
{
  ScBranch *branch = sc_branch_new ();

  branch->otherwise = otherwise;
  if (chance (rand, 90))
    set_random (rand, branch, target, random_id);
  if (otherwise)
    return branch;
  set_random (rand, branch, name, random_name);
  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    sample_append (branch, clauses, random_clause (rand, branch->clauses == NULL));
  return branch;
}

static ScCondition *
random_condition (GRand *rand)
{
  ScCondition *condition = sc_condition_new ();

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    sample_append (condition, branches, random_branch (rand, FALSE));
  if (chance (rand, 60))
    sample_append (condition, branches, random_branch (rand, TRUE));
  return condition;
}

static ScStage *
random_stage (GRand *rand)
{
  ScStage *stage = sc_stage_new ();

  set_random (rand, stage, id, random_id);
  set_random (rand, stage, table, random_column);
  if (chance (rand, 95))
    set_random (rand, stage, name, random_text);
  if (chance (rand, 80))
    set_random (rand, stage, next, random_id);
  stage->category = chance (rand, 50) ? g_rand_int_range (rand, -1, 9) : (int) g_rand_int (rand);
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    sample_append (stage, labels, random_label (rand));
  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    sample_append (stage, steps, random_step (rand));
  for (int n = chance (rand, 20) ? g_rand_int_range (rand, 0, 3) : 0; n > 0; n--)
    sample_append (stage, triggers, random_trigger (rand));
  if (chance (rand, 30))
    sc_take_value (stage, condition, random_condition (rand));
  return stage;
}

static ScTransition *
random_transition (GRand *rand)
{
  ScTransition *transition = sc_transition_new ();

  set_random (rand, transition, source, random_id);
  set_random (rand, transition, target, random_id);
  set_random (rand, transition, attribute, random_text);
  if (chance (rand, 90))
    set_random (rand, transition, relationship, random_text);
  return transition;
}

ScFlow *
random_flow_new (GRand *rand)
{
  ScFlow *flow = sc_flow_new ();

  set_random (rand, flow, id, random_id);
  sc_set_string (flow, assembly_version, chance (rand, 80) ? "9.0.0.0" : "8.0.0.0");
  for (int n = g_rand_int_range (rand, 0, 7); n > 0; n--)
    sample_append (flow, stages, random_stage (rand));
  for (int n = chance (rand, 30) ? g_rand_int_range (rand, 0, 4) : 0; n > 0; n--)
    sample_append (flow, transitions, random_transition (rand));
  return flow;
}
