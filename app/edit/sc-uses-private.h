/* sc-uses-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-uses.h"

G_BEGIN_DECLS

/* Uses while they are collected. */
typedef struct
{
  const ScSolution *solution; /* what names are taken from */
  const ScFlow *flow;         /* where the uses are; nullable */
  GPtrArray *uses;            /* of ScUse, owned */
} ScUseFinder;

/* Each adds one use and returns it, a draft that ids can be added to. */
ScUse *sc_use_finder_add (ScUseFinder *self, ScUseKind kind, const char *who, const char *how, ...)
    G_GNUC_PRINTF (4, 5);
void sc_use_finder_add_step (ScUseFinder *self,
                             const ScStage *stage,
                             const ScStep *step,
                             const char *how,
                             ...) G_GNUC_PRINTF (4, 5);
/* clause -1: the branch itself. */
void sc_use_finder_add_branch (
    ScUseFinder *self, const ScStage *stage, guint branch, int clause, const char *how, ...)
    G_GNUC_PRINTF (5, 6);
void sc_use_finder_add_workflow (ScUseFinder *self,
                                 const ScStage *stage,
                                 const ScTrigger *trigger,
                                 const char *how,
                                 ...) G_GNUC_PRINTF (4, 5);
void
sc_use_finder_add_transition (ScUseFinder *self, const ScTransition *transition, gboolean lost);

/* TRUE when one of the events is about that stage. */
gboolean sc_events_wait_for (const ScList *events, const char *stage);
const char *sc_use_finder_name_stage (const ScUseFinder *self, const ScStage *stage);
const char *
sc_use_finder_name_column (const ScUseFinder *self, const char *table, const char *column);

/* The table of what a clause asks for. */
const char *sc_clause_get_table (const ScClause *clause, const ScStage *stage);
/* TRUE when one of the operands is that column. */
gboolean sc_clause_compares_with (const ScClause *clause, const char *table, const char *column);

/* What in the flows of solution uses it. except: a step, or NULL. */
void sc_use_finder_find_column (ScUseFinder *self,
                                const char *table,
                                const char *column,
                                const char *except);
void sc_use_finder_find_table (ScUseFinder *self, const char *table);
/* The personas of solution that have the role; how: a translated sentence. */
void sc_use_finder_find_personas (ScUseFinder *self, const char *role, const char *how);

/* What an edit takes from those in the flow before. self->solution is the one before, result the
 * one after. */
void sc_use_finder_compare_flow (ScUseFinder *finder,
                                 const ScSolution *result,
                                 const ScFlow *before,
                                 const ScFlow *after);

G_END_DECLS
