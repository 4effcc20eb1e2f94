/* sc-big-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-big-flow.h"

#include "sc-edit-flow.h"

#define N_TABLES     SC_MAX_TABLES
#define N_COLUMNS    60 /* per table */
#define N_ROLES      12
#define N_PRIVILEGES 300 /* per role, beside those on the flow's own table */
#define BRANCH_EVERY 6   /* stages */
#define BUTTON_EVERY 11  /* steps */
#define GERMAN       1031
#define FLOW_TABLE   "bench_bigflow"

char *
sc_big_stage_id (guint stage)
{
  return g_strdup_printf ("5a6e0000-0000-4000-8000-%012u", stage);
}

char *
sc_big_step_id (guint stage, guint step)
{
  return g_strdup_printf ("57e90000-0000-4000-8000-%06u%06u", stage, step);
}

/* Makes a text of a format and sets it as a field of a draft. */
#define set_text(draft, field, ...)                            \
  G_STMT_START                                                 \
  {                                                            \
    g_autofree char *big_text = g_strdup_printf (__VA_ARGS__); \
    sc_set_string ((draft), field, big_text);                  \
  }                                                            \
  G_STMT_END

static ScList *
make_labels (const char *english, const char *german, guint number)
{
  GPtrArray *labels = sc_list_collect ();
  g_autofree char *english_text = g_strdup_printf ("%s %u", english, number);
  g_autofree char *german_text = g_strdup_printf ("%s %u", german, number);

  g_ptr_array_add (labels, sc_label_new_text (SC_LANGUAGE_ENGLISH, english_text));
  g_ptr_array_add (labels, sc_label_new_text (GERMAN, german_text));
  return sc_list_new_take (labels);
}

static ScColumnType
get_type (guint column)
{
  static const ScColumnType types[] = {
    SC_COLUMN_TEXT,     SC_COLUMN_CHOICE, SC_COLUMN_YES_NO,  SC_COLUMN_LOOKUP, SC_COLUMN_DATE,
    SC_COLUMN_CURRENCY, SC_COLUMN_EMAIL,  SC_COLUMN_INTEGER, SC_COLUMN_STATUS, SC_COLUMN_TEXT_AREA,
  };

  return types[column % G_N_ELEMENTS (types)];
}

static ScList *
make_options (void)
{
  GPtrArray *options = sc_list_collect ();

  for (guint i = 0; i < 8; i++)
    {
      ScOption *option = sc_option_new ();

      option->value = 100000000 + i;
      sc_take_value (option, labels, make_labels ("Option", "Auswahl", i));
      g_ptr_array_add (options, option);
    }
  return sc_list_new_take (options);
}

static ScColumn *
make_column (guint number)
{
  ScColumn *column = sc_column_new ();

  set_text (column, name, "bench_column%u", number);
  set_text (column, schema_name, "bench_Column%u", number);
  sc_take_value (column, labels, make_labels ("Column", "Spalte", number));
  column->type = get_type (number);
  if (column->type == SC_COLUMN_CHOICE || column->type == SC_COLUMN_STATUS)
    sc_take_value (column, options, make_options ());
  if (column->type == SC_COLUMN_LOOKUP)
    {
      g_autoptr (ScLabel) target = sc_label_new_text (0, "bench_table0");

      sc_take_value (column, targets, sc_list_append (NULL, target));
    }
  return column;
}

static ScTable *
make_table (guint number)
{
  ScTable *table = sc_table_new ();
  GPtrArray *columns = sc_list_collect ();

  for (guint i = 0; i < N_COLUMNS; i++)
    g_ptr_array_add (columns, make_column (i));
  set_text (table, name, "bench_table%u", number);
  set_text (table, schema_name, "bench_Table%u", number);
  sc_take_value (table, labels, make_labels ("Table", "Tabelle", number));
  sc_take_value (table, columns, sc_list_new_take (columns));
  table->flow_enabled = SC_TRI_YES;
  table->ownership = SC_OWNERSHIP_USER;
  table->complete = TRUE;
  return table;
}

static ScTable *
make_backing_table (void)
{
  ScTable *table = sc_table_new ();

  sc_set_string (table, name, FLOW_TABLE);
  sc_take_value (table, labels, make_labels ("Big flow", "Großer Ablauf", 1));
  table->backing = TRUE;
  table->ownership = SC_OWNERSHIP_ORGANIZATION;
  return table;
}

static ScRelationship *
make_relationship (guint referenced, guint referencing)
{
  ScRelationship *relationship = sc_relationship_new ();

  set_text (relationship, name, "bench_table%u_table%u", referenced, referencing);
  set_text (relationship, referenced, "bench_table%u", referenced);
  set_text (relationship, referencing, "bench_table%u", referencing);
  set_text (relationship, attribute, "bench_table%uid", referenced);
  return relationship;
}

static ScPrivilege *
make_privilege (char *name, ScLevel level)
{
  ScPrivilege *privilege = sc_privilege_new ();

  sc_set_string (privilege, name, name);
  privilege->level = level;
  g_free (name);
  return privilege;
}

static int
compare_privileges (gconstpointer a, gconstpointer b)
{
  const ScPrivilege *const *one = a;
  const ScPrivilege *const *other = b;

  return g_ascii_strcasecmp ((*one)->name, (*other)->name);
}

static ScRole *
make_role (guint number)
{
  ScRole *role = sc_role_new ();
  GPtrArray *privileges = sc_list_collect ();

  for (guint i = 0; i < N_PRIVILEGES; i++)
    {
      g_autofree char *table = g_strdup_printf ("bench_table%u", i / SC_N_ACCESS);

      g_ptr_array_add (privileges,
                       make_privilege (sc_access_get_privilege_name (i % SC_N_ACCESS, table),
                                       1 + (i + number) % 4));
    }
  for (guint i = 0; number % 3 != 0 && i < SC_N_ACCESS; i++)
    g_ptr_array_add (privileges, make_privilege (sc_access_get_privilege_name (i, FLOW_TABLE),
                                                 SC_LEVEL_ORGANIZATION));
  g_ptr_array_sort (privileges, compare_privileges);
  set_text (role, id, "401e0000-0000-4000-8000-%012u", number);
  set_text (role, name, "Bench role %02u", number);
  sc_take_value (role, privileges, sc_list_new_take (privileges));
  return role;
}

static void
make_button (ScStep *step, guint number)
{
  step->kind = number % 2 == 0 ? SC_STEP_ACTION : SC_STEP_FLOW;
  step->unbound = TRUE;
  sc_set_string (step, column, NULL);
  sc_set_string (step, class_id, "00ad73da-bd4d-49c6-88a8-2f4f4cad4a20");
  set_text (step, process_id, "9a0c0000-0000-4000-8000-%012u", number);
  if (step->kind == SC_STEP_ACTION)
    set_text (step, process_name, "bench_Action%u", number);
}

static ScStep *
make_step (guint stage, guint number)
{
  ScStep *step = sc_step_new ();
  guint column = (stage * 7 + number) % N_COLUMNS;
  g_autofree char *id = sc_big_step_id (stage, number);

  sc_set_string (step, id, id);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_take_value (step, labels, make_labels ("Column", "Spalte", column));
  step->required = number % 4 == 0;
  set_text (step, column, "bench_column%u", column);
  set_text (step, display_name, "Column %u", column);
  sc_set_string (step, class_id, sc_column_type_get_class_id (get_type (column)));
  if (number % BUTTON_EVERY == BUTTON_EVERY - 1)
    make_button (step, number);
  return step;
}

static ScTrigger *
make_trigger (guint stage)
{
  ScTrigger *trigger = sc_trigger_new ();
  g_autoptr (ScTriggerEvent) event = sc_trigger_event_new ();
  g_autofree char *stage_id = sc_big_stage_id (stage);

  set_text (trigger, id, "74660000-0000-4000-8000-%012u", stage);
  set_text (trigger, workflow_id, "00f10000-0000-4000-8000-%012u", stage);
  set_text (trigger, name, "When stage %u begins", stage);
  trigger->mode = SC_WORKFLOW_BACKGROUND;
  sc_set_string (event, event, "STAGEENTER");
  sc_set_string (event, filter, stage_id);
  event->pipeline_stage = 40;
  sc_take_value (trigger, events, sc_list_append (NULL, event));
  return trigger;
}

static ScClause *
make_clause (const ScStage *stage)
{
  const ScStep *step = sc_list_get (stage->steps, 0);
  ScClause *clause = sc_clause_new ();
  g_autoptr (ScOperand) operand = sc_operand_new ();

  sc_set_string (clause, table, stage->table);
  sc_set_string (clause, column, step != NULL ? step->column : "bench_column1");
  sc_set_string (clause, operator, "Equal");
  sc_set_string (operand, type, "OptionSetValue");
  sc_set_string (operand, value, "100000001");
  sc_set_string (operand, format, "Picklist");
  sc_take_value (clause, operands, sc_list_append (NULL, operand));
  return clause;
}

static ScBranch *
make_branch (const ScStage *stage, guint target, gboolean otherwise)
{
  ScBranch *branch = sc_branch_new ();
  g_autofree char *id = sc_big_stage_id (target);

  sc_set_string (branch, target, id);
  branch->otherwise = otherwise;
  if (!otherwise)
    {
      g_autoptr (ScClause) clause = make_clause (stage);

      set_text (branch, name, "Goes to stage %u", target);
      sc_take_value (branch, clauses, sc_list_append (NULL, clause));
    }
  return branch;
}

/* The first stage of a group leads to the second or the third, which meet in the fourth. A group
 * that would not end before the flow does is a row. */
static gboolean
is_in_branching_group (guint stage, guint n_stages)
{
  return stage - stage % BRANCH_EVERY + 3 < n_stages;
}

static guint
get_next (guint stage, guint n_stages)
{
  guint place = stage % BRANCH_EVERY;

  if (!is_in_branching_group (stage, n_stages))
    return stage + 1;
  return place == 0 ? stage + 3 : place == 1 ? stage + 2 : stage + 1;
}

static ScCondition *
make_condition (const ScStage *stage, guint number)
{
  ScCondition *condition = sc_condition_new ();
  GPtrArray *branches = sc_list_collect ();

  g_ptr_array_add (branches, make_branch (stage, number + 1, FALSE));
  g_ptr_array_add (branches, make_branch (stage, number + 2, TRUE));
  sc_take_value (condition, branches, sc_list_new_take (branches));
  return condition;
}

static guint
get_table (guint stage, guint n_stages)
{
  return stage * N_TABLES / n_stages;
}

static ScStage *
make_stage (guint number, guint n_stages, guint n_steps)
{
  ScStage *stage = sc_stage_new ();
  GPtrArray *steps = sc_list_collect ();
  guint next = get_next (number, n_stages);
  g_autofree char *id = sc_big_stage_id (number);

  for (guint i = 0; i < n_steps; i++)
    g_ptr_array_add (steps, make_step (number, i));
  sc_set_string (stage, id, id);
  set_text (stage, name, "Stage %u", number + 1);
  sc_take_value (stage, labels, make_labels ("Stage", "Phase", number + 1));
  stage->category = number % SC_N_CATEGORIES;
  set_text (stage, table, "bench_table%u", get_table (number, n_stages));
  sc_take_value (stage, steps, sc_list_new_take (steps));
  if (number % 5 == 0)
    {
      g_autoptr (ScTrigger) trigger = make_trigger (number);

      sc_take_value (stage, triggers, sc_list_append (NULL, trigger));
    }
  if (number % BRANCH_EVERY == 0 && is_in_branching_group (number, n_stages))
    sc_take_value (stage, condition, make_condition (stage, number));
  if (next < n_stages)
    {
      g_autofree char *next_id = sc_big_stage_id (next);

      sc_set_string (stage, next, next_id);
    }
  return stage;
}

static ScTransition *
make_transition (guint source, guint target, guint n_stages)
{
  ScTransition *transition = sc_transition_new ();
  g_autofree char *source_id = sc_big_stage_id (source);
  g_autofree char *target_id = sc_big_stage_id (target);
  guint table = get_table (source, n_stages);

  sc_set_string (transition, source, source_id);
  sc_set_string (transition, target, target_id);
  set_text (transition, attribute, "bench_table%uid", table);
  set_text (transition, relationship, "bench_table%u_table%u", table, get_table (target, n_stages));
  return transition;
}

static ScFlow *
make_flow (guint n_stages, guint n_steps)
{
  ScFlow *flow = sc_flow_new ();
  GPtrArray *stages = sc_list_collect ();
  GPtrArray *transitions = sc_list_collect ();

  for (guint i = 0; i < n_stages; i++)
    g_ptr_array_add (stages, make_stage (i, n_stages, n_steps));
  for (guint i = 1; i < n_stages; i++)
    {
      if (get_table (i - 1, n_stages) != get_table (i, n_stages))
        g_ptr_array_add (transitions, make_transition (i - 1, i, n_stages));
    }
  sc_set_string (flow, id, SC_BIG_FLOW_ID);
  sc_set_string (flow, name, "Big flow");
  sc_set_string (flow, unique_name, FLOW_TABLE);
  sc_set_string (flow, primary_table, "bench_Table0");
  sc_set_string (flow, assembly_version, "9.0.0.0");
  flow->active = TRUE;
  flow->order = 1;
  sc_take_value (flow, labels, make_labels ("Big flow", "Großer Ablauf", 1));
  sc_take_value (flow, stages, sc_list_new_take (stages));
  sc_take_value (flow, transitions, sc_list_new_take (transitions));
  return flow;
}

ScSolution *
sc_big_solution_new (guint stages, guint steps)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = make_flow (stages, steps);
  GPtrArray *tables = sc_list_collect ();
  GPtrArray *relationships = sc_list_collect ();
  GPtrArray *roles = sc_list_collect ();

  for (guint i = 0; i < N_TABLES; i++)
    g_ptr_array_add (tables, make_table (i));
  g_ptr_array_add (tables, make_backing_table ());
  for (guint i = 1; i < N_TABLES; i++)
    g_ptr_array_add (relationships, make_relationship (i - 1, i));
  for (guint i = 0; i < N_ROLES; i++)
    g_ptr_array_add (roles, make_role (i));
  sc_set_string (solution, unique_name, "BigBench");
  sc_take_value (solution, labels, make_labels ("Big bench", "Große Bank", 1));
  sc_set_string (solution, version, "1.0.0.0");
  sc_set_string (solution, publisher, "bench");
  sc_set_string (solution, prefix, "bench");
  solution->language = SC_LANGUAGE_ENGLISH;
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  sc_take_value (solution, tables, sc_list_new_take (tables));
  sc_take_value (solution, relationships, sc_list_new_take (relationships));
  sc_take_value (solution, roles, sc_list_new_take (roles));
  return solution;
}

ScSolution *
sc_big_solution_new_many (guint flows, guint stages, guint steps)
{
  ScSolution *solution = sc_big_solution_new (stages, steps);
  const ScFlow *first = sc_list_get (solution->flows, 0);

  for (guint i = 1; i < flows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Flow %u", i);
      ScSolution *more = sc_edit_flow_copy (solution, first->id, NULL, name, TRUE, NULL);

      g_assert_nonnull (more);
      sc_solution_unref (solution);
      solution = more;
    }
  return solution;
}
