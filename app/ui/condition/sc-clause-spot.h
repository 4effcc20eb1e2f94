/* sc-clause-spot.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* Which clause, or branch, a widget is about. The things themselves are looked up when they are
 * needed: they are others after every edit. */
typedef struct
{
  ScEditor *editor; /* owned */
  char *stage;      /* id */
  guint branch;
  guint clause;
} ScClauseSpot;

void sc_clause_spot_init (
    ScClauseSpot *self, ScEditor *editor, const char *stage, guint branch, guint clause);
void sc_clause_spot_clear (ScClauseSpot *self);

/* NULL when it is no longer there. */
const ScStage *sc_clause_spot_get_stage (const ScClauseSpot *self);
const ScBranch *sc_clause_spot_get_branch (const ScClauseSpot *self);
const ScClause *sc_clause_spot_get_clause (const ScClauseSpot *self);

/* Commits what the clause compares with (list of ScOperand, taken over). A group of typing is one
 * step; place names what is typed in, NULL: nothing is. */
void sc_clause_spot_set_operands (const ScClauseSpot *self, ScList *operands, const char *place);
/* The next edit is a step of its own. */
void sc_clause_spot_close_group (const ScClauseSpot *self);

/* What is wrong there, a line for each problem; NULL: nothing. clause -1: with the branch itself.
 * Free with g_free(). */
char *sc_clause_spot_list_problems (const ScClauseSpot *self, int clause);

G_END_DECLS
