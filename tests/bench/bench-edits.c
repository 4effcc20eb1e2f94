/* bench-edits.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits.h"
#include "sc-big-flow.h"

/* CPU milliseconds of every kind of edit on the largest flow Dataverse allows and on one past that,
 * with letting go of what came of it. Nothing is asserted: the figures are read by people. */

#define SEED    20261123
#define N_EDITS 12000

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static GArray *
get_times (GHashTable *kinds, const char *kind)
{
  GArray *times = g_hash_table_lookup (kinds, kind);

  if (times == NULL)
    {
      times = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (kinds, (gpointer) kind, times);
    }
  return times;
}

static GHashTable *
measure (guint size)
{
  g_autoptr (RandomEdits) edits = random_edits_new (SEED);
  g_autoptr (ScSolution) solution = sc_big_solution_new (size, size);
  GHashTable *kinds
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  random_edits_lift_limits (edits);
  for (guint i = 0; i < N_EDITS; i++)
    {
      double start = get_cpu (), time;
      const char *kind;
      ScSolution *after = random_edits_next (edits, solution, &kind, NULL);
      gboolean changed = after != NULL && after != solution;

      sc_solution_unref (after);
      time = get_cpu () - start;
      if (changed)
        g_array_append_val (get_times (kinds, kind), time);
    }
  return kinds;
}

static void
print_times (GArray *times)
{
  if (times == NULL)
    {
      g_print (" %8s %8s %8s", "", "", "");
      return;
    }
  g_array_sort (times, compare_doubles);
  g_print (" %8.3f %8.3f %8.3f", g_array_index (times, double, 0),
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100));
}

int
main (int argc, char **argv)
{
  g_autoptr (GHashTable) allowed = measure (30);
  g_autoptr (GHashTable) past = measure (100);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (past), (GCompareFunc) g_strcmp0);

  g_print ("%-34s %26s %26s\n", "milliseconds: min, median, p95", "30 x 30", "100 x 100");
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_print ("%-34s", (const char *) name->data);
      print_times (g_hash_table_lookup (allowed, name->data));
      print_times (g_hash_table_lookup (past, name->data));
      g_print ("\n");
    }
  return 0;
}
