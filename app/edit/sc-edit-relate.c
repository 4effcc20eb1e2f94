/* sc-edit-relate.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-stage.h"

#include "sc-edit-private.h"
#include "sc-flow-graph.h"
#include "sc-id.h"
#include "sc-name.h"

/* The lookup that records get when they are made from one of the other table is called after that:
 * Microsoft's own flows go from lead to opportunity by originatingleadid, from opportunity to quote
 * by opportunityid. */
static gboolean
is_well_known (const ScRelationship *relationship)
{
  g_autofree char *plain = g_strconcat (relationship->referenced, "id", NULL);
  g_autofree char *origin = g_strconcat ("originating", plain, NULL);

  return sc_name_equal (relationship->attribute, origin)
         || sc_name_equal (relationship->attribute, plain);
}

const ScRelationship *
sc_edit_propose_relationship (const ScSolution *solution, const char *source, const char *target)
{
  g_autoptr (GPtrArray) known = sc_solution_list_relationships (solution, source, target);
  const ScRelationship *found = NULL;
  guint n = 0;

  if (known->len == 1)
    return g_ptr_array_index (known, 0);
  for (guint i = 0; i < known->len; i++)
    {
      const ScRelationship *relationship = g_ptr_array_index (known, i);

      if (!is_well_known (relationship))
        continue;
      found = relationship;
      n++;
    }
  return n == 1 ? found : NULL;
}

static ScSolution *
relate (ScSolution *solution,
        const char *flow,
        const ScStage *source,
        const ScStage *target,
        GError **error)
{
  const ScFlow *own = sc_solution_find_flow (solution, flow, NULL);
  const ScRelationship *proposed;
  ScSolution *after;

  if (source->table == NULL || target->table == NULL || sc_name_equal (source->table, target->table)
      || sc_flow_find_transition (own, source->id, target->id) != NULL)
    return solution;
  proposed = sc_edit_propose_relationship (solution, source->table, target->table);
  if (proposed == NULL)
    return solution;
  after = sc_edit_transition_set (solution, flow, source->id, target->id, proposed->name, error);
  sc_solution_unref (solution);
  return after;
}

ScSolution *
sc_edit_stage_relate (const ScSolution *solution,
                      const char *flow,
                      const char *stage,
                      GError **error)
{
  ScSolution *after = sc_solution_ref (solution);
  g_autoptr (ScFlowGraph) graph = NULL;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    {
      sc_solution_unref (after);
      return NULL;
    }
  graph = sc_flow_graph_new (place.flow);
  for (guint i = 0; i < graph->n_edges && after != NULL; i++)
    {
      const ScEdge *edge = &graph->edges[i];

      if (edge->to >= 0
          && (edge->from == place.stage_position || edge->to == (int) place.stage_position))
        after = relate (after, flow, sc_list_at (place.flow->stages, edge->from),
                        sc_list_at (place.flow->stages, (guint) edge->to), error);
    }
  return after;
}
