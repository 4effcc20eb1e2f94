/* sc-line-diff.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SC_LINE_SAME,    /* in both; shown around what differs */
  SC_LINE_REMOVED, /* in the first text only */
  SC_LINE_ADDED,   /* in the second text only */
  SC_LINE_GAP      /* stands for lines that are the same, or (the last one) for all that is left */
} ScLineKind;

typedef struct
{
  ScLineKind kind;
  guint number; /* 1-based, in the text that has the line; 0 for a gap */
  char *text;   /* without the line end, valid UTF-8; NULL for a gap */
} ScDiffLine;

/* What differs between two texts, line by line, with so many lines of context. Line ends, a byte
 * order mark and whether the last line is ended do not count. Ends after max_lines with a gap. The
 * array owns its lines; it is empty when nothing differs. Free with g_ptr_array_unref(). */
GPtrArray *sc_line_diff (GBytes *before, GBytes *after, guint context, guint max_lines);

G_END_DECLS
