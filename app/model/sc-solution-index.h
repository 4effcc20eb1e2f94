/* sc-solution-index.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Finds the things of a solution by their ids like sc_solution_find_flow() and its siblings, for
 * many look-ups: what has been searched once is known. Belongs to one thread. */
typedef struct _ScSolutionIndex ScSolutionIndex;

ScSolutionIndex *sc_solution_index_new (const ScSolution *solution);
void sc_solution_index_free (ScSolutionIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSolutionIndex, sc_solution_index_free)

const ScSolution *sc_solution_index_get_solution (ScSolutionIndex *self);

/* NULL when there is none, or no id; of several with one id the first. flow and stage are the
 * solution's; NULL has nothing. */
const ScFlow *sc_solution_index_find_flow (ScSolutionIndex *self, const char *id);
const ScStage *
sc_solution_index_find_stage (ScSolutionIndex *self, const ScFlow *flow, const char *id);
const ScStep *
sc_solution_index_find_step (ScSolutionIndex *self, const ScStage *stage, const char *id);
const ScRole *sc_solution_index_find_role (ScSolutionIndex *self, const char *id);

G_END_DECLS
