/* sc-stage-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sc-stage-table.h"

#include "sc-edit-stage.h"
#include "sc-question.h"

void
sc_editor_set_stage_table (ScEditor *self, const char *stage, const char *table, const char *name)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  g_autoptr (ScSolution) moved = NULL;
  GError *error = NULL;
  ScSolution *after = NULL;

  if (flow == NULL)
    return;
  moved = sc_edit_stage_set_table (sc_editor_lend (self), flow->id, stage, table, &error);
  if (moved != NULL)
    after = sc_edit_stage_relate (moved, flow->id, stage, &error);
  sc_editor_propose (self, after, error, SC_PROPOSE_CHANGE, name, NULL);
}
