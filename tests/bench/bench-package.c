/* bench-package.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sc-big-flow.h"
#include "sc-edit-step.h"
#include "sc-package-create.h"
#include "sc-validation.h"
#include "sc-zip.h"

/* Opening and saving a zip with a hundred flows of the largest size, beside what no program can do
 * without: unpacking the zip and a parse of its XML by libxml2. Each figure is taken in a process
 * of its own, whose peak of memory is its own as well. Nothing is asserted: people read this. */

#define N_FLOWS  100
#define N_STAGES 30
#define N_STEPS  30
#define N_RUNS   5

typedef struct
{
  double seconds;
  double megabytes; /* more than the process had before, unless the job says so */
} Figure;

typedef void (*Job) (const char *path, Figure *figure);

static void
make_package (const char *path, Figure *figure)
{
  g_autoptr (ScSolution) model = sc_big_solution_new_many (N_FLOWS, N_STAGES, N_STEPS);
  g_autoptr (ScSolution) solution = sc_solution_copy (model);
  g_autoptr (GError) error = NULL;

  sc_set_string (solution, unique_name, "big");
  sc_package_unref (sc_package_create (solution, SC_PACKAGE_ZIP, path, NULL, &error));
  g_assert_no_error (error);
}

/* How much the entries are without compression. */
static void
measure_xml (const char *path, Figure *figure)
{
  g_autoptr (ScZip) zip = sc_zip_open (path, NULL);

  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      g_autoptr (GBytes) bytes = sc_zip_read (zip, i, NULL);

      figure->megabytes += g_bytes_get_size (bytes) / 1048576.0;
    }
}

static void
on_error (void *data, xmlError *error)
{
}

/* One entry after the other, each forgotten at once. */
static void
parse_bare (const char *path, Figure *figure)
{
  g_autoptr (ScZip) zip = sc_zip_open (path, NULL);

  for (guint i = 0; i < sc_zip_count (zip); i++)
    {
      g_autoptr (GBytes) bytes = sc_zip_read (zip, i, NULL);
      xmlDoc *document = xmlReadMemory (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

      g_assert_nonnull (document);
      xmlFreeDoc (document);
    }
}

static ScPackage *
open_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  ScPackage *package = sc_package_open (path, &error);

  g_assert_no_error (error);
  return package;
}

static void
open_only (const char *path, Figure *figure)
{
  sc_package_unref (open_package (path));
}

static void
open_and_check (const char *path, Figure *figure)
{
  g_autoptr (ScPackage) package = open_package (path);
  g_autoptr (ScValidator) validator = sc_validator_new ();

  sc_list_unref (sc_validator_run (validator, sc_package_get_solution (package)));
}

static void
open_and_save (const char *path, Figure *figure)
{
  g_autoptr (ScPackage) package = open_package (path);
  const ScSolution *solution = sc_package_get_solution (package);
  const ScFlow *flow = sc_solution_find_flow (solution, SC_BIG_FLOW_ID, NULL);
  g_autofree char *step = sc_big_step_id (16, 5);
  g_autofree char *text = g_strdup_printf ("Renamed %d", (int) getpid ());
  g_autoptr (ScSolution) edited
      = sc_edit_step_set_label (solution, flow->id, step, SC_LANGUAGE_ENGLISH, text, NULL);
  g_autoptr (GError) error = NULL;

  sc_package_unref (sc_package_save (package, edited, FALSE, &error));
  g_assert_no_error (error);
}

static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

/* In a process of its own. */
static Figure
run (Job job, const char *path)
{
  Figure figure = { 0 };
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      double before = get_peak ();
      gint64 start = g_get_monotonic_time ();

      job (path, &figure);
      figure.seconds = (g_get_monotonic_time () - start) / 1e6;
      if (figure.megabytes == 0)
        figure.megabytes = get_peak () - before;
      _exit (write (ends[1], &figure, sizeof figure) == sizeof figure ? 0 : 1);
    }
  g_assert_cmpint (read (ends[0], &figure, sizeof figure), ==, sizeof figure);
  waitpid (child, NULL, 0);
  close (ends[0]);
  close (ends[1]);
  return figure;
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  double one = ((const Figure *) a)->seconds;
  double other = ((const Figure *) b)->seconds;

  return (one > other) - (one < other);
}

/* Returns the median. */
static Figure
report (const char *title, Job job, const char *path, const Figure *floor, double xml)
{
  Figure figures[N_RUNS];
  Figure median;

  for (guint i = 0; i < N_RUNS; i++)
    figures[i] = run (job, path);
  qsort (figures, N_RUNS, sizeof (Figure), compare_figures);
  median = figures[N_RUNS / 2];
  g_print ("%-36s %8.0f %8.0f %8.0f %9.0f MB %6.1f times the XML", title, figures[0].seconds * 1e3,
           median.seconds * 1e3, figures[N_RUNS * 95 / 100].seconds * 1e3, median.megabytes,
           median.megabytes / xml);
  if (floor != NULL)
    g_print (" %6.2f times the floor", median.seconds / floor->seconds);
  g_print ("\n");
  return median;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "big.zip", NULL);
  Figure floor;
  double xml;

  xmlSetStructuredErrorFunc (NULL, on_error);
  run (make_package, path);
  xml = run (measure_xml, path).megabytes;
  g_print ("%u flows of %u stages of %u steps, %.0f MB of XML\n\n%-36s %8s %8s %8s %12s\n", N_FLOWS,
           N_STAGES, N_STEPS, xml, "milliseconds", "min", "median", "p95", "peak");
  floor = report ("unzip and parse by libxml2", parse_bare, path, NULL, xml);
  report ("open", open_only, path, &floor, xml);
  report ("open, check all rules", open_and_check, path, &floor, xml);
  report ("open, rename a step, save", open_and_save, path, &floor, xml);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
