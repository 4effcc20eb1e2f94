/* sc-leftover-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-leftover.h"

G_BEGIN_DECLS

/* Unsaved work that was left behind: of what, since when, what was done. Reads it in the
 * background. Signals: restore () and discard (), by its buttons. */
#define SC_TYPE_LEFTOVER_ROW (sc_leftover_row_get_type ())
G_DECLARE_FINAL_TYPE (ScLeftoverRow, sc_leftover_row, SC, LEFTOVER_ROW, GtkListBoxRow)

GtkWidget *sc_leftover_row_new (ScLeftover *leftover);
ScLeftover *sc_leftover_row_get_leftover (ScLeftoverRow *self);
/* FALSE when nothing but the file was lost; TRUE as long as nobody knows. */
gboolean sc_leftover_row_is_edited (ScLeftoverRow *self);

G_END_DECLS
