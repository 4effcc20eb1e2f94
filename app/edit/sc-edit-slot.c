/* sc-edit-slot.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-edit-private.h"

#include <glib/gi18n-lib.h>

gboolean
sc_graph_edit_find_slot (
    const ScGraphEdit *graph, const ScPlace *place, ScSlot slot, guint *position, GError **error)
{
  const ScStage *after;
  guint n;

  if (slot.after == NULL)
    return TRUE;

  after = sc_graph_edit_find (graph, slot.after, position);
  if (after == NULL)
    {
      sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The place is no longer in the flow."));
      return FALSE;
    }
  n = after->condition != NULL ? sc_list_length (after->condition->branches) : 0;
  if (slot.branch == SC_EDGE_NEXT && n > 0 && sc_condition_has_otherwise (after->condition))
    {
      sc_edit_fail (error, SC_EDIT_ERROR_INVALID, _ ("“%s” branches: choose one of its branches."),
                    sc_stage_get_label (after, place->solution->language));
      return FALSE;
    }
  if (slot.branch < SC_EDGE_NEXT || slot.branch >= (int) n)
    {
      sc_edit_fail (error, SC_EDIT_ERROR_NOT_FOUND, _ ("The branch is no longer in the flow."));
      return FALSE;
    }
  return TRUE;
}

char *
sc_graph_edit_dup_slot_target (const ScGraphEdit *graph, ScSlot slot, guint position)
{
  if (slot.after != NULL)
    return g_strdup (sc_graph_edit_get_target (graph, position, slot.branch));
  if (graph->first != NULL)
    return g_strdup (graph->first);
  if (graph->stages->len > 0)
    return g_strdup (((const ScStage *) g_ptr_array_index (graph->stages, 0))->id);
  return NULL;
}

void
sc_graph_edit_lead_slot_to (ScGraphEdit *graph, ScSlot slot, guint position, const char *stage)
{
  if (slot.after != NULL)
    {
      sc_graph_edit_lead (graph, position, slot.branch, stage);
    }
  else
    {
      g_free (graph->first);
      graph->first = g_strdup (stage);
    }
}
