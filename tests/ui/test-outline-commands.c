/* test-outline-commands.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "outline-keys.h"
#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-question.h"

/* Commands of the outline, and states in which there are few. */

static void
set_up (UiFixture *fixture, gconstpointer data)
{
  ui_open (fixture, sc_outline_view_new);
}

static void
tear_down (UiFixture *fixture, gconstpointer data)
{
  ui_close (fixture);
}

/* One key each, one step for Undo each, and the focus where the outcome is. */
static void
test_commands (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *flow, *focus, *undo;
  } rows[] = {
    { GDK_KEY_r, GDK_CONTROL_MASK, "Qualify: Budget!, Sponsor, New step; Develop: New step",
      "Budget", "Make “Budget” required" },
    { GDK_KEY_Down, GDK_ALT_MASK, "Qualify: Sponsor, Budget!, New step; Develop: New step",
      "Budget", "Move step “Budget”" },
    { GDK_KEY_Down, GDK_ALT_MASK, "Qualify: Sponsor, New step, Budget!; Develop: New step",
      "Budget", "Move step “Budget”" },
    { GDK_KEY_Down, GDK_ALT_MASK, "Qualify: Sponsor, New step; Develop: Budget!, New step",
      "Budget", "Move step “Budget”" },
    { GDK_KEY_Up, GDK_ALT_MASK, "Qualify: Sponsor, New step, Budget!; Develop: New step", "Budget",
      "Move step “Budget”" },
    { GDK_KEY_d, GDK_CONTROL_MASK,
      "Qualify: Sponsor, New step, Budget!, Budget!; Develop: New step", "Budget",
      "Duplicate step “Budget”" },
    { GDK_KEY_Delete, 0, "Qualify: Sponsor, New step, Budget!; Develop: New step", "Budget",
      "Delete step “Budget”" },
    { GDK_KEY_Delete, 0, "Qualify: Sponsor, New step; Develop: New step", "New step",
      "Delete step “Budget”" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "Qualify: Sponsor, New step, New step; Develop: New step",
      "[New step]", "Add step" },
    { GDK_KEY_Return, GDK_CONTROL_MASK,
      "Qualify: Sponsor, New step, New step; New stage: New step; Develop: New step", "[New stage]",
      "Add stage" },
    { GDK_KEY_Up, GDK_ALT_MASK,
      "New stage: New step; Qualify: Sponsor, New step, New step; Develop: New step", "New stage",
      "Move stage “New stage”" },
    { GDK_KEY_Down, GDK_ALT_MASK,
      "Qualify: Sponsor, New step, New step; New stage: New step; Develop: New step", "New stage",
      "Move stage “New stage”" },
    { GDK_KEY_r, GDK_CONTROL_MASK,
      "Qualify: Sponsor, New step, New step; New stage: New step!; Develop: New step", "New stage",
      "Make 1 stage required" },
    { GDK_KEY_Delete, 0, "Qualify: Sponsor, New step, New step; Develop: New step", "Develop",
      "Delete stage “New stage”" },
  };

  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ui_press (fixture, rows[i].key, rows[i].state);
      assert_flow (fixture, rows[i].flow);
      assert_focus (fixture, rows[i].focus);
      g_assert_cmpstr (ui_get_undo_name (fixture), ==, rows[i].undo);
      g_assert_cmpuint (ui_count_edits (fixture), ==, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    sc_editor_undo (fixture->editor);
  ui_settle (fixture);
  assert_flow (fixture, "Qualify: Budget, Sponsor, New step; Develop: New step");
}

static void
test_marks (UiFixture *fixture, gconstpointer data)
{
  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  ui_press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpuint (sc_parts_count (sc_editor_get_parts (fixture->editor)), ==, 2);
  assert_focus (fixture, "Sponsor");
  ui_press (fixture, GDK_KEY_r, GDK_CONTROL_MASK);
  assert_flow (fixture, "Qualify: Budget!, Sponsor!, New step; Develop: New step");
  ui_press (fixture, GDK_KEY_Down, GDK_ALT_MASK);
  assert_flow (fixture, "Qualify: New step, Budget!, Sponsor!; Develop: New step");
  ui_press (fixture, GDK_KEY_Delete, 0);
  assert_flow (fixture, "Qualify: New step; Develop: New step");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 3);
  ui_press (fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (sc_parts_count_kind (sc_editor_get_parts (fixture->editor), SC_PART_STAGE), ==,
                    2);
}

static void
test_empty (UiFixture *fixture, gconstpointer data)
{
  ScOutlineView *view = outline_get_view (fixture);
  GError *error = NULL;
  ScSolution *after;

  after = sc_edit_stage_delete (sc_editor_get_solution (fixture->editor), UI_FLOW, UI_QUALIFY,
                                &error);
  sc_editor_commit (fixture->editor, after, error, "Delete", NULL);
  after = sc_edit_stage_delete (sc_editor_get_solution (fixture->editor), UI_FLOW, UI_DEVELOP,
                                &error);
  sc_editor_commit (fixture->editor, after, error, "Delete", NULL);
  ui_settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (view->pages), ==, "empty");
  gtk_widget_grab_focus (fixture->view);
  g_assert_true (ui_get_focus (fixture) == view->add_button);
  g_signal_emit_by_name (view->add_button, "clicked");
  ui_settle (fixture);
  assert_focus (fixture, "[New stage]");
  outline_type (fixture, "First");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "New step");
  assert_flow (fixture, "First: New step");
}

/* Everything can be read, nothing changed. */
static void
test_locked (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
  } keys[] = { { GDK_KEY_F2, 0 },
               { GDK_KEY_n, GDK_CONTROL_MASK },
               { GDK_KEY_Return, GDK_CONTROL_MASK },
               { GDK_KEY_d, GDK_CONTROL_MASK },
               { GDK_KEY_r, GDK_CONTROL_MASK },
               { GDK_KEY_Delete, 0 },
               { GDK_KEY_Down, GDK_ALT_MASK } };
  g_autoptr (ScSolution) solution = ui_make_solution ();
  g_autoptr (ScDocument) document = NULL;
  ScOutlineView *view = outline_get_view (fixture);

  solution->managed = TRUE;
  document = sc_document_new_from (solution);
  sc_editor_set_document (fixture->editor, document);
  ui_settle (fixture);
  g_assert_null (sc_outline_list_find (view->list, SC_OUTLINE_ADD_STAGE, NULL));
  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      ui_press (fixture, keys[i].key, keys[i].state);
      assert_focus (fixture, "Budget");
    }
  g_assert_cmpuint (ui_count_edits (fixture), ==, 0);
  ui_press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "Sponsor");
}

static void
test_names (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    ScOutlineKind kind;
    const char *id;
    ScOutlineField field;
    const char *name;
  } rows[] = {
    { SC_OUTLINE_STAGE, UI_QUALIFY, SC_OUTLINE_BINDING, "Table, Column: Lead" },
    { SC_OUTLINE_STAGE, UI_QUALIFY, SC_OUTLINE_TYPE, "Category, Type: None" },
    { SC_OUTLINE_STAGE, UI_QUALIFY, SC_OUTLINE_NEXT, "Next: → Develop" },
    { SC_OUTLINE_STEP, UI_SPONSOR, SC_OUTLINE_REQUIRED, "Required: No" },
    { SC_OUTLINE_STEP, UI_SPONSOR, SC_OUTLINE_BINDING, "Table, Column: Decision Maker?" },
    { SC_OUTLINE_ADD_STEP, UI_DEVELOP, SC_OUTLINE_NAME, "Add step to Develop" },
    { SC_OUTLINE_ADD_STAGE, NULL, SC_OUTLINE_NAME, "Add stage" },
  };
  ScOutlineView *view = outline_get_view (fixture);
  g_autofree char *step = sc_outline_dup_row_name (
      fixture->editor, sc_outline_list_find (view->list, SC_OUTLINE_STEP, UI_BUDGET));
  g_autofree char *stage = sc_outline_dup_row_name (
      fixture->editor, sc_outline_list_find (view->list, SC_OUTLINE_STAGE, UI_QUALIFY));

  g_assert_true (g_str_has_prefix (step, "Step 1 of 3, Budget"));
  g_assert_true (g_str_has_prefix (stage, "Stage 1 of 2, Qualify, 3 steps"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScOutlineItem *item = sc_outline_list_find (view->list, rows[i].kind, rows[i].id);
      g_autofree char *name
          = sc_outline_dup_cell_name (fixture->editor, item, (ScOutlineColumn){ rows[i].field, 0 });

      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

/* The rows are those of the flow, and the cursor is in one of them. */
static void
check_rows (UiFixture *fixture)
{
  ScOutlineView *view = outline_get_view (fixture);
  guint line = 0;

  sc_list_foreach (ui_get_flow (fixture)->stages, const ScStage *, stage)
    {
      ScOutlineItem *item = sc_outline_list_get (view->list, line++);

      g_assert_true (sc_outline_item_get_facts (item)->stage == stage);
      if (sc_outline_item_get_facts (item)->folded)
        continue;
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          item = sc_outline_list_get (view->list, line++);
          g_assert_true (sc_outline_item_get_facts (item)->step == step);
        }
      line++;
    }
  g_assert_true (view->cursor == NULL || line == 0
                 || sc_outline_list_get_position (view->list, view->cursor) != G_MAXUINT);
  g_assert_true ((view->entry != NULL) == (view->edited != NULL));
}

/* Keys at random leave rows and flow the same, and all they did can be undone. */
static void
test_random_keys (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
  } keys[] = {
    { GDK_KEY_Up, 0 },
    { GDK_KEY_Down, 0 },
    { GDK_KEY_Left, 0 },
    { GDK_KEY_Right, 0 },
    { GDK_KEY_Down, GDK_SHIFT_MASK },
    { GDK_KEY_Up, GDK_ALT_MASK },
    { GDK_KEY_Down, GDK_ALT_MASK },
    { GDK_KEY_F2, 0 },
    { GDK_KEY_Return, 0 },
    { GDK_KEY_Tab, 0 },
    { GDK_KEY_Tab, GDK_SHIFT_MASK },
    { GDK_KEY_Escape, 0 },
    { GDK_KEY_space, 0 },
    { GDK_KEY_Delete, 0 },
    { GDK_KEY_n, GDK_CONTROL_MASK },
    { GDK_KEY_d, GDK_CONTROL_MASK },
    { GDK_KEY_r, GDK_CONTROL_MASK },
    { GDK_KEY_Return, GDK_CONTROL_MASK },
  };
  static const char *const texts[] = { "Budget", "", "lead", "new_column", "هل", "x" };
  g_autoptr (ScSolution) before = sc_solution_ref (sc_editor_get_solution (fixture->editor));
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  ScHistory *history = sc_document_get_history (sc_editor_get_document (fixture->editor));

  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  for (guint i = 0; i < 800; i++)
    {
      guint key = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (keys));
      GtkWidget *focus = ui_get_focus (fixture);

      if (GTK_IS_TEXT (focus) && g_rand_boolean (rand))
        gtk_editable_set_text (GTK_EDITABLE (focus),
                               texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      ui_press_unsettled (fixture, keys[key].key, keys[key].state);
      if (i % 60 == 0)
        ui_settle (fixture);
      check_rows (fixture);
      if (focus == NULL || !sc_outline_view_has_focus (outline_get_view (fixture)))
        gtk_widget_grab_focus (fixture->view);
    }
  g_assert_cmpuint (ui_count_edits (fixture), >, 100);
  while (sc_history_can_undo (history))
    sc_editor_undo (fixture->editor);
  ui_settle (fixture);
  check_rows (fixture);
  g_assert_true (sc_solution_equal (sc_editor_get_solution (fixture->editor), before));
}

static gboolean
asked_cb (ScEditor *editor, ScQuestion *question, ScQuestion **asked)
{
  g_set_object (asked, question);
  return TRUE;
}

/* What something uses goes only when the person agrees. */
static void
test_uses (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (ScQuestion) question = NULL;
  GError *error = NULL;
  ScSolution *after = sc_edit_condition_add (sc_editor_get_solution (fixture->editor), UI_FLOW,
                                             UI_QUALIFY, "budgetamount", &error);

  sc_editor_commit (fixture->editor, after, error, "Add condition", NULL);
  g_signal_connect (fixture->editor, "asked", G_CALLBACK (asked_cb), &question);
  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  ui_press (fixture, GDK_KEY_Delete, 0);
  g_assert_nonnull (question);
  g_assert_nonnull (ui_get_step (fixture, UI_BUDGET));
  sc_question_agree (question, FALSE);
  ui_settle (fixture);
  g_assert_null (ui_get_step (fixture, UI_BUDGET));
  assert_focus (fixture, "Sponsor");
  g_assert_cmpstr (ui_get_undo_name (fixture), ==, "Delete step “Budget”");
  g_signal_handlers_disconnect_by_func (fixture->editor, asked_cb, &question);
}

/* Where lines begin at the right, so do cells, and what leads in points to the left. */
static void
test_right_to_left (UiFixture *fixture, gconstpointer data)
{
  ScOutlineView *view = outline_get_view (fixture);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (view->list));
  ScOutlineItem *stage = sc_outline_list_find (view->list, SC_OUTLINE_STAGE, UI_QUALIFY);
  ScOutlineCell *cell = sc_outline_view_find_cell (view, stage, 0);
  int width = gtk_widget_get_width (GTK_WIDGET (cell));

  g_assert_cmpint (sc_outline_cell_pick (cell, 4), !=, SC_OUTLINE_PART_EXPANDER);
  g_assert_cmpint (sc_outline_cell_pick (cell, width - 12), ==, SC_OUTLINE_PART_EXPANDER);
  outline_start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 0);
  ui_press (fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->list)), ==, n - 4);
  ui_press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->list)), ==, n);
  ui_press (fixture, GDK_KEY_Left, 0);
  ui_press (fixture, GDK_KEY_Left, 0);
  assert_focus (fixture, "Lead");
}

static void
set_up_right_to_left (UiFixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, data);
}

static void
tear_down_right_to_left (UiFixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) \
  g_test_add ("/ui/outline-commands/" name, UiFixture, NULL, set_up, function, tear_down)
  ADD ("commands", test_commands);
  ADD ("marks", test_marks);
  ADD ("empty", test_empty);
  ADD ("locked", test_locked);
  ADD ("names", test_names);
  ADD ("uses", test_uses);
  ADD ("random-keys", test_random_keys);
#undef ADD
  g_test_add ("/ui/outline-commands/right-to-left", UiFixture, NULL, set_up_right_to_left,
              test_right_to_left, tear_down_right_to_left);
  return g_test_run ();
}
