/* sc-reporter.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-reporter-private.h"

#include "sc-id.h"
#include "sc-message-private.h"

static const ScField problem_fields[] = {
  SC_FIELD (ScProblem, SC_FIELD_INT, severity),
  SC_FIELD (ScProblem, SC_FIELD_STRING, message),
  SC_FIELD (ScProblem, SC_FIELD_STRING, flow),
  SC_FIELD (ScProblem, SC_FIELD_STRING, stage),
  SC_FIELD (ScProblem, SC_FIELD_STRING, step),
  SC_FIELD (ScProblem, SC_FIELD_STRING, role),
  SC_FIELD (ScProblem, SC_FIELD_INT, branch),
  SC_FIELD (ScProblem, SC_FIELD_INT, clause),
  SC_FIELD (ScProblem, SC_FIELD_INT, found),
  SC_FIELD (ScProblem, SC_FIELD_INT, allowed),
  SC_FIELD_END,
};

const ScValueClass sc_problem_class = { "problem", sizeof (ScProblem), problem_fields };

int
sc_found_compare (gconstpointer a, gconstpointer b)
{
  const ScFound *p = a, *q = b;

  if (p->flow != q->flow)
    return p->flow < q->flow ? -1 : 1;
  if (p->stage != q->stage)
    return p->stage < q->stage ? -1 : 1;
  if (p->step != q->step)
    return p->step < q->step ? -1 : 1;
  return p->rank != q->rank ? (p->rank < q->rank ? -1 : 1) : 0;
}

static void
found_clear (gpointer data)
{
  sc_problem_unref (((ScFound *) data)->problem);
}

GArray *
sc_found_array_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ScFound));

  g_array_set_clear_func (array, found_clear);
  return array;
}

void
sc_found_array_append (GArray *array, const ScFound *found, int flow, int stage)
{
  ScFound copy = *found;

  sc_problem_ref (copy.problem);
  copy.flow = flow;
  copy.stage = stage;
  g_array_append_val (array, copy);
}

struct _ScProblemPool
{
  GHashTable *problems;
};

static guint
problem_hash (gconstpointer data)
{
  const ScProblem *self = data;
  guint hash = g_direct_hash (self->rule);

  hash = hash * 31 + g_str_hash (self->message);
  hash = (hash * 31 + (guint) self->branch) * 31 + (guint) self->clause;
  if (self->flow != NULL)
    hash = hash * 31 + sc_id_hash (self->flow);
  if (self->stage != NULL)
    hash = hash * 31 + sc_id_hash (self->stage);
  if (self->step != NULL)
    hash = hash * 31 + sc_id_hash (self->step);
  return hash;
}

static gboolean
problem_equal (gconstpointer a, gconstpointer b)
{
  return ((const ScProblem *) a)->rule == ((const ScProblem *) b)->rule && sc_problem_equal (a, b);
}

static void
problem_unref (gpointer data)
{
  sc_problem_unref (data);
}

ScProblemPool *
sc_problem_pool_new (void)
{
  ScProblemPool *self = g_new0 (ScProblemPool, 1);

  self->problems = g_hash_table_new_full (problem_hash, problem_equal, problem_unref, NULL);
  return self;
}

void
sc_problem_pool_free (ScProblemPool *self)
{
  g_hash_table_unref (self->problems);
  g_free (self);
}

ScProblem *
sc_problem_pool_intern (ScProblemPool *self, ScProblem *draft)
{
  ScProblem *known = g_hash_table_lookup (self->problems, draft);

  if (known != NULL)
    {
      sc_problem_unref (draft);
      return sc_problem_ref (known);
    }
  g_hash_table_add (self->problems, draft);
  return sc_problem_ref (draft);
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  return sc_value_is_draft (key); /* nobody but the pool holds it */
}

void
sc_problem_pool_sweep (ScProblemPool *self, guint n_alive)
{
  if (g_hash_table_size (self->problems) > 2 * n_alive + 64)
    g_hash_table_foreach_remove (self->problems, is_unused, NULL);
}

static void
reset_next (ScReporter *self)
{
  self->next.flow = -1;
  self->next.stage = -1;
  self->next.step = self->step;
  self->next.branch = self->next.clause = 0;
  self->next.role = NULL;
  self->next.severity = -1;
  self->next.found = self->next.allowed = 0;
}

void
sc_reporter_aim (ScReporter *self, const ScFlow *flow, const ScStage *stage, int step)
{
  self->flow = flow;
  self->stage = stage;
  self->step = step;
}

void
sc_reporter_apply (ScReporter *self, const ScRule *rule, guint rank, const ScSubject *subject)
{
  self->rule = rule;
  self->rank = rank;
  reset_next (self);
  rule->check (subject, self);
}

void
sc_reporter_set_flow (ScReporter *self, guint flow)
{
  self->next.flow = (int) flow;
}

void
sc_reporter_set_stage (ScReporter *self, int stage)
{
  self->next.stage = stage;
}

void
sc_reporter_set_step (ScReporter *self, int step)
{
  self->next.step = step;
}

void
sc_reporter_set_branch (ScReporter *self, guint branch, int clause)
{
  self->next.branch = (int) branch + 1;
  self->next.clause = clause + 1;
}

void
sc_reporter_set_role (ScReporter *self, const ScRole *role)
{
  self->next.role = role;
}

void
sc_reporter_set_severity (ScReporter *self, ScSeverity severity)
{
  self->next.severity = severity;
}

void
sc_reporter_set_figures (ScReporter *self, guint found, guint allowed)
{
  self->next.found = found;
  self->next.allowed = allowed;
}

void
sc_reporter_add (ScReporter *self, const char *format, ...)
{
  ScProblem *draft = sc_problem_new ();
  const ScFlow *flow = self->flow;
  const ScStage *stage = self->stage;
  const ScStep *step = NULL;
  g_autofree char *message = NULL;
  ScFound found;
  va_list args;

  va_start (args, format);
  message = sc_message_format (format, args);
  va_end (args);

  if (flow == NULL && self->next.flow >= 0)
    flow = sc_list_get (self->solution->flows, (guint) self->next.flow);
  if (stage == NULL && self->next.stage >= 0 && flow != NULL)
    stage = sc_list_get (flow->stages, (guint) self->next.stage);
  if (stage != NULL && self->next.step >= 0)
    step = sc_list_get (stage->steps, (guint) self->next.step);

  draft->rule = self->rule;
  draft->severity = self->next.severity >= 0 ? self->next.severity : (int) self->rule->severity;
  sc_set_string (draft, message, message);
  sc_share_string (draft, flow, flow != NULL ? flow->id : NULL);
  sc_share_string (draft, stage, stage != NULL ? stage->id : NULL);
  sc_share_string (draft, step, step != NULL ? step->id : NULL);
  sc_share_string (draft, role, self->next.role != NULL ? self->next.role->id : NULL);
  draft->branch = self->next.branch;
  draft->clause = self->next.clause;
  draft->found = (int) MIN (self->next.found, G_MAXINT);
  draft->allowed = (int) MIN (self->next.allowed, G_MAXINT);

  found.problem = sc_problem_pool_intern (self->pool, draft);
  found.flow = self->next.flow;
  found.stage = self->next.stage;
  found.step = self->next.step;
  found.rank = self->rank;
  g_array_append_val (self->found, found);
  reset_next (self);
}
