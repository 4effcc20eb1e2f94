/* sc-navigator-drag.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-navigator-row.h"

G_BEGIN_DECLS

/* Lets the row of a flow be dragged; what is carried is the row itself. */
void sc_navigator_drag_init (ScNavigatorRow *row);

/* The log domain of what programs that drive the designer wait for. */
#define sc_navigator_tell(...) g_log ("sc-ui", G_LOG_LEVEL_DEBUG, __VA_ARGS__)

G_END_DECLS
