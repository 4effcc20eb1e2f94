/* sc-navigator-move.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-editor.h"

G_BEGIN_DECLS

typedef enum
{
  SC_NAVIGATOR_UP,
  SC_NAVIGATOR_DOWN,
  SC_NAVIGATOR_TO_TOP
} ScNavigatorMove;

/* Moves a flow in the process order of its table. At its end nothing happens. */
void sc_navigator_move_flow (ScEditor *editor, const char *flow, ScNavigatorMove move);

/* Puts a flow before another one (NULL: behind those of its table). */
void sc_navigator_move_flow_before (ScEditor *editor, const char *flow, const char *before);
/* Why that cannot be; NULL when it can. Free with g_free(). */
char *sc_navigator_explain_refusal (ScEditor *editor, const char *flow, const char *before);

G_END_DECLS
