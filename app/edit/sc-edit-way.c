/* sc-edit-way.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-condition.h"

#include "sc-edit-private.h"
#include "sc-id.h"
#include "sc-value-map.h"

#include <glib/gi18n-lib.h>

/* The stage a way leaves, in the graph of its flow; FALSE when there is no such way. */
static gboolean
find_way (ScPlace *place,
          ScGraphEdit *graph,
          const ScSolution *solution,
          const char *flow,
          ScSlot way,
          GError **error)
{
  guint position;

  if (!sc_place_find_stage (place, solution, flow, way.after, error))
    return FALSE;
  sc_graph_edit_init (graph, place->flow);
  return sc_graph_edit_find_slot (graph, place, way, &position, error);
}

ScSolution *
sc_edit_way_lead (
    const ScSolution *solution, const char *flow, ScSlot way, const char *target, GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  ScPlace place;

  if (!find_way (&place, &graph, solution, flow, way, error))
    return NULL;
  if (target != NULL && sc_flow_find_stage (place.flow, target, NULL) == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The stage is no longer in the flow."));
  if (g_strcmp0 (sc_graph_edit_get_target (&graph, place.stage_position, way.branch), target) == 0)
    return sc_edit_unchanged (solution);
  sc_graph_edit_lead (&graph, place.stage_position, way.branch, target);
  return sc_graph_edit_finish_straight (&graph, &place, error);
}

static const char *
map_id (const char *field, const char *text, GString *scratch, gpointer data)
{
  const char *fresh = g_hash_table_lookup (data, text);

  return fresh != NULL ? fresh : text;
}

/* Marks where stage leads, and all that follows. Loops end at what is marked. */
static void
mark_tail (const ScFlowGraph *graph, guint stage, gboolean *marked)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, stage);
  while (open->len > 0)
    {
      guint position = g_array_index (open, guint, open->len - 1);

      g_array_set_size (open, open->len - 1);
      if (marked[position])
        continue;
      marked[position] = TRUE;
      for (guint e = graph->first_edge[position]; e < graph->first_edge[position + 1]; e++)
        if (graph->edges[e].to >= 0)
          {
            guint to = (guint) graph->edges[e].to;

            g_array_append_val (open, to);
          }
    }
}

/* Ids of the marked stages, their steps and workflows → fresh ones. */
static GHashTable *
make_ids (const ScFlow *flow, const gboolean *marked)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (!marked[stage_i])
        continue;
      if (stage->id != NULL)
        g_hash_table_insert (ids, (gpointer) stage->id, sc_id_new ());
      sc_list_foreach (stage->steps, const ScStep *, step)
        {
          if (step->id != NULL)
            g_hash_table_insert (ids, (gpointer) step->id, sc_id_new ());
        }
      sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
        {
          if (trigger->id != NULL)
            g_hash_table_insert (ids, (gpointer) trigger->id, sc_id_new ());
        }
    }
  return ids;
}

GHashTable *
sc_graph_edit_copy_stages (ScGraphEdit *self, const ScFlow *flow, const gboolean *marked)
{
  GHashTable *ids = make_ids (flow, marked);

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      if (marked[stage_i])
        sc_graph_edit_add (self, sc_value_map_texts (stage, map_id, ids));
    }
  return ids;
}

/* The relationships between stages of which there are copies now, for the copies. In a flow that
 * was put together by hand a step may have the id of a stage; then that is no copy of the stage. */
static void
copy_transitions (ScFlow *flow, const ScFlow *before, GHashTable *ids)
{
  sc_list_foreach (before->transitions, const ScTransition *, transition)
    {
      g_autoptr (ScTransition) copy = NULL;

      if (transition->source == NULL || transition->target == NULL
          || !g_hash_table_contains (ids, transition->source)
          || !g_hash_table_contains (ids, transition->target))
        continue;
      copy = sc_transition_copy (transition);
      sc_set_string (copy, source, g_hash_table_lookup (ids, transition->source));
      sc_set_string (copy, target, g_hash_table_lookup (ids, transition->target));
      if (sc_flow_find_stage (flow, copy->source, NULL) == NULL
          || sc_flow_find_stage (flow, copy->target, NULL) == NULL)
        continue;
      sc_take_value (flow, transitions, sc_list_append (flow->transitions, copy));
    }
}

ScSolution *
sc_edit_way_duplicate_tail (const ScSolution *solution,
                            const char *flow,
                            ScSlot way,
                            GError **error)
{
  g_auto (ScGraphEdit) edit = { NULL, NULL, NULL };
  g_autoptr (ScFlowGraph) graph = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autofree gboolean *marked = NULL;
  const char *target;
  ScFlow *after;
  ScPlace place;
  guint first;

  if (!find_way (&place, &edit, solution, flow, way, error))
    return NULL;
  target = sc_graph_edit_get_target (&edit, place.stage_position, way.branch);
  if (target == NULL || sc_flow_find_stage (place.flow, target, &first) == NULL)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("The flow ends there already."));
  graph = sc_flow_graph_new (place.flow);
  marked = g_new0 (gboolean, graph->n_stages);
  mark_tail (graph, first, marked);
  if (marked[place.stage_position])
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("The flow leads back to where the copy would begin."));
  if (graph->n_incoming[first] < 2)
    return sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                         _ ("Nothing else leads where this way does."));
  ids = sc_graph_edit_copy_stages (&edit, place.flow, marked);
  sc_graph_edit_lead (&edit, place.stage_position, way.branch, g_hash_table_lookup (ids, target));
  after = sc_graph_edit_finish (&edit);
  copy_transitions (after, place.flow, ids);
  return sc_place_put_flow (&place, after);
}
