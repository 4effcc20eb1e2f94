/* sc-definition-text.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a text stands in a definition file.
 *
 * A text can hold what XML cannot: control characters and U+FFFE, U+FFFF, pasted or imported by
 * accident. They are written as \u and four hexadecimal digits, and come back as they were. A
 * backslash that would be taken for the start of such a sequence is written as \u005c; every other
 * backslash stands for itself. Bytes that are not UTF-8 become U+FFFD. */

/* Appends text as it stands in an attribute or, with attribute FALSE, in an element. Line ends
 * and tabs become character references, so that one thing stays on one line. */
void sc_definition_append_text (GString *string, const char *text, gboolean attribute);

/* The text behind what an XML parser returned; NULL when that is text itself. Free with g_free().
 */
char *sc_definition_decode_text (const char *text);

G_END_DECLS
