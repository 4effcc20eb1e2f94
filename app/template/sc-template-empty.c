/* sc-template-empty.c
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sc-template-private.h"

#include "sc-edit-flow.h"
#include "sc-edit-stage.h"
#include "sc-edit-step.h"
#include "sc-metadata-loan.h"

#include <glib/gi18n-lib.h>

/* Where nobody chooses another. */
#define TABLE "account"

static ScSolution *
name_stage (const ScSolution *solution, const ScFlow *flow, GError **error)
{
  const ScStage *stage = sc_list_at (flow->stages, 0);
  g_autoptr (ScSolution) named = NULL;

  named = sc_edit_stage_set_label (solution, flow->id, stage->id, solution->language,
                                   _ ("Identify"), error);
  return named != NULL
             ? sc_edit_stage_set_category (named, flow->id, stage->id, SC_CATEGORY_IDENTIFY, error)
             : NULL;
}

static ScSolution *
bind_step (const ScSolution *solution, const ScFlow *flow, GError **error)
{
  const ScStage *stage = sc_list_at (flow->stages, 0);
  const ScStep *step = sc_list_at (stage->steps, 0);
  const ScTable *table = sc_solution_find_table (solution, stage->table, NULL);
  const ScColumn *column = table != NULL ? sc_table_suggest_column (table) : NULL;

  return column != NULL
             ? sc_edit_step_set_column (solution, flow->id, step->id, column->name, error)
             : sc_solution_ref ((ScSolution *) solution);
}

ScSolution *
sc_template_add_empty (const ScSolution *solution,
                       ScMetadata *metadata,
                       const ScFlowArrival *arrival,
                       GError **error)
{
  const char *table = arrival->table != NULL ? arrival->table : TABLE;
  const char *name = arrival->name != NULL ? arrival->name : _ ("New flow");
  g_autoptr (ScSolution) added = sc_edit_flow_add (solution, arrival->id, name, table, error);
  g_autoptr (ScSolution) lent = NULL;
  g_autoptr (ScSolution) named = NULL;
  g_autoptr (ScMetadata) known = NULL;
  const ScFlow *flow;

  if (added == NULL)
    return NULL;
  flow = sc_list_at (added->flows, sc_list_length (added->flows) - 1);
  known = metadata != NULL ? sc_metadata_follow (metadata, added) : sc_metadata_new (added, NULL);
  lent = sc_metadata_lend (known, added, flow);
  named = name_stage (lent, flow, error);
  return named != NULL ? sc_metadata_take_back (added, lent, bind_step (named, flow, error)) : NULL;
}
