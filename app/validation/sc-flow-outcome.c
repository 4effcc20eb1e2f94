/* sc-flow-outcome.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-flow-outcome-private.h"

/* The outcome of a flow is a tree: flow, stages. A new one takes over each part of the one before
 * whose subject is the same pointer and that looked at nothing else that changed. The tree holds
 * references, so that no address can come to mean something else. Parts are counted (GRcBox)
 * because the old and the new tree share them. */

typedef struct
{
  const ScStage *stage;
  ScStageDigest *digest;
  GArray *found; /* of ScFound, of the stage and its steps */
} StageOutcome;

static void
stage_outcome_clear (gpointer data)
{
  StageOutcome *self = data;

  sc_stage_unref ((ScStage *) self->stage);
  sc_stage_digest_free (self->digest);
  g_array_unref (self->found);
}

static void
stage_outcome_release (gpointer data)
{
  g_rc_box_release_full (data, stage_outcome_clear);
}

static void
flow_outcome_clear (gpointer data)
{
  ScFlowOutcome *self = data;

  sc_flow_unref ((ScFlow *) self->flow);
  g_clear_pointer (&self->by_group, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
}

ScFlowOutcome *
sc_flow_outcome_ref (ScFlowOutcome *self)
{
  return g_rc_box_acquire (self);
}

void
sc_flow_outcome_unref (ScFlowOutcome *self)
{
  g_rc_box_release_full (self, flow_outcome_clear);
}

ScSubject
sc_run_make_subject (const ScRun *run, guint uses)
{
  ScSubject subject = { .language = run->solution->language };

  if (uses & (SC_USES_TABLES | SC_USES_COMPONENTS))
    subject.lookup = run->lookup;
  if (uses & SC_USES_ROLES)
    subject.grants = run->grants;
  if (uses & SC_USES_COMPONENTS)
    subject.components = run->solution->components;
  if (uses & SC_USES_HEADER)
    subject.prefix = run->solution->prefix;
  return subject;
}

static StageOutcome *
validate_stage (const ScRun *run, const ScFlow *flow, const ScStage *stage)
{
  StageOutcome *outcome = g_rc_box_new0 (StageOutcome);
  ScReporter reporter = { .pool = run->pool, .solution = run->solution };
  ScSubject subject = sc_run_make_subject (run, run->rules->stage_uses);

  outcome->stage = sc_stage_ref (stage);
  outcome->digest = sc_stage_digest_new (stage);
  outcome->found = reporter.found = sc_found_array_new ();
  subject.stage = stage;
  if (subject.lookup != NULL)
    subject.table = sc_lookup_find_table (subject.lookup, stage->table);
  sc_reporter_aim (&reporter, flow, stage, -1);
  sc_rules_apply (run->rules->stage_rules, &subject, &reporter);

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      subject.step = step;
      if (subject.table != NULL)
        subject.column = sc_lookup_find_column (subject.lookup, stage->table, step->column);
      sc_reporter_aim (&reporter, flow, stage, (int) step_i);
      sc_rules_apply (run->rules->step_rules, &subject, &reporter);
    }
  return outcome;
}

/* The outcome of the stage in the last run. Stages mostly stay where they are or move by one. */
static StageOutcome *
find_stage (const GPtrArray *before, GHashTable **index, const ScStage *stage, guint position)
{
  for (guint i = position > 0 ? position - 1 : 0; i < MIN (position + 2, before->len); i++)
    {
      StageOutcome *outcome = g_ptr_array_index (before, i);

      if (outcome->stage == stage)
        return outcome;
    }
  if (*index == NULL)
    {
      *index = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < before->len; i++)
        {
          StageOutcome *outcome = g_ptr_array_index (before, i);

          g_hash_table_insert (*index, (gpointer) outcome->stage, outcome);
        }
    }
  return g_hash_table_lookup (*index, stage);
}

static void
validate_stages (const ScRun *run, ScFlowOutcome *outcome, const GPtrArray *before)
{
  g_autoptr (GHashTable) index = NULL;

  outcome->stages
      = g_ptr_array_new_full (sc_list_length (outcome->flow->stages), stage_outcome_release);
  sc_list_foreach (outcome->flow->stages, const ScStage *, stage)
    {
      StageOutcome *known = before != NULL ? find_stage (before, &index, stage, stage_i) : NULL;

      g_ptr_array_add (outcome->stages, known != NULL ? g_rc_box_acquire (known)
                                                      : validate_stage (run, outcome->flow, stage));
    }
}

static GArray *
validate_group (const ScRun *run,
                const ScRuleGroup *group,
                const ScFlowOutcome *outcome,
                const ScFlowGraph *graph)
{
  ScReporter reporter = { .pool = run->pool, .solution = run->solution };
  ScSubject subject = sc_run_make_subject (run, group->uses);
  g_autofree const ScStageDigest **digests
      = g_new (const ScStageDigest *, outcome->stages->len + 1);

  for (guint i = 0; i < outcome->stages->len; i++)
    digests[i] = ((const StageOutcome *) g_ptr_array_index (outcome->stages, i))->digest;
  reporter.found = sc_found_array_new ();
  subject.flow = outcome->flow;
  subject.graph = graph;
  subject.digests = digests;
  sc_reporter_aim (&reporter, outcome->flow, NULL, -1);
  sc_rules_apply (group->rules, &subject, &reporter);
  return reporter.found;
}

static void
collect_flow (ScFlowOutcome *outcome)
{
  outcome->found = sc_found_array_new ();
  for (guint group = 0; group < outcome->by_group->len; group++)
    {
      const GArray *part = g_ptr_array_index (outcome->by_group, group);

      for (guint i = 0; i < part->len; i++)
        {
          const ScFound *found = &g_array_index (part, ScFound, i);

          sc_found_array_append (outcome->found, found, -1, found->stage);
        }
    }
  for (guint stage = 0; stage < outcome->stages->len; stage++)
    {
      const StageOutcome *part = g_ptr_array_index (outcome->stages, stage);

      for (guint i = 0; i < part->found->len; i++)
        sc_found_array_append (outcome->found, &g_array_index (part->found, ScFound, i), -1,
                               (int) stage);
    }
  g_array_sort (outcome->found, sc_found_compare);
}

ScFlowOutcome *
sc_flow_outcome_new (const ScRun *run, const ScFlow *flow, ScFlowOutcome *before, guint changed)
{
  ScFlowOutcome *outcome;
  g_autoptr (ScFlowGraph) graph = NULL;

  if (before != NULL && changed == 0)
    return g_rc_box_acquire (before);

  outcome = g_rc_box_new0 (ScFlowOutcome);
  outcome->flow = sc_flow_ref (flow);
  outcome->by_group
      = g_ptr_array_new_full (run->rules->flow_groups->len, (GDestroyNotify) g_array_unref);
  validate_stages (run, outcome,
                   before != NULL && !(changed & run->rules->stage_uses) ? before->stages : NULL);
  for (guint i = 0; i < run->rules->flow_groups->len; i++)
    {
      const ScRuleGroup *group = g_ptr_array_index (run->rules->flow_groups, i);

      if (before != NULL && !(group->uses & changed))
        {
          g_ptr_array_add (outcome->by_group,
                           g_array_ref (g_ptr_array_index (before->by_group, i)));
          continue;
        }
      if (graph == NULL && group->uses & SC_USES_WAYS)
        graph = sc_flow_graph_new (flow);
      g_ptr_array_add (
          outcome->by_group,
          validate_group (run, group, outcome, group->uses & SC_USES_WAYS ? graph : NULL));
    }
  collect_flow (outcome);
  return outcome;
}
