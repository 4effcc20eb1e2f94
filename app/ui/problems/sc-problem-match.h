/* sc-problem-match.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-problem-item.h"

G_BEGIN_DECLS

/* TRUE when both are the same rule about the same thing, whatever the figures. */
gboolean sc_problem_is_about_same (const ScProblem *a, const ScProblem *b);

/* An array of ScProblemItem (which it owns), one for each of problems. Items that are there and
 * show the same problem, or else one about the same, go on; the others are new. */
GPtrArray *sc_problem_match (const GPtrArray *items, const ScList *problems);

G_END_DECLS
