/* test-large.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Metadata of whole environments: what reading costs beside a parse of the same bytes by libxml2
 * alone, in time of the processor, and what stays in memory of it. */

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <malloc.h>
#include <time.h>

#include "large-metadata.h"
#include "sc-import.h"

#define N_RUNS        3
#define N_TABLES      160
#define MAX_RATIO     2.0
#define MAX_MEGABYTES 20.0

static ScSolution *
make_solution (const char *const *tables)
{
  ScSolution *solution = sc_solution_new ();
  g_autoptr (ScFlow) flow = sc_flow_new ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (ScStage) stage = sc_stage_new ();

      sc_set_string (stage, table, tables[i]);
      sc_take_value (flow, stages, sc_list_append (flow->stages, stage));
    }
  sc_take_value (solution, flows, sc_list_append (NULL, flow));
  return solution;
}

static double
get_seconds (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
time_bare (const char *path)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = get_seconds ();
      xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

      g_assert_nonnull (document);
      xmlFreeDoc (document);
      best = MIN (best, get_seconds () - start);
    }
  return best;
}

/* Megabytes that are in use. */
static double
get_megabytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1e6;
}

/* Returns the tables. */
static ScList *
check (const char *path, const char *const *flow_tables)
{
  g_autoptr (ScSolution) solution = make_solution (flow_tables);
  double bare = time_bare (path), best = G_MAXDOUBLE, before = get_megabytes ();
  ScList *tables = NULL;
  ScList *relationships = NULL;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = get_seconds ();

      g_clear_pointer (&tables, sc_list_unref);
      g_clear_pointer (&relationships, sc_list_unref);
      sc_import_metadata (path, solution, NULL, &tables, &relationships, &error);
      g_assert_no_error (error);
      best = MIN (best, get_seconds () - start);
    }
  g_test_message ("imported in %.0f ms, libxml2 alone %.0f ms; %u tables and %.1f MB stay",
                  best * 1e3, bare * 1e3, sc_list_length (tables), get_megabytes () - before);
  /* libxml2 is as fast as ever where our own code is built to be counted or watched. */
  if (g_getenv ("STAGECRAFT_UNTIMED") == NULL)
    g_assert_cmpfloat (best, <=, MAX_RATIO * bare);
  if (sc_list_length (tables) <= N_TABLES)
    g_assert_cmpfloat (get_megabytes () - before, <=, MAX_MEGABYTES);
  g_assert_nonnull (relationships);
  sc_list_unref (relationships);
  return tables;
}

/* All of its tables lead to the first, so that all are kept: 3,000 of them in --soak. */
static void
test_made (void)
{
  const char *const flow_tables[] = { "cts_table0", NULL };
  const char *soak = g_getenv ("STAGECRAFT_SOAK");
  guint n_tables = soak != NULL ? (guint) g_ascii_strtoull (soak, NULL, 10) : N_TABLES;
  g_autofree char *path = large_metadata_new (n_tables);
  g_autoptr (ScList) tables = check (path, flow_tables);
  const ScTable *first = sc_list_get (tables, 0);

  g_assert_cmpuint (sc_list_length (tables), ==, n_tables);
  g_assert_cmpuint (sc_list_length (first->columns), ==, 170 + 20);
  g_unlink (path);
}

/* That of a real environment; STAGECRAFT_METADATA may name another. */
static void
test_real (void)
{
  const char *const flow_tables[]
      = { "lead", "opportunity", "account", "contact", "incident", NULL };
  const char *named = g_getenv ("STAGECRAFT_METADATA");
  g_autofree char *path
      = named != NULL ? g_strdup (named)
                      : g_build_filename (g_getenv ("STAGECRAFT_CORPUS_DEFAULT"), "..", "metadata",
                                          "csdl", "bcgov__embc-ess-mod__DynamicsCsdl.xml", NULL);
  g_autoptr (ScList) tables = NULL;
  guint n_found = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_test_skip ("there is no metadata of a real environment");
      return;
    }
  tables = check (path, flow_tables);
  sc_list_foreach (tables, const ScTable *, table)
    {
      n_found += g_strv_contains (flow_tables, table->name);
      g_assert_true (table->complete);
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (flow_tables) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/made", test_made);
  g_test_add_func ("/large/real", test_real);
  return g_test_run ();
}
