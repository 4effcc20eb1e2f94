/* sc-edit.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-private.h"

#include "sc-id.h"
#include "sc-long-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sc - edit - error - quark, sc_edit_error)

ScSlot
sc_slot_last (const ScFlow *flow)
{
  g_autoptr (ScFlowGraph) graph = sc_flow_graph_new (flow);
  const ScStage *last;
  guint n = graph->n_stages;

  if (n == 0)
    return SC_SLOT_FIRST;
  while (!graph->reachable[n - 1])
    n--;
  last = sc_list_at (flow->stages, n - 1);
  if (last->condition != NULL && sc_condition_has_otherwise (last->condition))
    return (ScSlot){ last->id, (int) sc_list_length (last->condition->branches) - 1 };
  return (ScSlot){ last->id, SC_EDGE_NEXT };
}

gpointer
sc_edit_fail (GError **error, ScEditError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SC_EDIT_ERROR, (int) code, format, args);
  va_end (args);
  return NULL;
}

gboolean
sc_edit_texts_fit (const ScSolution *before, const ScSolution *after, GError **error)
{
  g_autofree char *found = sc_value_find_long_text (after, before);

  if (found == NULL)
    return TRUE;
  sc_edit_fail (error, SC_EDIT_ERROR_INVALID,
                _ ("A text of more than %d characters cannot be kept: “%s…”. Shorten it."),
                SC_TEXT_MAX, found);
  return FALSE;
}

ScSolution *
sc_edit_unchanged (const ScSolution *solution)
{
  return sc_solution_ref (solution);
}

gboolean
sc_place_find_flow (ScPlace *self, const ScSolution *solution, const char *flow, GError **error)
{
  *self = (ScPlace){ .solution = solution };
  self->flow = sc_solution_find_flow (solution, flow, &self->flow_position);
  if (self->flow == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The flow is no longer in the solution."));
  return self->flow != NULL;
}

gboolean
sc_place_find_stage (
    ScPlace *self, const ScSolution *solution, const char *flow, const char *stage, GError **error)
{
  if (!sc_place_find_flow (self, solution, flow, error))
    return FALSE;
  self->stage = sc_flow_find_stage (self->flow, stage, &self->stage_position);
  if (self->stage == NULL)
    sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The stage is no longer in the flow “%s”."),
                  sc_flow_get_label (self->flow, solution->language));
  return self->stage != NULL;
}

ScSolution *
sc_place_put_flow (const ScPlace *self, ScFlow *flow)
{
  ScSolution *after;

  if (sc_flow_equal (flow, self->flow))
    {
      sc_flow_unref (flow);
      return sc_edit_unchanged (self->solution);
    }
  after = sc_solution_copy (self->solution);
  sc_take_value (after, flows, sc_list_replace (after->flows, self->flow_position, flow));
  sc_flow_unref (flow);
  return after;
}

ScSolution *
sc_place_put_stage (const ScPlace *self, ScStage *stage)
{
  ScFlow *flow = sc_flow_copy (self->flow);

  sc_take_value (flow, stages, sc_list_replace (flow->stages, self->stage_position, stage));
  sc_stage_unref (stage);
  return sc_place_put_flow (self, flow);
}
