/* sc-edit-condition.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* Splits the way behind stage in two: a branch with a clause on column (Yes, the first choice, or
 * "has a value") and an "otherwise" branch, each with one new stage; both merge where the stage led
 * before. */
ScSolution *sc_edit_condition_add (const ScSolution *solution,
                                   const char *flow,
                                   const char *stage,
                                   const char *column,
                                   GError **error);
/* The stages of the branches stay, in a row. */
ScSolution *sc_edit_condition_delete (const ScSolution *solution,
                                      const char *flow,
                                      const char *stage,
                                      GError **error);
ScSolution *sc_edit_branch_set_name (const ScSolution *solution,
                                     const char *flow,
                                     const char *stage,
                                     guint branch,
                                     const char *name,
                                     GError **error);
G_END_DECLS
