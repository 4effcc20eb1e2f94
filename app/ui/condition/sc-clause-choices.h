/* sc-clause-choices.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-choice.h"
#include "sc-clause-form.h"

G_BEGIN_DECLS

/* What the pickers of a clause offer. */

/* Stands for "is" with several values, which is the same operator in a file. */
#define SC_OPERATOR_ONE_OF "OneOf"

/* The columns that steps of the stage show, in that order; then, standing back, the others of its
 * table, which become steps when they are picked; those that nobody can ask for cannot be. */
void sc_clause_choices_fill_columns (GListStore *store,
                                     const ScSolution *solution,
                                     const ScStage *stage,
                                     int language);
void sc_clause_choices_fill_operators (GListStore *store,
                                       const ScSolution *solution,
                                       const ScStage *stage,
                                       const ScClause *clause);
/* The choices of the column by label, with their numbers; Yes and No by their labels. except:
 * operands (list) that are not offered again; NULL: none. */
void sc_clause_choices_fill_options (GListStore *store,
                                     const ScSolution *solution,
                                     const ScStage *stage,
                                     const ScClause *clause,
                                     const ScList *except,
                                     int language);
/* Other columns of the stage's steps that the clause can compare with. */
void sc_clause_choices_fill_peers (GListStore *store,
                                   const ScSolution *solution,
                                   const ScStage *stage,
                                   const ScClause *clause,
                                   int language);

/* NULL when the solution does not know the column. */
const ScColumn *
sc_clause_get_column (const ScSolution *solution, const ScStage *stage, const ScClause *clause);
const ScClauseForm *
sc_clause_get_form (const ScSolution *solution, const ScStage *stage, const ScClause *clause);
/* "Estimated Budget". Free with g_free(). */
char *sc_clause_name_column (const ScSolution *solution,
                             const ScStage *stage,
                             const char *table,
                             const char *column,
                             int language);
gboolean sc_clause_is_step (const ScStage *stage, const char *column);

G_END_DECLS
