/* sc-edit-run.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-step.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

/* The control of a button (seen in exported packages; it has no column type). */
#define BUTTON "00ad73da-bd4d-49c6-88a8-2f4f4cad4a20"

static ScRunner
get_runner (ScStepKind kind)
{
  return kind == SC_STEP_FLOW ? SC_RUNNER_FLOW_STEP : SC_RUNNER_ACTION_STEP;
}

/* The control's id, and the unique name of a flow step, follow from what stands here. */
static void
set_target (ScStep *step, const ScRunTarget *target)
{
  gboolean action = step->kind == SC_STEP_ACTION;

  sc_set_string (step, process_id, target->id);
  sc_set_string (step, process_name, action ? target->unique_name : NULL);
  sc_set_string (step, control_id, NULL);
  step->action_type = action ? target->type : 0;
}

ScSolution *
sc_edit_step_add_running (const ScSolution *solution,
                          const char *flow,
                          const char *stage,
                          guint position,
                          const char *id,
                          ScStepKind kind,
                          const ScRun *run,
                          GError **error)
{
  g_auto (ScRunTarget) target = { NULL };
  g_autoptr (ScStep) step = NULL;
  g_autoptr (ScLabel) label = NULL;
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  ScStage *changed;
  ScPlace place;

  g_return_val_if_fail (kind != SC_STEP_DATA, NULL);

  if (!sc_place_find_stage (&place, solution, flow, stage, error)
      || !sc_run_resolve (&target, get_runner (kind), &place, run, error))
    return NULL;

  step = sc_step_new ();
  label = sc_label_new_text (solution->language, target.name);
  step->kind = kind;
  step->unbound = TRUE;
  sc_set_string (step, id, id != NULL ? id : fresh);
  sc_set_string (step, name, target.name);
  sc_set_string (step, display_name, target.name);
  sc_set_string (step, class_id, BUTTON);
  sc_take_value (step, labels, sc_list_append (NULL, label));
  set_target (step, &target);

  changed = sc_stage_copy (place.stage);
  sc_take_value (changed, steps, sc_list_insert (changed->steps, position, step));
  return sc_place_put_stage (&place, changed);
}

/* The label, and what stands on the button, may have been chosen. */
static void
rename_step (ScStep *step, const char *before, const char *after, int language)
{
  const char *label = sc_labels_get_exact (step->labels, language);

  if (label == NULL || g_strcmp0 (label, before) == 0)
    {
      sc_take_value (step, labels, sc_labels_set (step->labels, language, after));
      sc_set_string (step, display_name, after);
    }
  if (step->kind == SC_STEP_FLOW || g_strcmp0 (step->name, before) == 0)
    sc_set_string (step, name, after);
}

/* What the step has been called after: the process, as long as it is known. */
static const char *
get_process_name (const ScSolution *solution, const ScStep *step)
{
  const ScProcess *process = sc_run_find_process (solution, step->process_id);

  return process != NULL && process->name != NULL ? process->name : step->name;
}

ScSolution *
sc_edit_step_set_process (const ScSolution *solution,
                          const char *flow,
                          const char *step,
                          const ScRun *run,
                          GError **error)
{
  g_auto (ScRunTarget) target = { NULL };
  g_autoptr (ScStep) changed = NULL;
  g_autofree char *before = NULL;
  ScStepPlace at;

  if (!sc_step_place_find (&at, solution, flow, step, error))
    return NULL;
  if (at.step->kind == SC_STEP_DATA)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” is a data step: it runs nothing."),
                         sc_step_get_label (at.step, solution->language));
  if (sc_id_equal (at.step->process_id, run->id) && sc_run_find_process (solution, run->id) != NULL)
    return sc_edit_unchanged (solution);
  if (!sc_run_resolve (&target, get_runner (at.step->kind), &at.place, run, error))
    return NULL;

  before = g_strdup (get_process_name (solution, at.step));
  changed = sc_step_copy (at.step);
  set_target (changed, &target);
  rename_step (changed, before, target.name, solution->language);
  if (sc_step_equal (at.step, changed))
    return sc_edit_unchanged (solution);
  return sc_step_place_put (&at, g_steal_pointer (&changed));
}
