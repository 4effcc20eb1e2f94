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

/* Letters of a text side by side: bytes from start up to end. */
typedef struct
{
  guint start, end;
} ScFuzzyRun;

/* The letters of text that sc_fuzzy_score() counts, of ScFuzzyRun; empty where the needle is, or
 * does not fit. Free with g_array_unref(). */
GArray *sc_fuzzy_find_runs (const char *folded_needle, const char *text);

/* What sc_fuzzy_score() counts, for those who have it from elsewhere. */
typedef struct
{
  guint n_letters;     /* that are found: those of the needle */
  guint n_neighbours;  /* of them: right behind the one before */
  guint n_word_starts; /* of them */
  guint n_between;     /* other letters between the first and the last */
  gboolean at_start;   /* one of them is the first of the text */
  guint text_length;   /* in bytes */
} ScFuzzyTally;

guint sc_fuzzy_tally_score (const ScFuzzyTally *self);
/* Whether a word begins at p, a place in text. */
gboolean sc_fuzzy_is_word_start (const char *text, const char *p);

G_END_DECLS
