/* sc-review-list.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "sc-diff.h"

G_BEGIN_DECLS

/* Fills a list, which may hold others, with these differences. conflicts: those of a merge (see
 * sc_merge()), which are told with what they are about, and behind it where that is not among the
 * differences. Both are of ScDifference, and may be NULL. */
void sc_review_list_fill (GtkListBox *list, const ScList *differences, const ScList *conflicts);

G_END_DECLS
