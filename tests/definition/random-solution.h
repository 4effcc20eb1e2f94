/* random-solution.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-definition-shape.h"

G_BEGIN_DECLS

/* A solution with something in density percent of all the fields that the shapes know, awkward
 * texts among it. */
ScSolution *random_solution_new (GRand *rand, guint density);
/* The same for a clip. */
ScClip *random_clip_new (GRand *rand, guint density);

G_END_DECLS
