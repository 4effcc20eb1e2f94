/* sc-edit-persona.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-edit.h"

G_BEGIN_DECLS

/* A new one, behind those there are. id NULL: a fresh one. roles: their ids, with NULL at the end;
 * NULL: none yet. A role that the solution does not have is taken, too. */
ScSolution *sc_edit_persona_add (const ScSolution *solution,
                                 const char *id,
                                 const char *name,
                                 const char *const *roles,
                                 GError **error);
ScSolution *
sc_edit_persona_delete (const ScSolution *solution, const char *persona, GError **error);
ScSolution *sc_edit_persona_set_name (const ScSolution *solution,
                                      const char *persona,
                                      const char *name,
                                      GError **error);
ScSolution *sc_edit_persona_set_role (const ScSolution *solution,
                                      const char *persona,
                                      const char *role,
                                      gboolean has,
                                      GError **error);
/* app: unique name; NULL or "": none in particular. */
ScSolution *sc_edit_persona_set_app (const ScSolution *solution,
                                     const char *persona,
                                     const char *app,
                                     GError **error);

G_END_DECLS
