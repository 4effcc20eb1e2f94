/* sc-splice.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-xml.h"

G_BEGIN_DECLS

/* Changes to an original text, collected by position and applied at once. Bytes that no change
 * covers come out as they were. */
typedef struct _ScSplice ScSplice;

ScSplice *sc_splice_new (GBytes *original);
void sc_splice_free (ScSplice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSplice, sc_splice_free)

/* Replaces span by text; an empty span inserts. Spans must not overlap; insertions at one place
 * keep the order in which they were asked for. */
void sc_splice_replace (ScSplice *self, ScSpan span, const char *text);
/* Removes span together with the line it stands on when nothing else is on that line. */
void sc_splice_remove_line (ScSplice *self, ScSpan span);
gboolean sc_splice_is_empty (const ScSplice *self);
/* The new text; the original itself when there was no change. */
GBytes *sc_splice_apply (const ScSplice *self);
/* What becomes of one run of the original: with the changes that lie within it, and without all
 * others. Free with g_free(). */
char *sc_splice_apply_within (const ScSplice *self, ScSpan span);

/* "\r\n" when the first line of text ends so, else "\n". */
const char *sc_text_get_line_end (GBytes *text);
/* The text with every line end turned into line_end. */
GBytes *sc_text_convert_line_ends (GBytes *text, const char *line_end);

/* Appends text escaped as Dataverse does: & < > and, in attributes, ". */
void sc_text_append_escaped (GString *string, const char *text, gboolean attribute);

G_END_DECLS
