/* sc-rules-offer.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-rule-private.h"

/* Rules about which flow people are offered: by its state, its order, its roles and its apps. These
 * see the whole solution and run after every edit. */

static void
check_drafts (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (subject->solution->apps, const ScApp *, app)
    {
      sc_list_foreach (subject->solution->flows, const ScFlow *, flow)
        {
          if (flow->active || !sc_app_has_flow (app, flow))
            continue;
          sc_reporter_set_flow (reporter, flow_i);
          sc_reporter_add (reporter,
                           _ ("The app “%s” has “%s”, which is a draft: people see it there only "
                              "after it was activated."),
                           sc_app_get_label (app, subject->language),
                           sc_rule_name_flow (subject, flow));
        }
    }
}

static gboolean
is_carried (const ScSubject *subject, const ScFlow *flow)
{
  return flow->active && !sc_text_is_blank (flow->unique_name)
         && sc_lookup_has_component (subject->lookup, SC_COMPONENT_PROCESS, flow->id);
}

/* One finding for all flows: one role may be for all of them. */
static void
check_roles_travel (const ScSubject *subject, ScReporter *reporter)
{
  const ScSolution *solution = subject->solution;
  const ScFlow *first = NULL;
  guint n = 0;

  if (solution->components == NULL || solution->roles != NULL)
    return;
  sc_list_foreach (solution->flows, const ScFlow *, flow)
    {
      if (!is_carried (subject, flow))
        continue;
      if (n++ == 0)
        first = flow;
    }
  if (n == 0)
    return;
  sc_reporter_add (
      reporter,
      ngettext ("The solution has %u flow, “%s”, but no role: where it is imported, only "
                "administrators and customizers see it until somebody grants privileges.",
                "The solution has %u flows, “%s” among them, but no role: where it is imported, "
                "only administrators and customizers see them until somebody grants privileges.",
                n),
      n, sc_rule_name_flow (subject, first));
}

static gboolean
can_start (const ScSubject *subject, guint role, const ScFlow *flow)
{
  return sc_grants_get_level (subject->grants, role, SC_ACCESS_READ, flow->unique_name)
             != SC_LEVEL_NONE
         && sc_grants_get_level (subject->grants, role, SC_ACCESS_CREATE, flow->unique_name)
                != SC_LEVEL_NONE;
}

static gboolean
is_before (const ScFlow *a, const ScFlow *b)
{
  return a->order < b->order && !sc_text_is_blank (a->unique_name);
}

/* A flow of the group that the role is given rather than flow; NULL when there is none. */
static const ScFlow *
find_earlier (const ScSubject *subject, const GArray *group, guint role, const ScFlow *flow)
{
  for (guint i = 0; i < group->len; i++)
    {
      const ScFlow *other = sc_list_at (subject->solution->flows, g_array_index (group, guint, i));

      if (is_before (other, flow) && can_start (subject, role, other))
        return other;
    }
  return NULL;
}

/* An app that has the flow, but none of those before it, gives it first. */
static gboolean
is_first_in_an_app (const ScSubject *subject, const GArray *group, const ScFlow *flow)
{
  sc_list_foreach (subject->solution->apps, const ScApp *, app)
    {
      gboolean first = sc_app_has_flow (app, flow);

      for (guint i = 0; first && i < group->len; i++)
        {
          const ScFlow *other
              = sc_list_at (subject->solution->flows, g_array_index (group, guint, i));

          first = !is_before (other, flow) || !sc_app_has_flow (app, other);
        }
      if (first)
        return TRUE;
    }
  return FALSE;
}

static void
check_first_choice (const ScSubject *subject,
                    ScReporter *reporter,
                    const GArray *group,
                    guint position)
{
  const ScFlow *flow = sc_list_at (subject->solution->flows, position);
  const ScFlow *earlier = NULL;

  if (sc_text_is_blank (flow->unique_name))
    return;
  for (guint role = 0; role < sc_list_length (sc_grants_get_roles (subject->grants)); role++)
    {
      if (!can_start (subject, role, flow))
        continue;
      earlier = find_earlier (subject, group, role, flow);
      if (earlier == NULL)
        return;
    }
  if (earlier == NULL || is_first_in_an_app (subject, group, flow))
    return;
  sc_reporter_set_flow (reporter, position);
  sc_reporter_add (reporter,
                   _ ("Every role that can start “%s” can also start “%s”, which comes before it: "
                      "people get to “%s” only by switching."),
                   sc_rule_name_flow (subject, flow), sc_rule_name_flow (subject, earlier),
                   sc_rule_name_flow (subject, flow));
}

static void
check_order_by_role (const ScSubject *subject, ScReporter *reporter)
{
  g_autoptr (GHashTable) groups = NULL;
  GHashTableIter iter;
  gpointer value;

  if (subject->solution->roles == NULL || sc_list_length (subject->solution->flows) < 2)
    return;
  groups = sc_rule_group_active_flows (subject->solution);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GArray *group = value;

      for (guint i = 0; group->len > 1 && i < group->len; i++)
        check_first_choice (subject, reporter, group, g_array_index (group, guint, i));
    }
}

const ScRule sc_rules_offer[] = {
  {
      .id = "F-15",
      .title = N_ ("Apps have flows that are active"),
      .explanation = N_ ("A draft is not offered to anybody, and its table is only made when it is "
                         "activated for the first time."),
      .source = "Microsoft Learn: Create a business process flow",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_REST | SC_USES_SELF,
      .needs = SC_NEEDS_APPS,
      .check = check_drafts,
      .repair = sc_repair_draft,
  },
  {
      .id = "P-08",
      .title = N_ ("A role travels with the flow"),
      .explanation
      = N_ ("A solution does not grant anything by having a flow and its table. Put a role with "
            "privileges on that table into it: people keep their other roles, and roles add up."),
      .source = "Microsoft Learn: Work with business process flows using code (manage security)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_COMPONENTS | SC_USES_ROLES | SC_USES_SELF,
      .needs = SC_NEEDS_COMPONENTS,
      .check = check_roles_travel,
      .repair = sc_repair_no_role,
      .repair_names = SC_NAMES_NOTHING,
  },
  {
      .id = "P-12",
      .title = N_ ("Every flow comes first for somebody"),
      .explanation
      = N_ ("A new row gets the flow with the lowest order among those the person may start. A "
            "flow that comes second for everybody is found only by “Switch process”: change the "
            "order, or let a role start one flow and not the other."),
      .source = "Microsoft Learn: Work with business process flows using code (ProcessOrder)",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_SOLUTION,
      .uses = SC_USES_ROLES | SC_USES_REST | SC_USES_SELF | SC_USES_STAGES,
      .needs = SC_NEEDS_ROLES,
      .check = check_order_by_role,
  },
  { NULL },
};
