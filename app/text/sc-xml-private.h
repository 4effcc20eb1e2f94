/* sc-xml-private.h
 *
 * Copyright 2026 The Stagecraft authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sc-xml.h"

#include <libxml/xmlstring.h>
#include <libxml/dict.h>
#include <obstack.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;       /* in the dictionary */
  const char *name_space; /* in the dictionary, or "" */
  const char *value;
} ScXmlAttribute;

/* Offsets fit 32 bits because of SC_XML_MAX_BYTES. */
struct _ScXmlNode
{
  const ScXml *xml;
  const char *name;       /* in the dictionary */
  const char *name_space; /* in the dictionary, or "" */
  const char *text;
  ScXmlNode *parent;
  ScXmlNode *first_child;
  ScXmlNode *next;
  ScXmlAttribute *attributes;
  guint n_attributes;
  guint start;
  guint content_start;
  guint content_end;
  guint end;
  guint line; /* of the end of the start tag */
};

/* Everything but the bytes and the names lives in two obstacks, so that a document costs a few
 * large allocations and is freed at once. */
struct _ScXml
{
  gatomicrefcount refs;
  GBytes *bytes;
  char *name;
  xmlDict *dict;
  struct obstack nodes;
  struct obstack strings;
  ScXmlNode *root;
};

/* An empty document that the parser fills. */
ScXml *sc_xml_new (GBytes *bytes, const char *name);

/* What is found out about a text before libxml2 sees it: size, encoding, floods of attributes.
 * skipped bytes were in front of data. */
gboolean
sc_xml_check_text (const char *data, gsize size, gsize skipped, const char *name, GError **error);

G_END_DECLS
