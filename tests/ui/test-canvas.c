/* test-canvas.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-canvas-drag.h"
#include "sc-canvas-view.h"
#include "sc-edit-condition.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-minimap.h"

#define FLOW "f0000000-0000-0000-0000-000000000000"

/* A window with a canvas, open on "One (1a 1b) Two (2a) Three (3a 3b 3c)"; the ids are the labels
 * in the last digits. */
typedef struct
{
  ScEditor *editor;
  GtkWidget *window;
  GtkWidget *view;
  ScCanvas *canvas;
} Fixture;

static char *
make_id (const char *label)
{
  guint32 hash = g_str_hash (label);

  return g_strdup_printf ("00000000-0000-0000-0000-0000%08x", hash);
}

static void
replace (ScSolution **solution, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_solution_unref (*solution);
  *solution = after;
}

static void
add_stage (ScSolution **solution, const char *after, const char *label, const char *steps)
{
  g_autofree char *behind = after != NULL ? make_id (after) : NULL;
  g_autofree char *id = make_id (label);
  g_auto (GStrv) names = g_strsplit (steps, " ", -1);
  const ScStage *stage;
  g_autofree char *unwanted = NULL;
  GError *error = NULL;

  replace (solution,
           sc_edit_stage_add (*solution, FLOW, (ScSlot){ behind, SC_EDGE_NEXT }, id, label, "lead",
                              &error),
           error);
  stage = sc_flow_find_stage (sc_list_get ((*solution)->flows, 0), id, NULL);
  unwanted = g_strdup (((const ScStep *) sc_list_get (stage->steps, 0))->id);
  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    {
      g_autofree char *step = make_id (names[i]);

      replace (solution,
               sc_edit_step_add (*solution, FLOW, id, G_MAXUINT, step, names[i], NULL, &error),
               error);
    }
  replace (solution, sc_edit_step_delete (*solution, FLOW, unwanted, &error), error);
}

static ScSolution *
make_solution (void)
{
  ScSolution *solution = sc_edit_solution_new ();
  g_autofree char *unwanted = NULL;
  const ScFlow *flow;
  GError *error = NULL;

  replace (&solution, sc_edit_flow_add (solution, FLOW, "Flow", "lead", &error), error);
  flow = sc_list_get (solution->flows, 0);
  unwanted = g_strdup (((const ScStage *) sc_list_get (flow->stages, 0))->id);
  add_stage (&solution, NULL, "One", "1a 1b");
  add_stage (&solution, "One", "Two", "2a");
  add_stage (&solution, "Two", "Three", "3a 3b 3c");
  replace (&solution, sc_edit_stage_delete (solution, FLOW, unwanted, &error), error);

  return solution;
}

static void
spin (void)
{
  gint64 end = g_get_monotonic_time () + 40 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
open_solution (Fixture *self, ScSolution *solution)
{
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_editor_set_document (self->editor, document);
  sc_solution_unref (solution);
  spin ();
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->editor = sc_editor_new ();
  self->view = sc_canvas_view_new (self->editor);
  self->canvas = SC_CANVAS (sc_canvas_view_get_canvas (SC_CANVAS_VIEW (self->view)));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  open_solution (self, make_solution ());
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GtkWidget *card
      = self->canvas->cards->len > 0 ? g_ptr_array_index (self->canvas->cards, 0) : NULL;
  GtkWidget *canvas = GTK_WIDGET (self->canvas), *view = self->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_object_add_weak_pointer (G_OBJECT (canvas), (gpointer *) &canvas);
  if (card != NULL)
    g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  gtk_window_destroy (GTK_WINDOW (self->window));
  spin ();
  g_assert_null (view);
  g_assert_null (canvas);
  g_assert_null (card);
  g_assert_finalize_object (self->editor);
}

/* What the widgets show, as "One (1a 1b) Two (2a*)"; a star is a step that is required. */
static char *
describe_widgets (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->canvas->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->canvas->cards, i);

      g_string_append_printf (text, "%s%s (", i > 0 ? " " : "",
                              sc_stage_get_label (sc_stage_card_get_stage (card), 1033));
      for (guint row = 0; row < sc_stage_card_get_n_rows (card); row++)
        {
          const ScStep *step = sc_step_row_get_step (sc_stage_card_get_row (card, row));

          g_string_append_printf (text, "%s%s%s", row > 0 ? " " : "",
                                  sc_step_get_label (step, 1033), step->required ? "*" : "");
        }
      g_string_append_c (text, ')');
    }

  return g_string_free (text, FALSE);
}

static char *
describe_document (Fixture *self)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (sc_editor_get_flow (self->editor)->stages, const ScStage *, stage)
    {
      g_string_append_printf (text, "%s%s (", stage_i > 0 ? " " : "",
                              sc_stage_get_label (stage, 1033));
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          g_string_append_printf (text, "%s%s%s", step_i > 0 ? " " : "",
                                  sc_step_get_label (step, 1033), step->required ? "*" : "");
        }
      g_string_append_c (text, ')');
    }

  return g_string_free (text, FALSE);
}

static void
assert_shows (Fixture *self, const char *expected)
{
  g_autofree char *widgets = describe_widgets (self);
  g_autofree char *document = describe_document (self);

  g_assert_cmpstr (document, ==, expected);
  g_assert_cmpstr (widgets, ==, expected);
}

static GtkWidget *
find (Fixture *self, const char *label)
{
  g_autofree char *id = make_id (label);

  for (guint i = 0; i < self->canvas->cards->len; i++)
    {
      ScStageCard *card = g_ptr_array_index (self->canvas->cards, i);
      ScStepRow *row = sc_stage_card_find_row (card, id);

      if (g_str_equal (sc_stage_card_get_stage (card)->id, id))
        return GTK_WIDGET (card);
      if (row != NULL)
        return GTK_WIDGET (row);
    }

  return NULL;
}

static const char *
get_undo_name (Fixture *self)
{
  return sc_history_get_undo_name (sc_document_get_history (sc_editor_get_document (self->editor)));
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

static void
activate (Fixture *self, const char *label, const char *action)
{
  g_assert_true (gtk_widget_activate_action (find (self, label), action, NULL));
  sc_canvas_end_rename (self->canvas, FALSE);
}

static const struct
{
  const char *part, *action, *expected, *undo;
} actions[] = {
  { "1a", "step.delete", "One (1b) Two (2a) Three (3a 3b 3c)", "Delete step “1a”" },
  { "1a", "step.toggle-required", "One (1a* 1b) Two (2a) Three (3a 3b 3c)", "Make “1a” required" },
  { "3a", "step.move-down", "One (1a 1b) Two (2a) Three (3b 3a 3c)", "Move step “3a”" },
  { "3c", "step.move-up", "One (1a 1b) Two (2a) Three (3a 3c 3b)", "Move step “3c”" },
  { "1b", "step.move-right", "One (1a) Two (2a 1b) Three (3a 3b 3c)", "Move step “1b”" },
  { "3a", "step.move-left", "One (1a 1b) Two (3a 2a) Three (3b 3c)", "Move step “3a”" },
  { "1a", "step.add-after", "One (1a New step 1b) Two (2a) Three (3a 3b 3c)", "Add step" },
  { "Two", "stage.add-step", "One (1a 1b) Two (2a New step) Three (3a 3b 3c)", "Add step" },
  { "Two", "stage.delete", "One (1a 1b) Three (3a 3b 3c)", "Delete stage “Two”" },
  { "One", "stage.delete", "Two (2a) Three (3a 3b 3c)", "Delete stage “One”" },
  { "Two", "stage.move-left", "Two (2a) One (1a 1b) Three (3a 3b 3c)", "Move stage “Two”" },
  { "Two", "stage.move-right", "One (1a 1b) Three (3a 3b 3c) Two (2a)", "Move stage “Two”" },
  { "One", "stage.add-before", "New stage (New step) One (1a 1b) Two (2a) Three (3a 3b 3c)",
    "Add stage" },
  { "Three", "stage.add-after", "One (1a 1b) Two (2a) Three (3a 3b 3c) New stage (New step)",
    "Add stage" },
};

/* Every action is one edit, shown at once, and undone as one. */
static void
test_actions (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      activate (self, actions[i].part, actions[i].action);
      assert_shows (self, actions[i].expected);
      g_assert_cmpstr (get_undo_name (self), ==, actions[i].undo);
      spin ();
      sc_editor_undo (self->editor);
      assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");
      g_assert_null (get_undo_name (self));
    }
}

/* At the ends there is nothing to do, and nothing is done. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *part, *action;
  } cases[] = {
    { "1a", "step.move-up" },    { "1b", "step.move-down" },   { "1a", "step.move-left" },
    { "3a", "step.move-right" }, { "One", "stage.move-left" }, { "Three", "stage.move-right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (self, cases[i].part, cases[i].action);
      assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");
      g_assert_null (get_undo_name (self));
    }
}

/* What an edit did not touch is still the same widget. */
static void
test_identity (Fixture *self, gconstpointer data)
{
  GtkWidget *one = find (self, "One"), *a = find (self, "1a"), *b = find (self, "1b");
  GtkWidget *three = find (self, "Three"), *c = find (self, "3c");

  activate (self, "1b", "step.move-up");
  g_assert_true (find (self, "1a") == a && find (self, "1b") == b);
  activate (self, "1a", "step.toggle-required");
  activate (self, "Two", "stage.move-right");
  g_assert_true (find (self, "One") == one && find (self, "Three") == three);
  activate (self, "2a", "step.delete");
  g_assert_true (find (self, "1a") == a && find (self, "3c") == c);
  assert_shows (self, "One (1b 1a*) Three (3a 3b 3c) Two ()");
  /* In the order of the flow also as children, for assistive technology. */
  g_assert_true (gtk_widget_get_next_sibling (one) == three);
}

static void
assert_selected (Fixture *self, const char *label)
{
  ScSelection selection = sc_editor_get_selection (self->editor);
  g_autofree char *id = make_id (label);

  g_assert_cmpstr (selection.step != NULL ? selection.step : selection.stage, ==, id);
  g_assert_true (get_focus (self) == find (self, label));
}

static void
test_focus (Fixture *self, gconstpointer data)
{
  activate (self, "3b", "step.select");
  assert_selected (self, "3b");
  activate (self, "3b", "step.delete");
  assert_selected (self, "3c");
  activate (self, "3c", "step.delete");
  assert_selected (self, "3a");
  activate (self, "3a", "step.move-left");
  assert_selected (self, "3a");
  sc_editor_undo (self->editor);
  assert_selected (self, "3a");
  activate (self, "One", "stage.select");
  activate (self, "One", "stage.delete");
  assert_selected (self, "Two");
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  static const struct
  {
    GtkDirectionType direction;
    const char *expected; /* NULL: the row that adds a step */
  } way[] = {
    { GTK_DIR_DOWN, "1a" },  { GTK_DIR_DOWN, "1b" },  { GTK_DIR_DOWN, NULL },
    { GTK_DIR_UP, "1b" },    { GTK_DIR_RIGHT, "2a" }, { GTK_DIR_RIGHT, "3a" },
    { GTK_DIR_RIGHT, "3a" }, { GTK_DIR_UP, "Three" }, { GTK_DIR_LEFT, "Two" },
    { GTK_DIR_LEFT, "One" }, { GTK_DIR_LEFT, "One" }, { GTK_DIR_UP, "One" },
  };

  activate (self, "One", "stage.select");
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      sc_canvas_move_focus (self->canvas, way[i].direction, SC_MOVE_SELECT);
      if (way[i].expected != NULL)
        assert_selected (self, way[i].expected);
      else
        g_assert_true (SC_IS_CANVAS_BUTTON (get_focus (self)));
    }
  sc_canvas_move_focus_to_end (self->canvas, TRUE);
  assert_selected (self, "Three");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-stage", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-step", NULL);
  sc_canvas_end_rename (self->canvas, FALSE);
  assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c) New stage (New step New step)");
}

static void
test_condition (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_id ("One");
  GError *error = NULL;
  ScSolution *after
      = sc_edit_condition_add (sc_editor_get_solution (self->editor), FLOW, one, "name", &error);
  GtkWidget *box;

  g_assert_no_error (error);
  sc_editor_commit (self->editor, after, NULL, "Add condition", NULL);
  g_assert_cmpuint (self->canvas->conditions->len, ==, 1);
  box = g_ptr_array_index (self->canvas->conditions, 0);
  activate (self, "One", "stage.select");
  sc_canvas_move_focus (self->canvas, GTK_DIR_RIGHT, SC_MOVE_SELECT);
  g_assert_true (get_focus (self) == box);
  g_assert_cmpint (sc_editor_get_selection (self->editor).kind, ==, SC_SELECTED_CONDITION);
  g_assert_true (gtk_widget_activate_action (box, "condition.delete", NULL));
  g_assert_cmpuint (self->canvas->conditions->len, ==, 0);
  g_assert_cmpint (sc_editor_get_selection (self->editor).kind, ==, SC_SELECTED_STAGE);
}

static void
test_rename (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (find (self, "1a"), "step.rename", NULL);
  g_assert_nonnull (self->canvas->rename);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->canvas->rename)), ==, "1a");
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "  Budget ");
  spin ();
  g_signal_emit_by_name (self->canvas->rename, "activate");
  g_assert_null (self->canvas->rename);
  assert_shows (self, "One (Budget 1b) Two (2a) Three (3a 3b 3c)");
  assert_selected (self, "1a");

  gtk_widget_activate_action (find (self, "One"), "stage.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "First");
  sc_canvas_end_rename (self->canvas, FALSE);
  assert_shows (self, "One (Budget 1b) Two (2a) Three (3a 3b 3c)");

  /* Going elsewhere commits. */
  gtk_widget_activate_action (find (self, "One"), "stage.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "First");
  gtk_widget_activate_action (find (self, "2a"), "step.rename", NULL);
  assert_shows (self, "First (Budget 1b) Two (2a) Three (3a 3b 3c)");

  /* What is being renamed may go away. */
  sc_editor_undo (self->editor);
  g_assert_nonnull (self->canvas->rename);
  activate (self, "2a", "step.delete");
  g_assert_null (self->canvas->rename);
  sc_editor_undo (self->editor);

  sc_editor_redo (self->editor);
  activate (self, "3c", "step.toggle-required");
  gtk_widget_activate_action (find (self, "3c"), "step.rename", NULL);
  sc_editor_undo (self->editor);
  g_assert_nonnull (self->canvas->rename);
  sc_canvas_end_rename (self->canvas, FALSE);
  activate (self, "3c", "step.duplicate");
  gtk_widget_activate_action (get_focus (self), "step.rename", NULL);
  g_assert_nonnull (self->canvas->rename);
  sc_editor_undo (self->editor);
  g_assert_null (self->canvas->rename);

  /* A name of nothing is none. */
  gtk_widget_activate_action (find (self, "One"), "stage.rename", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->canvas->rename), "  ");
  g_signal_emit_by_name (self->canvas->rename, "activate");
  assert_shows (self, "One (Budget 1b) Two () Three (3a 3b 3c)");
}

/* A point of the view, in the middle of a header or row, or at the foot of a card. */
static graphene_point_t
get_point (Fixture *self, const char *label)
{
  ScRect rect = sc_canvas_get_widget_rect (self->canvas, find (self, label));
  graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, rect);

  return GRAPHENE_POINT_INIT (view.origin.x + view.size.width / 2,
                              view.origin.y + view.size.height / 2);
}

static void
begin (Fixture *self, const char *label)
{
  graphene_point_t point = get_point (self, label);

  sc_drag_arm (self->canvas, point.x, point.y);
  g_assert_true (sc_drag_begin (self->canvas, point.x, point.y));
}

/* Just below the middle of a row: the place behind it. */
static void
move_below (Fixture *self, const char *label)
{
  graphene_point_t point = get_point (self, label);

  sc_drag_move (self->canvas, point.x, point.y + 4);
  spin ();
}

static void
move_to_insert (Fixture *self, guint insert)
{
  ScPoint at = sc_canvas_get_slot_point (self->canvas, insert);
  graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, (ScRect){ at.x, at.y, 0, 0 });

  sc_drag_move (self->canvas, view.origin.x + 5, view.origin.y + 9);
  spin ();
}

static void
test_drag (Fixture *self, gconstpointer data)
{
  begin (self, "1a");
  move_below (self, "3b");
  g_assert_cmpfloat (gtk_widget_get_opacity (find (self, "1a")), <, 1);
  sc_drag_drop (self->canvas);
  assert_shows (self, "One (1b) Two (2a) Three (3a 3b 1a 3c)");
  g_assert_cmpstr (get_undo_name (self), ==, "Move step “1a”");
  assert_selected (self, "1a");

  /* Within a stage, downwards: the place counts without the step. */
  begin (self, "3a");
  move_below (self, "1a");
  sc_drag_drop (self->canvas);
  assert_shows (self, "One (1b) Two (2a) Three (3b 1a 3a 3c)");

  begin (self, "Two");
  move_to_insert (self, self->canvas->inserts->len - 1);
  sc_drag_drop (self->canvas);
  assert_shows (self, "Two (2a) One (1b) Three (3b 1a 3a 3c)");
  assert_selected (self, "Two");
  sc_editor_undo (self->editor);
  sc_editor_undo (self->editor);
  sc_editor_undo (self->editor);
  assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");
  g_assert_null (get_undo_name (self));
}

static void
test_drag_ends (Fixture *self, gconstpointer data)
{
  /* Where nothing would change, nothing does. */
  begin (self, "1a");
  move_below (self, "1a");
  sc_drag_drop (self->canvas);
  g_assert_null (get_undo_name (self));
  begin (self, "Two");
  move_to_insert (self, 0);
  sc_drag_drop (self->canvas);
  g_assert_null (get_undo_name (self));

  /* Away from every card there is no place for a step. */
  begin (self, "1a");
  sc_drag_move (self->canvas, 500, 590);
  g_assert_cmpint (self->canvas->drag->target.kind, ==, SC_DROP_NOWHERE);
  sc_drag_drop (self->canvas);
  g_assert_null (get_undo_name (self));

  begin (self, "1a");
  move_below (self, "3b");
  sc_canvas_cancel_drag (self->canvas);
  g_assert_null (self->canvas->drag);
  g_assert_cmpfloat (gtk_widget_get_opacity (find (self, "1a")), ==, 1);
  g_assert_null (get_undo_name (self));

  /* The document changes under the drag. */
  activate (self, "3a", "step.delete");
  begin (self, "1a");
  move_below (self, "3b");
  sc_editor_undo (self->editor);
  g_assert_null (self->canvas->drag);
  assert_shows (self, "One (1a 1b) Two (2a) Three (3a 3b 3c)");

  /* The window closes under the drag: see tear_down(). */
  begin (self, "Three");
  move_to_insert (self, 0);
}

/* Branches cannot be taken into themselves: the edit refuses, and so does the drop. */
static void
test_drag_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_id ("One");
  GError *error = NULL;
  ScSolution *after
      = sc_edit_condition_add (sc_editor_get_solution (self->editor), FLOW, one, "name", &error);
  g_autofree char *before = NULL, *now = NULL;

  g_assert_no_error (error);
  sc_editor_commit (self->editor, after, NULL, "Add condition", NULL);
  spin ();
  before = describe_document (self);
  begin (self, "One");
  move_to_insert (self, 0);
  g_assert_null (self->canvas->drag->after);
  g_assert_nonnull (self->canvas->drag->refusal);
  sc_drag_drop (self->canvas);
  now = describe_document (self);
  g_assert_cmpstr (now, ==, before);
}

/* While it can still be called off, a drag says what a drop would take from others. */
static void
test_drag_loss (Fixture *self, gconstpointer data)
{
  g_autofree char *one = make_id ("One");
  g_autofree char *step = make_id ("1a");
  GError *error = NULL;
  ScSolution *after
      = sc_edit_condition_add (sc_editor_get_solution (self->editor), FLOW, one, "budget", &error);

  g_assert_no_error (error);
  sc_editor_commit (self->editor, after, NULL, "Add condition", NULL);
  after = sc_edit_step_set_column (sc_editor_get_solution (self->editor), FLOW, step, "budget",
                                   &error);
  g_assert_no_error (error);
  sc_editor_commit (self->editor, after, NULL, "Set column", NULL);
  spin ();
  begin (self, "1a");
  move_below (self, "1b");
  g_assert_nonnull (self->canvas->drag->after);
  g_assert_null (self->canvas->drag->loss);
  move_below (self, "2a");
  g_assert_cmpstr (self->canvas->drag->loss, ==, "A condition asks for this step");
  move_below (self, "1b");
  g_assert_null (self->canvas->drag->loss);
  sc_canvas_cancel_drag (self->canvas);
}

static void
test_culling (Fixture *self, gconstpointer data)
{
  ScSolution *solution = make_solution ();
  GtkWidget *first, *last;

  for (int i = 0; i < 8; i++)
    {
      g_autofree char *label = g_strdup_printf ("Extra %d", i);

      add_stage (&solution, "Three", label, "x");
    }
  open_solution (self, solution);
  first = find (self, "One");
  last = find (self, "Extra 0");
  g_assert_true (gtk_widget_get_child_visible (first));
  g_assert_false (gtk_widget_get_child_visible (last));

  /* The one with the focus stays; the others go. */
  activate (self, "One", "stage.select");
  sc_canvas_scroll_to (self->canvas, 1e6, 0);
  spin ();
  g_assert_true (gtk_widget_get_child_visible (first));
  g_assert_true (get_focus (self) == first);
  g_assert_false (gtk_widget_get_child_visible (find (self, "Two")));
  g_assert_true (gtk_widget_get_child_visible (last));

  /* What is selected elsewhere comes into view and keeps the focus. */
  sc_editor_select_stage (self->editor,
                          sc_stage_card_get_stage (SC_STAGE_CARD (find (self, "Two")))->id);
  spin ();
  g_assert_true (get_focus (self) == find (self, "Two"));
  g_assert_true (gtk_widget_get_child_visible (find (self, "Two")));
  g_assert_false (gtk_widget_get_child_visible (last));

  /* Also the one that is dragged. */
  begin (self, "Two");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  sc_canvas_scroll_to (self->canvas, 1e6, 0);
  spin ();
  g_assert_true (gtk_widget_get_child_visible (find (self, "Two")));
  sc_canvas_cancel_drag (self->canvas);
}

static void
test_zoom (Fixture *self, gconstpointer data)
{
  ScPoint before, after;

  sc_canvas_set_zoom (self->canvas, 9);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, SC_MAX_ZOOM);
  sc_canvas_scroll_to (self->canvas, 200, 100);
  spin ();
  before = sc_canvas_from_view (self->canvas, 300, 200);
  sc_canvas_zoom_at (self->canvas, 1.5, 300, 200);
  after = sc_canvas_from_view (self->canvas, 300, 200);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (self->view, "canvas.zoom-out", NULL);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, SC_MIN_ZOOM);
  spin ();
  gtk_widget_activate_action (self->view, "canvas.zoom-fit", NULL);
  spin ();
  g_assert_cmpfloat (sc_canvas_get_layout (self->canvas)->width * sc_canvas_get_zoom (self->canvas),
                     <=, gtk_widget_get_width (GTK_WIDGET (self->canvas)) + 1);
  gtk_widget_activate_action (self->view, "canvas.zoom-reset", NULL);
  g_assert_cmpfloat (sc_canvas_get_zoom (self->canvas), ==, 1);
}

/* The label of a step, and behind it what validation says. */
static void
assert_label (Fixture *self, const char *label, const char *expected)
{
  g_autofree char *id = make_id (label);
  g_autoptr (GString) text = g_string_new (expected);
  g_autofree char *found = NULL;

  sc_list_foreach (sc_editor_get_problems (self->editor), const ScProblem *, problem)
    {
      if (g_strcmp0 (problem->step, id) == 0)
        {
          g_string_append_printf (text, ", problem: %s", problem->message);
          break;
        }
    }
  found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (find (self, label)),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, text->str);
  g_assert_cmpstr (found, ==, NULL);
}

static GtkWidget *
find_minimap (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (SC_IS_MINIMAP (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_minimap (child);

  return found;
}

/* The map takes the pointer only where it shows something that the view does not. */
static void
test_minimap (Fixture *self, gconstpointer data)
{
  GtkWidget *minimap = find_minimap (self->view);

  g_assert_false (gtk_widget_contains (minimap, 20, 20));
  sc_canvas_set_zoom (self->canvas, SC_MAX_ZOOM);
  spin ();
  g_assert_true (gtk_widget_contains (minimap, 20, 20));
  sc_canvas_zoom_fit (self->canvas);
  spin ();
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
  open_solution (self, sc_edit_solution_new ());
  g_assert_false (gtk_widget_contains (minimap, 20, 20));
}

static void
test_accessible (Fixture *self, gconstpointer data)
{
  assert_label (self, "3b", "Step 2 of 3: 3b, no column");
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (find (self, "3b"))), ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  activate (self, "3b", "step.toggle-required");
  activate (self, "3a", "step.delete");
  assert_label (self, "3b", "Step 1 of 2: 3b, no column, required");
  activate (self, "3b", "step.select");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find (self, "3b")),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static const char *
get_page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_first_child (self->view)));
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (get_page (self), ==, "flow");
  activate (self, "One", "stage.delete");
  activate (self, "Two", "stage.delete");
  activate (self, "Three", "stage.delete");
  g_assert_cmpstr (get_page (self), ==, "empty");
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.add-stage", NULL);
  sc_canvas_end_rename (self->canvas, FALSE);
  g_assert_cmpstr (get_page (self), ==, "flow");
  assert_shows (self, "New stage (New step)");
  open_solution (self, sc_edit_solution_new ());
  g_assert_cmpstr (get_page (self), ==, "nothing");
  g_assert_null (sc_canvas_get_layout (self->canvas));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/canvas/actions", test_actions },
    { "/canvas/refused", test_refused },
    { "/canvas/identity", test_identity },
    { "/canvas/focus", test_focus },
    { "/canvas/keys", test_keys },
    { "/canvas/condition", test_condition },
    { "/canvas/rename", test_rename },
    { "/canvas/drag", test_drag },
    { "/canvas/drag-ends", test_drag_ends },
    { "/canvas/drag-refused", test_drag_refused },
    { "/canvas/drag-loss", test_drag_loss },
    { "/canvas/culling", test_culling },
    { "/canvas/zoom", test_zoom },
    { "/canvas/minimap", test_minimap },
    { "/canvas/accessible", test_accessible },
    { "/canvas/empty", test_empty },
  };

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_test_message ("There is no display");
      return 77;
    }
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
