/* sc-problem-order.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a problem stands among others. */
typedef struct
{
  gpointer item;
  int flow;     /* position of its flow; -1: it concerns no single one */
  int stage;    /* position of its stage; -1: it concerns the flow */
  int severity; /* ScSeverity */
  guint found;  /* place among all problems as the validator lists them */
  guint held;   /* place in the order so far; G_MAXUINT: it is new */
} ScProblemSlot;

/* Puts slots in order: by flow, stage and as they were found, or with by_severity the worst first.
 * With hold, what was there keeps its order within its group (with by_severity all are one), and
 * what is new stands behind what it was found behind. */
void sc_problem_order (ScProblemSlot *slots, guint n, gboolean by_severity, gboolean hold);

G_END_DECLS
