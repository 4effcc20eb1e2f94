/* sc-edit-flow.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* A new flow with one stage on table and one step without a column. id NULL: a fresh one. */
ScSolution *sc_edit_flow_add (const ScSolution *solution,
                              const char *id,
                              const char *name,
                              const char *table,
                              GError **error);
/* A draft behind flow with fresh ids for all that the flow defines, wherever they occur, and a
 * unique name of its own. What is outside of the flow (roles, workflows, cloud flows, rows) is
 * referred to as before. id NULL: a fresh one; name NULL: "… (copy)"; INVALID when another flow has
 * the name. with_access: roles may do with the copy what they may do with the flow. */
ScSolution *sc_edit_flow_copy (const ScSolution *solution,
                               const char *flow,
                               const char *id,
                               const char *name,
                               gboolean with_access,
                               GError **error);
/* "… (copy)", or "… (copy 2)" where there is one; NULL when there is no such flow. Free with
 * g_free(). */
char *sc_edit_flow_suggest_copy_name (const ScSolution *solution, const char *flow);
/* The label of a flow of another solution, with such a number where there is a flow of that name.
 * Free with g_free(). */
char *sc_edit_flow_suggest_import_name (const ScSolution *solution, const ScFlow *flow);
/* Also takes out what is there for the flow alone: its backing table and the relationships of that,
 * its components (those of apps, too), the privileges of roles on it. */
ScSolution *sc_edit_flow_delete (const ScSolution *solution, const char *flow, GError **error);
/* Name and its label in that language; the unique name stays. */
ScSolution *sc_edit_flow_set_label (
    const ScSolution *solution, const char *flow, int language, const char *text, GError **error);
ScSolution *sc_edit_flow_set_description (const ScSolution *solution,
                                          const char *flow,
                                          const char *text,
                                          GError **error);
ScSolution *sc_edit_flow_set_active (const ScSolution *solution,
                                     const char *flow,
                                     gboolean active,
                                     GError **error);
ScSolution *
sc_edit_flow_set_order (const ScSolution *solution, const char *flow, int order, GError **error);
/* The flows that start on the same table as flow, with it, in process order. They belong to the
 * solution; free the array with g_ptr_array_unref(). */
GPtrArray *sc_edit_flow_list_siblings (const ScSolution *solution, const ScFlow *flow);
/* Puts flow before another one of its table in process order (NULL: behind all of them), by
 * numbering as few flows anew as possible. Afterwards no two flows of the table that may be changed
 * have equal numbers, so that the order is what Dataverse offers. INVALID when before starts on
 * another table; LOCKED when flow, or one whose number would have to change, is locked. */
ScSolution *sc_edit_flow_reorder (const ScSolution *solution,
                                  const char *flow,
                                  const char *before,
                                  GError **error);

G_END_DECLS
