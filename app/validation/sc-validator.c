/* sc-validator.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sc-changes-private.h"
#include "sc-flow-outcome-private.h"

/* What is remembered is the outcome of the last run. The next run takes over each part whose
 * subject is the same pointer and that looked at nothing else that changed; the old outcome goes:
 * the memory is that of one solution, however many edits there were. */

struct _ScValidator
{
  ScRuleSet *rules;
  ScProblemPool *pool;
  const ScSolution *solution; /* the last one; NULL: none yet */
  ScLookup *lookup;
  ScGrants *grants;
  GPtrArray *flows;             /* of ScFlowOutcome */
  GPtrArray *found_in_solution; /* of GArray, of ScFound: per group of rules for solutions */
  ScList *problems;
};

ScValidator *
sc_validator_new (void)
{
  ScValidator *self = g_new0 (ScValidator, 1);

  self->rules = sc_rule_set_new ();
  self->pool = sc_problem_pool_new ();
  return self;
}

static void
forget (ScValidator *self)
{
  g_clear_pointer (&self->flows, g_ptr_array_unref);
  g_clear_pointer (&self->found_in_solution, g_ptr_array_unref);
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
  sc_rule_set_free (self->rules);
  sc_problem_pool_free (self->pool);
  g_free (self);
}

static ScFlowOutcome *
find_flow (ScValidator *self, GHashTable **index, const ScFlow *flow, guint position)
{
  if (self->flows == NULL)
    return NULL;
  if (position < self->flows->len)
    {
      ScFlowOutcome *outcome = g_ptr_array_index (self->flows, position);

      if (outcome->flow == flow || g_strcmp0 (outcome->flow->id, flow->id) == 0)
        return outcome;
    }
  if (*index == NULL)
    {
      *index = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->flows->len; i++)
        {
          ScFlowOutcome *outcome = g_ptr_array_index (self->flows, i);

          if (outcome->flow->id != NULL)
            g_hash_table_insert (*index, (gpointer) outcome->flow->id, outcome);
        }
    }
  return flow->id != NULL ? g_hash_table_lookup (*index, flow->id) : NULL;
}

/* Of ScFlowOutcome. Adds to changed what of the flows is another than in the last run. */
static GPtrArray *
validate_flows (ScValidator *self, const ScRun *run, guint *changed)
{
  const ScSolution *solution = run->solution;
  const guint n = sc_list_length (solution->flows);
  const guint in_solution = *changed & ~(guint) SC_USES_REST;
  g_autoptr (GHashTable) index = NULL;
  GPtrArray *flows = g_ptr_array_new_full (n, (GDestroyNotify) sc_flow_outcome_unref);

  if (self->flows == NULL || self->flows->len != n)
    *changed |= SC_USES_FLOW;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      ScFlowOutcome *before = find_flow (self, &index, flow, flow_i);
      guint in_flow = before != NULL ? sc_flow_find_changes (before->flow, flow) : SC_USES_FLOW;

      if (before == NULL || flow_i >= self->flows->len
          || g_ptr_array_index (self->flows, flow_i) != before)
        *changed |= SC_USES_FLOW;
      *changed |= in_flow;
      g_ptr_array_add (flows, before != NULL && before->flow == flow && in_solution == 0
                                  ? sc_flow_outcome_ref (before)
                                  : sc_flow_outcome_new (run, flow, before, in_solution | in_flow));
    }
  return flows;
}

static GArray *
validate_solution_group (const ScRun *run, const ScRuleGroup *group)
{
  ScReporter reporter = { .pool = run->pool, .solution = run->solution };
  ScSubject subject = sc_run_make_subject (run, group->uses);

  reporter.found = sc_found_array_new ();
  subject.solution = run->solution;
  sc_reporter_aim (&reporter, NULL, NULL, -1);
  sc_rules_apply (group->rules, &subject, &reporter);
  return reporter.found;
}

static GPtrArray *
validate_solution (ScValidator *self, const ScRun *run, guint changed)
{
  const GPtrArray *groups = run->rules->solution_groups;
  GPtrArray *by_group = g_ptr_array_new_full (groups->len, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      const ScRuleGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (by_group, self->found_in_solution != NULL && !(group->uses & changed)
                                     ? g_array_ref (g_ptr_array_index (self->found_in_solution, i))
                                     : validate_solution_group (run, group));
    }
  return by_group;
}

/* What the groups found, as one sorted array. */
static GArray *
collect_solution (const GPtrArray *by_group)
{
  GArray *found = sc_found_array_new ();

  for (guint group = 0; group < by_group->len; group++)
    {
      const GArray *part = g_ptr_array_index (by_group, group);

      for (guint i = 0; i < part->len; i++)
        {
          const ScFound *item = &g_array_index (part, ScFound, i);

          sc_found_array_append (found, item, item->flow, item->stage);
        }
    }
  g_array_sort (found, sc_found_compare);
  return found;
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
          = flow >= 0 ? ((const ScFlowOutcome *) g_ptr_array_index (flows, flow))->found : NULL;

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

static gboolean
is_same_list (const ScList *a, const ScList *b)
{
  return sc_list_length (a) == sc_list_length (b)
         && (a == NULL || b == NULL
             || memcmp (a->items, b->items, a->length * sizeof (gpointer)) == 0);
}

/* What the rules look things up in, for solution. */
static void
prepare (ScValidator *self, const ScSolution *solution, guint changed)
{
  if (self->lookup == NULL || changed & (SC_USES_TABLES | SC_USES_COMPONENTS))
    {
      g_clear_pointer (&self->lookup, sc_lookup_free);
      self->lookup = sc_lookup_new (solution);
    }
  if (self->grants == NULL || changed & SC_USES_ROLES)
    self->grants = sc_grants_new (solution->roles, self->grants);
}

ScList *
sc_validator_run (ScValidator *self, const ScSolution *solution)
{
  g_autoptr (GPtrArray) flows = NULL;
  g_autoptr (GPtrArray) by_group = NULL;
  g_autoptr (GArray) of_solution = NULL;
  g_autoptr (ScList) problems = NULL;
  guint changed = SC_USES_SOLUTION;
  ScRun run;

  if (self->solution == solution)
    return sc_list_ref (self->problems);
  /* Every message has names in the base language. */
  if (self->solution != NULL && self->solution->language != solution->language)
    forget (self);
  if (self->solution != NULL)
    changed = sc_solution_find_changes (self->solution, solution);
  prepare (self, solution, changed);

  run = (ScRun){ self->rules, solution, self->pool, self->lookup, self->grants };
  flows = validate_flows (self, &run, &changed);
  by_group = validate_solution (self, &run, changed);
  of_solution = collect_solution (by_group);
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
  g_clear_pointer (&self->found_in_solution, g_ptr_array_unref);
  self->found_in_solution = g_steal_pointer (&by_group);
  sc_problem_pool_sweep (self->pool, sc_list_length (self->problems));
  return sc_list_ref (self->problems);
}
