/* sc-rules-way.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-flow-meetings.h"
#include "sc-rule-private.h"

/* Rules about the ways through a flow: which stage follows which, where branches meet. */

/* Microsoft's pages disagree: "Enhance business process flows with branching" says 5, the newer
 * "Create a business process flow" says 10. */
#define DEEP_BRANCHES    5
#define MAX_BRANCH_DEPTH 10

static void
check_next (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlowGraph *graph = subject->graph;
  const ScList *stages = subject->flow->stages;

  for (guint i = 0; i < graph->n_edges; i++)
    {
      const ScEdge *edge = &graph->edges[i];

      if (edge->branch != SC_EDGE_NEXT || edge->to != SC_GRAPH_DANGLING)
        continue;
      sc_reporter_set_stage (reporter, (int) edge->from);
      sc_reporter_add (reporter, _ ("The stage “%s” leads to a stage that is not in the flow."),
                       sc_rule_name_stage (subject, sc_list_get (stages, edge->from)));
    }
  if (graph->loop >= 0)
    {
      sc_reporter_set_stage (reporter, graph->loop);
      sc_reporter_add (
          reporter,
          _ ("The flow leads back to the stage “%s”. A flow only goes forward; people go "
             "back with “Previous stage”."),
          sc_rule_name_stage (subject, sc_list_get (stages, (guint) graph->loop)));
    }
}

static void
check_reachable (const ScSubject *subject, ScReporter *reporter)
{
  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      if (subject->graph->reachable[stage_i])
        continue;
      sc_reporter_set_stage (reporter, (int) stage_i);
      sc_reporter_add (reporter, _ ("No way leads from the first stage to “%s”."),
                       sc_rule_name_stage (subject, stage));
    }
}

static void
check_depth (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlowGraph *graph = subject->graph;
  guint n, deepest = 0, deepest_stage = 0;
  g_autofree guint *order = sc_flow_graph_sort (graph, &n);
  g_autofree guint *depths = g_new0 (guint, graph->n_stages + 1);
  g_autofree guint *after_merge = g_new (guint, graph->n_stages + 1);

  for (guint i = 0; i < graph->n_stages; i++)
    after_merge[i] = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    {
      guint stage = order[i];
      gboolean branching = sc_rule_is_branching (subject, stage);
      guint depth = after_merge[stage] != G_MAXUINT ? after_merge[stage] : depths[stage];

      /* Where its branches meet again a condition is over. */
      if (branching && graph->merge[stage] >= 0)
        {
          guint *merge = &after_merge[graph->merge[stage]];

          *merge = MIN (*merge, depth);
        }
      if (branching && ++depth > deepest)
        {
          deepest = depth;
          deepest_stage = stage;
        }
      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        if (graph->edges[e].to >= 0)
          depths[graph->edges[e].to] = MAX (depths[graph->edges[e].to], depth);
    }
  if (deepest <= DEEP_BRANCHES)
    return;

  sc_reporter_set_stage (reporter, (int) deepest_stage);
  if (deepest > MAX_BRANCH_DEPTH)
    {
      sc_reporter_set_figures (reporter, deepest, MAX_BRANCH_DEPTH);
      sc_reporter_add (reporter,
                       ngettext ("The branches are %u level deep here; at most %u are allowed.",
                                 "The branches are %u levels deep here; at most %u are allowed.",
                                 deepest),
                       deepest, MAX_BRANCH_DEPTH);
    }
  else
    {
      sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
      sc_reporter_set_figures (reporter, deepest, DEEP_BRANCHES);
      sc_reporter_add (reporter,
                       ngettext ("The branches are %u level deep here; Microsoft's pages name %u "
                                 "as well as %u as the limit.",
                                 "The branches are %u levels deep here; Microsoft's pages name %u "
                                 "as well as %u as the limit.",
                                 deepest),
                       deepest, DEEP_BRANCHES, MAX_BRANCH_DEPTH);
    }
}

static void
check_merges (const ScSubject *subject, ScReporter *reporter)
{
  const ScList *stages = subject->flow->stages;
  g_autoptr (GArray) partial = sc_flow_graph_find_partial_meetings (subject->graph);

  for (guint i = 0; i < partial->len; i++)
    {
      const ScPartialMeeting *found = &g_array_index (partial, ScPartialMeeting, i);

      sc_reporter_set_stage (reporter, (int) found->stage);
      sc_reporter_add (
          reporter,
          _ ("Some branches of “%s” meet in “%s”, others do not: all of them must meet in one "
             "stage, "
             "or each must end the flow."),
          sc_rule_name_stage (subject, sc_list_get (stages, found->stage)),
          sc_rule_name_stage (subject, sc_list_get (stages, found->meeting)));
    }
}

static void
check_targets (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlowGraph *graph = subject->graph;

  sc_list_foreach (subject->flow->stages, const ScStage *, stage)
    {
      const ScList *branches = stage->condition != NULL ? stage->condition->branches : NULL;
      guint first = graph->first_edge[stage_i], end = graph->first_edge[stage_i + 1];
      gboolean same = branches != NULL && end - first > 1 && graph->edges[first].to >= 0;

      for (guint e = first; branches != NULL && e < end; e++)
        {
          const ScEdge *edge = &graph->edges[e];

          same = same && edge->to == graph->edges[first].to;
          if (edge->branch == SC_EDGE_NEXT || edge->to != SC_GRAPH_DANGLING)
            continue;
          sc_reporter_set_stage (reporter, (int) stage_i);
          sc_reporter_add (reporter,
                           _ ("The branch “%s” of “%s” leads to a stage that is not in the flow."),
                           sc_rule_name_branch (sc_list_get (branches, (guint) edge->branch)),
                           sc_rule_name_stage (subject, stage));
        }
      if (!same)
        continue;
      sc_reporter_set_stage (reporter, (int) stage_i);
      sc_reporter_set_severity (reporter, SC_SEVERITY_WARNING);
      sc_reporter_add (reporter,
                       _ ("The condition of “%s” decides nothing: every way leads to “%s”."),
                       sc_rule_name_stage (subject, stage),
                       sc_rule_name_stage (subject, sc_list_get (subject->flow->stages,
                                                                 (guint) graph->edges[first].to)));
    }
}

const ScRule sc_rules_way[] = {
  {
      .id = "BR-03",
      .title = N_ ("Branches at most 10 levels deep"),
      .explanation
      = N_ ("Branches within branches may be ten levels deep; an older page of Microsoft "
            "says five."),
      .source
      = "Microsoft Learn: Create a business process flow; Enhance business process flows with "
        "branching",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_SELF | SC_USES_STAGES | SC_USES_WAYS,
      .allowed = MAX_BRANCH_DEPTH,
      .check = check_depth,
  },
  {
      .id = "BR-07",
      .title = N_ ("Branches meet all together, or not at all"),
      .explanation = N_ ("The branches of a condition either all lead to one common stage, or each "
                         "ends the flow. That some meet and others end is not allowed."),
      .source = "Microsoft Learn: Enhance business process flows with branching",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES | SC_USES_WAYS,
      .check = check_merges,
      .repair = sc_repair_merge,
      .repair_names = SC_NAMES_STAGE,
  },
  {
      .id = "BR-14",
      .title = N_ ("Branches lead to stages of the flow"),
      .explanation = N_ ("A branch leads to a stage of the same flow, and not every branch to the "
                         "same one."),
      .source = "Server error StageIdIsNotPresentInBusinessProcess",
      .server_code = "0x80060450",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES | SC_USES_WAYS,
      .check = check_targets,
      .repair = sc_repair_target,
      .repair_names = SC_NAMES_STAGE,
  },
  {
      .id = "ST-12",
      .title = N_ ("Stages lead forward"),
      .explanation = N_ ("Every stage leads to another stage of the flow or to its end, and never "
                         "back: going back is something people do in a running flow."),
      .source = "Microsoft Learn: Create a business process flow; server error "
                "StageIdIsNotPresentInBusinessProcess",
      .server_code = "0x80060450",
      .severity = SC_SEVERITY_ERROR,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES | SC_USES_WAYS,
      .check = check_next,
      .repair = sc_repair_next,
      .repair_names = SC_NAMES_STAGE,
  },
  {
      .id = "ST-13",
      .title = N_ ("Every stage can be reached"),
      .explanation = N_ ("Nobody gets to a stage that no way leads to."),
      .source = "Follows from how Dataverse walks through a flow",
      .severity = SC_SEVERITY_ADVICE,
      .scope = SC_SCOPE_FLOW,
      .uses = SC_USES_STAGES | SC_USES_WAYS,
      .check = check_reachable,
      .repair = sc_repair_unreachable,
      .repair_names = SC_NAMES_STAGE,
  },
  { NULL },
};
