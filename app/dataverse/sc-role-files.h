/* sc-role-files.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-role.h"

G_BEGIN_DECLS

/* What the files of new roles are called in the folder of a solution. */
typedef struct _ScRoleFiles ScRoleFiles;

ScRoleFiles *sc_role_files_new (void);
void sc_role_files_free (ScRoleFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScRoleFiles, sc_role_files_free)

/* A path that no role gets, whatever the case: the folder may go to a system on which two such
 * names are one. */
void sc_role_files_take (ScRoleFiles *self, const char *path);

/* The path of a role's file, which is taken from then on: called like the role where a file can be,
 * else by its id, with a number behind it when there is one like that. Free with g_free(). */
char *sc_role_files_choose (ScRoleFiles *self, const ScRole *role);

G_END_DECLS
