/* sc-uses.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Who uses a thing, and what an edit takes away from those that go on using it. */

typedef enum
{
  SC_USE_STEP,         /* a step shows the column */
  SC_USE_CLAUSE,       /* a branch asks for it */
  SC_USE_BRANCH,       /* a branch leads to it */
  SC_USE_CONDITION,    /* the condition behind the stage */
  SC_USE_WORKFLOW,     /* a workflow waits for the stage */
  SC_USE_RELATIONSHIP, /* it leads from or to it */
  SC_USE_STAGE,        /* a stage is on the table */
  SC_USE_LOOKUP,       /* a column leads to the table */
  SC_USE_FLOW,
  SC_USE_ROLE,
  SC_USE_APP,
  SC_USE_SECURITY, /* column security */
  SC_USE_PERSONA   /* it has the role */
} ScUseKind;

/* One use, with the ids of where. Immutable and counted. */
typedef struct
{
  ScValue base;
  int kind;          /* ScUseKind */
  const char *who;   /* what uses it: a few words, translated */
  const char *how;   /* what it does with it, or what becomes of that: a sentence, translated */
  const char *flow;  /* ids; NULL where it does not apply */
  const char *stage; /* for a clause or branch: the stage that it leaves */
  const char *step;
  const char *role;
  int branch; /* position; -1 where it does not apply */
  int clause; /* position in the branch; -1: none */
} ScUse;

SC_DECLARE_VALUE (ScUse, sc_use)

typedef enum
{
  SC_USED_STEP,
  SC_USED_STAGE,
  SC_USED_COLUMN,
  SC_USED_TABLE,
  SC_USED_ROLE,
  SC_USED_RELATIONSHIP
} ScUsedKind;

/* A thing that may be used. */
typedef struct
{
  ScUsedKind kind;
  const char *flow; /* id of the flow of a step or stage */
  const char *name; /* id of a step, stage or role; logical name of a table or of a column's table;
                       schema name of a relationship */
  const char *column;
} ScUsed;

/* All uses (of ScUse) of a thing, in the order of the flows; NULL when there are none. A step is
 * used by what uses its column, but not by itself. */
ScList *sc_uses_find (const ScSolution *solution, const ScUsed *thing);
/* What the thing is called; NULL when there is no such thing. Free with g_free(). */
char *sc_uses_name (const ScSolution *solution, const ScUsed *thing);

/* The uses in before that after, the outcome of an edit, takes the ground from: a clause whose step
 * is gone, a branch that leads to no stage any more, what goes along with a stage, … Deleted flows
 * are no matter of this; see sc_removal_find(). NULL when there are none. */
ScList *sc_uses_find_lost (const ScSolution *before, const ScSolution *after);
/* What the uses have lost in a few words: "A condition asked for this step". Free with g_free(). */
char *sc_uses_sum_up (const ScList *lost);

/* The outcome of the edit without the clauses that it took the step from. A condition that asks for
 * nothing any more goes, and the stages of its branches stay, in a row. NULL when no clause is
 * among the lost, or when that would leave some branches with nothing to ask for and others
 * not. */
ScSolution *sc_uses_drop_clauses (const ScSolution *after, const ScList *lost);

G_END_DECLS
