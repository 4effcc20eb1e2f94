/* sc-note-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row to type several lines of text in. Signals and manners are those of ScTextRow. */
#define SC_TYPE_NOTE_ROW (sc_note_row_get_type ())
G_DECLARE_FINAL_TYPE (ScNoteRow, sc_note_row, SC, NOTE_ROW, AdwPreferencesRow)

void sc_note_row_set_value (ScNoteRow *self, const char *text);

G_END_DECLS
