/* sc-markup.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-label.h"

G_BEGIN_DECLS

/* Writes the XML of tables, forms, views and solutions as the server does: one element per line,
 * two spaces per level, "\n" between the lines and nothing behind the last one. Whoever stores the
 * text turns the line ends into those of its surroundings.
 *
 * An element that goes into a text that already exists starts without indentation, since the
 * place it goes to has it; depth is the level it will stand on. */
typedef struct
{
  GString *text;
  guint depth;
} ScMarkup;

/* In format:
 *   %s  a string as it is       %u  a guint              %d  an int
 *   %a  an attribute's value    %t  text between tags    %i  an id, put in braces
 *   %%  a percent sign */
void sc_markup_line (ScMarkup *self, const char *format, ...);
/* A line that opens an element: what follows, up to _close, is inside. */
void sc_markup_open (ScMarkup *self, const char *format, ...);
void sc_markup_close (ScMarkup *self, const char *tag);

/* <tag>text</tag>; the tag pair stands there for an empty text, too. */
void sc_markup_text (ScMarkup *self, const char *tag, const char *text);

/* The lines of a list "tag=text": each an element; what has no "=" is an empty element. Ends with
 * NULL. */
void sc_markup_elements (ScMarkup *self, const char *const *elements);

/* <container><element description="…" languagecode="…" /></container>, in one language or one
 * element per label. */
void sc_markup_description (
    ScMarkup *self, const char *container, const char *element, const char *text, int language);
void sc_markup_labels (ScMarkup *self,
                       const char *container,
                       const char *element,
                       const ScList *labels,
                       const char *fallback,
                       int language);

/* Takes the text out; free with g_free(). */
char *sc_markup_finish (ScMarkup *self);
/* As a file of its own: with byte order mark and XML declaration in front. */
GBytes *sc_markup_finish_file (ScMarkup *self);

/* What an element has that is the root of a file of its own. */
#define SC_MARKUP_XSI " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""

#define SC_MARKUP_INIT(level)                           \
  {                                                     \
    .text = g_string_sized_new (4096), .depth = (level) \
  }

G_END_DECLS
