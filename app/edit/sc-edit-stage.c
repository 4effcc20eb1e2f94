/* sc-edit-stage.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-stage.h"

#include "sc-edit-private.h"
#include "sc-id.h"

#include <glib/gi18n-lib.h>

ScStage *
sc_edit_make_stage (const ScSolution *solution, const char *id, const char *name, const char *table)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  g_autoptr (ScLabel) label = sc_label_new_text (solution->language, name);
  g_autoptr (ScStep) step = sc_edit_make_step (solution, table, NULL, NULL, NULL);
  ScStage *stage = sc_stage_new ();

  sc_set_string (stage, id, id != NULL ? id : fresh);
  sc_set_string (stage, name, name);
  sc_set_string (stage, table, table);
  sc_take_value (stage, labels, sc_list_append (NULL, label));
  sc_take_value (stage, steps, sc_list_append (NULL, step));
  stage->category = SC_CATEGORY_NONE;
  return stage;
}

static ScSolution *
insert_stage (const ScPlace *place, ScSlot slot, ScStage *stage, GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autofree char *target = NULL;
  guint position = 0;

  sc_graph_edit_init (&graph, place->flow);
  if (!sc_graph_edit_find_slot (&graph, place, slot, &position, error))
    {
      sc_stage_unref (stage);
      return NULL;
    }
  target = sc_graph_edit_dup_slot_target (&graph, slot, position);
  sc_set_string (stage, next, target);
  sc_graph_edit_add (&graph, stage);
  sc_graph_edit_lead_slot_to (&graph, slot, position, stage->id);
  return sc_place_put_flow (place, sc_graph_edit_finish (&graph));
}

ScSolution *
sc_edit_stage_add (const ScSolution *solution,
                   const char *flow,
                   ScSlot slot,
                   const char *id,
                   const char *name,
                   const char *table,
                   GError **error)
{
  const ScStage *neighbour;
  ScPlace place;

  if (!sc_place_find_flow (&place, solution, flow, error))
    return NULL;
  neighbour = slot.after != NULL ? sc_flow_find_stage (place.flow, slot.after, NULL)
                                 : sc_list_get (place.flow->stages, 0);
  if (table == NULL && neighbour != NULL)
    table = neighbour->table;
  if (table == NULL)
    table = place.flow->primary_table;
  return insert_stage (&place, slot, sc_edit_make_stage (solution, id, name, table), error);
}

ScSolution *
sc_edit_stage_delete (const ScSolution *solution,
                      const char *flow,
                      const char *stage,
                      GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autofree char *behind = NULL;
  ScPlace place;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;

  sc_graph_edit_init (&graph, place.flow);
  sc_graph_edit_straighten (&graph, place.stage_position);
  behind = g_strdup (sc_graph_edit_get_target (&graph, place.stage_position, SC_EDGE_NEXT));
  if (sc_id_equal (behind, stage))
    g_clear_pointer (&behind, g_free);
  sc_graph_edit_redirect (&graph, place.stage->id, behind, NULL);
  if (place.stage_position == 0)
    graph.first = g_strdup (behind);
  sc_graph_edit_remove (&graph, place.stage_position);
  return sc_place_put_flow (&place, sc_graph_edit_finish (&graph));
}

/* Takes the block out of the flow: what led to its head leads to merge. */
static void
detach_block (ScGraphEdit *graph, const ScPlace *place, const gboolean *block, const char *merge)
{
  sc_graph_edit_redirect (graph, place->stage->id, merge, block);
  if (place->stage_position != 0)
    return;
  graph->first = g_strdup (merge);
  for (guint i = 0; graph->first == NULL && i < graph->stages->len; i++)
    if (!block[i])
      graph->first = g_strdup (((const ScStage *) g_ptr_array_index (graph->stages, i))->id);
}

/* TRUE for a way between two stages of the block. One back to its head would be a loop. */
static gboolean
is_within_block (const ScPlace *place, const gboolean *block, const ScEdge *edge)
{
  return edge->to >= 0 && block[edge->from] && block[edge->to]
         && edge->to != (int) place->stage_position;
}

static guint
lead_ways_to (ScGraphEdit *graph,
              const ScPlace *place,
              const ScFlowGraph *ways,
              const gboolean *block,
              gboolean dangling,
              const char *target)
{
  guint n = 0;

  for (guint e = 0; e < ways->n_edges; e++)
    {
      const ScEdge *edge = &ways->edges[e];

      if (!block[edge->from] || (edge->to == SC_GRAPH_DANGLING) != dangling
          || is_within_block (place, block, edge))
        continue;
      sc_graph_edit_lead (graph, edge->from, edge->branch, target);
      n++;
    }
  return n;
}

/* The ways out of the block lead to target. Those to a stage that is not there stay as they are,
 * unless nothing else would lead to target. */
static void
lead_block_to (ScGraphEdit *graph,
               const ScPlace *place,
               const ScFlowGraph *ways,
               const gboolean *block,
               const char *target)
{
  if (lead_ways_to (graph, place, ways, block, FALSE, target) == 0)
    lead_ways_to (graph, place, ways, block, TRUE, target);
}

/* TRUE when slot is on a way out of the block or right before it: the move changes nothing. inside:
 * it is on a way that leads into the block elsewhere. */
static gboolean
slot_touches_block (const ScPlace *place,
                    const ScFlowGraph *ways,
                    const gboolean *block,
                    ScSlot slot,
                    gboolean *inside)
{
  guint position;

  *inside = FALSE;
  if (slot.after == NULL)
    return place->stage_position == 0;
  if (sc_flow_find_stage (place->flow, slot.after, &position) == NULL)
    return FALSE;
  for (guint e = ways->first_edge[position]; e < ways->first_edge[position + 1]; e++)
    {
      const ScEdge *edge = &ways->edges[e];

      if (edge->branch != slot.branch)
        continue;
      *inside = edge->to >= 0 && block[edge->to] && edge->to != (int) place->stage_position;
      return *inside || block[position] || edge->to == (int) place->stage_position;
    }
  return FALSE;
}

ScSolution *
sc_edit_stage_move (
    const ScSolution *solution, const char *flow, const char *stage, ScSlot slot, GError **error)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };
  g_autoptr (ScFlowGraph) ways = NULL;
  g_autofree gboolean *block = NULL;
  g_autofree char *target = NULL;
  const ScStage *behind;
  ScPlace place;
  gboolean inside;
  guint position = 0;
  int merge;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;

  ways = sc_flow_graph_new (place.flow);
  block = sc_flow_graph_block (ways, place.stage_position);
  if (slot_touches_block (&place, ways, block, slot, &inside))
    return inside ? sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                                  _ ("“%s” cannot be moved into one of its own branches."),
                                  sc_stage_get_label (place.stage, solution->language))
                  : sc_edit_unchanged (solution);

  merge = ways->merge[place.stage_position];
  behind = merge >= 0 ? sc_list_get (place.flow->stages, (guint) merge) : NULL;
  sc_graph_edit_init (&graph, place.flow);
  if (!sc_graph_edit_find_slot (&graph, &place, slot, &position, error))
    return NULL;
  detach_block (&graph, &place, block, behind != NULL ? behind->id : NULL);
  target = sc_graph_edit_dup_slot_target (&graph, slot, position);
  sc_graph_edit_lead_slot_to (&graph, slot, position, place.stage->id);
  lead_block_to (&graph, &place, ways, block, target);
  return sc_graph_edit_finish_straight (&graph, &place, error);
}

/* Events that wait for the stage from wait for the stage to instead. */
static ScList *
clone_events (const ScList *events, const char *from, const char *to)
{
  GPtrArray *clones = sc_list_collect ();

  sc_list_foreach (events, const ScTriggerEvent *, event)
    {
      ScTriggerEvent *clone = sc_trigger_event_copy (event);

      if (sc_id_equal (clone->filter, from))
        sc_set_string (clone, filter, to);
      g_ptr_array_add (clones, clone);
    }
  return sc_list_new_take (clones);
}

static ScList *
clone_triggers (const ScStage *stage, const char *id)
{
  GPtrArray *triggers = sc_list_collect ();

  sc_list_foreach (stage->triggers, const ScTrigger *, trigger)
    {
      g_autofree char *fresh = sc_id_new ();
      ScTrigger *copy = sc_trigger_copy (trigger);

      sc_set_string (copy, id, fresh);
      sc_take_value (copy, events, clone_events (trigger->events, stage->id, id));
      g_ptr_array_add (triggers, copy);
    }
  return sc_list_new_take (triggers);
}

/* Labels that take the id of their new owner. */
static ScList *
clone_labels (const ScList *labels)
{
  GPtrArray *clones = sc_list_collect ();

  sc_list_foreach (labels, const ScLabel *, label)
    {
      ScLabel *clone = sc_label_copy (label);

      sc_set_string (clone, own_id, NULL);
      g_ptr_array_add (clones, clone);
    }
  return sc_list_new_take (clones);
}

ScStep *
sc_edit_clone_step (const ScStep *step, const char *id)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  ScStep *copy = sc_step_copy (step);

  sc_set_string (copy, id, id != NULL ? id : fresh);
  sc_set_string (copy, action_id, NULL);
  /* A step that shows no column and runs nothing has no other name for its control. */
  if (step->kind != SC_STEP_DATA || step->column != NULL)
    sc_set_string (copy, control_id, NULL);
  sc_take_value (copy, labels, clone_labels (step->labels));
  if (step->kind == SC_STEP_FLOW)
    sc_set_string (copy, process_name, NULL);
  return copy;
}

static ScStage *
clone_stage (const ScStage *stage, const char *id)
{
  g_autofree char *fresh = id == NULL ? sc_id_new () : NULL;
  ScStage *copy = sc_stage_copy (stage);
  GPtrArray *steps = sc_list_collect ();

  sc_set_string (copy, id, id != NULL ? id : fresh);
  sc_list_foreach (stage->steps, const ScStep *, step)
    {
      ScStep *clone = sc_edit_clone_step (step, NULL);

      sc_take_value (clone, events, clone_events (step->events, stage->id, copy->id));
      g_ptr_array_add (steps, clone);
    }
  sc_take_value (copy, labels, clone_labels (stage->labels));
  sc_take_value (copy, steps, sc_list_new_take (steps));
  sc_take_value (copy, triggers, clone_triggers (stage, copy->id));
  sc_set_value (copy, condition, NULL);
  sc_set_string (copy, next, NULL);
  return copy;
}

/* The stage stands behind its copy, which takes over every way that led to it. */
static ScSolution *
insert_before (const ScPlace *place, ScStage *copy)
{
  g_auto (ScGraphEdit) graph = { NULL, NULL, NULL };

  sc_graph_edit_init (&graph, place->flow);
  sc_graph_edit_redirect (&graph, place->stage->id, copy->id, NULL);
  sc_set_string (copy, next, place->stage->id);
  if (place->stage_position == 0)
    graph.first = g_strdup (copy->id);
  sc_graph_edit_add (&graph, copy);
  return sc_place_put_flow (place, sc_graph_edit_finish (&graph));
}

ScSolution *
sc_edit_stage_duplicate (
    const ScSolution *solution, const char *flow, const char *stage, const char *id, GError **error)
{
  ScPlace place;
  ScStage *copy;

  if (!sc_place_find_stage (&place, solution, flow, stage, error))
    return NULL;
  copy = clone_stage (place.stage, id);
  if (place.stage->condition != NULL)
    return insert_before (&place, copy);
  return insert_stage (&place, (ScSlot){ place.stage->id, SC_EDGE_NEXT }, copy, error);
}
