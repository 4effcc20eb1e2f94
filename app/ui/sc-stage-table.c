/* sc-stage-table.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-stage-table.h"

#include <glib/gi18n-lib.h>

#include "sc-edit-stage.h"
#include "sc-question.h"

/* Microsoft Learn, "Enable a table for business process flows": it cannot be switched off again. */
void
sc_editor_warn_table (ScEditor *self, const char *table)
{
  const ScTable *known = sc_metadata_find_table (sc_editor_get_metadata (self), table);
  g_autofree char *message = NULL;

  if (known == NULL || known->flow_enabled != SC_TRI_NO)
    return;
  message = g_strdup_printf (_ ("“%s” is not enabled for business process flows. Enabling it in "
                                "Dataverse cannot be undone."),
                             sc_table_get_label (known, sc_editor_get_language (self)));
  g_signal_emit_by_name (self, "told", message);
}

void
sc_editor_set_stage_table (ScEditor *self, const char *stage, const char *table, const char *name)
{
  const ScFlow *flow = sc_editor_get_flow (self);
  const ScSolution *before = sc_editor_get_solution (self);
  g_autoptr (ScSolution) moved = NULL;
  GError *error = NULL;
  ScSolution *after = NULL;

  if (flow == NULL)
    return;
  moved = sc_edit_stage_set_table (sc_editor_lend (self), flow->id, stage, table, &error);
  if (moved != NULL)
    after = sc_edit_stage_relate (moved, flow->id, stage, &error);
  sc_editor_propose (self, after, error, SC_PROPOSE_CHANGE, name, NULL);
  if (sc_editor_get_solution (self) != before)
    sc_editor_warn_table (self, table);
}
