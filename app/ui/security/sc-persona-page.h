/* sc-persona-page.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* The personas of the solution and what the chosen one can do. */
#define SC_TYPE_PERSONA_PAGE (sc_persona_page_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaPage, sc_persona_page, SC, PERSONA_PAGE, GtkWidget)

GtkWidget *sc_persona_page_new (ScEditor *editor);

G_END_DECLS
