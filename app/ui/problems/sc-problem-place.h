/* sc-problem-place.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-problem-item.h"
#include "sc-problem-order.h"

G_BEGIN_DECLS

/* Finds where the problems of a solution are, one after the other: quick when they come in the
 * order of the document. */
typedef struct _ScProblemPlaces ScProblemPlaces;

/* before is what the items were placed by last, or NULL; it has to live until all items are placed
 * anew. Places are said beneath headings or, without them, in full, but without the name of
 * open_flow (nullable). solution is nullable. */
ScProblemPlaces *sc_problem_places_new (const ScProblemPlaces *before,
                                        const ScSolution *solution,
                                        const char *open_flow,
                                        gboolean has_headings);
void sc_problem_places_free (ScProblemPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScProblemPlaces, sc_problem_places_free)

/* Sets where item is, in itself and in slot. */
void sc_problem_places_set (ScProblemPlaces *self, ScProblemItem *item, ScProblemSlot *slot);
/* What the heading above the slot is called. */
const char *sc_problem_places_get_title (const ScProblemPlaces *self,
                                         const ScProblemSlot *slot,
                                         ScProblemLineKind kind);

gboolean sc_problem_is_of_flow (const ScProblem *problem, const char *flow);

G_END_DECLS
