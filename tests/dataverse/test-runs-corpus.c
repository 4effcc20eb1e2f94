/* test-runs-corpus.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-step.h"
#include "sc-edit-trigger.h"
#include "sc-id.h"
#include "sc-package.h"
#include "sc-xaml.h"

#include "real-flow.h"

/* Steps that run something, and triggered workflows, of real files: what the edits make of the same
 * facts is written in the same bytes. */

typedef struct
{
  gboolean known; /* the processes are those of the solution: only their ids are said */
  guint steps;
  guint triggers;
  GString *failures;
} Tally;

/* A process may have been renamed, or turned off, since the flow was drawn. */
static gboolean
is_as_drawn (const ScSolution *solution, const char *id, const char *name)
{
  const ScProcess *process = sc_run_find_process (solution, id);

  return process != NULL && process->active && g_strcmp0 (process->name, name) == 0;
}

static ScRun
make_run (const Tally *tally, const char *id, const char *name, const char *unique_name, int type)
{
  return tally->known ? (ScRun){ .id = id } : (ScRun){ id, name, unique_name, type };
}

/* Takes over after. */
static ScSolution *
then (ScSolution *before, ScSolution *after)
{
  sc_solution_unref (before);
  return after;
}

static ScSolution *
make_step_again (const Tally *tally,
                 const ScSolution *solution,
                 const ScFlow *flow,
                 const ScStage *stage,
                 const ScStep *step,
                 guint position,
                 GError **error)
{
  const ScRun run
      = make_run (tally, step->process_id, step->name, step->process_name, step->action_type);
  ScSolution *after = sc_edit_step_delete (solution, flow->id, step->id, error);

  after = then (after, sc_edit_step_add_running (after, flow->id, stage->id, position, step->id,
                                                 step->kind, &run, error));
  if (after == NULL)
    return NULL;
  sc_list_foreach (step->labels, const ScLabel *, label)
    after = then (after, sc_edit_step_set_label (after, flow->id, step->id, label->language,
                                                 label->text, error));
  return then (after, sc_edit_step_set_required (after, flow->id, step->id, step->required, error));
}

/* All triggers of the stage, in their order. */
static ScSolution *
make_triggers_again (const Tally *tally,
                     const ScSolution *solution,
                     const ScFlow *flow,
                     const ScStage *stage,
                     GError **error)
{
  ScSolution *after = sc_solution_ref (solution);

  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    after = then (after, sc_edit_trigger_delete (after, flow->id, stage->id, trigger->id, error));
  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      const ScRun run = make_run (tally, trigger->workflow_id, trigger->name, NULL, trigger->mode);
      ScMoment moment;

      g_assert_cmpuint (sc_list_length (trigger->events), ==, 1);
      g_assert_true (sc_moment_from_event (sc_list_get (trigger->events, 0), &moment));
      after = then (after, sc_edit_trigger_add (after, flow->id, stage->id, moment, trigger->id,
                                                &run, error));
      if (after == NULL)
        return NULL;
    }
  return after;
}

static void
compare (Tally *tally, const ScFlow *flow, const ScSolution *after, const char *what, GError *error)
{
  g_autoptr (GBytes) expected = sc_xaml_write (flow);
  g_autoptr (GBytes) written = NULL;

  if (after == NULL)
    {
      g_string_append_printf (tally->failures, "\n%s: %s", what, error->message);
      return;
    }
  written = sc_xaml_write (sc_solution_find_flow (after, flow->id, NULL));
  if (!g_bytes_equal (expected, written))
    g_string_append_printf (tally->failures, "\n%s is written differently", what);
}

static gboolean
are_as_drawn (const ScSolution *solution, const ScList *triggers)
{
  sc_list_foreach (triggers, const ScTrigger *, trigger)
    {
      if (!is_as_drawn (solution, trigger->workflow_id, trigger->name))
        return FALSE;
    }
  return TRUE;
}

static void
check_stage (Tally *tally, const ScSolution *solution, const ScFlow *flow, const ScStage *stage)
{
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after = NULL;

      if (step->kind == SC_STEP_DATA
          || (tally->known && !is_as_drawn (solution, step->process_id, step->name)))
        continue;
      after = make_step_again (tally, solution, flow, stage, step, step_i, &error);
      compare (tally, flow, after, step->name, error);
      tally->steps++;
    }
  if (stage->triggers != NULL && (!tally->known || are_as_drawn (solution, stage->triggers)))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScSolution) after = make_triggers_again (tally, solution, flow, stage, &error);

      compare (tally, flow, after, stage->name, error);
      tally->triggers += sc_list_length (stage->triggers);
    }
}

static void
finish (Tally *tally, guint n_steps, guint n_triggers)
{
  g_test_message ("%u steps, %u triggered workflows%s", tally->steps, tally->triggers,
                  tally->failures->str);
  g_assert_cmpstr (tally->failures->str, ==, "");
  g_assert_cmpuint (tally->steps, >=, n_steps);
  g_assert_cmpuint (tally->triggers, >=, n_triggers);
  g_string_free (tally->failures, TRUE);
}

static void
test_again (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autoptr (GPtrArray) flows = NULL;
  Tally tally = { FALSE, 0, 0, g_string_new (NULL) };

  if (corpus == NULL)
    {
      g_test_skip ("no corpus");
      g_string_free (tally.failures, TRUE);
      return;
    }
  flows = real_flow_list (corpus);
  for (guint i = 0; i < flows->len; i++)
    {
      const RealFlow *real = g_ptr_array_index (flows, i);

      g_autoptr (ScSolution) solution = sc_solution_copy (real->solution);

      sc_take_value (solution, flows, sc_list_append (NULL, real->flow));
      sc_list_foreach (real->flow->stages, const ScStage *, stage)
        check_stage (&tally, solution, real->flow, stage);
    }
  finish (&tally, 1, 4);
}

static void
check_package (Tally *tally, const char *path)
{
  g_autoptr (ScPackage) package = sc_package_open (path, NULL);
  const ScSolution *solution = package != NULL ? sc_package_get_solution (package) : NULL;

  if (solution == NULL)
    return;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    sc_list_foreach (flow->stages, const ScStage *, stage)
      check_stage (tally, solution, flow, stage);
}

/* The same with packages that hold what their flows run. */
static void
test_known (void)
{
  const char *corpus = real_flow_get_corpus ();
  g_autofree char *folder = corpus != NULL ? g_build_filename (corpus, "solutions", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  Tally tally = { TRUE, 0, 0, g_string_new (NULL) };
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".zip"))
        check_package (&tally, path);
    }
  if (dir == NULL)
    g_test_skip ("no corpus");
  /* The only step there is called after its cloud flow, but with a space that does not break. */
  finish (&tally, 0, dir != NULL ? 2 : 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataverse/runs/again", test_again);
  g_test_add_func ("/dataverse/runs/known", test_known);
  return g_test_run ();
}
