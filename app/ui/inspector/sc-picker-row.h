/* sc-picker-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-choice-list.h"

G_BEGIN_DECLS

/* A row that shows one value and, when activated, a list to pick another from, with a search
 * field. Signal: picked (const char *id), id NULL for "none". The row does not change by itself:
 * whoever listens makes the edit and shows its outcome with sc_picker_row_set_current(). */
#define SC_TYPE_PICKER_ROW (sc_picker_row_get_type ())
G_DECLARE_FINAL_TYPE (ScPickerRow, sc_picker_row, SC, PICKER_ROW, AdwActionRow)

/* Adds the choices (ScChoice) to store; called whenever the list opens. */
typedef void (*ScPickerFill) (GListStore *store, gpointer data);
/* data must outlive the row. other (see ScChoiceOther) NULL: only what is listed can be picked;
 * hint is the
 * placeholder of the search field. */
void sc_picker_row_set_source (
    ScPickerRow *self, ScPickerFill fill, ScChoiceOther other, const char *hint, gpointer data);
/* What the row shows: the id is checked in the list, the text stands in the row. */
void sc_picker_row_set_current (ScPickerRow *self, const char *id, const char *text);
/* For long values: they stand below the title instead of beside it. */
void sc_picker_row_put_value_below (ScPickerRow *self);
const char *sc_picker_row_get_text (ScPickerRow *self);

G_END_DECLS
