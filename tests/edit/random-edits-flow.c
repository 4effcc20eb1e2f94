/* random-edits-flow.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-edits-private.h"

#include "sc-edit-flow-import.h"
#include "sc-edit-flow.h"
#include "sc-edit-identity.h"

EDIT (flow_add)
{
  return sc_edit_flow_add (draw->solution, NULL, random_text (draw->rand),
                           random_table (draw->rand, draw->solution), error);
}

EDIT (flow_copy)
{
  return sc_edit_flow_copy (draw->solution, draw->flow, NULL,
                            g_rand_boolean (draw->rand) ? random_text (draw->rand) : NULL,
                            g_rand_boolean (draw->rand), error);
}

EDIT (flow_delete)
{
  return sc_edit_flow_delete (draw->solution, draw->flow, error);
}

EDIT (flow_set_label)
{
  return sc_edit_flow_set_label (draw->solution, draw->flow, random_language (draw->rand),
                                 random_text (draw->rand), error);
}

EDIT (flow_set_description)
{
  return sc_edit_flow_set_description (draw->solution, draw->flow, random_text (draw->rand), error);
}

EDIT (flow_set_active)
{
  return sc_edit_flow_set_active (draw->solution, draw->flow, g_rand_boolean (draw->rand), error);
}

EDIT (flow_set_order)
{
  return sc_edit_flow_set_order (draw->solution, draw->flow, (int) draw->position, error);
}

EDIT (flow_reorder)
{
  const ScFlow *before = random_item (draw->rand, draw->solution->flows);

  return sc_edit_flow_reorder (draw->solution, draw->flow,
                               before != NULL && g_rand_boolean (draw->rand) ? before->id : NULL,
                               error);
}

EDIT (flow_import)
{
  return sc_edit_flow_import (draw->solution, draw->solution, draw->flow, NULL, NULL, error);
}

/* Some of the stages of a flow that comes from elsewhere. */
EDIT (flow_import_as)
{
  g_autoptr (ScSolution) ground = random_ground ();
  g_autoptr (ScSolution) from = random_arrival (draw->rand, ground);
  const ScFlow *arrived = random_item (draw->rand, from->flows);
  const ScFlow *flow = arrived != NULL && random_is_clear (arrived) ? arrived : NULL;
  g_autoptr (ScParts) parts
      = flow != NULL && g_rand_boolean (draw->rand) ? random_parts (draw->rand, flow) : NULL;
  ScFlowArrival arrival = { .parts = parts };

  if (g_rand_boolean (draw->rand))
    arrival.name = random_text (draw->rand);
  if (g_rand_boolean (draw->rand))
    arrival.table = random_table (draw->rand, draw->solution);
  return sc_edit_flow_import_as (draw->solution, from, flow != NULL ? flow->id : draw->flow,
                                 &arrival, NULL, error);
}

EDIT (flow_set_unique_name)
{
  g_autofree char *name
      = sc_edit_flow_suggest_unique_name (draw->solution, random_text (draw->rand));

  return sc_edit_flow_set_unique_name (
      draw->solution, random_up_to (draw->rand, sc_list_length (draw->solution->flows)),
      random_up_to (draw->rand, 4) ? name : "new_one", error);
}

EDIT (flow_set_primary_table)
{
  return sc_edit_flow_set_primary_table (draw->solution, draw->flow,
                                         random_table (draw->rand, draw->solution), error);
}

EDIT (identity_renew_flows)
{
  return sc_edit_identity_renew_flows (draw->solution, error);
}

EDIT (identity_renew_stages)
{
  return sc_edit_identity_renew_stages (draw->solution, draw->flow, error);
}

EDIT (identity_renew_steps)
{
  return sc_edit_identity_renew_steps (draw->solution, draw->flow, error);
}

EDIT (identity_match_labels)
{
  return sc_edit_identity_match_labels (draw->solution, draw->flow, error);
}

EDIT (identity_match_actions)
{
  return sc_edit_identity_match_actions (draw->solution, draw->flow, draw->stage, error);
}

EDIT (identity_match_control)
{
  return sc_edit_identity_match_control (draw->solution, draw->flow, draw->step, error);
}

const RandomKind random_flow_kinds[] = {
  KIND (flow_add),
  KIND (flow_copy),
  RARE_KIND (flow_delete),
  KIND (flow_set_label),
  KIND (flow_set_description),
  KIND (flow_set_active),
  KIND (flow_set_order),
  KIND (flow_reorder),
  KIND (flow_import),
  KIND (flow_import_as),
  KIND (flow_set_unique_name),
  KIND (flow_set_primary_table),
  KIND (identity_renew_flows),
  KIND (identity_renew_stages),
  KIND (identity_renew_steps),
  KIND (identity_match_labels),
  KIND (identity_match_actions),
  KIND (identity_match_control),
  KINDS_END,
};
