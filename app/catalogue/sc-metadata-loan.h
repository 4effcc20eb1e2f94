/* sc-metadata-loan.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-metadata.h"

G_BEGIN_DECLS

/* Edits look tables, columns and relationships up in the solution. So that they find what is known
 * from elsewhere too, they are given a solution that has been lent it, and what they return gives
 * it back: nothing of it gets into the document. */

/* The solution of the metadata with all tables that are known, those of the flow (nullable) with
 * their columns, and all relationships. */
ScSolution *sc_metadata_lend (ScMetadata *self, const ScSolution *solution, const ScFlow *flow);

/* The outcome of an edit of lent, which was made of solution, as that of solution. Takes over
 * after, and returns it as it is when it was not made of lent or is NULL. */
ScSolution *
sc_metadata_take_back (const ScSolution *solution, const ScSolution *lent, ScSolution *after);

G_END_DECLS
