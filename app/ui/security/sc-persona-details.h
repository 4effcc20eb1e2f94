/* sc-persona-details.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"
#include "sc-persona-access.h"

G_BEGIN_DECLS

/* One persona: its name, roles and app, and what follows from them. */
#define SC_TYPE_PERSONA_DETAILS (sc_persona_details_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaDetails, sc_persona_details, SC, PERSONA_DETAILS, GtkWidget)

/* Once, before it is shown. */
void sc_persona_details_set_editor (ScPersonaDetails *self, ScEditor *editor);
void sc_persona_details_update (ScPersonaDetails *self, ScPersonaAccess *access);
/* Puts the keyboard into the name, with all of it selected. */
void sc_persona_details_edit_name (ScPersonaDetails *self);

G_END_DECLS
