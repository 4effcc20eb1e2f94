/* sc-fact-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that says something that cannot be changed here. Property: copyable (gboolean) for values
 * that people take elsewhere; they can be selected and have a Copy button. */
#define SC_TYPE_FACT_ROW (sc_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (ScFactRow, sc_fact_row, SC, FACT_ROW, AdwActionRow)

GtkWidget *sc_fact_row_new (const char *title);

/* NULL hides the row. */
void sc_fact_row_set_value (ScFactRow *self, const char *value);
const char *sc_fact_row_get_value (ScFactRow *self);

G_END_DECLS
