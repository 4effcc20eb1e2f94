/* sc-persona-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The personas of the solution. Signal: chosen (const char *id), by a person or because the one
 * that was is gone. Its keys are those of the commands "persona.…", whose actions are the page's.
 */
#define SC_TYPE_PERSONA_LIST (sc_persona_list_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaList, sc_persona_list, SC, PERSONA_LIST, GtkWidget)

/* Shows what there is; chosen is the one to choose, nullable. Returns the id of the one that is:
 * NULL when there is none. It belongs to the solution. */
const char *
sc_persona_list_update (ScPersonaList *self, const ScSolution *solution, const char *chosen);

G_END_DECLS
