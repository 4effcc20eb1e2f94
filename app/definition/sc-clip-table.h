/* sc-clip-table.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"
#include "sc-file-error.h"

G_BEGIN_DECLS

/* Reads a table out of a spreadsheet or a CSV file: stage, step, column, required, in this order
 * unless a first row says another, in English or German. Separated by tabs, semicolons or commas;
 * fields may be quoted (RFC 4180). A row whose stage is empty or that of the row above belongs to
 * that one; steps before any stage are loose.
 *
 * What is no such table gets an SC_FILE_ERROR whose message says why it cannot be pasted. Time and
 * memory are proportional to size, which is limited (SC_CLIP_MAX_BYTES). */
ScClip *sc_clip_read_table (const char *text, gsize size, int language, GError **error);

G_END_DECLS
