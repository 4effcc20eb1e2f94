/* sc-collate.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order in which people look for names, as their language has it. g_utf8_collate() and
 * g_utf8_normalize() take time with the square of a run of combining characters: two names of some
 * 100,000 accents, and opening a file takes an hour. So the beginnings of the names are compared
 * that way, and what is behind them by its bytes. */

/* Less than, equal to or greater than 0, as strcmp() has it. NULL is like "". */
int sc_collate (const char *a, const char *b);
/* A key that strcmp() puts into that order, for many comparisons. Free with g_free(). */
char *sc_collate_key (const char *text);

G_END_DECLS
