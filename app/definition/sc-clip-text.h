/* sc-clip-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-clip.h"

G_BEGIN_DECLS

/* A clip for programs that know nothing of flows. All are translated, and to be freed with
 * g_free(). */

/* For a letter: each stage on a line, below it "- Budget (budgetamount, required)" for its steps.
 */
char *sc_clip_write_text (const ScClip *clip);
/* For a spreadsheet: stage, step, column, required and type of the column, separated by tabs, below
 * a row with these names. sc_clip_read_table() reads it. */
char *sc_clip_write_table (const ScClip *clip);
/* The same as a table in HTML. */
char *sc_clip_write_html (const ScClip *clip);

G_END_DECLS
