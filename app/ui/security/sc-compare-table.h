/* sc-compare-table.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "sc-access-compare.h"

G_BEGIN_DECLS

/* Differences between two sides as a table, with a search field and a choice of their kind; what
 * there is to say where there are none. Signal: shown (), when others are shown. */
#define SC_TYPE_COMPARE_TABLE (sc_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (ScCompareTable, sc_compare_table, SC, COMPARE_TABLE, GtkWidget)

/* differences: of ScAccessDifference. A title is NULL while nothing is chosen for that side. */
void sc_compare_table_set_titles (ScCompareTable *self, const char *left, const char *right);
void sc_compare_table_set_differences (ScCompareTable *self, const ScList *differences);
/* Narrow: the levels stand below the name of a privilege. */
void sc_compare_table_set_narrow (ScCompareTable *self, gboolean narrow);

guint sc_compare_table_count (ScCompareTable *self);
/* What the person sees of them, in that order. */
ScList *sc_compare_table_list_shown (ScCompareTable *self);
guint sc_compare_table_count_shown (ScCompareTable *self);
/* Puts the keyboard into the search field. */
void sc_compare_table_search (ScCompareTable *self);

G_END_DECLS
