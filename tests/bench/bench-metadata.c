/* bench-metadata.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "large-metadata.h"
#include "sc-csdl.h"
#include "sc-import.h"
#include "sc-metadata.h"

/* Importing the metadata of an environment, beside a parse of the same bytes by libxml2 alone.
 * STAGECRAFT_METADATA names a real $metadata document; without it one of that size is made. Then a
 * made one with 3,000 tables. Each figure is taken in a process of its own, whose peak of memory is
 * its own as well. Nothing is asserted: people read this. */

#define N_RUNS        21
#define N_REAL_TABLES 160
#define N_HUGE_TABLES 3000

typedef struct
{
  double seconds;
  double megabytes; /* more at its peak than the process had before */
} Figure;

typedef void (*Job) (const char *path);

static GBytes *
load (const char *path)
{
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

static void
parse_bare (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                    NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

static void
read_index (const char *path)
{
  g_autoptr (GBytes) bytes = load (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCsdl) csdl = sc_csdl_read (bytes, path, NULL, &error);

  g_assert_no_error (error);
}

/* For a solution with a flow over lead, opportunity and the first of the made tables. */
static void
import (const char *path)
{
  static const char *const names[] = { "lead", "opportunity", "account", "cts_table0" };
  g_autoptr (ScSolution) solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();
  g_autoptr (ScList) tables = NULL;
  g_autoptr (ScList) relationships = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ScStage) stage = sc_stage_new ();

      sc_set_string (stage, table, names[i]);
      sc_take_value (flow, stages, sc_list_append (flow->stages, stage));
    }
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  sc_import_metadata (path, solution, NULL, &tables, &relationships, &error);
  g_assert_no_error (error);
}

static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

static Figure
run_once (Job job, const char *path)
{
  int ends[2];
  Figure figure = { 0 };
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      double before = get_peak ();
      gint64 start = g_get_monotonic_time ();

      job (path);
      figure.seconds = (g_get_monotonic_time () - start) / 1e6;
      figure.megabytes = get_peak () - before;
      _exit (write (ends[1], &figure, sizeof figure) != sizeof figure);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &figure, sizeof figure), ==, sizeof figure);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return figure;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

static double
report (const char *name, Job job, const char *path, guint n_runs)
{
  g_autofree double *seconds = g_new (double, n_runs);
  double megabytes = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      Figure figure = run_once (job, path);

      seconds[i] = figure.seconds;
      megabytes = MAX (megabytes, figure.megabytes);
    }
  qsort (seconds, n_runs, sizeof *seconds, compare);
  printf ("%-34s min %7.1f  median %7.1f  p95 %7.1f ms, %6.1f MB at its peak\n", name,
          seconds[0] * 1e3, seconds[n_runs / 2] * 1e3, seconds[n_runs * 95 / 100] * 1e3, megabytes);
  return seconds[n_runs / 2];
}

static void
report_all (const char *title, const char *path, guint n_runs)
{
  g_autoptr (GBytes) bytes = load (path);
  double bare, read;

  printf ("%s, %.1f MB:\n", title, g_bytes_get_size (bytes) / 1e6);
  bare = report ("  libxml2, parsed and freed", parse_bare, path, n_runs);
  read = report ("  read", read_index, path, n_runs);
  report ("  read, and chosen for a flow", import, path, n_runs);
  printf ("  reading takes %.2f times as long as libxml2 alone; the goal is 2 at most\n",
          read / bare);
}

int
main (void)
{
  const char *real = g_getenv ("STAGECRAFT_METADATA");
  g_autofree char *made = large_metadata_new (N_REAL_TABLES);
  g_autofree char *huge = large_metadata_new (N_HUGE_TABLES);

  if (real != NULL)
    report_all ("A real $metadata", real, N_RUNS);
  report_all ("A made one of that size", made, N_RUNS);
  report_all ("3,000 tables", huge, 3);
  unlink (made);
  unlink (huge);
  return 0;
}
