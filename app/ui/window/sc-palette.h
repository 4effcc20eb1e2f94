/* sc-palette.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-editor.h"

G_BEGIN_DECLS

/* Every command that can be done now, and every flow, found by typing some of its letters. */
#define SC_TYPE_PALETTE (sc_palette_get_type ())
G_DECLARE_FINAL_TYPE (ScPalette, sc_palette, SC, PALETTE, AdwWindow)

/* target: in parent, where the keys of commands would go. */
void sc_palette_present (GtkWindow *parent, ScEditor *editor, GtkWidget *target);

G_END_DECLS
