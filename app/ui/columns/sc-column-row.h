/* sc-column-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-table.h"

G_BEGIN_DECLS

/* A line in a list of columns: icon and name, what else is known, and where it is used. Activates
 * the action columns.go-to (s) with the column's name when the person wants to see that. */
#define SC_TYPE_COLUMN_ROW (sc_column_row_get_type ())
G_DECLARE_FINAL_TYPE (ScColumnRow, sc_column_row, SC, COLUMN_ROW, GtkWidget)

GtkWidget *sc_column_row_new (void);

/* search: what of it is to be marked; "" for nothing. */
void
sc_column_row_show (ScColumnRow *self, const ScColumn *column, int language, const char *search);
void sc_column_row_show_uses (ScColumnRow *self, guint n_uses, const char *stages);
/* NULL until one is shown. */
const ScColumn *sc_column_row_get_column (ScColumnRow *self);

G_END_DECLS
