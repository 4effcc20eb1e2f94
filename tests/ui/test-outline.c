/* test-outline.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-outline-private.h"
#include "ui-fixture.h"
#include "ui-keys.h"

/* The view, driven as by the keyboard: keys go to what has the focus and on from there. */

static ScOutlineView *
get_view (UiFixture *fixture)
{
  return SC_OUTLINE_VIEW (fixture->view);
}

/* In place of what is there, as when everything is selected. */
static void
type (UiFixture *fixture, const char *text)
{
  GtkWidget *focus = ui_get_focus (fixture);

  g_assert_true (GTK_IS_TEXT (focus));
  for (guint n = 1; n <= strlen (text); n++)
    {
      g_autofree char *part = g_strndup (text, n);

      gtk_editable_set_text (GTK_EDITABLE (focus), part);
    }
  ui_settle (fixture);
}

/* "Budget" for the text of the cell that has the focus; "[Budget]" while it is being edited. */
static char *
write_focus (UiFixture *fixture)
{
  GtkWidget *focus = ui_get_focus (fixture);

  if (GTK_IS_TEXT (focus))
    return g_strdup_printf ("[%s]", gtk_editable_get_text (GTK_EDITABLE (focus)));
  if (SC_IS_OUTLINE_CELL (focus))
    return g_strdup (sc_outline_cell_get_text (SC_OUTLINE_CELL (focus)));
  return g_strdup (focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
}

#define assert_focus(fixture, expected)                  \
  G_STMT_START                                           \
  {                                                      \
    g_autofree char *focus_text = write_focus (fixture); \
    g_assert_cmpstr (focus_text, ==, (expected));        \
  }                                                      \
  G_STMT_END

static void
start_at (UiFixture *fixture, ScOutlineKind kind, const char *id, guint column)
{
  ScOutlineView *view = get_view (fixture);

  sc_outline_view_go_to (view, sc_outline_list_find (view->list, kind, id), column,
                         SC_OUTLINE_SELECT);
  ui_settle (fixture);
}

/* The labels of all stages and steps: "Qualify: Budget, Sponsor; Develop: …". */
static char *
write_flow (UiFixture *fixture)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (ui_get_flow (fixture)->stages, const ScStage *, stage)
    {
      g_string_append_printf (text, "%s%s:", stage_i > 0 ? "; " : "",
                              sc_stage_get_label (stage, SC_LANGUAGE_ENGLISH));
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_string_append_printf (text, "%s %s%s", step_i > 0 ? "," : "",
                                  sc_step_get_label (step, SC_LANGUAGE_ENGLISH),
                                  step->required ? "!" : "");
        }
    }
  return g_string_free (text, FALSE);
}

#define assert_flow(fixture, expected)                 \
  G_STMT_START                                         \
  {                                                    \
    g_autofree char *flow_text = write_flow (fixture); \
    g_assert_cmpstr (flow_text, ==, (expected));       \
  }                                                    \
  G_STMT_END

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

  start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 0);
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
  ScOutlineView *view = get_view (fixture);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (view->list));

  start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 0);
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
  g_assert_cmpuint (ui_count_edits (fixture), ==, 0);
}

/* A visit of a cell is one step for Undo, as often as keys are pressed in it. */
static void
test_rename (UiFixture *fixture, gconstpointer data)
{
  start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  assert_focus (fixture, "[Budget]");
  type (fixture, "Money");
  assert_flow (fixture, "Qualify: Money, Sponsor, New step; Develop: New step");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "Sponsor");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 1);

  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[Sponsor]");
  type (fixture, "Payer");
  ui_press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, "Money");
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "Cash");
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

  start_at (fixture, SC_OUTLINE_STEP, last->id, 0);
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

  start_at (fixture, SC_OUTLINE_STEP, last->id, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "One");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[New step]");
  type (fixture, "Two");
  /* Past the check to the column, and back to where the row began. */
  ui_press (fixture, GDK_KEY_Tab, 0);
  assert_focus (fixture, "");
  ui_press (fixture, GDK_KEY_space, 0);
  ui_press (fixture, GDK_KEY_Tab, 0);
  assert_focus (fixture, "[]");
  type (fixture, "customer");
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

  start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 0);
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
  start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 2);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "deci");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (ui_get_step (fixture, UI_BUDGET)->column, ==, "decisionmaker");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 1);

  start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 2);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "new_owncolumn");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (ui_get_step (fixture, UI_SPONSOR)->column, ==, "new_owncolumn");

  start_at (fixture, SC_OUTLINE_STAGE, UI_QUALIFY, 3);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "appro");
  ui_press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (ui_get_stage (fixture, UI_QUALIFY)->category, ==, SC_CATEGORY_APPROVAL);

  start_at (fixture, SC_OUTLINE_STAGE, UI_DEVELOP, 3);
  ui_press (fixture, GDK_KEY_F2, 0);
  ui_press (fixture, GDK_KEY_Down, 0);
  ui_press (fixture, GDK_KEY_Down, 0);
  ui_press (fixture, GDK_KEY_Tab, 0);
  g_assert_cmpint (ui_get_stage (fixture, UI_DEVELOP)->category, ==, SC_CATEGORY_DEVELOP);

  start_at (fixture, SC_OUTLINE_STAGE, UI_DEVELOP, 3);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "no such thing");
  ui_press (fixture, GDK_KEY_Return, 0);
  assert_focus (fixture, "[no such thing]");
  ui_press (fixture, GDK_KEY_Escape, 0);
  assert_focus (fixture, "Develop");
  g_assert_cmpuint (ui_count_edits (fixture), ==, 4);
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

  start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
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
  start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
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

/* A label in another language has a column; emptied it is no label any more. */
static void
test_languages (UiFixture *fixture, gconstpointer data)
{
  ScOutlineView *view = get_view (fixture);
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_label (sc_editor_get_solution (fixture->editor), UI_FLOW,
                                              UI_BUDGET, 1031, "Budget (geschätzt)", &error);

  g_assert_cmpuint (view->columns->len, ==, 5);
  sc_editor_commit (fixture->editor, after, error, "Translate", NULL);
  ui_settle (fixture);
  g_assert_cmpuint (view->columns->len, ==, 6);
  start_at (fixture, SC_OUTLINE_STEP, UI_SPONSOR, 5);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "Geldgeber");
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

  start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
  ui_press (fixture, GDK_KEY_F2, 0);
  type (fixture, "Money");
  sc_editor_undo (fixture->editor);
  ui_settle (fixture);
  assert_focus (fixture, "[Budget]");
  type (fixture, "Cash");
  after
      = sc_edit_step_delete (sc_editor_get_solution (fixture->editor), UI_FLOW, UI_BUDGET, &error);
  sc_editor_commit (fixture->editor, after, error, "Delete", NULL);
  ui_settle (fixture);
  g_assert_null (get_view (fixture)->entry);
  assert_flow (fixture, "Qualify: Sponsor, New step; Develop: New step");
  assert_focus (fixture, "Sponsor");
  ui_press (fixture, GDK_KEY_F2, 0);
  sc_editor_open_flow (fixture->editor, UI_OTHER);
  ui_settle (fixture);
  g_assert_null (get_view (fixture)->entry);
}

static void
test_empty (UiFixture *fixture, gconstpointer data)
{
  ScOutlineView *view = get_view (fixture);
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
  type (fixture, "First");
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
  ScOutlineView *view = get_view (fixture);

  solution->managed = TRUE;
  document = sc_document_new_from (solution);
  sc_editor_set_document (fixture->editor, document);
  ui_settle (fixture);
  g_assert_null (sc_outline_list_find (view->list, SC_OUTLINE_ADD_STAGE, NULL));
  start_at (fixture, SC_OUTLINE_STEP, UI_BUDGET, 0);
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
  ScOutlineView *view = get_view (fixture);
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
  ADD ("commands", test_commands);
  ADD ("marks", test_marks);
  ADD ("languages", test_languages);
  ADD ("edit-under-way", test_edit_under_way);
  ADD ("empty", test_empty);
  ADD ("locked", test_locked);
  ADD ("names", test_names);
#undef ADD
  return g_test_run ();
}
