/* test-steps.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-identity.h"
#include "sc-edit-step.h"
#include "sc-outline.h"

static const ScFlow *
first_flow (const ScSolution *solution)
{
  return sc_list_get (solution->flows, 0);
}

static char *
write_steps (const ScSolution *solution)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (first_flow (solution)->stages, const ScStage *, stage)
    {
      if (stage_i > 0)
        g_string_append_c (text, '|');
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_string_append_printf (text, "%s%s", step->id, step->required ? "*" : "");
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_steps (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) added
      = sc_edit_step_add (start, "flow", "A", 0, "A0", "First", NULL, NULL);
  g_autoptr (ScSolution) moved = sc_edit_step_move (added, "flow", "A0", "B", 9, NULL);
  g_autoptr (ScSolution) within = sc_edit_step_move (moved, "flow", "A0", "B", 0, NULL);
  g_autoptr (ScSolution) same = sc_edit_step_move (within, "flow", "A0", "B", 0, NULL);
  g_autoptr (ScSolution) required = sc_edit_step_set_required (same, "flow", "A1", TRUE, NULL);
  g_autoptr (ScSolution) copied = sc_edit_step_duplicate (required, "flow", "A1", "A2", NULL);
  g_autoptr (ScSolution) deleted = sc_edit_step_delete (copied, "flow", "B1", NULL);
  const ScSolution *solutions[] = { added, moved, within, required, copied, deleted };
  const char *expected[]
      = { "A0A1|B1", "A1|B1A0", "A1|A0B1", "A1*|A0B1", "A1*A2*|A0B1", "A1*A2*|A0" };
  g_autoptr (GError) error = NULL;

  g_assert_true (same == within);
  for (guint i = 0; i < G_N_ELEMENTS (solutions); i++)
    {
      g_autofree char *text = write_steps (solutions[i]);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_null (sc_edit_step_delete (start, "flow", "Z1", &error));
  g_assert_error (error, SC_EDIT_ERROR, SC_EDIT_ERROR_NOT_FOUND);
}

static void
test_step_column (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>");
  g_autoptr (ScSolution) table = sc_edit_table_add (start, "t", "Thing", NULL);
  g_autoptr (ScSolution) one
      = sc_edit_column_add (table, "t", "new_ready", "Ready?", SC_COLUMN_YES_NO, NULL);
  g_autoptr (ScSolution) known
      = sc_edit_column_add (one, "t", "new_count", "Count", SC_COLUMN_INTEGER, NULL);
  g_autoptr (ScSolution) added
      = sc_edit_step_add (known, "flow", "A", 0, "S", NULL, "new_ready", NULL);
  g_autoptr (ScSolution) bound = sc_edit_step_set_column (added, "flow", "S", "new_count", NULL);
  g_autoptr (ScSolution) named
      = sc_edit_step_set_label (bound, "flow", "S", SC_LANGUAGE_ENGLISH, "How many?", NULL);
  g_autoptr (ScSolution) back = sc_edit_step_set_column (named, "flow", "S", "new_ready", NULL);
  const ScStep *step = sc_flow_find_step (first_flow (added), "S", NULL, NULL);

  g_assert_cmpstr (sc_step_get_label (step, SC_LANGUAGE_ENGLISH), ==, "Ready?");
  g_assert_cmpint (sc_column_type_from_class_id (step->class_id), ==, SC_COLUMN_YES_NO);

  step = sc_flow_find_step (first_flow (bound), "S", NULL, NULL);
  g_assert_cmpstr (sc_step_get_label (step, SC_LANGUAGE_ENGLISH), ==, "Count");
  g_assert_cmpint (sc_column_type_from_class_id (step->class_id), ==, SC_COLUMN_INTEGER);
  g_assert_cmpstr (step->display_name, ==, "Count");

  step = sc_flow_find_step (first_flow (back), "S", NULL, NULL);
  g_assert_cmpstr (sc_step_get_label (step, SC_LANGUAGE_ENGLISH), ==, "How many?");
  g_assert_cmpstr (step->column, ==, "new_ready");
}

static ScColumn *
make_column (const char *name, const char *english, const char *german)
{
  g_autoptr (ScList) labels = sc_labels_set (NULL, SC_LANGUAGE_ENGLISH, english);
  ScColumn *column = sc_column_new ();

  sc_set_string (column, name, name);
  sc_take_value (column, labels, sc_labels_set (labels, 1031, german));
  column->type = SC_COLUMN_TEXT;
  return column;
}

/* Each language by itself: what was the column's name becomes the other column's. */
static void
test_step_column_languages (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>");
  g_autoptr (ScColumn) city = make_column ("city", "City", "Ort");
  g_autoptr (ScColumn) street = make_column ("street", "Street", "Straße");
  g_autoptr (ScColumn) zip = make_column ("zip", "Zip", NULL);
  gconstpointer columns[] = { city, street, zip };
  g_autoptr (ScTable) table = sc_table_new ();
  g_autoptr (ScSolution) known = sc_solution_copy (start);
  static const struct
  {
    const char *german, *column, *after;
  } cases[] = {
    { "Ort", "street", "Straße" }, { "Wo?", "street", "Wo?" }, { "Ort", "zip", NULL },
    { NULL, "street", NULL },      { "Ort", NULL, "Ort" },     { "Ort", "other", NULL },
  };

  sc_set_string (table, name, "t");
  sc_take_value (table, columns, sc_list_new (columns, G_N_ELEMENTS (columns)));
  sc_take_value (known, tables, sc_list_append (NULL, table));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScSolution) added
          = sc_edit_step_add (known, "flow", "A", 0, "S", NULL, "city", NULL);
      g_autoptr (ScSolution) labelled
          = sc_edit_step_set_label (added, "flow", "S", 1031, cases[i].german, NULL);
      g_autoptr (ScSolution) bound
          = sc_edit_step_set_column (labelled, "flow", "S", cases[i].column, NULL);
      const ScStep *step = sc_flow_find_step (first_flow (bound), "S", NULL, NULL);

      g_test_message ("%s %s", cases[i].german, cases[i].column);
      g_assert_cmpstr (sc_labels_get_exact (step->labels, 1031), ==, cases[i].after);
    }
}

/* What was found for the control of one column says nothing about that of another. */
static void
test_step_parameters (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>");
  g_autoptr (ScFlow) flow = sc_flow_copy (first_flow (start));
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScStep) step = sc_step_copy (sc_list_get (stage->steps, 0));
  g_autoptr (ScSolution) before = sc_solution_copy (start);
  g_autoptr (ScSolution) after = NULL;

  sc_set_string (step, parameters, "<DefaultViewId/>");
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  sc_take_value (flow, stages, sc_list_append (NULL, stage));
  sc_take_value (before, flows, sc_list_append (NULL, flow));
  after = sc_edit_step_set_column (before, "flow", "A1", "other", NULL);
  g_assert_null (sc_flow_find_step (first_flow (after), "A1", NULL, NULL)->parameters);
}

/* An action step that says more about itself than is derived, in stage A. */
static ScSolution *
make_action (void)
{
  g_autoptr (ScSolution) start = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScTriggerEvent) event = sc_trigger_event_new ();
  g_autoptr (ScFlow) flow = sc_flow_copy (first_flow (start));
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScStep) step = sc_step_copy (sc_list_get (stage->steps, 0));
  ScSolution *solution = sc_solution_copy (start);

  step->kind = SC_STEP_ACTION;
  sc_set_string (step, column, NULL);
  sc_set_string (step, action_id, "action");
  sc_set_string (step, control_id, "new_Act_Step_7");
  sc_set_string (event, filter, "A");
  sc_take_value (step, events, sc_list_append (NULL, event));
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  sc_take_value (flow, stages, sc_list_replace (flow->stages, 0, stage));
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static const char *
get_filter (const ScStep *step)
{
  const ScTriggerEvent *event = sc_list_get (step->events, 0);

  return event->filter;
}

/* A copy shares no id with what it was copied from. */
static void
test_duplicate_action (void)
{
  g_autoptr (ScSolution) before = make_action ();
  g_autoptr (ScSolution) after = sc_edit_step_duplicate (before, "flow", "A1", "A2", NULL);
  g_autoptr (ScSolution) other = sc_edit_stage_duplicate (before, "flow", "A", "X", NULL);
  const ScStep *copy = sc_flow_find_step (first_flow (after), "A2", NULL, NULL);
  const ScStage *stage = sc_flow_find_stage (first_flow (other), "X", NULL);

  g_assert_null (copy->control_id);
  g_assert_null (copy->action_id);
  g_assert_cmpstr (get_filter (copy), ==, "A");
  copy = sc_list_get (stage->steps, 0);
  g_assert_null (copy->control_id);
  g_assert_cmpstr (get_filter (copy), ==, "X");
}

/* Two stages have one id: it is the step that says which of them is meant. */
static void
test_control (void)
{
  g_autoptr (ScSolution) plain = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScSolution) before = sc_solution_copy (plain);
  const ScFlow *flow = sc_list_get (plain->flows, 0);
  g_autoptr (ScFlow) twice = sc_flow_copy (flow);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_list_get (flow->stages, 0));
  g_autoptr (ScStep) step = sc_step_copy (sc_list_get (stage->steps, 0));
  g_autoptr (ScSolution) after = NULL;

  sc_set_string (step, id, "another");
  sc_set_string (step, control_id, "control");
  sc_take_value (stage, steps, sc_list_append (stage->steps, step));
  sc_take_value (twice, stages, sc_list_append (twice->stages, stage));
  sc_take_value (before, flows, sc_list_append (NULL, twice));
  after = sc_edit_identity_match_control (before, "flow", "another", NULL);
  g_assert_null (
      sc_flow_find_step (sc_list_get (after->flows, 0), "another", NULL, NULL)->control_id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/step/place", test_steps);
  g_test_add_func ("/edit/step/column", test_step_column);
  g_test_add_func ("/edit/step/column-languages", test_step_column_languages);
  g_test_add_func ("/edit/step/parameters", test_step_parameters);
  g_test_add_func ("/edit/step/duplicate-action", test_duplicate_action);
  g_test_add_func ("/edit/step/control", test_control);
  return g_test_run ();
}
