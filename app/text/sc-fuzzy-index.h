/* sc-fuzzy-index.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Many texts, among which one searches while one types: the outcome is that of sc_fuzzy_score() for
 * each of them, but in the time of a frame for some hundred thousand. */
typedef struct _ScFuzzyIndex ScFuzzyIndex;

ScFuzzyIndex *sc_fuzzy_index_new (void);
void sc_fuzzy_index_free (ScFuzzyIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFuzzyIndex, sc_fuzzy_index_free)

/* Adds something that is called by two texts (UTF-8; copied). The first thing is number 0. */
void sc_fuzzy_index_add (ScFuzzyIndex *self, const char *first, const char *second);
guint sc_fuzzy_index_get_length (ScFuzzyIndex *self);

/* The numbers of the things that one of the texts of fits, the best first, and among those that fit
 * alike in the order in which they were added. All of them for an empty text. Belongs to the index,
 * until the next search; n: how many. When text goes on from the last one, only what fitted that is
 * looked at. */
const guint *sc_fuzzy_index_search (ScFuzzyIndex *self, const char *text, guint *n);

G_END_DECLS
