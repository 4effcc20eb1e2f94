/* sc-extent.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Stretches of characters between two places of one text: from start up to end, which is not before
 * it and does not belong to it. They are measured in gsize; what GLib takes in gssize cannot
 * overflow, since no object is larger than G_MAXSSIZE. */

static inline gsize
sc_extent_length (const char *start, const char *end)
{
  return end > start ? (gsize) (end - start) : 0;
}

/* The first such character, or NULL. */
static inline const char *
sc_extent_find (const char *start, const char *end, char c)
{
  return memchr (start, c, sc_extent_length (start, end));
}

/* Free with g_free(). */
static inline char *
sc_extent_copy (const char *start, const char *end)
{
  return g_strndup (start, sc_extent_length (start, end));
}

static inline void
sc_extent_append (GString *string, const char *start, gsize length)
{
  g_string_append_len (string, start, (gssize) length);
}

/* The whole number that a text begins with, or the nearest one that an int holds; 0 when there is
 * none. */
static inline int
sc_extent_read_int (const char *text)
{
  return (int) CLAMP (g_ascii_strtoll (text, NULL, 10), G_MININT, G_MAXINT);
}

G_END_DECLS
