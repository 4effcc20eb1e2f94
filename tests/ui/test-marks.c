/* test-marks.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-canvas-drag.h"
#include "sc-canvas-view.h"
#include "sc-edit-condition.h"
#include "sc-edit-step.h"
#include "sc-inspector.h"
#include "sc-many-page.h"
#include "sc-marked.h"
#include "sc-outline.h"
#include "sc-question.h"
#include "ui-fixture.h"

/* A canvas or an inspector open on "A B C D" with three steps each: A1, A2, … */
typedef struct
{
  UiFixture ui;
  ScCanvas *canvas; /* NULL: an inspector */
} Fixture;

static ScSolution *
make_solution (void)
{
  ScSolution *solution = sc_outline_read_solution ("A:lead>B B:lead>C C:lead>D D:account>");

  for (const char *stage = "ABCD"; *stage != '\0'; stage++)
    for (int i = 2; i <= 3; i++)
      {
        g_autofree char *id = g_strdup_printf ("%c%d", *stage, i);
        g_autofree char *name = g_strdup_printf ("%c", *stage);
        ScSolution *after
            = sc_edit_step_add (solution, "flow", name, G_MAXUINT, id, id, NULL, NULL);

        g_assert_nonnull (after);
        sc_solution_unref (solution);
        solution = after;
      }
  return solution;
}

static void
open_with (Fixture *self, ScSolution *solution)
{
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_solution_unref (solution);
  sc_editor_set_document (self->ui.editor, document);
  ui_settle (&self->ui);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ui_open (&self->ui, sc_canvas_view_new);
  self->canvas = SC_CANVAS (sc_canvas_view_get_canvas (SC_CANVAS_VIEW (self->ui.view)));
  open_with (self, make_solution ());
  sc_canvas_zoom_fit (self->canvas);
  ui_settle (&self->ui);
}

static void
set_up_inspector (Fixture *self, gconstpointer data)
{
  ui_open (&self->ui, sc_inspector_new);
  open_with (self, make_solution ());
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_close (&self->ui);
}

static ScPart
read_part (const char *word)
{
  return (ScPart){ strlen (word) > 1 ? SC_PART_STEP : SC_PART_STAGE, word };
}

/* Marks the words, the last of which is selected. */
static void
mark (Fixture *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  sc_editor_select_nothing (self->ui.editor);
  for (guint i = 0; words[i] != NULL; i++)
    sc_editor_toggle_part (self->ui.editor, read_part (words[i]));
}

static GtkWidget *
find (Fixture *self, const char *word)
{
  for (guint i = 0; i < self->canvas->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->canvas->cards, i);

      if (strlen (word) == 1 && g_str_equal (sc_stage_card_get_stage (card)->id, word))
        return GTK_WIDGET (card);
      if (strlen (word) > 1 && sc_stage_card_find_row (card, word) != NULL)
        return GTK_WIDGET (sc_stage_card_find_row (card, word));
    }
  g_assert_not_reached ();
}

/* TRUE or FALSE as assistive technology has it. */
static gboolean
is_shown_selected (GtkWidget *widget)
{
  char *differs = gtk_test_accessible_check_state (GTK_ACCESSIBLE (widget),
                                                   GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gboolean selected = differs == NULL;

  g_free (differs);
  if (!selected)
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_SELECTED,
                                      FALSE);
  return selected;
}

static void
assert_shown (Fixture *self)
{
  const ScParts *parts = sc_editor_get_parts (self->ui.editor);

  for (guint i = 0; i < self->canvas->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->canvas->cards, i);
      const char *id = sc_stage_card_get_stage (card)->id;

      g_assert_cmpint (is_shown_selected (GTK_WIDGET (card)), ==,
                       sc_parts_has (parts, SC_PART_STAGE, id));
      for (guint n = 0; n < sc_stage_card_get_n_rows (card); n++)
        {
          ScStepRow *row = sc_stage_card_get_row (card, n);

          id = sc_step_row_get_step (row)->id;
          g_assert_cmpint (is_shown_selected (GTK_WIDGET (row)), ==,
                           sc_parts_has (parts, SC_PART_STEP, id));
        }
    }
}

/* What is marked, with a "!" behind what is selected. */
static void
assert_marked (Fixture *self, const char *expected)
{
  const ScParts *parts = sc_editor_get_parts (self->ui.editor);
  ScSelection selection = sc_editor_get_selection (self->ui.editor);
  const char *cursor = selection.kind == SC_SELECTED_STEP ? selection.step : selection.stage;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sc_parts_count (parts); i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", sc_parts_get (parts, i).id,
                            g_strcmp0 (cursor, sc_parts_get (parts, i).id) == 0 ? "!" : "");
  g_assert_cmpstr (text->str, ==, expected);
  if (self->canvas != NULL)
    assert_shown (self);
}

static void
assert_flow (Fixture *self, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  sc_list_foreach (sc_editor_get_flow (self->ui.editor)->stages, const ScStage *, stage)
    {
      g_string_append_printf (text, "%s%s", stage_i > 0 ? " " : "", stage->name);
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_string_append_printf (text, "%s%s", step_i > 0 ? "," : ":",
                                  strlen (step->id) > 2 ? "+" : step->id);
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define ALL "A:A1,A2,A3 B:B1,B2,B3 C:C1,C2,C3 D:D1,D2,D3"

static void
activate (Fixture *self, const char *word, const char *action)
{
  gtk_widget_activate_action (find (self, word), action, NULL);
  ui_settle (&self->ui);
}

static void
test_editor (Fixture *self, gconstpointer data)
{
  ScEditor *editor = self->ui.editor;

  sc_editor_select_step (editor, "A2");
  assert_marked (self, "A2!");
  sc_editor_toggle_part (editor, read_part ("C1"));
  assert_marked (self, "A2 C1!");
  sc_editor_extend_to (editor, read_part ("B3"), FALSE);
  assert_marked (self, "B3! C1");
  sc_editor_extend_to (editor, read_part ("C3"), FALSE);
  assert_marked (self, "C1 C2 C3!");
  sc_editor_toggle_part (editor, read_part ("A1"));
  sc_editor_extend_to (editor, read_part ("A3"), TRUE);
  assert_marked (self, "A1 A2 A3! C1 C2 C3");
  sc_editor_toggle_part (editor, read_part ("A3"));
  assert_marked (self, "A1! A2 C1 C2 C3");
  sc_editor_toggle_part (editor, read_part ("A"));
  assert_marked (self, "A! C1 C2 C3");
  sc_editor_select_all (editor);
  assert_marked (self, "A! B C D");
  sc_editor_select (editor, (ScSelection){ SC_SELECTED_LINE, "A", NULL, SC_EDGE_NEXT });
  assert_marked (self, "");
  g_assert_cmpint (sc_editor_get_selection (editor).kind, ==, SC_SELECTED_LINE);
  sc_editor_extend_to (editor, read_part ("B"), FALSE);
  assert_marked (self, "B!");
  sc_editor_toggle_part (editor, read_part ("B"));
  assert_marked (self, "");
  g_assert_cmpint (sc_editor_get_selection (editor).kind, ==, SC_SELECTED_NOTHING);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_editor_follows (Fixture *self, gconstpointer data)
{
  ScEditor *editor = self->ui.editor;
  guint count = 0;
  GError *error = NULL;
  ScSolution *after;

  mark (self, "A1 B2 C3");
  g_signal_connect_swapped (editor, "selection-changed", G_CALLBACK (count_cb), &count);
  after = sc_edit_step_delete (sc_editor_get_solution (editor), "flow", "C3", &error);
  sc_editor_commit (editor, after, error, "Delete", NULL);
  assert_marked (self, "A1! B2");
  g_assert_cmpuint (count, ==, 1);
  after = sc_edit_step_move (sc_editor_get_solution (editor), "flow", "A1", "D", 0, &error);
  sc_editor_commit (editor, after, error, "Move", NULL);
  assert_marked (self, "B2 A1!");
  g_assert_cmpstr (sc_editor_get_selection (editor).stage, ==, "D");
  g_assert_cmpuint (count, ==, 2);
  after = sc_edit_step_set_required (sc_editor_get_solution (editor), "flow", "A2", TRUE, &error);
  sc_editor_commit (editor, after, error, "Require", NULL);
  g_assert_cmpuint (count, ==, 2);
  sc_editor_undo (editor);
  sc_editor_undo (editor);
  assert_marked (self, "A1! B2");
  open_with (self, make_solution ());
  assert_marked (self, "");
}

static void
test_actions (Fixture *self, gconstpointer data)
{
  mark (self, "A2 B1 B2");
  activate (self, "B2", "step.delete");
  assert_flow (self, "A:A1,A3 B:B3 C:C1,C2,C3 D:D1,D2,D3");
  assert_marked (self, "B3!");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Delete 3 steps");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 1);
  sc_editor_undo (self->ui.editor);
  assert_flow (self, ALL);

  /* What is not marked is meant alone. */
  mark (self, "A2 B1");
  activate (self, "C1", "step.delete");
  assert_flow (self, "A:A1,A2,A3 B:B1,B2,B3 C:C2,C3 D:D1,D2,D3");
  sc_editor_undo (self->ui.editor);

  mark (self, "D C");
  activate (self, "D", "stage.delete");
  assert_flow (self, "A:A1,A2,A3 B:B1,B2,B3");
  assert_marked (self, "B!");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Delete 2 stages");
  sc_editor_undo (self->ui.editor);

  mark (self, "B A1");
  activate (self, "B", "stage.duplicate");
  assert_flow (self, "A:A1,+,A2,A3 B:B1,B2,B3 B:+,+,+ C:C1,C2,C3 D:D1,D2,D3");
  g_assert_cmpuint (sc_parts_count (sc_editor_get_parts (self->ui.editor)), ==, 2);
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Duplicate 1 stage, 1 step");
  sc_editor_undo (self->ui.editor);

  sc_canvas_select_steps (self->canvas, "B");
  assert_marked (self, "B1! B2 B3");
  sc_editor_select_all (self->ui.editor);
  activate (self, "A", "stage.delete");
  assert_flow (self, "");
  assert_marked (self, "");
  sc_editor_undo (self->ui.editor);
  assert_flow (self, ALL);
}

static gboolean
is_required (Fixture *self, const char *step)
{
  return sc_flow_find_step (sc_editor_get_flow (self->ui.editor), step, NULL, NULL)->required;
}

static void
test_required (Fixture *self, gconstpointer data)
{
  mark (self, "A1 B2");
  activate (self, "A1", "step.toggle-required");
  g_assert_true (is_required (self, "A1") && is_required (self, "B2"));
  mark (self, "A1 A2");
  activate (self, "A1", "step.toggle-required");
  g_assert_true (is_required (self, "A1") && is_required (self, "A2"));
  activate (self, "A1", "step.toggle-required");
  g_assert_false (is_required (self, "A1") || is_required (self, "A2"));
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 3);
  activate (self, "C", "stage.toggle-required");
  g_assert_true (is_required (self, "C1") && is_required (self, "C3"));
}

static void
test_moves (Fixture *self, gconstpointer data)
{
  mark (self, "B2 B3");
  activate (self, "B3", "step.move-up");
  assert_flow (self, "A:A1,A2,A3 B:B2,B3,B1 C:C1,C2,C3 D:D1,D2,D3");
  assert_marked (self, "B2 B3!");
  activate (self, "B3", "step.move-up");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 1);
  activate (self, "B3", "step.move-down");
  activate (self, "B2", "step.move-right");
  assert_flow (self, "A:A1,A2,A3 B:B1 C:C1,B2,B3,C2,C3 D:D1,D2,D3");
  for (int i = 0; i < 3; i++)
    sc_editor_undo (self->ui.editor);
  assert_flow (self, ALL);

  mark (self, "A B");
  activate (self, "B", "stage.move-right");
  assert_flow (self, "C:C1,C2,C3 A:A1,A2,A3 B:B1,B2,B3 D:D1,D2,D3");
  activate (self, "A", "stage.move-left");
  assert_flow (self, ALL);
  assert_marked (self, "A B!");
}

/* A rename is for one, and so is what it leaves selected. */
static void
test_rename (Fixture *self, gconstpointer data)
{
  mark (self, "A1 A2 B");
  activate (self, "A2", "step.rename");
  g_assert_nonnull (self->canvas->rename);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "Two");
  g_signal_emit_by_name (self->canvas->rename, "activate");
  assert_marked (self, "A2!");
}

static void
press (Fixture *self, GtkDirectionType direction, ScMove move)
{
  sc_canvas_move_focus (self->canvas, direction, move);
  ui_settle (&self->ui);
}

static void
assert_focus (Fixture *self, const char *word)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->ui.window)) == find (self, word));
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  activate (self, "A2", "step.select");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  assert_marked (self, "A2 A3!");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  assert_marked (self, "A2 A3!");
  press (self, GTK_DIR_RIGHT, SC_MOVE_EXTEND);
  assert_marked (self, "A2 A3 B1 B2 B3!");
  assert_focus (self, "B3");
  press (self, GTK_DIR_LEFT, SC_MOVE_EXTEND);
  press (self, GTK_DIR_UP, SC_MOVE_EXTEND);
  press (self, GTK_DIR_UP, SC_MOVE_EXTEND);
  assert_marked (self, "A1! A2");
  press (self, GTK_DIR_UP, SC_MOVE_EXTEND);
  assert_marked (self, "A!");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  assert_marked (self, "A1! A2");
  press (self, GTK_DIR_DOWN, SC_MOVE_SELECT);
  assert_marked (self, "A2!");

  /* The focus goes ahead, and Ctrl+Space marks where it is. */
  press (self, GTK_DIR_RIGHT, SC_MOVE_ONLY);
  press (self, GTK_DIR_DOWN, SC_MOVE_ONLY);
  assert_marked (self, "A2!");
  assert_focus (self, "B3");
  activate (self, "B3", "step.toggle-mark");
  assert_marked (self, "A2 B3!");
  activate (self, "B3", "step.toggle-mark");
  assert_marked (self, "A2!");
  assert_focus (self, "B3");

  activate (self, "B", "stage.select");
  press (self, GTK_DIR_RIGHT, SC_MOVE_EXTEND);
  press (self, GTK_DIR_RIGHT, SC_MOVE_EXTEND);
  assert_marked (self, "B C D!");
  press (self, GTK_DIR_DOWN, SC_MOVE_EXTEND);
  assert_marked (self, "B C D!");
  press (self, GTK_DIR_LEFT, SC_MOVE_EXTEND);
  assert_marked (self, "B C!");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.select-all", NULL);
  assert_marked (self, "A B C! D");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.select-none", NULL);
  assert_marked (self, "");
}

/* A corner of a header or row, in the view; dx and dy go further. */
static graphene_point_t
get_corner (Fixture *self, const char *word, double dx, double dy)
{
  ScRect rect = sc_canvas_get_widget_rect (self->canvas, find (self, word));
  graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, rect);

  return GRAPHENE_POINT_INIT (view.origin.x + (float) (dx * self->canvas->zoom),
                              view.origin.y + (float) (dy * self->canvas->zoom));
}

static void
draw_band (Fixture *self, graphene_point_t from, graphene_point_t to, gboolean add)
{
  sc_band_arm (self->canvas, from.x, from.y, add);
  g_assert_true (sc_band_begin (self->canvas));
  sc_band_move (self->canvas, to.x, to.y);
  ui_settle (&self->ui);
}

static void
test_band (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find (self, "B2");

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  draw_band (self, get_corner (self, "A", -10, -10), get_corner (self, "B3", 10, 10), FALSE);
  assert_marked (self, "A! B");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->ui.window)) == GTK_WIDGET (self->canvas));
  sc_band_move (self->canvas, get_corner (self, "A", 10, 10).x, get_corner (self, "A", 10, 10).y);
  assert_marked (self, "A!");
  sc_band_end (self->canvas);
  assert_focus (self, "A");
  g_assert_null (self->canvas->band);

  /* From below: rows only; and with what was marked. */
  draw_band (self, get_corner (self, "B3", -10, 80), get_corner (self, "C2", 20, 5), TRUE);
  assert_marked (self, "A! B2 B3 C2 C3");
  sc_band_end (self->canvas);
  g_assert_true (row == find (self, "B2"));

  /* Escape marks again what was. */
  draw_band (self, get_corner (self, "D", -5, -10), get_corner (self, "D", 20, 5), FALSE);
  assert_marked (self, "D!");
  g_assert_true (sc_band_cancel (self->canvas));
  assert_marked (self, "A! B2 B3 C2 C3");
  g_assert_false (sc_band_cancel (self->canvas));

  /* An edit ends it. */
  draw_band (self, get_corner (self, "D", -5, -10), get_corner (self, "D", 20, 5), FALSE);
  sc_editor_delete_marked (self->ui.editor);
  g_assert_null (self->canvas->band);
  assert_flow (self, "A:A1,A2,A3 B:B1,B2,B3 C:C1,C2,C3");

  /* The window closes under the band: see tear_down(). */
  draw_band (self, get_corner (self, "A", -5, -10), get_corner (self, "A", 20, 5), FALSE);
}

static void
begin_drag (Fixture *self, const char *word)
{
  graphene_point_t point = get_corner (self, word, 20, 12);

  sc_drag_arm (self->canvas, point.x, point.y);
  g_assert_true (sc_drag_begin (self->canvas, point.x, point.y));
}

static void
drag_to (Fixture *self, const char *word, double dy)
{
  graphene_point_t point = get_corner (self, word, 20, dy);

  sc_drag_move (self->canvas, point.x, point.y);
  ui_settle (&self->ui);
}

static void
test_drag (Fixture *self, gconstpointer data)
{
  static const char *const others[] = { "A1", "A3", "B2" };

  mark (self, "A1 A3 B2 D");
  begin_drag (self, "A3");
  drag_to (self, "C1", 26);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_cmpfloat (gtk_widget_get_opacity (find (self, others[i])), <, 1);
  g_assert_cmpfloat (gtk_widget_get_opacity (find (self, "D")), ==, 1);
  sc_drag_drop (self->canvas);
  assert_flow (self, "A:A2 B:B1,B3 C:C1,A1,A3,B2,C2,C3 D:D1,D2,D3");
  assert_marked (self, "A1 A3! B2");
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Move 3 steps");
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 1);
  sc_editor_undo (self->ui.editor);
  assert_flow (self, ALL);
  ui_settle (&self->ui);

  mark (self, "A B");
  begin_drag (self, "B");
  drag_to (self, "D", 12);
  sc_drag_move (self->canvas, get_corner (self, "D", -10, 26).x, get_corner (self, "D", 0, 26).y);
  sc_drag_drop (self->canvas);
  assert_flow (self, "C:C1,C2,C3 A:A1,A2,A3 B:B1,B2,B3 D:D1,D2,D3");
  assert_marked (self, "A B!");
  ui_settle (&self->ui);

  /* Undo takes the ground from under a drag. */
  begin_drag (self, "A");
  drag_to (self, "D", 12);
  sc_editor_undo (self->ui.editor);
  g_assert_null (self->canvas->drag);
  assert_flow (self, ALL);
  ui_settle (&self->ui);

  /* What is not marked goes alone. */
  mark (self, "A1 A2");
  begin_drag (self, "C1");
  drag_to (self, "B1", 2);
  sc_drag_drop (self->canvas);
  assert_flow (self, "A:A1,A2,A3 B:C1,B1,B2,B3 C:C2,C3 D:D1,D2,D3");
  assert_marked (self, "C1!");
}

static void
test_announced (Fixture *self, gconstpointer data)
{
  activate (self, "A1", "step.select");
  g_assert_null (self->canvas->announced);
  mark (self, "A1 A2 B");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->canvas),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 stage, 2 steps selected");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (self, "B")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "1 stage, 2 steps selected");
  sc_editor_toggle_part (self->ui.editor, read_part ("B"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find (self, "A1")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 steps selected");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (find (self, "B")),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  sc_editor_select_nothing (self->ui.editor);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (find (self, "A1")),
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
test_menu (Fixture *self, gconstpointer data)
{
  g_autoptr (GMenuModel) steps = NULL;
  g_autoptr (GMenuModel) mixed = NULL;

  mark (self, "A1 A2 B2");
  steps = sc_canvas_build_marked_menu (self->canvas, read_part ("A1"));
  g_assert_true (menu_has (steps, "De_lete 3 Steps"));
  g_assert_true (menu_has (steps, "_Duplicate 3 Steps"));
  g_assert_true (menu_has (steps, "Make _Required"));
  g_assert_true (menu_has (steps, "To Stage on the Ri_ght"));
  mark (self, "A B C1");
  mixed = sc_canvas_build_marked_menu (self->canvas, read_part ("A"));
  g_assert_true (menu_has (mixed, "De_lete 2 Stages, 1 Step"));
  g_assert_false (menu_has (mixed, "Move _Left"));

  /* A menu on what is marked is for all; on what is not, for that. */
  sc_canvas_open_menu (self->canvas, find (self, "B"), NULL);
  assert_marked (self, "A B! C1");
  sc_canvas_open_menu (self->canvas, find (self, "C2"), NULL);
  assert_marked (self, "C2!");
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
test_question (Fixture *self, gconstpointer data)
{
  ScEditor *editor = self->ui.editor;
  GError *error = NULL;
  ScSolution *after
      = sc_edit_condition_add (sc_editor_get_solution (editor), "flow", "B", "c", &error);
  guint count = 0;

  sc_editor_commit (editor, after, error, "Add", NULL);
  g_signal_connect (editor, "asked", G_CALLBACK (asked_cb), &count);
  mark (self, "A1 B1 C1");
  activate (self, "A1", "step.delete");
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (ui_count_edits (&self->ui), ==, 2);
}

static void
test_random (Fixture *self, gconstpointer data)
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
      assert_shown (self);
      g_assert_true ((sc_editor_get_parts (editor) == NULL)
                     == (sc_editor_get_selection (editor).kind == SC_SELECTED_NOTHING));
    }
  while (ui_count_edits (&self->ui) > 0)
    sc_editor_undo (editor);
  assert_flow (self, ALL);
  assert_shown (self);
}

static void
test_inspector (Fixture *self, gconstpointer data)
{
  GtkWidget *required, *delete;

  mark (self, "A1 A2");
  ui_settle (&self->ui);
  g_assert_nonnull (ui_find (self->ui.view, GTK_TYPE_LABEL, "2 steps selected"));
  g_assert_null (ui_find (self->ui.view, ADW_TYPE_ACTION_ROW, "Table"));
  required = ui_find (self->ui.view, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (required), TRUE);
  ui_settle (&self->ui);
  g_assert_true (is_required (self, "A1") && is_required (self, "A2"));
  g_assert_cmpstr (ui_get_undo_name (&self->ui), ==, "Make 2 steps required");

  mark (self, "A D");
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
  assert_flow (self, "B:B1,B2,B3 C:C1,C2,C3");
  assert_marked (self, "C!");
  g_assert_nonnull (ui_find (self->ui.view, GTK_TYPE_LABEL, "C"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/ui/marks/editor", test_editor },   { "/ui/marks/editor-follows", test_editor_follows },
    { "/ui/marks/actions", test_actions }, { "/ui/marks/required", test_required },
    { "/ui/marks/moves", test_moves },     { "/ui/marks/rename", test_rename },
    { "/ui/marks/keys", test_keys },       { "/ui/marks/band", test_band },
    { "/ui/marks/drag", test_drag },       { "/ui/marks/announced", test_announced },
    { "/ui/marks/menu", test_menu },       { "/ui/marks/question", test_question },
    { "/ui/marks/random", test_random },
  };

  if (!ui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/ui/marks/inspector", Fixture, NULL, set_up_inspector, test_inspector, tear_down);
  return g_test_run ();
}
