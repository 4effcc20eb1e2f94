/* sc-review-row.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-diff.h"

G_BEGIN_DECLS

/* One thing that differs: what became of it, where it is, and what of it conflicts. */
#define SC_TYPE_REVIEW_ROW (sc_review_row_get_type ())
G_DECLARE_FINAL_TYPE (ScReviewRow, sc_review_row, SC, REVIEW_ROW, GtkListBoxRow)

/* conflict: a sentence, or NULL. */
GtkWidget *sc_review_row_new (const ScDifference *difference, const char *conflict);

G_END_DECLS
