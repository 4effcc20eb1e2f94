/* sc-persona-edits.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

/* Edits of personas as a person asks for them: each is one step for Undo. */

/* A new one with those roles (ids, with NULL at the end; nullable) and a name that no other has.
 * Returns its id, NULL when nothing came of it; free with g_free(). */
char *sc_persona_add (ScEditor *editor, const char *const *roles);
/* One for each role that none has alone. Returns the id of the first. */
char *sc_persona_add_per_role (ScEditor *editor);
/* Whether sc_persona_add_per_role() would add any. */
gboolean sc_persona_lacks_role (const ScSolution *solution);
/* Returns the id of the copy. */
char *sc_persona_duplicate (ScEditor *editor, const char *persona);
void sc_persona_delete (ScEditor *editor, const char *persona);
void sc_persona_rename (ScEditor *editor, const char *persona, const char *name);
void sc_persona_set_role (ScEditor *editor, const char *persona, const char *role, gboolean has);
void sc_persona_set_app (ScEditor *editor, const char *persona, const char *app);

/* "Sales Rep, Support Agent"; "No roles". Free with g_free(). */
char *sc_persona_dup_roles (const ScPersona *persona, const ScSolution *solution);
/* Never empty. */
const char *sc_persona_get_title (const ScPersona *persona);

G_END_DECLS
