/* sc-edit-step.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"
#include "sc-run.h"

G_BEGIN_DECLS

/* position is clamped. id NULL: a fresh one. column NULL: a step that has none yet; else label,
 * control class and display name come from what the solution knows of that column. label NULL:
 * the column's name, or "New step". */
ScSolution *sc_edit_step_add (const ScSolution *solution,
                              const char *flow,
                              const char *stage,
                              guint position,
                              const char *id,
                              const char *label,
                              const char *column,
                              GError **error);
ScSolution *sc_edit_step_delete (const ScSolution *solution,
                                 const char *flow,
                                 const char *step,
                                 GError **error);
/* position counts in the target stage without the step itself; clamped. */
ScSolution *sc_edit_step_move (const ScSolution *solution,
                               const char *flow,
                               const char *step,
                               const char *stage,
                               guint position,
                               GError **error);
ScSolution *sc_edit_step_duplicate (
    const ScSolution *solution, const char *flow, const char *step, const char *id, GError **error);
ScSolution *sc_edit_step_set_label (const ScSolution *solution,
                                    const char *flow,
                                    const char *step,
                                    int language,
                                    const char *text,
                                    GError **error);
ScSolution *sc_edit_step_set_required (const ScSolution *solution,
                                       const char *flow,
                                       const char *step,
                                       gboolean required,
                                       GError **error);
/* Binds a data step to another column. A label that was the old column's name in its language
 * follows; parameters of the old column's control go. */
ScSolution *sc_edit_step_set_column (const ScSolution *solution,
                                     const char *flow,
                                     const char *step,
                                     const char *column,
                                     GError **error);

/* An action step (SC_STEP_ACTION) or flow step (SC_STEP_FLOW) that runs the process; it is labelled
 * after it. position is clamped. id NULL: a fresh one. INVALID when the step cannot run it. */
ScSolution *sc_edit_step_add_running (const ScSolution *solution,
                                      const char *flow,
                                      const char *stage,
                                      guint position,
                                      const char *id,
                                      ScStepKind kind,
                                      const ScRun *run,
                                      GError **error);
/* Lets an action step or flow step run another process. A label that was the old one's name
 * follows. */
ScSolution *sc_edit_step_set_process (const ScSolution *solution,
                                      const char *flow,
                                      const char *step,
                                      const ScRun *run,
                                      GError **error);

G_END_DECLS
