/* sc-edit-step.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-step.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

gboolean
sc_step_place_find (ScStepPlace *self,
                    const ScSolution *solution,
                    const char *flow,
                    const char *step,
                    GError **error)
{
  if (!sc_place_find_flow (&self->place, solution, flow, error))
    return FALSE;
  sc_list_foreach (self->place.flow->stages, const ScStage *, stage)
    {
      self->step = sc_stage_find_step (stage, step, &self->position);
      if (self->step != NULL)
        {
          self->place.stage = stage;
          self->place.stage_position = stage_i;
          return TRUE;
        }
    }
  sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The step is no longer in the flow “%s”."),
                sc_flow_get_label (self->place.flow, solution->language));
  return FALSE;
}

/* The solution with other steps in the stage of the place; takes over the list. */
static ScSolution *
put_steps (const ScPlace *place, ScList *steps)
{
  ScStage *stage = sc_stage_copy (place->stage);

  sc_take_value (stage, steps, steps);
  return sc_place_put_stage (place, stage);
}

ScSolution *
sc_step_place_put (const ScStepPlace *self, ScStep *step)
{
  ScList *steps = sc_list_replace (self->place.stage->steps, self->position, step);

  sc_step_unref (step);
  return put_steps (&self->place, steps);
}

void
sc_edit_bind_step (const ScSolution *solution, ScStep *step, const char *table, const char *name)
{
  const ScColumn *column = sc_solution_find_column (solution, table, name);

  sc_set_string (step, column, name);
  sc_set_string (step, control_id, NULL);
  sc_set_string (step, parameters, NULL);
  if (column != NULL || step->class_id == NULL)
    sc_set_string (step, class_id, sc_column_choose_control (column));
  if (column != NULL)
    sc_set_string (step, display_name, sc_column_get_label (column, solution->language));
  else
    sc_set_string (step, display_name, name);
}

ScStep *
sc_edit_make_step (const ScSolution *solution,
                   const char *table,
                   const char *id,
                   const char *label,
                   const char *column)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autoptr (ScLabel) text = NULL;
  ScStep *step = sc_step_new ();

  sc_set_string (step, id, id != NULL ? id : fresh);
  sc_set_string (step, name, SC_STEP_DEFAULT_NAME);
  sc_edit_bind_step (solution, step, table, column);
  if (label == NULL)
    label = column != NULL ? step->display_name : _ ("New step");
  if (step->display_name == NULL)
    sc_set_string (step, display_name, label);
  text = sc_label_new_text (solution->language, label);
  sc_take_value (step, labels, sc_list_append (NULL, text));
  return step;
}

ScSolution *
sc_edit_step_add (const ScSolution *solution,
                  const char *flow,
                  const char *stage,
                  guint position,
                  const char *id,
                  const char *label,
                  const char *column,
                  GError **error)
{
  g_autoptr (ScStep) step = NULL;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  step = sc_edit_make_step (solution, place.stage->table, id, label, column);
  return put_steps (&place, sc_list_insert (place.stage->steps, position, step));
}

ScSolution *
sc_edit_step_delete (const ScSolution *solution, const char *flow, const char *step, GError **error)
{
  ScStepPlace at;

  if (!sc_step_place_find (&at, solution, flow, step, error))
    return NULL;
  return put_steps (&at.place, sc_list_remove (at.place.stage->steps, at.position));
}

ScSolution *
sc_edit_step_move (const ScSolution *solution,
                   const char *flow,
                   const char *step,
                   const char *stage,
                   guint position,
                   GError **error)
{
  g_autoptr (ScStage) source = NULL;
  g_autoptr (ScStage) target = NULL;
  ScPlace place;
  ScStepPlace at;
  ScFlow *after;

  if (!sc_step_place_find (&at, solution, flow, step, error)
      || !sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;

  if (place.stage == at.place.stage)
    {
      position = MIN (position, sc_list_length (place.stage->steps) - 1);
      if (position == at.position)
        return sc_edit_unchanged (solution);
      return put_steps (&place, sc_list_move (place.stage->steps, at.position, position));
    }

  source = sc_stage_copy (at.place.stage);
  target = sc_stage_copy (place.stage);
  sc_take_value (source, steps, sc_list_remove (source->steps, at.position));
  sc_take_value (target, steps, sc_list_insert (target->steps, position, at.step));
  after = sc_flow_copy (place.flow);
  sc_take_value (after, stages, sc_list_replace (after->stages, at.place.stage_position, source));
  sc_take_value (after, stages, sc_list_replace (after->stages, place.stage_position, target));
  return sc_place_put_flow (&place, after);
}

ScSolution *
sc_edit_step_duplicate (
    const ScSolution *solution, const char *flow, const char *step, const char *id, GError **error)
{
  g_autoptr (ScStep) copy = NULL;
  ScStepPlace at;

  if (!sc_step_place_find (&at, solution, flow, step, error))
    return NULL;
  copy = sc_edit_clone_step (at.step, id);
  return put_steps (&at.place, sc_list_insert (at.place.stage->steps, at.position + 1, copy));
}

/* The name of an action step is its label, that of a flow step the name of its cloud flow; that of
 * a data step says nothing. What stands on a button is its label. */
static void
name_step (ScStep *step, const char *before, const char *label)
{
  if (step->kind != SC_STEP_FLOW && g_strcmp0 (step->name, before) == 0)
    sc_set_string (step, name, label);
  if (step->kind != SC_STEP_DATA && g_strcmp0 (step->display_name, before) == 0)
    sc_set_string (step, display_name, label);
}

ScSolution *
sc_edit_step_set_label (const ScSolution *solution,
                        const char *flow,
                        const char *step,
                        int language,
                        const char *text,
                        GError **error)
{
  ScStepPlace at;
  ScStep *changed;
  const char *present;

  if (!sc_step_place_find (&at, solution, flow, step, error))
    return NULL;
  present = sc_labels_get_exact (at.step->labels, language);
  if (g_strcmp0 (present, text) == 0)
    return sc_edit_unchanged (solution);

  changed = sc_step_copy (at.step);
  sc_take_value (changed, labels, sc_labels_set (changed->labels, language, text));
  if (language == solution->language && text != NULL)
    name_step (changed, present, text);
  return sc_step_place_put (&at, changed);
}

ScSolution *
sc_edit_step_set_required (const ScSolution *solution,
                           const char *flow,
                           const char *step,
                           gboolean required,
                           GError **error)
{
  ScStepPlace at;
  ScStep *changed;

  if (!sc_step_place_find (&at, solution, flow, step, error))
    return NULL;
  if (at.step->required == !!required)
    return sc_edit_unchanged (solution);
  changed = sc_step_copy (at.step);
  changed->required = !!required;
  return sc_step_place_put (&at, changed);
}

/* Labels in other languages that were the old column's name in that language become the other
 * column's, or go when that has no name in the language. */
static void
rename_labels (ScStep *step, const ScColumn *old, const ScColumn *new, int base)
{
  const ScList *labels = old != NULL ? old->labels : NULL;

  sc_list_foreach (labels, const ScLabel *, name)
    {
      const char *label = sc_labels_get_exact (step->labels, name->language);

      if (name->language == base || label == NULL || g_strcmp0 (label, name->text) != 0)
        continue;
      sc_take_value (
          step, labels,
          sc_labels_set (step->labels, name->language,
                         new != NULL ? sc_labels_get_exact (new->labels, name->language) : NULL));
    }
}

void
sc_edit_rebind_step (const ScSolution *solution,
                     ScStep *step,
                     const char *table,
                     const char *column)
{
  g_autoptr (ScStep) old = sc_step_copy (step);
  const char *label;

  sc_edit_bind_step (solution, step, table, column);
  if (column == NULL)
    return;
  label = sc_labels_get_exact (step->labels, solution->language);
  if (label == NULL || g_strcmp0 (label, old->display_name) == 0)
    sc_take_value (step, labels,
                   sc_labels_set (step->labels, solution->language, step->display_name));
  rename_labels (step, sc_solution_find_column (solution, table, old->column),
                 sc_solution_find_column (solution, table, column), solution->language);
}

ScSolution *
sc_edit_step_set_column (const ScSolution *solution,
                         const char *flow,
                         const char *step,
                         const char *column,
                         GError **error)
{
  ScStepPlace at;
  ScStep *changed;

  if (!sc_step_place_find (&at, solution, flow, step, error))
    return NULL;
  if (at.step->kind != SC_STEP_DATA)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” is not a data step."),
                         sc_step_get_label (at.step, solution->language));
  if (g_strcmp0 (at.step->column, column) == 0)
    return sc_edit_unchanged (solution);

  changed = sc_step_copy (at.step);
  sc_edit_rebind_step (solution, changed, at.place.stage->table, column);
  return sc_step_place_put (&at, changed);
}
