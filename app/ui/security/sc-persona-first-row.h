/* sc-persona-first-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-persona-access.h"

G_BEGIN_DECLS

/* Which flow a new row of a table gets, and why; opens to the flows that were asked, in order. */
#define SC_TYPE_PERSONA_FIRST_ROW (sc_persona_first_row_get_type ())
G_DECLARE_FINAL_TYPE (
    ScPersonaFirstRow, sc_persona_first_row, SC, PERSONA_FIRST_ROW, AdwExpanderRow)

GtkWidget *sc_persona_first_row_new (void);
void sc_persona_first_row_update (ScPersonaFirstRow *self,
                                  const ScPersonaAccess *access,
                                  const char *table,
                                  int language);

G_END_DECLS
