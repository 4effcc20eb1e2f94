/* gaps.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-solution.h"

G_BEGIN_DECLS

/* Files leave out what they like. Here every single thing of a solution is left out once: a text
 * is missing, or empty; a value or a list is missing. where says which: "flows[0].name = null". */
typedef void (*GapFunc) (const ScSolution *solution, const char *where, gpointer data);

/* One gap in so many, beginning with the one of that number. How many there were of all. */
guint
gaps_foreach_nth (const ScSolution *whole, guint step, guint start, GapFunc func, gpointer data);
guint gaps_foreach (const ScSolution *whole, GapFunc func, gpointer data);

/* What is written where a text is missing and nobody looked: "(null)". Fails with the path of a
 * text in value that has it. */
void gaps_check_texts (gconstpointer value, const char *where);
void gaps_check_text (const char *text, const char *where);

G_END_DECLS
