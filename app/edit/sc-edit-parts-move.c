/* sc-edit-parts-move.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-edit-parts-private.h"

#include "sc-edit-stage.h"
#include "sc-id.h"

/* The steps among parts, taken out of everywhere. */
typedef struct
{
  const ScParts *parts;
  const ScStage *target;
  guint position;   /* in target, as it is */
  GPtrArray *moved; /* of const ScStep *, not owned */
} Move;

static ScList *
with_moved (const ScStage *stage, gpointer data)
{
  Move *self = data;
  GPtrArray *steps;
  guint n = sc_list_length (stage->steps);
  gboolean same;

  if (stage != self->target)
    return sc_parts_leave_out (stage, (gpointer) self->parts);

  steps = sc_list_collect ();
  for (guint i = 0; i <= n; i++)
    {
      const ScStep *step = sc_list_get (stage->steps, i);

      if (i == MIN (self->position, n))
        for (guint k = 0; k < self->moved->len; k++)
          g_ptr_array_add (steps, sc_step_ref (g_ptr_array_index (self->moved, k)));
      if (step != NULL && !sc_parts_has (self->parts, SC_PART_STEP, step->id))
        g_ptr_array_add (steps, sc_step_ref (step));
    }
  same = steps->len == n;
  for (guint i = 0; same && i < n; i++)
    same = g_ptr_array_index (steps, i) == sc_list_get (stage->steps, i);
  if (!same)
    return sc_list_new_take (steps);
  g_ptr_array_unref (steps);
  return sc_list_ref (stage->steps);
}

ScSolution *
sc_edit_parts_move_steps (const ScSolution *solution,
                          const char *flow,
                          const ScParts *parts,
                          const char *stage,
                          guint position,
                          GError **error)
{
  g_autoptr (ScParts) steps = NULL;
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  ScPlace place, target;
  Move move;

  if (!sc_parts_find_kind (&place, &steps, solution, flow, parts, SC_PART_STEP, error)
      || !sc_place_find_stage (&target, solution, flow, stage, error))
    return NULL;

  sc_list_foreach (place.flow->stages, const ScStage *, from)
    {
      sc_list_foreach (from->steps, const ScStep *, step)
        {
          if (sc_parts_has (steps, SC_PART_STEP, step->id))
            g_ptr_array_add (moved, (gpointer) step);
        }
    }
  move = (Move){ steps, target.stage, position, moved };
  return sc_parts_change_steps (&place, with_moved, &move);
}

/* Those of the stages that are not in a branch of another of them. */
static GPtrArray *
list_heads (const ScFlow *flow, const ScParts *stages)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  g_autofree gboolean *taken = g_new0 (gboolean, graph->n_stages);
  GPtrArray *heads = g_ptr_array_new ();

  sc_list_foreach (flow->stages, const ScStage *, stage)
    {
      g_autofree gboolean *block = NULL;

      if (taken[stage_i] || !sc_parts_has (stages, SC_PART_STAGE, stage->id))
        continue;
      g_ptr_array_add (heads, (gpointer) stage->id);
      if (stage->condition == NULL)
        continue;
      block = sc_flow_graph_block (graph, stage_i);
      for (guint i = 0; i < graph->n_stages; i++)
        taken[i] |= block[i];
    }
  return heads;
}

/* A stage that stands at slot for a while keeps the place, wherever the stages around it go; each
 * of those, the last first, goes right behind it. */
static ScSolution *
move_behind_guard (
    const ScSolution *solution, const char *flow, GPtrArray *heads, ScSlot slot, GError **error)
{
  g_autofree char *guard = sc_id_new ();
  ScSolution *after = sc_edit_stage_add (solution, flow, slot, guard, "", NULL, error);

  for (guint i = heads->len; i-- > 0 && after != NULL;)
    after = sc_edit_then (after, sc_edit_stage_move (after, flow, g_ptr_array_index (heads, i),
                                                     (ScSlot){ guard, SC_EDGE_NEXT }, error));
  if (after != NULL)
    after = sc_edit_then (after, sc_edit_stage_delete (after, flow, guard, error));
  return after;
}

ScSolution *
sc_edit_parts_move_stages (
    const ScSolution *solution, const char *flow, const ScParts *parts, ScSlot slot, GError **error)
{
  g_autoptr (ScParts) stages = NULL;
  g_autoptr (GPtrArray) heads = NULL;
  ScSolution *after;
  ScPlace place;

  if (!sc_parts_find_kind (&place, &stages, solution, flow, parts, SC_PART_STAGE, error))
    return NULL;
  heads = list_heads (place.flow, stages);
  if (heads->len == 1)
    return sc_edit_stage_move (solution, flow, g_ptr_array_index (heads, 0), slot, error);

  after = move_behind_guard (solution, flow, heads, slot, error);
  if (after != NULL && sc_flow_equal (place.flow, sc_solution_find_flow (after, flow, NULL)))
    after = sc_edit_then (after, sc_edit_unchanged (solution));
  return after;
}
