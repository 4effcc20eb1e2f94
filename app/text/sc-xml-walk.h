/* sc-xml-walk.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-file-error.h"

G_BEGIN_DECLS

/* For documents that are too large to keep: one pass over the elements, with the same limits as
 * sc_xml_parse() and nothing in memory but what the visitor keeps. Text is not handed over. */

/* The start of an element, while it is being visited. */
typedef struct _ScXmlTag ScXmlTag;

typedef struct
{
  /* name: without its prefix; depth: 0 for the root. Strings live until the walk ends. Returns
   * FALSE to end the walk without an error. */
  gboolean (*start) (gpointer data, const char *name, guint depth, const ScXmlTag *tag);
  void (*end) (gpointer data, const char *name, guint depth);
} ScXmlVisitor;

/* The value of the attribute with that local name as it stands in the file, "&" as "&#38;"; not
 * terminated. NULL when there is none. */
const char *sc_xml_tag_get (const ScXmlTag *self, const char *name, gsize *length);

/* name is what messages call the file. FALSE when it is no XML to its end. */
gboolean sc_xml_walk (
    GBytes *bytes, const char *name, const ScXmlVisitor *visitor, gpointer data, GError **error);

G_END_DECLS
