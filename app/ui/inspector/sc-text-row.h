/* sc-text-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row to type one line of text in. Signals: edited (const char *text) with every change a person
 * makes, done () when the typing ends (the focus goes elsewhere). */
#define SC_TYPE_TEXT_ROW (sc_text_row_get_type ())
G_DECLARE_FINAL_TYPE (ScTextRow, sc_text_row, SC, TEXT_ROW, AdwEntryRow)

GtkWidget *sc_text_row_new (const char *title);

/* Shows what the document has, without "edited". While a person types in the row their text stays
 * when it means the same, so that neither the cursor nor a space at the end is lost. */
void sc_text_row_set_value (ScTextRow *self, const char *text);

G_END_DECLS
