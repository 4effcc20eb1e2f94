/* sc-changes-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-rule-private.h"

G_BEGIN_DECLS

/* What of that which rules can look at differs between two values (of ScUses). What is the same
 * pointer is the same; what is not may still be equal, and then counts as changed: a rule that
 * runs once too often does no harm. */
/* Without the flows, which have to be compared each. */
guint sc_solution_find_changes (const ScSolution *before, const ScSolution *after);
guint sc_flow_find_changes (const ScFlow *before, const ScFlow *after);

G_END_DECLS
