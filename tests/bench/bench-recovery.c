/* bench-recovery.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "sc-big-flow.h"
#include "sc-document.h"
#include "sc-edit-stage.h"

/* How long after an edit it is where no end of the process can take it away, and how long the
 * thread that made it is held up. The first edit of a document has all flows written, the ones
 * after it the flow that they change. */

#define N_RUNS 60

typedef struct
{
  gint64 held;
  gint64 kept;
} Times;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static Times
edit (ScDocument *document, guint run)
{
  const ScSolution *solution = sc_document_get_solution (document);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, 0);
  g_autofree char *text = g_strdup_printf ("Renamed %u", run);
  g_autoptr (ScSolution) after
      = sc_edit_stage_set_label (solution, flow->id, stage->id, SC_LANGUAGE_ENGLISH, text, NULL);
  gint64 start = g_get_monotonic_time ();
  Times times;

  sc_document_commit (document, after, "Rename", NULL);
  times.held = g_get_monotonic_time () - start;
  g_assert_true (sc_document_flush (document));
  times.kept = g_get_monotonic_time () - start;
  return times;
}

static void
tell (const char *what, gint64 *times, guint n_times)
{
  qsort (times, n_times, sizeof times[0], compare_times);
  g_print ("  %-28s %8.2f %8.2f %8.2f\n", what, times[0] / 1e3, times[n_times / 2] / 1e3,
           times[n_times * 95 / 100] / 1e3);
}

static void
measure (const char *folder, int n_flows, int n_stages, int n_steps)
{
  g_autoptr (ScSolution) solution = sc_big_solution_new_many (n_flows, n_stages, n_steps);
  gint64 first[N_RUNS / 10], held[N_RUNS], kept[N_RUNS];

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (ScDocument) document = sc_document_new_from (solution);

      sc_document_protect (document, folder);
      first[i] = edit (document, 1000).kept;
      for (guint run = 0; i == 0 && run < N_RUNS; run++)
        {
          Times times = edit (document, run);

          held[run] = times.held;
          kept[run] = times.kept;
        }
    }
  g_print ("%d flows of %d stages with %d steps\n", n_flows, n_stages, n_steps);
  tell ("first edit, kept", first, G_N_ELEMENTS (first));
  tell ("later edits, kept", kept, N_RUNS);
  tell ("later edits, thread held up", held, N_RUNS);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    int n_flows, n_stages, n_steps;
  } sizes[] = { { 1, 8, 5 }, { 1, 30, 30 }, { 20, 8, 5 }, { 100, 8, 5 }, { 100, 30, 30 } };
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-bench-XXXXXX", NULL);

  g_print ("%-30s %8s %8s %8s\n", "milliseconds", "min", "median", "p95");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (folder, sizes[i].n_flows, sizes[i].n_stages, sizes[i].n_steps);
  g_rmdir (folder);
  return 0;
}
