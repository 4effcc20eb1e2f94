/* sc-csv.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Comma-separated values (RFC 4180) that a spreadsheet may open without harm: a cell that it would
 * take for a formula, because it starts with = + - @, a tab or a line end, gets an apostrophe in
 * front (OWASP, "CSV Injection"). All cells are texts; bytes that are not UTF-8 become U+FFFD. */

/* Appends a row with its line end. NULL is the empty cell. */
void sc_csv_append_row (GString *csv, const char *const *cells, guint n_cells);
/* The same; the cells end with NULL. */
void sc_csv_append_strings (GString *csv, const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
