/* bench-core.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libxml/parser.h>

#include "sc-big-flow.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-history.h"
#include "sc-layout.h"
#include "sc-validation.h"
#include "sc-xaml.h"

/* Figures of the core for a flow of the largest size Dataverse allows. Nothing is asserted: they
 * are read by people. */

#define N_STAGES 30
#define N_STEPS  30
#define N_FLOWS  100

typedef struct
{
  ScSolution *solution;
  ScSolution *many; /* flows */
  ScSolution *past_limits;
  const ScFlow *flow;
  GBytes *xaml;
  ScValidator *validator, *validator_of_many;
  ScHistory *history;
  char *step; /* one in the middle */
  char *stage;
  char *target; /* another stage */
  guint count;  /* how many times the current job was done */
} Bench;

typedef void (*Job) (Bench *self);

typedef struct
{
  double min, median, p95; /* seconds */
} Figures;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* For about half a second, but no less than 20 times. */
static Figures
measure (Bench *self, Job job)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  self->count = 0;
  while (times->len < 20 || g_get_monotonic_time () < end)
    {
      struct timespec before, after;
      double seconds = 0;

      clock_gettime (CLOCK_MONOTONIC, &before);
      job (self);
      clock_gettime (CLOCK_MONOTONIC, &after);
      seconds = (after.tv_sec - before.tv_sec) + (after.tv_nsec - before.tv_nsec) / 1e9;
      g_array_append_val (times, seconds);
      self->count++;
    }
  g_array_sort (times, compare_doubles);
  return (Figures){
    .min = g_array_index (times, double, 0),
    .median = g_array_index (times, double, times->len / 2),
    .p95 = g_array_index (times, double, times->len * 95 / 100),
  };
}

static Figures
report (Bench *self, const char *title, Job job)
{
  Figures figures = measure (self, job);

  g_print ("%-40s %10.4f %10.4f %10.4f", title, figures.min * 1e3, figures.median * 1e3,
           figures.p95 * 1e3);
  return figures;
}

static void
report_time (Bench *self, const char *title, Job job)
{
  report (self, title, job);
  g_print ("\n");
}

/* Returns the time per run; against is that of what it is compared with, or 0. */
static double
report_rate (Bench *self, const char *title, Job job, double against)
{
  Figures figures = report (self, title, job);

  g_print (" %8.0f MB/s", g_bytes_get_size (self->xaml) / figures.median / 1e6);
  if (against > 0)
    g_print (" %6.2f", figures.median / against);
  g_print ("\n");
  return figures.median;
}

static void
on_start_element (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Bench *self = data;

  self->count++;
}

static void
on_error (void *data, xmlError *error)
{
}

/* A parse that does nothing with what it finds. */
static void
parse_bare (Bench *self)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start_element,
    .serror = on_error,
  };

  xmlSAXUserParseMemory (&handler, self, g_bytes_get_data (self->xaml, NULL),
                         g_bytes_get_size (self->xaml));
}

static void
parse_tree (Bench *self)
{
  sc_xml_unref (sc_xml_parse (self->xaml, "bench", NULL));
}

static void
read_flow (Bench *self)
{
  sc_flow_unref (sc_xaml_read (self->xaml, "bench", NULL));
}

static void
write_flow (Bench *self)
{
  g_bytes_unref (sc_xaml_write (self->flow));
}

static void
compare_flow (Bench *self)
{
  sc_xaml_is_understood (self->xaml, self->flow, NULL);
}

static void
validate_fully (Bench *self)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();

  sc_list_unref (sc_validator_run (validator, self->solution));
}

static ScSolution *
rename_step (Bench *self, const ScSolution *solution)
{
  g_autofree char *text = g_strdup_printf ("Renamed %u", self->count);

  return sc_edit_step_set_label (solution, self->flow->id, self->step, SC_LANGUAGE_ENGLISH, text,
                                 NULL);
}

static void
validate_edit (Bench *self)
{
  g_autoptr (ScSolution) edited = rename_step (self, self->solution);

  sc_list_unref (sc_validator_run (self->validator, edited));
}

static void
validate_many (Bench *self)
{
  g_autoptr (ScValidator) validator = sc_validator_new ();

  sc_list_unref (sc_validator_run (validator, self->many));
}

static void
validate_edit_of_many (Bench *self)
{
  g_autoptr (ScSolution) edited = rename_step (self, self->many);

  sc_list_unref (sc_validator_run (self->validator_of_many, edited));
}

/* Commits edited, whose reference it takes, and takes it back. */
static void
commit_and_undo (Bench *self, ScSolution *edited, const char *name)
{
  g_assert_nonnull (edited);
  sc_history_commit (self->history, edited, name, NULL);
  sc_history_undo (self->history);
  sc_solution_unref (edited);
}

static void
edit_rename (Bench *self)
{
  commit_and_undo (self, rename_step (self, sc_history_get_current (self->history)), "Rename step");
}

static void
edit_move (Bench *self)
{
  const ScSolution *current = sc_history_get_current (self->history);

  commit_and_undo (self,
                   sc_edit_step_move (current, self->flow->id, self->step, self->target, 3, NULL),
                   "Move step");
}

static void
edit_insert (Bench *self)
{
  ScSlot slot = { self->stage, SC_EDGE_NEXT };
  const ScSolution *current = sc_history_get_current (self->history);

  commit_and_undo (self,
                   sc_edit_stage_add (current, self->flow->id, slot, NULL, "New stage", NULL, NULL),
                   "Insert stage");
}

static void
edit_move_stage (Bench *self)
{
  ScSlot slot = { self->target, SC_EDGE_NEXT };
  const ScSolution *current = sc_history_get_current (self->history);

  commit_and_undo (self, sc_edit_stage_move (current, self->flow->id, self->stage, slot, NULL),
                   "Move stage");
}

static void
lay_out (Bench *self)
{
  sc_layout_free (sc_layout_new (self->flow, &sc_layout_default_metrics));
}

static void
lay_out_past_limits (Bench *self)
{
  sc_layout_free (
      sc_layout_new (sc_list_get (self->past_limits->flows, 0), &sc_layout_default_metrics));
}

static void
run (Bench *self)
{
  double bare = 0;

  g_print ("%u stages of %u steps, %.2f MB of XAML\n\n%-40s %10s %10s %10s\n", N_STAGES, N_STEPS,
           g_bytes_get_size (self->xaml) / 1e6, "milliseconds", "min", "median", "p95");
  bare = report_rate (self, "bare SAX2 parse by libxml2", parse_bare, 0);
  report_rate (self, "parse into a tree (times bare)", parse_tree, bare);
  report_rate (self, "read a flow (times bare)", read_flow, bare);
  report_rate (self, "write a flow (times bare)", write_flow, bare);
  report_rate (self, "write and compare", compare_flow, bare);
  report_time (self, "validate everything", validate_fully);
  report_time (self, "rename a step, validate", validate_edit);
  report_time (self, "validate 100 such flows", validate_many);
  report_time (self, "rename a step of them, validate", validate_edit_of_many);
  report_time (self, "rename a step, undo", edit_rename);
  report_time (self, "move a step to another stage, undo", edit_move);
  report_time (self, "insert a stage, undo", edit_insert);
  report_time (self, "move a stage, undo", edit_move_stage);
  report_time (self, "lay out", lay_out);
  report_time (self, "lay out 100 stages of 100 steps", lay_out_past_limits);
}

int
main (int argc, char **argv)
{
  g_autoptr (ScSolution) solution = sc_big_solution_new (N_STAGES, N_STEPS);
  g_autoptr (ScSolution) many = sc_big_solution_new_many (N_FLOWS, N_STAGES, N_STEPS);
  g_autoptr (ScSolution) past_limits = sc_big_solution_new (100, 100);
  g_autoptr (ScValidator) validator = sc_validator_new ();
  g_autoptr (ScValidator) validator_of_many = sc_validator_new ();
  g_autoptr (ScHistory) history = sc_history_new (solution);
  Bench bench = {
    .solution = solution,
    .many = many,
    .past_limits = past_limits,
    .flow = sc_list_get (solution->flows, 0),
    .validator = validator,
    .validator_of_many = validator_of_many,
    .history = history,
    .step = sc_big_step_id (16, 5),
    .stage = sc_big_stage_id (16),
    .target = sc_big_stage_id (22),
  };

  bench.xaml = sc_xaml_write (bench.flow);
  sc_list_unref (sc_validator_run (validator, solution));
  sc_list_unref (sc_validator_run (validator_of_many, many));
  run (&bench);
  g_bytes_unref (bench.xaml);
  g_free (bench.step);
  g_free (bench.stage);
  g_free (bench.target);
  return 0;
}
