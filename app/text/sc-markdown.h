/* sc-markdown.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Markdown in GitHub's dialect. */

/* text as it would be read behind other words, at the head of a list item or heading, or in the
 * cell of a table: on one line, with a backslash in front of what would be markup. Free with
 * g_free(). */
char *sc_markdown_escape (const char *text);

/* Appends a row of a table with its line end; NULL is the empty cell. */
void sc_markdown_append_row (GString *markdown, const char *const *cells, guint n_cells);
/* Appends the head of a table and the line below it. */
void sc_markdown_append_head (GString *markdown, const char *const *cells, guint n_cells);

G_END_DECLS
