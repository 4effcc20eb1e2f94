/* sc-edit-role.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* A new role without privileges, placed by name. id NULL: a fresh one. */
ScSolution *
sc_edit_role_add (const ScSolution *solution, const char *id, const char *name, GError **error);
/* Its root component goes, too, and no persona has it any more. */
ScSolution *sc_edit_role_delete (const ScSolution *solution, const char *role, GError **error);
ScSolution *sc_edit_role_set_name (const ScSolution *solution,
                                   const char *role,
                                   const char *name,
                                   GError **error);
/* Gives, changes or (SC_LEVEL_NONE) takes away one privilege; a new one is put where the sorted
 * order has it. */
ScSolution *sc_edit_role_set_privilege (const ScSolution *solution,
                                        const char *role,
                                        const char *privilege,
                                        ScLevel level,
                                        GError **error);
/* The privilege of that kind on the backing table of flow. INVALID when the flow has no unique
 * name. */
ScSolution *sc_edit_role_set_access (const ScSolution *solution,
                                     const char *role,
                                     const char *flow,
                                     ScAccess access,
                                     ScLevel level,
                                     GError **error);

G_END_DECLS
