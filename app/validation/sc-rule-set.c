/* sc-rule-set.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-rule-set-private.h"

/* A rule and its place in sc_rule_list(). */
typedef struct
{
  const ScRule *rule;
  guint rank;
} Ranked;

static void
group_free (gpointer data)
{
  ScRuleGroup *self = data;

  g_array_unref (self->rules);
  g_free (self);
}

/* A rule that does not say what it looks at is taken to look at everything. */
static void
add_to_group (GPtrArray *groups, const Ranked *item, guint uses)
{
  ScRuleGroup *group = NULL;

  for (guint i = 0; group == NULL && i < groups->len; i++)
    if (((ScRuleGroup *) g_ptr_array_index (groups, i))->uses == uses)
      group = g_ptr_array_index (groups, i);
  if (group == NULL)
    {
      group = g_new0 (ScRuleGroup, 1);
      group->uses = uses;
      group->rules = g_array_new (FALSE, FALSE, sizeof (Ranked));
      g_ptr_array_add (groups, group);
    }
  g_array_append_vals (group->rules, item, 1);
}

static void
add_rule (ScRuleSet *self, const ScRule *rule, guint rank)
{
  Ranked item = { rule, rank };
  guint uses = rule->uses;

  switch (rule->scope)
    {
    case SC_SCOPE_SOLUTION:
      add_to_group (self->solution_groups, &item, uses != 0 ? uses : SC_USES_ALL);
      break;
    case SC_SCOPE_FLOW:
      add_to_group (self->flow_groups, &item, uses & SC_USES_FLOW ? uses : uses | SC_USES_FLOW);
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
    self->stage_uses |= rule->uses & SC_USES_SOLUTION;
}

ScRuleSet *
sc_rule_set_new (void)
{
  ScRuleSet *self = g_new0 (ScRuleSet, 1);
  const ScRule *const *rules = sc_rule_list ();

  self->solution_groups = g_ptr_array_new_with_free_func (group_free);
  self->flow_groups = g_ptr_array_new_with_free_func (group_free);
  self->stage_rules = g_array_new (FALSE, FALSE, sizeof (Ranked));
  self->step_rules = g_array_new (FALSE, FALSE, sizeof (Ranked));
  for (guint i = 0; rules[i] != NULL; i++)
    add_rule (self, rules[i], i);
  return self;
}

void
sc_rule_set_free (ScRuleSet *self)
{
  g_ptr_array_unref (self->solution_groups);
  g_ptr_array_unref (self->flow_groups);
  g_array_unref (self->stage_rules);
  g_array_unref (self->step_rules);
  g_free (self);
}

void
sc_rules_apply (const GArray *rules, const ScSubject *subject, ScReporter *reporter)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const Ranked *item = &g_array_index (rules, Ranked, i);

      sc_reporter_apply (reporter, item->rule, item->rank, subject);
    }
}
