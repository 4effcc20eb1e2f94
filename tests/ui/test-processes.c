/* test-processes.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include "sc-edit-step.h"
#include "sc-inspector.h"
#include "sc-link-row.h"
#include "sc-process-dialog.h"
#include "sc-trigger-group.h"

#define ACTION    "a1000000-0000-4000-8000-000000000001"
#define WORKFLOW  "a1000000-0000-4000-8000-000000000002"
#define DRAFT     "a1000000-0000-4000-8000-000000000003"
#define ELSEWHERE "a1000000-0000-4000-8000-000000000009"

static ScProcess *
make_process (const char *id, const char *name, ScProcessCategory category, gboolean active)
{
  ScProcess *process = sc_process_new ();

  sc_set_string (process, id, id);
  sc_set_string (process, name, name);
  sc_set_string (process, table, "lead");
  process->category = (int) category;
  process->active = active;
  process->on_demand = TRUE;
  process->real_time = TRUE;
  return process;
}

static void
add_processes (ScEditor *editor)
{
  ScSolution *after = sc_solution_copy (sc_editor_get_solution (editor));
  g_autoptr (ScProcess) draft = make_process (DRAFT, "Draft", SC_PROCESS_WORKFLOW, FALSE);
  g_autoptr (ScProcess) action = make_process (ACTION, "Send quote", SC_PROCESS_ACTION, TRUE);
  g_autoptr (ScProcess) workflow = make_process (WORKFLOW, "Tell boss", SC_PROCESS_WORKFLOW, TRUE);
  gconstpointer processes[] = { draft, action, workflow };

  sc_take_value (after, processes, sc_list_new (processes, G_N_ELEMENTS (processes)));
  sc_editor_commit (editor, after, NULL, "Processes", NULL);
}

static void
open_inspector (UiFixture *self, gboolean processes)
{
  ui_open (self, sc_inspector_new);
  if (processes)
    add_processes (self->editor);
  ui_settle (self);
}

/* What is offered as fit to run is fit by the rules, too. */
static void
assert_runs_well (UiFixture *self)
{
  static const char *const rules[]
      = { "SP-03", "SP-18", "SP-19", "SP-20", "SP-22", "WK-01", "WK-02" };

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        g_assert_cmpstr (sc_rule_get_id (problem->rule), !=, rules[i]);
    }
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (SC_IS_PROCESS_DIALOG (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
ask (UiFixture *self, ScProcessRequest *request)
{
  sc_process_dialog_present (GTK_WINDOW (self->window), self->editor, request);
  ui_settle (self);
}

static gboolean
can_accept (void)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (find_dialog ()), "accept");
}

static void
respond (UiFixture *self, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), response);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  ui_settle (self);
}

static void
choose (UiFixture *self, const char *title)
{
  GtkWidget *row = ui_find (find_dialog (), ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  ui_settle (self);
}

static void
type_text (UiFixture *self, const char *row, const char *text)
{
  GtkWidget *entry = ui_find (find_dialog (), ADW_TYPE_ENTRY_ROW, row);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_settle (self);
}

/* Below the step that is selected; what cannot be run says so. */
static void
test_add_action_step (void)
{
  UiFixture self;
  const ScStage *stage;
  const ScStep *step;

  open_inspector (&self, TRUE);
  sc_editor_select_step (self.editor, UI_BUDGET);
  ask (&self, sc_process_request_new_step (self.editor, SC_STEP_ACTION));
  choose (&self, "Draft");
  g_assert_false (can_accept ());
  g_assert_nonnull (
      ui_find (find_dialog (), GTK_TYPE_LABEL, "“Draft” cannot be run here. It is not active."));
  choose (&self, "Send quote");
  g_assert_true (can_accept ());
  respond (&self, "accept");

  stage = ui_get_stage (&self, UI_QUALIFY);
  step = sc_list_get (stage->steps, 1);
  g_assert_cmpint (step->kind, ==, SC_STEP_ACTION);
  g_assert_cmpstr (step->process_id, ==, ACTION);
  g_assert_cmpstr (ui_get_undo_name (&self), ==, "Add action step");
  g_assert_true (sc_editor_get_selected_step (self.editor) == step);

  /* Its page: what it runs, and no "required". */
  g_assert_nonnull (ui_find (self.view, SC_TYPE_LINK_ROW, "Runs"));
  g_assert_null (ui_find (self.view, ADW_TYPE_ACTION_ROW, "Required"));
  g_assert_null (ui_find (self.view, ADW_TYPE_ACTION_ROW, "Column"));

  ask (&self, sc_process_request_change_step (self.editor));
  choose (&self, "Tell boss");
  respond (&self, "accept");
  g_assert_cmpstr (sc_editor_get_selected_step (self.editor)->process_id, ==, WORKFLOW);
  assert_runs_well (&self);
  ui_close (&self);
}

/* Without processes only what is named by hand is offered, and its id is looked at. */
static void
test_by_hand (void)
{
  UiFixture self;
  const ScStep *step;

  open_inspector (&self, FALSE);
  sc_editor_select_stage (self.editor, UI_QUALIFY);
  ask (&self, sc_process_request_new_step (self.editor, SC_STEP_ACTION));
  g_assert_null (ui_find (find_dialog (), ADW_TYPE_ACTION_ROW, "Another Process…"));
  g_assert_false (can_accept ());
  type_text (&self, "Unique name", "new_SendQuote");
  type_text (&self, "ID", "a1000000");
  g_assert_false (can_accept ());
  type_text (&self, "ID", " {A1000000-0000-4000-8000-000000000009} ");
  g_assert_true (can_accept ());
  respond (&self, "accept");

  step = sc_editor_get_selected_step (self.editor);
  g_assert_cmpstr (step->process_id, ==, ELSEWHERE);
  g_assert_cmpstr (step->process_name, ==, "new_SendQuote");

  /* The same dialog shows what was typed. */
  ask (&self, sc_process_request_change_step (self.editor));
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (ui_find (find_dialog (), ADW_TYPE_ENTRY_ROW, "Unique name"))),
                   ==, "new_SendQuote");
  respond (&self, "cancel");
  ui_close (&self);
}

static void
test_triggers (void)
{
  UiFixture self;
  GtkWidget *group;
  const ScStage *stage;

  open_inspector (&self, TRUE);
  sc_editor_select_stage (self.editor, UI_QUALIFY);
  ui_settle (&self);
  group = ui_find (self.view, SC_TYPE_TRIGGER_GROUP, NULL);
  gtk_widget_activate_action (group, "triggers.add", "i", SC_MOMENT_STAGE_ENTERED);
  ui_settle (&self);
  /* Actions are not offered here. */
  g_assert_null (ui_find (find_dialog (), ADW_TYPE_ACTION_ROW, "Send quote"));
  choose (&self, "Tell boss");
  respond (&self, "accept");

  stage = ui_get_stage (&self, UI_QUALIFY);
  g_assert_cmpuint (sc_list_length (stage->triggers), ==, 1);
  g_assert_nonnull (ui_find (group, ADW_TYPE_ACTION_ROW, "Tell boss"));
  assert_runs_well (&self);

  /* Once more at the same moment is refused. */
  gtk_widget_activate_action (group, "triggers.add", "i", SC_MOMENT_STAGE_ENTERED);
  ui_settle (&self);
  choose (&self, "Tell boss");
  g_assert_false (can_accept ());
  respond (&self, "cancel");

  gtk_widget_activate_action (group, "triggers.remove", "s",
                              ((const ScTrigger *) sc_list_get (stage->triggers, 0))->id);
  ui_settle (&self);
  g_assert_null (ui_get_stage (&self, UI_QUALIFY)->triggers);
  g_assert_null (ui_find (group, ADW_TYPE_ACTION_ROW, "Tell boss"));
  ui_close (&self);
}

/* What concerns the flow stands on its page, not on that of the stage that keeps it. */
static void
test_flow_triggers (void)
{
  UiFixture self;
  GtkWidget *group;

  open_inspector (&self, TRUE);
  sc_editor_select_nothing (self.editor);
  ui_settle (&self);
  group = ui_find (self.view, SC_TYPE_TRIGGER_GROUP, NULL);
  gtk_widget_activate_action (group, "triggers.add", "i", SC_MOMENT_FLOW_FINISHED);
  ui_settle (&self);
  choose (&self, "Tell boss");
  respond (&self, "accept");
  g_assert_nonnull (ui_find (group, ADW_TYPE_ACTION_ROW, "Tell boss"));
  g_assert_cmpuint (sc_list_length (ui_get_stage (&self, UI_QUALIFY)->triggers), ==, 1);
  assert_runs_well (&self);

  sc_editor_select_stage (self.editor, UI_QUALIFY);
  ui_settle (&self);
  g_assert_null (ui_find (self.view, ADW_TYPE_ACTION_ROW, "Tell boss"));
  ui_close (&self);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/ui/processes/action-step", test_add_action_step);
  g_test_add_func ("/ui/processes/by-hand", test_by_hand);
  g_test_add_func ("/ui/processes/triggers", test_triggers);
  g_test_add_func ("/ui/processes/flow-triggers", test_flow_triggers);
  return g_test_run ();
}
