/* test-threads.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-flow.h"
#include "sc-edit-solution.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-layout.h"
#include "sc-validation.h"
#include "sc-xaml.h"

/* Threads read, edit, validate and throw away what shares its parts with what the others have, all
 * without a lock. Meant to be run with the thread sanitizer too. */

#define N_THREADS 4
#define N_EDITS   100

static ScSolution *
edit (const ScSolution *solution, guint round)
{
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, round % sc_list_length (flow->stages));
  g_autofree char *name = g_strdup_printf ("Stage %u", round);

  if (round % 3 == 0 && sc_list_length (flow->stages) < 20)
    return sc_edit_stage_add (solution, flow->id, sc_slot_last (flow), NULL, name, NULL, NULL);
  if (round % 3 == 1)
    return sc_edit_stage_set_label (solution, flow->id, stage->id, solution->language, name, NULL);
  return sc_edit_step_add (solution, flow->id, stage->id, 0, NULL, name, "subject", NULL);
}

static void
look_at (const ScSolution *solution)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScList) problems = sc_validator_run (validator, solution);

  g_assert_cmpuint (sc_list_length (problems), >, 0);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      g_autoptr (ScLayout) layout = sc_layout_new (flow, &sc_layout_default_metrics);
      g_autoptr (GBytes) xaml = sc_xaml_write (flow);

      g_assert_cmpuint (layout->n_cards, ==, sc_list_length (flow->stages));
      g_assert_cmpuint (g_bytes_get_size (xaml), >, 0);
    }
}

/* Returns what came out, whose parts are partly those of the solution it was given. */
static gpointer
work (gpointer data)
{
  ScSolution *current = data;

  for (guint i = 0; i < N_EDITS; i++)
    {
      ScSolution *after = edit (current, i);

      look_at (current);
      sc_solution_unref (current);
      current = after;
    }
  return current;
}

static void
test_threads (void)
{
  g_autoptr (ScSolution) empty = sc_edit_solution_new ();
  ScSolution *start = sc_edit_flow_add (empty, NULL, "Flow", "lead", NULL);
  GThread *threads[N_THREADS];
  g_autoptr (ScSolution) own = NULL;
  guint n_stages;

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", work, sc_solution_ref (start));
  own = work (start);
  n_stages = sc_list_length (((const ScFlow *) sc_list_get (own->flows, 0))->stages);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (ScSolution) other = g_thread_join (threads[i]);
      const ScFlow *flow = sc_list_get (other->flows, 0);

      g_assert_cmpuint (sc_list_length (flow->stages), ==, n_stages);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/threads", test_threads);
  return g_test_run ();
}
