/* sc-fixes-way.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-condition.h"
#include "sc-edit-stage.h"
#include "sc-fix-private.h"
#include "sc-name.h"
#include "sc-rule-private.h"

/* Repairs of where stages lead. */

/* Longer ways are not copied for a branch: the flow would outgrow its limit. */
#define MAX_TAIL 10

static const char *
name_stage (const ScRepair *self, const ScStage *stage)
{
  return sc_stage_get_label (stage, self->solution->language);
}

static const ScStage *
get_stage (const ScRepair *self, guint position)
{
  return sc_list_at (self->flow->stages, position);
}

/* A branch that must not lead where it leads goes; a way without a branch leads to target. */
static ScSolution *
turn_way (const ScSolution *solution, const ScFlow *flow, const ScEdge *edge, const char *target)
{
  const ScStage *from = sc_list_at (flow->stages, edge->from);

  if (edge->branch == SC_EDGE_NEXT)
    return sc_edit_way_lead (solution, flow->id, (ScSlot){ from->id, SC_EDGE_NEXT }, target, NULL);
  return sc_edit_branch_delete (solution, flow->id, from->id, (guint) edge->branch, NULL);
}

void
sc_repair_next (ScRepair *self)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (self->flow);
  guint position = 0;

  sc_flow_find_stage (self->flow, self->stage->id, &position);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScEdge *edge = &graph->edges[e];
      const ScStage *from = get_stage (self, edge->from), *behind;

      if (edge->branch == SC_EDGE_NEXT && edge->from == position && edge->to == SC_GRAPH_DANGLING)
        {
          behind = sc_list_get (self->flow->stages, edge->from + 1);
          if (behind != NULL)
            sc_repair_take (self, turn_way (self->solution, self->flow, edge, behind->id),
                            _ ("Go on to “%s” behind “%s”"), name_stage (self, behind),
                            name_stage (self, from));
          sc_repair_take (self, turn_way (self->solution, self->flow, edge, NULL),
                          _ ("End the flow behind “%s”"), name_stage (self, from));
        }
      else if (edge->to == (int) position && graph->back[e])
        sc_repair_take (self, turn_way (self->solution, self->flow, edge, NULL),
                        edge->branch == SC_EDGE_NEXT
                            ? _ ("End the flow behind “%s”")
                            : _ ("Delete the branch of “%s” that leads back"),
                        name_stage (self, from));
    }
}

void
sc_repair_unreachable (ScRepair *self)
{
  ScSlot last = sc_slot_last (self->flow);
  const ScStage *before
      = last.after != NULL ? sc_flow_find_stage (self->flow, last.after, NULL) : NULL;

  if (before != NULL && last.branch == SC_EDGE_NEXT)
    sc_repair_take (
        self, sc_edit_way_lead (self->solution, self->flow->id, last, self->stage->id, NULL),
        _ ("Go on to “%s” behind “%s”"), sc_repair_name_stage (self), name_stage (self, before));
  sc_repair_take (self,
                  sc_edit_stage_delete (self->solution, self->flow->id, self->stage->id, NULL),
                  _ ("Delete the stage “%s”"), sc_repair_name_stage (self));
}

/* Flags what can be reached from stage without going through avoid (-1: nothing to avoid). */
static gboolean *
reach (const ScFlowGraph *graph, guint stage, int avoid)
{
  gboolean *reached = g_new0 (gboolean, graph->n_stages + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, stage);
  while (open->len > 0)
    {
      guint position = g_array_index (open, guint, open->len - 1);

      g_array_set_size (open, open->len - 1);
      if (reached[position] || (int) position == avoid)
        continue;
      reached[position] = TRUE;
      for (guint e = graph->first_edge[position]; e < graph->first_edge[position + 1]; e++)
        if (graph->edges[e].to >= 0)
          g_array_append_val (open, *(guint *) &graph->edges[e].to);
    }
  return reached;
}

/* Every way from stage that passes the meeting goes there instead. */
static void
offer_merge (ScRepair *self, const ScFlowGraph *graph, guint stage, guint meeting)
{
  g_autofree gboolean *before = reach (graph, stage, (int) meeting);
  g_autofree gboolean *behind = reach (graph, meeting, -1);
  const char *target = get_stage (self, meeting)->id;
  ScSolution *after = sc_solution_ref (self->solution);

  for (guint e = 0; e < graph->n_edges && after != NULL; e++)
    {
      const ScEdge *edge = &graph->edges[e];
      const ScStage *from = get_stage (self, edge->from);
      gboolean passes = edge->to == SC_GRAPH_END || (edge->to >= 0 && behind[edge->to]);

      /* A condition without "otherwise" ends the flow where no branch applies. */
      if (!before[edge->from] || behind[edge->from] || !passes || edge->to == (int) meeting
          || (edge->branch == SC_EDGE_NEXT && from->condition != NULL))
        continue;
      after = sc_repair_then (after,
                              sc_edit_way_lead (after, self->flow->id,
                                                (ScSlot){ from->id, edge->branch }, target, NULL));
    }
  sc_repair_take (self, after, _ ("Let all branches meet in “%s”"),
                  name_stage (self, get_stage (self, meeting)));
}

/* Every branch but the first gets its own copy of where some of them meet. */
static void
offer_copies (ScRepair *self, const ScFlowGraph *graph, guint stage, guint meeting)
{
  g_autofree gboolean *before = reach (graph, stage, (int) meeting);
  g_autofree gboolean *behind = reach (graph, meeting, -1);
  ScSolution *after = sc_solution_ref (self->solution);
  guint n_behind = 0, n_ways = 0;

  for (guint i = 0; i < graph->n_stages; i++)
    n_behind += behind[i] != FALSE;
  if (n_behind <= MAX_TAIL)
    for (guint e = 0; e < graph->n_edges && after != NULL; e++)
      {
        const ScEdge *edge = &graph->edges[e];

        if (before[edge->from] && edge->to == (int) meeting && n_ways++ > 0)
          after = sc_repair_then (
              after, sc_edit_way_duplicate_tail (
                         after, self->flow->id,
                         (ScSlot){ get_stage (self, edge->from)->id, edge->branch }, NULL));
      }
  sc_repair_take (self, after, _ ("Give each branch a copy of “%s” and what follows"),
                  name_stage (self, get_stage (self, meeting)));
}

void
sc_repair_merge (ScRepair *self)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (self->flow);
  g_autofree gboolean *reached = NULL;
  guint position = 0;

  sc_flow_find_stage (self->flow, self->stage->id, &position);
  reached = reach (graph, position, -1);
  for (guint i = 0; i < graph->n_stages; i++)
    if (i != position && reached[i] && graph->n_incoming[i] > 1)
      {
        offer_merge (self, graph, position, i);
        offer_copies (self, graph, position, i);
      }
}

static gboolean
has_transition (const ScRepair *self, const ScStage *source)
{
  return sc_flow_find_transition (self->flow, source->id, self->stage->id) != NULL;
}

/* Uses the relationship (NULL: none) on every way to the stage from the table. */
static ScSolution *
relate (const ScRepair *self, const char *table, const char *relationship)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (self->flow);
  ScSolution *after = sc_solution_ref (self->solution);
  guint position = 0;

  sc_flow_find_stage (self->flow, self->stage->id, &position);
  for (guint e = 0; e < graph->n_edges && after != NULL; e++)
    {
      const ScStage *source = get_stage (self, graph->edges[e].from);

      if (graph->edges[e].to == (int) position && sc_name_equal (source->table, table))
        after
            = sc_repair_then (after, sc_edit_transition_set (after, self->flow->id, source->id,
                                                             self->stage->id, relationship, NULL));
    }
  return after;
}

static void
offer_relationships (ScRepair *self, const char *table)
{
  g_autoptr (GPtrArray) relationships
      = sc_solution_list_relationships (self->solution, table, self->stage->table);

  for (guint i = 0; i < relationships->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (relationships, i);

      sc_repair_take (self, relate (self, table, relationship->name),
                      _ ("Use the relationship “%s”"), relationship->name);
    }
}

void
sc_repair_relationship (ScRepair *self)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (sc_name_hash, (GEqualFunc) sc_name_equal);
  g_autoptr (ScFlowGraph) graph = NULL;
  guint position = 0;

  graph = sc_flow_graph_new (self->flow);
  sc_flow_find_stage (self->flow, self->stage->id, &position);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const ScStage *source = get_stage (self, graph->edges[e].from);

      if (graph->edges[e].to != (int) position || source->table == NULL
          || sc_name_equal (source->table, self->stage->table)
          || !g_hash_table_add (tables, (gpointer) source->table))
        continue;
      offer_relationships (self, source->table);
      if (has_transition (self, source))
        sc_repair_take (self, relate (self, source->table, NULL), _ ("Use no relationship"));
    }
}
