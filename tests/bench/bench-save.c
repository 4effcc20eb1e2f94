/* bench-save.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <unistd.h>

#include "sc-big-flow.h"
#include "sc-edit-stage.h"
#include "sc-storage.h"

/* How long a save in place holds up whoever waits for it, until all of it is on the disk: one stage
 * of a flow of the largest size gets another name, in each of the formats. Most of it is the disk's
 * time, so what matters is one format beside the other and one version beside the next. */

#define N_STAGES 30
#define N_STEPS  30
#define N_RUNS   60

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static ScStorage *
rename_stage (const ScStorage *storage, guint run, gint64 *time)
{
  const ScSolution *solution = sc_storage_get_solution (storage);
  const ScFlow *flow = sc_list_get (solution->flows, 0);
  const ScStage *stage = sc_list_get (flow->stages, N_STAGES / 2);
  g_autofree char *text = g_strdup_printf ("Renamed %u", run);
  g_autoptr (ScSolution) edited
      = sc_edit_stage_set_label (solution, flow->id, stage->id, SC_LANGUAGE_ENGLISH, text, NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  ScStorage *saved = sc_storage_save (storage, edited, FALSE, &error);

  *time = g_get_monotonic_time () - start;
  g_assert_no_error (error);
  return saved;
}

static void
measure (const char *name, const char *folder, const ScSolution *solution)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  ScStorage *storage = sc_storage_save_as (solution, path, &error);
  gint64 times[N_RUNS];

  g_assert_no_error (error);
  for (guint run = 0; run < N_RUNS; run++)
    {
      ScStorage *saved = rename_stage (storage, run, &times[run]);

      sc_storage_unref (storage);
      storage = saved;
    }
  sc_storage_unref (storage);
  qsort (times, N_RUNS, sizeof times[0], compare_times);
  g_print ("%-20s %8.1f %8.1f %8.1f\n", name, times[0] / 1e3, times[N_RUNS / 2] / 1e3,
           times[N_RUNS * 95 / 100] / 1e3);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "flow.stagecraft", "flow.xaml", "package.zip", "package" };
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-bench-XXXXXX", NULL);
  g_autoptr (ScSolution) model = sc_big_solution_new_many (1, N_STAGES, N_STEPS);
  g_autoptr (ScSolution) solution = sc_solution_copy (model);

  sc_set_string (solution, unique_name, "big");
  g_print ("%u stages of %u steps\n\n%-20s %8s %8s %8s\n", N_STAGES, N_STEPS, "milliseconds", "min",
           "median", "p95");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    measure (names[i], folder, solution);
  remove_tree (folder);
  return 0;
}
