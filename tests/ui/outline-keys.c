/* outline-keys.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "outline-keys.h"

ScOutlineView *
outline_get_view (UiFixture *fixture)
{
  return SC_OUTLINE_VIEW (fixture->view);
}

/* In place of what is there, as when everything is selected. */
void
outline_type (UiFixture *fixture, const char *text)
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
char *
outline_write_focus (UiFixture *fixture)
{
  GtkWidget *focus = ui_get_focus (fixture);

  if (GTK_IS_TEXT (focus))
    return g_strdup_printf ("[%s]", gtk_editable_get_text (GTK_EDITABLE (focus)));
  if (SC_IS_OUTLINE_CELL (focus))
    return g_strdup (sc_outline_cell_get_text (SC_OUTLINE_CELL (focus)));
  return g_strdup (focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
}

void
outline_start_at (UiFixture *fixture, ScOutlineKind kind, const char *id, guint column)
{
  ScOutlineView *view = outline_get_view (fixture);

  sc_outline_view_go_to (view, sc_outline_list_find (view->list, kind, id), column,
                         SC_OUTLINE_SELECT);
  ui_settle (fixture);
}

/* The labels of all stages and steps: "Qualify: Budget, Sponsor; Develop: …". */
char *
outline_write_flow (UiFixture *fixture)
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
