/* sc-condition-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Conditions as people read them: "Estimated Budget is over 100,000". Names of columns and options
 * come from the tables of the solution in that language, else from the steps of the flow, else
 * they are the names in the file. Plain text, one line, never NULL; free with g_free(). */

/* All clauses of one branch; "Otherwise" for the branch without any. */
char *sc_condition_text_branch (const ScSolution *solution,
                                const ScFlow *flow,
                                const ScStage *stage,
                                const ScBranch *branch,
                                int language);
/* One clause. */
char *sc_condition_text_clause (const ScSolution *solution,
                                const ScFlow *flow,
                                const ScStage *stage,
                                const ScClause *clause,
                                int language);
/* The words for an operator alone: "is over", "is … or later" (…: the value). date: those for
 * dates. The name itself for an operator that is not known. */
char *sc_condition_text_operator (const char *operator, gboolean date);
/* One operand of a clause on column (nullable): "“Teams”", "100,000", "Yes". */
char *sc_condition_text_operand (const ScSolution *solution,
                                 const ScColumn *column,
                                 const ScOperand *operand,
                                 int language);

G_END_DECLS
