/* sc-search-index.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Things of a list that one searches while one types. Takes them in a few at a time while nothing
 * else is to be done: a large list is ready before somebody has typed, and holds up no frame until
 * then. */
typedef struct _ScSearchIndex ScSearchIndex;

/* The two texts of thing i of data; they are copied. */
typedef void (*ScSearchTexts) (guint i, const char **first, const char **second, gpointer data);

/* n things, numbered from 0. data must outlive the index. */
ScSearchIndex *sc_search_index_new (guint n, ScSearchTexts texts, gpointer data);
void sc_search_index_free (ScSearchIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSearchIndex, sc_search_index_free)

/* As sc_fuzzy_index_search(). */
const guint *sc_search_index_search (ScSearchIndex *self, const char *text, guint *n);

G_END_DECLS
