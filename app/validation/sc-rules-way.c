/* sc-rules-way.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

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
  g_autofree guint *order = sc_rule_order_stages (graph, &n);
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

/* The flow as its branches say, without the end that a condition reaches when no branch applies:
 * whether that is allowed beside branches that meet is not documented. */
typedef struct
{
  const ScSubject *subject;
  guint n;
  guint *order;   /* positions of stages */
  guint *rank;    /* per stage: place in order */
  int *dominator; /* per stage: the last one that every way to it passes */
  int *merge;     /* per stage: the first one that every way from it passes, or SC_GRAPH_END */
  int *source;    /* per stage: the only stage that leads to it; -1: none yet; -2: several */
} Ways;

static gboolean
is_implicit_end (const Ways *ways, const ScEdge *edge)
{
  return edge->branch == SC_EDGE_NEXT && edge->to == SC_GRAPH_END
         && sc_rule_is_branching (ways->subject, edge->from);
}

static int
last_common (const Ways *ways, int a, int b)
{
  while (a != b)
    {
      if (ways->rank[a] > ways->rank[b])
        a = ways->dominator[a];
      else
        b = ways->dominator[b];
    }
  return a;
}

static int
first_common (const Ways *ways, int a, int b)
{
  while (a != b)
    {
      if (a < 0 || b < 0)
        return SC_GRAPH_END;
      if (ways->rank[a] < ways->rank[b])
        a = ways->merge[a];
      else
        b = ways->merge[b];
    }
  return a;
}

static void
find_dominators (Ways *ways, const ScFlowGraph *graph)
{
  for (guint i = 0; i < ways->n; i++)
    {
      guint stage = ways->order[i];

      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        {
          int to = graph->edges[e].to;

          if (to < 0)
            continue;
          ways->dominator[to] = ways->source[to] == -1
                                    ? (int) stage
                                    : last_common (ways, ways->dominator[to], (int) stage);
          if (ways->source[to] != (int) stage)
            ways->source[to] = ways->source[to] == -1 ? (int) stage : -2;
        }
    }
}

static void
find_merges (Ways *ways, const ScFlowGraph *graph)
{
  for (guint i = ways->n; i-- > 0;)
    {
      guint stage = ways->order[i];
      gboolean first = TRUE;

      for (guint e = graph->first_edge[stage]; e < graph->first_edge[stage + 1]; e++)
        {
          int to = MAX (graph->edges[e].to, SC_GRAPH_END);

          if (is_implicit_end (ways, &graph->edges[e]))
            continue;
          if (graph->edges[e].to == SC_GRAPH_DANGLING)
            to = SC_GRAPH_END;
          ways->merge[stage] = first ? to : first_common (ways, ways->merge[stage], to);
          first = FALSE;
        }
    }
}

static void
check_merges (const ScSubject *subject, ScReporter *reporter)
{
  const ScFlowGraph *graph = subject->graph;
  guint n;
  g_autofree guint *order = sc_rule_order_stages (graph, &n);
  g_autofree guint *rank = g_new0 (guint, graph->n_stages + 1);
  g_autofree int *dominator = g_new0 (int, graph->n_stages + 1);
  g_autofree int *merge = g_new (int, graph->n_stages + 1);
  g_autofree int *source = g_new (int, graph->n_stages + 1);
  g_autofree gboolean *reported = g_new0 (gboolean, graph->n_stages + 1);
  Ways ways = { subject, n, order, rank, dominator, merge, source };

  for (guint i = 0; i < graph->n_stages; i++)
    {
      merge[i] = SC_GRAPH_END;
      source[i] = -1;
    }
  for (guint i = 0; i < n; i++)
    rank[order[i]] = i;
  find_dominators (&ways, graph);
  find_merges (&ways, graph);

  for (guint i = 0; i < n; i++)
    {
      guint meeting = order[i];
      int stage = dominator[meeting];

      if (source[meeting] != -2 || merge[stage] == (int) meeting || reported[stage])
        continue;
      reported[stage] = TRUE;
      sc_reporter_set_stage (reporter, stage);
      sc_reporter_add (
          reporter,
          _ ("Some branches of “%s” meet in “%s”, others do not: all of them must meet in one "
             "stage, "
             "or each must end the flow."),
          sc_rule_name_stage (subject, sc_list_get (subject->flow->stages, (guint) stage)),
          sc_rule_name_stage (subject, sc_list_get (subject->flow->stages, meeting)));
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
  },
  { NULL },
};
