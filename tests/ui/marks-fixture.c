/* marks-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marks-fixture.h"

#include <string.h>

#include "sc-edit-step.h"
#include "sc-inspector.h"
#include "sc-outline.h"

ScSolution *
marks_make_solution (void)
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

void
marks_open_with (MarksFixture *self, ScSolution *solution)
{
  g_autoptr (ScDocument) document = sc_document_new_from (solution);

  sc_solution_unref (solution);
  sc_editor_set_document (self->ui.editor, document);
  ui_settle (&self->ui);
}

void
marks_set_up (MarksFixture *self, gconstpointer data)
{
  ui_open (&self->ui, sc_canvas_view_new);
  self->canvas = SC_CANVAS (sc_canvas_view_get_canvas (SC_CANVAS_VIEW (self->ui.view)));
  marks_open_with (self, marks_make_solution ());
  sc_canvas_zoom_fit (self->canvas);
  ui_settle (&self->ui);
}

void
marks_set_up_inspector (MarksFixture *self, gconstpointer data)
{
  ui_open (&self->ui, sc_inspector_new);
  marks_open_with (self, marks_make_solution ());
}

void
marks_tear_down (MarksFixture *self, gconstpointer data)
{
  ui_close (&self->ui);
}

ScPart
marks_read_part (const char *word)
{
  return (ScPart){ strlen (word) > 1 ? SC_PART_STEP : SC_PART_STAGE, word };
}

void
marks_mark (MarksFixture *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  sc_editor_select_nothing (self->ui.editor);
  for (guint i = 0; words[i] != NULL; i++)
    sc_editor_toggle_part (self->ui.editor, marks_read_part (words[i]));
}

GtkWidget *
marks_find (MarksFixture *self, const char *word)
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

void
marks_assert_shown (MarksFixture *self)
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

void
marks_assert_marked (MarksFixture *self, const char *expected)
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
    marks_assert_shown (self);
}

void
marks_assert_flow (MarksFixture *self, const char *expected)
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

void
marks_activate (MarksFixture *self, const char *word, const char *action)
{
  gtk_widget_activate_action (marks_find (self, word), action, NULL);
  ui_settle (&self->ui);
}

void
marks_assert_focus (MarksFixture *self, const char *word)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->ui.window)) == marks_find (self, word));
}
