/* canvas-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "canvas-fixture.h"

#include "sc-canvas-drag.h"
#include "sc-canvas-view.h"
#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"

char *
canvas_test_make_id (const char *label)
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

void
canvas_test_add_stage (ScSolution **solution,
                       const char *after,
                       const char *label,
                       const char *steps)
{
  g_autofree char *behind = after != NULL ? canvas_test_make_id (after) : NULL;
  g_autofree char *id = canvas_test_make_id (label);
  g_auto (GStrv) names = g_strsplit (steps, " ", -1);
  const ScStage *stage;
  g_autofree char *unwanted = NULL;
  GError *error = NULL;

  replace (solution,
           sc_edit_stage_add (*solution, CANVAS_TEST_FLOW, (ScSlot){ behind, SC_EDGE_NEXT }, id,
                              label, "lead", &error),
           error);
  stage = sc_flow_find_stage (sc_list_get ((*solution)->flows, 0), id, NULL);
  unwanted = g_strdup (((const ScStep *) sc_list_get (stage->steps, 0))->id);
  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    {
      g_autofree char *step = canvas_test_make_id (names[i]);

      replace (solution,
               sc_edit_step_add (*solution, CANVAS_TEST_FLOW, id, G_MAXUINT, step, names[i], NULL,
                                 &error),
               error);
    }
  replace (solution, sc_edit_step_delete (*solution, CANVAS_TEST_FLOW, unwanted, &error), error);
}

ScSolution *
canvas_test_make_solution (void)
{
  ScSolution *solution = sc_edit_solution_new ();
  g_autofree char *unwanted = NULL;
  const ScFlow *flow;
  GError *error = NULL;

  replace (&solution, sc_edit_flow_add (solution, CANVAS_TEST_FLOW, "Flow", "lead", &error), error);
  flow = sc_list_get (solution->flows, 0);
  unwanted = g_strdup (((const ScStage *) sc_list_get (flow->stages, 0))->id);
  canvas_test_add_stage (&solution, NULL, "One", "1a 1b");
  canvas_test_add_stage (&solution, "One", "Two", "2a");
  canvas_test_add_stage (&solution, "Two", "Three", "3a 3b 3c");
  replace (&solution, sc_edit_stage_delete (solution, CANVAS_TEST_FLOW, unwanted, &error), error);

  return solution;
}

void
canvas_test_open (CanvasTest *self, ScSolution *solution)
{
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_editor_set_document (self->ui.editor, document);
  sc_solution_unref (solution);
  ui_settle (&self->ui);
}

static void
set_up (CanvasTest *self, gconstpointer data)
{
  ui_open (&self->ui, sc_canvas_view_new);
  self->canvas = SC_CANVAS (sc_canvas_view_get_canvas (SC_CANVAS_VIEW (self->ui.view)));
  canvas_test_open (self, canvas_test_make_solution ());
}

static void
tear_down (CanvasTest *self, gconstpointer data)
{
  gpointer canvas = self->canvas;
  gpointer card = self->canvas->cards->len > 0 ? g_ptr_array_index (self->canvas->cards, 0) : NULL;

  g_object_add_weak_pointer (canvas, &canvas);
  if (card != NULL)
    g_object_add_weak_pointer (card, &card);
  ui_close (&self->ui);
  g_assert_null (canvas);
  g_assert_null (card);
}

/* What the widgets show, as "One (1a 1b) Two (2a*)"; a star is a step that is required. */
static char *
describe_widgets (CanvasTest *self)
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

char *
canvas_test_describe (CanvasTest *self)
{
  GString *text = g_string_new (NULL);

  sc_list_foreach (sc_editor_get_flow (self->ui.editor)->stages, const ScStage *, stage)
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

void
canvas_test_assert_shows (CanvasTest *self, const char *expected)
{
  g_autofree char *widgets = describe_widgets (self);
  g_autofree char *document = canvas_test_describe (self);

  g_assert_cmpstr (document, ==, expected);
  g_assert_cmpstr (widgets, ==, expected);
}

GtkWidget *
canvas_test_find (CanvasTest *self, const char *label)
{
  g_autofree char *id = canvas_test_make_id (label);

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

GtkWidget *
canvas_test_get_focus (CanvasTest *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->ui.window));
}

void
canvas_test_activate (CanvasTest *self, const char *label, const char *action)
{
  g_assert_true (gtk_widget_activate_action (canvas_test_find (self, label), action, NULL));
  sc_canvas_end_rename (self->canvas, FALSE);
}

void
canvas_test_assert_selected (CanvasTest *self, const char *label)
{
  ScSelection selection = sc_editor_get_selection (self->ui.editor);
  g_autofree char *id = canvas_test_make_id (label);

  g_assert_cmpstr (selection.step != NULL ? selection.step : selection.stage, ==, id);
  g_assert_true (canvas_test_get_focus (self) == canvas_test_find (self, label));
}

graphene_point_t
canvas_test_get_point (CanvasTest *self, const char *label)
{
  ScRect rect = sc_canvas_get_widget_rect (self->canvas, canvas_test_find (self, label));
  graphene_rect_t view = sc_canvas_rect_to_view (self->canvas, rect);

  return GRAPHENE_POINT_INIT (view.origin.x + view.size.width / 2,
                              view.origin.y + view.size.height / 2);
}

void
canvas_test_begin_drag (CanvasTest *self, const char *label)
{
  graphene_point_t point = canvas_test_get_point (self, label);

  sc_drag_arm (self->canvas, point.x, point.y);
  g_assert_true (sc_drag_begin (self->canvas, point.x, point.y));
}

int
canvas_test_main (
    int argc, char **argv, GtkTextDirection direction, const CanvasTestCase *cases, guint n)
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  gtk_widget_set_default_direction (direction);
  for (guint i = 0; i < n; i++)
    g_test_add (cases[i].path, CanvasTest, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
