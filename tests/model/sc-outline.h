/* sc-outline.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

/* Flows as a line of text, to state cases and expectations in tests. A word a stage, in the order
 * of the flow; stages and ids are called by their first letters:
 *
 *   A>B        A leads to B
 *   A>         the flow ends behind A
 *   A?B|C      A branches to B, otherwise C
 *   A?B|C=D    the same, and both merge in D
 *   A?B/C      A branches to B; when that does not apply it goes on to C
 *   A:lead>B   A is on the table lead ("t" when it is not said); only read, not written
 */
ScFlow *sc_outline_read (const char *text);
char *sc_outline_write (const ScFlow *flow);
/* A solution with that one flow, called "flow". */
ScSolution *sc_outline_read_solution (const char *text);
