/* sc-template-clip.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-template.h"

ScClip *
sc_template_make_clip (const ScTemplate *self,
                       const ScSolution *solution,
                       ScMetadata *metadata,
                       const char *table,
                       GError **error)
{
  const ScFlowArrival arrival = { .table = self->open ? table : NULL };
  g_autoptr (ScSolution) after = NULL;
  g_autoptr (ScParts) parts = NULL;
  const ScFlow *flow;

  after = sc_template_add_flow (self, solution, metadata, &arrival, error);
  if (after == NULL)
    return NULL;
  flow = sc_list_get (after->flows, sc_list_length (after->flows) - 1);
  parts = sc_parts_new_all (flow);
  return sc_clip_make (after, flow, parts);
}
