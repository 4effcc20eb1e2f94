/* sc-fuzzy.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Search as one types: the letters of what is looked for, in their order, but not necessarily side
 * by side: "nsol" finds "New Solution". Case does not matter, blanks in the needle neither. */

/* The needle as sc_fuzzy_score() takes it. Free with g_free(). text must be UTF-8. */
char *sc_fuzzy_fold (const char *text);

/* How well text (UTF-8) fits: more is better; 0: not at all. An empty needle fits everything
 * alike. Takes time in proportion to the length of text. */
guint sc_fuzzy_score (const char *folded_needle, const char *text);

G_END_DECLS
