/* find-fixture.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-find.h"

G_BEGIN_DECLS

#define FIND_FLOW   "f0000000-0000-4000-8000-000000000001"
#define FIND_LOCKED "f0000000-0000-4000-8000-000000000002"
#define FIND_STAGE  "a0000000-0000-4000-8000-00000000beef"
#define FIND_STEP   "b0000000-0000-4000-8000-000000000001"

/* A flow that has every kind of text, one that is locked, and a role. */
ScSolution *find_make_solution (void);

/* What query finds, a line for each: "step label 0+6 Budget". flow NULL: all. Every hit is checked
 * against its text on the way. */
char *find_write (const ScSolution *solution, const ScFindOptions *options, const char *flow);

/* A flow of that many stages with as many steps each, called "Stage 1", "Step 1", … */
ScSolution *find_make_large (guint n_stages, guint n_steps);

G_END_DECLS
