/* sample-flows.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-flows.h"

const char *const sample_names[]
    = { "straight", "controls", "actions", "tables", "branches", "clauses", "empty", NULL };

/* "aaaaaaaa-0000-4000-8000-000000000007" */
static char *
make_id (char kind, guint number)
{
  g_autofree char *eight = g_strnfill (8, kind);

  return g_strdup_printf ("%s-0000-4000-8000-%012u", eight, number);
}

static ScFlow *
flow_new (guint number)
{
  ScFlow *flow = sc_flow_new ();
  g_autofree char *id = make_id ('f', number);

  sc_set_string (flow, id, id);
  sc_set_string (flow, assembly_version, "9.0.0.0");
  return flow;
}

static ScStage *
stage_new (guint number, const char *name, const char *table, guint next)
{
  ScStage *stage = sc_stage_new ();
  g_autofree char *id = make_id ('a', number);
  g_autofree char *next_id = next != 0 ? make_id ('a', next) : NULL;

  sc_set_string (stage, id, id);
  sc_set_string (stage, name, name);
  sc_set_string (stage, table, table);
  sc_set_string (stage, next, next_id);
  stage->category = SC_CATEGORY_NONE;
  sample_append (stage, labels, sc_label_new_text (SC_LANGUAGE_ENGLISH, name));
  return stage;
}

static ScStep *
step_new (guint number, const char *label, const char *column, const char *class_id)
{
  ScStep *step = sc_step_new ();
  g_autofree char *id = make_id ('b', number);

  sc_set_string (step, id, id);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_set_string (step, column, column);
  sc_set_string (step, class_id, class_id);
  sc_set_string (step, display_name, label);
  sample_append (step, labels, sc_label_new_text (SC_LANGUAGE_ENGLISH, label));
  return step;
}

#define TEXT   "4273edbd-ac1d-40d3-9fb2-095c621b552d"
#define CHOICE "3ef39988-22bb-4f0b-bbbe-64b5a3748aee"
#define LOOKUP "270bd3db-d9af-4782-9025-509e298dec0a"
#define BUTTON "00ad73da-bd4d-49c6-88a8-2f4f4cad4a20"

/* Two stages, labels in several languages, characters that need care. */
static ScFlow *
straight_new (void)
{
  ScFlow *flow = flow_new (1);
  ScStage *plant = stage_new (1, "Plant & <water> \"seeds\" it's", "garden_bed", 2);
  ScStage *harvest = stage_new (2, "Harvest", "garden_bed", 0);
  ScStep *seed = step_new (1, "Sort", "garden_seed", LOOKUP);
  ScStep *odd = step_new (2, "{curly} é 漢 🌱\tand\na new line", "garden_note", TEXT);

  seed->required = TRUE;
  sample_append (seed, labels, sc_label_new_text (1031, "Sorte"));
  sample_append (seed, labels, sc_label_new_text (1036, "Variété"));
  sample_append (plant, labels, sc_label_new_text (1031, "Säen"));
  sample_append (plant, steps, seed);
  sample_append (plant, steps, odd);
  harvest->category = SC_CATEGORY_CLOSE;
  sample_append (harvest, steps, step_new (3, "Weight", "garden_weight", TEXT));
  sample_append (flow, stages, plant);
  sample_append (flow, stages, harvest);
  return flow;
}

/* Controls that differ from what their column alone would give. */
static ScFlow *
controls_new (void)
{
  ScFlow *flow = flow_new (2);
  ScStage *stage = stage_new (3, "Check", "garden_tool", 0);
  ScStep *lookup = step_new (4, "Owner", "garden_ownerid", "270BD3DB-D9AF-4782-9025-509E298DEC0A");
  ScStep *link = step_new (5, "Look up", NULL, "dfdf1cde-837b-4ac9-98cf-ac74361fd89d");
  ScStep *named = step_new (6, "Size", "garden_size", CHOICE);
  ScLabel *label = sc_label_new_text (1031, "Größe");

  sc_set_string (lookup, control_id, "owner");
  sc_set_string (lookup, parameters,
                 "<parameters><InlineViewIds>{C14E0638-4996-4720-97CD-C58F0DF74220}</"
                 "InlineViewIds></parameters>");
  lookup->system_control = TRUE;
  sc_set_string (link, control_id, "Garden_LinkControl");
  sc_set_string (link, parameters, "");
  link->system_step_type = 3;
  sc_set_string (named, name, "Size: of the tool");
  sc_set_string (label, own_id, "cccccccc-0000-4000-8000-000000000001");
  sample_append (named, labels, label);
  sc_set_string (stage, name, "Old name: kept");
  stage->category = 924340003;
  sample_append (stage, steps, lookup);
  sample_append (stage, steps, link);
  sample_append (stage, steps, named);
  sample_append (flow, stages, stage);
  return flow;
}

static ScTrigger *
trigger_new (guint number, const char *name, int mode, const char *event, const char *filter)
{
  ScTrigger *trigger = sc_trigger_new ();
  ScTriggerEvent *when = sc_trigger_event_new ();
  g_autofree char *id = make_id ('d', number);
  g_autofree char *workflow = make_id ('e', number);

  sc_set_string (trigger, id, id);
  sc_set_string (trigger, workflow_id, workflow);
  sc_set_string (trigger, name, name);
  trigger->mode = mode;
  sc_set_string (when, event, event);
  sc_set_string (when, filter, filter);
  when->pipeline_stage = g_str_equal (event, "STAGEEXIT") ? 20 : 40;
  sample_append (trigger, events, when);
  return trigger;
}

static ScStep *
button_new (guint number, ScStepKind kind, const char *label, const char *process)
{
  ScStep *step = step_new (number, label, NULL, BUTTON);
  g_autofree char *process_id = make_id ('e', 100 + number);

  step->kind = kind;
  step->unbound = TRUE;
  sc_set_string (step, name, label);
  sc_set_string (step, process_id, process_id);
  sc_set_string (step, process_name, process);
  return step;
}

/* Action and flow steps, triggered workflows; assemblies of version 8. */
static ScFlow *
actions_new (void)
{
  ScFlow *flow = flow_new (3);
  ScStage *first = stage_new (4, "Ask", "garden_order", 5);
  ScStage *last = stage_new (5, "Deliver", "garden_order", 0);
  ScStep *odd = button_new (9, SC_STEP_ACTION, "Odd one", "garden_Odd");
  ScTrigger *silent = trigger_new (4, "Never <runs>", 7, "STAGEENTER", "");

  sc_set_string (flow, assembly_version, "8.0.0.0");
  sample_append (first, steps,
                 button_new (7, SC_STEP_ACTION, "Ask for a quote", "garden_AskQuote"));
  sample_append (first, steps, step_new (8, "Quote", "garden_quote", TEXT));
  sc_set_string (odd, action_id, "dddddddd-0000-4000-8000-000000000077");
  sc_set_string (odd, control_id, "garden_Odd_Step_1");
  odd->action_type = 1;
  sample_append (first, steps, odd);
  sample_append (first, triggers,
                 trigger_new (1, "Thank the customer", SC_WORKFLOW_REAL_TIME, "STAGEENTER",
                              "aaaaaaaa-0000-4000-8000-000000000004"));
  sample_append (first, triggers,
                 trigger_new (2, "Tidy up", SC_WORKFLOW_BACKGROUND, "PROCESSSTATUSCHANGE", "2"));
  sample_append (last, steps, button_new (10, SC_STEP_FLOW, "Call a van", NULL));
  sample_append (last, triggers,
                 trigger_new (3, "Count", SC_WORKFLOW_REAL_TIME, "STAGEEXIT",
                              "aaaaaaaa-0000-4000-8000-000000000005"));
  sc_take_value (silent, events, NULL);
  silent->no_events = TRUE;
  sample_append (last, triggers, silent);
  sample_append (flow, stages, first);
  sample_append (flow, stages, last);
  return flow;
}

static ScTransition *
transition_new (guint source, guint target, const char *relationship, const char *attribute)
{
  ScTransition *transition = sc_transition_new ();
  g_autofree char *source_id = make_id ('a', source);
  g_autofree char *target_id = make_id ('a', target);

  sc_set_string (transition, source, source_id);
  sc_set_string (transition, target, target_id);
  sc_set_string (transition, relationship, relationship);
  sc_set_string (transition, attribute, attribute);
  return transition;
}

/* Four tables, one visited twice; a change of table with and without a relationship. */
static ScFlow *
tables_new (void)
{
  static const char *const tables[]
      = { "garden_bed", "garden_order", "garden_tool", "garden_visitor", "garden_bed" };
  ScFlow *flow = flow_new (4);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strdup_printf ("Part %u", i + 1);
      ScStage *stage
          = stage_new (10 + i, name, tables[i], i + 1 < G_N_ELEMENTS (tables) ? 11 + i : 0);

      sample_append (stage, steps, step_new (20 + i, "Name", "garden_name", TEXT));
      sample_append (flow, stages, stage);
    }
  sample_append (flow, transitions,
                 transition_new (11, 12, "garden_order_garden_tool", "garden_orderid"));
  sample_append (flow, transitions,
                 transition_new (10, 11, "garden_bed_garden_order", "garden_bedid"));
  return flow;
}

static ScOperand *
operand_new (const char *type, const char *value, const char *format)
{
  ScOperand *operand = sc_operand_new ();

  sc_set_string (operand, type, type);
  sc_set_string (operand, value, value);
  sc_set_string (operand, format, format);
  return operand;
}

/* operands ends with NULL; takes them over. */
static ScClause *clause_new (const char *column, const char *operator, ...) G_GNUC_NULL_TERMINATED;

static ScClause *
clause_new (const char *column, const char *operator, ...)
{
  ScClause *clause = sc_clause_new ();
  ScOperand *operand = NULL;
  va_list operands;

  sc_set_string (clause, table, "garden_order");
  sc_set_string (clause, column, column);
  sc_set_string (clause, operator, operator);
  va_start (operands, operator);
  while ((operand = va_arg (operands, ScOperand *)) != NULL)
    sample_append (clause, operands, operand);
  va_end (operands);
  return clause;
}

/* target 0: the flow ends; name NULL: otherwise. */
static ScBranch *
branch_new (const char *name, guint target)
{
  ScBranch *branch = sc_branch_new ();
  g_autofree char *id = target != 0 ? make_id ('a', target) : NULL;

  sc_set_string (branch, name, name);
  sc_set_string (branch, target, id);
  branch->otherwise = name == NULL;
  return branch;
}

static ScBranch *
simple_branch_new (const char *name, guint target)
{
  ScBranch *branch = branch_new (name, target);

  sample_append (branch, clauses,
                 clause_new ("garden_kind", "Equal",
                             operand_new ("OptionSetValue", "100000001", "Picklist"), NULL));
  return branch;
}

/* 31 branches to 32 (which branches again, to 33 or the end) and 34; both meet in 35, which ends
 * unless its one branch, without an "otherwise", holds. */
static ScFlow *
branches_new (void)
{
  ScFlow *flow = flow_new (5);
  ScStage *stages[] = {
    stage_new (31, "Sort", "garden_order", 35),    stage_new (32, "Large", "garden_order", 35),
    stage_new (33, "Huge", "garden_order", 35),    stage_new (34, "Small", "garden_order", 35),
    stage_new (35, "Together", "garden_order", 0), stage_new (36, "Extra", "garden_order", 0),
  };
  ScCondition *outer = sc_condition_new ();
  ScCondition *inner = sc_condition_new ();
  ScCondition *alone = sc_condition_new ();

  sample_append (outer, branches, simple_branch_new ("Is it  large?", 32));
  sample_append (outer, branches, branch_new (NULL, 34));
  sample_append (inner, branches, simple_branch_new ("Huge & heavy", 33));
  sample_append (inner, branches, simple_branch_new ("Given back", 0));
  sample_append (inner, branches, branch_new (NULL, 35));
  sample_append (alone, branches, simple_branch_new ("Extra wish", 36));
  sc_take_value (stages[0], condition, outer);
  sc_take_value (stages[1], condition, inner);
  sc_take_value (stages[4], condition, alone);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      sample_append (stages[i], steps, step_new (30 + i, "Kind", "garden_kind", CHOICE));
      sample_append (flow, stages, stages[i]);
    }
  return flow;
}

static ScOperand *
row_new (const char *table, const char *id, const char *display)
{
  ScOperand *operand = operand_new ("EntityReference", id, "Lookup");

  sc_set_string (operand, table, table);
  sc_set_string (operand, display, display);
  return operand;
}

static ScOperand *
column_new (const char *table, const char *column)
{
  ScOperand *operand = operand_new (SC_OPERAND_COLUMN, column, NULL);

  sc_set_string (operand, table, table);
  return operand;
}

static ScOperand *
raw_new (const char *type, const char *raw)
{
  ScOperand *operand = operand_new (type, NULL, NULL);

  sc_set_string (operand, raw, raw);
  return operand;
}

static void
join (ScBranch *branch, ScJoin how, ScClause *clause)
{
  clause->join = how;
  sample_append (branch, clauses, clause);
}

/* Every kind of operand; one, two and four clauses. */
static ScFlow *
clauses_new (void)
{
  static const char row_id[] = "99999999-0000-4000-8000-000000000001";
  ScFlow *flow = flow_new (6);
  ScStage *stage = stage_new (41, "Decide", "garden_order", 42);
  ScStage *next = stage_new (42, "Go on", "garden_order", 0);
  ScCondition *condition = sc_condition_new ();
  ScBranch *many = branch_new ("Many", 42);
  ScBranch *two = branch_new ("Two \"clauses\"", 42);
  ScBranch *one = branch_new ("One", 42);
  ScBranch *none = branch_new ("None yet", 42);

  sample_append (many, clauses,
                 clause_new ("garden_kind", "Equal",
                             operand_new ("OptionSetValue", "1", "Picklist"),
                             operand_new ("OptionSetValue", "2", "Picklist"), NULL));
  join (many, SC_JOIN_AND,
        clause_new ("garden_bedid", "NotEqual",
                    row_new ("garden_bed", row_id, "Bed \"No. 1\", south"),
                    row_new ("garden_bed", row_id, ""), NULL));
  join (many, SC_JOIN_OR,
        clause_new ("garden_price", "GreaterThan", operand_new ("Money", "1000", NULL), NULL));
  join (many, SC_JOIN_AND, clause_new ("garden_note", "Null", NULL));
  sample_append (two, clauses,
                 clause_new ("garden_start", "GreaterThan",
                             column_new ("garden_order", "garden_end"),
                             operand_new ("DateTime", "2026-01-31T00:00:00", "DateTime"), NULL));
  join (two, SC_JOIN_OR,
        clause_new ("garden_name", "Equal", operand_new ("String", "A & <b>", "String"), NULL));
  sample_append (one, clauses,
                 clause_new ("garden_done", "Equal", operand_new ("Boolean", "1", NULL),
                             operand_new ("Guid", row_id, "UniqueIdentifier"),
                             operand_new ("Integer", "-7", "Integer"),
                             operand_new ("Decimal", "0.5", NULL),
                             operand_new ("Strange", "kept", "as it is"),
                             raw_new ("Stranger", "New Date(2026, 1), \"x\""), NULL));
  sample_append (condition, branches, many);
  sample_append (condition, branches, two);
  sample_append (condition, branches, one);
  sample_append (condition, branches, none);
  sc_take_value (stage, condition, condition);
  sample_append (flow, stages, stage);
  sample_append (flow, stages, next);
  return flow;
}

static ScFlow *
empty_new (void)
{
  return flow_new (7);
}

ScFlow *
sample_flow_new (const char *name)
{
  static ScFlow *(*const makers[]) (void) = { straight_new, controls_new, actions_new, tables_new,
                                              branches_new, clauses_new,  empty_new };

  for (guint i = 0; sample_names[i] != NULL; i++)
    {
      if (g_str_equal (sample_names[i], name))
        return makers[i]();
    }
  g_assert_not_reached ();
}
