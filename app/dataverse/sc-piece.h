/* sc-piece.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-xml.h"

G_BEGIN_DECLS

/* A piece is an element as customizations.xml has it, moved to the left margin: what an unpacked
 * solution has as a file of its own. */

/* The element; lines that stand further left than it stay where they are. Free with g_free(). */
char *sc_piece_cut (GBytes *bytes, const ScXmlNode *node);

/* As a file: with byte order mark and declaration, the name space that roots of files have, and
 * inside an element wrapper unless that is NULL. */
GBytes *sc_piece_to_file (const char *piece, const char *wrapper, const char *line_end);
/* The same for several in one file. */
GBytes *sc_pieces_to_file (GPtrArray *pieces, const char *wrapper, const char *line_end);
/* The way back: of every child of the root where files have a wrapper, else of the root itself.
 * Pieces are added to an array of strings. */
void sc_piece_from_file (const ScXml *file, gboolean wrapped, GPtrArray *pieces);

/* Appends a line end, and piece on that level. */
void sc_piece_append (GString *text, const char *piece, guint depth, const char *line_end);

/* The same for a tag, whatever it is. */
void sc_piece_append_tag (
    GString *text, const char *format, const char *name, guint depth, const char *line_end);

G_END_DECLS
