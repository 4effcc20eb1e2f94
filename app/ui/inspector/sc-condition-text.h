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

G_END_DECLS
