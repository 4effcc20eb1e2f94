/* sc-hit-order.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-hit-order.h"

ScHitPlace
sc_hit_get_place (const ScHit *hit)
{
  return (ScHitPlace){ hit->flow_position, hit->number, hit->start };
}

/* Roles come last. */
static int
compare (const ScHitPlace *a, const ScHitPlace *b)
{
  guint p = (guint) a->flow_position, q = (guint) b->flow_position;

  if (p != q)
    return p < q ? -1 : 1;
  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  return a->start < b->start ? -1 : a->start > b->start;
}

guint
sc_hits_find_behind (const ScList *hits, const ScHitPlace *place)
{
  guint low = 0, high = sc_list_length (hits);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      ScHitPlace here = sc_hit_get_place (sc_list_get (hits, middle));

      if (compare (&here, place) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

int
sc_hits_find (const ScList *hits, const ScHitPlace *place)
{
  guint position = sc_hits_find_behind (hits, place);
  const ScHit *hit = sc_list_get (hits, position);
  ScHitPlace here;

  if (hit == NULL)
    return -1;
  here = sc_hit_get_place (hit);
  return compare (&here, place) == 0 ? (int) position : -1;
}

/* Whether a hit in the open flow is in what is selected, or behind it. */
static gboolean
is_behind (const ScHit *hit, const ScSelection *selection, int selected, int stage)
{
  guint step, selected_step;

  if (selected < 0 || hit->kind == SC_FOUND_RELATIONSHIP)
    return TRUE;
  if (hit->stage == NULL || stage != selected)
    return hit->stage != NULL && stage > selected;
  if (selection->kind == SC_SELECTED_STAGE)
    return TRUE;
  if (selection->kind != SC_SELECTED_STEP)
    return hit->kind == SC_FOUND_BRANCH || hit->kind == SC_FOUND_CLAUSE;
  if (hit->step == NULL)
    return hit->kind != SC_FOUND_STAGE;
  return sc_stage_find_step (hit->stage, hit->step->id, &step) != NULL
         && sc_stage_find_step (hit->stage, selection->step, &selected_step) != NULL
         && step >= selected_step;
}

guint
sc_hits_find_from_selection (const ScList *hits, ScEditor *editor)
{
  const ScFlow *flow = sc_editor_get_flow (editor);
  const ScSelection selection = sc_editor_get_selection (editor);
  g_autoptr (GHashTable) index = NULL;
  guint position = 0;
  int selected;

  if (flow == NULL
      || sc_solution_find_flow (sc_editor_get_solution (editor), flow->id, &position) == NULL)
    return 0;
  index = sc_flow_index_stages (flow);
  selected = selection.stage != NULL ? sc_flow_index_find (index, selection.stage) : -1;
  sc_list_foreach (hits, const ScHit *, hit)
    {
      if (hit->flow_position == (int) position
              ? is_behind (hit, &selection, selected,
                           hit->stage != NULL ? sc_flow_index_find (index, hit->stage->id) : -1)
              : (guint) hit->flow_position > position)
        return hit_i;
    }
  return sc_list_length (hits);
}
