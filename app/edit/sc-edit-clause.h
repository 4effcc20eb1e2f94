/* sc-edit-clause.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* What a branch asks for. stage: the one that branches; branch and clause are positions. New
 * clauses are joined as the others of their branch are. */

/* Asks for one thing more; column NULL: that of the first step of the stage that can be asked for.
 * position is clamped. */
ScSolution *sc_edit_clause_add (const ScSolution *solution,
                                const char *flow,
                                const char *stage,
                                guint branch,
                                guint position,
                                const char *column,
                                GError **error);
/* The last clause of a branch cannot go: the branch has to ask for something. */
ScSolution *sc_edit_clause_delete (const ScSolution *solution,
                                   const char *flow,
                                   const char *stage,
                                   guint branch,
                                   guint clause,
                                   GError **error);
/* to is the position once it has been taken out; clamped. */
ScSolution *sc_edit_clause_move (const ScSolution *solution,
                                 const char *flow,
                                 const char *stage,
                                 guint branch,
                                 guint clause,
                                 guint to,
                                 GError **error);
/* Asks for another column of the stage's table. What the clause compares with stays where it suits
 * that column. */
ScSolution *sc_edit_clause_set_column (const ScSolution *solution,
                                       const char *flow,
                                       const char *stage,
                                       guint branch,
                                       guint clause,
                                       const char *column,
                                       GError **error);
/* What it compares with stays, except where the operator takes nothing; where there is nothing, it
 * is what sc_clause_make_operand() suggests. */
ScSolution *sc_edit_clause_set_operator (const ScSolution *solution,
                                         const char *flow,
                                         const char *stage,
                                         guint branch,
                                         guint clause,
                                         const char *
                                         operator,
                                         GError ** error);
/* operands: list of ScOperand. */
ScSolution *sc_edit_clause_set_operands (const ScSolution *solution,
                                         const char *flow,
                                         const char *stage,
                                         guint branch,
                                         guint clause,
                                         const ScList *operands,
                                         GError **error);

G_END_DECLS
