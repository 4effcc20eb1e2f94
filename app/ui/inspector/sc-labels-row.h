/* sc-labels-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-label.h"

G_BEGIN_DECLS

/* The texts of one thing in the languages besides the one being worked in. Signals:
 * label-edited (int language, const char *text), text NULL when a language is taken out;
 * done () when typing ends. */
#define SC_TYPE_LABELS_ROW (sc_labels_row_get_type ())
G_DECLARE_FINAL_TYPE (ScLabelsRow, sc_labels_row, SC, LABELS_ROW, AdwExpanderRow)

/* labels: list of ScLabel. language is the one that is edited elsewhere and left out here; text is
 * what a new language starts with. */
void
sc_labels_row_set_labels (ScLabelsRow *self, const ScList *labels, int language, const char *text);

G_END_DECLS
