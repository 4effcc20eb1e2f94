/* sc-clip-rows-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of text, row by row. */
typedef struct
{
  const char *at;
  const char *end;
  char separator;
  GPtrArray *fields; /* of char *, those of the row that was read last, without space around */
} ScRows;

/* Text is valid UTF-8 and outlives the rows. */
void sc_rows_init (ScRows *self, const char *text, gsize size);
void sc_rows_clear (ScRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScRows, sc_rows_clear)

/* Reads the next row that is not empty; FALSE at the end. */
gboolean sc_rows_next (ScRows *self);
/* "" where the row has no such field, or where is negative. */
const char *sc_rows_get (const ScRows *self, int position);

G_END_DECLS
