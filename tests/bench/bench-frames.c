/* bench-frames.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-frames.h"

gboolean
bench_frames_start (const char *program)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  if (gtk_init_check ())
    return TRUE;
  g_printerr ("%s: there is no display; run it with tests/run --bench\n", program);
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock, BenchFrames *self)
{
  self->painted++;
}

void
bench_frames_init (BenchFrames *self, GtkWidget *window)
{
  gtk_widget_realize (window);
  self->clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
}

double
bench_get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

void
bench_frames_wait (BenchFrames *self)
{
  guint before = self->painted;

  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (self->painted == before)
    g_main_context_iteration (NULL, TRUE);
}

void
bench_frames_settle (BenchFrames *self)
{
  for (guint i = 0; i < 5; i++)
    bench_frames_wait (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

void
bench_frames_print_heading (void)
{
  g_print ("%-26s %8s %8s %8s %8s\n", "main-thread CPU ms", "min", "median", "p95", "aim p95");
}

void
bench_frames_measure (BenchFrames *self,
                      const char *title,
                      double aim,
                      int n,
                      BenchJob job,
                      BenchJob before,
                      gpointer data)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  bench_frames_settle (self);
  for (self->count = 0; self->count < n; self->count++)
    {
      double start, time;

      if (before != NULL && self->count > 0)
        {
          before (data);
          bench_frames_settle (self);
        }
      start = bench_get_cpu ();
      job (data);
      bench_frames_wait (self);
      time = bench_get_cpu () - start;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare_doubles);
  g_print ("%-26s %8.2f %8.2f %8.2f %8.0f\n", title, g_array_index (times, double, 0),
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100), aim);
}

void
bench_frames_print_since (const char *title, double start)
{
  g_print ("%-26s %8s %8.2f\n", title, "", bench_get_cpu () - start);
}
