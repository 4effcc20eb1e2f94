/* problems-fixture.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "problems-fixture.h"

#include "sc-edit-step.h"
#include "sc-problem-item.h"

void
problems_commit (UiFixture *f, ScSolution *after, GError *error)
{
  g_assert_no_error (error);
  sc_editor_commit (f->editor, after, error, "Test", NULL);
}

void
problems_set_required (UiFixture *f, const char *step, gboolean required)
{
  GError *error = NULL;
  ScSolution *after = sc_edit_step_set_required (sc_editor_get_solution (f->editor), UI_FLOW, step,
                                                 required, &error);

  problems_commit (f, after, error);
}

void
problems_add_steps (UiFixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      ScSolution *after = sc_edit_step_add (sc_editor_get_solution (f->editor), UI_FLOW, UI_DEVELOP,
                                            i, NULL, "More", NULL, &error);

      problems_commit (f, after, error);
    }
}

GListModel *
problems_get_model (UiFixture *f)
{
  GtkWidget *list = ui_find (f->view, GTK_TYPE_LIST_VIEW, NULL);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

int
problems_find (UiFixture *f, const char *id)
{
  GListModel *model = problems_get_model (f);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ScProblemItem) item = g_list_model_get_item (model, i);
      const ScProblem *problem = sc_problem_item_get_problem (item);

      if (problem == NULL)
        continue;
      if (g_strcmp0 (problem->step, id) == 0
          || (problem->step == NULL && g_strcmp0 (problem->stage, id) == 0))
        return (int) i;
    }
  return -1;
}
