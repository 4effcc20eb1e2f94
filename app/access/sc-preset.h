/* sc-preset.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-access-preset.h"
#include "sc-access-target.h"

G_BEGIN_DECLS

/* A set of privileges that is given in one go: None, Viewer, User, Full, and those that the person
 * has named. */
typedef struct
{
  ScValue base;
  const char *name; /* translated for the first four, else as the person has it */
  guint accesses;   /* bits, 1 << ScAccess: at the level Organization; the others are None */
  gboolean own;     /* the person's */
} ScPreset;

SC_DECLARE_VALUE (ScPreset, sc_preset)

/* The person's own are in one key file. One that cannot be read is told of and never replaced; a
 * group in it that is not understood is left as it is. */

/* $XDG_CONFIG_HOME/stagecraft/presets.ini; free with g_free(). */
char *sc_preset_get_path (void);
/* Of ScPreset: the four, then the person's by name. Never NULL; error is set when the file is there
 * and cannot be read: then the four come alone. */
ScList *sc_preset_list (const char *path, GError **error);
/* One with the same name is replaced. INVALID (of SC_EDIT_ERROR) for a name that is empty, or one
 * of the four's; otherwise errors are of SC_FILE_ERROR. */
gboolean sc_preset_save (const char *path, const char *name, guint accesses, GError **error);
/* TRUE, too, when there is none of that name. */
gboolean sc_preset_delete (const char *path, const char *name, GError **error);

/* In a list, by name, or by nick for the four ("none", "viewer", …), without regard to case; NULL:
 * not there. */
const ScPreset *sc_preset_find (const ScList *presets, const char *name);
/* The one in the list that a role has on the target: the first; NULL: none, its privileges are
 * single ones. */
const ScPreset *
sc_preset_find_used (const ScList *presets, const ScAccessTarget *target, const ScRole *role);
/* "Create, Read, Write", translated, or "No privileges". Free with g_free(). */
char *sc_preset_describe (const ScPreset *self);

/* Gives the roles (ids, with NULL at the end) exactly these privileges on the targets, see
 * sc_access_apply_mask(). */
ScSolution *sc_preset_apply (const ScSolution *solution,
                             const ScPreset *preset,
                             const ScList *targets,
                             const char *const *roles,
                             GError **error);

G_END_DECLS
