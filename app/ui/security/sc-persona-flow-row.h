/* sc-persona-flow-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-persona-access.h"

G_BEGIN_DECLS

/* What the bar would offer to a persona for one flow, in a sentence; opens to a table of its
 * buttons and the stages that they cannot work in. */
#define SC_TYPE_PERSONA_FLOW_ROW (sc_persona_flow_row_get_type ())
G_DECLARE_FINAL_TYPE (ScPersonaFlowRow, sc_persona_flow_row, SC, PERSONA_FLOW_ROW, AdwExpanderRow)

GtkWidget *sc_persona_flow_row_new (void);
void sc_persona_flow_row_update (ScPersonaFlowRow *self,
                                 ScPersonaAccess *access,
                                 const ScFlow *flow,
                                 int language);

G_END_DECLS
