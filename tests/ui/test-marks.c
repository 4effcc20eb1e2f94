/* test-marks.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "marks-fixture.h"
#include "sc-edit-condition.h"
#include "sc-edit-step.h"
#include "sc-many-page.h"
#include "sc-marked.h"
#include "sc-question.h"

static void
test_editor (MarksFixture *self, gconstpointer data)
{
  ScEditor *editor = self->ui.editor;

  sc_editor_select_step (editor, "A2");
  marks_assert_marked (self, "A2!");
  sc_editor_toggle_part (editor, marks_read_part ("C1"));
  marks_assert_marked (self, "A2 C1!");
  sc_editor_extend_to (editor, marks_read_part ("B3"), FALSE);
  marks_assert_marked (self, "B3! C1");
  sc_editor_extend_to (editor, marks_read_part ("C3"), FALSE);
  marks_assert_marked (self, "C1 C2 C3!");
  sc_editor_toggle_part (editor, marks_read_part ("A1"));
  sc_editor_extend_to (editor, marks_read_part ("A3"), TRUE);
  marks_assert_marked (self, "A1 A2 A3! C1 C2 C3");
  sc_editor_toggle_part (editor, marks_read_part ("A3"));
  marks_assert_marked (self, "A1! A2 C1 C2 C3");
  sc_editor_toggle_part (editor, marks_read_part ("A"));
  marks_assert_marked (self, "A! C1 C2 C3");
  sc_editor_select_all (editor);
  marks_assert_marked (self, "A! B C D");
  sc_editor_select (editor, (ScSelection){ SC_SELECTED_LINE, "A", NULL, SC_EDGE_NEXT });
  marks_assert_marked (self, "");
  g_assert_cmpint (sc_editor_get_selection (editor).kind, ==, SC_SELECTED_LINE);
  sc_editor_extend_to (editor, marks_read_part ("B"), FALSE);
  marks_assert_marked (self, "B!");
  sc_editor_toggle_part (editor, marks_read_part ("B"));
  marks_assert_marked (self, "");
  g_assert_cmpint (sc_editor_get_selection (editor).kind, ==, SC_SELECTED_NOTHING);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_editor_follows (MarksFixture *self, gconstpointer data)
{
  ScEditor *editor = self->ui.editor;
  guint count = 0;
  GError *error = NULL;
  ScSolution *after;

  marks_mark (self, "A1 B2 C3");
  g_signal_connect_swapped (editor, "selection-changed", G_CALLBACK (count_cb), &count);
  after = sc_edit_step_delete (sc_editor_get_solution (editor), "flow", "C3", &error);
  sc_editor_commit (editor, after, error, "Delete", NULL);
  marks_assert_marked (self, "A1! B2");
  g_assert_cmpuint (count, ==, 1);
  after = sc_edit_step_move (sc_editor_get_solution (editor), "flow", "A1", "D", 0, &error);
  sc_editor_commit (editor, after, error, "Move", NULL);
  marks_assert_marked (self, "B2 A1!");
  g_assert_cmpstr (sc_editor_get_selection (editor).stage, ==, "D");
  g_assert_cmpuint (count, ==, 2);
  after = sc_edit_step_set_required (sc_editor_get_solution (editor), "flow", "A2", TRUE, &error);
  sc_editor_commit (editor, after, error, "Require", NULL);
  g_assert_cmpuint (count, ==, 2);
  sc_editor_undo (editor);
  sc_editor_undo (editor);
  marks_assert_marked (self, "A1! B2");
  marks_open_with (self, marks_make_solution ());
  marks_assert_marked (self, "");
}

static void
test_actions (MarksFixture *self, gconstpointer data)
{
  marks_mark (self, "A2 B1 B2");
  marks_activate (self, "B2", "step.delete");
  marks_assert_flow (self, "A:A1,A3 B:B3 C:C1,C2,C3 D:D1,D2,D3");
  marks_assert_marked (self, "B3!");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Delete 3 steps");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 1);
  sc_editor_undo (self->ui.editor);
  marks_assert_flow (self, MARKS_ALL);

  /* What is not marked is meant alone. */
  marks_mark (self, "A2 B1");
  marks_activate (self, "C1", "step.delete");
  marks_assert_flow (self, "A:A1,A2,A3 B:B1,B2,B3 C:C2,C3 D:D1,D2,D3");
  sc_editor_undo (self->ui.editor);

  marks_mark (self, "D C");
  marks_activate (self, "D", "stage.delete");
  marks_assert_flow (self, "A:A1,A2,A3 B:B1,B2,B3");
  marks_assert_marked (self, "B!");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Delete 2 stages");
  sc_editor_undo (self->ui.editor);

  marks_mark (self, "B A1");
  marks_activate (self, "B", "stage.duplicate");
  marks_assert_flow (self, "A:A1,+,A2,A3 B:B1,B2,B3 B:+,+,+ C:C1,C2,C3 D:D1,D2,D3");
  g_assert_cmpuint (sc_parts_count (sc_editor_get_parts (self->ui.editor)), ==, 2);
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Duplicate 1 stage, 1 step");
  sc_editor_undo (self->ui.editor);

  sc_canvas_select_steps (self->canvas, "B");
  marks_assert_marked (self, "B1! B2 B3");
  sc_editor_select_all (self->ui.editor);
  marks_activate (self, "A", "stage.delete");
  marks_assert_flow (self, "");
  marks_assert_marked (self, "");
  sc_editor_undo (self->ui.editor);
  marks_assert_flow (self, MARKS_ALL);
}

static gboolean
is_required (MarksFixture *self, const char *step)
{
  return sc_flow_find_step (sc_editor_get_flow (self->ui.editor), step, NULL, NULL)->required;
}

static void
test_required (MarksFixture *self, gconstpointer data)
{
  marks_mark (self, "A1 B2");
  marks_activate (self, "A1", "step.toggle-required");
  g_assert_true (is_required (self, "A1") && is_required (self, "B2"));
  marks_mark (self, "A1 A2");
  marks_activate (self, "A1", "step.toggle-required");
  g_assert_true (is_required (self, "A1") && is_required (self, "A2"));
  marks_activate (self, "A1", "step.toggle-required");
  g_assert_false (is_required (self, "A1") || is_required (self, "A2"));
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 3);
  marks_activate (self, "C", "stage.toggle-required");
  g_assert_true (is_required (self, "C1") && is_required (self, "C3"));
}

static void
test_moves (MarksFixture *self, gconstpointer data)
{
  marks_mark (self, "B2 B3");
  marks_activate (self, "B3", "step.move-up");
  marks_assert_flow (self, "A:A1,A2,A3 B:B2,B3,B1 C:C1,C2,C3 D:D1,D2,D3");
  marks_assert_marked (self, "B2 B3!");
  marks_activate (self, "B3", "step.move-up");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 1);
  marks_activate (self, "B3", "step.move-down");
  marks_activate (self, "B2", "step.move-right");
  marks_assert_flow (self, "A:A1,A2,A3 B:B1 C:C1,B2,B3,C2,C3 D:D1,D2,D3");
  for (int i = 0; i < 3; i++)
    sc_editor_undo (self->ui.editor);
  marks_assert_flow (self, MARKS_ALL);

  marks_mark (self, "A B");
  marks_activate (self, "B", "stage.move-right");
  marks_assert_flow (self, "C:C1,C2,C3 A:A1,A2,A3 B:B1,B2,B3 D:D1,D2,D3");
  marks_activate (self, "A", "stage.move-left");
  marks_assert_flow (self, MARKS_ALL);
  marks_assert_marked (self, "A B!");
}

/* A rename is for one, and so is what it leaves selected. */
static void
test_rename (MarksFixture *self, gconstpointer data)
{
  marks_mark (self, "A1 A2 B");
  marks_activate (self, "A2", "step.rename");
  g_assert_nonnull (self->canvas->rename);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "Two");
  g_signal_emit_by_name (self->canvas->rename, "activate");
  marks_assert_marked (self, "A2!");
}

static void
test_announced (MarksFixture *self, gconstpointer data)
{
  marks_activate (self, "A1", "step.select");
  g_assert_null (self->canvas->announced);
  marks_mark (self, "A1 A2 B");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->canvas),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 stage, 2 steps selected");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marks_find (self, "B")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 stage, 2 steps selected");
  sc_editor_toggle_part (self->ui.editor, marks_read_part ("B"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marks_find (self, "A1")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 steps selected");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (marks_find (self, "B")),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  sc_editor_select_nothing (self->ui.editor);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (marks_find (self, "A1")),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (self->canvas),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static gboolean
menu_has (GMenuModel *menu, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;

      if (section != NULL && menu_has (section, label))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text)
          && g_str_equal (text, label))
        return TRUE;
    }
  return FALSE;
}

static void
test_menu (MarksFixture *self, gconstpointer data)
{
  g_autoptr (GMenuModel) steps = NULL;
  g_autoptr (GMenuModel) mixed = NULL;

  marks_mark (self, "A1 A2 B2");
  steps = sc_canvas_build_marked_menu (self->canvas, marks_read_part ("A1"));
  g_assert_true (menu_has (steps, "De_lete 3 Steps"));
  g_assert_true (menu_has (steps, "_Duplicate 3 Steps"));
  g_assert_true (menu_has (steps, "Make _Required"));
  g_assert_true (menu_has (steps, "To Stage on the Ri_ght"));
  marks_mark (self, "A B C1");
  mixed = sc_canvas_build_marked_menu (self->canvas, marks_read_part ("A"));
  g_assert_true (menu_has (mixed, "De_lete 2 Stages, 1 Step"));
  g_assert_false (menu_has (mixed, "Move _Left"));

  /* A menu on what is marked is for all; on what is not, for that. */
  sc_canvas_open_menu (self->canvas, marks_find (self, "B"), NULL);
  marks_assert_marked (self, "A B! C1");
  sc_canvas_open_menu (self->canvas, marks_find (self, "C2"), NULL);
  marks_assert_marked (self, "C2!");
}

static gboolean
asked_cb (ScEditor *editor, ScQuestion *question, guint *count)
{
  (*count)++;
  sc_question_agree (question, FALSE);
  return TRUE;
}

/* However many of them are in use, there is one question. */
static void
test_question (MarksFixture *self, gconstpointer data)
{
  ScEditor *editor = self->ui.editor;
  GError *error = NULL;
  ScSolution *after
      = sc_edit_condition_add (sc_editor_get_solution (editor), "flow", "B", "c", &error);
  guint count = 0;

  sc_editor_commit (editor, after, error, "Add", NULL);
  g_signal_connect (editor, "asked", G_CALLBACK (asked_cb), &count);
  marks_mark (self, "A1 B1 C1");
  marks_activate (self, "A1", "step.delete");
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 2);
}

static void
test_random (MarksFixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  static const char *const actions[] = { "delete",     "duplicate", "toggle-required", "move-left",
                                         "move-right", "move-up",   "toggle-mark" };
  ScEditor *editor = self->ui.editor;

  for (int i = 0; i < 400; i++)
    {
      const ScFlow *flow = sc_editor_get_flow (editor);
      guint n = sc_list_length (flow->stages);
      const ScStage *stage
          = n > 0 ? sc_list_get (flow->stages, (guint) g_rand_int_range (random, 0, (int) n))
                  : NULL;
      const ScStep *step = stage != NULL ? sc_list_get (stage->steps, (guint) i % 3) : NULL;
      GtkWidget *selected = sc_canvas_get_selected_widget (self->canvas);
      int kind = g_rand_int_range (random, 0, 10);
      guint action = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (actions));

      if (kind < 3 && step != NULL)
        sc_editor_toggle_part (editor, (ScPart){ SC_PART_STEP, step->id });
      else if (kind < 5 && stage != NULL)
        sc_editor_toggle_part (editor, (ScPart){ SC_PART_STAGE, stage->id });
      else if (kind == 5 && step != NULL)
        sc_editor_extend_to (editor, (ScPart){ SC_PART_STEP, step->id }, i % 2);
      else if (kind == 6 || n > 20)
        sc_editor_undo (editor);
      else if (kind == 7)
        sc_editor_redo (editor);
      else if (selected != NULL)
        {
          g_autofree char *name
              = g_strconcat (SC_IS_STEP_ROW (selected) ? "step." : "stage.", actions[action], NULL);

          gtk_widget_activate_action (selected, name, NULL);
        }
      marks_assert_shown (self);
      g_assert_true ((sc_editor_get_parts (editor) == NULL)
                     == (sc_editor_get_selection (editor).kind == SC_SELECTED_NOTHING));
    }
  while (ui_count_edits (&self->ui) > 0)
    sc_editor_undo (editor);
  marks_assert_flow (self, MARKS_ALL);
  marks_assert_shown (self);
}

static void
test_inspector (MarksFixture *self, gconstpointer data)
{
  GtkWidget *required, *delete;

  marks_mark (self, "A1 A2");
  ui_settle (&self->ui);
  g_assert_nonnull (ui_find (self->ui.view, GTK_TYPE_LABEL, "2 steps selected"));
  g_assert_null (ui_find (self->ui.view, ADW_TYPE_ACTION_ROW, "Table"));
  required = ui_find (self->ui.view, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (required), TRUE);
  ui_settle (&self->ui);
  g_assert_true (is_required (self, "A1") && is_required (self, "A2"));
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Make 2 steps required");

  marks_mark (self, "A D");
  ui_settle (&self->ui);
  g_assert_nonnull (ui_find (self->ui.view, GTK_TYPE_LABEL, "2 stages selected"));
  g_assert_true (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (required)));
  g_assert_nonnull (ui_find (self->ui.view, GTK_TYPE_LABEL, "Different"));
  g_assert_nonnull (ui_find (self->ui.view, ADW_TYPE_ACTION_ROW, "Category"));
  g_signal_emit_by_name (ui_find (self->ui.view, ADW_TYPE_ACTION_ROW, "Table"), "picked",
                         "contact");
  g_signal_emit_by_name (ui_find (self->ui.view, ADW_TYPE_ACTION_ROW, "Category"), "picked", "2");
  ui_settle (&self->ui);
  g_assert_null (ui_find (self->ui.view, GTK_TYPE_LABEL, "Different"));
  sc_list_foreach (sc_editor_get_flow (self->ui.editor)->stages, const ScStage *, stage)
    {
      gboolean marked = stage_i == 0 || stage_i == 3;

      g_assert_cmpstr (stage->table, ==, marked ? "contact" : "lead");
      g_assert_cmpint (stage->category, ==, marked ? SC_CATEGORY_PROPOSE : SC_CATEGORY_NONE);
    }
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 3);

  delete = ui_find (self->ui.view, GTK_TYPE_BUTTON, "Delete 2 Stages");
  g_signal_emit_by_name (delete, "clicked");
  ui_settle (&self->ui);
  marks_assert_flow (self, "B:B1,B2,B3 C:C1,C2,C3");
  marks_assert_marked (self, "C!");
  g_assert_nonnull (ui_find (self->ui.view, GTK_TYPE_LABEL, "C"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (MarksFixture *self, gconstpointer data);
  } tests[] = {
    { "/ui/marks/editor", test_editor },       { "/ui/marks/editor-follows", test_editor_follows },
    { "/ui/marks/actions", test_actions },     { "/ui/marks/required", test_required },
    { "/ui/marks/moves", test_moves },         { "/ui/marks/rename", test_rename },
    { "/ui/marks/announced", test_announced }, { "/ui/marks/menu", test_menu },
    { "/ui/marks/question", test_question },   { "/ui/marks/random", test_random },
  };

  if (!ui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, MarksFixture, NULL, marks_set_up, tests[i].test, marks_tear_down);
  g_test_add ("/ui/marks/inspector", MarksFixture, NULL, marks_set_up_inspector, test_inspector,
              marks_tear_down);
  return g_test_run ();
}
