/* sc-canvas-announce.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "sc-id.h"
#include "sc-parts-text.h"

/* What assistive technology is told of that cannot be heard otherwise: how many are marked, where
 * something went, what was undone, which problem is new. Screen readers say the description of what
 * has the focus when it changes. */

static void
set_description (GtkWidget *widget, const char *text)
{
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static const char *
get_selected_id (ScCanvas *self)
{
  ScSelection selection = sc_editor_get_selection (self->editor);

  return selection.kind == SC_SELECTED_STEP ? selection.step : selection.stage;
}

static char *
describe_marked (ScCanvas *self)
{
  const ScParts *parts = sc_editor_get_parts (self->editor);
  g_autofree char *marked = sc_parts_count (parts) > 1 ? sc_parts_text_selected (parts) : NULL;
  gboolean same = self->news != NULL && g_strcmp0 (self->news_of, get_selected_id (self)) == 0;

  if (same && marked != NULL)
    return g_strdup_printf ("%s. %s", self->news, marked);
  return same ? g_strdup (self->news) : g_steal_pointer (&marked);
}

/* A condition has a description of its own. */
void
sc_canvas_announce (ScCanvas *self, GtkWidget *selected)
{
  g_autofree char *text = describe_marked (self);

  if (SC_IS_CONDITION_BOX (selected))
    selected = NULL;
  if (self->described != NULL && (self->described != selected || text == NULL))
    {
      set_description (self->described, NULL);
      g_clear_weak_pointer (&self->described);
    }
  if (g_strcmp0 (text, self->announced) != 0)
    set_description (GTK_WIDGET (self), text);
  if (selected != NULL && text != NULL
      && (self->described == NULL || g_strcmp0 (text, self->announced) != 0))
    {
      set_description (selected, text);
      g_set_weak_pointer (&self->described, selected);
    }
  g_free (self->announced);
  self->announced = g_steal_pointer (&text);
}

static char *
describe_step_move (ScCanvas *self, const ScFlow *before, const ScFlow *after, const char *id)
{
  const ScStage *from = NULL, *to = NULL;
  const ScStep *step;
  guint old, position, n;

  if (sc_flow_find_step (before, id, &from, &old) == NULL
      || (step = sc_flow_find_step (after, id, &to, &position)) == NULL)
    return NULL;

  n = sc_list_length (to->steps);
  if (!sc_id_equal (from->id, to->id))
    return g_strdup_printf (_ ("Step %s moved to %s, position %u of %u"),
                            sc_step_get_label (step, self->language),
                            sc_stage_get_label (to, self->language), position + 1, n);
  /* One that was added or deleted before it moves nothing. */
  if (old == position || sc_list_length (from->steps) != n)
    return NULL;
  return g_strdup_printf (_ ("Step %s moved to position %u of %u"),
                          sc_step_get_label (step, self->language), position + 1, n);
}

static char *
describe_requirement (ScCanvas *self, const ScFlow *before, const ScFlow *after, const char *id)
{
  const ScStep *old = sc_flow_find_step (before, id, NULL, NULL);
  const ScStep *step = sc_flow_find_step (after, id, NULL, NULL);

  if (old == NULL || step == NULL || old->required == step->required)
    return NULL;
  return g_strdup_printf (step->required ? _ ("Step %s is required") : _ ("Step %s is optional"),
                          sc_step_get_label (step, self->language));
}

static char *
describe_stage_move (ScCanvas *self, const ScFlow *before, const ScFlow *after, const char *id)
{
  guint n = sc_list_length (after->stages), old, position;
  const ScStage *stage = sc_flow_find_stage (after, id, &position);

  if (stage == NULL || sc_list_length (before->stages) != n
      || sc_flow_find_stage (before, id, &old) == NULL || old == position)
    return NULL;
  return g_strdup_printf (_ ("Stage %s moved to position %u of %u"),
                          sc_stage_get_label (stage, self->language), position + 1, n);
}

static gboolean
is_about (const ScProblem *problem, ScSelection selection)
{
  if (selection.kind == SC_SELECTED_STEP)
    return sc_id_equal (problem->step, selection.step);
  return selection.stage != NULL && sc_id_equal (problem->stage, selection.stage);
}

static gboolean
has_problem (const ScList *problems, ScSelection selection, const char *message)
{
  sc_list_foreach (problems, const ScProblem *, problem)
    {
      if (is_about (problem, selection) && g_strcmp0 (problem->message, message) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first one of what is selected that was not there before. */
static char *
describe_problem (const ScList *before, const ScList *after, ScSelection selection)
{
  sc_list_foreach (after, const ScProblem *, problem)
    {
      if (is_about (problem, selection) && !has_problem (before, selection, problem->message))
        return g_strdup_printf (_ ("New problem: %s"), problem->message);
    }
  return NULL;
}

/* An edit that is made anew by hand, with the same name, is as good as one that is brought back. */
static char *
describe_history (ScCanvas *self)
{
  ScDocument *document = sc_editor_get_document (self->editor);
  const ScHistory *history = document != NULL ? sc_document_get_history (document) : NULL;
  guint position = history != NULL ? sc_history_get_position (history) : 0;
  const char *undo = history != NULL ? sc_history_get_undo_name (history) : NULL;
  const char *redo = history != NULL ? sc_history_get_redo_name (history) : NULL;
  char *text = NULL;

  if (position < self->history_position && redo != NULL)
    text = g_strdup_printf (_ ("Undone: %s"), redo);
  else if (position > self->history_position && self->redo_name != NULL
           && g_strcmp0 (undo, self->redo_name) == 0)
    text = g_strdup_printf (_ ("Done again: %s"), undo);
  self->history_position = position;
  g_free (self->redo_name);
  self->redo_name = g_strdup (redo);
  return text;
}

void
sc_canvas_take_news (ScCanvas *self)
{
  const ScFlow *after = sc_editor_get_flow (self->editor), *before = self->flow;
  ScSelection selection = sc_editor_get_selection (self->editor);
  g_autofree char *first = describe_history (self);
  g_autofree char *problem = NULL;

  g_clear_pointer (&self->news, g_free);
  g_free (self->news_of);
  self->news_of = g_strdup (get_selected_id (self));
  if (before == NULL || after == NULL || !sc_id_equal (before->id, after->id))
    return;

  if (first == NULL && selection.kind == SC_SELECTED_STEP)
    {
      first = describe_step_move (self, before, after, selection.step);
      if (first == NULL)
        first = describe_requirement (self, before, after, selection.step);
    }
  else if (first == NULL && selection.kind == SC_SELECTED_STAGE)
    first = describe_stage_move (self, before, after, selection.stage);
  problem = describe_problem (self->problems, sc_editor_get_problems (self->editor), selection);
  if (first != NULL && problem != NULL)
    self->news = g_strdup_printf ("%s. %s", first, problem);
  else
    self->news = first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&problem);
}
