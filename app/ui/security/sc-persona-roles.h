/* sc-persona-roles.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* A list of the roles to check those that a persona has, with a filter: the content of a popover.
 * Follows edits while it is shown. */
#define SC_TYPE_PERSONA_ROLES (sc_persona_roles_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaRoles, sc_persona_roles, SC, PERSONA_ROLES, GtkPopover)

GtkWidget *sc_persona_roles_new (ScEditor *editor);
/* Whose roles they are; nullable. */
void sc_persona_roles_set_persona (ScPersonaRoles *self, const char *persona);

G_END_DECLS
