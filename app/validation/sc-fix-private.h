/* sc-fix-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-fix.h"

G_BEGIN_DECLS

/* How to add a repair
 *
 * A repair is a function that is named in the rule's descriptor. It calls the edits that would take
 * the problem away, the likeliest first, and hands each outcome to sc_repair_take(). It need not
 * know whether they help: what does not is left out. A row in tests/validation/test-fixes.c says
 * what comes of it; that test fails for a rule with repairs that has no row. */

/* What a repair works on: the problem and what it names, looked up. */
typedef struct _ScRepair ScRepair;

struct _ScRepair
{
  const ScSolution *solution;
  const ScProblem *problem;
  const ScFlow *flow; /* these are NULL where the problem names none */
  const ScStage *stage;
  const ScStep *step;
  const ScRole *role;
  GPtrArray *fixes; /* of ScFix */
};

/* Takes over after, which may be NULL or the solution itself: then there is nothing to offer. */
void
sc_repair_take (ScRepair *self, ScSolution *after, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The next of several edits that make one repair: frees before, returns after. */
ScSolution *sc_repair_then (ScSolution *before, ScSolution *after);

/* Names for titles; never NULL. */
const char *sc_repair_name_flow (const ScRepair *self);
const char *sc_repair_name_stage (const ScRepair *self);
const char *sc_repair_name_step (const ScRepair *self);
const char *sc_repair_name_table (const ScRepair *self, const char *table);

/* The first max characters of text, without a space at the end; NULL for NULL. Free with
 * g_free(). */
char *sc_repair_shorten (const char *text, glong max);

/* Flows. */
void sc_repair_active_flows (ScRepair *self);
void sc_repair_draft (ScRepair *self);
void sc_repair_first_stage (ScRepair *self);
void sc_repair_flow_name (ScRepair *self);
void sc_repair_long_flow_name (ScRepair *self);
void sc_repair_unique_name (ScRepair *self);
void sc_repair_same_name (ScRepair *self);
void sc_repair_prefix (ScRepair *self);
void sc_repair_header (ScRepair *self);
void sc_repair_description (ScRepair *self);
void sc_repair_order (ScRepair *self);
void sc_repair_base_language (ScRepair *self);
void sc_repair_component (ScRepair *self);

/* Stages. */
void sc_repair_empty_stage (ScRepair *self);
void sc_repair_full_stage (ScRepair *self);
void sc_repair_stage_name (ScRepair *self);
void sc_repair_same_stage_name (ScRepair *self);
void sc_repair_stage_ids (ScRepair *self);
void sc_repair_stage_table (ScRepair *self);
void sc_repair_category (ScRepair *self);
void sc_repair_label_ids (ScRepair *self);

/* Steps. */
void sc_repair_wrong_column (ScRepair *self);
void sc_repair_no_column (ScRepair *self);
void sc_repair_step_ids (ScRepair *self);
void sc_repair_second_column (ScRepair *self);
void sc_repair_composite (ScRepair *self);
void sc_repair_required (ScRepair *self);
void sc_repair_step_name (ScRepair *self);
void sc_repair_useless_step (ScRepair *self);
void sc_repair_late_columns (ScRepair *self);
void sc_repair_action_ids (ScRepair *self);

/* Ways and branches. */
void sc_repair_next (ScRepair *self);
void sc_repair_unreachable (ScRepair *self);
void sc_repair_clause_columns (ScRepair *self);
void sc_repair_related (ScRepair *self);
void sc_repair_joins (ScRepair *self);
void sc_repair_empty_branch (ScRepair *self);
void sc_repair_merge (ScRepair *self);
void sc_repair_target (ScRepair *self);
void sc_repair_relationship (ScRepair *self);
void sc_repair_exit_workflow (ScRepair *self);

/* Access. */
void sc_repair_nobody (ScRepair *self);
void sc_repair_missing_privilege (ScRepair *self);
void sc_repair_level (ScRepair *self);
void sc_repair_read_process (ScRepair *self);
void sc_repair_no_role (ScRepair *self);
void sc_repair_write_tables (ScRepair *self);
void sc_repair_next_tables (ScRepair *self);

G_END_DECLS
