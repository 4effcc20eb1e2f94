/* bench-frames.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* CPU milliseconds of the main thread for frames: from the call that a key or the pointer makes to
 * the end of the frame that shows what came of it. */
typedef struct
{
  GdkFrameClock *clock;
  guint painted;
  int count; /* how often the current job was done */
} BenchFrames;

typedef void (*BenchJob) (gpointer data);

/* FALSE, having said so, where there is no display. */
gboolean bench_frames_start (const char *program);
/* Realizes the window, to count its frames. */
void bench_frames_init (BenchFrames *self, GtkWidget *window);
/* Of the calling thread, in milliseconds. */
double bench_get_cpu (void);

void bench_frames_wait (BenchFrames *self);
/* Until nothing is left to do. */
void bench_frames_settle (BenchFrames *self);

void bench_frames_print_heading (void);
/* A row: minimum, median and p95 of n frames, and what p95 should be. before, nullable, may put
 * things back; it is not measured. */
void bench_frames_measure (BenchFrames *self,
                           const char *title,
                           double aim,
                           int n,
                           BenchJob job,
                           BenchJob before,
                           gpointer data);
/* A row with a single figure: what it took since start, which is of bench_get_cpu(). */
void bench_frames_print_since (const char *title, double start);

G_END_DECLS
