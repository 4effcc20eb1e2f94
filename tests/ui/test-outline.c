/* test-outline.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "outline-keys.h"
#include "sc-edit-step.h"

/* The view, driven as by the keyboard: keys go to what has the focus and on from there. */

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

static void
test_walk (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *focus;
  } rows[] = {
    { GDK_KEY_Down, 0, "Budget" },
    { GDK_KEY_Right, 0, "" },
    { GDK_KEY_Right, 0, "Estimated Budget" },
    { GDK_KEY_Down, 0, "Decision Maker?" },
    { GDK_KEY_Right, 0, "Yes/No" },
    { GDK_KEY_Left, 0, "Decision Maker?" },
    { GDK_KEY_Up, 0, "Estimated Budget" },
    { GDK_KEY_Up, 0, "Lead" },
    { GDK_KEY_Home, 0, "Lead" },
    { GDK_KEY_End, 0, "Add stage" },
    { GDK_KEY_Up, 0, "Add step" },
  };

  outline_start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 0);
  assert_focus (fixture, "Qualify");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ui_press (fixture, rows[i].key, rows[i].state);
      assert_focus (fixture, rows[i].focus);
    }
}

static void
test_fold (UiFixture *fixture, gconstpointer data)
{
  ScOutlineView *view = outline_get_view (fixture);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (view->list));

  outline_start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 0);
  ui_press (fixture, GDK_KEY_Left, 0);
  assert_focus (fixture, "Qualify");
  ui_press (fixture, GDK_KEY_Left, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->list)), ==, n - 4);
  assert_focus (fixture, "Qualify");
  ui_press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, "Develop");
  /* What is selected elsewhere is unfolded. */
  sc_editor_select_step (fixture->editor, UI_BUDGET);
  ui_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->list)), ==, n);
  assert_focus (fixture, "Budget");
  ui_press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->list)), ==, 3);
  assert_focus (fixture, "Qualify");
  ui_press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view->list)), ==, n);
  assert_focus (fixture, "Qualify");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 0);
}

/* A visit of a cell is one step for Undo, as often as keys are pressed in it. */
static void
test_rename (UiFixture *fixture, gconstpointer data)
{
  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  assert_focus (fixture, "[Budget]");
  outline_type (fixture, "Money");
  assert_flow (fixture, "Qualify: Money, Sponsor, New step; Develop: New step");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "Sponsor");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 1);

  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[Sponsor]");
  outline_type (fixture, "Payer");
  ui_press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, "Money");
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "Cash");
  ui_press (fixture, GDK_KEY_Escape, 0);
  assert_focus (fixture, "Money");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 2);
  assert_flow (fixture, "Qualify: Money, Payer, New step; Develop: New step");
  sc_editor_undo (fixture->editor);
  sc_editor_undo (fixture->editor);
  assert_flow (fixture, "Qualify: Budget, Sponsor, New step; Develop: New step");
}

/* Untouched, nothing is an edit, and Enter adds nothing. */
static void
test_untouched (UiFixture *fixture, gconstpointer data)
{
  const ScStage *stage = ui_get_stage (fixture, UI_QUALIFY);
  const ScStep *last = sc_list_get (stage->steps, 2);

  outline_start_at (fixture, SC_OUTLINE_STEP, last->id, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  ui_press (fixture, GDK_KEY_Escape, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "Add step");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 0);
}

static void
test_enter_adds_step (UiFixture *fixture, gconstpointer data)
{
  const ScStage *stage = ui_get_stage (fixture, UI_DEVELOP);
  const ScStep *last = sc_list_get (stage->steps, 0);

  outline_start_at (fixture, SC_OUTLINE_STEP, last->id, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "One");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[New step]");
  outline_type (fixture, "Two");
  /* Past the check to the column, and back to where the row began. */
  ui_press (fixture, GDK_KEY_Tab, 0);
  assert_focus (fixture, "");
  ui_press (fixture, GDK_KEY_space, 0);
  ui_press (fixture, GDK_KEY_Tab, 0);
  assert_focus (fixture, "[]");
  outline_type (fixture, "customer");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[New step]");
  ui_press (fixture, GDK_KEY_Escape, 0);
  assert_flow (fixture, "Qualify: Budget, Sponsor, New step; Develop: One, Two!, New step");
  stage = ui_get_stage (fixture, UI_DEVELOP);
  g_assert_cmpstr (((const ScStep *) sc_list_get (stage->steps, 1))->column, ==, "customerneed");
}

static void
test_tab (UiFixture *fixture, gconstpointer data)
{
  static const char *const forward[]
      = { "[Lead]", "[None]", "[Budget]", "", "[Estimated Budget]", "[Sponsor]" };

  outline_start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  for (guint i = 0; i < G_N_ELEMENTS (forward); i++)
    {
      const char *expected = g_str_equal (forward[i], "[None]") ? "[]" : forward[i];

      ui_press (fixture, GDK_KEY_Tab, 0);
      assert_focus (fixture, expected);
    }
  ui_press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_focus (fixture, "[Estimated Budget]");
  ui_press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_focus (fixture, "");
  ui_press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_focus (fixture, "[Budget]");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 0);
}

/* What is chosen by typing: a column, a table, a category; or nothing, where nothing matches. */
static void
test_choices (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 2);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "deci");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (ui_get_step (fixture, UI_BUDGET)->column, ==, "decisionmaker");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 1);

  outline_start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 2);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "new_owncolumn");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (ui_get_step (fixture, UI_SPONSOR)->column, ==, "new_owncolumn");

  /* Or clicked: the keyboard stays in the cell. */
  outline_start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 2);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "budget");
  list = ui_find (GTK_WIDGET (outline_get_view (fixture)->entry), GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  ui_settle (fixture);
  g_assert_cmpstr (ui_get_step (fixture, UI_SPONSOR)->column, ==, "budgetamount");
  assert_focus (fixture, "Estimated Budget");

  outline_start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 3);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "appro");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (ui_get_stage (fixture, UI_QUALIFY)->category, ==, SC_CATEGORY_APPROVAL);

  outline_start_at (fixture, SC_OUTLINE_STAGE, UI_DEVELOP, 3);
  ui_press (fixture, GDK_KEY_F2, 0);
  ui_press (fixture, GDK_KEY_Down, 0);
  ui_press (fixture, GDK_KEY_Down, 0);
  ui_press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpint (ui_get_stage (fixture, UI_DEVELOP)->category, ==, SC_CATEGORY_DEVELOP);

  outline_start_at (fixture, SC_OUTLINE_STAGE, UI_DEVELOP, 3);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "no such thing");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[no such thing]");
  ui_press (fixture, GDK_KEY_Escape, 0);
  assert_focus (fixture, "Develop");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 5);
}

/* A label in another language has a column; emptied it is no label any more. */
static void
test_languages (UiFixture *fixture, gconstpointer data)
{
  ScOutlineView *view = outline_get_view (fixture);
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_label (sc_editor_get_solution (fixture->editor), UI_FLOW,
                                              UI_BUDGET, 1031, "Budget (geschätzt)", &error);

  g_assert_cmpuint (view->columns->len, ==, 5);
  sc_editor_commit (fixture->editor, after, error, "Translate", NULL);
  ui_settle (fixture);
  g_assert_cmpuint (view->columns->len, ==, 6);
  outline_start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 5);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "Geldgeber");
  ui_press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpstr (sc_labels_get_exact (ui_get_step (fixture, UI_SPONSOR)->labels, 1031), ==,
                   "Geldgeber");
  assert_focus (fixture, "Budget (geschätzt)");
  ui_press (fixture, GDK_KEY_F2, 0);
  gtk_editable_set_text (GTK_EDITABLE (ui_get_focus (fixture)), "");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_null (sc_labels_get_exact (ui_get_step (fixture, UI_BUDGET)->labels, 1031));
  sc_editor_undo (fixture->editor);
  sc_editor_undo (fixture->editor);
  sc_editor_undo (fixture->editor);
  ui_settle (fixture);
  g_assert_cmpuint (view->columns->len, ==, 5);
}

/* Whatever happens elsewhere while a cell is being edited. */
static void
test_edit_under_way (UiFixture *fixture, gconstpointer data)
{
  GError *error = NULL;
  ScSolution *after;

  outline_start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  outline_type (fixture, "Money");
  sc_editor_undo (fixture->editor);
  ui_settle (fixture);
  assert_focus (fixture, "[Budget]");
  outline_type (fixture, "Cash");
  after
      = sc_edit_step_delete (sc_editor_get_solution (fixture->editor), UI_FLOW, UI_BUDGET, &error);
  sc_editor_commit (fixture->editor, after, error, "Delete", NULL);
  ui_settle (fixture);
  g_assert_null (outline_get_view (fixture)->entry);
  assert_flow (fixture, "Qualify: Sponsor, New step; Develop: New step");
  assert_focus (fixture, "Sponsor");
  ui_press (fixture, GDK_KEY_F2, 0);
  sc_editor_open_flow (fixture->editor, UI_OTHER);
  ui_settle (fixture);
  g_assert_null (outline_get_view (fixture)->entry);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) \
  g_test_add ("/ui/outline/" name, UiFixture, NULL, set_up, function, tear_down)
  ADD ("walk", test_walk);
  ADD ("fold", test_fold);
  ADD ("rename", test_rename);
  ADD ("untouched", test_untouched);
  ADD ("enter-adds-step", test_enter_adds_step);
  ADD ("tab", test_tab);
  ADD ("choices", test_choices);
  ADD ("languages", test_languages);
  ADD ("edit-under-way", test_edit_under_way);
#undef ADD
  return g_test_run ();
}
