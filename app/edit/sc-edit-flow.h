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
G_END_DECLS
