/* test-runs.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-step.h"
#include "sc-edit-trigger.h"
#include "sc-outline.h"

#include <string.h>

#define ACTION     "a0000000-0000-4000-8000-000000000001"
#define WORKFLOW   "b0000000-0000-4000-8000-000000000002"
#define BACKGROUND "b0000000-0000-4000-8000-000000000003"
#define CLOUD_FLOW "c0000000-0000-4000-8000-000000000004"
#define ELSEWHERE  "d0000000-0000-4000-8000-000000000005"

/* Processes that cannot be run, by the reason. */
#define DRAFT    "e0000000-0000-4000-8000-000000000001"
#define BY_EVENT "e0000000-0000-4000-8000-000000000002"
#define GLOBAL   "e0000000-0000-4000-8000-000000000003"
#define OTHER    "e0000000-0000-4000-8000-000000000004"
#define ROWS     "e0000000-0000-4000-8000-000000000005"
#define TURNED   "e0000000-0000-4000-8000-000000000006"

static const struct
{
  const char *id, *name, *unique_name, *table;
  int category;
  gboolean active, on_demand, real_time;
  const char *parameter;
} processes[] = {
  { ACTION, "Send quote", "SendQuote", "T", SC_PROCESS_ACTION, TRUE, FALSE, FALSE, "String" },
  { WORKFLOW, "Tell boss", NULL, "t", SC_PROCESS_WORKFLOW, TRUE, TRUE, TRUE, NULL },
  { BACKGROUND, "Count", NULL, "t", SC_PROCESS_WORKFLOW, TRUE, TRUE, FALSE, NULL },
  { CLOUD_FLOW, "Ask", NULL, NULL, SC_PROCESS_CLOUD_FLOW, TRUE, FALSE, FALSE, NULL },
  { DRAFT, "Draft", NULL, "t", SC_PROCESS_WORKFLOW, FALSE, TRUE, TRUE, NULL },
  { BY_EVENT, "By event", NULL, "t", SC_PROCESS_WORKFLOW, TRUE, FALSE, TRUE, NULL },
  { GLOBAL, "Global", "Global", NULL, SC_PROCESS_ACTION, TRUE, FALSE, FALSE, NULL },
  { OTHER, "Other", NULL, "u", SC_PROCESS_WORKFLOW, TRUE, TRUE, TRUE, NULL },
  { ROWS, "Rows", "Rows", "t", SC_PROCESS_ACTION, TRUE, FALSE, FALSE, "EntityCollection" },
  { TURNED, "Turned off", NULL, NULL, SC_PROCESS_CLOUD_FLOW, FALSE, FALSE, FALSE, NULL },
};

static ScProcess *
make_process (guint i)
{
  g_autoptr (ScParameter) parameter = sc_parameter_new ();
  ScProcess *process = sc_process_new ();

  sc_set_string (process, id, processes[i].id);
  sc_set_string (process, name, processes[i].name);
  sc_set_string (process, unique_name, processes[i].unique_name);
  sc_set_string (process, table, processes[i].table);
  process->category = processes[i].category;
  process->active = processes[i].active;
  process->on_demand = processes[i].on_demand;
  process->real_time = processes[i].real_time;
  sc_set_string (parameter, type, processes[i].parameter);
  if (processes[i].parameter != NULL)
    sc_take_value (process, parameters, sc_list_append (NULL, parameter));
  return process;
}

static ScSolution *
make_solution (const char *outline)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution (outline);
  ScSolution *solution = sc_solution_copy (start);

  sc_set_string (solution, prefix, "new");
  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      g_autoptr (ScProcess) process = make_process (i);

      sc_take_value (solution, processes, sc_list_append (solution->processes, process));
    }
  return solution;
}

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static const ScStage *
get_stage (const ScSolution *solution, const char *id)
{
  return sc_flow_find_stage (first_flow (solution), id, NULL);
}

static const ScStep *
get_step (const ScSolution *solution, const char *id)
{
  return sc_flow_find_step (first_flow (solution), id, NULL, NULL);
}

static ScSolution *
add (const ScSolution *solution, ScStepKind kind, const ScRun *run, GError **error)
{
  return sc_edit_step_add_running (solution, "flow", "A", 0, "S", kind, run, error);
}

static void
test_add (void)
{
  static const struct
  {
    ScStepKind kind;
    ScRun run;
    const char *process_id, *name, *process_name;
    int type;
  } cases[] = {
    { SC_STEP_ACTION, { .id = ACTION }, ACTION, "Send quote", "new_SendQuote", 0 },
    { SC_STEP_ACTION, { .id = WORKFLOW }, WORKFLOW, "Tell boss", "", SC_WORKFLOW_REAL_TIME },
    { SC_STEP_ACTION, { .id = BACKGROUND }, BACKGROUND, "Count", "", SC_WORKFLOW_BACKGROUND },
    { SC_STEP_FLOW, { .id = CLOUD_FLOW }, CLOUD_FLOW, "Ask", NULL, 0 },
    /* By hand, in whatever form people have the id. */
    { SC_STEP_ACTION,
      { "{D0000000-0000-4000-8000-000000000005}", NULL, "new_Far", 0 },
      ELSEWHERE,
      "new_Far",
      "new_Far",
      0 },
    { SC_STEP_ACTION,
      { ELSEWHERE, "Far", NULL, SC_WORKFLOW_REAL_TIME },
      ELSEWHERE,
      "Far",
      "",
      SC_WORKFLOW_REAL_TIME },
    { SC_STEP_FLOW, { ELSEWHERE, "Far", NULL, 0 }, ELSEWHERE, "Far", NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) start = make_solution ("A>B B>");
      g_autoptr (ScSolution) kept = make_solution ("A>B B>");
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after = add (start, cases[i].kind, &cases[i].run, &error);
      const ScStep *step;

      g_assert_no_error (error);
      step = get_step (after, "S");
      g_assert_true (step == sc_list_get (get_stage (after, "A")->steps, 0));
      g_assert_cmpint (step->kind, ==, cases[i].kind);
      g_assert_cmpstr (step->process_id, ==, cases[i].process_id);
      g_assert_cmpstr (step->name, ==, cases[i].name);
      g_assert_cmpstr (step->display_name, ==, cases[i].name);
      g_assert_cmpstr (sc_step_get_label (step, SC_LANGUAGE_ENGLISH), ==, cases[i].name);
      g_assert_cmpstr (step->process_name, ==, cases[i].process_name);
      g_assert_cmpint (step->action_type, ==, cases[i].type);
      g_assert_cmpstr (step->class_id, ==, "00ad73da-bd4d-49c6-88a8-2f4f4cad4a20");
      g_assert_true (step->unbound);
      g_assert_null (step->column);
      g_assert_null (step->control_id);
      g_assert_null (step->action_id);
      g_assert_null (step->parameters);
      g_assert_false (step->required);

      /* The one before is as it was, and what is not concerned is shared. */
      g_assert_true (sc_solution_equal (start, kept));
      g_assert_true (get_stage (after, "B") == get_stage (start, "B"));
      g_assert_true (after->processes == start->processes);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    ScStepKind kind;
    ScRun run;
    const char *because;
  } cases[] = {
    { SC_STEP_ACTION, { .id = DRAFT }, "It is not active" },
    { SC_STEP_ACTION, { .id = BY_EVENT }, "It cannot be run on demand" },
    { SC_STEP_ACTION, { .id = GLOBAL }, "It belongs to no table" },
    { SC_STEP_ACTION, { .id = OTHER }, "It runs on “u”" },
    { SC_STEP_ACTION, { .id = ROWS }, "cannot handle its parameters" },
    { SC_STEP_ACTION, { .id = CLOUD_FLOW }, "“Ask” is no action and no workflow." },
    { SC_STEP_FLOW, { .id = ACTION }, "“Send quote” is no cloud flow." },
    { SC_STEP_FLOW, { .id = TURNED }, "It is turned off" },
    { SC_STEP_FLOW, { .id = NULL }, "is no id" },
    { SC_STEP_FLOW, { "c0000000-0000", "Far", NULL, 0 }, "“c0000000-0000” is no id" },
    { SC_STEP_FLOW, { .id = ELSEWHERE }, "The name of the process is missing" },
    { SC_STEP_ACTION, { ELSEWHERE, "Far", NULL, 0 }, "The unique name of the action is missing" },
    { SC_STEP_ACTION,
      { ELSEWHERE, "", "", SC_WORKFLOW_BACKGROUND },
      "The name of the process is missing" },
  };
  g_autoptr (ScSolution) start = make_solution ("A>");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (add (start, cases[i].kind, &cases[i].run, &error));
      g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].because));
    }
}

static ScSolution *
set_process (const ScSolution *solution, const char *step, const ScRun *run, GError **error)
{
  return sc_edit_step_set_process (solution, "flow", step, run, error);
}

static void
test_set_process (void)
{
  g_autoptr (ScSolution) start = make_solution ("A>");
  g_autoptr (ScSolution) added = add (start, SC_STEP_ACTION, &(ScRun){ .id = ACTION }, NULL);
  g_autoptr (ScSolution) other = set_process (added, "S", &(ScRun){ .id = WORKFLOW }, NULL);
  g_autoptr (ScSolution) same
      = set_process (other, "S", &(ScRun){ .id = "{B0000000-0000-4000-8000-000000000002}" }, NULL);
  g_autoptr (ScSolution) named
      = sc_edit_step_set_label (other, "flow", "S", SC_LANGUAGE_ENGLISH, "Go", NULL);
  g_autoptr (ScSolution) back = set_process (named, "S", &(ScRun){ .id = ACTION }, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sc_step_get_label (get_step (other, "S"), 0), ==, "Tell boss");
  g_assert_cmpstr (get_step (other, "S")->name, ==, "Tell boss");
  g_assert_cmpstr (get_step (other, "S")->process_name, ==, "");
  g_assert_cmpint (get_step (other, "S")->action_type, ==, SC_WORKFLOW_REAL_TIME);
  g_assert_true (same == other);

  /* A label that people have chosen stays; so does what stands on the button. */
  g_assert_cmpstr (get_step (named, "S")->display_name, ==, "Go");
  g_assert_cmpstr (sc_step_get_label (get_step (back, "S"), 0), ==, "Go");
  g_assert_cmpstr (get_step (back, "S")->display_name, ==, "Go");
  g_assert_cmpstr (get_step (back, "S")->process_name, ==, "new_SendQuote");
  g_assert_cmpint (get_step (back, "S")->action_type, ==, 0);

  g_assert_null (set_process (start, "A1", &(ScRun){ .id = ACTION }, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (set_process (start, "gone", &(ScRun){ .id = ACTION }, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (set_process (added, "S", &(ScRun){ .id = DRAFT }, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

/* The label of a flow step is its own; the step goes on to be named after the cloud flow. */
static void
test_flow_step_name (void)
{
  g_autoptr (ScSolution) start = make_solution ("A>");
  g_autoptr (ScSolution) added = add (start, SC_STEP_FLOW, &(ScRun){ .id = CLOUD_FLOW }, NULL);
  g_autoptr (ScSolution) named
      = sc_edit_step_set_label (added, "flow", "S", SC_LANGUAGE_ENGLISH, "Start", NULL);

  g_assert_cmpstr (get_step (named, "S")->name, ==, "Ask");
  g_assert_cmpstr (get_step (named, "S")->display_name, ==, "Start");
}

static ScSolution *
trigger (
    const ScSolution *solution, const char *stage, ScMoment moment, const char *run, GError **error)
{
  return sc_edit_trigger_add (solution, "flow", stage, moment, "T", &(ScRun){ .id = run }, error);
}

static void
test_trigger_add (void)
{
  static const struct
  {
    ScMoment moment;
    const char *run, *stage, *event, *filter;
    int pipeline_stage, mode;
  } cases[] = {
    { SC_MOMENT_STAGE_ENTERED, WORKFLOW, "B", "STAGEENTER", "B", 40, SC_WORKFLOW_REAL_TIME },
    { SC_MOMENT_STAGE_LEFT, BACKGROUND, "B", "STAGEEXIT", "B", 20, SC_WORKFLOW_BACKGROUND },
    { SC_MOMENT_FLOW_APPLIED, WORKFLOW, "A", "PROCESSAPPLIED", "FLOW", 40, 2 },
    { SC_MOMENT_FLOW_REACTIVATED, WORKFLOW, "A", "PROCESSSTATUSCHANGE", "1", 40, 2 },
    { SC_MOMENT_FLOW_FINISHED, WORKFLOW, "A", "PROCESSSTATUSCHANGE", "2", 40, 2 },
    { SC_MOMENT_FLOW_ABANDONED, WORKFLOW, "A", "PROCESSSTATUSCHANGE", "3", 40, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) start = make_solution ("A>B B>");
      g_autoptr (ScSolution) kept = make_solution ("A>B B>");
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after = trigger (start, "B", cases[i].moment, cases[i].run, &error);
      const ScTrigger *added;
      const ScTriggerEvent *event;
      ScMoment moment;

      g_assert_no_error (error);
      g_assert_true (sc_solution_equal (start, kept));
      added = sc_list_get (get_stage (after, cases[i].stage)->triggers, 0);
      event = sc_list_get (added->events, 0);
      g_assert_cmpstr (added->id, ==, "T");
      g_assert_cmpstr (added->workflow_id, ==, cases[i].run);
      g_assert_cmpint (added->mode, ==, cases[i].mode);
      g_assert_false (added->no_events);
      g_assert_cmpuint (sc_list_length (added->events), ==, 1);
      g_assert_cmpstr (event->event, ==, cases[i].event);
      g_assert_cmpstr (event->filter, ==, cases[i].filter);
      g_assert_cmpint (event->pipeline_stage, ==, cases[i].pipeline_stage);
      g_assert_true (sc_moment_from_event (event, &moment));
      g_assert_cmpint (moment, ==, cases[i].moment);
      g_assert_true (sc_trigger_is_of_flow (added) == !sc_moment_is_of_stage (moment));

      /* Once is enough. */
      g_assert_null (trigger (after, "B", cases[i].moment, cases[i].run, &error));
      g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "already"));
      g_clear_error (&error);
    }
}

static void
test_trigger_refused (void)
{
  g_autoptr (ScSolution) start = make_solution ("A>B:u>C C>");
  g_autoptr (ScSolution) empty = make_solution ("");
  static const struct
  {
    const char *stage;
    ScMoment moment;
    const char *run;
    int code;
  } cases[] = {
    { "A", SC_MOMENT_STAGE_ENTERED, ACTION, SC_EDIT_ERROR_INVALID },
    { "A", SC_MOMENT_STAGE_ENTERED, CLOUD_FLOW, SC_EDIT_ERROR_INVALID },
    { "A", SC_MOMENT_STAGE_ENTERED, DRAFT, SC_EDIT_ERROR_INVALID },
    { "A", SC_MOMENT_STAGE_LEFT, OTHER, SC_EDIT_ERROR_INVALID },
    { "A", SC_MOMENT_FLOW_FINISHED, BY_EVENT, SC_EDIT_ERROR_INVALID },
    { "A", SC_MOMENT_FLOW_FINISHED, OTHER, SC_EDIT_ERROR_INVALID },
    { "A", SC_MOMENT_FLOW_FINISHED, "nonsense", SC_EDIT_ERROR_INVALID },
    { "Z", SC_MOMENT_STAGE_ENTERED, WORKFLOW, SC_EDIT_ERROR_NOT_FOUND },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (trigger (start, cases[i].stage, cases[i].moment, cases[i].run, &error));
      g_assert_error (error, SC_EDIT_ERROR, (int) cases[i].code);
      g_clear_error (&error);
    }
  g_assert_null (trigger (empty, NULL, SC_MOMENT_FLOW_FINISHED, WORKFLOW, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
}

static ScSolution *
set_workflow (const ScSolution *solution, const char *id, const ScRun *run, GError **error)
{
  return sc_edit_trigger_set_workflow (solution, "flow", "A", id, run, error);
}

static void
test_trigger_set_workflow (void)
{
  g_autoptr (ScSolution) start = make_solution ("A>");
  g_autoptr (ScSolution) one = trigger (start, "A", SC_MOMENT_STAGE_ENTERED, WORKFLOW, NULL);
  g_autoptr (ScSolution) same = set_workflow (one, "T", &(ScRun){ .id = WORKFLOW }, NULL);
  g_autoptr (ScSolution) other = set_workflow (one, "T", &(ScRun){ .id = BACKGROUND }, NULL);
  g_autoptr (ScSolution) far
      = set_workflow (one, "T", &(ScRun){ ELSEWHERE, "Far", NULL, SC_WORKFLOW_REAL_TIME }, NULL);
  g_autoptr (ScSolution) slow
      = set_workflow (far, "T", &(ScRun){ ELSEWHERE, "Far", NULL, SC_WORKFLOW_BACKGROUND }, NULL);
  g_autoptr (ScSolution) two = sc_edit_trigger_add (one, "flow", "A", SC_MOMENT_STAGE_ENTERED, "U",
                                                    &(ScRun){ .id = BACKGROUND }, NULL);
  g_autoptr (GError) error = NULL;
  const ScTrigger *before = sc_list_get (get_stage (one, "A")->triggers, 0);
  const ScTrigger *after = sc_list_get (get_stage (other, "A")->triggers, 0);

  g_assert_true (same == one);
  g_assert_true (after->events == before->events);
  g_assert_cmpstr (after->workflow_id, ==, BACKGROUND);
  g_assert_cmpstr (after->name, ==, "Count");
  g_assert_cmpint (after->mode, ==, SC_WORKFLOW_BACKGROUND);
  after = sc_list_get (get_stage (slow, "A")->triggers, 0);
  g_assert_cmpstr (after->name, ==, "Far");
  g_assert_cmpint (after->mode, ==, SC_WORKFLOW_BACKGROUND);

  g_assert_null (set_workflow (two, "U", &(ScRun){ .id = WORKFLOW }, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (set_workflow (two, "gone", &(ScRun){ .id = WORKFLOW }, &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

/* The prefix of the publisher is put before the name of an action once. */
static void
test_unique_name (void)
{
  static const struct
  {
    const char *prefix, *name, *unique_name, *expected;
  } cases[] = {
    { "new", "Send quote", "SendQuote", "new_SendQuote" },
    { "new", "Send quote", "new_SendQuote", "new_SendQuote" },
    { "new", "Send quote", "newSendQuote", "new_newSendQuote" },
    { NULL, "Send quote", "SendQuote", "SendQuote" },
    { NULL, "SendQuote", NULL, "SendQuote" },
    { NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) solution = sc_solution_new ();
      g_autoptr (ScProcess) process = sc_process_new ();
      g_autofree char *name = NULL;

      process->category = SC_PROCESS_ACTION;
      sc_set_string (solution, prefix, cases[i].prefix);
      sc_set_string (process, name, cases[i].name);
      sc_set_string (process, unique_name, cases[i].unique_name);
      name = sc_run_dup_unique_name (solution, process);
      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/run/add", test_add);
  g_test_add_func ("/edit/run/refused", test_refused);
  g_test_add_func ("/edit/run/set-process", test_set_process);
  g_test_add_func ("/edit/run/flow-step-name", test_flow_step_name);
  g_test_add_func ("/edit/run/unique-name", test_unique_name);
  g_test_add_func ("/edit/trigger/add", test_trigger_add);
  g_test_add_func ("/edit/trigger/refused", test_trigger_refused);
  g_test_add_func ("/edit/trigger/set-workflow", test_trigger_set_workflow);
  return g_test_run ();
}
