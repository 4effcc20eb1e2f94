/* sc-merge.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-diff.h"

G_BEGIN_DECLS

/* Two people changed base, each on their own. The solution with what both did; where both did
 * something to the same field, or one removed what the other one changed, mine counts, and
 * *conflicts (of ScDifference, from mine to what theirs would have had; free with
 * sc_list_unref()) says so.
 *
 * The stages of a flow and the ways between them are one thing: when both changed them, those of
 * mine count, so that no way leads to a stage that is not there. What is within a stage is merged
 * all the same. */
ScSolution *sc_merge (const ScSolution *base,
                      const ScSolution *mine,
                      const ScSolution *theirs,
                      ScList **conflicts);

G_END_DECLS
