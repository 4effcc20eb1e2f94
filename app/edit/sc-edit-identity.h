/* sc-edit-identity.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* What tells things apart: ids and unique names. Copying by hand leaves two of them alike.
 *
 * The renew functions give a fresh id to whatever has none, has one that is not a GUID, or has that
 * of something before it. What named an id that was not a GUID follows; what named an id that two
 * things had goes on to name the first of them, and a renewed stage's workflows wait for it under
 * its new id. */

ScSolution *sc_edit_identity_renew_flows (const ScSolution *solution, GError **error);
ScSolution *
sc_edit_identity_renew_stages (const ScSolution *solution, const char *flow, GError **error);
ScSolution *
sc_edit_identity_renew_steps (const ScSolution *solution, const char *flow, GError **error);

/* Labels of stages and steps carry the id of what they belong to (server error 0x80060419). */
ScSolution *
sc_edit_identity_match_labels (const ScSolution *solution, const char *flow, GError **error);
/* The buttons of a stage carry the ids of their steps, and its workflows wait for this stage at the
 * moment that goes with the event (server errors 0x8006040c to 0x8006040e). */
ScSolution *sc_edit_identity_match_actions (const ScSolution *solution,
                                            const char *flow,
                                            const char *stage,
                                            GError **error);
/* The control of a data step has the name of its column again. */
ScSolution *sc_edit_identity_match_control (const ScSolution *solution,
                                            const char *flow,
                                            const char *step,
                                            GError **error);

/* The flow at that position: two flows may have one id. The components and privileges of its
 * backing table follow, unless another flow has the old name. INVALID where another flow has the
 * new one, and where the solution holds that table itself: then it exists under its name. */
ScSolution *sc_edit_flow_set_unique_name (const ScSolution *solution,
                                          guint position,
                                          const char *unique_name,
                                          GError **error);
/* As sc_edit_flow_add() would make it from name. Free with g_free(). */
char *sc_edit_flow_suggest_unique_name (const ScSolution *solution, const char *name);
ScSolution *sc_edit_flow_set_primary_table (const ScSolution *solution,
                                            const char *flow,
                                            const char *table,
                                            GError **error);

G_END_DECLS
