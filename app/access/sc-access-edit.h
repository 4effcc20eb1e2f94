/* sc-access-edit.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-target.h"

G_BEGIN_DECLS

/* Edits of many cells of a matrix of roles and targets at once. A level that a target does not
 * allow becomes the next wider one that it does (see sc_access_target_fit_level()). The same
 * solution when nothing changes; errors are of SC_EDIT_ERROR. */

/* One cell, as it is to be. */
typedef struct
{
  const ScAccessTarget *target;
  const char *role; /* its id */
  ScAccess access;
  ScLevel level;
} ScAccessCell;

/* INVALID where one of the targets has no such cell. */
ScSolution *sc_access_set_cells (const ScSolution *solution,
                                 const ScAccessCell *cells,
                                 guint n_cells,
                                 GError **error);
ScSolution *sc_access_set (const ScSolution *solution,
                           const ScAccessTarget *target,
                           const char *role,
                           ScAccess access,
                           ScLevel level,
                           GError **error);

/* The rest skip cells that a target does not have; INVALID where none of the targets has any.
 * targets: of ScAccessTarget; roles: ids, with NULL at the end. */

/* levels: one for each access. */
ScSolution *sc_access_apply_mask (const ScSolution *solution,
                                  const ScList *targets,
                                  const char *const *roles,
                                  const ScLevel levels[SC_N_ACCESS],
                                  GError **error);
/* What a role has on the targets, for other roles. */
ScSolution *sc_access_copy_role (const ScSolution *solution,
                                 const char *from_role,
                                 const char *const *to_roles,
                                 const ScList *targets,
                                 GError **error);
/* What each of the roles has on a target, for other targets. */
ScSolution *sc_access_copy_target (const ScSolution *solution,
                                   const ScAccessTarget *from_target,
                                   const ScList *to_targets,
                                   const char *const *roles,
                                   GError **error);

G_END_DECLS
