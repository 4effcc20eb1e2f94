/* sc-lock.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* Why something can be looked at, but not changed. */
typedef enum
{
  SC_LOCK_NONE,
  SC_LOCK_MANAGED,          /* the solution: all that is in it */
  SC_LOCK_NOT_CUSTOMIZABLE, /* the flow */
  SC_LOCK_TASK_FLOW         /* the flow */
} ScLock;

/* flow NULL: what holds for the solution as a whole. */
ScLock sc_lock_get (const ScSolution *solution, const ScFlow *flow);
/* A translated sentence; NULL for SC_LOCK_NONE. */
const char *sc_lock_explain (ScLock lock);

/* FALSE, with SC_EDIT_ERROR_LOCKED, when after, the outcome of an edit of before, changes what is
 * locked. A locked flow may be deleted: that is no matter of the flow, but of the solution. */
gboolean sc_lock_allows (const ScSolution *before, const ScSolution *after, GError **error);

/* The solution as an unmanaged one whose flows may be changed; not the task flows. */
ScSolution *sc_edit_solution_unlock (const ScSolution *solution);

G_END_DECLS
