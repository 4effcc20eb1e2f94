/* sc-reporter-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-rule-private.h"

G_BEGIN_DECLS

/* A problem and its place among the others; -1 stands for "no stage", "no step". */
typedef struct
{
  ScProblem *problem; /* owned */
  int flow;
  int stage;
  int step;
  guint rank; /* of the rule, in sc_rule_list() */
} ScFound;

/* By place, then by rule. */
int sc_found_compare (gconstpointer a, gconstpointer b);
/* An array of ScFound that owns the problems. */
GArray *sc_found_array_new (void);
void sc_found_array_append (GArray *array, const ScFound *found, int flow, int stage);

/* The problems that are alive. One that is found again is the same pointer as before, though it
 * was looked for anew: a list of problems then need not touch its row. */
typedef struct _ScProblemPool ScProblemPool;

ScProblemPool *sc_problem_pool_new (void);
void sc_problem_pool_free (ScProblemPool *self);
/* Takes draft; returns a reference to it or to its equal. */
ScProblem *sc_problem_pool_intern (ScProblemPool *self, ScProblem *draft);
/* Forgets what nobody else holds. n_alive: about how many there are; costs nothing while the pool
 * is not much larger than that. */
void sc_problem_pool_sweep (ScProblemPool *self, guint n_alive);

/* The problems as the settings of their solution (of ScRuleSetting) want them. Takes over
 * problems. */
ScList *sc_problems_settle (ScList *problems, const ScList *settings, ScProblemPool *pool);

struct _ScReporter
{
  ScProblemPool *pool;
  GArray *found; /* of ScFound */

  /* Set by the engine before each call. */
  const ScRule *rule;
  guint rank;
  const ScSolution *solution;
  const ScFlow *flow; /* NULL in SC_SCOPE_SOLUTION */
  const ScStage *stage;
  int step;

  /* Where the next problem is. */
  struct
  {
    int flow;
    int stage;
    int step;
    int branch, clause;
    const ScRole *role;
    int severity;
    guint found;
    guint allowed;
  } next;
};

/* Points the reporter at a subject. step: position in stage, or -1. */
void sc_reporter_aim (ScReporter *self, const ScFlow *flow, const ScStage *stage, int step);
/* Calls the rule's function. */
void sc_reporter_apply (ScReporter *self, const ScRule *rule, guint rank, const ScSubject *subject);

G_END_DECLS
