/* sc-trial.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-validation.h"

G_BEGIN_DECLS

/* What edits of one solution would do to its problems, found by validating their outcomes. It
 * validates on its own, so what the document says of its problems does not depend on it. */
typedef struct _ScTrial ScTrial;

ScTrial *sc_trial_new (const ScSolution *before);
void sc_trial_free (ScTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTrial, sc_trial_free)

/* caused, solved: lists of ScProblem, the worst first; what is only advice is left out. The same
 * rule about the same thing is the same problem, whatever its figures. */
void sc_trial_run (ScTrial *self, const ScSolution *after, ScList **caused, ScList **solved);

G_END_DECLS
