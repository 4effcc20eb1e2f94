/* sc-outline-move.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-outline-edit.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-marked.h"
#include "sc-question.h"

static const ScStage *
get_stage (const ScFlow *flow, guint position)
{
  return sc_list_get (flow->stages, position);
}

/* The first way to a stage that closes no loop. */
static const ScEdge *
find_way_to (const ScFlowGraph *graph, int stage)
{
  for (guint i = 0; i < graph->n_edges; i++)
    if (graph->edges[i].to == stage && !graph->back[i])
      return &graph->edges[i];
  return NULL;
}

/* Up: before the stage that leads here. Down: behind the stage where the branches of this one end,
 * or behind the next one. */
static gboolean
find_slot (const ScFlow *flow, guint stage, int by, ScSlot *slot)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  const ScEdge *way;
  int next;

  if (by < 0)
    {
      way = find_way_to (graph, (int) stage);
      if (way == NULL)
        return FALSE;
      way = find_way_to (graph, (int) way->from);
      *slot
          = way != NULL ? (ScSlot){ get_stage (flow, way->from)->id, way->branch } : SC_SLOT_FIRST;
      return TRUE;
    }
  next = graph->merge[stage];
  if (next < 0)
    return FALSE;
  way = &graph->edges[graph->first_edge[next]];
  *slot = (ScSlot){ get_stage (flow, (guint) next)->id, way->branch };
  return TRUE;
}

static gboolean
move_stage (ScEditor *editor, const ScStage *stage, int by)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  g_autofree char *name = NULL;
  GError *error = NULL;
  ScSolution *after;
  guint position;
  ScSlot slot;

  if (sc_flow_find_stage (flow, stage->id, &position) == NULL
      || !find_slot (flow, position, by, &slot))
    return FALSE;
  name = g_strdup_printf (_ ("Move stage “%s”"),
                          sc_stage_get_label (stage, sc_editor_get_language (editor)));
  after = sc_edit_stage_move (sc_editor_get_solution (editor), flow->id, stage->id, slot, &error);
  return sc_editor_commit_and_tell (editor, after, error, name);
}

/* Where a step goes that is moved from the rows first to last of a stage: FALSE where the flow
 * begins or ends. Positions count without the step. */
static gboolean
find_place (const ScFlow *flow,
            const ScStage *stage,
            guint first,
            guint last,
            int by,
            const ScStage **to,
            guint *position)
{
  guint own;

  *to = stage;
  *position = by < 0 ? first - 1 : first + 1;
  if (by < 0 ? first > 0 : last + 1 < sc_list_length (stage->steps))
    return TRUE;
  if (sc_flow_find_stage (flow, stage->id, &own) == NULL
      || (by < 0 ? own == 0 : own + 1 >= sc_list_length (flow->stages)))
    return FALSE;
  *to = get_stage (flow, by < 0 ? own - 1 : own + 1);
  *position = by < 0 ? sc_list_length ((*to)->steps) : 0;
  return TRUE;
}

static gboolean
move_step (ScEditor *editor, const ScOutlineFacts *facts, int by)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  guint own = facts->number - 1;
  g_autofree char *name = NULL;
  GError *error = NULL;
  const ScStage *to;
  ScSolution *after;
  guint position;

  if (!find_place (flow, facts->stage, own, own, by, &to, &position))
    return FALSE;
  name = g_strdup_printf (_ ("Move step “%s”"),
                          sc_step_get_label (facts->step, sc_editor_get_language (editor)));
  after = sc_edit_step_move (sc_editor_get_solution (editor), flow->id, facts->step->id, to->id,
                             position, &error);
  return sc_editor_commit_and_tell (editor, after, error, name);
}

/* Those of one stage, all by one row. */
static gboolean
move_marked_steps (ScEditor *editor, const ScParts *steps, int by)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScStage *stage = NULL, *other = NULL, *to;
  guint first, last, position;

  if (sc_flow_find_step (flow, sc_parts_get (steps, 0).id, &stage, &first) == NULL
      || sc_flow_find_step (flow, sc_parts_get (steps, sc_parts_count (steps) - 1).id, &other,
                            &last)
             == NULL
      || stage != other || !find_place (flow, stage, first, last, by, &to, &position))
    return FALSE;
  /* In its own stage the place is told with all steps there. */
  if (to == stage)
    position = by < 0 ? first - 1 : last + 2;
  sc_editor_move_marked_steps (editor, to->id, position);
  return TRUE;
}

static gboolean
move_marked_stages (ScEditor *editor, const ScParts *stages, int by)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  guint end = by < 0 ? 0 : sc_parts_count (stages) - 1;
  guint position;
  ScSlot slot;

  if (sc_flow_find_stage (flow, sc_parts_get (stages, end).id, &position) == NULL
      || !find_slot (flow, position, by, &slot))
    return FALSE;
  sc_editor_move_marked_stages (editor, slot);
  return TRUE;
}

gboolean
sc_outline_move (ScEditor *editor, ScOutlineItem *item, int by)
{
  const ScOutlineFacts *facts = sc_outline_item_get_facts (item);
  ScOutlineKind kind = sc_outline_item_get_kind (item);
  ScPartKind part = kind == SC_OUTLINE_STEP ? SC_PART_STEP : SC_PART_STAGE;
  g_autoptr (ScParts) marked = NULL;

  if (kind != SC_OUTLINE_STEP && kind != SC_OUTLINE_STAGE)
    return FALSE;
  if (sc_parts_has (sc_editor_get_parts (editor), part, sc_outline_item_get_id (item)))
    marked = sc_parts_filter (sc_editor_get_parts (editor), part);
  if (sc_parts_count (marked) > 1)
    return part == SC_PART_STEP ? move_marked_steps (editor, marked, by)
                                : move_marked_stages (editor, marked, by);
  return part == SC_PART_STEP ? move_step (editor, facts, by)
                              : move_stage (editor, facts->stage, by);
}
