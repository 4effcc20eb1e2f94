/* sc-xml-arrange.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-splice.h"

G_BEGIN_DECLS

/* Brings the children of an element into another order, adds some and takes others out, with as
 * little change to the text as possible: as many children as can stay where they are do. Children
 * that are neither in the order nor taken out stay behind what they follow. */
typedef struct
{
  const ScXmlNode *node; /* a child that is there; NULL: a new one */
  gboolean moves;        /* it cannot stay where it is */
  char *text;            /* of a new child or one that moves */
} ScXmlPlace;

/* An empty order, of ScXmlPlace; frees the texts. */
GArray *sc_xml_arrange_new (void);

/* Sets moves where it has to be; the caller then sets the texts of these. */
void sc_xml_arrange_find_moves (GArray *places);

/* gone: of ScXmlNode, children to take out. indent is what stands before a child on its line. An
 * element of which no child is left becomes <x />. */
void sc_xml_arrange_apply (ScSplice *splice,
                           GBytes *bytes,
                           const ScXmlNode *parent,
                           GArray *places,
                           GPtrArray *gone,
                           const char *indent);

/* The text of an element, whose lines have from in front of them but for the first one, with
 * another line end and to in front. Free with g_free(). */
char *
sc_xml_arrange_indent (const char *text, const char *from, const char *line_end, const char *to);

G_END_DECLS
