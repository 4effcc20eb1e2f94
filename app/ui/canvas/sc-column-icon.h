/* sc-column-icon.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "sc-table.h"

G_BEGIN_DECLS

/* Draws what the canvas draws for columns of that type, 16 × 16, in the colour of cr. */
void sc_column_icon_draw (cairo_t *cr, ScColumnType type);

G_END_DECLS
