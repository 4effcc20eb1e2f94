/* test-editor.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-editor.h"
#include "sc-outline.h"

/* What came, a letter a signal: c changed, f flow-changed, s selection-changed, x failed,
 * t state-changed. */
typedef struct
{
  ScEditor *editor;
  GString *log;
} Fixture;

static void
log_cb (GString *log, const char *letter)
{
  g_string_append (log, letter);
}

static void
changed_cb (ScEditor *editor, gpointer before, gpointer after, Fixture *fixture)
{
  g_assert_true (after == sc_editor_get_solution (editor));
  log_cb (fixture->log, "c");
}

static void
flow_changed_cb (ScEditor *editor, Fixture *fixture)
{
  log_cb (fixture->log, "f");
}

static void
selection_changed_cb (ScEditor *editor, Fixture *fixture)
{
  log_cb (fixture->log, "s");
}

static void
failed_cb (ScEditor *editor, const char *message, Fixture *fixture)
{
  g_assert_cmpstr (message, !=, "");
  log_cb (fixture->log, "x");
}

static void
state_changed_cb (ScEditor *editor, Fixture *fixture)
{
  log_cb (fixture->log, "t");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScSolution) solution = sc_outline_read_solution ("A>B B>");
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  fixture->editor = sc_editor_new ();
  fixture->log = g_string_new (NULL);
  sc_editor_set_document (fixture->editor, document);
  g_signal_connect (fixture->editor, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->editor, "flow-changed", G_CALLBACK (flow_changed_cb), fixture);
  g_signal_connect (fixture->editor, "selection-changed", G_CALLBACK (selection_changed_cb),
                    fixture);
  g_signal_connect (fixture->editor, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->editor, "state-changed", G_CALLBACK (state_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->editor);
  g_string_free (fixture->log, TRUE);
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_set_size (fixture->log, 0);
}

static const ScSolution *
solution_of (Fixture *fixture)
{
  return sc_editor_get_solution (fixture->editor);
}

static void
delete_step (Fixture *fixture, const char *step)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_step_delete (solution_of (fixture), "flow", step, &error);

  sc_editor_commit (fixture->editor, after, error, "Delete step", NULL);
}

static void
test_opens_first_flow (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (sc_editor_get_flow (fixture->editor)->id, ==, "flow");
  g_assert_cmpint (sc_editor_get_selection (fixture->editor).kind, ==, SC_SELECTED_NOTHING);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  sc_editor_select_step (fixture->editor, "B1");
  assert_log (fixture, "s");
  g_assert_cmpstr (sc_editor_get_selected_stage (fixture->editor)->id, ==, "B");
  sc_editor_select (fixture->editor, sc_editor_get_selection (fixture->editor));
  assert_log (fixture, "");
  sc_editor_select_step (fixture->editor, "none");
  assert_log (fixture, "");
  sc_editor_select_stage (fixture->editor, "A");
  sc_editor_select_nothing (fixture->editor);
  assert_log (fixture, "ss");
}

static void
test_selection_follows (Fixture *fixture, gconstpointer data)
{
  ScSolution *moved;

  sc_editor_select_step (fixture->editor, "B1");
  assert_log (fixture, "s");
  moved = sc_edit_step_move (solution_of (fixture), "flow", "B1", "A", 0, NULL);
  g_assert_true (sc_editor_commit (fixture->editor, moved, NULL, "Move step", NULL));
  assert_log (fixture, "cst");
  g_assert_cmpstr (sc_editor_get_selection (fixture->editor).stage, ==, "A");

  delete_step (fixture, "B1");
  assert_log (fixture, "cst");
  g_assert_cmpint (sc_editor_get_selection (fixture->editor).kind, ==, SC_SELECTED_NOTHING);
  sc_editor_undo (fixture->editor);
  assert_log (fixture, "ct");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  delete_step (fixture, "none");
  assert_log (fixture, "x");
  g_assert_false (sc_document_is_modified (sc_editor_get_document (fixture->editor)));
}

static void
test_no_change (Fixture *fixture, gconstpointer data)
{
  ScSolution *same = sc_edit_step_set_required (solution_of (fixture), "flow", "A1", FALSE, NULL);

  g_assert_false (sc_editor_commit (fixture->editor, same, NULL, "Nothing", NULL));
  assert_log (fixture, "");
}

static void
test_open_flow_is_deleted (Fixture *fixture, gconstpointer data)
{
  ScSolution *two = sc_edit_flow_add (solution_of (fixture), "other", "Other", "t", NULL);
  ScSolution *none;

  sc_editor_commit (fixture->editor, two, NULL, "Add flow", NULL);
  assert_log (fixture, "ct");
  none = sc_edit_flow_delete (solution_of (fixture), "flow", NULL);
  sc_editor_commit (fixture->editor, none, NULL, "Delete flow", NULL);
  assert_log (fixture, "cfst");
  g_assert_cmpstr (sc_editor_get_flow (fixture->editor)->id, ==, "other");
  none = sc_edit_flow_delete (solution_of (fixture), "other", NULL);
  sc_editor_commit (fixture->editor, none, NULL, "Delete flow", NULL);
  g_assert_null (sc_editor_get_flow (fixture->editor));
  sc_editor_undo (fixture->editor);
  g_assert_cmpstr (sc_editor_get_flow (fixture->editor)->id, ==, "other");
}

static void
add_other_flow (Fixture *fixture)
{
  ScSolution *two = sc_edit_flow_add (solution_of (fixture), "other", "Other", "t", NULL);

  sc_editor_commit (fixture->editor, two, NULL, "Add flow", NULL);
  assert_log (fixture, "ct");
}

/* Each flow has its own selection; what was selected is selected again, one signal each. */
static void
test_comes_back (Fixture *fixture, gconstpointer data)
{
  ScPart both[] = { { SC_PART_STEP, "A1" }, { SC_PART_STEP, "B1" } };
  g_autoptr (ScParts) parts = sc_parts_new (sc_editor_get_flow (fixture->editor), both, 2);

  add_other_flow (fixture);
  sc_editor_select_parts (fixture->editor, parts, &both[1]);
  assert_log (fixture, "s");
  sc_editor_open_flow (fixture->editor, "other");
  assert_log (fixture, "fs");
  g_assert_cmpint (sc_editor_get_selection (fixture->editor).kind, ==, SC_SELECTED_NOTHING);
  g_assert_null (sc_editor_get_parts (fixture->editor));

  sc_editor_open_flow (fixture->editor, "flow");
  assert_log (fixture, "fs");
  g_assert_cmpstr (sc_editor_get_selection (fixture->editor).step, ==, "B1");
  g_assert_true (sc_parts_equal (sc_editor_get_parts (fixture->editor), parts));
  g_assert_cmpstr (sc_editor_get_anchor (fixture->editor).id, ==, "B1");

  sc_editor_select_nothing (fixture->editor);
  sc_editor_open_flow (fixture->editor, "other");
  sc_editor_open_flow (fixture->editor, "flow");
  g_assert_cmpint (sc_editor_get_selection (fixture->editor).kind, ==, SC_SELECTED_NOTHING);
}

/* What went meanwhile selects nothing; what moved is selected where it is. */
static void
test_comes_back_to_less (Fixture *fixture, gconstpointer data)
{
  ScSolution *moved;

  add_other_flow (fixture);
  sc_editor_select_step (fixture->editor, "B1");
  sc_editor_open_flow (fixture->editor, "other");
  moved = sc_edit_step_move (solution_of (fixture), "flow", "B1", "A", 0, NULL);
  sc_editor_commit (fixture->editor, moved, NULL, "Move step", NULL);
  sc_editor_open_flow (fixture->editor, "flow");
  g_assert_cmpstr (sc_editor_get_selection (fixture->editor).stage, ==, "A");

  sc_editor_open_flow (fixture->editor, "other");
  delete_step (fixture, "B1");
  sc_editor_open_flow (fixture->editor, "flow");
  g_assert_cmpint (sc_editor_get_selection (fixture->editor).kind, ==, SC_SELECTED_NOTHING);
  g_assert_null (sc_editor_get_parts (fixture->editor));
}

static void
instead_cb (ScEditor *editor, gpointer before, gpointer after, gpointer flow)
{
  sc_editor_open_instead (editor, flow);
}

static void
test_opens_instead (Fixture *fixture, gconstpointer data)
{
  ScSolution *three, *less;

  add_other_flow (fixture);
  three = sc_edit_flow_add (solution_of (fixture), "third", "Third", "t", NULL);
  sc_editor_commit (fixture->editor, three, NULL, "Add flow", NULL);
  assert_log (fixture, "ct");
  g_signal_connect (fixture->editor, "changed", G_CALLBACK (instead_cb), (gpointer) "third");
  less = sc_edit_flow_delete (solution_of (fixture), "flow", NULL);
  sc_editor_commit (fixture->editor, less, NULL, "Delete flow", NULL);
  assert_log (fixture, "cfst");
  g_assert_cmpstr (sc_editor_get_flow (fixture->editor)->id, ==, "third");
}

/* Two windows: one document, validated once; each has a flow and a selection of its own. */
static void
test_two_editors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ScEditor) second = sc_editor_new ();

  add_other_flow (fixture);
  sc_editor_set_document (second, sc_editor_get_document (fixture->editor));
  sc_editor_open_flow (second, "other");
  sc_editor_select_step (fixture->editor, "B1");
  g_assert_cmpint (sc_editor_get_selection (second).kind, ==, SC_SELECTED_NOTHING);
  assert_log (fixture, "s");

  sc_editor_undo (second);
  assert_log (fixture, "ct");
  g_assert_cmpstr (sc_editor_get_flow (second)->id, ==, "flow");
  g_assert_cmpstr (sc_editor_get_selection (fixture->editor).step, ==, "B1");
  g_assert_true (sc_editor_get_problems (second) == sc_editor_get_problems (fixture->editor));
}

static gboolean
has_problem (ScEditor *editor, const char *rule)
{
  sc_list_foreach (sc_editor_get_problems (editor), const ScProblem *, problem)
    {
      if (g_str_equal (sc_rule_get_id (problem->rule), rule))
        return TRUE;
    }
  return FALSE;
}

static void
test_problems_are_current (Fixture *fixture, gconstpointer data)
{
  g_assert_false (has_problem (fixture->editor, "ST-01"));
  delete_step (fixture, "A1");
  g_assert_true (has_problem (fixture->editor, "ST-01"));
  sc_editor_undo (fixture->editor);
  g_assert_false (has_problem (fixture->editor, "ST-01"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/ui/editor/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("opens-first-flow", test_opens_first_flow);
  ADD ("select", test_select);
  ADD ("selection-follows", test_selection_follows);
  ADD ("refused", test_refused);
  ADD ("no-change", test_no_change);
  ADD ("open-flow-is-deleted", test_open_flow_is_deleted);
  ADD ("problems-are-current", test_problems_are_current);
  ADD ("comes-back", test_comes_back);
  ADD ("comes-back-to-less", test_comes_back_to_less);
  ADD ("opens-instead", test_opens_instead);
  ADD ("two-editors", test_two_editors);
  return g_test_run ();
}
