/* sc-matched.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A title and, smaller and dim below it, a detail; both are shortened where there is no room. */
GtkWidget *sc_matched_new_lines (GtkLabel **title, GtkLabel **detail);

/* Shows in bold which letters of what two labels say were searched for: in the one that they fit
 * best, as sc_fuzzy_score() sees it. Of what the second says, only the first length bytes are
 * looked at. text "" takes the marks away. */
void sc_matched_show (GtkLabel *first, GtkLabel *second, gsize length, const char *text);

G_END_DECLS
