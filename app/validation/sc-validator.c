/* sc-validator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-reporter-private.h"

/* What is remembered is the outcome of the last run, as a tree: solution, flows, stages. The next
 * run builds a new tree and takes over each part whose subject is the same pointer and that looked
 * at nothing else that changed. The tree holds references, so that no address can come to mean
 * something else, and the old tree goes: the memory is that of one solution, however many edits
 * there were. Parts are counted (GRcBox) because the old and the new tree share them. */

typedef struct
{
  const ScStage *stage;
  ScStageDigest *digest;
  GArray *found; /* of ScFound, of the stage and its steps */
} StageOutcome;

typedef struct
{
  const ScFlow *flow;
  GArray *by_uses[SC_USES_ALL + 1]; /* what the rules of SC_SCOPE_FLOW found, by what they use */
  GPtrArray *stages;                /* of StageOutcome, in the order of the flow */
  GArray *found;                    /* everything in the flow, sorted */
} FlowOutcome;

/* A rule and its place in sc_rule_list(). */
typedef struct
{
  const ScRule *rule;
  guint rank;
} Ranked;

struct _ScValidator
{
  GArray *solution_rules; /* of Ranked */
  GArray *flow_rules[SC_USES_ALL + 1];
  GArray *stage_rules;
  GArray *step_rules;
  guint stage_uses; /* of all rules for stages and steps */

  ScProblemPool *pool;
  const ScSolution *solution; /* the last one; NULL: none yet */
  ScLookup *lookup;
  ScGrants *grants;
  GPtrArray *flows; /* of FlowOutcome */
  ScList *problems;
};

static void
stage_outcome_clear (gpointer data)
{
  StageOutcome *self = data;

  sc_stage_unref ((ScStage *) self->stage);
  g_free (self->digest);
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
  FlowOutcome *self = data;

  sc_flow_unref ((ScFlow *) self->flow);
  for (guint i = 0; i <= SC_USES_ALL; i++)
    g_clear_pointer (&self->by_uses[i], g_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
}

static void
flow_outcome_release (gpointer data)
{
  g_rc_box_release_full (data, flow_outcome_clear);
}

static void
add_rule (ScValidator *self, const ScRule *rule, guint rank)
{
  Ranked item = { rule, rank };

  switch (rule->scope)
    {
    case SC_SCOPE_SOLUTION:
      g_array_append_val (self->solution_rules, item);
      break;
    case SC_SCOPE_FLOW:
      if (self->flow_rules[rule->uses] == NULL)
        self->flow_rules[rule->uses] = g_array_new (FALSE, FALSE, sizeof (Ranked));
      g_array_append_val (self->flow_rules[rule->uses], item);
      break;
    case SC_SCOPE_STAGE:
      g_array_append_val (self->stage_rules, item);
      break;
    case SC_SCOPE_STEP:
      g_array_append_val (self->step_rules, item);
      break;
    default:
      g_assert_not_reached ();
    }
  if (rule->stages_too)
    g_array_append_val (self->stage_rules, item);
  if (rule->scope == SC_SCOPE_STAGE || rule->scope == SC_SCOPE_STEP || rule->stages_too)
    self->stage_uses |= rule->uses;
}

ScValidator *
sc_validator_new (void)
{
  ScValidator *self = g_new0 (ScValidator, 1);
  const ScRule *const *rules = sc_rule_list ();

  self->solution_rules = g_array_new (FALSE, FALSE, sizeof (Ranked));
  self->stage_rules = g_array_new (FALSE, FALSE, sizeof (Ranked));
  self->step_rules = g_array_new (FALSE, FALSE, sizeof (Ranked));
  for (guint i = 0; rules[i] != NULL; i++)
    add_rule (self, rules[i], i);
  self->pool = sc_problem_pool_new ();
  return self;
}

static void
forget (ScValidator *self)
{
  g_clear_pointer (&self->flows, g_ptr_array_unref);
  g_clear_pointer (&self->lookup, sc_lookup_free);
  g_clear_pointer (&self->grants, sc_grants_free);
  sc_solution_unref ((ScSolution *) self->solution);
  self->solution = NULL;
}

void
sc_validator_free (ScValidator *self)
{
  if (self == NULL)
    return;
  forget (self);
  g_clear_pointer (&self->problems, sc_list_unref);
  for (guint i = 0; i <= SC_USES_ALL; i++)
    g_clear_pointer (&self->flow_rules[i], g_array_unref);
  g_array_unref (self->solution_rules);
  g_array_unref (self->stage_rules);
  g_array_unref (self->step_rules);
  sc_problem_pool_free (self->pool);
  g_free (self);
}

/* A subject with what rules of these uses may see of the solution. */
static ScSubject
subject_new (ScValidator *self, const ScSolution *solution, guint uses)
{
  ScSubject subject = { .language = solution->language };

  if (uses & (SC_USES_TABLES | SC_USES_COMPONENTS))
    subject.lookup = self->lookup;
  if (uses & SC_USES_ROLES)
    subject.grants = self->grants;
  if (uses & SC_USES_COMPONENTS)
    subject.components = solution->components;
  if (uses & SC_USES_HEADER)
    subject.prefix = solution->prefix;
  return subject;
}

static void
apply_all (const GArray *rules, const ScSubject *subject, ScReporter *reporter)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const Ranked *item = &g_array_index (rules, Ranked, i);

      sc_reporter_apply (reporter, item->rule, item->rank, subject);
    }
}

static StageOutcome *
validate_stage (ScValidator *self,
                const ScSolution *solution,
                const ScFlow *flow,
                const ScStage *stage)
{
  StageOutcome *outcome = g_rc_box_new0 (StageOutcome);
  ScReporter reporter = { .pool = self->pool, .solution = solution };
  ScSubject subject = subject_new (self, solution, self->stage_uses);

  outcome->stage = sc_stage_ref (stage);
  outcome->digest = sc_stage_digest_new (stage);
  outcome->found = reporter.found = sc_found_array_new ();
  subject.stage = stage;
  if (subject.lookup != NULL)
    subject.table = sc_lookup_find_table (subject.lookup, stage->table);
  sc_reporter_aim (&reporter, flow, stage, -1);
  apply_all (self->stage_rules, &subject, &reporter);

  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      subject.step = step;
      if (subject.table != NULL)
        subject.column = sc_lookup_find_column (subject.lookup, stage->table, step->column);
      sc_reporter_aim (&reporter, flow, stage, (int) step_i);
      apply_all (self->step_rules, &subject, &reporter);
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
validate_stages (ScValidator *self,
                 const ScSolution *solution,
                 FlowOutcome *outcome,
                 const GPtrArray *before)
{
  g_autoptr (GHashTable) index = NULL;

  outcome->stages
      = g_ptr_array_new_full (sc_list_length (outcome->flow->stages), stage_outcome_release);
  sc_list_foreach (outcome->flow->stages, const ScStage *, stage)
    {
      StageOutcome *known = before != NULL ? find_stage (before, &index, stage, stage_i) : NULL;

      g_ptr_array_add (outcome->stages,
                       known != NULL ? g_rc_box_acquire (known)
                                     : validate_stage (self, solution, outcome->flow, stage));
    }
}

static GArray *
validate_flow_by_uses (ScValidator *self,
                       const ScSolution *solution,
                       const FlowOutcome *outcome,
                       const ScFlowGraph *graph,
                       guint uses)
{
  ScReporter reporter = { .pool = self->pool, .solution = solution };
  ScSubject subject = subject_new (self, solution, uses);
  g_autofree const ScStageDigest **digests
      = g_new (const ScStageDigest *, outcome->stages->len + 1);

  for (guint i = 0; i < outcome->stages->len; i++)
    digests[i] = ((const StageOutcome *) g_ptr_array_index (outcome->stages, i))->digest;
  reporter.found = sc_found_array_new ();
  subject.flow = outcome->flow;
  subject.graph = graph;
  subject.digests = digests;
  sc_reporter_aim (&reporter, outcome->flow, NULL, -1);
  apply_all (self->flow_rules[uses], &subject, &reporter);
  return reporter.found;
}

static void
collect_flow (FlowOutcome *outcome)
{
  outcome->found = sc_found_array_new ();
  for (guint uses = 0; uses <= SC_USES_ALL; uses++)
    {
      const GArray *group = outcome->by_uses[uses];

      for (guint i = 0; group != NULL && i < group->len; i++)
        {
          const ScFound *found = &g_array_index (group, ScFound, i);

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

/* before: the outcome of the same flow (by id) in the last run, or NULL. changed: what is another
 * than in the last run (of ScUses). */
static FlowOutcome *
validate_flow (ScValidator *self,
               const ScSolution *solution,
               const ScFlow *flow,
               FlowOutcome *before,
               guint changed)
{
  gboolean same = before != NULL && before->flow == flow;
  FlowOutcome *outcome;
  g_autoptr (ScFlowGraph) graph = NULL;

  if (same && changed == 0)
    return g_rc_box_acquire (before);

  outcome = g_rc_box_new0 (FlowOutcome);
  outcome->flow = sc_flow_ref (flow);
  validate_stages (self, solution, outcome,
                   before != NULL && !(changed & self->stage_uses) ? before->stages : NULL);
  for (guint uses = 0; uses <= SC_USES_ALL; uses++)
    {
      if (self->flow_rules[uses] == NULL)
        continue;
      if (same && !(uses & changed))
        {
          outcome->by_uses[uses] = g_array_ref (before->by_uses[uses]);
          continue;
        }
      if (graph == NULL)
        graph = sc_flow_graph_new (flow);
      outcome->by_uses[uses] = validate_flow_by_uses (self, solution, outcome, graph, uses);
    }
  collect_flow (outcome);
  return outcome;
}

static FlowOutcome *
find_flow (ScValidator *self, GHashTable **index, const ScFlow *flow, guint position)
{
  if (self->flows == NULL)
    return NULL;
  if (position < self->flows->len)
    {
      FlowOutcome *outcome = g_ptr_array_index (self->flows, position);

      if (outcome->flow == flow || g_strcmp0 (outcome->flow->id, flow->id) == 0)
        return outcome;
    }
  if (*index == NULL)
    {
      *index = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->flows->len; i++)
        {
          FlowOutcome *outcome = g_ptr_array_index (self->flows, i);

          if (outcome->flow->id != NULL)
            g_hash_table_insert (*index, (gpointer) outcome->flow->id, outcome);
        }
    }
  return flow->id != NULL ? g_hash_table_lookup (*index, flow->id) : NULL;
}

static GArray *
validate_solution (ScValidator *self, const ScSolution *solution)
{
  ScReporter reporter = { .pool = self->pool, .solution = solution };
  ScSubject subject = subject_new (self, solution, SC_USES_ALL);

  reporter.found = sc_found_array_new ();
  subject.solution = solution;
  sc_reporter_aim (&reporter, NULL, NULL, -1);
  apply_all (self->solution_rules, &subject, &reporter);
  g_array_sort (reporter.found, sc_found_compare);
  return reporter.found;
}

/* Of two sorted arrays, one: first what concerns no flow, then flow after flow. */
static ScList *
merge (const GArray *of_solution, const GPtrArray *flows)
{
  GPtrArray *problems = sc_list_collect ();
  guint s = 0;

#define NEXT (&g_array_index (of_solution, ScFound, s))
  for (int flow = -1; flow < (int) flows->len; flow++)
    {
      const GArray *found
          = flow >= 0 ? ((const FlowOutcome *) g_ptr_array_index (flows, flow))->found : NULL;

      for (guint i = 0; found != NULL && i < found->len; i++)
        {
          ScFound item = g_array_index (found, ScFound, i);

          item.flow = flow;
          for (; s < of_solution->len && sc_found_compare (NEXT, &item) < 0; s++)
            g_ptr_array_add (problems, sc_problem_ref (NEXT->problem));
          g_ptr_array_add (problems, sc_problem_ref (item.problem));
        }
      for (; s < of_solution->len && NEXT->flow <= flow; s++)
        g_ptr_array_add (problems, sc_problem_ref (NEXT->problem));
    }
#undef NEXT
  return sc_list_new_take (problems);
}

static guint
find_changes (const ScSolution *before, const ScSolution *after)
{
  guint changed = 0;

  if (before->tables != after->tables || before->relationships != after->relationships
      || before->processes != after->processes)
    changed |= SC_USES_TABLES;
  if (before->roles != after->roles)
    changed |= SC_USES_ROLES;
  if (before->components != after->components)
    changed |= SC_USES_COMPONENTS;
  if (g_strcmp0 (before->prefix, after->prefix) != 0)
    changed |= SC_USES_HEADER;
  return changed;
}

static gboolean
is_same_list (const ScList *a, const ScList *b)
{
  return sc_list_length (a) == sc_list_length (b)
         && (a == NULL || memcmp (a->items, b->items, a->length * sizeof (gpointer)) == 0);
}

ScList *
sc_validator_run (ScValidator *self, const ScSolution *solution)
{
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) flows = NULL;
  g_autoptr (GArray) of_solution = NULL;
  g_autoptr (ScList) problems = NULL;
  guint changed = SC_USES_ALL;

  if (self->solution == solution)
    return sc_list_ref (self->problems);
  /* Every message has names in the base language. */
  if (self->solution != NULL && self->solution->language != solution->language)
    forget (self);
  if (self->solution != NULL)
    changed = find_changes (self->solution, solution);
  if (self->lookup == NULL || changed & (SC_USES_TABLES | SC_USES_COMPONENTS))
    {
      g_clear_pointer (&self->lookup, sc_lookup_free);
      self->lookup = sc_lookup_new (solution);
    }
  if (self->grants == NULL || changed & SC_USES_ROLES)
    self->grants = sc_grants_new (solution->roles, self->grants);

  flows = g_ptr_array_new_full (sc_list_length (solution->flows), flow_outcome_release);
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    g_ptr_array_add (flows, validate_flow (self, solution, flow,
                                           find_flow (self, &index, flow, flow_i), changed));
  of_solution = validate_solution (self, solution);
  problems = sc_problems_settle (merge (of_solution, flows), solution->rule_settings, self->pool);

  if (!is_same_list (problems, self->problems))
    {
      g_clear_pointer (&self->problems, sc_list_unref);
      self->problems = g_steal_pointer (&problems);
    }
  sc_solution_ref (solution);
  sc_solution_unref ((ScSolution *) self->solution);
  self->solution = solution;
  g_clear_pointer (&self->flows, g_ptr_array_unref);
  self->flows = g_steal_pointer (&flows);
  sc_problem_pool_sweep (self->pool, sc_list_length (self->problems));
  return sc_list_ref (self->problems);
}
